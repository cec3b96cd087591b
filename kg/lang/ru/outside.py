"""Mentions from outside in a Russian sentence: taken where grammar has taken nothing.

A person's name is read as any other; another name stays as it is written unless the pipeline tells its nominative.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.lang.given import Given, within
from kg.lang.ru.morphology import CASES
from kg.lang.ru.people import take_person
from kg.lang.ru.phrase import Grammar, Phrase


def take_given(phrase: Phrase, given: Iterable[Given]) -> None:
    """Take the mentions of a user's pipeline whose words are free."""
    for one, first, last in within(given, phrase.tokens):
        if not phrase.free(first, last):
            continue
        if one.kind == "Person":
            chunk = take_person(phrase, first, last, one.rule)
            chunk.label = one.name or chunk.label
            chunk.confidence = 0.7
            continue
        label = one.name or phrase.words(first, last)
        chunk = phrase.chunk(one.kind, first, last, label=label, lemma=phrase.lower(last), rule=one.rule)
        chunk.confidence = 0.7
        if one.kind == "Event":
            chunk.kind_of, chunk.flags = "Gathering", {"weak"}
        entry = phrase.known_as(label, *(("Country", "Place") if one.kind == "Place" else (one.kind,)))
        if entry is not None:
            chunk.kind, chunk.known = entry.kind, entry.id
        phrase.take(chunk, Grammar(_cases(phrase, last)))


def _cases(phrase: Phrase, last: int) -> tuple[str, ...]:
    """Return the cases that the last word may stand in; all, for a word that does not decline."""
    found = tuple(dict.fromkeys(form.case for form in phrase.forms[last] if form.case))
    return found or tuple(CASES)
