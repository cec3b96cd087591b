"""What the Russian pack makes of names, phrases and clauses: tables to edit, and what holds for any text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.lang.packs import pack
from kg.lang.ru.names import read_name
from kg.lang.ru.parse import head_of
from kg.read import read_text
from tests.lang.ru.read_cases import chunks_of, clauses_of, rows, understood

NAMES, PHRASES, CLAUSES = rows("names.txt"), rows("phrases.txt"), rows("clauses.txt")
_TEXT = (
    "Председатель ЦИК РК Берик Имашев Б. г-жа встретился с и , . – « » ( ) который принял не был назначен чтобы если "
    "что министром «Даму» ОБСЕ/БДИПЧ Казахстана комиссии 57 государств 5 мая 2020 года в г. заседание его её тот А-WEB"
)
_WORDS = _TEXT.split()


@pytest.mark.parametrize(("words", "cases", "name", "gender"), NAMES)
def test_names_in_the_nominative(words: str, cases: str, name: str, gender: str) -> None:
    """A name in any case gives its nominative, whether the dictionary knows it or not."""
    found = read_name(tuple(words.split()), cases.split(), ())
    assert " ".join(found[0].words).replace("ё", "е") == name.replace("ё", "е")
    assert gender == "?" or found[0].gender[0] == gender


@pytest.mark.parametrize(("text", "expected"), PHRASES)
def test_phrases(text: str, expected: str) -> None:
    """A sentence gives these chunks, each with the part that it plays."""
    _, sentence = understood(text)
    assert chunks_of(sentence) == expected


@pytest.mark.parametrize(("text", "expected"), CLAUSES)
def test_clauses(text: str, expected: str) -> None:
    """A sentence gives these clauses, with what takes them away from the facts."""
    whole, sentence = understood(text)
    assert clauses_of(whole, sentence) == expected


def test_all_rows_are_collected() -> None:
    """No row of the tables is lost to a slip in its form."""
    assert (len(NAMES), len(PHRASES), len(CLAUSES)) >= (15, 16, 11)
    assert {len(row) for row in NAMES} == {4}
    assert {len(row) for row in (*PHRASES, *CLAUSES)} == {2}


@pytest.mark.parametrize(
    ("name", "head"),
    [("Центральная избирательная комиссия", "комиссия"), ("Организация исламского сотрудничества", "организация")],
)
def test_the_head_of_a_name_comes_first(name: str, head: str) -> None:
    """The noun that a body's name is built on stands before its genitives."""
    assert head_of(name) == head


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=40).map(" ".join))
def test_any_order_of_words_is_read(text: str) -> None:
    """Whatever the order of words and marks, chunks lie inside their sentence and clauses inside its tokens."""
    announcement = read_text(f"Новости\n\n{text}", id="any", lang="ru")
    for sentence in pack("ru").read(announcement):
        for chunk in sentence.chunks:
            assert sentence.start <= chunk.start < chunk.end <= sentence.end
            assert chunk.label
        for clause in sentence.clauses:
            assert 0 <= clause.predicate[0] <= clause.predicate[1] < len(sentence.tokens)
