"""The table of pairs of names, and how well a way to compare names tells them apart."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.gazetteer import load
from kg.resolve import body_name, human_name

FILE = Path(__file__).with_name("name_pairs.csv")


@dataclass(frozen=True)
class Pair:
    """Two names, and whether they can be one thing's."""

    half: str
    kind: str
    one: str
    one_lang: str
    other: str
    other_lang: str
    same: bool
    why: str


def pairs() -> list[Pair]:
    """Return the rows of name_pairs.csv."""
    lines = [line for line in FILE.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return [Pair(**{**row, "same": row["same"] == "yes"}) for row in csv.DictReader(lines)]


def score(pair: Pair) -> float:
    """Return what kg.resolve makes of two names, without anything else being known of who bears them."""
    if pair.kind == "Person":
        return human_name.name_score(pair.one, pair.other)
    rows = [load().find(name, lang, "Organization") for name, lang in _named(pair)]
    if rows[0] and rows[1]:
        return float(bool({e.id for e in rows[0]} & {e.id for e in rows[1]}))
    for found, (name, lang) in zip(rows, reversed(_named(pair)), strict=True):
        for entry in found:
            return max(body_name.name_score(name, lang, n.text, n.lang) for n in entry.all_names)
    return body_name.name_score(pair.one, pair.one_lang, pair.other, pair.other_lang)


def _named(pair: Pair) -> list[tuple[str, str]]:
    return [(pair.one, pair.one_lang), (pair.other, pair.other_lang)]


@dataclass(frozen=True)
class Figures:
    """How a way to compare names does at a threshold."""

    threshold: float
    right: int
    wrong: int
    missed: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


def figures(table: Iterable[Pair], compare: Callable[[Pair], float], threshold: float) -> Figures:
    """Return how often pairs that score at least ``threshold`` are the same."""
    told = [(compare(pair) >= threshold, pair.same) for pair in table]
    return Figures(threshold, told.count((True, True)), told.count((True, False)), told.count((False, True)))
