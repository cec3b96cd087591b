"""Abbreviations inside names that Russian reads as a word: университет им. Шокая is the университет имени Шокая."""

from __future__ import annotations

from kg.lang.tokens import Token


def spelt_out(tokens: list[Token]) -> list[Token]:
    """Return the tokens with "им." before a name as one token, имени; offsets stay those of the text."""
    if "им" not in [token.text for token in tokens]:
        return tokens
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.text == "им" and at + 2 < len(tokens) and tokens[at + 1].text == "." and _name(tokens[at + 2]):
            found.append(Token(token.start, tokens[at + 1].end, "имени", "word"))
            at += 2
        else:
            found.append(token)
            at += 1
    return found


def _name(token: Token) -> bool:
    return token.capital or token.kind == "initials"
