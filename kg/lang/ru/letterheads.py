"""A letterhead in capitals: ФЕДЕРАЦИЯ СЛАЛОМА КАЗАХСТАНА above an announcement names the body that publishes it.

Capitals tell no names, so the line is read with small letters, but for its first word and those that are names by the
dictionary; it counts only where nothing but a body's name is left.
"""

from __future__ import annotations

from dataclasses import replace

from kg.lang.cues import cues
from kg.lang.ru.known import Known
from kg.lang.ru.morphology import forms
from kg.lang.tokens import Token

_NAMES = frozenset({"Geox", "Name", "Surn", "Patr"})
_SHORTEST_WORD = 4  # letters: РК, ЦИК stay as they are, but not СУД


def in_small_letters(tokens: list[Token], known: Known) -> list[Token]:
    """Return the words of a line in capitals as they would stand in a sentence; quoted names keep a capital."""
    found: list[Token] = []
    for token in tokens:
        if token.kind != "word" or not token.text.isupper() or _stays(token.text):
            found.append(token)
            continue
        opening = not found or found[-1].kind == "quote"
        word = token.text.lower()
        if opening or _is_name(word):
            word = "-".join(part.capitalize() for part in word.split("-"))
        found.append(token if _abbreviation(token.text, known) else replace(token, text=word))
    return found


def _stays(word: str) -> bool:
    return len(word) < _SHORTEST_WORD and word.lower() not in cues("ru").organizations


def _is_name(word: str) -> bool:
    first = next(iter(forms(word.capitalize())), None)
    return first is not None and first.known and first.name in _NAMES


def _abbreviation(text: str, known: Known) -> bool:
    return text in known.acronyms and not any(f.known and f.pos in ("NOUN", "ADJF") for f in forms(text.lower()))


def rewritten(text: str, tokens: list[Token]) -> str:
    """Return a text with the tokens as they are now; each is as long as it was."""
    out = text[: tokens[0].start] if tokens else text
    for at, token in enumerate(tokens):
        end = tokens[at + 1].start if at + 1 < len(tokens) else len(text)
        out += token.text + text[token.start + len(token.text) : end]
    return out
