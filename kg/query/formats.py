"""Writes the result of a query in a format: a table for people, the W3C's formats for programs."""

from __future__ import annotations

from pyoxigraph import Quad, QueryBoolean, QueryResultsFormat, QuerySolutions, RdfFormat, Triple, serialize

from kg.errors import KgError
from kg.graph.turtle import turtle
from kg.query.display import readable, safe_for_xml
from kg.query.run import Result
from kg.query.table import table

SOLUTIONS = {
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
}
TRIPLES = ("turtle", "ntriples")
FORMATS = ("table", *SOLUTIONS, *TRIPLES)


def written(result: Result, name: str, *, lang: str = "en", width: int | None = None) -> str:
    """Return the result of a query as text in a format of FORMATS.

    A table is as wide as ``width`` columns of a terminal, or as its cells when that is None; terms of the ontology in
    it are named in ``lang``. Triples asked for as a table come as Turtle. Raises KgError for a format that can't hold
    such a result.
    """
    try:
        if isinstance(result, QuerySolutions):
            return _solutions(result, name, lang, width)
        if isinstance(result, QueryBoolean):
            return _boolean(result, name)
        return _triples(sorted(set(result), key=str), name)
    except (OSError, RuntimeError, ValueError) as error:
        raise KgError(f"The query can't be answered: {readable(str(error))}.") from error


def _solutions(result: QuerySolutions, name: str, lang: str, width: int | None) -> str:
    if name == "table":
        columns = [variable.value for variable in result.variables]
        return table(columns, [list(row) for row in result], lang=lang, width=width)
    if name not in SOLUTIONS:
        raise KgError(f"{name} holds triples, and a SELECT gives rows; use {', '.join(['table', *SOLUTIONS])}.")
    return _text(result.serialize(format=SOLUTIONS[name]), name)


def _boolean(result: QueryBoolean, name: str) -> str:
    if name in {"json", "xml"}:
        return _text(result.serialize(format=SOLUTIONS[name]), name)
    if name in TRIPLES:
        raise KgError(f"{name} holds triples, and an ASK gives true or false; use {', '.join(['table', *SOLUTIONS])}.")
    return "true\n" if result else "false\n"


def _triples(triples: list[Triple], name: str) -> str:
    if name in SOLUTIONS:
        raise KgError(f"{name} holds rows, and this query gives triples; use {' or '.join(TRIPLES)}.")
    if name == "ntriples":
        return _text(serialize(triples, format=RdfFormat.N_TRIPLES), name)
    return turtle(Quad(triple.subject, triple.predicate, triple.object) for triple in triples)


def _text(content: bytes | None, name: str) -> str:
    text = (content or b"").decode("utf-8")
    text = safe_for_xml(text) if name == "xml" else text
    return text if text.endswith("\n") or not text else text + "\n"
