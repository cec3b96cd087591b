"""Sentences end where razdel says, though it is not asked everywhere."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from razdel import sentenize

from kg.lang.sentence_ends import pieces

_PARTS = (
    *("слово", "Слово", "ёж", "Гүл", "г", "Г", "т", "п", "и. о. ", "т.е. ", "ул. ", "Дж. ", "ed. ", "A_b", "IV", "12"),
    *(".", ". ", "!", "?", "…", ";", "»", "«", '"', "”", "(", ")", ":)", " — ", " ", "  ", "\n", "\u00a0"),
)


@given(st.lists(st.sampled_from(_PARTS), max_size=30).map("".join) | st.text(max_size=40))
@example("Форум прошёл в Алматы. Его открыл министр. ")
@example("Отчёт (за 2023 г.) принят. «Мы рады». – сказал он.")
@example("")
def test_sentences_end_where_razdel_says(text: str) -> None:
    """Whatever the words and marks, start and end of each sentence are razdel's."""
    assert list(pieces(text)) == [(one.start, one.stop) for one in sentenize(text)]
