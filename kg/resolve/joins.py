"""What was joined with what and why, in its order, held in little memory."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field

NONE = -1
"""Stands in the place of the other group where a group was recognised as a row of the gazetteer."""

Join = tuple[int, int, str]
"""The nodes that stood for the two groups, the lesser first, and the reason; a group, NONE and its row."""


@dataclass(slots=True)
class Joins:
    """All joins of a resolution; ``ends`` are their numbers by the end of each of its stretches."""

    ones: array[int] = field(default_factory=lambda: array("i"))
    others: array[int] = field(default_factory=lambda: array("i"))
    whys: array[int] = field(default_factory=lambda: array("i"))
    reasons: dict[str, int] = field(default_factory=dict)
    ends: list[int] = field(default_factory=list)

    def take(self, one: int, other: int, why: str) -> None:
        """Take up the next join."""
        self.ones.append(one)
        self.others.append(other)
        self.whys.append(self.reasons.setdefault(why, len(self.reasons)))

    def end(self) -> None:
        """Say that a stretch ends."""
        self.ends.append(len(self.ones))

    def __iter__(self) -> Iterator[Join]:
        """Go through all of them."""
        texts = list(self.reasons)
        return ((one, other, texts[why]) for one, other, why in zip(self.ones, self.others, self.whys, strict=True))
