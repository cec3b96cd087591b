"""A query answered as bytes: what a worker process does with a query."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from itertools import islice

import pyoxigraph as ox

from kg.errors import KgError
from kg.graph.store import in_memory
from kg.query.display import safe_for_xml
from kg.query.formats import SOLUTIONS
from kg.query.run import run


@dataclass(frozen=True, slots=True)
class Question:
    """A query, the formats for either kind of answer, and the default and named graphs to ask (None: the store's)."""

    sparql: str
    rows: str = "json"
    triples: str = "turtle"
    dataset: tuple[tuple[str, ...], tuple[str, ...]] | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The bytes of an answer and what they are: ``form`` is "rows" (or the truth of an ASK) or "triples"."""

    form: str
    body: bytes


class TooBigError(KgError):
    """An answer with more bytes or triples than are allowed."""


def answer(store: ox.Store, question: Question, most_bytes: int) -> Answer:
    """Answer a question; raises KgError for a wrong one, TooBigError for an answer of more than ``most_bytes``."""
    default, named = map(_nodes, question.dataset) if question.dataset else (None, None)
    found = run(store, question.sparql, default_graphs=default, named_graphs=named)
    if isinstance(found, ox.QueryTriples):
        return Answer("triples", triples_as(question.triples, _few_enough(found, most_bytes)))
    return Answer("rows", _rows(found, question.rows, most_bytes))


def triples_as(form: str, triples: Iterable[ox.Triple]) -> bytes:
    """Return triples in Turtle, N-Triples, JSON-LD or RDF/XML ("turtle", "ntriples", "jsonld", "rdfxml")."""
    from kg.export.formats import export

    quads = (ox.Quad(one.subject, one.predicate, one.object) for one in triples)
    (content,) = export(in_memory(quads), form, evidence=False if form == "jsonld" else None).values()
    return content


def _nodes(iris: Iterable[str]) -> list[ox.NamedNode]:
    try:
        return [ox.NamedNode(iri) for iri in iris]
    except ValueError as error:
        raise KgError(f"A graph to ask is no IRI: {error}.") from error


def _rows(found: ox.QuerySolutions | ox.QueryBoolean, form: str, most_bytes: int) -> bytes:
    held = _Bounded(most_bytes)
    try:
        if isinstance(found, ox.QueryBoolean) and form in ("csv", "tsv"):
            return b"true\n" if found else b"false\n"
        found.serialize(held, format=SOLUTIONS[form])
    except (OSError, RuntimeError, ValueError) as error:
        if held.full:
            raise _too_big(most_bytes) from None
        raise KgError(f"The query can't be answered: {error}.") from error
    body = held.getvalue()
    return safe_for_xml(body.decode("utf-8")).encode("utf-8") if form == "xml" else body


def _few_enough(triples: Iterable[ox.Triple], most_bytes: int) -> list[ox.Triple]:
    kept: list[ox.Triple] = []
    size, rest = 0, iter(triples)
    try:
        while some := list(islice(rest, 1000)):
            size += sum(len(str(one)) for one in some)
            kept += some
            if size > most_bytes:
                raise _too_big(most_bytes)
    except (OSError, RuntimeError, ValueError) as error:
        raise KgError(f"The query can't be answered: {error}.") from error
    return sorted(set(kept), key=str)


def _too_big(most_bytes: int) -> TooBigError:
    return TooBigError(
        f"The answer is longer than {most_bytes / 1e6:g} MB; ask for less with LIMIT, or start the server with more "
        "--most-megabytes."
    )


class _Bounded(BytesIO):
    """Bytes in memory, up to a limit."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most
        self.full = False

    def write(self, data: bytes) -> int:  # type: ignore[override]
        if self.tell() + len(data) > self._most:
            self.full = True
            raise OSError("full")
        return super().write(data)
