"""The dates of an announcement, in any of its languages: where they stand, and what day, month or year they mean."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Final

from kg.lang.date_calendar import (
    can_be,
    month_of_week,
    nearest_year,
    shifted_day,
    shifted_month,
    weekday_near,
)
from kg.lang.date_names import all_quotes, quoted_names
from kg.lang.date_parts import Part, Shift, completed, parts_of, years_from_left
from kg.lang.date_tokens import Token, day_of, tokens_of
from kg.lang.date_words import DateLanguage, date_language
from kg.lang.syntax import DAY

_DATATYPES: Final = {10: "date", 7: "gYearMonth", 4: "gYear"}
# What stands behind "on the 14th": a mark or the words of a clause, not the noun of "on the 14th floor".
_NO_NOUN: Final = re.compile(
    r"(?=\s*(?:[,.;:)–—]|$)|\s+(?:(?:and|we|he|she|it|they|the|a|an|its|his|her|our|their|in|at|with|by|there|both)\b|[A-Z]))"
)
_NO_DAY: Final = re.compile(r"\b(?:at|for|within|during|in)\s+the\s+\d{1,2}[a-z]{2}$")
_BESIDE: Final = re.compile(r",? [(–—-]?(?:i\.e\. |that is,? |namely )?")
# Today, he said, hardly anybody would: the day of whoever speaks, not of the story.
_SAID: Final = re.compile(r",? (?:(?:he|she|they) (?:said|says|added|noted|explained)|по (?:его|её|их) словам),")
_LONG_VISIT: Final = 14  # days
_MOVED_REACH: Final = 60  # characters before "from 5 to 7 May" in which "postponed" is sought


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text.

    ``start`` and ``end`` cover all its words ("2013 жылдың қазан айынан бастап") but not a preposition before it.
    ``value`` is as exact as the text: "2017-12-21", "2013-10" or "2013"; ``end_value`` is the last day, month or year
    of a period. ``relation`` is "on", "since", "until", "by" or "after" (в 2013 году, с, до, к, после); a period is
    "on". ``kind`` is "relative" if the day of publication or an earlier date was needed to understand it, except for
    a mere missing year. ``coming`` is given for a bare weekday (в понедельник): the day to come,
    ``value`` being the day past; what is said of the day tells which. ``weekly`` marks a month or year that is all
    that can be told of "last week". ``time`` is the clock time with it ("14:00").
    """

    start: int
    end: int
    value: str
    end_value: str | None = None
    relation: str = "on"
    kind: str = "absolute"
    weekly: bool = False
    time: str | None = None
    coming: str | None = None


def find_dates(
    text: str, lang: str, published: str | None, start: int = 0, end: int | None = None
) -> list[DateMention]:
    """Return the dates of text[start:end] in order; offsets refer to the whole text.

    ``lang`` is "kk", "ru" or "en" (any other has no dates), ``published`` the ISO day from which "today" and missing
    years are told. "The same day" means the last full day mentioned in the stretch before it, else ``published``.
    What cannot be told for certain is left out. Never raises.
    """
    return [date for date in _walked(text, lang, published, start, end)[0] if date.coming is None]


def dates_of_story(text: str, lang: str, published: str | None, *, weekdays: bool = False) -> list[DateMention]:
    """Return the dates of a whole text; without a day of publication the first full one tells the year of the others.

    With ``weekdays`` bare weekdays are among them, each with the day past and the day to come that it may mean.

    Words such as "today" say nothing then, and a day without any year in the text stays unknown.
    """
    if published and weekdays:
        return list(_walked(text, lang, published, 0, None)[0])
    found = find_dates(text, lang, published)
    if published:
        return found
    full = [d for d in found if len(d.value) == DAY and d.value[:4] in text[d.start : d.end]]
    if not full:
        return [d for d in found if d.value[:4] in text[d.start : d.end]]
    told = next((d for d in full if d.relation == "on"), full[0]).value
    # what another day of publication would change is told from it (today); "the same day" is told from the text
    elsewhere = {(d.start, d.value) for d in find_dates(text, lang, f"{int(told[:4]) + 400}{told[4:]}")}
    return [d for d in find_dates(text, lang, told) if d.kind == "absolute" or (d.start, d.value) in elsewhere]


def impossible_dates(text: str, lang: str, published: str | None = None) -> list[tuple[int, int, str]]:
    """Return (start, end, words) of what is written as a date but is none: 31 ақпан, 2017-02-30, 45.13.2017.

    Asked right after ``find_dates`` with the same arguments it costs nothing: one walk finds both.
    """
    return list(_walked(text, lang, published, 0, None)[1])


@lru_cache(maxsize=8)
def _walked(
    text: str, lang: str, published: str | None, start: int, end: int | None
) -> tuple[tuple[DateMention, ...], tuple[tuple[int, int, str], ...]]:
    language = date_language(lang)
    if language is None:
        return (), ()
    dates, impossible = _Walk(text, lang, language, day_of(published)).over(start, end)
    return tuple(dates), tuple(impossible)


def datatype(value: str) -> str:
    """Return the XSD type of a DateMention's value: "date", "gYearMonth" or "gYear"."""
    return _DATATYPES[len(value)]


class _Walk:
    """One walk over a text, which remembers the dates already met."""

    def __init__(self, text: str, lang: str, language: DateLanguage, published: date | None) -> None:
        self.text = text
        self.lang = lang
        self.language = language
        self.published = published
        self.last_day: date | None = None
        self.since_day: date | None = None
        self.last_past_day: date | None = None
        self.last_month: tuple[int, int] | None = None
        self.last_year: int | None = None
        self.last_period: tuple[date, date] | None = None
        self.mentions: list[DateMention] = []
        self.impossible: list[tuple[int, int, str]] = []
        self.names: list[tuple[int, int]] | None = None
        self.quotes: list[tuple[int, int]] | None = None

    def over(self, start: int, end: int | None) -> tuple[list[DateMention], list[tuple[int, int, str]]]:
        """Return the dates of a stretch and what cannot be a date."""
        start = max(0, start)
        end = len(self.text) if end is None else max(start, min(end, len(self.text)))
        tokens = tokens_of(self.text, self.language, start, end)
        codes = "".join(token.code for token in tokens)
        for match in self.language.grammar.finditer(codes):
            self._run(tokens[match.start() : match.end()])
        return self.mentions, self.impossible

    def _run(self, tokens: Sequence[Token]) -> None:
        parts = parts_of(tokens, self.language.data.prepositions)
        self._mark_periods(parts, tokens)
        completed(parts)
        parts = self._possible(parts)
        values = []
        for at, part in enumerate(parts):
            years_from_left(parts[max(0, at - 1) : at + 1])  # the year found for one holds for the next
            values.append(self._value(part))
        bare = tokens[-1].code == "y" and not any(token.code in "qejJ" for token in tokens)
        self._add_all(parts, values, bare)

    def _mark_periods(self, parts: Sequence[Part], tokens: Sequence[Token]) -> None:
        between = len(parts) == 2 and any(token.code == "w" for token in tokens)
        for first, last in pairwise(parts):
            if last.joiner == "-":
                last.closes = not first.closes and not (last.relation == "until" and self._is_moved(tokens[0].start))
            elif last.joiner == "&":
                last.closes = between or (len(parts) == 2 and _next_days(first, last))
            else:
                last.closes = "since" in (first.relation, first.case) and last.relation == "until"

    def _is_moved(self, start: int) -> bool:
        """Whether "postponed" or the like stands before "from 5 to 7 May"."""
        moved = self.language.moved
        return moved is not None and moved.search(self.text[max(0, start - _MOVED_REACH) : start]) is not None

    def _possible(self, parts: Sequence[Part]) -> list[Part]:
        """Return the parts that can be dates and note those that can't; a period has both ends or none."""
        out: list[Part] = []
        for period in _periods(parts):
            if self.lang == "en" and not all(_english_slashes(part) for part in period if part.slashed):
                continue
            if all(can_be(part.year, part.month, part.day) for part in period if part.month is not None):
                out.extend(period)
            else:
                start, end = period[0].start, period[-1].end
                self.impossible.append((start, end, self.text[start:end]))
        return out

    def _value(self, part: Part) -> str:
        """Return the ISO value of a part, "" if it can't be told; puts the year it found into the part."""
        if self._is_bare_day(part):
            return self._bare_day(part.day or 0)
        if part.shift is not None and part.month is None:
            return self._shifted(part, part.shift)
        if part.year is None and (part.year_shift is not None or part.quarter):
            part.year_shift = part.year_shift or Shift("year", 0, False)
            part.year = self._year(part.year_shift)
        elif part.year is None and part.month is not None:
            part.year = self._missing_year(part.month, part)
        elif part.year is None and part.weekday is not None:
            return self._weekday(part.weekday, part.which)
        if part.year is None or not can_be(part.year, part.month, part.day):
            return ""
        return _iso(part.year, part.month, part.day)

    def _is_bare_day(self, part: Part) -> bool:
        """Whether a part is but "the 14th", said of the month that is told of; the 14th session is no day."""
        told = (part.month, part.year, part.shift, part.year_shift, part.weekday)
        if self.lang != "en" or part.day is None or part.quarter or any(value is not None for value in told):
            return False
        begin = max(0, part.start - _MOVED_REACH)
        if _NO_DAY.search(self.text, begin, part.end) is not None:
            return False  # spoke at the 5th Assembly, took part in it
        return _NO_NOUN.match(self.text, part.end) is not None

    def _bare_day(self, day: int) -> str:
        known = self.last_month or (self.published and (self.published.year, self.published.month))
        return _iso(known[0], known[1], day) if known and can_be(known[0], known[1], day) else ""

    def _shifted(self, part: Part, shift: Shift) -> str:
        if shift.unit in ("first", "last"):
            return self._day_of_period(shift)
        known = (self.last_day or self.published) if shift.from_last else self.published
        if shift.from_last and shift.unit == "day" and shift.steps:
            known = self._told_of(shift.steps) or known
        if shift.unit == "month" and shift.from_last and self.last_month:
            known = date(*self.last_month, 1)
        if known is None:
            return ""
        if shift.unit == "day":
            day = shifted_day(known, shift.steps)
            return day.isoformat() if day else ""
        if shift.unit == "week":
            return month_of_week(known, shift.steps)
        year, month = shifted_month(known, shift.steps)
        return _iso(year, month, part.day) if can_be(year, month, part.day) and 1 <= year <= 9999 else ""

    def _told_of(self, steps: int) -> date | None:
        """Return the last day that is over: the day before is no day before what has only been announced."""
        past, today = self.last_past_day, self.published
        if past is None or today is None or self.last_day is None or self.last_day <= today:
            return None
        day = shifted_day(past, steps)
        return past if day is not None and day <= today else None

    def _day_of_period(self, shift: Shift) -> str:
        """Return the day that "the second day" or "the closing day" means; a day spoken of may be the first of some."""
        if self.last_period is None:
            began = self.since_day or self.last_day  # has been staying in Riga since 5 October. On the opening day
            day = shifted_day(began, shift.steps) if began and shift.unit == "first" else None
            return day.isoformat() if day else ""
        first, last = self.last_period
        day = shifted_day(first, shift.steps) if shift.unit == "first" else last
        return day.isoformat() if day and day <= last else ""

    def _year(self, shift: Shift) -> int | None:
        known = self.published.year if self.published else None
        if shift.from_last:
            known = self.last_year or known
        return None if known is None else min(max(known + shift.steps, 1), 9999)

    def _missing_year(self, month: int, part: Part) -> int | None:
        known = self.published or self.last_day
        if known is None:
            return self.last_year
        if part.which is not None and part.day is None:  # last April
            behind, ahead = month < known.month, month > known.month
            return known.year + (part.which == 1 and not ahead) - (part.which == -1 and not behind)
        return nearest_year(known, month, part.day, part.weekday)

    def _weekday(self, weekday: int, which: int | None) -> str:
        if self.published is None:
            return ""
        if which is None and self.published.weekday() == weekday:
            return self.published.isoformat()
        day = weekday_near(self.published, weekday, -1 if which is None else which)
        return day.isoformat() if day else ""

    def _add_all(self, parts: Sequence[Part], values: Sequence[str], bare: bool) -> None:
        if not parts:
            return
        leading, trailing = parts[0].relation, parts[-1].relation if parts[-1].joiner == "&" else ""
        valued = {id(part): value for part, value in zip(parts, values, strict=True)}
        for period in _periods(parts):
            first, last = period[0], period[-1]
            if last.closes:
                self._add_period(first, last, valued[id(first)], valued[id(last)])
            elif not (bare and len(valued[id(last)]) == 4 and self._is_counted(last.end)):
                said = last.relation or (leading if last.joiner == "&" else "") or last.case
                relation = "" if last.joiner == "-" else said or trailing  # "-": postponed from 5 to 7 May
                self._add_one(last, valued[id(last)], relation or "on")

    def _add_period(self, first: Part, last: Part, value: str, end_value: str) -> None:
        if value and len(value) == len(end_value) and value <= end_value:
            kind, time = _kind([first, last]), first.time or last.time
            self._add(DateMention(first.start, last.end, value, end_value, "on", kind, False, time))

    def _add_one(self, part: Part, value: str, relation: str) -> None:
        if value and not self._told_beside(part, value):
            weekly = part.shift is not None and part.shift.unit == "week" and part.month is None
            coming = self._coming(part, value) if relation != "since" else None  # since Tuesday: the one past
            mention = DateMention(part.start, part.end, value, None, relation, _kind([part]), weekly, part.time, coming)
            self._add(mention)

    def _told_beside(self, part: Part, value: str) -> bool:
        """On 3 May, the day before the session: which day it is has been told; the day after, i.e. today: now it is."""
        before = self.mentions[-1] if self.mentions else None
        if before is None or len(before.value) != DAY or len(value) != DAY or part.month is not None:
            return False
        if _BESIDE.fullmatch(self.text, before.end, part.start) is None:
            return False
        if part.shift is not None and part.shift.from_last:
            return True
        if before.kind == "relative" and part.shift is not None and before.value != value:
            self.mentions.pop()
        return False

    def _coming(self, part: Part, value: str) -> str | None:
        """Return the day to come that a bare weekday may mean; that of today is certain."""
        if not _is_told_by_today(part) or part.which is not None or self.published is None:
            return None
        day = shifted_day(date.fromisoformat(value), 7)
        return day.isoformat() if day is not None and value != self.published.isoformat() else None

    def _is_counted(self, end: int) -> bool:
        """Whether a bare year is a number of things: in 2000 villages."""
        counted = self.language.counted
        return counted is not None and counted.match(self.text, end) is not None

    def _add(self, mention: DateMention) -> None:
        if len(mention.value) == 4 and mention.kind == "absolute" and self._in_name(mention):
            return
        self.mentions.append(mention)
        if mention.weekly or (mention.coming and not self._is_past(mention)):
            return
        self.last_year = int(mention.value[:4])
        if len(mention.value) >= 7:
            self.last_month = (self.last_year, int(mention.value[5:7]))
        if mention.relation == "since" and len(mention.value) == DAY and self._is_recent(mention.value):
            self.since_day = date.fromisoformat(mention.value)
        began = mention.relation == "since" and mention.kind == "relative"  # since Tuesday: the first day of something
        told = mention.relation == "on" or began
        if len(mention.value) == DAY and told and not (mention.kind == "relative" and self._in_speech(mention)):
            first = date.fromisoformat(mention.value)
            last = date.fromisoformat(mention.end_value) if mention.end_value is not None else None
            if last is not None:
                self.last_period = (first, last)
            if last is not None and self.last_day is not None and first < self.last_day <= last:
                return  # met X on 8 June, who is here from 7 to 9 June: the story stays where it is
            self.last_day = first
            if self.published is not None and self.last_day <= self.published:
                self.last_past_day = self.last_day

    def _is_recent(self, value: str) -> bool:
        """Whether a day since when something goes on is that of a visit or session, not of a membership."""
        return self.published is not None and 0 <= (self.published - date.fromisoformat(value)).days <= _LONG_VISIT

    def _is_past(self, mention: DateMention) -> bool:
        """Whether nothing in its sentence says that a bare weekday is to come: it is the day the story has come to."""
        ahead = self.language.ahead
        if ahead is None:
            return False
        begin = self.text.rfind(". ", 0, mention.start) + 1
        end = self.text.find(". ", mention.end)
        return ahead.search(self.text, begin, end if end >= 0 else len(self.text)) is None

    def _in_speech(self, mention: DateMention) -> bool:
        """Whether today stands in somebody's words («Сегодня нас сводят трамваи»): the story's day stays then."""
        if self.quotes is None:
            self.quotes = all_quotes(self.text)
        at = bisect_right(self.quotes, (mention.start, 0)) - 1
        return (at >= 0 and mention.end <= self.quotes[at][1]) or _SAID.match(self.text, mention.end) is not None

    def _in_name(self, mention: DateMention) -> bool:
        """Whether a year stands in a name in quotes: «2021–2025 жылдарға арналған бағдарлама»."""
        if self.names is None:
            self.names = quoted_names(self.text)
        at = bisect_right(self.names, (mention.start, 0)) - 1
        return at >= 0 and mention.end <= self.names[at][1]


def _next_days(first: Part, last: Part) -> bool:
    """Whether two days are one after the other: on 25 and 26 September is from the one to the other."""
    told = first.day is not None and last.day is not None and not (first.weekday or last.weekday)
    same = first.month in (None, last.month) or last.month is None
    return told and same and last.day == (first.day or 0) + 1 and not last.relation


def _periods(parts: Sequence[Part]) -> list[list[Part]]:
    """Return the parts, those that are the two ends of a period together."""
    out: list[list[Part]] = []
    for part in parts:
        if part.closes:
            out[-1].append(part)
        else:
            out.append([part])
    return out


def _english_slashes(part: Part) -> bool:
    """Put day and month in place in 12/21/2017; False for 5/6/2017, which may be either."""
    day, month = part.day or 0, part.month or 0
    if day <= 12 < month:
        part.day, part.month = month, day
    return day > 12 or month > 12 or day == month


def _kind(parts: Sequence[Part]) -> str:
    for part in parts:
        told = part.month is not None and part.day is not None
        if part.year_shift is not None or (part.shift is not None and not told) or _is_told_by_today(part):
            return "relative"
    return "absolute"


def _is_told_by_today(part: Part) -> bool:
    return part.month is None and part.weekday is not None


def _iso(year: int, month: int | None, day: int | None) -> str:
    value = f"{year:04d}"
    if month is not None:
        value += f"-{month:02d}"
        if day is not None:
            value += f"-{day:02d}"
    return value
