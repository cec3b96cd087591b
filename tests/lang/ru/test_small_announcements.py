"""What small Russian announcements say, by the same relations as in Kazakh: cases that a linguist can edit."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kg.evaluate import compare
from kg.extract import extract
from kg.read import read_text
from kg.resolve import resolve
from tests.extract.read_cases import Case, cases
from tests.golden.facts import found

CASES = cases(Path(__file__).parent / "cases")


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
    extraction = extract(replace(read_text(case.text, id="case", lang="ru"), published=case.published))
    told = compare(case.facts, found([extraction], resolve([extraction]).entities), exactly=True)
    extra = [fact for fact in told.extra if fact.relation != "called"]
    assert not told.missed, f"\n{case.text}\n{told}"
    assert not extra, f"\n{case.text}\n{told}"


def test_all_cases_are_collected() -> None:
    """No case is lost to a slip in its form."""
    assert len(CASES) >= 43
    assert sum(case.none for case in CASES) >= 4
