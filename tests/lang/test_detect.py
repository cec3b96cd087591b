"""Which language a text is in, by cases in data/languages.tsv."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.lang.detect import detect

ROWS = [
    tuple(row.split("\t"))
    for row in (Path(__file__).parent / "data" / "languages.tsv").read_text("utf-8").splitlines()
    if not row.startswith("#")
]
ANSWERS = {"kk", "ru", "en", "kk-Latn", "kk-Arab", "und"}
RUSSIAN_KEYBOARD = str.maketrans("әғқңөұүһіӘҒҚҢӨҰҮҺІ", "агкноуухиАГКНОУУХИ")


def test_all_cases_are_collected() -> None:
    """The file of cases holds every answer there is, and as many cases as when it was written, or more."""
    assert len(ROWS) >= 41
    assert {lang for lang, _ in ROWS} == ANSWERS


@pytest.mark.parametrize(("lang", "text"), ROWS)
def test_language_of_a_text(lang: str, text: str) -> None:
    """Each text is in the language that its line says."""
    assert detect(text) == lang


def test_kazakh_typed_with_russian_letters() -> None:
    """Kazakh without its own letters is still Kazakh."""
    text = (
        "Бүгін ауыл кітапханасында оқырмандар кеші өтті. Кешке мектеп оқушылары мен ардагерлер қатысты, "
        "сонымен қатар жергілікті ақындар өлең оқыды. Шара соңында барлық қатысушыға кітап сыйға тартылды."
    )
    assert detect(text) == detect(text.translate(RUSSIAN_KEYBOARD)) == "kk"


@pytest.mark.parametrize("text", ["", " ", "\n", "1", "—", "\ufeff", "\ud800"])
def test_nothing_to_tell_from(text: str) -> None:
    """A text without letters has no language and does no harm."""
    assert detect(text) == "und"


@given(st.text())
def test_any_text_has_an_answer(text: str) -> None:
    """Whatever is asked, the answer is one of six."""
    assert detect(text) in ANSWERS
