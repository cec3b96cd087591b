"""Which encounters are one and which are two."""

from __future__ import annotations

import pytest

from kg.resolve import resolve
from tests.resolve.announced import Meeting, announced, homes

TWO = "Асқар Беделов, Сәуле Ниязова"
TALKS: Meeting = ("2021-03-04", "kg:Negotiations", TWO)
BRIEFING: Meeting = ("2021-03-04", "kg:Briefing", TWO)


@pytest.mark.parametrize("day", ["2021-03-04", "2021-03-05", "2021-03-09"])
def test_both_sides_tell_of_it(day: str) -> None:
    """The same people on the same day met once, on whatever day the other side announces it and in what language."""
    ours = announced("a1", met=[TALKS], day="2021-03-04")
    theirs = announced(
        "a2", met=[("2021-03-04", "kg:Negotiations", "Аскар Беделов, Сауле Ниязова")], lang="ru", day=day
    )
    assert homes(resolve([ours, theirs]), "Meeting") == ["a1 a2"]


def test_a_briefing_after_the_talks_is_another_meeting() -> None:
    """Talks and the briefing after them are two, in each announcement and in both together."""
    told = [announced("a1", met=[TALKS, BRIEFING]), announced("a2", met=[BRIEFING]), announced("a3", met=[TALKS])]
    assert homes(resolve(told), "Meeting") == ["a1 a2", "a1 a3"]


def test_the_same_two_people_twice_a_day() -> None:
    """Two meetings of one announcement answer to the two of its version in their order; one told alone is neither."""
    twice = [TALKS, TALKS]
    versions = [
        announced("x-kk", met=twice),
        announced("x-ru", met=[("2021-03-04", "kg:Negotiations", "Аскар Беделов, Сауле Ниязова")] * 2, lang="ru"),
    ]
    assert homes(resolve(versions), "Meeting") == ["x-kk x-ru"] * 2
    alone = announced("y", met=[TALKS], day="2021-03-09")
    assert homes(resolve([*versions, alone]), "Meeting") == ["x-kk x-ru", "x-kk x-ru", "y"]


@pytest.mark.parametrize(
    "other",
    [
        ("2021-03-05", "kg:Negotiations", TWO),
        ("2021-03-04", "kg:Negotiations", "Асқар Беделов, Дамир Кенжин"),
        ("2021-03-04", "kg:Seminar", TWO),
    ],
)
def test_others_are_others(other: Meeting) -> None:
    """Another day, other people or another kind make another meeting."""
    assert homes(resolve([announced("a1", met=[TALKS]), announced("a2", met=[other])]), "Meeting") == ["a1", "a2"]
