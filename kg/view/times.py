"""When things were, in whole days, so that a period of time can be asked for."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from kg.errors import KgError
from kg.records import LANGUAGES

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class Span:
    """First and last day as ordinals (1 January of year 1 is 1); last is OPEN for what has no known end."""

    first: int
    last: int

    def meets(self, since: int, until: int) -> bool:
        """Say whether a part of it lies between two days, both included."""
        return self.first <= until and since <= self.last


OPEN = 9_999_999
NEVER = Span(0, 0)
"""Of what bears no date at all."""


@lru_cache(maxsize=20_000)
def days(iso: str) -> Span:
    """Return the days that an ISO day, month or year covers; NEVER for what is no such date."""
    found = _ISO.fullmatch(iso)
    if not found:
        return NEVER
    year, month, day = (int(part) if part else 0 for part in found.groups())
    try:
        first = date(year, month or 1, day or 1)
        return Span(first.toordinal(), date(year, month or 12, day or monthrange(year, month or 12)[1]).toordinal())
    except ValueError:
        return NEVER


def held(start: str, end: str) -> Span:
    """Return the days of something that has an end, known or not: a meeting, an election."""
    first, last = days(start), days(end)
    return (
        Span((first if first.first else last).first, max(first.last, last.last)) if first.first or last.last else NEVER
    )


def lasting(start: str, end: str, told: Iterable[str]) -> Span:
    """Return the days of something that goes on until it is said to end: a post, a membership.

    What has no known start is there from the first day on which it is ``told``.
    """
    known = [day for day in (days(start).first, *(days(one).first for one in told)) if day]
    last = days(end).last
    if not known:
        return Span(last, last) if last else NEVER
    first = days(start).first or min(known)
    return Span(first, max(first, last) if last else OPEN)


def asked_day(text: str, end: bool) -> int:
    """Return the first or last day of a date that a user gave; raises KgError for what is no date."""
    found = days(text)
    if found is NEVER:
        raise KgError(f"{text!r} is no date; write a year, a month or a day, such as 2017, 2017-12 or 2017-12-21")
    return found.last if end else found.first


def calendar() -> dict[str, dict[str, object]]:
    """Return for each language the names of months and the pattern of a month of a year, as CLDR has them."""
    from babel import Locale

    found: dict[str, dict[str, object]] = {}
    for lang in LANGUAGES:
        locale = Locale(lang)
        months = locale.months["stand-alone"]["abbreviated"]
        found[lang] = {
            "months": [months[number] for number in range(1, 13)],
            "month": locale.datetime_skeletons["yMMM"].pattern,
        }
    return found
