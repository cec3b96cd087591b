"""The numbers of a sentence that are still free: no part of a date, a name or a post that was found before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from kg.lang.numbers import find_numbers, number_data
from kg.lang.syntax import Chunk
from kg.lang.tokens import Token

_WORD = re.compile(r"[^\W\d_]\w*")
_DIGIT = re.compile(r"[0-9]")


def free_numbers(
    text: str, tokens: list[Token], taken: Sequence[Chunk | None], counting: list[int], lang: str
) -> Iterator[tuple[int, int, int]]:
    """Yield (first token, last token, value) of each cardinal number that stands on tokens that no chunk has.

    ``counting`` are the tokens that may count (see ``may_count``); where chunks have them all, nothing is searched.
    ``taken`` may change while this yields.
    """
    if all(taken[i] is not None for i in counting):
        return
    begin = tokens[0].start
    for number in find_numbers(text[begin : tokens[-1].end], lang):
        first, last = number.start + begin, number.end + begin
        inside = [i for i, token in enumerate(tokens) if first < token.end and token.start < last]
        if inside and not number.ordinal and all(taken[i] is None for i in range(inside[0], inside[-1] + 1)):
            yield inside[0], inside[-1], number.value


@lru_cache(maxsize=65_536)
def may_count(word: str, lang: str) -> bool:
    """Tell whether a token may be part of a number: it has a digit or is a number word."""
    data = number_data(lang)
    return _DIGIT.search(word) is not None or any(
        form in data.words or form in data.scales for form in _WORD.findall(word.lower())
    )
