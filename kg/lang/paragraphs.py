"""Which language each paragraph of an announcement is in, where it is not the announcement's own.

A paragraph is of another language only if a clear majority of its words is: a short line, a quoted name or a list of
surnames stays with the announcement.
"""

from __future__ import annotations

import re

from kg.lang.detect import detect, signs_of
from kg.records import LANGUAGES, Announcement, Line

_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_KAZAKH = re.compile(r"[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")
_NOT_RUSSIAN = re.compile(r"[әғқңөұүһіӘҒҚҢӨҰҮҺІA-Za-z]")
_FEWEST = 8  # words: fewer tell a name or a heading, not a language
_MAJORITY = 3  # times as many signs of the other language as of the announcement's own


def foreign_paragraphs(announcement: Announcement) -> dict[int, str]:
    """Return the language of each line, by its number, that is in another language than the announcement."""
    text, own = announcement.text, announcement.lang
    found = {}
    for number, line in enumerate(announcement.lines):
        if line.kind in ("title", "paragraph") and _may_be_foreign(text, line, own):
            language = _language(text[line.start : line.end], own)
            if language != own:
                found[number] = language
    return found


def _may_be_foreign(text: str, line: Line, own: str) -> bool:
    """Tell by letters alone whether a closer look is worth its time: most lines are of the announcement's language."""
    if own == "en":
        return _CYRILLIC.search(text, line.start, line.end) is not None
    if own == "ru":
        return _NOT_RUSSIAN.search(text, line.start, line.end) is not None
    # one letter in twelve at least is Kazakh's own
    return len(_KAZAKH.findall(text, line.start, line.end)) * 12 < line.end - line.start


def _language(text: str, own: str) -> str:
    if len(_WORD.findall(text)) < _FEWEST:
        return own
    found = detect(text)
    if found not in LANGUAGES or found == own:
        return own
    return found if signs_of(found, text) >= _MAJORITY * signs_of(own, text) else own
