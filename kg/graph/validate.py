"""Whether a graph is what the ontology's SHACL shapes demand."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.graph.store import as_store
from kg.ontology import PREFIXES, compact
from kg.resources import resource

if TYPE_CHECKING:
    import rdflib

_SH = "http://www.w3.org/ns/shacl#"
_ALL_EVIDENCE = "kg:Evidence"  # the focus node of the one query that looks at all evidence


@dataclass(frozen=True, slots=True, order=True)
class Result:
    """One thing that is wrong ("Violation") or doubtful ("Warning"); ``node`` is where, ``value`` what."""

    severity: str
    node: str
    path: str
    message: str
    value: str = ""

    def __str__(self) -> str:
        """Return the result as one line for the user."""
        where = " ".join(part for part in (self.node, self.path, self.value) if part)
        return f"{self.severity}: {self.message} ({where})"


@dataclass(frozen=True, slots=True)
class Validation:
    """``conforms`` is whether there is no violation, only warnings at most; ``checked`` counts the triples."""

    conforms: bool
    checked: int
    results: tuple[Result, ...] = ()


def validate(source: Path | str | ox.Store | rdflib.Dataset | Iterable[ox.Quad], lang: str = "en") -> Validation:
    """Check a build's folder, an RDF file, a store, a dataset or quads against ontology/shapes.ttl.

    All graphs are checked as one, claims and evidence too. Messages are in ``lang``, else in English. Raises KgError
    for a folder without a build or a file that is no RDF.
    """
    import pyshacl

    with _quiet():
        data = _union(as_store(source))
        _, report, _ = pyshacl.validate(data, shacl_graph=_shapes(), inference="none", meta_shacl=False)
    results = tuple(sorted(set(_results(report, lang))))
    return Validation(all(result.severity != "Violation" for result in results), len(data), results)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep rdflib from printing a traceback for each date that cannot be; the shapes report them."""
    log = logging.getLogger("rdflib.term")
    before, log.disabled = log.disabled, True
    try:
        yield
    finally:
        log.disabled = before


def _union(store: ox.Store) -> rdflib.Graph:
    """Copy the triples of all graphs into rdflib's memory, where pySHACL is many times faster than on the store."""
    import rdflib

    graph = rdflib.Graph(bind_namespaces="none")
    for quad in store:
        graph.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    return graph


def _term(term: object) -> rdflib.term.Node:
    import rdflib

    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, ox.Literal):
        if term.language:
            return rdflib.Literal(term.value, lang=term.language)
        if term.datatype.value == PREFIXES["xsd"] + "string":
            return rdflib.Literal(term.value)
        return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value), normalize=False)
    if isinstance(term, ox.BlankNode):
        return rdflib.BNode(term.value)
    raise TypeError(f"{term} is not RDF 1.1")


def _shapes() -> rdflib.Graph:
    import rdflib

    return rdflib.Graph().parse(resource("ontology/shapes.ttl"))


def _results(report: rdflib.Graph, lang: str) -> Iterable[Result]:
    import rdflib

    sh = rdflib.Namespace(_SH)
    for node in report.objects(None, sh.result):  # not what is nested in a result to explain it
        found = (report.value(node, sh[name]) for name in ("resultSeverity", "focusNode", "resultPath", "value"))
        severity, focus, path, value = map(_shown, found)
        messages = {getattr(each, "language", None): str(each) for each in report.objects(node, sh.resultMessage)}
        message = messages.get(lang) or messages.get("en") or min(messages.values(), default="")
        if not path and focus == _ALL_EVIDENCE:
            focus, value = value, ""
        yield Result(severity.removeprefix(_SH), focus, path, message, value)


def _shown(node: rdflib.term.Node | None) -> str:
    """Write a node as users know it; the name that a blank node gets is another one each time."""
    import rdflib

    return "" if node is None else "[]" if isinstance(node, rdflib.BNode) else compact(str(node))
