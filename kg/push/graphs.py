"""The graphs of a store as N-Triples, with a sum that tells whether one has changed."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from itertools import islice

import pyoxigraph as ox

Graph = ox.NamedNode | ox.DefaultGraph


def graphs(store: ox.Store) -> list[Graph]:
    """Return the named graphs sorted by IRI, then the default graph: the knowledge comes after its evidence."""
    named = [graph for graph in store.named_graphs() if isinstance(graph, ox.NamedNode)]
    return [*sorted(named, key=lambda graph: graph.value), ox.DefaultGraph()]


def lines(store: ox.Store, graph: Graph) -> Iterator[bytes]:
    """Yield the triples of a graph, one line of N-Triples each."""
    for quad in store.quads_for_pattern(None, None, None, graph):
        yield f"{quad.triple} .\n".encode()


def parts(store: ox.Store, graph: Graph, most: int) -> Iterator[bytes]:
    """Yield the triples of a graph in parts of at most ``most`` lines; one empty part for a graph without triples."""
    rest = lines(store, graph)
    yield b"".join(islice(rest, most))
    while part := b"".join(islice(rest, most)):
        yield part


def summed(store: ox.Store, graph: Graph) -> str:
    """Return a sum over the triples of a graph in hexadecimal: equal for the same triples in any order."""
    total = sum(int.from_bytes(sha256(line).digest()) for line in lines(store, graph))
    return f"{total % (1 << 256):064x}"
