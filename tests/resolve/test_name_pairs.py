"""How well names alone are told apart, on a table of pairs (name_pairs.csv)."""

from __future__ import annotations

import pytest

from kg.resolve import body_name, human_name
from kg.resolve.score import JOINS
from tests.resolve.pairs import figures, pairs, score

PAIRS = pairs()


def test_the_table_is_whole() -> None:
    """At least 300 pairs are read, of people and bodies, same and different, in both halves, none twice."""
    assert len(PAIRS) >= 300
    assert len({frozenset([(p.one, p.one_lang), (p.other, p.other_lang)]) for p in PAIRS}) == len(PAIRS)
    for kind in ("Person", "Organization"):
        for half in ("1", "2"):
            told = [pair.same for pair in PAIRS if (pair.kind, pair.half) == (kind, half)]
            assert told.count(True) >= 25, (kind, half)
            assert told.count(False) >= 20, (kind, half)


@pytest.mark.parametrize("kind", ["Person", "Organization"])
def test_names_are_told_apart(kind: str) -> None:
    """At the threshold at which things are joined, F1 is at least 0.95, and no two different names are joined."""
    assert human_name.JOINS == body_name.JOINS == JOINS
    found = figures([pair for pair in PAIRS if pair.kind == kind], score, JOINS)
    assert found.f1 >= 0.95
    assert found.wrong == 0


@pytest.mark.parametrize("pair", PAIRS[::7], ids=lambda pair: f"{pair.one} / {pair.other}")
def test_which_name_comes_first_changes_nothing(pair: object) -> None:
    """A pair scores the same in both directions."""
    from dataclasses import replace

    turned = replace(pair, one=pair.other, one_lang=pair.other_lang, other=pair.one, other_lang=pair.one_lang)  # type: ignore[type-var, attr-defined]
    assert score(turned) == pytest.approx(score(pair))  # type: ignore[arg-type]
