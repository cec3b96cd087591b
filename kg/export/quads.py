"""The quads of a store in an order that depends on what they say alone."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store, Triple

Term = NamedNode | BlankNode | Literal | Triple


def knowledge(store: Store) -> list[Triple]:
    """Return the triples of the default graph, sorted."""
    quads = store.quads_for_pattern(None, None, None, DefaultGraph())
    return sorted((quad.triple for quad in quads), key=str)


def dataset(store: Store, evidence: bool) -> list[Quad]:
    """Return the quads of the store, or of its default graph alone, sorted: the knowledge first."""
    return sorted(_chosen(store, evidence), key=_place)


def _chosen(store: Store, evidence: bool) -> Iterator[Quad]:
    return store.quads_for_pattern(None, None, None, None if evidence else DefaultGraph())


def _place(quad: Quad) -> tuple[str, str]:
    named = not isinstance(quad.graph_name, DefaultGraph)
    return str(quad.graph_name) if named else "", str(quad.triple)
