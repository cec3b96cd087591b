"""GraphML and GEXF, for Gephi, yEd, Cytoscape and their like, from the networkx graph."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Any

from pyoxigraph import Store

from kg.export.xml import without_forbidden

if TYPE_CHECKING:
    import networkx as nx

Scalar = str | int | float | bool

# GEXF gives these keys a meaning of its own: a day as the start of a span is not always read back
_RENAMED = {"start": "start_date", "end": "end_date"}
_SPREAD = ("labels", "values")
# a node has these as start, end and status
_KNOWN_OTHERWISE = ("schema:startDate", "schema:endDate", "schema:dateCreated", "schema:eventStatus")
_LAST_MODIFIED = re.compile(rb' lastmodifieddate="[^"]*"')


def graphml(store: Store, _: bool) -> dict[str, bytes]:
    """Write the network of the knowledge in GraphML."""
    import networkx as nx

    content = BytesIO()
    nx.write_graphml_xml(_flat(store), content)
    return {"graph.graphml": content.getvalue().rstrip() + b"\n"}


def gexf(store: Store, _: bool) -> dict[str, bytes]:
    """Write the network of the knowledge in GEXF, without the day of writing that networkx puts in."""
    import networkx as nx

    content = BytesIO()
    nx.write_gexf(_flat(store), content)
    return {"graph.gexf": _LAST_MODIFIED.sub(b"", content.getvalue(), count=1).rstrip() + b"\n"}


def _flat(store: Store) -> nx.MultiDiGraph[str]:
    """Return the network with nodes and edges sorted, and attributes that both formats can hold."""
    import networkx as nx

    from kg.graph.network import network

    full = network(store)
    flat: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in sorted(full.nodes):
        flat.add_node(node, **_scalars(full.nodes[node]))
    for number, (one, other, key) in enumerate(sorted(full.edges(keys=True))):
        # the key becomes the edge's id in the file, where it must be the only one; the predicate is an attribute
        flat.add_edge(one, other, key=str(number), **_scalars(full.edges[one, other, key]))
    return flat


def _scalars(data: Mapping[str, Any]) -> dict[str, Scalar]:
    """Return a node's or edge's attributes, each one text or number; what is nested is spread over several."""
    spread = {**data, **_spread_labels(data), **_spread_values(data), "quotes": len(data.get("quotes", ()))}
    kept = ((key, value) for key, value in sorted(spread.items()) if key not in _SPREAD and value not in (None, []))
    return {_RENAMED.get(key, key): _scalar(value) for key, value in kept}


def _spread_labels(data: Mapping[str, Any]) -> dict[str, str]:
    return {f"label_{lang}": label for lang, label in data.get("labels", {}).items()}


def _spread_values(data: Mapping[str, Any]) -> dict[str, list[str]]:
    """Return what is said of a thing (memberCount, topic …) by the local names of the predicates."""
    values: dict[str, list[str]] = {}
    for said in data.get("values", ()):
        if said["predicate"] not in _KNOWN_OTHERWISE:
            values.setdefault(said["predicate"].partition(":")[2], []).append(said["value"])
    return values


def _scalar(value: object) -> Scalar:
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, list | tuple):
        return "; ".join(str(_scalar(part)) for part in value)
    return without_forbidden(str(value))
