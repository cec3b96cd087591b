"""From extractions and entities to the quads of a dataset.

The default graph is the knowledge. Each announcement has a named graph ``…/facts`` with the triples that it supports
and one ``…/claims`` with its text, claims and evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import pyoxigraph as ox

from kg.graph import iris
from kg.graph.describe import (
    Said,
    Triple,
    announcement_triples,
    claim_said,
    entity_triples,
    evidence_said,
    text_triple,
    triples,
)
from kg.graph.settle import settle
from kg.graph.statements import Node, Placed, Statement, place, statements, unplaced
from kg.records import Claim, Entity, Extraction

BASE = iris.BASE


def quads(extractions: Iterable[Extraction], entities: Iterable[Entity], base: str = BASE) -> list[ox.Quad]:
    """Return the dataset, sorted: the same for the same extractions and entities in any order.

    ``base`` is the IRI under which individuals live; it ends in "/" or "#". Claims about Things that belong to no
    entity are left out: ``skipped`` tells which. Raises KgError for a base that can't be one.
    """
    base = iris.checked_base(base)
    extractions, entities = list(extractions), list(entities)
    placed = place(entities, base)
    said = [(extraction, merged(statements(extraction, placed, base))) for extraction in extractions]
    found = set(_knowledge([s for _, of_one in said for s in of_one], extractions, entities, base))
    for extraction, of_one in said:
        found |= set(named_graphs(extraction, of_one, base))
    return sorted(found, key=order)


def skipped(extractions: Iterable[Extraction], entities: Iterable[Entity]) -> list[tuple[str, Claim]]:
    """Return the claims that can't be in the graph, with the id of their announcement: a Thing has no entity."""
    placed: Placed = place(list(entities), BASE)
    return [(extraction.announcement.id, claim) for extraction in extractions for claim in unplaced(extraction, placed)]


def order(quad: ox.Quad) -> tuple[str, str, str, str]:
    """Return the key by which quads are sorted: graph (the default one first), subject, predicate, object."""
    graph = quad.graph_name
    return (
        "" if isinstance(graph, ox.DefaultGraph) else str(graph),
        str(quad.subject),
        str(quad.predicate),
        str(quad.object),
    )


def merged(said: Iterable[Statement]) -> list[Statement]:
    """Make one of what the same rule found several times: all its words, the best confidence."""
    found: dict[tuple[object, ...], Statement] = {}
    for one in said:
        key = (*one.triple, one.rule, one.modality, one.said_by)
        if key in found:
            before = found[key]
            confidence = max(before.confidence, one.confidence)
            one = before._replace(evidence=(*before.evidence, *one.evidence), confidence=confidence)  # noqa: PLW2901
        found[key] = one
    return list(found.values())


def _knowledge(
    said: Sequence[Statement], extractions: Sequence[Extraction], entities: Sequence[Entity], base: str
) -> Iterator[ox.Quad]:
    asserted = [statement for statement in said if statement.modality == "asserted"]
    standing = settle(asserted)
    spoken_of = {node for statement in asserted for node in (statement.subject, statement.object)}
    for triple in standing:
        yield ox.Quad(*triple)
    for entity in entities:
        # A meeting or membership that is only denied or proposed has no name and no fact: it is none.
        if entity.names or iris.thing(base, entity.slug) in spoken_of:
            yield from _in_default(entity_triples(entity, base))
    for extraction in extractions:
        yield from _in_default(announcement_triples(extraction.announcement, base))


def named_graphs(extraction: Extraction, said: Sequence[Statement], base: str) -> Iterator[ox.Quad]:
    """Yield the quads of an announcement's own two graphs."""
    id_ = extraction.announcement.id
    graphs = ((iris.facts(base, id_), facts(said)), (iris.claims(base, id_), claims(extraction, said, base)))
    for graph, nodes in graphs:
        for node, of_node in nodes.items():
            yield from (ox.Quad(*triple, graph) for triple in triples(node, of_node))


def facts(said: Iterable[Statement]) -> dict[ox.NamedNode, Said]:
    """Return what an announcement asserts, by subject."""
    found: dict[ox.NamedNode, dict[str, dict[Node, None]]] = {}
    for one in said:
        if one.modality == "asserted":
            found.setdefault(one.subject, {}).setdefault(one.predicate.value, {})[one.object] = None
    return {node: {predicate: tuple(each) for predicate, each in of.items()} for node, of in found.items()}


def claims(extraction: Extraction, said: Sequence[Statement], base: str) -> dict[ox.NamedNode, Said]:
    """Return an announcement's text, its claims and the words that they rest on, each with what is said of it."""
    announcement = extraction.announcement
    node, predicate, text = text_triple(announcement, base)
    found: dict[ox.NamedNode, Said] = {node: {predicate.value: (text,)}}
    found.update(claim_said(statement, base) for statement in said)
    spans = {span: None for statement in said for span in statement.evidence}
    found.update(evidence_said(announcement, span, base) for span in spans)
    return found


def _in_default(triples: Iterable[Triple]) -> Iterator[ox.Quad]:
    return (ox.Quad(*triple) for triple in triples)
