"""Which words of a Russian letterhead in capitals stay as they are, and which are names by the dictionary."""

from __future__ import annotations

import re
from collections.abc import Container

from kg.lang.cues import cues
from kg.lang.ru.morphology import forms

_NAMES = frozenset({"Geox", "Name", "Surn", "Patr"})
_LONGEST_LETTERS = 6  # of an abbreviation
_SHORTEST_WORD = 4  # letters: РК, ЦИК stay as they are, but not СУД


def stays(word: str, acronyms: Container[str], text: str) -> bool:
    """Tell whether a word in capitals is too short to be read as one, or an abbreviation that the text uses."""
    first = next(iter(forms(word.lower())), None)
    if first is not None and first.known and first.pos in ("PREP", "CONJ"):
        return False  # ХОККЕЯ НА ТРАВЕ И В ЗАЛЕ
    if len(word) < _SHORTEST_WORD and word.lower() not in cues("ru").organizations:
        return True
    used = word in acronyms or (len(word) <= _LONGEST_LETTERS and _within(word, text))
    return used and not any(f.known and f.pos in ("NOUN", "ADJF") for f in forms(word.lower()))


def is_name(word: str, text: str) -> bool:
    """Tell whether the dictionary knows a word first of all as a place's or people's name, or the text has a capital.

    The text has one where the word stands so inside of sentences, and nowhere else in small letters: в Мажилисе.
    """
    if _within(word.capitalize(), text) and not re.search(rf"\b{re.escape(word)}\b", text):
        return True
    first = next(iter(forms(word.capitalize())), None)
    return first is not None and first.known and first.name in _NAMES


def _within(word: str, text: str) -> bool:
    """Tell whether a word stands so inside of a sentence, behind small letters or an opening bracket."""
    return bool(re.search(rf"(?:(?<=[а-яё,] )|(?<=\())" rf"{re.escape(word)}\b", text))
