"""Brings a graph to a SPARQL server of one's own, graph by graph, and goes on where it was stopped."""

from __future__ import annotations

from kg.push.pushing import Pushed, push

__all__ = ["Pushed", "push"]
