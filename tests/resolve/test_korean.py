"""Korean names, which everybody spells in a way of their own."""

from __future__ import annotations

import pytest

from kg.resolve.human_name import JOINS, by_syllables, name_score


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Yun Seo-jin", "Юн Со Чжин", True),
        ("Seo-jin Yoon", "Юн Со Джин", True),
        ("Yun Seo-jin", "Юн Со Чжун", False),
        ("Bae Dong-hoon", "Пэ Тон Хун", True),
        ("Bae Dong-hoon", "Пэ Тон Хён", False),
        ("Choi Kyung-sook", "Чхве Кён Сук", True),
        ("Choi Kyung-sook", "Цой Кён Сук", True),
        ("Lee Young-ae", "Ли Ён Э", True),
        ("Ли Ён Э", "Ли Ёнг Э", True),
        ("Ли Ён Э", "Ли Ён Хи", False),
        ("Jihun Han", "Han Ji-hoon", True),
        ("Jihun Han", "Han Ji-hyeon", False),
        ("Ким Мин Сек", "Юлия Ли", None),
        ("Julia Lee", "Юлия Ли", None),
        ("Асқар Омаров", "Аскар Омаров", None),
    ],
)
def test_syllable_by_syllable(one: str, other: str, same: bool | None) -> None:
    """Two spellings are one name where they can be the same syllables; of what is no Korean name nothing is said."""
    assert by_syllables(one, other) is same
    assert by_syllables(other, one) is same


def test_brothers_and_sisters() -> None:
    """Ji-hoon and Ji-hyun share surname and one syllable, and are two in any alphabet."""
    assert name_score("Park Ji-hoon", "Пак Чи Хун") >= JOINS
    assert name_score("Park Ji-hyun", "Пак Чи Хун") < JOINS
    assert name_score("Park Ji-hyun", "Park Ji-hoon") < JOINS


def test_koreans_of_kazakhstan() -> None:
    """A Russian given name beside a Korean surname is compared by its sound, as any other."""
    assert name_score("Roman Kim", "Роман Ким") >= JOINS
    assert name_score("Roman Kim", "Руслан Ким") < JOINS
