"""The knowledge of a store in Turtle, as kg.graph.turtle writes it, made of what Oxigraph tells of each predicate.

What takes longest is Oxigraph's looking up of terms, so predicates are not asked for with each triple, and another core
looks up those of the next predicate meanwhile. All else is done with long lists of text: no object is made for a
triple, and each IRI is shortened once.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor

import pyoxigraph as ox

from kg.graph.iris import BASE
from kg.graph.turtle import Block, Terms, class_places, in_order, sections
from kg.ontology import PREFIXES

_TYPE = ox.NamedNode(PREFIXES["rdf"] + "type")
_INTEGER = f'"^^<{PREFIXES["xsd"]}integer>'
_IRI = re.compile(r'<[^\x00-\x20<>"{}|^`\\]+>')
# What a table of results has otherwise than N-Triples: control characters and two more are as they are in it, ...
_CONTROLS = bytes({*range(0x20), 0x7F} - {*b"\t\n"})
_NO_CHARACTERS = "\ufffe".encode(), "\uffff".encode()
_FIRST = {"<", '"', "_"}  # ... numbers and truth values are bare
_AHEAD = 3  # predicates that are fetched while one is written
_TO_TABS = bytes.maketrans(b"\n", b"\t")


def turtle_of(store: ox.Store, base: str = BASE) -> str:
    """Return the default graph of a store in Turtle, the same as kg.graph.turtle.turtle makes of its quads."""
    terms = Terms(base)
    body = "".join(sections(_blocks(store, terms)))
    return terms.header() + body


def _blocks(store: ox.Store, terms: Terms) -> list[Block]:
    """Return all subjects as they are written, sorted by section."""
    written = _Written(terms)
    said: dict[str, str] = {}  # text and no lists, which Python's collector of cycles would walk over again and again
    last, between = len(class_places()), " ;\n    "
    places: dict[str, int] = {}
    predicates = _predicates(store, terms)
    tables = _tables(store, [predicate for predicate, _ in predicates])
    for (predicate, name), table in zip(predicates, tables, strict=True):
        subjects, objects = _columns(store, predicate, table)
        shown = [one if one[0] == '"' and one[-1] != ">" else written[one] for one in objects]
        if predicate == _TYPE:
            places = _places(subjects, objects)
        for subject, line in _lines(subjects, shown):
            before = said.get(subject)
            said[subject] = f"{name} {line}" if before is None else f"{before}{between}{name} {line}"
    return sorted(
        (places.get(subject, last), written[subject], f"{written[subject]} {text} .\n")
        for subject, text in said.items()
    )


def _predicates(store: ox.Store, terms: Terms) -> list[tuple[ox.NamedNode, str]]:
    """Return predicates, each with how it is written, in the order of the file."""
    rows = store.query("SELECT DISTINCT ?p { ?s ?p ?o }")
    assert isinstance(rows, ox.QuerySolutions)
    found = {terms.predicate(row["p"].value): row["p"] for row in rows}
    return [(found[name], name) for name in in_order(tuple(found))]


def _tables(store: ox.Store, predicates: Sequence[ox.NamedNode]) -> Iterator[bytes]:
    """Yield Oxigraph's table of subjects and objects of each predicate, while threads fetch the next ones."""
    with ThreadPoolExecutor(2) as threads:
        coming: deque[Future[bytes]] = deque()
        for predicate in predicates:
            coming.append(threads.submit(_fetched, store, predicate))
            if len(coming) > _AHEAD:
                yield coming.popleft().result()
        while coming:
            yield coming.popleft().result()


def _fetched(store: ox.Store, predicate: ox.NamedNode) -> bytes:
    if not _IRI.fullmatch(str(predicate)):
        return b""
    rows = store.query(f"SELECT ?s ?o {{ ?s {predicate} ?o }}")
    assert isinstance(rows, ox.QuerySolutions)
    return rows.serialize(format=ox.QueryResultsFormat.TSV) or b""


def _columns(store: ox.Store, predicate: ox.NamedNode, table: bytes) -> tuple[list[str], list[str]]:
    """Return subjects and objects of a predicate as N-Triples writes them, each pair in the same place."""
    if columns := _cells(table):
        return columns
    quads = store.quads_for_pattern(None, predicate, None, ox.DefaultGraph())
    pairs = [(str(quad.subject), str(quad.object)) for quad in quads]
    return [subject for subject, _ in pairs], [object_ for _, object_ in pairs]


def _cells(table: bytes) -> tuple[list[str], list[str]] | None:
    """Return the columns of a table of results, None where that may not have what N-Triples has."""
    if not table:
        return None
    plain = table.translate(_TO_TABS, _CONTROLS)
    if len(plain) < len(table) or any(one in plain for one in _NO_CHARACTERS):
        return None
    cells = plain.decode("utf-8").split("\t")  # tabs and ends of lines inside terms are escaped
    subjects, objects = cells[2:-1:2], cells[3::2]
    begin = {one[:2] for one in objects}
    if "<<" in begin or not {one[0] for one in begin} <= _FIRST:
        return None
    return subjects, objects


def _lines(subjects: list[str], objects: list[str]) -> Iterable[tuple[str, str]]:
    """Return each subject once, with its objects as a line has them."""
    if len(set(subjects)) == len(subjects):
        return zip(subjects, objects, strict=True)
    found: dict[str, str] = {}
    for subject, each in zip(subjects, objects, strict=True):
        before = found.get(subject)
        found[subject] = each if before is None else f"{before}\t{each}"
    return ((subject, ", ".join(sorted(set(some.split("\t"))))) for subject, some in found.items())


def _places(subjects: list[str], classes: list[str]) -> dict[str, int]:
    """Return the section of each subject: that of the first of its classes."""
    of_class = {f"<{iri}>": place for iri, place in class_places().items()}
    last = len(class_places())
    places: dict[str, int] = {}
    for subject, class_ in zip(subjects, classes, strict=True):
        place = of_class.get(class_, last)
        places[subject] = min(place, places.get(subject, place))
    return places


class _Written(dict[str, str]):
    """How terms are written, by how N-Triples writes them."""

    def __init__(self, terms: Terms) -> None:
        super().__init__()
        self._terms = terms

    def __missing__(self, term: str) -> str:
        is_iri = term[0] == "<" and not term.startswith("<<")  # not a blank node, nor a triple
        shown = self._literal(term) if term[0] == '"' else term
        found = self[term] = self._terms.write(ox.NamedNode(term[1:-1])) if is_iri else shown
        return found

    def _literal(self, term: str) -> str:
        if term[-1] != ">":  # text, with a language or without
            return term
        content, _, datatype = term.rpartition("^^")
        if term.endswith(_INTEGER) and content.isascii() and content[1:-1].removeprefix("-").isdigit():
            return content[1:-1]
        return f"{content}^^{self[datatype]}"
