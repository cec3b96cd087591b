"""The tagger as shipped: its model and card, what it finds, and that nothing makes it fail."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import KgError
from kg.lang.kk.tagger import MODEL, TYPES, Tagger, spans_of, tag, tagger
from kg.lang.kk.tagger_features import features
from kg.lang.kk.word_kinds import kinds_of

LARGEST_MODEL = 8_000_000
LEAST_F1 = 0.86
ROW = re.compile(
    r"^\| (?P<name>[^|]+?) \| (?P<p>0\.\d{3}) \| (?P<r>0\.\d{3}) \| (?P<f1>0\.\d{3}) \| (\d+) \| (\d+) \| (\d+) \|$"
)


def found(sentence: str) -> list[tuple[str, str]]:
    """Return (words, type) of what the tagger alone finds."""
    words = sentence.split()
    return [(" ".join(words[span.first : span.last + 1]), span.type) for span in tag(words)]


def test_the_model_is_small() -> None:
    """The model fits into 8 MB."""
    assert MODEL.stat().st_size <= LARGEST_MODEL


def test_the_card_says_what_the_model_is() -> None:
    """Data, licence, attribution, date, size and the command to retrain stand on the card."""
    card = (MODEL.parent / "CARD.md").read_text("utf-8")
    for said in ("KazNERD", "CC BY 4.0", "Yeshpanov", "2026-11-22", "python -m kg.train --data"):
        assert said in card
    assert f"{MODEL.stat().st_size / 1_000_000:.1f} MB" in card


def test_the_figures_on_the_card() -> None:
    """Both tables have a row for every type; with grammar the five main types reach the mark, and more than without."""
    card = (MODEL.parent / "CARD.md").read_text("utf-8")
    rows = [match for line in card.splitlines() if (match := ROW.match(line))]
    names = [*sorted(set(TYPES.values())), "Person, Organization, Role, Place, Date", "all"]
    assert [row["name"] for row in rows] == [*names, *names]
    for row in rows:
        right, extra, missed = map(int, row.groups()[-3:])
        assert float(row["f1"]) == pytest.approx(2 * right / (2 * right + extra + missed), abs=6e-4)
    alone, grammar = (float(row["f1"]) for row in rows if row["name"] == names[-2])
    assert grammar >= LEAST_F1
    assert grammar > alone


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Дана Ержанова бүгін Павлодарға келді .", ["Person", "Date", "Place"]),
        ("Қ. Серіков Алматыда тұрады .", ["Person", "Place"]),
        ("Денсаулық сақтау министрлігі 2019 жылы есеп берді .", ["Organization", "Date"]),
        ("Ол үш кітап оқыды .", []),
    ],
)
def test_types(sentence: str, expected: list[str]) -> None:
    """People, initials, places, dates and bodies are told apart; numbers are no mentions."""
    assert [kind for _, kind in found(sentence)] == expected


def test_confidence() -> None:
    """Every span says how sure it is."""
    spans = tag(["Дана", "Ержанова", "бүгін", "Павлодарға", "келді", "."])
    assert spans
    assert all(0 < span.confidence <= 1 for span in spans)


def test_the_same_words_the_same_spans() -> None:
    """A tagger opened anew, with nothing remembered, says the same."""
    words = ["Ертең", "Астанада", "Тау", "спорты", "федерациясының", "жиыны", "өтеді", "."]
    assert Tagger(MODEL).spans(words) == tag(words) == tagger().spans(words)


def test_quotes_of_every_kind_are_read_alike() -> None:
    """Latin, German and straight quotes mean what « and » mean."""
    sentences = ("« Нұр Отан »", "“ Нұр Отан ”", "„ Нұр Отан ”", '" Нұр Отан "')
    assert len({str(features(sentence.split())) for sentence in sentences}) == 1


def test_a_missing_model() -> None:
    """Without a model the error says how to get one."""
    with pytest.raises(KgError, match=r"python -m kg\.train"):
        Tagger(Path("no-such-model.crf"))


def test_spans_of_broken_tags() -> None:
    """An I- without its B- begins a span; two B- are two."""
    assert list(spans_of(["I-A", "I-A", "B-A", "I-B", "O", "B-B"])) == [
        (0, 1, "A"),
        (2, 2, "A"),
        (3, 3, "B"),
        (5, 5, "B"),
    ]


def test_kinds_of_words() -> None:
    """Head nouns in any form, names only with a capital, parts of dates."""
    assert "O" in kinds_of("комиссиясының")
    assert "R" in kinds_of("төрағасы")
    assert {"country"} <= set(kinds_of("Қазақстанға"))
    assert "country" not in kinds_of("қазақстанға")
    assert "month" in kinds_of("қарашаның")
    assert kinds_of("мен") == ()


@given(st.lists(st.text(max_size=20), max_size=30))
def test_no_words_make_it_fail(words: list[str]) -> None:
    """Whatever the words, spans come in order, inside the sentence, none over another."""
    ends = -1
    for span in tag(words):
        assert ends < span.first <= span.last < len(words)
        ends = span.last


def test_a_very_long_sentence() -> None:
    """Words without end are tagged in pieces, to the last."""
    words = ["Дана", "Ержанова", "Алматыда", "."] * 1000
    spans = tag(words)
    assert spans[-1].last >= len(words) - 4
