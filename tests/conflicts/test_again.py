"""Contradictions are sought only of what is said otherwise than before, and are those that are found anew."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.conflicts import Before, among
from kg.conflicts.of_extractions import claimed
from kg.extract import extract
from kg.read.announce import read_text
from kg.records import Extraction
from kg.resolve import resolve
from kg.run.disputed import told_otherwise
from tests.benchmarks.texts import texts

TEXTS = [one.text for one in texts(30)]
FACTS = (
    *(("", ""), ("since 19", "since 20"), (" met with ", " did not meet with "), ("Chairman", "Director")),
    *(("has been a member", "is not a member"), ("төраға", "директор"), ("Председател", "Директор"), ("1", "2")),
)

Told = tuple[int, int]
"""The place of a text, and of the words in it that are others."""


@cache
def said(place: int, which: int, id_: str) -> Extraction:
    """Return what a text says under an id."""
    return extract(read_text(TEXTS[place].replace(*FACTS[which], 3) if which else TEXTS[place], id=id_))


TOLD = st.tuples(st.integers(0, len(TEXTS) - 1), st.integers(0, len(FACTS) - 1))
NUMBERS = st.integers(0, 39)


@settings(max_examples=15, deadline=None)
@given(
    first=st.dictionaries(NUMBERS, TOLD, min_size=5, max_size=30),
    changes=st.lists(st.dictionaries(NUMBERS, st.none() | TOLD, min_size=1, max_size=3), min_size=1, max_size=4),
)
def test_they_are_those_found_anew(first: Mapping[int, Told], changes: list[dict[int, Told | None]]) -> None:
    """Whatever came and went between."""
    then: Mapping[int, Told] = first
    extractions = [said(*one, f"{number:02}") for number, one in then.items()]
    entities = resolve(extractions).entities
    rows = among(map(claimed, extractions), entities)
    for change in changes:
        now = {number: one for number, one in (then | change).items() if one} or first
        extractions = [said(*one, f"{number:02}") for number, one in now.items()]
        found = resolve(extractions).entities
        others = told_otherwise(entities, found, {f"{number:02}" for number, _ in now.items() ^ then.items()})
        again = among(map(claimed, extractions), found, before=Before(rows, others))
        assert again == among(map(claimed, extractions), found)
        then, entities, rows = now, found, again
