"""A letterhead in capitals above an announcement names the body that publishes it, but capitals tell no names.

КАСПИЙ ҒЫЛЫМИ-ЗЕРТТЕУ ИНСТИТУТЫ, ФЕДЕРАЦИЯ СЛАЛОМА КАЗАХСТАНА: so the line is read with small letters, but for its first
word and those that a language knows as names; it counts only where nothing but a body's name is left.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from kg.gazetteer import Gazetteer
from kg.lang.tokens import Token
from kg.publisher import state_at


def in_small_letters(
    tokens: Sequence[Token], stays: Callable[[str], bool], is_name: Callable[[str], bool], gazetteer: Gazetteer
) -> list[Token]:
    """Return the words of a line in capitals as they would stand in a sentence.

    A language says which words stay as they are (ҚР, ЦИК), and which are names by their form in small letters. All
    words of a state's name are: КЫРГЫЗСКОЙ РЕСПУБЛИКИ.
    """
    found: list[Token] = []
    states = _of_states([token.text for token in tokens], gazetteer)
    for at, token in enumerate(tokens):
        small = token.text.lower()
        if token.kind != "word" or not token.text.isupper() or stays(token.text) or len(small) != len(token.text):
            found.append(token)
            continue
        if at in states or is_name(small):
            small = "-".join(part.capitalize() for part in small.split("-"))
        elif not found or found[-1].kind == "quote":
            small = small.capitalize()
        found.append(replace(token, text=small))
    return found


def _of_states(words: Sequence[str], gazetteer: Gazetteer) -> set[int]:
    """Return the places of the words of states' names."""
    capitalised = [word.capitalize() for word in words]
    found: set[int] = set()
    for at in range(len(words)):
        found.update(range(at, at + state_at(capitalised, at, gazetteer)[1]))
    return found


def rewritten(text: str, tokens: Sequence[Token]) -> str:
    """Return a text with the tokens as they are now; each is as long as it was."""
    parts, at = [], 0
    for token in tokens:
        parts += [text[at : token.start], token.text]
        at = token.start + len(token.text)
    return "".join([*parts, text[at:]])
