"""Where a sentence ends behind initials that follow their surname: докладывала Мадинова З.Т. Интересы представлял X.

The stop of the initials is the sentence's too, so nothing but the next word tells: one that is no name begins another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.lang.ru.morphology import forms
from kg.records import Span

_BEHIND_A_SURNAME = re.compile(r"[А-ЯЁ][а-яё]{2,} (?:[А-ЯЁ]\. ?){2}(?=[А-ЯЁ][а-яё]+)")
# Алматы, 11 апреля 2020 г. Аким принял посла: the stop of the year ends a date line.
_DATELINE = re.compile(
    r"(?:г\. ?)?[А-ЯЁ][а-яё]+(?:[- ][А-ЯЁа-яё]+)?[,.] "
    r"\d{1,2} (?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)[а-я]* \d{4} г\. ?(?=[А-ЯЁ«])"
)
_LONG = 4  # letters
_NEXT = re.compile(r"[А-ЯЁ][а-яё]+")


def cut_behind_initials(text: str, span: Span) -> Iterator[Span]:
    """Yield the sentences that a stretch taken for one is made of."""
    start = span.start
    if (opening := _DATELINE.match(text, span.start, span.end)) is not None:
        yield Span(start, start + len(opening[0].rstrip()))
        start = opening.end()
    for found in _BEHIND_A_SURNAME.finditer(text, span.start, span.end):
        word = _NEXT.match(text, found.end())
        if word is not None and _is_no_name(word[0]):
            end = found.start() + len(found[0].rstrip())
            yield Span(start, end)
            start = found.end()
    yield Span(start, span.end)


def _is_no_name(word: str) -> bool:
    """Tell whether a word is none of a name; a short one is a pronoun then, for Ли and По are surnames."""
    found = forms(word)
    if len(word) < _LONG:
        return bool(found) and all(f.pos == "NPRO" for f in found)
    return bool(found) and all(f.known and not f.name for f in found)
