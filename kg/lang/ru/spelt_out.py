"""Abbreviations that stand for a word of their sentence: университет им. Шокая, зам. директора, гл. врач."""

from __future__ import annotations

from collections.abc import Sequence

from kg.lang.ru.grammar import nouns_of
from kg.lang.ru.morphology import inflected, like
from kg.lang.ru.names import has_article
from kg.lang.ru.prepositions import GOVERNED
from kg.lang.tokens import Token

# Abbreviation -> word, and its dictionary form in pymorphy3, to which заведующий is a participle.
_POSTS = {
    "зам": ("заместитель", "заместитель", "NOUN"),
    "зав": ("заведующий", "заведовать", "PRTF"),
    "нач": ("начальник", "начальник", "NOUN"),
    "пом": ("помощник", "помощник", "NOUN"),
}
_MODIFIERS = {"ген": "генеральный", "гл": "главный", "исп": "исполнительный"}
BEFORE_A_STOP = frozenset(_POSTS) | frozenset(_MODIFIERS)
"""Abbreviations of posts, without their stop: no sentence ends behind one."""
_SHORT = frozenset({"им"}) | {form for short in BEFORE_A_STOP for form in (short, short.capitalize(), short.upper())}


def spelt_out(tokens: list[Token]) -> list[Token]:
    """Return the tokens with an abbreviation and its stop as one token, the word; offsets stay those of the text."""
    if _SHORT.isdisjoint([token.text for token in tokens]):
        return tokens
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        word = _word(tokens, at) if at + 2 < len(tokens) and tokens[at + 1].text == "." else ""
        if word:
            found.append(Token(token.start, tokens[at + 1].end, like(token.text, word), "word"))
            at += 2
        else:
            found.append(token)
            at += 1
    return found


def _word(tokens: Sequence[Token], at: int) -> str:
    """Return what a word with a stop behind it stands for in its place, "" if it is no abbreviation."""
    short, behind = tokens[at].text.lower(), tokens[at + 2]
    if short == "им" and tokens[at].text.islower() and _may_be_a_name(behind):
        return "имени"
    if short in _POSTS and behind.kind == "word" and not behind.capital:
        return inflected(*_POSTS[short], _case(tokens, at), "Sing", "Masc")
    if short in _MODIFIERS and (nouns := nouns_of(behind.text)):
        first = nouns[0]
        return inflected(_MODIFIERS[short], _MODIFIERS[short], "ADJF", first.case, first.number, first.gender)
    return ""


def _may_be_a_name(token: Token) -> bool:
    return token.capital or token.kind == "initials" or has_article(token.text)  # им. аль-Фараби


def _case(tokens: Sequence[Token], at: int) -> str:
    """Return the case that the preposition before a word asks for, else the nominative."""
    governed = GOVERNED.get(tokens[at - 1].text.lower()) if at else None
    return next(iter(governed)) if governed else "Nom"
