"""Which words of a Kazakh letterhead in capitals stay as they are, and which are names."""

from __future__ import annotations

import re

from kg.gazetteer import Gazetteer
from kg.publisher import state_at

_LONGEST_LETTERS = 3  # ҚР, ОСК


def stays(word: str) -> bool:
    """Tell whether a word in capitals is as short as abbreviations are."""
    return len(word) <= _LONGEST_LETTERS


def is_name(word: str, text: str, gazetteer: Gazetteer) -> bool:
    """Tell whether a word is the name of a state or place, or has a capital inside of sentences."""
    name = word.capitalize()
    if state_at([name], 0, gazetteer)[0] or gazetteer.find(name, "kk", "Place"):
        return True
    return bool(re.search(rf"(?<=[а-яәіңғүұқөһ,] ){re.escape(name)}\b", text)) and word not in text
