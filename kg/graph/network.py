"""The knowledge as a network of things and what ties them, for measures, layouts and pictures."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from kg.graph.called import Said, best, names
from kg.graph.store import as_store
from kg.graph.trace import Quote, Triple, all_quotes
from kg.ontology import KG, ORG, RDF, SCHEMA, SKOS, compact, expand, label
from kg.records import LANGUAGES

if TYPE_CHECKING:
    import networkx as nx
    import rdflib

Quotes = Mapping[Triple, Sequence[Quote]]
Edge = tuple[str, str, str, dict[str, Any]]

_KINDS = ("Person", "Organization", "Meeting", "Program", "Agreement", "Election")
_STATUSES = {SCHEMA.EventScheduled: "planned", SCHEMA.EventCancelled: "cancelled"}
_VALUES = (
    "schema:startDate",
    "schema:endDate",
    "schema:dateCreated",
    "schema:eventStatus",
    "kg:meetingKind",
    "kg:topic",
    "kg:memberCount",
    "kg:agreementStatus",
)
_SHOWN = ("text", "start", "end", "confidence", "rule", "headline", "published", "url")


def network(
    source: Path | str | ox.Store | rdflib.Dataset | Iterable[ox.Quad], languages: Sequence[str] = LANGUAGES
) -> nx.MultiDiGraph[str]:
    """Return the things of a build's folder, store, dataset or quads as nodes, and what ties them as edges.

    A node is an IRI; its attributes are kind ("Person", "Country" …), label (in the first of ``languages`` that has
    one), labels ({language: label}), alt, start, end, status ("planned", "cancelled" or None) and values (a list of
    {predicate, value, labels, quotes}). A meeting without a name is called by its kind and who met.

    An edge has predicate (a CURIE, also its key), label, labels, start, end, iri and quotes: dicts of text,
    announcement (its id), start, end, confidence, rule, headline, published and url. A membership is an edge from the
    member to the organisation with the predicate kg:Membership, the role as label and its IRI as key.
    ``graph.graph["announcements"]`` is their number.
    """
    import networkx as nx

    store = as_store(source)
    said, quotes = said_of(store.quads_for_pattern(None, None, None, ox.DefaultGraph())), all_quotes(store)
    kinds = {node: kind for node, of_node in said.items() if (kind := kind_of(of_node))}
    documents = sum(1 for of_node in said.values() if _is(of_node, KG.Announcement))
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(announcements=documents)
    for node, kind in sorted(kinds.items()):
        graph.add_node(node, **node_data(node, kind, said, quotes, languages))
    edges = (edge for node in said for edge in edges_of(node, said, kinds, quotes, languages))
    for one, other, key, data in sorted(edges, key=lambda edge: edge[:3]):
        graph.add_edge(one, other, key=key, **data)
    return graph


def said_of(quads: Iterable[ox.Quad]) -> dict[str, dict[str, list[Any]]]:
    """Return what quads say, by subject and predicate."""
    said: dict[str, dict[str, list[Any]]] = {}
    for quad in quads:
        if isinstance(quad.subject, ox.NamedNode):
            said.setdefault(quad.subject.value, {}).setdefault(quad.predicate.value, []).append(quad.object)
    for of_node in said.values():
        for objects in of_node.values():
            objects.sort(key=str)
    return said


def _is(of_node: Mapping[str, Sequence[Any]], class_: str) -> bool:
    return any(node.value == class_ for node in of_node.get(RDF.type, ()))


def kind_of(of_node: Mapping[str, Sequence[Any]]) -> str:
    """Return the class as which a thing is a node, "" for what is none."""
    classes = [(name, KG[name]) for name in _KINDS] + [("Country", SCHEMA.Country), ("Place", SCHEMA.Place)]
    return next((name for name, class_ in classes if _is(of_node, class_)), "")


def node_data(node: str, kind: str, said: Said, quotes: Quotes, languages: Sequence[str]) -> dict[str, Any]:
    """Return the attributes of a node (see network); ``said`` must have what those are called that it is tied to."""
    of_node, labels = said[node], names(node, said)
    status = _first(of_node, SCHEMA.eventStatus)
    return {
        "kind": kind,
        "label": best(labels, languages) or node.rpartition("/")[2],
        "labels": labels,
        "alt": list(dict.fromkeys(name.value for name in of_node.get(SKOS.altLabel, ()))),
        "start": _first(of_node, SCHEMA.startDate) or _first(of_node, SCHEMA.dateCreated),
        "end": _first(of_node, SCHEMA.endDate),
        "status": _STATUSES.get(status or ""),
        "values": list(_values(node, of_node, quotes)),
    }


def _values(node: str, of_node: Mapping[str, Sequence[Any]], quotes: Quotes) -> Iterator[dict[str, Any]]:
    """Yield what is said of a thing that is no tie to another: dates, numbers, topics, kind, status."""
    for curie in _VALUES:
        predicate = expand(curie)
        for value in of_node.get(predicate, ()):
            triple = (ox.NamedNode(node), ox.NamedNode(predicate), value)
            is_term = isinstance(value, ox.NamedNode)
            yield {
                "predicate": curie,
                "value": compact(value.value) if is_term else value.value,
                "labels": {lang: label(value.value, lang) for lang in LANGUAGES} if is_term else {},
                "quotes": _quotes(quotes, [triple]),
            }


def edges_of(node: str, said: Said, nodes: Collection[str], quotes: Quotes, languages: Sequence[str]) -> Iterator[Edge]:
    """Yield the edges that the description of a thing makes; that of a membership makes one between other things."""
    of_node = said[node]
    if node in nodes:
        yield from _ties(node, of_node, nodes, quotes, languages)
    if ox.NamedNode(KG.Membership) in of_node.get(RDF.type, ()):
        yield from _membership(node, said, nodes, quotes, languages)


def _ties(
    node: str,
    of_node: Mapping[str, Sequence[Any]],
    nodes: Collection[str],
    quotes: Quotes,
    languages: Sequence[str],
) -> Iterator[Edge]:
    """Yield an edge for each triple between two nodes."""
    for predicate, objects in of_node.items():
        for other in objects:
            if isinstance(other, ox.NamedNode) and other.value in nodes:
                found = _quotes(quotes, [(ox.NamedNode(node), ox.NamedNode(predicate), other)])
                labels = {lang: label(predicate, lang) for lang in LANGUAGES}
                yield node, other.value, compact(predicate), _edge(compact(predicate), labels, languages, found)


def _membership(
    iri: str, said: Said, nodes: Collection[str], quotes: Quotes, languages: Sequence[str]
) -> Iterator[Edge]:
    """Yield an edge from member to organisation, called by its role."""
    of_node = said[iri]
    supported = [(ox.NamedNode(iri), ox.NamedNode(p), value) for p, values in of_node.items() for value in values]
    data = _edge("kg:Membership", _roles(of_node, said), languages, _quotes(quotes, supported))
    data |= {"start": _first(of_node, SCHEMA.startDate), "end": _first(of_node, SCHEMA.endDate), "iri": iri}
    for member in of_node.get(ORG.member, ()):
        for organization in of_node.get(ORG.organization, ()):
            if member.value in nodes and organization.value in nodes:
                yield member.value, organization.value, iri, data


def _roles(of_membership: Mapping[str, Sequence[Any]], said: Said) -> dict[str, str]:
    roles = [names(role.value, said) for role in of_membership.get(ORG.role, ())]
    languages = {lang for role in roles for lang in role}
    found = {lang: ", ".join(best(role, (lang, *LANGUAGES)) for role in roles) for lang in sorted(languages)}
    return found or {lang: label(ORG.member, lang) for lang in LANGUAGES}


def _edge(
    predicate: str, labels: dict[str, str], languages: Sequence[str], found: list[dict[str, Any]]
) -> dict[str, Any]:
    return {
        "predicate": predicate,
        "label": best(labels, languages),
        "labels": labels,
        "start": None,
        "end": None,
        "iri": None,
        "quotes": found,
    }


def _quotes(quotes: Quotes, triples: Iterable[Triple]) -> list[dict[str, Any]]:
    """Return the quotes of several triples, the same words of an announcement once, those of most confidence."""
    found: dict[tuple[str, int, int], Quote] = {}
    given = (one for triple in triples for one in quotes.get(triple, ()))
    for quote in sorted(given, key=lambda one: (one.confidence, one)):
        found[quote.announcement, quote.start, quote.end] = quote
    return [{"announcement": one.id} | {name: getattr(one, name) for name in _SHOWN} for one in sorted(found.values())]


def _first(of_node: Mapping[str, Sequence[Any]], predicate: str) -> str | None:
    return next((value.value for value in of_node.get(predicate, ())), None)
