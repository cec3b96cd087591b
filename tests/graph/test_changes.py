"""What is taken out of a database and put in, so that it holds another graph than it did."""

from __future__ import annotations

from collections import defaultdict

import pyoxigraph as ox
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.changes import of_default, of_graphs, quads_of
from kg.graph.iris import BASE
from kg.graph.turtle import Terms, named_graph, turtle
from kg.ontology import KG, PREFIXES

_NODES = [ox.NamedNode(iri) for iri in (f"{BASE}person/a", f"{BASE}person/b", KG.Meeting, "urn:a:b")]
_VALUES = st.one_of(st.sampled_from(_NODES), st.text(max_size=4).map(ox.Literal))
_PREDICATES = st.sampled_from([ox.NamedNode(PREFIXES["rdf"] + "type"), ox.NamedNode(KG.topic)])
_GRAPHS = st.sampled_from([ox.DefaultGraph(), *_NODES[:2]])
_DATASETS = st.frozensets(st.builds(ox.Quad, st.sampled_from(_NODES), _PREDICATES, _VALUES, _GRAPHS), max_size=12)


def graphs(quads: frozenset[ox.Quad]) -> str:
    """Return the named graphs as the cache holds them."""
    by_graph = defaultdict(list)
    for quad in quads:
        if not isinstance(quad.graph_name, ox.DefaultGraph):
            by_graph[quad.graph_name].append(quad)
    terms = Terms(BASE)
    return "".join(named_graph(terms.write(name), some, terms) for name, some in by_graph.items())


@given(_DATASETS, _DATASETS)
def test_what_differs_makes_the_one_of_the_other(old: frozenset[ox.Quad], new: frozenset[ox.Quad]) -> None:
    """No more is taken out than is gone, no more put in than is new, and in the end it is the new dataset."""
    changed = [of_default(turtle(old), turtle(new)), of_graphs(graphs(old), graphs(new))]
    removed, added = quads_of(changed, BASE)
    assert set(removed) == old - new
    assert set(added) == new - old
