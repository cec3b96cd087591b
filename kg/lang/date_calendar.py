"""Years, months and weeks that a text leaves unsaid, told from a day that is known."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

_FAR_YEARS = 8  # a leap day may be this far


def can_be(year: int | None, month: int | None, day: int | None) -> bool:
    """Whether there is such a day in that year, or in some year if none is given."""
    if (month is not None and not 1 <= month <= 12) or (year is not None and not 1 <= year <= 9999):
        return False
    if day is None:
        return True
    last = 31 if month is None else calendar.monthrange(2000 if year is None else year, month)[1]
    return 1 <= day <= last


def nearest_year(known: date, month: int, day: int | None, weekday: int | None = None) -> int | None:
    """Return the year in which a day or month is nearest to a known day; a weekday chooses among near years."""
    years = [known.year + shift for shift in (0, -1, 1) if 1 <= known.year + shift <= 9999]
    if day is not None:
        years = [year for year in years if can_be(year, month, day)] or _leap_years(known.year)
        agreeing = [year for year in years if weekday is not None and date(year, month, day).weekday() == weekday]
        years = agreeing or years
    return min(years, key=lambda year: abs((date(year, month, day or 15) - known).days), default=None)


def _leap_years(year: int) -> list[int]:
    return [
        other
        for other in range(year - _FAR_YEARS, year + _FAR_YEARS + 1)
        if 1 <= other <= 9999 and calendar.isleap(other)
    ]


def shifted_month(known: date, months: int) -> tuple[int, int]:
    """Return (year, month) so many months after the month of a known day."""
    at = known.year * 12 + known.month - 1 + months
    return at // 12, at % 12 + 1


def shifted_day(known: date, days: int) -> date | None:
    """Return the day so many days later; None beyond the calendar."""
    try:
        return known + timedelta(days=days)
    except OverflowError:
        return None


def month_of_week(known: date, weeks: int) -> str:
    """Return what can be told of a week for certain: its month, else its year, else ""."""
    monday = shifted_day(known, 7 * weeks - known.weekday())
    sunday = shifted_day(monday, 6) if monday else None
    if monday is None or sunday is None or monday.year != sunday.year:
        return ""
    return f"{monday.year:04d}-{monday.month:02d}" if monday.month == sunday.month else f"{monday.year:04d}"


def weekday_near(known: date, weekday: int, which: int) -> date | None:
    """Return the weekday of this week (which 0) or the last one before a known day (-1); the next one is ambiguous."""
    if which == 0:
        return shifted_day(known, weekday - known.weekday())
    return shifted_day(known, -((known.weekday() - weekday - 1) % 7 + 1)) if which == -1 else None
