"""Numbers in Kazakh, Russian and English text."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.lang.dates import find_dates
from kg.lang.numbers import compose, find_numbers, number_words

LINES = (Path(__file__).parent / "data" / "numbers.txt").read_text(encoding="utf-8").splitlines()
GOLDEN = [tuple(part.strip() for part in line.split("|")) for line in LINES if line and not line.startswith("#")]
LANGUAGES = ("kk", "ru", "en")


@pytest.mark.parametrize(("lang", "marked", "values"), GOLDEN)
def test_golden_case(lang: str, marked: str, values: str) -> None:
    """The numbers of a sentence stand where the brackets are and have the values of the line."""
    text = marked.replace("[", "").replace("]", "")
    found = find_numbers(text, lang)
    shown = text
    for number in reversed(found):
        shown = f"{shown[: number.start]}[{shown[number.start : number.end]}]{shown[number.end :]}"
    assert (shown, [f"{n.value}{'#' if n.ordinal else ''}" for n in found]) == (marked, values.split())


def test_golden_cases_are_all_read() -> None:
    """Every language has cases, so none was lost in reading the file."""
    assert {case[0] for case in GOLDEN} == set(LANGUAGES)
    assert len(GOLDEN) >= 29


def test_numbers_of_dates_are_left_out() -> None:
    """With the spans of dates closed, only true counts remain."""
    text = "2017 жылғы 21 желтоқсанда 104 мемлекет қатысты"
    dates = [(mention.start, mention.end) for mention in find_dates(text, "kk", None)]
    assert [number.value for number in find_numbers(text, "kk", outside=dates)] == [104]
    assert [number.value for number in find_numbers(text, "kk")] == [2017, 21, 104]


def test_compose_breaks_where_no_number_goes_on() -> None:
    """Words that cannot stand in one number make two."""
    assert compose([(2, False), (1000, False), (10, False), (7, True)]) == [(4, 2017, True)]
    assert compose([(5, False), (6, False)]) == [(1, 5, False), (1, 6, False)]
    assert compose([(20, False), (15, False)]) == [(1, 20, False), (1, 15, False)]


def test_no_number_word_is_another_common_word() -> None:
    """Forms that the endings would give but that mean something else are left out."""
    others = {"kk": "үшін оның оны онда алтын бірге бірі жүзінде жетті", "ru": "семью", "en": "and"}
    assert not [word for lang, words in others.items() for word in words.split() if word in number_words(lang)]


def test_unknown_language_has_no_numbers() -> None:
    """A language without data has no numbers rather than an error."""
    assert find_numbers("cinq 5", "fr") == []


WORDS = "1 200 3,000 1,5 млн мың жүз бір екі-үш twenty-five hundred and two двадцать пятый 00 +7 ( ) % № İ ½ ²"
PIECES = st.sampled_from(WORDS.split(" "))


@settings(deadline=None)
@given(
    text=st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=20).map(" ".join)),
    lang=st.sampled_from(LANGUAGES),
    closed=st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=3),
)
def test_any_text_gives_ordered_numbers(text: str, lang: str, closed: list[tuple[int, int]]) -> None:
    """Whatever the text, numbers stand in order, do not overlap and keep out of what is closed."""
    closed = [(start, end) for start, end in closed if start < end]
    place = 0
    for number in find_numbers(text, lang, outside=closed):
        assert place <= number.start < number.end <= len(text)
        assert number.value >= 0
        assert all(number.end <= start or end <= number.start for start, end in closed)
        place = number.end


@pytest.mark.parametrize("unit", ["1", "1 ", "1 111 ", "1-", "жүз ", "twenty-", "8 (7172) ", "+7 ", "мың "])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_time_grows_with_length_only(lang: str, unit: str) -> None:
    """Four times the text takes about four times the time, not sixteen."""
    find_numbers("1", lang)
    short, long = (_seconds(unit * (size // len(unit)), lang) for size in (25_000, 100_000))
    assert long < 12 * short + 0.5


def _seconds(text: str, lang: str) -> float:
    """Return the better of two times: a busy machine may make one of them much longer."""
    times = []
    for _ in range(2):
        began = process_time()
        find_numbers(text, lang)
        times.append(process_time() - began)
    return min(times)
