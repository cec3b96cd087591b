"""What the network shows of one thing, from what announcements say of it: what kg.graph.network finds in a store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import pyoxigraph as ox

from kg.graph.describe import classes, entity_triples
from kg.graph.knowledge import Known
from kg.graph.network import Edge, edges_of, kind_of, node_data, said_of
from kg.ontology import RDF
from kg.records import LANGUAGES, Entity


@dataclass(frozen=True, slots=True)
class Seen:
    """One thing in the network: its attributes, None for what is no node, and the edges that its description makes."""

    node: dict[str, Any] | None
    edges: tuple[Edge, ...]


class Sight:
    """Sees the things of a graph one by one; ``entities`` are all of them, by IRI."""

    def __init__(self, entities: Mapping[str, Entity], base: str, languages: Sequence[str] = LANGUAGES) -> None:
        self._entities, self._base, self._languages = entities, base, languages
        self._nodes = {iri for iri, entity in entities.items() if _kind(entity.type)}
        self._named: dict[str, dict[str, list[Any]]] = {}

    def of(self, known: Known) -> Seen:
        """Return what is seen of a thing."""
        own = said_of(known.quads)
        ((iri, of_node),) = own.items()
        others = {object_.value for objects in of_node.values() for object_ in objects if self._is_thing(object_)}
        said = {**{other: self._what_is_called(other) for other in others}, **own}
        kind = kind_of(of_node)
        node = node_data(iri, kind, said, known.quotes, self._languages) if kind else None
        return Seen(node, tuple(edges_of(iri, said, self._nodes, known.quotes, self._languages)))

    def _is_thing(self, term: object) -> bool:
        return isinstance(term, ox.NamedNode) and term.value in self._entities

    def _what_is_called(self, iri: str) -> dict[str, list[Any]]:
        if iri not in self._named:
            triples = entity_triples(self._entities[iri], self._base)
            (self._named[iri],) = said_of(ox.Quad(*triple) for triple in triples).values()
        return self._named[iri]


@cache
def _kind(type_: str) -> str:
    return kind_of({RDF.type: [ox.NamedNode(each) for each in classes(type_)]})
