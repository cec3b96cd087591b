"""Which words of a Russian letterhead in capitals stay as they are, and which are names by the dictionary."""

from __future__ import annotations

from collections.abc import Container

from kg.lang.cues import cues
from kg.lang.ru.morphology import forms

_NAMES = frozenset({"Geox", "Name", "Surn", "Patr"})
_SHORTEST_WORD = 4  # letters: РК, ЦИК stay as they are, but not СУД


def stays(word: str, acronyms: Container[str]) -> bool:
    """Tell whether a word in capitals is too short to be read as one, or an abbreviation that the text explains."""
    if len(word) < _SHORTEST_WORD and word.lower() not in cues("ru").organizations:
        return True
    return word in acronyms and not any(f.known and f.pos in ("NOUN", "ADJF") for f in forms(word.lower()))


def is_name(word: str) -> bool:
    """Tell whether the dictionary knows a word first of all as the name of a place or of people."""
    first = next(iter(forms(word.capitalize())), None)
    return first is not None and first.known and first.name in _NAMES
