"""From a text to an Announcement: language, lines, day of publication, and notes on what is odd."""

from __future__ import annotations

from dataclasses import replace

from kg.errors import KgError
from kg.lang.detect import detect
from kg.read.dateline import DateLine
from kg.read.layout import date_lines, layout
from kg.records import LANGUAGES, Announcement

_NOT_READ_YET = {
    "kk-Latn": "is written in Kazakh in Latin script, which is not read yet; give its Cyrillic version",
    "kk-Arab": "is written in Kazakh in Arabic script, which is not read yet; give its Cyrillic version",
    "und": "is not in Kazakh, Russian or English, or too short to tell; say which it is with --lang",
}


def read_text(text: str, *, id: str, source: str = "", lang: str | None = None) -> Announcement:  # noqa: A002
    """Return the announcement that a text is.

    ``lang`` is "kk", "ru" or "en"; without it the language is detected. Raises KgError when it is none of these.
    """
    lang = checked(lang) if lang else language(text, source or id)
    return laid_out(Announcement(id=id, text=text, lang=lang, source=source))


def language(text: str, name: str) -> str:
    """Return the language that a text is in; raises KgError, with the text's ``name``, when it isn't one we read."""
    lang = detect(text)
    if lang in _NOT_READ_YET:
        raise KgError(f"{name} {_NOT_READ_YET[lang]}")
    return lang


def checked(lang: str) -> str:
    """Return a language that the user names; raises KgError when it isn't one that is read."""
    if lang not in LANGUAGES:
        raise KgError(f"{lang!r} is no language that is read; choose one of {', '.join(LANGUAGES)}")
    return lang


def laid_out(announcement: Announcement) -> Announcement:
    """Return the announcement with its lines and day of publication, as far as they are missing, and notes on them."""
    lines = announcement.lines or layout(announcement.text)
    dates = date_lines(announcement.text, lines)
    published = announcement.published or (dates[0].day if dates else None)
    notes = () if announcement.published else tuple(_notes(dates))
    return replace(announcement, lines=lines, published=published, notes=announcement.notes + notes)


def _notes(dates: list[DateLine]) -> list[str]:
    if not dates:
        return ["no date line, so the day of publication is not known"]
    notes = [
        f"the date line “{line.text}” names a day that the calendar does not have" for line in dates if not line.day
    ]
    days = sorted({line.day for line in dates if line.day})
    if len(days) > 1:
        notes.append(f"two date lines differ ({' and '.join(days)}); the first one was taken")
    return notes
