"""Where the day of publication stands: "21.12.2017 14:00 |", "News · 21 May 2019", "ASTANA, May 3, 2018. The …"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from kg.read.words import words

_NUMERIC = re.compile(r"(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>(?:19|20)\d\d)\Z")
_SHORT = re.compile(r"(?P<day>\d\d)[./](?P<month>\d\d)[./](?P<year>\d\d)\Z")  # 19.01.24, on a line of its own only
_ISO = re.compile(r"(?P<year>(?:19|20)\d\d)[-./](?P<month>\d\d)[-./](?P<day>\d\d)\Z")
_WORDED = (
    # 21 декабря 2017, «21» декабря 2017, 21-го декабря 2017
    re.compile(
        r"[«“]?(?P<day>\d{1,2})[»”]?(?:-го|-е|st|nd|rd|th)?\s+(?P<name>[^\W\d_]+)\.?,?\s+(?P<year>(?:19|20)\d\d)\Z"
    ),
    re.compile(r"(?P<name>[^\W\d_]+)\.?\s+(?P<day>\d{1,2}),?\s+(?P<year>(?:19|20)\d\d)\Z"),  # December 21, 2017
    re.compile(r"(?P<year>(?:19|20)\d\d)\s+(?:жылғы|жылдың|ж\.)\s+(?P<day>\d{1,2})\s+(?P<name>[^\W\d_]+)\Z", re.I),
)
_TIME = re.compile(r"[,\s]*(?:\bT)?(?<!\d)\d{1,2}:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?\Z")
_YEAR_WORD = re.compile(r"(?:\s*(?:года|год|г\.|ж\.|жыл|жылы)|-(?:го|ж\.?))\Z", re.IGNORECASE)
_WEEKDAY = re.compile(
    r"(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|[Пп]н|[Вв]т|[Сс]р|[Чч]т|[Пп]т|[Сс]б|[Вв]с"
    r"|(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?)\.?,?\s+(?=\S*\d|[A-Z][a-z]+ \d)",
    re.IGNORECASE,
)
_PLACE = re.compile(r"(?:[^\W\d_][^\W\d_.'’-]*\.?[ -]?){1,4},\s*(?=[^\s])")
_TOWN_BEHIND = re.compile(r"\s*(?:г\.|қ\.)?\s*[^\W\d_][^\W\d_.'’-]*(?:[ -][^\W\d_]+){0,2}\s*(?:қ\.)?\s*\Z")
# A date among other words of a short line: in figures, or with its month in words.
_AMONG = re.compile(
    r"(?<![\w.])(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d"
    r"|[«“]?\d{1,2}[»”]?\s+[^\W\d_]{3,9}\.?,?\s+(?:19|20)\d\d|[^\W\d_]{3,9}\.?\s+\d{1,2},?\s+(?:19|20)\d\d"
    r"|(?:19|20)\d\d\s+(?:жылғы|жылдың)\s+\d{1,2}\s+[^\W\d_]{3,9})(?![\w])"
)
_FEW_WORDS = 5
_TODAY = re.compile(
    r"(?:[Сс]егодня|[Бб]үгін|[Tt]oday)\s*,\s*(?P<date>[^,.;\n]{6,30}?(?:19|20)\d\d)(?:\s*(?:года|г\.|жылы|ж\.))?\s*,"
)
_LONGEST = 80
_LONGEST_HEADING = 120
_WRAPPED = re.compile(r"([/\[(*_])\1{0,2}\s*([^/\[\]()*_]+?)\s*[/\])*_]{1,3}\Z")
_BESIDE = re.compile(r"\s*[|·•¦]\s*|\s+[/–—-]\s+|[,.]\s+(?=\d)|\s+(?:от|of|dated)\s+(?=\d)|(?<=\d),\s+")
_MONTH_LAST = re.compile(r"(?:,|[|·–—-])\s+(?P<date>[^\W\d_]{3,9}\.?\s+\d{1,2},\s+(?:19|20)\d\d)\s*\Z")
_OPENING = re.compile(
    r"\(?(?:[^\W\d_]{2,20}(?:,\s[^\W\d_]{2,20})?\.\s)?"
    r"(?P<head>(?:[^.:–—()\n]|(?<=\b[A-Z][a-z][a-z])\.(?= \d)|(?<=\d)\.(?=\d)){6,70}?"
    r"(?:19|20)\d\d(?:\s*(?:ж\.|г\.|года|жыл))?(?:,\s(?:[^\W\d_.]+[ -]?){1,3})?)\s*[.)–—:/-]{1,3}(?:\s|\Z)"
)
# TASHKENT, UZBEKISTAN (6 June 2023) — …
_IN_BRACKETS = re.compile(r"(?:[^\W\d_]+(?:,? |-)){1,4}\((?P<date>[^()\n]{8,24}(?<=\d{4}))\)\s*[–—-]\s")


@dataclass(frozen=True, slots=True)
class DateLine:
    """The date of a date line: ``day`` as ISO, or None when the calendar has no such day; ``text`` as written."""

    day: str | None
    text: str


def date_line(line: str) -> DateLine | None:
    """Return the date that a line consists of, or None when it is some other line."""
    core = line.strip(" |\t\u00a0").partition("|")[0].strip()
    if short := _SHORT.match(_TIME.sub("", core)):
        return DateLine(_day({**short.groupdict(), "year": f"20{short['year']}"}), short.group())
    if len(line) > _LONGEST or not re.search(r"(?:19|20)\d\d", line):
        return None
    if wrapped := _WRAPPED.match(core):
        core = wrapped.group(2)
    core = _without_prefix(_WEEKDAY.sub("", core))
    head, comma, place = core.rpartition(",")
    if comma and _TOWN_BEHIND.match(place) and re.search(r"(?:19|20)\d\d", head):
        core = head.strip()  # 11 мая 2024 г., Актау
    core = _YEAR_WORD.sub("", re.sub(r"T\Z", "", _TIME.sub("", core)).strip()).strip()
    match = _match(core)
    return DateLine(_day(match), core) if match else None


def dated_heading(line: str) -> DateLine | None:
    """Return the date that a heading bears beside other words ("Press release | 21 May 2019"), or None."""
    if len(line) > _LONGEST_HEADING or not re.search(r"(?:19|20)\d\d", line):
        return None
    if ending := _MONTH_LAST.search(line):  # Newsletter No. 31, September 23, 2016
        return date_line(ending["date"])
    parts = [part for part in _BESIDE.split(line.strip(" |\t\u00a0")) if part.strip()]
    dates = [found for part in (parts[:1] + parts[-2:] if len(parts) > 1 else ()) if (found := date_line(part))]
    return dates[-1] if dates else None


def opening_date(line: str) -> DateLine | None:
    """Return the date that a story opens with, behind a place or alone ("KARAGANDA, May 3, 2018. The Union …")."""
    behind_a_town = _IN_BRACKETS.match(line)
    if behind_a_town and line[: behind_a_town.start("date")].isupper():
        return date_line(behind_a_town["date"])
    match = _OPENING.match(line)
    return date_line(match["head"]) if match else None


def date_among_words(line: str, *, last: bool = False) -> DateLine | None:
    """Return the one date that a short line of few words bears ("NEWS 14.03.2024", "14 March 2024 at 10:15"), or None.

    A line whose words lead up to a date in words (the meeting of 14 March 2024) may be a headline and counts only at
    the end of an announcement (``last``), where headlines don't stand.
    """
    found = list(_AMONG.finditer(line)) if len(line) <= _LONGEST_HEADING else []
    date = date_line(found[0].group()) if len(found) == 1 else None
    if date is None:
        return None
    before = re.findall(r"[^\W\d_]+", line[: found[0].start()])
    behind = re.findall(r"[^\W\d_]+", line[found[0].end() :])
    if len(before) + len(behind) > _FEW_WORDS + 2 * last:
        return None
    figures = found[0].group()[0].isdigit() and not re.search(r"[^\W\d_]", found[0].group())
    shouted = all(word.isupper() or len(word) < 3 for word in before)
    return date if last or figures or shouted else None


def date_of_today(line: str) -> DateLine | None:
    """Return the date that a story calls today: "Сегодня, 14 марта 2024 года, прошло …"."""
    match = _TODAY.search(line)
    return date_line(match["date"]) if match else None


def _without_prefix(text: str) -> str:
    label, colon, rest = text.partition(":")
    if colon and label.strip().lower() in words("date_prefixes"):
        return rest.strip()
    first = max((word for word in words("date_prefixes") if text.lower().startswith(f"{word} ")), key=len, default="")
    if first and re.match(r"\s*\D{0,12}\d", text[len(first) :]) and not _match(text):
        return text[len(first) :].strip()
    place = _PLACE.match(text)
    # "December 21, 2017" has no place before its comma.
    return text[place.end() :] if place and re.match(r"\D*\d", text[place.end() :]) and not _match(text) else text


def _match(text: str) -> dict[str, str] | None:
    for pattern in (_NUMERIC, _ISO):
        if match := pattern.match(text):
            return match.groupdict()
    for pattern in _WORDED:
        if (match := pattern.match(text)) and match["name"].lower() in _months():
            return match.groupdict()
    return None


def _day(parts: dict[str, str]) -> str | None:
    month = int(parts["month"]) if "month" in parts else _months()[parts["name"].lower()]
    try:
        return date(int(parts["year"]), month, int(parts["day"])).isoformat()
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    """Names of months in all our languages, from CLDR, in small letters: желтоқсан, декабря, декабрь, december, dec."""
    from babel.dates import get_month_names

    short = {name.lower().strip("."): number for number, name in get_month_names("abbreviated", "format", "en").items()}
    return {"sept": 9, **short} | {
        name.lower().strip("."): number
        for lang in ("kk", "ru", "en")
        for context in ("format", "stand-alone")
        for width in ("abbreviated", "wide")
        for number, name in get_month_names(width, context, lang).items()
    }
