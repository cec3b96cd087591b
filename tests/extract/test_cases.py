"""What small announcements say: cases that a linguist can read and edit (cases/*.txt, their form in read_cases.py)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.evaluate import Difference, compare
from kg.extract import extract
from kg.read import read_text
from kg.resolve import resolve
from tests.extract.read_cases import Case, cases
from tests.golden.facts import found

CASES = cases()


def difference(case: Case) -> Difference:
    """Return how what is understood of a case differs from what it states."""
    announcement = replace(read_text(case.text, id="case", lang=case.lang), published=case.published)
    extraction = extract(announcement)
    told = compare(case.facts, found([extraction], resolve([extraction]).entities), exactly=True)
    return replace(told, extra=tuple(fact for fact in told.extra if fact.relation != "called"))


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, marks=pytest.mark.xfail(reason=case.xfail, strict=True) if case.xfail else ())
        for case in CASES
    ],
    ids=lambda case: case.id,
)
def test_case(case: Case) -> None:
    """Each text gives the facts beneath it and no others; one marked xfail must lose the mark as soon as it does."""
    told = difference(case)
    assert not told.missed, f"\n{case.text}\n{told}"
    assert not told.extra, f"\n{case.text}\n{told}"


def test_all_cases_are_collected() -> None:
    """No case is lost to a slip in its form, and each says something of its own."""
    assert len(CASES) >= 150
    assert len({case.id for case in CASES}) == len(CASES)
    assert len({(case.text, case.published) for case in CASES}) == len(CASES)
    assert sum(case.none for case in CASES) >= 40
    assert sum(bool(case.xfail) for case in CASES) <= len(CASES) // 5
