"""A foreign name that Russian text gives in Latin letters too: Юнас Линдквист (Jonas Lindqvist), бывший тренер."""

from __future__ import annotations

from kg.lang.likeness import likeness
from kg.lang.ru.phrase import Phrase
from kg.lang.syntax import Chunk

_LONGEST = 5


def spelt_in_latin(phrase: Phrase, person: Chunk) -> int:
    """Take the brackets behind a name in full that spell it in Latin letters; return where the name ends with them.

    They are of the same number of words, one of which at least sounds alike: Кими Лайне (Red Bull) is of no such name.
    """
    opening = person.last + 1
    close = phrase.pairs.get(opening, 0)
    if phrase.lower(opening) != "(" or not opening < close - 1 <= opening + _LONGEST:
        return person.last
    words = [token.text for token in phrase.tokens[opening + 1 : close]]
    own = likeness(person.label).split()
    if len(words) != len(own) or len(own) == 1 or not all(map(_latin_name, words)):
        return person.last
    if not set(likeness(" ".join(words)).split()) & set(own):
        return person.last
    for old in {id(c): c for c in phrase.taken[opening : close + 1] if c is not None and c is not person}.values():
        phrase.drop(old)
    for at in range(opening, close + 1):
        phrase.taken[at] = person
    person.names = [" ".join(words)]
    phrase.ends[person] = close
    return close


def _latin_name(word: str) -> bool:
    """Tell whether a word is a name in Latin letters, those with marks too (Jürgen, Łukasz)."""
    return word[:1].isupper() and word[1:].islower() and all(letter < "\u0370" for letter in word)
