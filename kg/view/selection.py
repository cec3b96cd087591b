"""Which things a large graph shows first."""

from __future__ import annotations

from heapq import heappop, heappush
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx


def most_connected(graph: networkx.MultiDiGraph[str], most: int) -> frozenset[str]:
    """Return at most ``most`` nodes: those around the most connected one first, and so on until there is no room.

    From a thing already chosen the best connected neighbour comes next, so that what is shown hangs together.
    """
    if len(graph) <= most:
        return frozenset(graph)
    chosen: set[str] = set()
    for start in sorted(graph, key=lambda node: (-graph.degree(node), node)):
        waiting = [(-graph.degree(start), start)]
        while waiting and len(chosen) < most:
            _, node = heappop(waiting)
            if node not in chosen:
                chosen.add(node)
                for other in sorted(set(graph.successors(node)) | set(graph.predecessors(node))):
                    heappush(waiting, (-graph.degree(other), other))
    return frozenset(chosen)
