"""What each feature says of two things, by cases that anyone can read and edit (features.csv)."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kg.records import LANGUAGES, Name
from kg.resolve import counterpart, meetings, person, versions
from kg.resolve.score import Feature, compare

GROUPS: dict[str, tuple[Feature[Any], ...]] = {
    "people": person.FEATURES,
    "meetings": meetings.FEATURES,
    "aligned": counterpart.FEATURES,
    "versions": versions.FEATURES,
}


@dataclass(frozen=True)
class Case:
    """One line of features.csv."""

    group: str
    feature: str
    one: str
    other: str
    value: str


def cases() -> list[Case]:
    """Return the lines of features.csv."""
    text = Path(__file__).with_name("features.csv").read_text("utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if line and not line.startswith("#"))
    return [Case(**row) for row in rows]


def parsed(side: str) -> dict[str, str]:
    """Return the keys and values of one side."""
    return dict(part.strip().partition("=")[::2] for part in side.split(";"))  # type: ignore[misc]


def several(values: dict[str, str], key: str) -> frozenset[Any]:
    """Return the values of a key, numbers as such."""
    return frozenset(int(v) if v.isdigit() else v for v in values.get(key, "").split("|") if v)


def person_told(values: dict[str, str]) -> person.Person:
    """Return a person of whom this is said."""
    return person.Person(
        0,
        tuple(values["names"].split("|")),
        several(values, "fathers"),
        bodies=set(several(values, "bodies")),
        wider=set(several(values, "wider")),
        states=set(several(values, "states")),
        company=several(values, "company"),
        first=values.get("first", ""),
        last=values.get("last", ""),
        appointed=values.get("appointed", ""),
        left="left" in values,
    )


def encounter(values: dict[str, str]) -> meetings.Encounter:
    """Return an encounter of which this is said."""
    told, rank, count = (int(values.get(key, "0")) for key in ("told", "rank", "count"))
    people_, bodies, places, version_of = (several(values, k) for k in ("people", "bodies", "places", "version_of"))
    return meetings.Encounter(
        0,
        told,
        rank,
        count,
        values.get("day", ""),
        values.get("kind", ""),
        people_,
        bodies,
        places,
        version_of,
        values.get("lang", ""),
    )


def seen(values: dict[str, str]) -> counterpart.Seen:
    """Return a thing as a version tells of it."""
    names = tuple(Name(values[lang], lang) for lang in LANGUAGES if lang in values)
    ties = frozenset(tuple(tie.split()) for tie in values.get("ties", "").split("|") if tie)
    sets = (several(values, key) for key in ("sole", "homes", "holders"))
    told = values["type"], names, float(values.get("rank", 0)), "alone" in values, ties
    return counterpart.Seen(*told, *sets, company=int(values.get("company", 0)))


def outline(values: dict[str, str]) -> versions.Outline:
    """Return the outline of an announcement."""
    sets = (several(values, key) for key in ("people", "known", "days", "met"))
    return versions.Outline(*sets, values.get("stem", ""), int(values.get("published", 0)))


MAKE = {"people": person_told, "meetings": encounter, "aligned": seen, "versions": outline}


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.feature}: {case.one} / {case.other}")
def test_feature(case: Case) -> None:
    """A feature gives the value that its case says, whichever of the two comes first."""
    feature = next(f for f in GROUPS[case.group] if f.name == case.feature)
    one, other = (MAKE[case.group](parsed(side)) for side in (case.one, case.other))
    assert feature.compare(one, other) == pytest.approx(float(case.value), abs=0.01)
    if case.feature != "versions_tell":  # the versions of an announcement are known to both
        assert feature.compare(other, one) == pytest.approx(float(case.value), abs=0.01)


def test_every_feature_has_cases_and_says_what_it_is() -> None:
    """No feature is without a docstring, a case in which it speaks and one in which it is silent or weaker."""
    found = cases()
    for group, features in GROUPS.items():
        for feature in features:
            values = {case.value for case in found if (case.group, case.feature) == (group, feature.name)}
            assert feature.compare.__doc__, feature.name
            assert values - {"0"}, feature.name
            assert len(values) > 1 or feature.name in ("same_bodies", "same_venue", "shared_days"), feature.name


def test_a_score_explains_itself() -> None:
    """The shares of the features that speak add up to the score, and read as words with the greatest first."""
    one, other = (
        person_told({"names": "Берік Имашев", "bodies": "1"}),
        person_told({"names": "Berik Imashev", "bodies": "1"}),
    )
    score = compare(person.FEATURES, one, other)
    assert score.total == pytest.approx(sum(share for _, share in score.shares)) == pytest.approx(0.95)
    assert str(score) == "same full name +0.60, same body +0.35"
