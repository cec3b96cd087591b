"""How far the program is from a careful reader of the sample announcements (data/announcements/*.json)."""

from __future__ import annotations

import csv
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kg.evaluate import Difference, Fact, Labels, compare, facts_of, hasty, labelled
from kg.extract import extract
from kg.names import fold
from kg.pipeline import build
from kg.read import read_path
from kg.resolve import resolve

SAMPLES = Path(__file__).parents[2] / "data" / "announcements"
WHOLE = "2017-12-21-election-commission-kk"
FLOORS = Path(__file__).with_name("samples.csv")


@cache
def gold(name: str) -> dict[str, Any]:
    """Return what a careful reader took from a sample."""
    labelled: dict[str, Any] = json.loads((SAMPLES / f"{name}.json").read_text("utf-8"))
    return labelled


def labels(name: str) -> Labels:
    """Return the same as facts."""
    return labelled(gold(name), name)


@cache
def given(name: str) -> tuple[Fact, ...]:
    """Return what the graph of a sample says."""
    return facts_of(build(SAMPLES / f"{name}.txt").quads)


def difference(name: str) -> Difference:
    """Return how what is understood of a sample differs from its labels."""
    return compare(labels(name).facts, given(name))


def floors() -> list[dict[str, str]]:
    """Return how many facts of each sample must be found, of how many, and how many others are borne with."""
    lines = [line for line in FLOORS.read_text("utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines))


def test_the_meeting_of_the_election_commission_is_understood_wholly() -> None:
    """Every fact of the announcement is found, with its names in the nominative, and nothing else is asserted."""
    told = difference(WHOLE)
    assert len(told.right) == len(gold(WHOLE)["facts"]) == 15
    assert not told.missed, told
    assert not told.extra, told


@pytest.mark.parametrize("row", floors(), ids=lambda row: row["sample"])
def test_no_sample_is_understood_less_than_before(row: dict[str, str]) -> None:
    """The number of facts found never falls under the one in samples.csv, that of wrong ones never rises over it."""
    told = difference(row["sample"])
    assert len(told.right) + len(told.missed) == int(row["facts"]), "the labels have changed; put the new number down"
    assert len(told.right) >= int(row["found"]), told
    assert len(told.extra) <= int(row["wrong"]), told


@pytest.mark.parametrize("row", floors(), ids=lambda row: row["sample"])
def test_no_sample_is_read_hastily(row: dict[str, str]) -> None:
    """Nothing is asserted that the labels name as what the text does not state."""
    name = row["sample"]
    assert labels(name).negatives
    assert hasty(labels(name).negatives, difference(name), given(name)) == ()


@pytest.mark.parametrize("row", floors(), ids=lambda row: row["sample"])
def test_nothing_is_two_things(row: dict[str, str]) -> None:
    """No more of what the labels know as one is found as two than before."""
    extraction = extract(read_path(SAMPLES / f"{row['sample']}.txt"))
    entities = [
        entity for entity in resolve([extraction]).entities if entity.type in ("Person", "Organization", "Program")
    ]
    double = []
    for thing in gold(row["sample"])["entities"].values():
        names = {fold(name) for name in thing["names"]}
        slugs = [e.slug for e in entities if e.type == thing["type"] and names & {fold(n.text) for n in e.names}]
        double += [slugs] if len(slugs) > 1 else []
    assert len(double) <= int(row["double"]), double


def test_every_kazakh_sample_has_a_floor() -> None:
    """All Kazakh samples with labels of their own are measured."""
    assert [row["sample"] for row in floors()] == sorted(path.stem for path in SAMPLES.glob("*-kk.json"))
