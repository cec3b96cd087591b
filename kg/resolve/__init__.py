"""Who is who in all announcements: the things of single announcements joined to the entities that they are."""

from __future__ import annotations

from kg.resolve.resolve import resolve

__all__ = ["resolve"]
