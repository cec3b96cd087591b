"""Names in quotes without a noun before them: bodies and programmes that the text or the gazetteer knows."""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.ru.phrase import Grammar, Phrase

_WORDS = cues("ru").words
_ALL = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")
_OF_BODIES = _WORDS["belongs-to-bodies"]
_SOME_OF_THEM = frozenset(tuple(pair.split()) for pair in _WORDS["some-of-them"])
_LEADS = _WORDS["leads"]
_SOON = 7  # tokens behind a name in quotes within which a verb tells that it is a body's


def _acts_as_body(phrase: Phrase, start: int, close: int) -> str | None:
    """«Декларант» – член федерации; «Сункар» входит в лигу: a name in quotes that belongs to a body is one itself."""
    before = phrase.lower(start - 1) if start else ""
    alone = start == 0 or before in (",", "и", "а", ";", "–", "—", "числе", "них") or phrase.opening(start)
    if alone and _among_bodies(phrase, start):
        return "Organization"
    if not phrase.tokens[start + 1].text[:1].isupper():
        return None
    if (phrase.lemmas(start - 1) | phrase.lemmas(close + 1)) & _LEADS:
        return "Organization"  # X, возглавляющий «Степь»; «Степь» возглавляет X
    if not alone:
        return None
    behind = phrase.lemmas_among(close + 1, min(close + 1 + _SOON, phrase.size))
    return "Organization" if behind & _OF_BODIES else None


def _among_bodies(phrase: Phrase, start: int) -> bool:
    """участвуют 12 компаний, среди них – «Байт» и «Сигма»: names of some, behind the noun for all of them."""
    for at in range(start - 1, 1, -1):
        pair = (phrase.lower(at), phrase.lower(at + 1))
        if pair in _SOME_OF_THEM and phrase.lower(at - 1) == ",":
            noun = phrase.taken[at - 2]
            lemmas = (
                {noun.lemma} if noun is not None and noun.plural else phrase.lemmas(at - 2) if noun is None else set()
            )
            return bool(lemmas & phrase.cues.organizations.keys())
    return False


def find_quoted(phrase: Phrase) -> None:
    """Take names in quotes without a noun before them that the text or the gazetteer knows."""
    for start, close in sorted(phrase.pairs.items()):
        if phrase.tokens[start].kind != "quote" or close - start > 12 or close - start < 2:
            continue
        if phrase.taken[start] is not None:
            continue
        name = phrase.words(start + 1, close - 1)
        told = phrase.known.quoted.get(name)
        if told is None and (known := phrase.known.declined(name)):
            name, told = known, phrase.known.quoted[known]  # у «Степного транзита»
        entry = phrase.known_as(name, "Program", "Organization")
        entry = entry if told is None or (entry is not None and entry.kind == told) else None  # the text knows better
        kind = entry.kind if entry else told or _acts_as_body(phrase, start, close)
        if kind is None:
            continue
        for i in range(start, close + 1):
            if (old := phrase.taken[i]) is not None:
                phrase.drop(old)
        chunk = phrase.chunk(kind, start, close, label=name, lemma=name, rule="quoted.known")
        chunk.known = entry.id if entry else None
        phrase.take(chunk, Grammar(_ALL))
