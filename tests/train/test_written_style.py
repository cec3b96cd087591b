"""Copies of spoken sentences in the style of announcements."""

from __future__ import annotations

import pytest

from kg.train.kaznerd import Labelled
from kg.train.written_style import abbreviated, state_shortened, with_initials, with_state_shortened, written_copies


@pytest.mark.parametrize(
    ("name", "number", "expected"),
    [
        ("Айбек Сағынов", 0, "А. Сағынов"),
        ("Айбек Сағынов", 1, "А.М. Сағынов"),
        ("Айбек Сағынов", 3, "Сағынов А."),
        ("Айбек Сағыновты", 3, "А. Сағыновты"),
        ("Айбек", 0, "Айбек"),
    ],
)
def test_initials(name: str, number: int, expected: str) -> None:
    """A full name is shortened; a surname with an ending stays last; one word stays."""
    assert " ".join(with_initials(name.split(), number)) == expected


@pytest.mark.parametrize(
    ("name", "number", "expected"),
    [
        ("Тау спорты федерациясының", 0, "ТСФ-ның"),
        ("Тау спорты федерациясы", 2, "ТСФ"),
        ("Тау спорты федерациясының", 1, "Тау спорты федерациясының"),
        ("Қазақстан Республикасының Парламенті", 1, "ҚР Парламенті"),
        ("Одақ", 0, "Одақ"),
    ],
)
def test_abbreviations(name: str, number: int, expected: str) -> None:
    """Every second body becomes its first letters with the ending behind a hyphen; the state becomes ҚР."""
    assert " ".join(abbreviated(name.split(), number)) == expected


def test_the_state() -> None:
    """ҚР stands for Қазақстан before a post and for Қазақстан Республикасы alone."""
    assert with_state_shortened(["Қазақстан", "Президенті"], 0) == ["ҚР", "Президенті"]
    assert state_shortened(["Қазақстан", "Республикасында"], 0) == ["ҚР"]
    assert state_shortened(["Қазақстанда"], 0) == ["Қазақстанда"]


def test_copies_keep_their_labels() -> None:
    """A copy has as many tags as words and the same spans in the same order; what can't be shortened has no copy."""
    named = Labelled(("Бүгін", "Айбек", "Сағынов", "келді", "."), ("O", "B-PERSON", "I-PERSON", "O", "O"))
    plain = Labelled(("Бүгін", "келді", "."), ("O", "O", "O"))
    expected = Labelled(("Бүгін", "А.", "Сағынов", "келді", "."), ("O", "B-PERSON", "I-PERSON", "O", "O"))
    assert list(written_copies([named, plain])) == [expected]
