"""Text that fits its box, and dates as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.view.labels import date_text, initials, period_text, width, wrap


@given(st.text(max_size=300), st.sampled_from([12, 14]), st.integers(60, 200), st.integers(1, 4))
def test_lines_fit_and_are_few(text: str, size: int, limit: int, most: int) -> None:
    """Whatever the text, there are at most as many lines as asked for, none wider than its room."""
    lines = wrap(text, size, limit, most)
    assert 1 <= len(lines) <= most
    assert all(width(line, size) <= limit for line in lines)


@given(st.text(alphabet="аәбқнўé ", max_size=60))
def test_nothing_is_lost_where_there_is_room(text: str) -> None:
    """Lines together say the text when there is room for all of it."""
    assert " ".join(wrap(text, 14, 10_000, 3)) == " ".join(text.split())


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    """A name of ten thousand letters is cut."""
    lines = wrap("Ұ" * 10_000, 14, 180, 3)
    assert len(lines) == 3
    assert lines[-1].endswith("…")


def test_lines_are_even() -> None:
    """Two lines share the words rather than leaving one word alone."""
    assert wrap("Оңтүстік Қазақстан облысы әкімдігі", 14, 240, 2) == ("Оңтүстік Қазақстан", "облысы әкімдігі")


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Берік Имашев", "БИ"), ("Ёнг-Хи Ким", "ЁК"), ("Madonna", "M"), ("", ""), ("Б. Имашев", "БИ"), ("<b>", "")],
)
def test_initials(name: str, letters: str) -> None:
    """The first letters of the first and the last word stand in a person's circle."""
    assert initials(name) == letters


@pytest.mark.parametrize(
    ("iso", "lang", "text"),
    [  # spaces may be narrow ones
        ("2017-12-21", "en", "Dec 21, 2017"),
        ("2017-12-21", "ru", "21 дек. 2017 г."),
        ("2013-10", "en", "October 2013"),
        ("2013", "kk", "2013"),
        ("2018-02-31", "en", "2018-02-31"),
        ("soon", "kk", "soon"),
        ("", "kk", ""),
    ],
)
def test_dates_are_no_more_exact_than_given(iso: str, lang: str, text: str) -> None:
    """A month stays a month, a year a year, and what is no date stays what it is."""
    assert " ".join(date_text(iso, lang).split()) == text


def test_periods() -> None:
    """Days of one month share its name; an open end stays open."""
    assert period_text("2018-06-07", "2018-06-08", "en").split() == ["Jun", "7", "–", "8,", "2018"]
    assert period_text("2013", "", "en") == "2013 –"
    assert period_text("", "2017", "en") == "– 2017"
    assert period_text("2013", "2013", "en") == "2013"
    assert period_text("2018-06-08", "2018-06-07", "en") == "Jun 8, 2018 – Jun 7, 2018"
    assert period_text("", "", "en") == ""
