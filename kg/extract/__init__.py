"""What one announcement says: mentions of things, which of them are one, and the claims made of them.

``extract(announcement)`` is a pure function; a relation is one module here plus its words in each language's cues.
"""

from __future__ import annotations

from kg.extract.announcement import extract

__all__ = ["extract"]
