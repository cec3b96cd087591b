"""How names are folded for comparison."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.names import fold, one_alphabet, other_alphabet

CASES = [
    line.split("|")
    for line in (Path(__file__).parent / "fold_cases.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


def test_case_count() -> None:
    """All golden cases were collected."""
    assert len(CASES) == 12


@pytest.mark.parametrize("spellings", CASES, ids=lambda spellings: spellings[0])
def test_spellings_of_one_name_fold_alike(spellings: list[str]) -> None:
    """Case, quotes, dashes, ё and look-alikes do not tell names apart."""
    assert {fold(spelling) for spelling in spellings} == {fold(spellings[0])}


@pytest.mark.parametrize(
    ("one", "other"),
    [("СІМ", "СИМ"), ("Орал", "Арал"), ("ЕЭК", "ЕЭҚ"), ("Қазақстан", "Казакстан"), ("Business-2020", "Business-2025")],
)
def test_different_names_stay_apart(one: str, other: str) -> None:
    """Letters that differ to the eye are kept, Kazakh ones above all."""
    assert fold(one) != fold(other)


def test_pure_words_keep_their_alphabet() -> None:
    """A wholly Latin word beside a Cyrillic one is not rewritten."""
    assert fold("Хор Peace") == "хор peace"


def test_truly_mixed_word_is_kept() -> None:
    """A part with letters that exist in one alphabet only, of both, is left as it is."""
    assert one_alphabet("QазW") == "QазW"


@pytest.mark.parametrize(("name", "twin"), [("ОСК", "OCK"), ("CEC", "СЕС"), ("ЦИК", None), ("UN", None), ("", None)])
def test_other_alphabet(name: str, twin: str | None) -> None:
    """Only a name of look-alikes throughout has a twin in the other alphabet."""
    assert other_alphabet(name) == twin


@given(st.text(alphabet="АВСкепұқABCdefgh-–«» ёЁ’'", max_size=40))
def test_folding_twice_changes_nothing(name: str) -> None:
    """A folded name is its own fold, so indexes may be asked with either."""
    assert fold(fold(name)) == fold(name)
