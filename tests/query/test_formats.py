"""The formats of an answer, read back by the programs that they are for."""

from __future__ import annotations

import csv
import json
from io import StringIO
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest

from kg.errors import KgError
from kg.query.formats import written
from kg.query.run import run

SELECT = 'SELECT ?x ?y { VALUES (?x ?y) { (<a:b> "=1+1, \\"q\\"\\n\\u001b[31m"@kk) (1 UNDEF) } }'
NAMES = "SELECT ?s ?n { ?s skos:prefLabel ?n } ORDER BY ?s ?n"


def test_csv_keeps_every_value(store: ox.Store) -> None:
    """Commas, quotes, newlines and a leading = are data, as SPARQL's CSV has them."""
    rows = list(csv.reader(StringIO(written(run(store, SELECT), "csv"), newline="")))
    assert rows == [["x", "y"], ["a:b", '=1+1, "q"\n\x1b[31m'], ["1", ""]]


def test_json_xml_and_tsv_say_the_same(store: ox.Store) -> None:
    """Oxigraph's own readers of results find the same rows in all three."""
    formats = {"json": ox.QueryResultsFormat.JSON, "xml": ox.QueryResultsFormat.XML, "tsv": ox.QueryResultsFormat.TSV}
    expected = [[row["s"], row["n"]] for row in run(store, NAMES)]  # type: ignore[union-attr]
    assert len(expected) > 20
    for name, form in formats.items():
        parsed = ox.parse_query_results(written(run(store, NAMES), name), format=form)
        assert [[row["s"], row["n"]] for row in parsed] == expected  # type: ignore[union-attr]


def test_xml_is_well_formed_whatever_the_data(store: ox.Store) -> None:
    """A control character in a label doesn't break the document."""
    root = ElementTree.fromstring(written(run(store, SELECT), "xml"))
    assert "=1+1" in "".join(root.itertext())


def test_an_ask_is_true_or_false_in_each_format(store: ox.Store) -> None:
    """Tables say true or false; JSON and XML have their own form."""
    ask = "ASK { ?s a kg:Meeting }"
    assert [written(run(store, ask), form) for form in ("table", "csv", "tsv")] == ["true\n"] * 3
    assert json.loads(written(run(store, ask), "json"))["boolean"] is True
    assert "<boolean>true</boolean>" in written(run(store, ask), "xml")


@pytest.mark.parametrize("form", ["table", "turtle", "ntriples"])
def test_triples_are_sorted_and_can_be_read(form: str, store: ox.Store) -> None:
    """CONSTRUCT gives the same bytes each time, without doubles."""
    query = "CONSTRUCT { ?s a ?class } WHERE { ?s a ?class . ?s ?p ?o }"
    text = written(run(store, query), form)
    syntax = ox.RdfFormat.N_TRIPLES if form == "ntriples" else ox.RdfFormat.TURTLE
    wanted = {quad.triple for quad in store.quads_for_pattern(None, ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), None, ox.DefaultGraph())}  # noqa: E501  # fmt: skip
    assert {quad.triple for quad in ox.parse(text, format=syntax)} == wanted
    assert written(run(store, query), form) == text


@pytest.mark.parametrize(
    ("query", "form"),
    [("SELECT * { ?s ?p ?o }", "turtle"), ("ASK {}", "ntriples"), ("DESCRIBE <person/minho-park>", "csv")],
)
def test_a_format_that_cannot_hold_the_answer_is_an_error(query: str, form: str, store: ox.Store) -> None:
    """The error says which formats can."""
    with pytest.raises(KgError, match="use "):
        written(run(store, query), form)
