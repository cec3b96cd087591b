"""Turtle and TriG as we write them: readable, and the same graph when read back, whatever is in it."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import pyoxigraph as ox
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib.compare import isomorphic

from kg.graph.dataset import BASE, quads
from kg.graph.dumped import turtle_of
from kg.graph.filling import Filling
from kg.graph.store import in_memory, open_store, write_store
from kg.graph.turtle import trig, turtle
from kg.ontology import KG, PREFIXES, RDF
from tests.examples import entities, extractions

_IRIS = st.one_of(
    st.sampled_from([KG.Meeting, BASE, BASE + "person/a", BASE + "./x", BASE + "a//b", BASE + "..", RDF.type, KG.rule]),
    st.sampled_from(
        ["urn:a:b", PREFIXES["schema"], PREFIXES["kg"] + "a.b", PREFIXES["kg"] + "a/b", PREFIXES["kg"] + "қ"]
    ),
).map(ox.NamedNode)
_LITERALS = st.one_of(
    st.text().map(ox.Literal),
    st.builds(lambda text, lang: ox.Literal(text, language=lang), st.text(), st.sampled_from(["kk", "ru", "zh-hant"])),
    st.integers(min_value=-(2**70), max_value=2**70).map(lambda n: ox.Literal(str(n), datatype=_xsd("integer"))),
    st.sampled_from(["007", "+5", "", "x", "4.", "١"]).map(lambda text: ox.Literal(text, datatype=_xsd("integer"))),
    st.sampled_from(["decimal", "boolean", "double", "long"]).map(lambda name: ox.Literal("1", datatype=_xsd(name))),
    st.text().map(lambda text: ox.Literal(text, datatype=ox.NamedNode("urn:a:type"))),
)
_GRAPHS = st.one_of(st.just(ox.DefaultGraph()), _IRIS)
_DATASETS = st.lists(st.builds(ox.Quad, _IRIS, _IRIS, st.one_of(_IRIS, _LITERALS), _GRAPHS), max_size=12)


def _xsd(name: str) -> ox.NamedNode:
    return ox.NamedNode(PREFIXES["xsd"] + name)


@given(_DATASETS)
def test_any_dataset_is_the_same_when_read_back(made: list[ox.Quad]) -> None:
    """Odd IRIs, ill-formed numbers, any text: what is written is read back as the same quads."""
    assert set(ox.parse(trig(made), format=ox.RdfFormat.TRIG)) == set(made)


@given(_DATASETS)
def test_a_store_is_written_as_its_quads_are(made: list[ox.Quad]) -> None:
    """What is made of whole columns of the store has the bytes of what is made of its quads."""
    store = in_memory([*made, *quads(extractions(), entities())])
    assert turtle_of(store) == turtle(store)


@given(_DATASETS, st.integers(1, 900))
@settings(max_examples=25, deadline=None)  # a database on disk each
def test_a_database_filled_in_pieces_is_the_same_dataset(made: list[ox.Quad], size: int) -> None:
    """However much is loaded at once, the database in the end holds all that it was given."""
    with TemporaryDirectory() as folder, patch("kg.graph.filling._PIECE", size):
        filling = Filling(Path(folder), BASE)
        in_default = [quad for quad in made if isinstance(quad.graph_name, ox.DefaultGraph)]
        filling.take(f"{quad.subject} {quad.predicate} {quad.object} .\n".encode() for quad in in_default)
        filling.take_quads(quad for quad in made if quad not in in_default)
        filling.finish()
        assert set(open_store(folder)) == set(in_memory(made))
        assert [path.name for path in Path(folder).iterdir()] == ["store"]


def test_a_database_that_is_given_up_leaves_nothing() -> None:
    """What was half filled is gone, and what was there before is there still."""
    with TemporaryDirectory() as folder:
        write_store([ox.Quad(ox.NamedNode("a:b"), ox.NamedNode("a:c"), ox.Literal("d"))], folder)
        filling = Filling(Path(folder), BASE)
        filling.take([b"<a:1> <a:2> <a:3> ."])
        filling.give_up()
        assert [path.name for path in Path(folder).iterdir()] == ["store"]
        assert len(open_store(folder)) == 1


def test_rdflib_reads_the_same_graph() -> None:
    """The other parser agrees with the first about the text that we write."""
    made = quads(extractions(), entities())
    graph = rdflib.Graph().parse(data=turtle(made), format="turtle")
    default = [quad for quad in made if isinstance(quad.graph_name, ox.DefaultGraph)]
    lines = "\n".join(f"{quad.subject} {quad.predicate} {quad.object} ." for quad in default)
    assert isomorphic(graph, rdflib.Graph().parse(data=lines, format="nt"))
    assert len(graph) == len(default)


def test_classes_come_in_the_order_of_the_ontology() -> None:
    """Things stand under a heading for their class, organisations first, announcements after all that they speak of."""
    lines = turtle(quads(extractions(), entities())).splitlines()
    headings = [line.removeprefix("# ") for line in lines if line.startswith("# ")]
    kinds = (
        "Organization",
        "Person",
        "Role",
        "Membership",
        "Meeting",
        "Program",
        "Agreement",
        "Election",
        "Announcement",
    )
    assert headings == [f"kg:{kind}" for kind in kinds] + ["schema:Country", "schema:Place"]


def test_only_used_prefixes_are_declared() -> None:
    """A graph without a term of a vocabulary doesn't declare its prefix."""
    one = ox.Quad(ox.NamedNode(BASE + "person/a"), ox.NamedNode(RDF.type), ox.NamedNode(KG.Person))
    assert (
        turtle([one])
        == f"@base <{BASE}> .\n@prefix kg: <{PREFIXES['kg']}> .\n\n# kg:Person\n\n<person/a> a kg:Person .\n"
    )
