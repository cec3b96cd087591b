"""Sary Bank JSC (hereinafter the Bank): the noun in brackets means that body throughout the text.

So do (hereinafter referred to as the "Fund"), (hereafter – the Company) and (the "Operator").
"""

from __future__ import annotations

from kg.lang.en.phrase import Phrase
from kg.lang.syntax import Chunk, Sentence
from kg.lang.tokens import Token, brackets

_DEFINING = frozenset({"hereinafter", "hereafter"})
_TELLING = frozenset({"that", "which", "whose", "where"})
_BETWEEN = frozenset({"referred", "called", "to", "as", "the", "simply"})


def name_as_defined(sentence: Sentence, defined: dict[str, Chunk]) -> None:
    """Note the nouns that a sentence defines, then name by them the bodies that it calls so."""
    for chunk in sentence.chunks:
        if chunk.kind == "Organization" and chunk.proper and (noun := _defined(sentence, chunk)):
            defined.setdefault(noun, _of_which(chunk, noun))
    for chunk in sentence.chunks:
        meant = defined.get(chunk.label)
        plain = chunk.kind == "Organization" and not chunk.proper and not chunk.plural and chunk.owner is None
        if meant is not None and plain and chunk.label[:1].isupper():
            chunk.label, chunk.core, chunk.known, chunk.proper = meant.label, meant.core, meant.known, True
            chunk.value, chunk.rule = "", "organization.defined"


def name_in_apposition(phrase: Phrase) -> None:
    """Sary Su JSC, the state utility that runs the port: the noun behind the comma means the body before it."""
    for noun in [c for c in phrase.chunks if c.kind == "Organization" and not c.proper and not c.plural]:
        start = phrase.phrase_start(noun.first)
        told = phrase.lower(noun.last + 1) in _TELLING and phrase.lower(start - 1) == "," and noun.owner is None
        if not told or phrase.lower(start) not in ("the", "a", "an", "its", "our") or start < 1:
            continue
        before = phrase.taken[start - 2]
        if before is None or before.kind != "Organization" or not before.proper or before.last != start - 2:
            continue
        noun.label, noun.core, noun.known, noun.proper = before.label, before.core, before.known, True
        noun.value, noun.rule, noun.inside = "", "organization.apposition", None


def set_aside_definitions(phrase: Phrase) -> None:
    """What stands in the brackets does nothing there: the board of Sary Su JSC (the Company) met."""
    for body in [c for c in phrase.chunks if c.kind == "Organization" and c.proper and c.inside is None]:
        close = phrase.pairs.get(body.last + 1, 0)
        for chunk in [c for c in phrase.chunks if body.last < c.first <= close and c.kind == "Organization"]:
            if not chunk.proper and chunk.inside is None and _noun_defined(phrase.tokens, phrase.pairs, body.last + 1):
                chunk.inside = body


def _of_which(body: Chunk, noun: str) -> Chunk:
    """The Board of Directors of Sary Su JSC ("the Company"): the company is the one that the board is of."""
    whole = body.owner
    inner = whole is not None and whole.kind == "Organization" and whole.proper and whole.last == body.last
    return whole if whole is not None and inner and body.lemma != noun.lower() else body


def _defined(sentence: Sentence, body: Chunk) -> str:
    """Return the noun that the brackets behind a body define as its name here, or ""."""
    tokens, opening = sentence.tokens, body.last + 1
    if opening >= len(tokens) or tokens[opening].text != "(":
        return ""
    return _noun_defined(tokens, brackets(tokens), opening)


def _noun_defined(tokens: list[Token], pairs: dict[int, int], opening: int) -> str:
    close = pairs.get(opening, opening)
    inside = [token for token in tokens[opening + 1 : close] if token.kind == "word"]
    words = [token.text.lower() for token in inside[:-1]]
    quoted = any(token.kind == "quote" for token in tokens[opening + 1 : close])
    told = words[:1] and (words[0] in _DEFINING or (words == ["the"] and quoted))
    if not told or not set(words) <= _DEFINING | _BETWEEN or not inside[-1].text[:1].isupper():
        return ""
    return inside[-1].text
