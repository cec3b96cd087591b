"""Counts of right, wrong and missed facts, and the three figures that they give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Score:
    """How many expected facts were found (``tp``), how many others were (``fp``), how many were not found (``fn``)."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn)

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 0 when nothing was found."""
        return _share(self.tp, self.tp + self.fp)

    @property
    def recall(self) -> float:
        """The share of what was expected that was found; 0 when nothing was expected."""
        return _share(self.tp, self.tp + self.fn)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return _share(2 * self.tp, 2 * self.tp + self.fp + self.fn)


def by_relation(right: Iterable[str], extra: Iterable[str], missed: Iterable[str]) -> dict[str, Score]:
    """Return the score of each relation; given are the relations of all facts."""
    tp, fp, fn = Counter(right), Counter(extra), Counter(missed)
    return {relation: Score(tp[relation], fp[relation], fn[relation]) for relation in sorted(tp | fp | fn)}


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
