"""How English is understood: golden phrases and clauses, words in context, and what holds of any text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.extract import extract
from kg.lang.en.morphology import analyse, lemma_of
from kg.lang.en.parse import head_of
from kg.lang.en.tagging import tag
from kg.lang.tokens import tokens
from kg.read import read_text

from .describe import clauses, phrases

_HERE = Path(__file__).parent


def _cases(name: str) -> list[tuple[str, str]]:
    """Return (text, how it is understood) of a table: a line, and an indented one beneath it."""
    lines = [line for line in (_HERE / name).read_text("utf-8").splitlines() if line and not line.startswith("#")]
    found = list(zip(lines[::2], (line.strip() for line in lines[1::2]), strict=True))
    assert all(not text.startswith(" ") for text, _ in found)
    return found


PHRASES, CLAUSES = _cases("phrases.txt"), _cases("clauses.txt")
WORDS = sorted({word for text, _ in PHRASES + CLAUSES for word in text.split()})


@pytest.mark.parametrize(("text", "expected"), PHRASES, ids=[text for text, _ in PHRASES])
def test_phrases(text: str, expected: str) -> None:
    """Names, posts and things are found with their edges, labels and owners."""
    assert phrases(text) == expected


@pytest.mark.parametrize(("text", "expected"), CLAUSES, ids=[text for text, _ in CLAUSES])
def test_clauses(text: str, expected: str) -> None:
    """Each verb has the phrases that belong to it, in the part that they play, and its modality."""
    assert clauses(text) == expected


def test_all_cases_are_collected() -> None:
    """No case is lost to a slip in its form."""
    assert len(PHRASES) >= 30
    assert len(CLAUSES) >= 30


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Union plans to meet", "D P V T B"),
        ("the plans of the Union", "D N I D P"),
        ("a mission will need more observers", "D N M B D N"),
        ("the draft prepared by experts was new", "D N X I N A J"),
        ("experts prepared the draft", "N V D N"),
        ("the report that was read", "D N W A X"),
        ("he said that it was read", "R V S R A X"),
        ("after the session he left", "I D N R V"),
    ],
)
def test_tags(text: str, expected: str) -> None:
    """A word that may be several parts of speech is told by the words around it."""
    assert " ".join(tag(tokens(text, 0, len(text)), title=False)) == expected


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("ministries", "ministry"),
        ("held", "hold"),
        ("Chairmen", "chairman"),
        ("was", "be"),
        ("news", "news"),
        ("Council's", "council"),
        ("has", "have"),
        ("bodies", "body"),
        ("congress", "congress"),
    ],
)
def test_lemmas(word: str, lemma: str) -> None:
    """Nouns come in the singular, verbs in their base."""
    assert lemma_of(word) == lemma


def test_readings_name_every_part_of_speech() -> None:
    """A word that is a verb and a noun has a reading for each."""
    assert {reading.pos for reading in analyse("plans")} == {"NOUN", "VERB"}


@pytest.mark.parametrize(
    ("name", "noun"),
    [("Association of World Election Bodies", "association"), ("Kazyna Fund", "fund"), ("Office for Rights", "office")],
)
def test_head(name: str, noun: str) -> None:
    """The noun that a name turns on stands before its first preposition."""
    assert head_of(name) == noun


@st.composite
def salads(draw: st.DrawFn) -> str:
    """Draw words of the cases in any order and case, with anything between them."""
    words = draw(st.lists(st.sampled_from(WORDS), max_size=40))
    between = st.sampled_from([" ", " ", " ", ", ", ". ", "\n", " – ", ' "', '" ', " (", ") ", "; ", "’s ", " Ye. "])
    casings: list[Callable[[str], str]] = [str, str, str, str.upper, str.lower, str.title]
    casing = st.sampled_from(casings)
    return "".join(draw(casing)(word) + draw(between) for word in words)


@settings(max_examples=150, deadline=None)
@given(st.one_of(salads(), st.text(max_size=200)))
@example("meeting ")
def test_any_text_is_read(text: str) -> None:
    """Whatever the text, extraction comes back, the same twice, every quote where it says."""
    announcement = replace(read_text(text, id="any", lang="en"), published="2021-03-05")
    extraction = extract(announcement)
    assert extraction == extract(announcement)
    assert all(m.text == announcement.text[m.start : m.end] != "" for m in extraction.mentions)
    keys = {thing.key for thing in extraction.things}
    assert all(claim.subject in keys and claim.evidence for claim in extraction.claims)
    assert all(0 <= s.start < s.end <= len(announcement.text) for c in extraction.claims for s in c.evidence)
