"""A large graph as a tree of groups."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import numpy as np
import pytest

from kg.view.communities import LEAF, MOST, Group, Numbers, tree, weighed
from kg.view.groups import plan
from tests.view.large import large_graph


def groups(group: Group) -> Iterator[Group]:
    """Yield a group and all inside it."""
    yield group
    for child in group.children:
        yield from groups(child)


def ends(graph: nx.Graph[int]) -> tuple[Numbers, Numbers]:
    """Return the sources and the targets of a graph's edges."""
    sources, targets = np.array(list(graph.edges()), np.int64).reshape(-1, 2).T
    return sources, targets


def grouped(graph: nx.Graph[int]) -> Group:
    """Return the tree of a graph."""
    return tree(weighed(len(graph), *ends(graph)))


@pytest.mark.parametrize(
    "graph",
    [
        nx.empty_graph(0),
        nx.empty_graph(1_000),
        nx.star_graph(5_000),
        nx.path_graph(700),
        nx.complete_graph(150),
        nx.caveman_graph(120, 12),
        nx.disjoint_union_all([nx.path_graph(2)] * 400),
    ],
    ids=["empty", "nothing tied", "star", "path", "all tied", "caves", "pairs"],
)
def test_every_thing_is_in_one_group_and_every_group_can_be_looked_at(graph: nx.Graph[int]) -> None:
    """Whatever hangs together or doesn't: no group is too large, none is empty, nothing is lost."""
    top = grouped(graph)
    assert sorted(top) == sorted(graph)
    for group in groups(top):
        assert len(group.nodes) <= LEAF
        assert len(group.children) <= MOST
        assert not (group.nodes and group.children)
        assert len(group.children) != 1


def test_what_hangs_together_stays_together() -> None:
    """Caves of forty who all know one another, with one tie between neighbours, are found."""
    found = [set(group.nodes) for group in groups(grouped(nx.connected_caveman_graph(12, 40))) if group.nodes]
    caves = [set(range(start, start + 40)) for start in range(0, 480, 40)]
    assert sum(any(len(cave & group) >= 38 for group in found) for cave in caves) >= 11


def test_order_of_the_graph_does_not_matter() -> None:
    """The same things and ties in another order give the same tree."""
    graph = nx.barabasi_albert_graph(400, 2, seed=3)
    turned: nx.Graph[int] = nx.Graph()
    turned.add_nodes_from(reversed(list(graph)))
    turned.add_edges_from(((other, one) for one, other in reversed(list(graph.edges()))))
    assert grouped(graph) == grouped(turned)


def test_nothing_is_left_to_chance() -> None:
    """Another process with another hash seed finds the same groups."""
    program = "import networkx as nx; from tests.view.test_communities import grouped; "
    program += "print(*grouped(nx.barabasi_albert_graph(900, 2, seed=3)))"
    found = {
        subprocess.run(
            [sys.executable, "-c", program],
            env=os.environ | {"PYTHONHASHSEED": seed, "RAYON_NUM_THREADS": seed},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1


def test_the_most_connected_come_first() -> None:
    """In a leaf the best connected thing is first."""
    graph = nx.Graph(nx.convert_node_labels_to_integers(large_graph(600)))
    planned = plan(len(graph), ends(graph))
    inner = {shelf.parent for shelf in planned.shelves}
    for number, shelf in enumerate(planned.shelves):
        if number in inner:
            continue
        inside = planned.order[shelf.first : shelf.end]
        degrees = [graph.degree(node) for node in inside]
        assert degrees == sorted(degrees, reverse=True)
