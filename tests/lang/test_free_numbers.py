"""Numbers of a sentence that no chunk has taken."""

from __future__ import annotations

import pytest

from kg.lang.free_numbers import free_numbers, may_count
from kg.lang.syntax import Chunk
from kg.lang.tokens import Token, tokens


def _counting(cut: list[Token], lang: str) -> list[int]:
    return [at for at, token in enumerate(cut) if may_count(token.text, lang)]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("kk", "Ұйымға он екі банк пен 30 қор мүше.", [(1, 2, 12), (5, 5, 30)]),
        ("ru", "В союз входят двадцать вузов и 1 200 школ.", [(3, 3, 20), (6, 7, 1200)]),
        ("en", "The union has twenty-five members in 7 states.", [(3, 3, 25), (6, 6, 7)]),
        ("en", "The third session was open.", []),  # an ordinal counts nothing
        ("ru", "Союз принял устав.", []),
    ],
)
def test_numbers_stand_on_tokens(lang: str, text: str, expected: list[tuple[int, int, int]]) -> None:
    """Each number comes with its first and last token."""
    cut = tokens(text, 0, len(text))
    assert list(free_numbers(text, cut, [None] * len(cut), _counting(cut, lang), lang)) == expected


def test_what_is_taken_is_no_number() -> None:
    """The year of a date counts nothing."""
    text = "In 2024 the union had 12 members."
    cut = tokens(text, 0, len(text))
    date = Chunk("Date", 1, 1, 3, 7, "2024", "", "date")
    taken = [date if i == 1 else None for i in range(len(cut))]
    assert [value for _, _, value in free_numbers(text, cut, taken, _counting(cut, "en"), "en")] == [12]


@pytest.mark.parametrize("word", ["12", "2-ші", "он", "жиырма-отыз", "3,5", "10млн", "млрд", "_бес"])
def test_whatever_may_be_part_of_a_number_is_looked_at(word: str) -> None:
    """Digits, number words and scales, also glued to something else."""
    assert may_count(word, "kk")
    assert not may_count("банк", "kk")
