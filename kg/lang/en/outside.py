"""Mentions from outside in an English sentence: taken where grammar has taken nothing."""

from __future__ import annotations

from collections.abc import Iterable

from kg.lang.en.phrase import Phrase
from kg.lang.given import Given, within


def take_given(phrase: Phrase, given: Iterable[Given]) -> None:
    """Take the mentions of a user's pipeline whose words are free."""
    for one, first, last in within(given, phrase.tokens):
        if not phrase.free(first, last):
            continue
        label = one.name or phrase.words(first, last)
        chunk = phrase.chunk(one.kind, first, last, label=label, lemma=phrase.lemma(last), rule=one.rule)
        chunk.confidence = 0.7
        if one.kind == "Organization":
            chunk.core = label
        elif one.kind == "Event":
            chunk.kind_of, chunk.flags = "Gathering", {"weak"}
        entry = phrase.known_as(label, *(("Country", "Place") if one.kind == "Place" else (one.kind,)))
        if entry is not None:
            chunk.kind, chunk.known = entry.kind, entry.id
        phrase.take(chunk)
