"""How good found spans are: exact agreement of start, end and type, by type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.lang.kk.tagger import TYPES, spans_of

Spans = Iterable[tuple[int, int, str]]

MAIN = ("Person", "Organization", "Role", "Place", "Date")
FIVE = ", ".join(MAIN)


@dataclass(frozen=True, slots=True)
class Figure:
    """How many spans of one type, or of several, were right, too many and missed."""

    name: str
    right: int
    extra: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / (self.right + self.extra) if self.right + self.extra else 0.0

    @property
    def recall(self) -> float:
        """The share of what there is that was found."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def gold_spans(tags: Sequence[str]) -> set[tuple[int, int, str]]:
    """Return the (first word, last word, type) of a labelled sentence, of the types that we have."""
    return {(first, last, TYPES[kind]) for first, last, kind in spans_of(tags) if kind in TYPES}


def figures(pairs: Iterable[tuple[Spans, Spans]]) -> list[Figure]:
    """Return the figures of (true, found) spans: one for each type, one for the five main types, one for all."""
    right, extra, missed = Counter[str](), Counter[str](), Counter[str]()
    for true, found in pairs:
        gold, ours = set(true), set(found)
        right.update(kind for *_, kind in gold & ours)
        extra.update(kind for *_, kind in ours - gold)
        missed.update(kind for *_, kind in gold - ours)
    return list(_rows(right, extra, missed))


def _rows(right: Counter[str], extra: Counter[str], missed: Counter[str]) -> Iterator[Figure]:
    kinds = sorted(set(TYPES.values()))
    for name, group in (*((kind, (kind,)) for kind in kinds), (FIVE, MAIN), ("all", tuple(kinds))):
        yield Figure(name, *(sum(count[kind] for kind in group) for count in (right, extra, missed)))
