"""Where a sentence ends behind initials that follow their surname: докладывала Мадинова З.Т. Интересы представлял X.

The stop of the initials is the sentence's too, so nothing but the next word tells: one that is no name begins another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.lang.ru.morphology import forms
from kg.records import Span

_BEHIND_A_SURNAME = re.compile(r"[А-ЯЁ][а-яё]{2,} (?:[А-ЯЁ]\. ?){2}(?=[А-ЯЁ][а-яё]{3,})")
_NEXT = re.compile(r"[А-ЯЁ][а-яё]+")


def cut_behind_initials(text: str, span: Span) -> Iterator[Span]:
    """Yield the sentences that a stretch taken for one is made of."""
    start = span.start
    for found in _BEHIND_A_SURNAME.finditer(text, span.start, span.end):
        word = _NEXT.match(text, found.end())
        if word is not None and _is_no_name(word[0]):
            end = found.start() + len(found[0].rstrip())
            yield Span(start, end)
            start = found.end()
    yield Span(start, span.end)


def _is_no_name(word: str) -> bool:
    found = forms(word)
    return bool(found) and all(f.known and not f.name for f in found)
