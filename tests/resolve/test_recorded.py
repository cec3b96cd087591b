"""What was compared in one world serves in another, and never changes what is decided there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace
from functools import cache
from hashlib import sha256
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract import extract
from kg.gazetteer import load
from kg.read.announce import read_text
from kg.records import Resolution
from kg.resolve.aligned import Aligned, Found
from kg.resolve.person import Person
from kg.resolve.recorded import Recorded
from kg.resolve.resolve import decide
from kg.resolve.score import Kind, Scores, scored
from kg.resolve.score import Known as Scored
from kg.resolve.told import Digest, digest, looked_at
from tests.benchmarks.texts import texts

NAMES = (("", ""), ("Мәдина", "Динара"), ("Мадина", "Динара"), ("төраға", "директор"), ("2012", "2013"))
TEXTS = [one.text for one in texts(24)]

Told = tuple[int, int]
"""The place of a text, and of the name in it that is another."""


@cache
def told(place: int, which: int, id_: str) -> Digest:
    """Return what resolution keeps of a text under an id."""
    text = TEXTS[place].replace(*NAMES[which]) if which else TEXTS[place]
    extraction = extract(read_text(text, id=id_))
    return replace(digest(extraction, load()), key=sha256(looked_at(extraction)).digest())


def world(chosen: Sequence[Told]) -> list[Digest]:
    """Return announcements, each called by its number."""
    return [told(*one, f"{number:02}") for number, one in enumerate(chosen)]


WORLDS = st.lists(st.tuples(st.integers(0, len(TEXTS) - 1), st.integers(0, len(NAMES) - 1)), min_size=1, max_size=14)


Known = tuple[Sequence[Recorded], dict[bytes, Found]]
"""What was compared of people, and what was found in versions."""


def decided(chosen: Sequence[Told], before: Known) -> tuple[Resolution, Known]:
    """Return who is who with the help of what was compared before, and what was compared, as a cache gives it back."""
    kept: list[Recorded] = []
    aligned = Aligned(before[1])
    found = decide(world(chosen), load(), before=before[0], keep=kept.append, aligned=aligned)
    known: Known = msgspec.json.decode(msgspec.json.encode((kept, aligned.now)), type=Known)
    return found, known


@settings(max_examples=25, deadline=None)
@given(first=WORLDS, changes=st.lists(st.tuples(st.integers(0, 13), WORLDS), min_size=1, max_size=4))
def test_it_changes_nothing(first: list[Told], changes: list[tuple[int, list[Told]]]) -> None:
    """Whatever came and went between, who is who is what it is when all is compared anew."""
    chosen, before = first, decided(first, ((), {}))[1]
    for place, others in changes:
        chosen = [*chosen[:place], *others[:2], *chosen[place + 1 :]]
        found, before = decided(chosen, before)
        assert found == decide(world(chosen), load())


def test_nobody_is_compared_twice() -> None:
    """Of those of whom nothing else is said than before every score is known."""
    new: list[int] = []

    def counting(
        kind: Kind[Any], things: Mapping[int, Any], allowed: Callable[[int, int], bool], known: Scored | None = None
    ) -> Scores:
        held = len(known) if known is not None else 0
        found = scored(kind, things, allowed, known)
        if known is not None:
            new.append(len(known) - held)
        return found

    chosen = [(place, 0) for place in range(len(TEXTS))]
    before, _ = decided(chosen, ((), {}))[1]
    decide(world(chosen), load(), scoring=counting)
    decide(world(chosen), load(), scoring=counting, before=before)
    assert new[0] > 0
    assert new[2:] == [0, 0]


def test_no_versions_are_compared_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """What corresponds in two versions that say what they said, and of whose things the same are one, is known."""
    chosen = [(place, 0) for place in range(len(TEXTS))]
    first, (people, versions) = decided(chosen, ((), {}))
    assert any(versions.values())
    monkeypatch.setattr("kg.resolve.aligned._compared", lambda *_: pytest.fail("they are compared again"))
    assert decided(chosen, (people, versions))[0] == first


def test_all_of_a_person_is_recorded() -> None:
    """What is said of a person and not recorded would be taken for the same when it is not."""
    said = {each.name for each in fields(Person) if each.init}
    recorded = "group names fathers posts bodies wider states company first last appointed left"
    assert said == set(recorded.split())
