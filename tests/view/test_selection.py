"""What a large graph shows first."""

from __future__ import annotations

import networkx as nx

from kg.view.selection import most_connected


def star_and_pairs() -> nx.MultiDiGraph[str]:
    """Return a star with eight rays and twenty pairs."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_edges_from(("hub", f"ray-{n}") for n in range(8))
    graph.add_edges_from((f"a{n}", f"b{n}") for n in range(20))
    return graph


def test_small_graph_is_shown_whole() -> None:
    """Nothing is left out while there is room."""
    graph = star_and_pairs()
    assert most_connected(graph, 49) == frozenset(graph)


def test_most_connected_part_comes_first() -> None:
    """The hub and its rays are chosen, then pairs, each whole where it fits."""
    shown = most_connected(star_and_pairs(), 13)
    assert len(shown) == 13
    assert {"hub", *(f"ray-{n}" for n in range(8))} <= shown
    assert {"a0", "b0", "a1", "b1"} <= shown


def test_what_is_shown_of_one_component_hangs_together() -> None:
    """A part of a connected graph is connected too."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(nx.relabel_nodes(nx.barabasi_albert_graph(200, 2, seed=7), str))
    assert nx.is_weakly_connected(graph.subgraph(most_connected(graph, 60)))
