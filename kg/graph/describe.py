"""The triples that describe an entity, an announcement, a claim and the words it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pyoxigraph as ox

from kg.graph import iris
from kg.graph.statements import Node, Statement, described, labels, text
from kg.ontology import KG, PREFIXES, SCHEMA, expand, superclasses
from kg.records import Announcement, Entity, Span

Triple = tuple[ox.NamedNode, ox.NamedNode, Node]

_TYPE = ox.NamedNode(PREFIXES["rdf"] + "type")
_DECIMAL = ox.NamedNode(PREFIXES["xsd"] + "decimal")
_SCHEMA_CLASSES = ("Country", "Place")


def entity_triples(entity: Entity, base: str) -> Iterator[Triple]:
    """Yield a thing's classes, labels, identifier and the reasons for which its names were taken for one thing."""
    iri = iris.thing(base, entity.slug)
    for each in classes(entity.type):
        yield iri, _TYPE, ox.NamedNode(each)
    for name, predicate in labels(entity.names).items():
        yield iri, ox.NamedNode(predicate), name
    if entity.known:
        yield iri, _node("schema:identifier"), ox.Literal(entity.known)
    for reason in entity.reasons:
        yield iri, _node("kg:mergeReason"), ox.Literal(reason)


@cache
def classes(type_: str) -> tuple[str, ...]:
    """Return the IRIs of the classes that an entity of a type is in."""
    class_ = SCHEMA[type_] if type_ in _SCHEMA_CLASSES else KG[type_]
    return (class_, *superclasses(class_))


def announcement_triples(announcement: Announcement, base: str) -> Iterator[Triple]:
    """Yield what is known of a document itself, but not its text."""
    iri = iris.announcement(base, announcement.id)
    yield from _types(iri, KG.Announcement)
    for _, predicate, object_ in described(announcement):
        yield iri, ox.NamedNode(predicate), object_


def text_triple(announcement: Announcement, base: str) -> Triple:
    """Return the triple that keeps a document's text, so that quotes can be shown in their place."""
    iri = iris.announcement(base, announcement.id)
    return iri, _node("schema:text"), text(announcement.text, announcement.lang)


def claim_iri(statement: Statement, base: str) -> ox.NamedNode:
    """Return the IRI of a claim: the same as long as the same rule finds that the same announcement says the same."""
    said = (*map(str, statement.triple), statement.modality, statement.rule, str(statement.said_by))
    return iris.claim(base, statement.announcement.id, *said)


def claim_triples(statement: Statement, base: str) -> Iterator[Triple]:
    """Yield a claim; ``evidence_triples`` tell what it rests on."""
    announcement = statement.announcement
    subject, predicate, object_ = statement.triple
    iri = claim_iri(statement, base)
    yield from _types(iri, KG.Claim)
    yield iri, _node("rdf:subject"), subject
    yield iri, _node("rdf:predicate"), predicate
    yield iri, _node("rdf:object"), object_
    yield iri, _node("kg:rule"), ox.Literal(statement.rule)
    yield iri, _node("kg:confidence"), ox.Literal(confidence(statement.confidence), datatype=_DECIMAL)
    yield iri, _node("prov:wasDerivedFrom"), iris.announcement(base, announcement.id)
    if statement.modality != "asserted":
        yield iri, _node("kg:modality"), ox.Literal(statement.modality)
    if statement.said_by:
        yield iri, _node("kg:saidBy"), statement.said_by
    for span in statement.evidence:
        yield iri, _node("kg:evidence"), iris.evidence(base, announcement.id, span.start, span.end)


def evidence_triples(announcement: Announcement, span: Span, base: str) -> Iterator[Triple]:
    """Yield words of an announcement."""
    iri = iris.evidence(base, announcement.id, span.start, span.end)
    yield from _types(iri, KG.Evidence)
    yield iri, _node("oa:hasSource"), iris.announcement(base, announcement.id)
    yield iri, _node("oa:exact"), ox.Literal(span.of(announcement.text))
    yield iri, _node("oa:start"), ox.Literal(span.start)
    yield iri, _node("oa:end"), ox.Literal(span.end)


@cache
def _node(curie: str) -> ox.NamedNode:
    return ox.NamedNode(expand(curie))


@cache
def _classes_of(class_: str) -> tuple[ox.NamedNode, ...]:
    return tuple(ox.NamedNode(each) for each in (class_, *superclasses(class_)))


def _types(iri: ox.NamedNode, class_: str) -> Iterator[Triple]:
    for each in _classes_of(class_):
        yield iri, _TYPE, each


def confidence(number: float) -> str:
    """Write a confidence as the canonical xsd:decimal, which the store gives back unchanged: 1.0 -> "1"."""
    return f"{number:.4f}".rstrip("0").rstrip(".")
