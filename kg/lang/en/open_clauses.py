"""A clause of an English sentence while it is being read."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.lang.en.predicates import Group
from kg.lang.syntax import Chunk, Clause


@dataclass(slots=True, eq=False)
class Open:
    """A clause while it is being read."""

    form: str
    parent: Open | None = None
    head: Chunk | None = None
    group: Group | None = None
    concepts: frozenset[str] = frozenset()
    chunks: list[Chunk] = field(default_factory=list)
    boundaries: list[tuple[int, str]] = field(default_factory=list)
    governor: Open | None = None
    noun: int = -1
    begin: int = 0
    end: int = -1
    marker: str = ""
    shares: Open | None = None
    clause: Clause | None = None
    functions: dict[int, str] = field(default_factory=dict)
    nested: list[Open] = field(default_factory=list)
