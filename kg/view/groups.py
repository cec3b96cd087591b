"""How a graph is looked at: all at once if it is small, else a tree of groups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.view import style
from kg.view.communities import Group, tree
from kg.view.memory import Forgetful, Memory, recalled

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class Shelf:
    """A group as the page knows it: the things from ``first`` up to ``end``, and the number of the group it is in."""

    first: int
    end: int
    parent: int


@dataclass(frozen=True, slots=True)
class Plan:
    """All nodes in the order of the tree, and the shelves; the first holds everything."""

    order: tuple[str, ...]
    shelves: tuple[Shelf, ...]


def is_small(nodes: int, edges: int) -> bool:
    """Say whether all of a graph can be looked at at once."""
    return nodes + edges <= style.MOST_ELEMENTS and nodes <= style.MOST_SHOWN


def plan(nodes: Iterable[str], edges: Collection[tuple[str, str]], memory: Memory | None = None) -> Plan:
    """Return how a graph is looked at; a small one has a single shelf.

    What was worked out for the same graph, or for the same groups of another, is taken from the ``memory``. Where
    things and groups stand the page works out for what is opened.
    """
    nodes = sorted(nodes)
    if is_small(len(nodes), len(edges)):
        return Plan(tuple(nodes), (Shelf(0, len(nodes), -1),))
    ties = _weighed(edges)
    memory = memory or Forgetful()
    order, shelves = recalled(memory, "plan", [nodes, ties], lambda: _planned(nodes, ties, memory))
    return Plan(tuple(order), tuple(Shelf(*row) for row in shelves))


def _weighed(edges: Iterable[tuple[str, str]]) -> list[tuple[str, str, int]]:
    """Return between which nodes there are edges, and how many."""
    weights = Counter((one, other) if one < other else (other, one) for one, other in edges if one != other)
    return [(one, other, weight) for (one, other), weight in sorted(weights.items())]


def _planned(nodes: Sequence[str], ties: Iterable[tuple[str, str, int]], memory: Memory) -> list[list[Any]]:
    """Return the order and the shelves of a plan."""
    top = tree(_simple(nodes, ties), memory)
    shelves: list[list[int]] = []
    _shelve(top, -1, 0, shelves)
    return [list(top), shelves]


def _simple(nodes: Iterable[str], ties: Iterable[tuple[str, str, int]]) -> nx.Graph[str]:
    import networkx as nx

    simple: nx.Graph[str] = nx.Graph()
    simple.add_nodes_from(nodes)
    simple.add_weighted_edges_from(ties)
    return simple


def _shelve(group: Group, parent: int, first: int, shelves: list[list[int]]) -> int:
    """Put a group that begins at a node and all inside it on shelves; return where it ends."""
    number = len(shelves)
    shelves.append([first, first + len(group.nodes), parent])
    end = first + len(group.nodes)
    for child in group.children:
        end = _shelve(child, number, end, shelves)
    shelves[number][1] = end
    return end
