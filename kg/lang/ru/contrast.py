"""Whom a sentence names only to say that it was another: не X, а Y назначена; назначена Y, а не X."""

from __future__ import annotations

from kg.lang.ru.phrase import Phrase
from kg.lang.syntax import Chunk

_NAMES = frozenset({"Person", "Organization", "Place", "Country"})
_ASIDE = 10  # tokens within which the other one is named behind a clause on this one: не X, как прогнозировали, а Y


def another(phrase: Phrase, chunk: Chunk) -> bool:
    """Tell whether a name is denied in favour of another; not: не только X, но и Y."""
    if chunk.kind not in _NAMES:
        return False
    _, begin = phrase.preposition(phrase.begin_of(chunk))
    if phrase.lower(begin - 1) != "не" or begin < 1:
        return False
    if phrase.lower(begin - 2) in ("а", "но") and begin > 1:
        return True
    behind = range(chunk.last + 1, min(chunk.last + _ASIDE, phrase.size))
    return any(phrase.lower(i) == "," and phrase.lower(i + 1) == "а" for i in behind)
