"""The triples that describe an entity, an announcement, a claim and the words it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

import pyoxigraph as ox

from kg.graph import iris
from kg.graph.statements import Node, Statement, described, labels, text
from kg.ontology import KG, PREFIXES, SCHEMA, expand, superclasses
from kg.records import Announcement, Entity, Span

Triple = tuple[ox.NamedNode, ox.NamedNode, Node]
Said = Mapping[str, Sequence[Node]]
"""A predicate's IRI -> the objects, each once: all that is said of a node."""

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


def claim_said(statement: Statement, base: str) -> tuple[ox.NamedNode, Said]:
    """Return a claim and what is said of it; ``evidence_said`` tells what it rests on."""
    announcement = statement.announcement
    found = {
        _IRI["rdf:type"]: _classes_of(KG.Claim),
        _IRI["rdf:subject"]: (statement.subject,),
        _IRI["rdf:predicate"]: (statement.predicate,),
        _IRI["rdf:object"]: (statement.object,),
        _IRI["kg:rule"]: (_text(statement.rule),),
        _IRI["kg:confidence"]: (_confidence(statement.confidence),),
        _IRI["prov:wasDerivedFrom"]: (iris.announcement(base, announcement.id),),
    }
    if statement.modality != "asserted":
        found[_IRI["kg:modality"]] = (_text(statement.modality),)
    if statement.said_by:
        found[_IRI["kg:saidBy"]] = (statement.said_by,)
    if statement.evidence:
        words = [iris.evidence(base, announcement.id, span.start, span.end) for span in statement.evidence]
        found[_IRI["kg:evidence"]] = tuple(dict.fromkeys(words))
    return claim_iri(statement, base), found


def evidence_said(announcement: Announcement, span: Span, base: str) -> tuple[ox.NamedNode, Said]:
    """Return words of an announcement and what is said of them."""
    return iris.evidence(base, announcement.id, span.start, span.end), {
        _IRI["rdf:type"]: _classes_of(KG.Evidence),
        _IRI["oa:hasSource"]: (iris.announcement(base, announcement.id),),
        _IRI["oa:exact"]: (ox.Literal(span.of(announcement.text)),),
        _IRI["oa:start"]: (ox.Literal(span.start),),
        _IRI["oa:end"]: (ox.Literal(span.end),),
    }


def triples(node: ox.NamedNode, said: Said) -> Iterator[Triple]:
    """Yield what is said of a node, one triple after the other."""
    for predicate, objects in said.items():
        for each in objects:
            yield node, predicate_node(predicate), each


@cache
def predicate_node(iri: str) -> ox.NamedNode:
    """Return a predicate's node; there are few predicates, so each is made once."""
    return ox.NamedNode(iri)


_OF_CLAIMS = "rdf:type rdf:subject rdf:predicate rdf:object kg:rule kg:confidence prov:wasDerivedFrom kg:modality"
_OF_CLAIMS += " kg:saidBy kg:evidence oa:hasSource oa:exact oa:start oa:end"
_IRI = {curie: expand(curie) for curie in _OF_CLAIMS.split()}


@lru_cache(maxsize=1024)
def _text(content: str) -> ox.Literal:
    """Return a word of ours; there are few."""
    return ox.Literal(content)


@lru_cache(maxsize=1024)
def _confidence(number: float) -> ox.Literal:
    return ox.Literal(confidence(number), datatype=_DECIMAL)


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
