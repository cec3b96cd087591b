"""Parameters as people type them become typed terms, or a clear error."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.errors import KgError
from kg.query.ask import ask
from kg.query.catalogue import question
from kg.query.naming import find
from kg.query.parameters import bindings, preference, term

PARK = "https://w3id.org/habar/id/person/minho-park"
LEAGUE = "https://w3id.org/habar/id/organization/metrology-league"

HOSTILE = [
    '"} ; DROP ALL',
    "x' } UNION { ?s ?p ?o",
    "a\nb\r\n\t\x00",
    "https://example.org/> } ; DROP ALL #",
    "<https://example.org/> <x>",
    "person/minho-park> ?p ?o . <x",
    "\\u0022 } \\",
    "?entity",
    "%%%",
    "\ud7ff\u202e",
    "A" * 10_000,
]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Minho Park", PARK),
        ("  minho   PARK ", PARK),
        (PARK, PARK),
        (f"<{PARK}>", PARK),
        ("person/minho-park", PARK),
        ("wml", LEAGUE),
        ("«Дүниежүзілік метрология лигасы»", LEAGUE),
        ("ВСЕМИРНАЯ ЛИГА МЕТРОЛОГИИ", LEAGUE),
    ],
)
def test_a_thing_is_found_by_any_name_or_iri(typed: str, meant: str, store: ox.Store) -> None:
    """Letter case, quotation marks, spaces and language don't matter."""
    assert find(store, typed).value == meant


def test_a_class_narrows_the_search(store: ox.Store) -> None:
    """A person's name is no organisation."""
    assert find(store, "Minho Park", "kg:Person").value == PARK
    with pytest.raises(KgError, match="No organization in the graph is called «Minho Park»"):
        find(store, "Minho Park", "kg:Organization")


def test_namesakes_are_told_apart_by_iri(store: ox.Store) -> None:
    """An ambiguous name is an error that lists the IRIs in order."""
    with pytest.raises(KgError, match=r"person/erzhan-omarov or person/erzhan-omarov-2\."):
        find(store, "Ержан Омаров")


def test_a_mistyped_name_suggests_the_nearest(store: ox.Store) -> None:
    """The error shows a name that exists."""
    with pytest.raises(KgError, match="did you mean «Minho Park»"):
        find(store, "Minho Prak")


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("kind", ["thing", "kg:Organization", "date", "predicate"])
def test_a_hostile_value_is_refused_in_one_line(hostile: str, kind: str, store: ox.Store) -> None:
    """Nothing that isn't a name, date or predicate of the graph gets near a query."""
    with pytest.raises(KgError) as caught:
        term(store, kind, hostile)
    assert "\n" not in str(caught.value)
    assert "\x00" not in str(caught.value)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_hostile_value_of_a_fact_finds_nothing(hostile: str, store: ox.Store) -> None:
    """The one parameter that may be any text is a literal: no row comes back and nothing else happens."""
    assert list(ask(store, "evidence", {"object": hostile})) == []  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "datatype"),
    [("2021", "gYear"), ("2021-03", "gYearMonth"), ("2021-03-04", "date"), ("2024-02-29", "date")],
)
def test_a_date_is_as_exact_as_it_is_typed(typed: str, datatype: str, store: ox.Store) -> None:
    """A year stays a year."""
    literal = term(store, "date", typed)
    assert isinstance(literal, ox.Literal)
    assert (literal.value, literal.datatype.value.rpartition("#")[2]) == (typed, datatype)


@pytest.mark.parametrize(
    "typed", ["2021-02-30", "2023-02-29", "2021-13", "0000", "21-03-04", "2021-3-4", "٢٠٢١", "today"]
)
def test_a_date_that_cannot_be_is_an_error(typed: str, store: ox.Store) -> None:
    """31 ақпан is no date, nor is one written in another way."""
    with pytest.raises(KgError, match="date"):
        term(store, "date", typed)


def test_a_predicate_is_named_as_people_name_it(store: ox.Store) -> None:
    """kg:participant, participant and the IRI are one; a wrong one suggests the nearest."""
    found = {term(store, "predicate", name).value for name in ("kg:participant", "Participant", "https://w3id.org/habar/ontology#participant")}  # fmt: skip  # noqa: E501
    assert found == {"https://w3id.org/habar/ontology#participant"}
    with pytest.raises(KgError, match="did you mean kg:participant"):
        term(store, "predicate", "participants")


def test_missing_and_unknown_parameters_are_errors(store: ox.Store) -> None:
    """The error says which parameters the question takes."""
    with pytest.raises(KgError, match=r"needs --param organization=…; it takes organization, date, \[role\]"):
        bindings(store, question("holder-on-date"), {"date": "2021"})
    with pytest.raises(KgError, match="has no parameter organisation"):
        bindings(store, question("members-of"), {"organisation": "WML"})
    with pytest.raises(KgError, match="is empty"):
        bindings(store, question("members-of"), {"organization": " "})


@pytest.mark.parametrize(("lang", "order"), [("kk", "kk ru en"), ("ru", "ru kk en"), ("en", "en kk ru")])
def test_names_fall_back_to_kazakh_russian_english(lang: str, order: str) -> None:
    """The language asked for comes first."""
    assert preference(lang).value == order


def test_a_name_with_marks_of_its_own_gets_others(store: ox.Store) -> None:
    """«…» around «Лига» одағы would stand doubled."""
    with pytest.raises(KgError, match="is called “«Ай» одағы”"):
        find(store, "«Ай» одағы")
    with pytest.raises(KgError, match="is called «Айгу»"):
        find(store, "Айгу")
