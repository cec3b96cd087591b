"""What hangs together: a large graph as a tree of groups, small enough to look at one by one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from kg.view.memory import Forgetful, Memory, recalled

if TYPE_CHECKING:
    import networkx as nx

Node = TypeVar("Node", str, int)

LEAF = 60  # things of a group that is looked at without further groups inside
FEW = 24  # things; a smaller group joins the one that it has most to do with
MOST = 30  # groups that are looked at together
SPARSE = 6  # ties; what has no more is at home with a thing that has
SEED = 1  # of Louvain's order; any number does, as long as it stays


@dataclass(frozen=True, slots=True)
class Group:
    """A group of nodes: either ``children`` or, in a leaf, ``nodes``, the most connected first."""

    nodes: tuple[str, ...] = ()
    children: tuple[Group, ...] = ()

    def __iter__(self) -> Iterator[str]:
        """Yield all nodes inside, in the order of the tree."""
        yield from self.nodes
        for child in self.children:
            yield from child


def tree(graph: nx.Graph[str], memory: Memory | None = None) -> Group:
    """Return the groups of a graph whose edges bear a ``weight``; the same graph always gives the same tree.

    Groups are Louvain communities (Blondel et al. 2008, doi:10.1088/1742-5468/2008/10/P10008), found again inside a
    large one and between very many. What they leave undivided, such as the five thousand who know one alone, is cut.
    """
    order = {node: rank for rank, node in enumerate(sorted(graph, key=lambda node: (-graph.degree(node), node)))}
    return _grown(graph, sorted(graph, key=order.__getitem__), order, memory or Forgetful())


def _grown(graph: nx.Graph[str], nodes: Sequence[str], order: dict[str, int], memory: Memory) -> Group:
    if len(nodes) <= LEAF:
        return Group(tuple(nodes))
    parts = _parts(graph, nodes, order, memory)
    if len(parts) == 1:
        parts = _cut(nodes)
    if len(parts) > MOST:
        return Group(children=tuple(_above(graph, parts, order, memory)))
    return Group(children=tuple(_grown(graph, part, order, memory) for part in parts))


def _parts(graph: nx.Graph[str], nodes: Sequence[str], order: dict[str, int], memory: Memory) -> list[list[str]]:
    """Return the communities of some nodes, the largest first; each has its nodes in order."""
    lonely, tied, ties = _tied(graph, nodes)
    found = recalled(memory, "communities", ties, lambda: _communities(tied, ties))
    parts = _joined(graph, [sorted(part, key=order.__getitem__) for part in found], order)
    return sorted([*parts, *([lonely] if lonely else [])], key=lambda part: (-len(part), order[part[0]]))


def _tied(graph: nx.Graph[str], nodes: Sequence[str]) -> tuple[list[str], list[str], list[tuple[str, str, int]]]:
    """Return those of some nodes that are tied to none of the others, the rest, and the ties between these."""
    inside = set(nodes)
    lonely: list[str] = []
    tied: list[str] = []
    ties: list[tuple[str, str, int]] = []
    for node in nodes:
        own = graph[node]
        near = sorted(other for other in own if other in inside)
        (tied if near else lonely).append(node)
        ties += [(node, other, own[other]["weight"]) for other in near]
    return lonely, tied, ties


def _communities(nodes: Sequence[Node], ties: Collection[tuple[Node, Node, int]]) -> list[list[Node]]:
    """Return the communities of nodes; those with few ties, such as meetings, go where they are at home."""
    import networkx as nx

    home = _homes(nodes, ties)
    graph: nx.Graph[Node] = nx.Graph()
    graph.add_nodes_from(node for node in nodes if home[node] == node)
    between: dict[tuple[Node, Node], int] = {}
    for one, other, weight in ties:
        ends = home[one], home[other]
        between[ends] = between.get(ends, 0) + weight
    for (one, other), weight in between.items():
        known = graph.get_edge_data(one, other, {"weight": 0})["weight"]
        graph.add_edge(one, other, weight=known + weight)
    living: dict[Node, list[Node]] = {}
    for node in nodes:
        living.setdefault(home[node], []).append(node)
    parts = nx.community.louvain_communities(graph, seed=SEED) if graph else []
    return [sorted(node for one in part for node in living[one]) for part in parts]


def _homes(nodes: Iterable[Node], ties: Iterable[tuple[Node, Node, int]]) -> dict[Node, Node]:
    """Return for each node the one that it is at home with: itself, or of those of many ties the one nearest to it.

    Nearest is whose ties the tie between them is the greatest part of; so a meeting is with the body that met most
    there, not with the state that all meet in. It takes more than half of the work off.
    """
    near: dict[Node, dict[Node, int]] = {node: {} for node in nodes}
    for one, other, weight in ties:
        if one != other:
            near[one][other] = near[other][one] = weight
    many = {node for node, own in near.items() if len(own) > SPARSE}
    home = {node: node for node in near}
    for node, own in near.items():
        if node not in many and (hubs := [other for other in own if other in many]):
            home[node] = min(hubs, key=lambda hub: (-own[hub] / len(near[hub]), hub))
    return home


def _joined(graph: nx.Graph[str], parts: list[list[str]], order: dict[str, int]) -> list[list[str]]:
    """Let groups that are too small join the one that they have most to do with, else one another."""
    parts = sorted(parts, key=lambda part: (len(part), order[part[0]]))
    home = {node: number for number, part in enumerate(parts) for node in part}
    crumbs: list[str] = []
    for number, part in enumerate(parts):
        if len(part) >= FEW:
            continue
        ties: dict[int, int] = {}
        for node in part:
            for other, data in graph[node].items():
                there = home.get(other, number)
                if there != number and len(parts[there]) + len(part) <= LEAF:
                    ties[there] = ties.get(there, 0) + data["weight"]
        if ties:
            there = min(ties, key=lambda one: (-ties[one], one))
            parts[there] = sorted([*parts[there], *part], key=order.__getitem__)
            home.update(dict.fromkeys(part, there))
        else:
            crumbs += part
        parts[number] = []
    bundles = [crumbs[start : start + LEAF] for start in range(0, len(crumbs), LEAF)]
    return [part for part in (*parts, *(sorted(one, key=order.__getitem__) for one in bundles)) if part]


def _cut(nodes: Sequence[str]) -> list[list[str]]:
    """Cut nodes into about equal parts, as few as make leaves, or as many as are looked at together."""
    count = min(MOST, -(-len(nodes) // LEAF))
    size = -(-len(nodes) // count)
    return [list(nodes[start : start + size]) for start in range(0, len(nodes), size)]


def _above(graph: nx.Graph[str], parts: list[list[str]], order: dict[str, int], memory: Memory) -> Iterable[Group]:
    """Group the groups, by the ties between them."""
    home = {node: number for number, part in enumerate(parts) for node in part}
    between: dict[tuple[int, int], int] = {}
    for node, here in home.items():
        for other, data in graph[node].items():
            there = home.get(other, here)
            if here < there:
                between[here, there] = between.get((here, there), 0) + data["weight"]
    ties = [(here, there, weight) for (here, there), weight in between.items()]
    found = recalled(memory, "groups", [len(parts), ties], lambda: _communities(range(len(parts)), ties))
    tied = [numbers for numbers in found if len(numbers) > 1]
    loose = sorted(number for numbers in found if len(numbers) == 1 for number in numbers)
    bundles = [*sorted(tied), *(loose[start : start + MOST] for start in range(0, len(loose), MOST))]
    while len(bundles) > MOST:
        pairs = [bundles[start : start + 2] for start in range(0, len(bundles), 2)]
        bundles = [sorted(number for numbers in pair for number in numbers) for pair in pairs]
    for numbers in sorted(bundles, key=lambda numbers: (-sum(len(parts[one]) for one in numbers), numbers)):
        yield _bundle(graph, [parts[number] for number in numbers], order, memory)


def _bundle(graph: nx.Graph[str], parts: list[list[str]], order: dict[str, int], memory: Memory) -> Group:
    """Return a group of groups, in steps of which each can be looked at."""
    if len(parts) == 1:
        return _grown(graph, parts[0], order, memory)
    if len(parts) > MOST:
        step = -(-len(parts) // MOST)
        slices = [parts[start : start + step] for start in range(0, len(parts), step)]
        return Group(children=tuple(_bundle(graph, part, order, memory) for part in slices))
    return Group(children=tuple(_grown(graph, part, order, memory) for part in parts))
