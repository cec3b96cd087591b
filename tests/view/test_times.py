"""When things were, in whole days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import KgError
from kg.view.times import NEVER, OPEN, Span, asked_day, calendar, days, held, lasting


def day(text: str) -> int:
    """Return the number of a day."""
    return date.fromisoformat(text).toordinal()


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [
        ("2017", "2017-01-01", "2017-12-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2017-12-21", "2017-12-21", "2017-12-21"),
    ],
)
def test_a_date_covers_days(iso: str, first: str, last: str) -> None:
    """A year and a month are as long as they are."""
    assert days(iso) == Span(day(first), day(last))


@pytest.mark.parametrize("text", ["", "2017-13", "2017-02-30", "0000", "жыл", "2017-12-21T10:00", "<b>"])
def test_what_is_no_date_is_never(text: str) -> None:
    """It has no day, and a user who asks for it is told what a date looks like."""
    assert days(text) is NEVER
    with pytest.raises(KgError, match="2017-12-21"):
        asked_day(text, end=False)


def test_a_post_lasts_until_it_is_said_to_end() -> None:
    """Its start is its own or the first day on which it is told of."""
    assert lasting("2013", "", ["2017-12-21"]) == Span(day("2013-01-01"), OPEN)
    assert lasting("", "2018", ["2017-12-21", "2016-01-02"]) == Span(day("2016-01-02"), day("2018-12-31"))
    assert lasting("", "", []) is NEVER


@given(st.dates(), st.dates())
def test_what_is_held_has_an_end(one: date, other: date) -> None:
    """However its days are given, the last is not before the first, unless the text itself says so."""
    start, end = sorted((one, other))
    assert held(start.isoformat(), end.isoformat()) == Span(start.toordinal(), end.toordinal())
    assert held(start.isoformat(), "") == Span(start.toordinal(), start.toordinal())


def test_months_have_names_in_every_language() -> None:
    """Twelve, and a pattern that has the year and the month."""
    for lang, of_lang in calendar().items():
        assert len(set(of_lang["months"])) == 12, lang  # type: ignore[call-overload]
        assert "y" in str(of_lang["month"])
