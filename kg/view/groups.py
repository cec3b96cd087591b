"""How a graph is looked at: all at once if it is small, else a tree of groups; and where everything stands in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from kg.view import style
from kg.view.communities import Group, tree
from kg.view.memory import Forgetful, Memory, recalled
from kg.view.pack import pack
from kg.view.stress import settle_quickly

if TYPE_CHECKING:
    import networkx as nx

APART = 170  # pixels between things that a relation ties; the page moves them apart where their names need more room
GROUPS_APART = 300
Place = tuple[int, int]
Node = TypeVar("Node", str, int)


@dataclass(frozen=True, slots=True)
class Shelf:
    """A group as the page knows it: the things from ``first`` up to ``end``, and its place in the ``parent``."""

    first: int
    end: int
    parent: int
    place: Place = (0, 0)


@dataclass(frozen=True, slots=True)
class Plan:
    """All nodes in the order of the tree, their places (in a leaf), and the shelves; the first holds everything."""

    order: tuple[str, ...]
    places: tuple[Place, ...]
    shelves: tuple[Shelf, ...]


def is_small(nodes: int, edges: int) -> bool:
    """Say whether all of a graph can be looked at at once."""
    return nodes + edges <= style.MOST_ELEMENTS and nodes <= style.MOST_SHOWN


def plan(nodes: Iterable[str], edges: Collection[tuple[str, str]], memory: Memory | None = None) -> Plan:
    """Return how a graph is looked at; a small one has a single shelf and no places, which its drawing gives.

    What was worked out for the same graph, or for the same groups of another, is taken from the ``memory``.
    """
    nodes = sorted(nodes)
    if is_small(len(nodes), len(edges)):
        return Plan(tuple(nodes), ((0, 0),) * len(nodes), (Shelf(0, len(nodes), -1),))
    ties = _weighed(edges)
    memory = memory or Forgetful()
    order, places, shelves = recalled(memory, "plan", [nodes, ties], lambda: _planned(nodes, ties, memory))
    return Plan(
        tuple(order), tuple((x, y) for x, y in places), tuple(Shelf(a, b, c, (x, y)) for a, b, c, x, y in shelves)
    )


def _weighed(edges: Iterable[tuple[str, str]]) -> list[tuple[str, str, int]]:
    """Return between which nodes there are edges, and how many."""
    weights = Counter((one, other) if one < other else (other, one) for one, other in edges if one != other)
    return [(one, other, weight) for (one, other), weight in sorted(weights.items())]


def _planned(nodes: Sequence[str], ties: Iterable[tuple[str, str, int]], memory: Memory) -> list[list[Any]]:
    """Return the order, the places and the shelves of a plan."""
    simple = _simple(nodes, ties)
    top = tree(simple, memory)
    order = tuple(top)
    places = dict.fromkeys(order, (0, 0))
    shelves: list[Shelf] = []
    _shelve(simple, top, (-1, 0, (0, 0)), shelves, places, memory)
    rows = [[shelf.first, shelf.end, shelf.parent, *shelf.place] for shelf in shelves]
    return [list(order), [list(places[node]) for node in order], rows]


def _simple(nodes: Iterable[str], ties: Iterable[tuple[str, str, int]]) -> nx.Graph[str]:
    import networkx as nx

    simple: nx.Graph[str] = nx.Graph()
    simple.add_nodes_from(nodes)
    simple.add_weighted_edges_from(ties)
    return simple


def _shelve(
    simple: nx.Graph[str],
    group: Group,
    at: tuple[int, int, Place],
    shelves: list[Shelf],
    places: dict[str, Place],
    memory: Memory,
) -> None:
    """Put a group and all inside it on shelves; ``at`` is its parent, its first node and its place there."""
    parent, first, place = at
    number = len(shelves)
    sizes = [sum(1 for _ in child) for child in group.children]
    shelves.append(Shelf(first, first + (sum(sizes) or len(group.nodes)), parent, place))
    if group.nodes:
        places.update(_settled(simple, group.nodes, APART, memory))
        return
    own = _settled(_between(simple, group.children), range(len(group.children)), GROUPS_APART, memory)
    for child_number, child in enumerate(group.children):
        _shelve(simple, child, (number, first, own[child_number]), shelves, places, memory)
        first += sizes[child_number]


def _between(simple: nx.Graph[str], groups: Sequence[Group]) -> nx.Graph[int]:
    """Return the groups as nodes, with an edge where many relations tie two of them."""
    import networkx as nx

    home = {node: number for number, group in enumerate(groups) for node in group}
    ties: dict[tuple[int, int], int] = {}
    for node, here in home.items():
        for other, data in simple[node].items():
            there = home.get(other, here)
            if here < there:
                ties[here, there] = ties.get((here, there), 0) + data["weight"]
    strongest = sorted(ties, key=lambda pair: (-ties[pair], pair))[: 2 * len(groups)]
    between: nx.Graph[int] = nx.Graph()
    between.add_nodes_from(range(len(groups)))
    between.add_edges_from(strongest)
    return between


def _near(graph: nx.Graph[Node], node: Node, among: Mapping[Node, int]) -> Iterable[Node]:
    """Return those of some nodes that a node is tied to, however many others it is tied to."""
    near = graph.adj[node]
    if len(near) <= len(among):
        return [other for other in near if other in among]
    return [other for other in among if other in near]


def _settled(graph: nx.Graph[Node], order: Iterable[Node], apart: float, memory: Memory) -> dict[Node, Place]:
    """Return a place for some nodes of a graph: components settled by their path lengths, side by side."""
    order = list(order)
    rank = {node: number for number, node in enumerate(order)}
    edges = sorted(
        [here, rank[other]] for node, here in rank.items() for other in _near(graph, node, rank) if here < rank[other]
    )
    places = recalled(memory, "places", [len(order), edges, apart], lambda: _places(len(order), edges, apart))
    return {node: (x, y) for node, (x, y) in zip(order, places, strict=True)}


def _places(count: int, edges: Iterable[Sequence[int]], apart: float) -> list[list[int]]:
    import networkx as nx

    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(count))
    graph.add_edges_from((one, other) for one, other in edges)
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part[0]))
    drawn = []
    for part in parts:
        spots = settle_quickly(graph.subgraph(part), part, apart)
        drawn.append(spots - spots.min(axis=0))
    reach = [spots.max(axis=0) for spots in drawn]
    corners = pack([(float(across) + apart, float(down) + apart * 0.6) for across, down in reach], 1.6)
    found = [[0, 0] for _ in range(count)]
    for part, spots, corner in zip(parts, drawn, corners, strict=True):
        for node, (x, y) in zip(part, spots + np.asarray(corner), strict=True):
            found[node] = [round(float(x)), round(float(y))]
    return found
