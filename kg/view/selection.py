"""Which part of a graph is drawn: around one thing, of some classes, of a time."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from kg.view import style
from kg.view.times import NEVER, Span, held, lasting

if TYPE_CHECKING:
    import networkx as nx

    Graph = nx.MultiDiGraph[str]


def around(graph: Graph, node: str, depth: int) -> Graph:
    """Return the part of a graph that is at most ``depth`` relations away from a node."""
    reached, edge = {node}, {node}
    for _ in range(depth):
        edge = {other for one in edge for other in (*graph.successors(one), *graph.predecessors(one))} - reached
        reached |= edge
    return graph.subgraph(reached)


def of_kinds(graph: Graph, kinds: Collection[str]) -> Graph:
    """Return the things of some classes and what ties them to one another."""
    return graph.subgraph([node for node, kind in graph.nodes(data="kind") if style.look(str(kind)).kind in kinds])


def between(graph: Graph, since: int, until: int) -> Graph:
    """Return what there was between two days (ordinals), both included: relations, and things that have a part in them.

    What bears no date is left out, and so are things of which nothing is told in that time.
    """
    edges = [edge[:3] for edge in graph.edges(keys=True, data=True) if _edge(graph, *edge).meets(since, until)]
    there = {end for edge in edges for end in edge[:2]}
    there |= {node for node, data in graph.nodes(data=True) if node_span(data).meets(since, until)}
    chosen = graph.subgraph(there).copy()
    chosen.remove_edges_from(set(chosen.edges(keys=True)) - set(edges))
    return chosen


def node_span(data: Mapping[str, Any]) -> Span:
    """Return when a thing itself was; NEVER for one that has only the time of what it is tied to."""
    start, end = str(data.get("start") or ""), str(data.get("end") or "")
    if data.get("kind") in style.POINTS:
        return held(start, end)
    told = [quote.get("published") or "" for value in data.get("values") or () for quote in value.get("quotes") or ()]
    return lasting(start, end, told)


def edge_span(ends: Iterable[Mapping[str, Any]], data: Mapping[str, Any]) -> Span:
    """Return when a relation was: as it says itself, as the meeting at its end does, else since it was first told."""
    start, end = str(data.get("start") or ""), str(data.get("end") or "")
    told = [quote.get("published") or "" for quote in data.get("quotes") or ()]
    if not start and not end:
        for one in ends:
            if one.get("kind") in style.POINTS and (span := node_span(one)) is not NEVER:
                return span
    return lasting(start, end, told)


def _edge(graph: Graph, one: str, other: str, _: str, data: Mapping[str, Any]) -> Span:
    return edge_span((graph.nodes[one], graph.nodes[other]), data)
