"""Every named question: documented, standard SPARQL, and right on the example."""

from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

import kg.query
from kg.errors import KgError
from kg.query.ask import ask
from kg.query.catalogue import Question, question, questions
from kg.query.formats import written
from kg.query.parameters import bindings
from kg.query.run import bind, run
from tests.query.cases import Case, cases
from tests.query.conftest import EXAMPLE

FOLDER = Path(kg.query.__file__).parent / "questions"


@pytest.mark.parametrize("case", cases(), ids=str)
def test_a_question_answers_what_a_person_found_right(case: Case, store: ox.Store) -> None:
    """Each case of answers.txt gives its table, to the letter."""
    answer = ask(store, case.question, dict(case.parameters), lang=case.lang)
    assert written(answer, "table", lang=case.lang) == case.table


def test_no_question_and_no_case_is_forgotten() -> None:
    """Each .rq file is listed and has a case; the number of cases doesn't shrink unseen."""
    names = [question.name for question in questions()]
    assert names == sorted(path.stem for path in FOLDER.glob("*.rq"))
    assert {case.question for case in cases()} == set(names)
    assert len(names) >= 24
    assert len(cases()) >= 45


@pytest.mark.parametrize("asked", questions(), ids=lambda asked: asked.name)
def test_a_question_is_documented(asked: Question) -> None:
    """It has a title in each language, a description, and a line for each of its parameters."""
    assert all(asked.titles[lang] for lang in ("en", "kk", "ru"))
    assert asked.about.endswith(".")
    inside = set(re.findall(r"VALUES \?(\w+) \{ UNDEF \}", asked.sparql))
    assert inside == {parameter.name for parameter in asked.parameters}


@pytest.mark.parametrize("asked", questions(), ids=lambda asked: asked.name)
def test_what_show_prints_runs_anywhere(asked: Question, store: ox.Store) -> None:
    """The shown SPARQL needs no prefix of ours: Oxigraph alone runs it, and it has an order."""
    assert isinstance(store.query(asked.full_sparql), ox.QuerySolutions)
    assert "ORDER BY" in asked.sparql


@pytest.fixture(scope="module")
def dataset() -> rdflib.Dataset:
    """Return the example as another library holds it."""
    dataset = rdflib.Dataset(default_union=False)
    dataset.parse(EXAMPLE, format="trig")
    return dataset


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.parametrize("case", cases(), ids=str)
def test_another_engine_answers_the_same(case: Case, store: ox.Store, dataset: rdflib.Dataset) -> None:
    """The SPARQL means the same to rdflib's engine, rows in the same order: it rests on no quirk of Oxigraph."""
    asked = question(case.question)
    terms = bindings(store, asked, dict(case.parameters), case.lang)
    ours = [[_text(term) for term in row] for row in run(store, asked.sparql, terms)]  # type: ignore[union-attr]
    theirs = [[_text(term) for term in row] for row in dataset.query(bind(asked.full_sparql, terms))]  # type: ignore[union-attr]
    assert theirs == ours


def _text(term: object) -> str:
    text = "" if term is None else str(getattr(term, "value", term) if isinstance(term, ox.Literal) else term)
    text = text.strip("<>") if isinstance(term, ox.NamedNode) else text
    return "1" if text == "1.0" else text


@pytest.mark.parametrize(
    ("typed", "meant"), [("post", "posts"), ("Meetings_of", "meetings-of"), ("time-line", "timeline")]
)
def test_an_unknown_question_suggests_the_nearest(typed: str, meant: str) -> None:
    """A mistyped name leads to the right one."""
    with pytest.raises(KgError, match=f"did you mean {meant}"):
        question(typed)
