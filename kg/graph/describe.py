"""The triples that describe an entity, an announcement, a claim and the words it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pyoxigraph as ox

from kg.graph import iris
from kg.graph.statements import Node, Statement, described, labels, text
from kg.ontology import KG, OA, PREFIXES, PROV, RDF, SCHEMA, superclasses
from kg.records import Announcement, Entity, Span

Triple = tuple[ox.NamedNode, ox.NamedNode, Node]

_TYPE = ox.NamedNode(RDF.type)
_SCHEMA_CLASSES = ("Country", "Place")


def entity_triples(entity: Entity, base: str) -> Iterator[Triple]:
    """Yield a thing's classes, labels, identifier and the reasons for which its names were taken for one thing."""
    iri = iris.thing(base, entity.slug)
    for each in classes(entity.type):
        yield iri, _TYPE, ox.NamedNode(each)
    for name, predicate in labels(entity.names).items():
        yield iri, ox.NamedNode(predicate), name
    if entity.known:
        yield iri, ox.NamedNode(SCHEMA.identifier), ox.Literal(entity.known)
    for reason in entity.reasons:
        yield iri, ox.NamedNode(KG.mergeReason), ox.Literal(reason)


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
    return iri, ox.NamedNode(SCHEMA.text), text(announcement.text, announcement.lang)


def claim_iri(statement: Statement, base: str) -> ox.NamedNode:
    """Return the IRI of a claim: the same as long as the same rule finds that the same announcement says the same."""
    said = (*map(str, statement.triple), statement.modality, statement.rule, str(statement.said_by))
    return iris.claim(base, statement.announcement.id, *said)


def claim_triples(statement: Statement, base: str) -> Iterator[Triple]:
    """Yield a claim and its evidence."""
    announcement = statement.announcement
    subject, predicate, object_ = statement.triple
    iri = claim_iri(statement, base)
    yield from _types(iri, KG.Claim)
    yield iri, ox.NamedNode(RDF.subject), subject
    yield iri, ox.NamedNode(RDF.predicate), predicate
    yield iri, ox.NamedNode(RDF.object), object_
    yield iri, ox.NamedNode(KG.rule), ox.Literal(statement.rule)
    yield iri, ox.NamedNode(KG.confidence), _decimal(statement.confidence)
    yield iri, ox.NamedNode(PROV.wasDerivedFrom), iris.announcement(base, announcement.id)
    if statement.modality != "asserted":
        yield iri, ox.NamedNode(KG.modality), ox.Literal(statement.modality)
    if statement.said_by:
        yield iri, ox.NamedNode(KG.saidBy), statement.said_by
    for span in statement.evidence:
        yield iri, ox.NamedNode(KG.evidence), iris.evidence(base, announcement.id, span.start, span.end)
        yield from _evidence_triples(announcement, span, base)


def _evidence_triples(announcement: Announcement, span: Span, base: str) -> Iterator[Triple]:
    iri = iris.evidence(base, announcement.id, span.start, span.end)
    yield from _types(iri, KG.Evidence)
    yield iri, ox.NamedNode(OA.hasSource), iris.announcement(base, announcement.id)
    yield iri, ox.NamedNode(OA.exact), ox.Literal(span.of(announcement.text))
    yield iri, ox.NamedNode(OA.start), ox.Literal(span.start)
    yield iri, ox.NamedNode(OA.end), ox.Literal(span.end)


def _types(iri: ox.NamedNode, class_: str) -> Iterator[Triple]:
    for each in (class_, *superclasses(class_)):
        yield iri, _TYPE, ox.NamedNode(each)


def _decimal(number: float) -> ox.Literal:
    """Write a confidence as the canonical xsd:decimal, which the store gives back unchanged: 1.0 -> "1"."""
    content = f"{number:.4f}".rstrip("0").rstrip(".")
    return ox.Literal(content, datatype=ox.NamedNode(PREFIXES["xsd"] + "decimal"))
