"""The example graph of the questions, and one whose texts are hard for formats, as stores."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.ontology import PREFIXES
from tests.query.conftest import EXAMPLE

HARD = "<b>&amp; \"quoted\" 'single' \\ ]]> {id} _:x @en\nsecond line\r\n\tтаб \U0001f600 \u0600"
CONTROL = "ESC \x1b[31m NUL-like \x01 VT \x0b"


@pytest.fixture(scope="session")
def store() -> ox.Store:
    """Return the example."""
    store = ox.Store()
    store.load(path=EXAMPLE, format=ox.RdfFormat.TRIG)
    return store


@pytest.fixture(scope="session")
def hard() -> ox.Store:
    """Return a person whose names are markup, several lines, or many."""
    return person(HARD, "=1+1", "second; name")


@pytest.fixture(scope="session")
def control() -> ox.Store:
    """Return a person whose name holds characters that XML forbids."""
    return person(CONTROL)


def person(*names: str) -> ox.Store:
    """Return a store with one person of these names, the first one in Kazakh the main one."""
    store = ox.Store()
    node = ox.NamedNode("https://w3id.org/habar/id/person/x%20y")
    store.add(ox.Quad(node, ox.NamedNode(PREFIXES["rdf"] + "type"), ox.NamedNode(PREFIXES["kg"] + "Person")))
    for number, name in enumerate(names):
        edge = "skos", "altLabel" if number else "prefLabel"
        store.add(ox.Quad(node, ox.NamedNode(PREFIXES[edge[0]] + edge[1]), ox.Literal(name, language="kk")))
    return store
