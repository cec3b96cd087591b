"""Questions about time: who was what, when, since when it is known, and who came after whom."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
import rdflib

from kg.query.ask import ask
from kg.query.catalogue import question
from kg.query.formats import written
from kg.query.parameters import bindings
from kg.query.run import bind
from tests.query.cases import Case, cases

CASES = cases("history_answers.txt")


def test_case_count() -> None:
    """All cases were collected."""
    assert len(CASES) == 23


@pytest.mark.parametrize("case", CASES, ids=str)
def test_history(case: Case, history: ox.Store) -> None:
    """Each case of history_answers.txt gives its table, to the letter."""
    answer = ask(history, case.question, dict(case.parameters), lang=case.lang)
    assert written(answer, "table", lang=case.lang) == case.table


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.parametrize("case", CASES, ids=str)
def test_another_engine_answers_the_same(case: Case, history: ox.Store, dataset: rdflib.Dataset) -> None:
    """The engine of rdflib gives the same rows in the same order."""
    asked = question(case.question)
    terms = bindings(history, asked, dict(case.parameters), case.lang)
    rows = [
        ["" if term is None else str(term) for term in row] for row in dataset.query(bind(asked.full_sparql, terms))
    ]  # type: ignore[union-attr]
    answer = ask(history, case.question, dict(case.parameters), lang=case.lang)
    ours = [["" if term is None else term.value for term in row] for row in answer]  # type: ignore[union-attr]
    assert rows == ours


@pytest.fixture(scope="module")
def dataset(history: ox.Store) -> rdflib.Dataset:
    """Return the same graph as another library holds it."""
    dataset = rdflib.Dataset(default_union=False)
    dataset.parse(data=history.dump(format=ox.RdfFormat.TRIG), format="trig")
    return dataset


def holders(store: ox.Store, day: str) -> set[tuple[str, str]]:
    """Return who was rector on a day, and whether that is sure."""
    given = {"organization": "Nura University", "date": day, "role": "rector"}
    return {(row["person"].value, row["surely"].value) for row in ask(store, "holder-on-date", given, lang="en")}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2012-12-31", set()),
        ("2013", {("Aset Omarov", "yes")}),
        ("2013-06-01", {("Aset Omarov", "perhaps")}),
        ("2014-01-01", {("Aset Omarov", "yes")}),
        ("2019-01-31", {("Aset Omarov", "yes")}),
        ("2019-02-17", {("Aset Omarov", "perhaps")}),
        ("2019-02-18", {("Aset Omarov", "perhaps"), ("Gulnar Bektasova", "yes")}),
        ("2019-03-01", {("Gulnar Bektasova", "yes")}),
        ("2020-05-07", {("Gulnar Bektasova", "perhaps")}),
        ("2023-10-02", {("Gulnar Bektasova", "perhaps"), ("Dana Serikova", "yes")}),
    ],
)
def test_the_edges_of_a_tenure(day: str, found: set[tuple[str, str]], history: ox.Store) -> None:
    """A year or a month as start or end is neither its first day nor its last: within it nothing is sure."""
    assert holders(history, day) == found
