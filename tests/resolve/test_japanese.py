"""Japanese names in Latin and in Russian letters."""

from __future__ import annotations

import pytest

from kg.resolve.human_name import JOINS, name_score
from kg.resolve.japanese import same_japanese


@pytest.mark.parametrize(
    ("latin", "russian", "same"),
    [
        ("Kenji", "Кэндзи", True),
        ("Keiji", "Кэйдзи", True),
        ("Kenji", "Кэйдзи", False),
        ("Shinichi", "Синъити", True),
        ("Ryota", "Рёта", True),
        ("Yoko", "Йоко", True),
        ("Junko", "Джунко", True),
        ("Hattori", "Хаттори", True),
        ("Giorgi", "Георгий", None),
        ("Smith", "Смит", None),
    ],
)
def test_syllable_by_syllable(latin: str, russian: str, same: bool | None) -> None:
    """Each syllable has one spelling in either system; what is not made of such syllables is left to other rules."""
    assert same_japanese(latin, russian) is same


def test_two_people_of_one_surname() -> None:
    """Kenji and Keiji Sato differ in a letter and are two in any alphabet."""
    assert name_score("Kenji Sato", "Кэндзи Сато") >= JOINS
    assert name_score("Kenji Sato", "Кэйдзи Сато") < JOINS
