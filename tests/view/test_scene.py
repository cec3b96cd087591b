"""What is drawn of a thing and a relation, and what the legend says of the lines."""

from __future__ import annotations

import networkx as nx
import pytest

from kg.records import LANGUAGES
from kg.view import style
from kg.view.labels import width
from kg.view.scene import TAG, Scene, scene
from kg.view.things import relations, things


def drawn(*edges: tuple[str, str, str], **meeting: str) -> Scene:
    """Return what is drawn of edges (source, target, predicate); a node's first letter tells its kind."""
    kinds = {"m": "Meeting", "o": "Organization", "p": "Person", "c": "Country"}
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in ("m", *(end for edge in edges for end in edge[:2])):
        graph.add_node(node, kind=kinds[node[0]], label=node, **(meeting if node == "m" else {}))
    for source, target, predicate in edges:
        graph.add_edge(source, target, key=predicate, predicate=predicate)
    return scene(things(graph, LANGUAGES), relations(graph, LANGUAGES), LANGUAGES)


@pytest.mark.parametrize(
    ("status", "band"),
    [
        ("planned", "7 июн. 2018 г., запланировано"),
        ("cancelled", "7 июн. 2018 г., отменено"),
        ("", "7 июн. 2018 г."),
    ],
)
def test_a_meeting_says_that_it_is_planned_or_cancelled(status: str, band: str) -> None:
    """The band with the day says so, and it fits the box."""
    (box,) = (box for box in drawn(start="2018-06-07", status=status).boxes if box.kind != TAG)
    assert " ".join(box.band["ru"].split()) == band
    assert width(box.band["ru"], style.PILL_TEXT) < box.sizes["ru"][0]


def test_a_meeting_of_no_known_day() -> None:
    """It says what it is instead."""
    (box,) = drawn(status="planned").boxes
    assert box.band["ru"] == "Встреча, запланировано"
