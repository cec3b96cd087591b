"""GraphML and GEXF, for Gephi, yEd, Cytoscape and their like, from the networkx graph."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from pyoxigraph import Store

from kg.export.xml import without_forbidden

if TYPE_CHECKING:
    import networkx as nx

Scalar = str | int | float | bool

# GEXF gives these keys a meaning of its own: a day as the start of a span is not always read back
_RENAMED = {"id": "identifier", "type": "class", "start": "start_date", "end": "end_date", "key": "predicate"}
_LAST_MODIFIED = re.compile(r' lastmodifieddate="[^"]*"')


def graphml(store: Store, _: bool) -> dict[str, bytes]:
    """Write the network of the knowledge in GraphML."""
    import networkx as nx

    return {"graph.graphml": ("\n".join(nx.generate_graphml(_flat(store))) + "\n").encode("utf-8")}


def gexf(store: Store, _: bool) -> dict[str, bytes]:
    """Write the network of the knowledge in GEXF, without the day of writing that networkx puts in."""
    import networkx as nx

    text = "\n".join(nx.generate_gexf(_flat(store)))
    return {"graph.gexf": (_LAST_MODIFIED.sub("", text, count=1) + "\n").encode("utf-8")}


def _flat(store: Store) -> nx.MultiDiGraph[str]:
    """Return the network with nodes and edges sorted, and attributes that both formats can hold."""
    import networkx as nx

    from kg.graph.network import network

    full = network(store)
    flat: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, data in sorted(full.nodes(data=True), key=lambda item: str(item[0])):
        flat.add_node(without_forbidden(str(node)), **_scalars(data))
    edges = sorted(full.edges(keys=True, data=True), key=lambda edge: tuple(map(str, edge[:3])))
    for number, (one, other, _key, data) in enumerate(edges):
        flat.add_edge(without_forbidden(str(one)), without_forbidden(str(other)), key=str(number), **_scalars(data))
    return flat


def _scalars(data: Mapping[str, object]) -> dict[str, Scalar]:
    return {_RENAMED.get(key, key): _scalar(value) for key, value in sorted(data.items()) if value is not None}


def _scalar(value: object) -> Scalar:
    """Return a number or text; several values or a mapping (names by language) become one text."""
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {_scalar(part)}" for key, part in sorted(value.items()))
    if isinstance(value, set | frozenset):
        return "; ".join(sorted(str(_scalar(part)) for part in value))
    if isinstance(value, list | tuple):
        return "; ".join(str(_scalar(part)) for part in value)
    return without_forbidden(str(value))
