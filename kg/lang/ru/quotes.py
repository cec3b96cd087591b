"""Names in quotes that decline with the sentence: тренер «Зенита», депутат от «Единой России»."""

from __future__ import annotations

from kg.lang.ru.morphology import Form, inflected
from kg.lang.ru.phrase import Grammar, Phrase, adjectives_of, nouns_of
from kg.lang.syntax import Chunk


def quoted_nominative(phrase: Phrase, start: int, close: int) -> str:
    """Return the name between two quotes, read as a genitive, in the nominative.

    A name that the text gives elsewhere as it stands here, or that is no genitive, stays as it is.
    """
    name = phrase.words(start + 1, close - 1)
    if known := phrase.known.declined(name):
        return known
    words = range(start + 1, close)
    if name in phrase.known.quoted or any(phrase.tokens[i].kind != "word" for i in words):
        return name
    head = next((i for i in words if _genitive(phrase, i) is not None and not _describes(phrase, i, close)), None)
    form = _genitive(phrase, head) if head is not None else None
    if head is None or form is None or phrase.tokens[head].acronym:
        return name
    before = [_adjective(phrase, i, form) for i in range(start + 1, head)]
    if not all(before):
        return name
    own = inflected(phrase.tokens[head].text, form.lemma, "NOUN", "Nom", form.number)
    return " ".join([*before, own]) + phrase.text[phrase.tokens[head].end : phrase.tokens[close - 1].end]


def take_quoted_body(phrase: Phrase, start: int, close: int, rule: str) -> Chunk:
    """Take a name in quotes, which stands in the genitive without a noun of its own, for a body."""
    for old in {id(c): c for c in phrase.taken[start : close + 1] if c is not None}.values():
        phrase.drop(old)
    label = quoted_nominative(phrase, start, close)
    phrase.known.learn_quoted(label, "Organization")
    body = phrase.chunk("Organization", start, close, label=label, lemma=label.lower(), rule=rule)
    return phrase.take(body, Grammar(("Gen",)))


def _genitive(phrase: Phrase, at: int) -> Form | None:
    """Return the reading of a noun as a genitive, if it can be no nominative."""
    found = nouns_of(phrase.tokens[at].text)
    if any(f.case == "Nom" and f.number == "Sing" for f in found):
        return None
    return next((f for f in found if f.case == "Gen" and not f.fixed), None)


def _describes(phrase: Phrase, at: int, close: int) -> bool:
    """Левого фронта: a word that is a noun too, but agrees with the noun behind it, is its adjective."""
    noun = _genitive(phrase, at + 1) if at + 1 < close else None
    return noun is not None and bool(_adjective(phrase, at, noun))


def _adjective(phrase: Phrase, at: int, noun: Form) -> str:
    word = phrase.tokens[at].text
    for form in adjectives_of(word):
        if form.case == "Gen" and form.number == noun.number and (noun.number == "Plur" or form.gender == noun.gender):
            return inflected(word, form.lemma, form.pos, "Nom", noun.number, noun.gender)
    return ""
