"""Twelve announcements about a university and a council, with all that can go wrong between languages and over years.

The names of the bodies are known from own.csv, as a journalist would write it.
"""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import build
from kg.conflicts import Conflict, conflicts_in
from kg.gazetteer import problems
from kg.graph.dataset import BASE
from kg.graph.store import in_memory
from kg.pipeline import Built
from kg.query.ask import ask
from kg.query.why import why

HERE = Path(__file__).parent
UNIVERSITY, COUNCIL = "organization/karaoi-university", "organization/water-council"
ASSOCIATION = "organization/steppe-universities"


@pytest.fixture(scope="module")
def built() -> Built:
    """Return the build of the twelve announcements."""
    return build(HERE / "announcements", gazetteer=HERE / "own.csv")


@pytest.fixture(scope="module")
def store(built: Built) -> ox.Store:
    """Return its graph."""
    return in_memory(built.quads)


@pytest.fixture(scope="module")
def conflicts(store: ox.Store) -> dict[tuple[str, str], Conflict]:
    """Return its contradictions by kind and what they are about."""
    return {(conflict.kind, conflict.subject): conflict for conflict in conflicts_in(store, BASE)}


def test_the_names_are_sound() -> None:
    """`kg gazetteer check` would find nothing wrong in the journalist's names."""
    assert problems(HERE / "own.csv") == []


@pytest.mark.parametrize(
    ("kind", "subject", "values", "quotes"),
    [
        (
            "different numbers",
            ASSOCIATION,
            ["24", "26"],
            ["Дала университеттері» қауымдастығы 24 университеттің басын қосады", "объединяет 26"],
        ),
        (
            "different dates",
            "membership/karaoi-university--steppe-universities",
            ["2013", "2014"],
            ["2013 жылдан бері", "с 2014 года"],
        ),
        (
            "two holders",
            COUNCIL,
            ["person/askar-bedelov", "person/nurlan-akhmetov"],
            ["Асқар Беделов", "Нурлан Ахметов"],
        ),
        ("stated and denied", ASSOCIATION, [COUNCIL, COUNCIL], ["является членом", "мүшесі емес"]),
    ],
)
def test_what_contradicts_itself(
    kind: str, subject: str, values: list[str], quotes: list[str], conflicts: dict[tuple[str, str], Conflict]
) -> None:
    """Each contradiction between two language versions is found, with the words of both."""
    sides = conflicts[kind, subject].sides
    assert [side.value for side in sides] == values
    for side, words in zip(sides, quotes, strict=True):
        assert any(words in one.quote for one in side.sayings)


def test_what_follows_the_course_of_things(conflicts: dict[tuple[str, str], Conflict]) -> None:
    """31 universities three years later, and a new chair of the council, contradict nothing."""
    numbers = conflicts["different numbers", ASSOCIATION]
    assert "31" not in {side.value for side in numbers.sides}
    chairs = conflicts["two holders", COUNCIL]
    assert chairs.when == "2021-11-16"
    assert "person/gulnar-bektasova" not in {side.value for side in chairs.sides}


def test_both_sides_stay_in_the_graph(store: ox.Store) -> None:
    """The graph holds both numbers that were said on one day, and the later one."""
    rows = ask(store, "evidence", {"subject": "Дала университеттері", "predicate": "memberCount"})
    assert sorted(row["what"].value for row in rows) == ["24", "26", "31"]  # type: ignore[union-attr]


def rows(store: ox.Store, question: str, *columns: str, **parameters: str) -> list[tuple[str, ...]]:
    """Return some columns of an answer in English."""
    answer = ask(store, question, parameters, lang="en")
    return [tuple(row[column].value if row[column] else "" for column in columns) for row in answer]  # type: ignore[union-attr]


def test_who_was_chair_and_who_came_after(store: ox.Store) -> None:
    """The last chair's appointment gives the one before a successor, though nobody tells of a dismissal."""
    found = rows(store, "successors", "person", "since", "last_named", "followed_by", organization="Су кеңесі")
    assert found[0][0] == "Askar Bedelov"
    assert found[-1] == ("Гүлнар Бектасова", "2022-03-01", "2022-06-10", "")
    assert found[-2][3] == "Гүлнар Бектасова"


def test_who_was_rector_on_a_day(store: ox.Store) -> None:
    """The announced day of an appointment counts, not that of the announcement; beyond what is said nothing is sure."""
    on = {
        day: rows(store, "holder-on-date", "person", "surely", organization="Karaoi University", date=day)
        for day in ("2017-05-11", "2018", "2019-02-19")
    }
    assert on["2017-05-11"] == [("Марат Сұлтанов", "yes")]
    assert on["2018"] == [("Марат Сұлтанов", "perhaps")]
    assert ("Dana Tulegenova", "yes") in on["2019-02-19"]


def test_effective_and_announced_days(store: ox.Store) -> None:
    """When it began and when it was said stand apart."""
    found = rows(store, "changes", "effective", "said", "who", entity=COUNCIL)
    assert ("2022-03-01", "2022-03-02", "Гүлнар Бектасова") in found


def test_why_by_a_name_of_another_language(store: ox.Store) -> None:
    """From a Russian name that no announcement bears to the sentences in Kazakh and English."""
    facts = why(store, "Чистая вода", "participant", "Karaoi University").facts
    sentences = {told.lang: told.sentence for fact in facts for told in fact.told}
    assert sentences == {
        "en": "Karaoi University has joined the Clean Water programme.",
        "kk": "Қараой университеті «Таза су» бағдарламасына қосылды.",
    }
