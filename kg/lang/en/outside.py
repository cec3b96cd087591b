"""Mentions from outside in an English sentence: taken where grammar has taken nothing."""

from __future__ import annotations

from collections.abc import Iterable

from kg.lang.en.phrase import Phrase
from kg.lang.given import Given, settled, within


def take_given(phrase: Phrase, given: Iterable[Given]) -> None:
    """Take the mentions of a user's pipeline whose words are free."""
    for one, first, last in within(given, phrase.tokens, phrase.free):
        label = phrase.words(first, last)
        chunk = phrase.chunk(one.kind, first, last, label=label, lemma=phrase.lemma(last), rule=one.rule)
        settled(chunk, one, phrase.known_as)
        if one.kind == "Organization":
            chunk.core = chunk.label
        phrase.take(chunk)
