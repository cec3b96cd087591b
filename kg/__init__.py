"""Habar turns the announcements of institutions into a knowledge graph.

    from kg import build

    built = build("announcements/")
    built.dataset   # rdflib.Dataset
    built.network   # networkx.MultiDiGraph

What is named in ``__all__`` is imported when it is first used, so that ``import kg`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.errors import KgError
    from kg.pipeline import Built, NothingBuiltError, build
    from kg.read import read_path, read_text
    from kg.records import Announcement

__version__ = "0.1.0"
__all__ = ["Announcement", "Built", "KgError", "NothingBuiltError", "build", "read_path", "read_text"]

_HOMES = {
    "Announcement": "kg.records",
    "Built": "kg.pipeline",
    "KgError": "kg.errors",
    "NothingBuiltError": "kg.pipeline",
    "build": "kg.pipeline",
    "read_path": "kg.read",
    "read_text": "kg.read",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
