"""Mentions from outside in a Russian sentence: taken where grammar has taken nothing.

A person's name is read as any other; another name stays as it is written unless the pipeline tells its nominative.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.lang.given import Given, settled, within
from kg.lang.ru.morphology import CASES
from kg.lang.ru.phrase import Grammar, Phrase
from kg.lang.ru.settled_names import take_person


def take_given(phrase: Phrase, given: Iterable[Given]) -> None:
    """Take the mentions of a user's pipeline whose words are free."""
    for one, first, last in within(given, phrase.tokens, phrase.free):
        if one.kind == "Person":
            settled(take_person(phrase, first, last, one.rule), one, phrase.known_as)
            continue
        label = phrase.words(first, last)
        chunk = phrase.chunk(one.kind, first, last, label=label, lemma=phrase.lower(last), rule=one.rule)
        phrase.take(settled(chunk, one, phrase.known_as), Grammar(_cases(phrase, last)))


def _cases(phrase: Phrase, last: int) -> tuple[str, ...]:
    """Return the cases that the last word may stand in; all, for a word that does not decline."""
    found = tuple(dict.fromkeys(form.case for form in phrase.forms[last] if form.case))
    return found or tuple(CASES)
