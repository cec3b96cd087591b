"""Mentions from outside in a Kazakh sentence: taken where grammar has taken nothing, in the case of their last word."""

from __future__ import annotations

from collections.abc import Iterable

from kg.lang.given import Given, settled, within
from kg.lang.kk.people import take_person
from kg.lang.kk.phrase import Phrase


def take_given(phrase: Phrase, given: Iterable[Given]) -> None:
    """Take the mentions of a user's pipeline whose words are free."""
    for one, first, last in within(given, phrase.tokens, phrase.free):
        if one.kind == "Person":
            settled(take_person(phrase, first, last, one.rule), one, phrase.known_as)
            continue
        reading = phrase.nominal(last)
        label = one.name or phrase.named(first, last, reading)
        function = phrase.function(last, reading)
        lemma = reading.lemma if reading else label
        chunk = phrase.chunk(one.kind, first, last, label=label, lemma=lemma, rule=one.rule, function=function)
        phrase.take(settled(chunk, one, phrase.known_as))
