"""Which part of a graph is drawn."""

from __future__ import annotations

import networkx as nx
import pytest

from kg.view.selection import around, between, of_kinds
from kg.view.times import asked_day
from tests.view.sample import quote


def history() -> nx.MultiDiGraph[str]:
    """Return a chair since 2015, a meeting in 2018 with two people, and a body of which nothing is dated."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in ("chair", "guest"):
        graph.add_node(node, kind="Person")
    graph.add_node("body", kind="Organization")
    graph.add_node("talks", kind="Meeting", start="2018-06-07")
    graph.add_node("silent", kind="Organization")
    told = [quote("төраға болып сайланды") | {"published": "2015-03-02"}]
    graph.add_edge("chair", "body", key="post", predicate="kg:Membership", quotes=told)
    graph.add_edge("talks", "chair", key="a", predicate="kg:participant")
    graph.add_edge("talks", "guest", key="b", predicate="kg:participant")
    return graph


def test_depth_counts_relations_either_way() -> None:
    """One step from the body is its chair, two the meeting, three the other who took part."""
    reached = [set(around(history(), "body", depth)) for depth in range(4)]
    assert reached == [{"body"}, {"body", "chair"}, {"body", "chair", "talks"}, {"body", "chair", "talks", "guest"}]


def test_classes_alone() -> None:
    """Only things of the classes named, and what ties them."""
    chosen = of_kinds(history(), {"Person", "Organization"})
    assert set(chosen) == {"chair", "guest", "body", "silent"}
    assert [edge[:2] for edge in chosen.edges()] == [("chair", "body")]


@pytest.mark.parametrize(
    ("since", "until", "there"),
    [
        ("2014", "2014", set()),
        ("2015-03", "2015-03", {"chair", "body"}),
        ("2016", "2017-12-31", {"chair", "body"}),
        ("2018-06", "2018-06", {"chair", "body", "talks", "guest"}),
        ("2019", "2020", {"chair", "body"}),
    ],
)
def test_time(since: str, until: str, there: set[str]) -> None:
    """A post goes on from the day it is first told of, a meeting is over; what bears no date is in no period."""
    assert set(between(history(), asked_day(since, False), asked_day(until, True))) == there
