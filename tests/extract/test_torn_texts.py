"""Sentences that are cut short, that lost words or marks, or whose words were mixed up, in every language."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract import extract
from kg.records import LANGUAGES
from tests.extract.read_cases import cases
from tests.extract.test_extract import assert_sound, read, unpunctuated


@cache
def _sentences(lang: str) -> list[str]:
    return [line for case in cases() if case.lang == lang for line in case.text.splitlines() if line.strip()]


@st.composite
def torn(draw: st.DrawFn, lang: str) -> str:
    """Draw a sentence of the cases of a language and damage it."""
    sentence = draw(st.sampled_from(_sentences(lang)))
    if draw(st.booleans()):
        sentence = unpunctuated(sentence)
    words = sentence.split()
    begin, end = sorted((draw(st.integers(0, len(words))), draw(st.integers(0, len(words)))))
    kept = words[begin:end]
    return " ".join(draw(st.permutations(kept)) if draw(st.booleans()) else kept)


@pytest.mark.parametrize("lang", LANGUAGES)
@given(data=st.data())
@settings(deadline=None, max_examples=200)
def test_a_torn_sentence_gives_a_sound_extraction(lang: str, data: st.DataObject) -> None:
    """Whatever is left of a sentence, reading it does not fail, and what is found is grounded in the words."""
    assert_sound(extract(read(data.draw(torn(lang)), lang)))


@pytest.mark.parametrize(
    ("lang", "text"),
    [("en", "Dana Moss (Director,"), ("kk", "Дүниежүзілік шаңғы одағына 41 мемлекет мүше, олардың")],
)
def test_what_once_broke_off_too_early(lang: str, text: str) -> None:
    """A bracket that nothing closes and a pronoun that nothing follows end a text as well as a full stop."""
    assert_sound(extract(read(text, lang)))
