"""Whether a graph is what the ontology's SHACL shapes demand."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from kg.graph.constraints import Data, Said, Term
from kg.graph.shapes import Query, shapes
from kg.graph.store import as_store
from kg.ontology import PREFIXES, compact
from kg.resources import resource

if TYPE_CHECKING:
    import rdflib

_JUDGED_AT_ONCE = 500
_NOTHING: Said = {}
_TYPE = PREFIXES["rdf"] + "type"
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
    """``conforms`` is whether there is no violation, only warnings at most; ``checked`` counts the triples.

    ``nodes`` is how many nodes were looked at: all that are the subject of anything.
    """

    conforms: bool
    checked: int
    results: tuple[Result, ...] = ()
    nodes: int = 0


def validation(checked: int, nodes: int, results: Iterable[Result]) -> Validation:
    """Return what was found in all parts of a graph, sorted."""
    found = tuple(sorted(set(results)))
    return Validation(all(result.severity != "Violation" for result in found), checked, found, nodes)


def validate(source: Path | str | ox.Store | rdflib.Dataset | Iterable[ox.Quad], lang: str = "en") -> Validation:
    """Check a build's folder, an RDF file, a store, a dataset or quads against ontology/shapes.ttl.

    All graphs are checked as one, claims and evidence too, node by node, so that a large graph need not be in memory.
    Messages are in ``lang``, else in English. Raises KgError for a folder without a build or a file that is no RDF.
    """
    store = as_store(source)
    data, doubts = _InStore(store), _Doubts(lang)
    checked = nodes = 0
    for node in _subjects(store):
        nodes += 1
        checked += sum(len(objects) for objects in data.said(node).values())
        for doubtful in shapes().doubtful(data, node):
            doubts.add(doubtful, data)
    for query in shapes().queries:
        doubts.add_rows(query, store, data)
    if doubts.blank:  # what is said of a blank node can't be told apart from the whole
        return validation(checked, nodes, judge(_union(store), lang))
    return validation(checked, nodes, doubts.judged())


def judge(graph: rdflib.Graph, lang: str = "en") -> Iterator[Result]:
    """Yield what pySHACL finds wrong with a graph in rdflib's memory."""
    import pyshacl

    with _quiet():
        _, report, _ = pyshacl.validate(graph, shacl_graph=_shapes(), inference="none", meta_shacl=False)
    yield from _results(report, lang)


class Described:
    """What is said of some nodes, in memory; ``others`` has the classes of nodes that are spoken of elsewhere."""

    def __init__(self, said: Mapping[Any, Said], others: Callable[[str], Collection[str]]) -> None:
        self._said, self._others = said, others
        self._classes: dict[Term, Collection[str]] = {}

    def __iter__(self) -> Iterator[Term]:
        return iter(self._said)

    def said(self, node: Term) -> Said:
        """Return all that is said of a node."""
        return self._said.get(node, _NOTHING)

    def classes(self, node: Term) -> Collection[str]:
        """Return the classes of a node."""
        found = self._classes.get(node)
        if found is None:
            own = _named(tuple(self.said(node).get(_TYPE, ())))
            found = self._classes[node] = own or (self._others(node.value) if isinstance(node, ox.NamedNode) else ())
        return found


@lru_cache(maxsize=1000)
def _named(terms: tuple[Term, ...]) -> tuple[str, ...]:
    """Return the IRIs among terms; there are few combinations of classes."""
    return tuple(term.value for term in terms if isinstance(term, ox.NamedNode))


def validate_part(
    said: Mapping[ox.NamedNode, Said], others: Callable[[str], Collection[str]]
) -> tuple[int, int, list[Result]]:
    """Check the claims, evidence and description of one announcement.

    Return how many nodes and triples were checked, and what is wrong with them.

    ``said`` is what its claims and the default graph say of each node; its facts are left out, they are
    checked with the things that they are about. ``others`` gives the classes of these things by their IRIs.
    """
    data, doubts = Described(said, others), _Doubts("en")
    nodes, triples = _look_at(data, doubts)
    for query in shapes().queries:
        if query.sure and query.sure(data, data):
            continue
        store = ox.Store()
        store.extend(  # for so few, faster than bulk_extend
            ox.Quad(node, ox.NamedNode(predicate), each)
            for node, of_node in said.items()
            for predicate, objects in of_node.items()
            if query.needs(predicate)
            for each in objects
        )
        doubts.add_rows(query, store, data)
    return nodes, triples, sorted(set(doubts.judged()))


class ThingCheck:
    """Checks things one by one; ``classes`` gives the classes of things by their IRIs.

    What pySHACL judges it judges for many of them together, since it takes long to begin.
    """

    def __init__(self, classes: Callable[[str], Collection[str]]) -> None:
        self._classes, self._doubts = classes, _Doubts("en")

    def look_at(self, quads: Sequence[ox.Quad]) -> int:
        """Take up a thing, as quads with all that is said of it; return how many triples these are."""
        _, triples = _look_at(Described(_by_node(quads), self._classes), self._doubts)
        return triples

    def judged(self) -> dict[str, list[Result]]:
        """Return what is wrong with the things since this was last asked, by the nodes of the results."""
        found: dict[str, list[Result]] = {}
        for result in sorted(set(self._doubts.judged())):
            found.setdefault(result.node, []).append(result)
        self._doubts = _Doubts("en")
        return found


def _by_node(quads: Iterable[ox.Quad]) -> dict[Term, Said]:
    said: dict[Term, dict[str, dict[Term, None]]] = {}
    for quad in quads:
        said.setdefault(quad.subject, {}).setdefault(quad.predicate.value, {})[quad.object] = None
    return {node: {key: tuple(each) for key, each in of_node.items()} for node, of_node in said.items()}


def _look_at(data: Described, doubts: _Doubts) -> tuple[int, int]:
    """Pass all nodes of the data through the sieve; return how many nodes and triples these were."""
    nodes = triples = 0
    for node in data:
        nodes += 1
        triples += sum(map(len, data.said(node).values()))
        for doubtful in shapes().doubtful(data, node):
            doubts.add(doubtful, data)
    return nodes, triples


class _InStore:
    """What is said in a store, all graphs as one, a little of it remembered."""

    def __init__(self, store: ox.Store) -> None:
        self.said = lru_cache(maxsize=10_000)(self._said)
        self._store = store

    def classes(self, node: Term) -> Collection[str]:
        return [term.value for term in self.said(node).get(_TYPE, ()) if isinstance(term, ox.NamedNode)]

    def _said(self, node: Term) -> Said:
        if not isinstance(node, ox.NamedNode | ox.BlankNode):
            return {}
        said: dict[str, dict[Term, None]] = {}
        for quad in self._store.quads_for_pattern(node, None, None, None):
            said.setdefault(quad.predicate.value, {})[quad.object] = None
        return {predicate: tuple(objects) for predicate, objects in said.items()}


def _subjects(store: ox.Store) -> Iterator[Term]:
    """Yield each subject once, without remembering all: where the first of the graphs that speak of it does."""
    for graph in (ox.DefaultGraph(), *sorted(store.named_graphs(), key=str)):
        before = None
        for quad in store.quads_for_pattern(None, None, None, graph):
            if quad.subject != before:
                before = quad.subject
                others = (each.graph_name for each in store.quads_for_pattern(before, None, None, None))
                if min(others, key=_graph_order) == graph:
                    yield before


def _graph_order(graph: ox.NamedNode | ox.BlankNode | ox.DefaultGraph) -> str:
    return "" if isinstance(graph, ox.DefaultGraph) else str(graph)


class _Doubts:
    """Nodes that pySHACL is to judge, each with what is said of it and the classes of what it is tied to."""

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._nodes: set[Term] = set()
        self._triples: set[tuple[Term, str, Term]] = set()
        self._found: list[Result] = []
        self.blank = False

    def add(self, node: Term, data: Data) -> None:
        """Take a node in; with very many, judge those that there are so far."""
        self.blank |= isinstance(node, ox.BlankNode)
        self._nodes.add(node)
        self._around(node, data)
        if len(self._nodes) >= _JUDGED_AT_ONCE:
            self._judge()

    def add_rows(self, query: Query, store: ox.Store, data: Data) -> None:
        """Take in what a SPARQL constraint finds."""
        rows = store.query(
            query.select, substitutions={ox.Variable("this"): query.node}, use_default_graph_as_union=True
        )
        assert isinstance(rows, ox.QuerySolutions)
        for row in rows:
            self._nodes.update((query.node, row["value"]))
            for node in (row["value"], *(each for some in data.said(row["value"]).values() for each in some)):
                self._around(node, data)

    def judged(self) -> list[Result]:
        """Return what pySHACL says of all of them."""
        self._judge()
        return self._found

    def _around(self, node: Term, data: Data) -> None:
        for predicate, objects in data.said(node).items():
            for value in objects:
                self._triples.add((node, predicate, value))
                self._triples.update((value, _TYPE, ox.NamedNode(class_)) for class_ in data.classes(value))

    def _judge(self) -> None:
        if self._nodes and not self.blank:
            import rdflib

            graph = rdflib.Graph(bind_namespaces="none")
            for subject, predicate, value in self._triples:
                graph.add((_term(subject), rdflib.URIRef(predicate), _term(value)))
            names = {_shown(_term(node)) for node in self._nodes}
            self._found += [one for one in judge(graph, self._lang) if one.node in names]
        self._nodes, self._triples = set(), set()


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


@cache
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
