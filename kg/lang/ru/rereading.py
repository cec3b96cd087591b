"""Whether a Russian sentence would be read otherwise now that the sentences behind it have been read too."""

from __future__ import annotations

from kg.lang.by_form import ByForm
from kg.lang.ru.names import name_like, parts_of
from kg.lang.ru.phrase import Phrase
from kg.lang.tokens import is_acronym


def read_otherwise_now(phrase: Phrase, begun: int, ended: int) -> bool:
    """Tell whether what was learned while or after a sentence was read may change how it is read.

    ``begun`` and ``ended`` are how many lessons there had been when its reading began and ended. What a sentence has
    taught itself matters only if it says it twice, a head noun of bodies only where it stands alone.
    """
    if phrase.known.lessons == begun:
        return False
    lately = {word: when for word, when in phrase.known.learned.items() if when >= begun}
    heads = {word[1:] for word in lately if word[:1] == "#"}
    if heads and any(phrase.lemmas(at) & heads and not _in_name(phrase, at) for at in range(phrase.size)):
        return True
    own: set[str] = set()
    for words in _vocabulary(phrase):
        if words.isdisjoint(lately):
            continue
        found = [word for word in words if word in lately]
        if any(lately[word] >= ended or word in own for word in found):
            return True
        own.update(found)
    return False


def _in_name(phrase: Phrase, at: int) -> bool:
    """Tell whether a noun is one of several words of a body's name: it takes up no other body then."""
    chunk = phrase.taken[at]
    return chunk is not None and chunk.kind == "Organization" and chunk.proper and chunk.first < chunk.last


def _vocabulary(phrase: Phrase) -> list[frozenset[str]]:
    """Return what each name-like word, abbreviation and quoted name of a sentence may be a form of."""
    found = [names for token in phrase.tokens if token.kind == "word" and (names := _NAMES[token.text])]
    quotes = [(start + 1, close - 1) for start, close in phrase.pairs.items() if phrase.tokens[start].kind == "quote"]
    return found + [
        frozenset({phrase.words(first, last)})
        for first, last in quotes
        if first < last or not _NAMES[phrase.tokens[first].text]  # else it is there as a word
    ]


def _names(word: str) -> frozenset[str]:
    if not (is_acronym(word) or name_like(word)):
        return frozenset()
    return frozenset({word, word[:-1], word[:-2], *(part.nominative for part in parts_of(word))})


_NAMES = ByForm(_names)
