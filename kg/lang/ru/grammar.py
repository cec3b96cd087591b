"""Nouns and the adjectives before them: readings that agree, the group they make, and what grammar leaves of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kg.lang.cues import cues
from kg.lang.ru.morphology import ADJECTIVES, Form, forms
from kg.lang.tokens import is_acronym

_RARE = 0.25  # главой may be of an adjective главый, but hardly ever is
_VERBAL = frozenset({"VERB", "INFN", "PRTS", "GRND", "PRTF"})
_MODAL_WORDS = frozenset({"PRED", "ADJS"})
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


_ALSO_ADJECTIVES = frozenset({"учёный", "ученый", "управляющий"})  # учёный совет, управляющий директор


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
    return found if weight >= _RARE * rivals or any(f.lemma in _ALSO_ADJECTIVES for f in found) else ()


@lru_cache(maxsize=65_536)
def verb_of(word: str) -> tuple[Form | None, bool]:
    """Return the reading of a word as a verb, and whether it is one even where a noun group might have it."""
    found = forms(word)
    if not found or is_acronym(word):
        return None, True
    # прошедшая 2 марта: the dictionary has it for an adjective as well
    top = next((f for f in found if f.pos == "PRTF" and f.score == found[0].score), found[0])
    if top.pos in _VERBAL and not top.known and word[0].isupper():
        return None, True  # «Кендирли»: a name that only looks like a verb
    if top.pos in _VERBAL:
        return top, True
    if top.pos in _MODAL_WORDS:
        modal = any(f.lemma in cues("ru").modality for f in found) or word.lower() in ("вправе", "нет")
        modal = modal or any(f.lemma in cues("ru").words["is-so-in-short"] for f in found)  # должность вакантна
        done = next((f for f in found if f.pos == "PRTS" and f.score == top.score), None)  # заняты
        return (top if modal else done), True
    verb = next((f for f in found if f.pos in ("VERB", "PRTS")), None)
    return (verb if verb is not None and verb.score >= 0.2 else None), False
