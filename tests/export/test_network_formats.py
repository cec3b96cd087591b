"""GraphML and GEXF hold the whole network."""

from __future__ import annotations

from io import BytesIO
from xml.etree import ElementTree

import networkx as nx
import pyoxigraph as ox
import pytest

from kg.export.formats import export
from kg.graph.network import network

READERS = {"graphml": nx.read_graphml, "gexf": nx.read_gexf}


def written(store: ox.Store, name: str) -> bytes:
    """Return the one file of a format."""
    (content,) = export(store, name).values()
    return content


@pytest.mark.parametrize("name", READERS)
def test_networkx_reads_the_same_nodes_and_edges(name: str, store: ox.Store) -> None:
    """No node or edge is lost or merged, and each edge still says what it is."""
    full = network(store)
    read = READERS[name](BytesIO(written(store, name)))
    assert set(read.nodes) == set(full.nodes)
    assert len(full.edges) > 20
    told = sorted((one, other, data["predicate"]) for one, other, data in read.edges(data=True))
    assert told == sorted((one, other, data["predicate"]) for one, other, data in full.edges(data=True))


@pytest.mark.parametrize("name", READERS)
def test_a_node_has_its_names_and_values(name: str, store: ox.Store) -> None:
    """Names in three languages, other names, numbers and dates are attributes of their own."""
    nodes = READERS[name](BytesIO(written(store, name))).nodes
    league = nodes["https://w3id.org/habar/id/organization/metrology-league"]
    assert (league["label_en"], league["alt"], league["memberCount"]) == ("World Metrology League", "WML", "58")
    assert nodes["https://w3id.org/habar/id/meeting/2021-05-session"]["start_date"] == "2021-05"


@pytest.mark.parametrize("name", READERS)
def test_edges_have_ids_of_their_own(name: str, store: ox.Store) -> None:
    """Programs take two edges with one id for one edge."""
    root = ElementTree.fromstring(written(store, name))
    ids = [element.get("id") for element in root.iter() if element.tag.endswith("}edge")]
    assert len(set(ids)) == len(ids) == len(network(store).edges)


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("which", ["hard", "control"])
def test_the_file_is_well_formed_whatever_the_names(name: str, which: str, request: pytest.FixtureRequest) -> None:
    """Markup in a name is text, and what XML forbids is replaced."""
    graph = READERS[name](BytesIO(written(request.getfixturevalue(which), name)))
    (node,) = graph.nodes.values()
    start = "<b>&amp; \"quoted\" 'single'" if which == "hard" else "ESC \ufffd[31m"
    assert node["label"].startswith(start)


def test_gexf_bears_no_date_of_writing(store: ox.Store) -> None:
    """The clock is no part of the graph."""
    assert b"lastmodifieddate" not in written(store, "gexf")
