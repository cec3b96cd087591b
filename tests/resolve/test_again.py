"""What was decided in one world is taken over in another where nothing touched it, and changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
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
from kg.records import Entity, Resolution
from kg.resolve.aligned import Aligned, Found
from kg.resolve.digest import digest, looked_at
from kg.resolve.memory import Memory
from kg.resolve.resolve import decide
from kg.resolve.score import Kind, Scores, Scoring, scored
from kg.resolve.score import Known as Scored
from kg.resolve.told import Digest
from kg.resolve.trace import Trace
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
    return msgspec.structs.replace(digest(extraction, load()), key=sha256(looked_at(extraction)).digest())


def world(chosen: Mapping[int, Told]) -> list[Digest]:
    """Return announcements, each called by its number."""
    return [told(*one, f"{number:02}") for number, one in chosen.items()]


TOLD = st.tuples(st.integers(0, len(TEXTS) - 1), st.integers(0, len(NAMES) - 1))
WORLDS = st.dictionaries(st.integers(0, 29), TOLD, min_size=1, max_size=20)
CHANGES = st.dictionaries(st.integers(0, 29), st.none() | TOLD, min_size=1, max_size=3)
"""What is told under some numbers now, None for nothing any more."""

Before = tuple[Trace | None, tuple[Entity, ...], dict[bytes, Found], dict[str, Digest]]
"""What was decided, the things, what was found in versions, and what was told."""


def decided(chosen: Mapping[int, Told], before: Before, scoring: Scoring = scored) -> tuple[Resolution, Before]:
    """Return who is who by the help of what was decided before, and what a cache keeps of it."""
    earlier, entities, found, digests = before
    now = {(one.id, one.key): one for one in world(chosen)}
    known = {(one.id, one.key): one for one in digests.values()} | now
    memory = Memory(earlier, entities, lambda told: [known[key] for key in told], Aligned(found), now=[*now])
    resolution = decide(world(chosen), load(), scoring=scoring, memory=memory)
    kept = msgspec.json.encode((memory.kept, memory.aligned.now))
    known: tuple[Trace, dict[bytes, Found]] = msgspec.json.decode(kept, type=tuple[Trace, dict[bytes, Found]])
    return resolution, (known[0], resolution.entities, known[1], {one.id: one for one in world(chosen)})


@settings(max_examples=40, deadline=None)
@given(first=WORLDS, changes=st.lists(CHANGES, min_size=1, max_size=4))
def test_it_changes_nothing(first: dict[int, Told], changes: list[dict[int, Told | None]]) -> None:
    """Whatever came and went between, who is who is what it is when all is decided anew."""
    nothing_changes(first, changes)


@settings(max_examples=20, deadline=None)
@given(first=WORLDS, changes=st.lists(CHANGES, min_size=1, max_size=4))
def test_nor_where_neighbours_are_compared(first: dict[int, Told], changes: list[dict[int, Told | None]]) -> None:
    """It is so where many share a key, of whom each is compared with the nearest alone: others are near by a change."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kg.resolve.score.ALL_PAIRS", 2)
        patch.setattr("kg.resolve.score._NEIGHBOURS", 1)
        patch.setattr("kg.resolve.keys.ALL_PAIRS", 2)
        nothing_changes(first, changes)


def nothing_changes(first: dict[int, Told], changes: list[dict[int, Told | None]]) -> None:
    """Find that what is decided after each change is what is decided from nothing."""
    chosen: dict[int, Told] = first
    _, before = decided(chosen, (None, (), {}, {}))
    for change in changes:
        chosen = {number: one for number, one in (chosen | change).items() if one} or first
        found, before = decided(chosen, before)
        assert found == decide(world(chosen), load())


WHOLE = {number: (number, 0) for number in range(len(TEXTS))}


def test_only_what_changed_is_gone_through() -> None:
    """Nothing is compared where nothing changed, and after a change only what names and days bring together with it."""
    compared: list[int] = []

    def counting(
        kind: Kind[Any], things: Mapping[int, Any], allowed: Callable[[int, int], bool], known: Scored | None = None
    ) -> Scores:
        compared.append(len(things))
        return scored(kind, things, allowed, known)

    def counted(chosen: Mapping[int, Told], before: Before) -> list[int]:
        compared.clear()
        decided(chosen, before, counting)
        return compared.copy()

    _, before = decided(WHOLE, (None, (), {}, {}))
    everything = counted(WHOLE, (None, (), {}, {}))
    assert counted(WHOLE, before) == [0, 0, 0]
    few = counted(WHOLE | {3: (3, 1)}, before)
    assert all(0 < some < all_ / 2 for some, all_ in zip(few, everything, strict=True))


def test_only_what_is_asked_for_is_read() -> None:
    """Where nothing is otherwise only announcements are read that have short forms of names or tell of ties."""
    _, before = decided(WHOLE, (None, (), {}, {}))
    earlier, entities, found, digests = before
    known = {(one.id, one.key): one for one in digests.values()}
    read: list[str] = []

    def reading(told: Sequence[tuple[str, bytes]]) -> list[Digest]:
        read.extend(id_ for id_, _ in told)
        return [known[key] for key in told]

    memory = Memory(earlier, entities, reading, Aligned(found), now=[*known])
    decide((), load(), memory=memory)
    telling = {one.id for one in digests.values() if one.shorts or one.ties}
    assert set(read) <= telling
    assert len(telling) < len(WHOLE)


def test_no_versions_are_compared_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """What corresponds in two versions that say what they said, and of whose things the same are one, is known."""
    first, before = decided(WHOLE, (None, (), {}, {}))
    assert any(before[2].values())
    monkeypatch.setattr("kg.resolve.aligned._compared", lambda *_: pytest.fail("they are compared again"))
    assert decided(WHOLE, before)[0] == first
