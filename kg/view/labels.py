"""Text that fits: how wide words are about, where lines break, when a date is.

A browser's fonts are not known here, so widths are estimates on the generous side of common sans-serif fonts; the page
squeezes a line that is wider after all, so nothing ever leaves its box.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import lru_cache

_WIDTHS = (
    (0.33, "iіїjlI|.,:;'’ʼ!()[]ftr·-"),
    (0.36, ' \u00a0"“”«»'),
    (0.92, "mwшщжюыфмWMШЩЖЮЫФМ@%…—"),
    (0.60, "0123456789"),
)
_EMS = {character: width for width, characters in _WIDTHS for character in characters}
_ISO = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def em(character: str) -> float:
    """Return about how wide a character is, in ems of a semi-bold sans-serif."""
    if character in _EMS:
        return _EMS[character]
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0.0
    if unicodedata.east_asian_width(character) in {"W", "F"}:
        return 1.3 if ord(character) > 0xFFFF else 1.05
    return 0.74 if character.isupper() else 0.6


def width(text: str, size: float) -> float:
    """Return about how wide a line of text is, in pixels, at a font size in pixels."""
    return size * sum(em(character) for character in text)


def wrap(text: str, size: float, limit: float, most: int) -> tuple[str, ...]:
    """Break a text into at most ``most`` lines of at most ``limit`` pixels, as evenly as possible.

    What does not fit ends in an ellipsis. A word longer than a line is cut where the line ends.
    """
    words = _words(" ".join(text[:600].split()), size, limit)
    lines = _fill(words, size, limit)
    if len(lines) > most:
        return (*lines[: most - 1], _shorten(" ".join(lines[most - 1 :]), size, limit))
    narrow = limit
    while len(lines) > 1 and len(tighter := _fill(words, size, narrow - 6)) == len(lines) and narrow > limit / 2:
        lines, narrow = tighter, narrow - 6
    return tuple(lines)


def initials(name: str) -> str:
    """Return up to two first letters of a person's name, the last word's included ("Берік Имашев" -> "БИ")."""
    words = [word for word in re.split(r"[\s.\-]+", name[:200]) if word[:1].isalpha()]
    chosen = words if len(words) < 2 else [words[0], words[-1]]
    return "".join(word[0].upper() for word in chosen)[:2]


@lru_cache(maxsize=100_000)
def date_text(iso: str, lang: str) -> str:
    """Write an ISO day, month or year as people of a language do; what is no such date comes back as it is."""
    from babel.dates import format_date, format_skeleton

    first = _first_day(iso)
    if first is None:
        return iso
    if len(iso) == len("2017-12-21"):
        return str(format_date(first, "medium", locale=lang))
    return str(format_skeleton("yMMMM", first, locale=lang)) if "-" in iso else iso


@lru_cache(maxsize=100_000)
def period_text(start: str, end: str, lang: str) -> str:
    """Write a span of time ("7–8 June 2018", "2013 – 2017", "2013 –"); empty when neither end is known."""
    if start and start == end:
        return date_text(start, lang)
    if start and end:
        days = _days_text(start, end, lang)
        return days or f"{date_text(start, lang)} – {date_text(end, lang)}"
    if end:
        return f"– {date_text(end, lang)}"
    return f"{date_text(start, lang)} –" if start else ""


def _first_day(iso: str) -> date | None:
    found = _ISO.fullmatch(iso)
    if not found:
        return None
    year, month, day = found.groups()
    try:
        return date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None


def _days_text(start: str, end: str, lang: str) -> str:
    """Write a span between two days of which the first is the earlier; "" for any other."""
    from babel.dates import format_interval

    first, last = _first_day(start), _first_day(end)
    if not first or not last or len(start) != len(end) or start.count("-") != 2 or last < first:
        return ""
    return str(format_interval(first, last, "yMMMd", locale=lang))


def _words(text: str, size: float, limit: float) -> list[str]:
    """Split at spaces, and cut words that no line could hold."""
    words: list[str] = []
    for word in text.split(" "):
        rest = word
        while width(rest, size) > limit:
            cut = _fitting(rest, size, limit)
            words.append(rest[:cut])
            rest = rest[cut:]
        words.append(rest)
    return words


def _fill(words: list[str], size: float, limit: float) -> list[str]:
    lines: list[str] = []
    for word in words:
        if lines and width(f"{lines[-1]} {word}", size) <= limit:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return lines


def _fitting(text: str, size: float, limit: float) -> int:
    """Return how many characters fit, at least one, never parting a letter from its accents."""
    total, cut = 0.0, 0
    for place, character in enumerate(text):
        total += size * em(character)
        if total > limit:
            break
        cut = place + 1
    while 1 < cut < len(text) and em(text[cut]) == 0.0:
        cut -= 1
    return max(cut, 1)


def _shorten(text: str, size: float, limit: float) -> str:
    return text[: _fitting(text, size, limit - width("…", size))].rstrip(" ,.-") + "…"
