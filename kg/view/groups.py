"""How a graph is looked at: all at once if it is small, else a tree of groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kg.view import style
from kg.view.communities import Group, Numbers, Ties, tree, weighed
from kg.view.memory import Forgetful, Memory, recalled


@dataclass(frozen=True, slots=True)
class Shelf:
    """A group as the page knows it: the things from ``first`` up to ``end``, and the number of the group it is in."""

    first: int
    end: int
    parent: int


@dataclass(frozen=True, slots=True)
class Plan:
    """All nodes (numbers) in the order of the tree, and the shelves; the first holds everything."""

    order: tuple[int, ...]
    shelves: tuple[Shelf, ...]


def is_small(nodes: int, edges: int) -> bool:
    """Say whether all of a graph can be looked at at once."""
    return nodes + edges <= style.MOST_ELEMENTS and nodes <= style.MOST_SHOWN


def plan(count: int, ends: tuple[Numbers, Numbers], memory: Memory | None = None) -> Plan:
    """Return how a graph is looked at, of nodes that are numbers up to a count; a small one has a single shelf.

    ``ends`` are those of all edges, their sources and their targets. What was worked out for the same graph is taken
    from the ``memory``. Where things and groups stand the page works out for what is opened.
    """
    if is_small(count, len(ends[0])):
        return Plan(tuple(range(count)), (Shelf(0, count, -1),))
    ties = weighed(count, *ends)
    order, shelves = recalled(memory or Forgetful(), "plan", [count, ties.rows()], lambda: _planned(ties))
    return Plan(tuple(order), tuple(Shelf(*row) for row in shelves))


def _planned(ties: Ties) -> list[list[Any]]:
    """Return the order and the shelves of a plan."""
    top = tree(ties)
    shelves: list[list[int]] = []
    _shelve(top, -1, 0, shelves)
    return [list(top), shelves]


def _shelve(group: Group, parent: int, first: int, shelves: list[list[int]]) -> int:
    """Put a group that begins at a node and all inside it on shelves; return where it ends."""
    number = len(shelves)
    shelves.append([first, first + len(group.nodes), parent])
    end = first + len(group.nodes)
    for child in group.children:
        end = _shelve(child, number, end, shelves)
    shelves[number][1] = end
    return end
