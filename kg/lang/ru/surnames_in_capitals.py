"""Surnames that official Russian writes in capitals: Ерлан СЕЙДАЛИН, АЙТЖАНОВ Бекболат Нурпеисулы, Е. СЕЙДАЛИН."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.lang.ru.known import Known
from kg.lang.ru.morphology import forms
from kg.lang.ru.names import named_by_form
from kg.lang.tokens import Token

_CAPITALS = re.compile(r"[А-ЯЁӘҒҚҢӨҰҮҺІ]{3,}(?:-[А-ЯЁӘҒҚҢӨҰҮҺІ]{2,})?$")


def with_small_letters(tokens: list[Token], known: Known) -> list[Token]:
    """Return the tokens with each surname in capitals, known by the given name beside it, written as others are."""
    if not [token for token in tokens if token.text.isupper() and _CAPITALS.match(token.text)]:
        return tokens
    return [
        replace(token, text="-".join(part.capitalize() for part in token.text.split("-")))
        if _is_surname(tokens, at, known)
        else token
        for at, token in enumerate(tokens)
    ]


def _is_surname(tokens: list[Token], at: int, known: Known) -> bool:
    text = tokens[at].text
    if tokens[at].kind != "word" or not _CAPITALS.match(text):
        return False
    if text in known.cues.not_organizations or known.row(text, ("Organization", "Country", "Place")) is not None:
        return False
    if len(text) < 5 and text in known.acronyms:
        return False
    before = tokens[at - 1] if at else None
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    if before is not None and (before.kind == "initials" or _given(before)):
        return True
    if _surname(tokens, at + 2):
        return False  # ЮНЕСКО и ИСЕСКО Асель Утегенова: she has a surname of her own
    return behind is not None and _given(behind) and (len(text) > 4 or _patronymic(tokens, at + 2))


def _given(token: Token) -> bool:
    """Tell whether a token is a given name or a patronymic written with small letters."""
    if token.kind != "word" or not token.text[0].isupper() or not token.text[1:].islower():
        return False
    return named_by_form(token.text) == "Patr" or any(
        f.name == "Name" and f.number == "Sing" for f in forms(token.text)
    )


def _surname(tokens: list[Token], at: int) -> bool:
    """Tell whether a token is a surname in small letters."""
    token = tokens[at] if at < len(tokens) else None
    small = token is not None and token.kind == "word" and token.text[0].isupper() and token.text[1:].islower()
    return small and token is not None and named_by_form(token.text) == "Surn"


def _patronymic(tokens: list[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].kind == "word" and named_by_form(tokens[at].text) == "Patr"
