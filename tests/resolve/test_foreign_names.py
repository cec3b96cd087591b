"""Names that other languages write in Latin letters, and how Russian and Kazakh write what is heard."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.resolve.human_name import JOINS, name_score

LINES = [
    line
    for line in Path(__file__).with_name("foreign_names.csv").read_text("utf-8").splitlines()
    if line and not line.startswith(("#", "latin|"))
]


@pytest.mark.parametrize("line", LINES)
def test_name(line: str) -> None:
    """A name is told by how its language reads its letters; one of other sounds is another."""
    latin, cyrillic, same = line.split("|")
    assert (name_score(latin, cyrillic) >= JOINS) is (same == "yes")


def test_there_are_names_of_both_kinds() -> None:
    """No line is lost, and there are some of either kind."""
    verdicts = [line.rpartition("|")[2] for line in LINES]
    assert verdicts.count("yes") >= 25
    assert verdicts.count("no") >= 10
