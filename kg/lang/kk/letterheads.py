"""A letterhead in capitals: КАСПИЙ ҒЫЛЫМИ-ЗЕРТТЕУ ИНСТИТУТЫ above an announcement names the body that publishes it.

Capitals tell no names, so the line is read with small letters, but for its first word and those that are names of
states and places or stand so in the text; it counts only where nothing but a body's name is left.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kg.gazetteer import Gazetteer
from kg.lang.tokens import Token
from kg.publisher import state_at

_LONGEST_LETTERS = 3  # ҚР, ОСК stay as they are


def in_small_letters(tokens: list[Token], text: str, gazetteer: Gazetteer) -> list[Token]:
    """Return the words of a line in capitals as they would stand in a sentence of the text."""
    found: list[Token] = []
    for token in tokens:
        word = token.text
        if token.kind != "word" or len(word) <= _LONGEST_LETTERS or not word.isupper():
            found.append(token)
            continue
        small = word.lower()
        opening = not found or found[-1].kind == "quote"
        named = opening or _is_name(small.capitalize(), text, gazetteer)
        found.append(replace(token, text=small.capitalize() if named and len(small) == len(word) else small))
    return found


def _is_name(word: str, text: str, gazetteer: Gazetteer) -> bool:
    """Tell whether a word is the name of a state or place, or has a capital inside of sentences."""
    if state_at([word], 0, gazetteer)[0] or gazetteer.find(word, "kk", "Place"):
        return True
    return bool(re.search(rf"(?<=[а-яәіңғүұқөһ,] ){re.escape(word)}\b", text)) and word.lower() not in text


def rewritten(text: str, tokens: list[Token]) -> str:
    """Return a text with the tokens as they are now; each is as long as it was."""
    parts, at = [], 0
    for token in tokens:
        parts += [text[at : token.start], token.text]
        at = token.start + len(token.text)
    return "".join([*parts, text[at:]])
