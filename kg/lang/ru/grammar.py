"""Nouns and the adjectives before them: readings that agree, the group they make, and what grammar leaves of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kg.lang.ru.morphology import ADJECTIVES, Form, forms

_RARE = 0.25  # главой may be of an adjective главый, but hardly ever is
_AS_OFTEN = frozenset({"учёный", "ученый"})  # учёный совет, though the dictionary has the man before the adjective
_NEVER_ADJECTIVES = frozenset({"который", "чей", "весь", "сам", "один"})


@dataclass(slots=True, eq=False)
class Group:
    """A noun with the adjectives before it that agree; ``cases`` are those that all of them can be in."""

    first: int
    last: int
    head: int
    lemma: str
    cases: tuple[str, ...]
    number: str = "Sing"
    gender: str = ""
    animate: bool = False
    kind: str = "noun"  # noun, acronym, quote, pronoun
    numbers: frozenset[str] = frozenset({"Sing"})

    @property
    def certain_number(self) -> str:
        """The number, "" when the form may be either (стороны)."""
        return self.number if len(self.numbers) == 1 else ""


@dataclass(slots=True)
class Grammar:
    """What agreement leaves of a chunk's cases, and its number and gender ("" when they can't be told)."""

    cases: tuple[str, ...]
    number: str = "Sing"
    gender: str = ""
    animate: bool = False
    begin: int = -1  # where the words that agree with it begin, if before the chunk


@lru_cache(maxsize=65_536)
def nouns_of(word: str) -> tuple[Form, ...]:
    """Return the readings of a word as a noun."""
    return tuple(f for f in forms(word) if f.pos == "NOUN" and f.case)


@lru_cache(maxsize=65_536)
def adjectives_of(word: str) -> tuple[Form, ...]:
    """Return the readings of a word as an adjective or participle that stands before its noun."""
    found = tuple(
        f for f in forms(word) if f.pos in ADJECTIVES and f.case and f.lemma not in _NEVER_ADJECTIVES and not f.fixed
    )
    weight = sum(f.score for f in found)
    rivals = sum(f.score for f in nouns_of(word) if f.known)
    return found if weight >= _RARE * rivals or any(f.lemma in _AS_OFTEN for f in found) else ()
