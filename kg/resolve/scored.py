"""The scores of pairs that were compared, held in little memory."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.resolve.score import Known, Score

_UNLIKE = -1
"""Stands for the score of those that have nothing to do with each other."""


@dataclass(slots=True)
class Scored:
    """Pairs of numbers and, for each, the place of its score in ``scores``."""

    ones: array[int] = field(default_factory=lambda: array("i"))
    others: array[int] = field(default_factory=lambda: array("i"))
    which: array[int] = field(default_factory=lambda: array("i"))
    scores: dict[Score, int] = field(default_factory=dict)

    def take(self, pairs: Known) -> None:
        """Take up pairs with their scores."""
        table = self.scores
        self.ones.extend(one for one, _ in pairs)
        self.others.extend(other for _, other in pairs)
        self.which.extend(_UNLIKE if one is None else table.setdefault(one, len(table)) for one in pairs.values())


def known(rows: Iterable[tuple[int, int, int]], scores: Sequence[Score]) -> Known:
    """Return pairs with their scores, which are given by their places."""
    table = (*scores, None)  # which is at the place -1
    return {(one, other): table[which] for one, other, which in rows}
