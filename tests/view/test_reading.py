"""The pages to read: what was when, and who met whom."""

from __future__ import annotations

import networkx as nx
import pytest

from kg.view import matrix, timeline
from kg.view.embed import csp_hash
from tests.view.sample import HOSTILE, hostile_graph, sample_graph


def meetings() -> nx.MultiDiGraph[str]:
    """Return three people: two met twice, one of them once more with the third; one meeting is only planned."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for name in ("a", "b", "c"):
        graph.add_node(name, kind="Person", label=name)
    graph.add_node("body", kind="Organization", label="Одақ")
    held = {"m1": "ab", "m2": "ab", "m3": "bc", "soon": "ac", "alone": "a"}
    for number, (meeting, there) in enumerate(held.items()):
        status = "planned" if meeting == "soon" else None
        graph.add_node(meeting, kind="Meeting", label=meeting, start=f"201{number}-05-01", status=status)
        for name in there:
            graph.add_edge(meeting, name, key=name, predicate="kg:participant")
    graph.add_edge("a", "body", key="post", predicate="kg:Membership", label="төраға", start="2013", end="2017-03-01")
    return graph


def test_who_met_whom_and_how_often() -> None:
    """Held meetings of two or more count; the one who was in most comes first."""
    table = matrix.table_of(meetings(), "people", {"Person"})
    labels = [thing.labels["kk"] for thing in table.rows]
    assert labels == ["b", "a", "c"]
    met = {(pair.one.labels["kk"], pair.other.labels["kk"]): len(pair.meetings) for pair in table.cells.values()}
    assert met == {("b", "a"): 2, ("b", "c"): 1}
    assert [thing.start for thing in next(iter(table.cells.values())).meetings] == ["2011-05-01", "2010-05-01"]


def test_what_was_when() -> None:
    """The latest first: meetings with who took part, and posts that begin and end."""
    found = [(event.iso, event.labels["kk"], event.what) for event in timeline.events(meetings())]
    assert found == [
        ("2017-03-01", "a: төраға", "ends"),
        ("2014-05-01", "alone", ""),
        ("2013-05-01", "soon", ""),
        ("2013", "a: төраға", "begins"),
        ("2012-05-01", "m3", ""),
        ("2011-05-01", "m2", ""),
        ("2010-05-01", "m1", ""),
    ]


@pytest.mark.parametrize("module", [timeline, matrix])
def test_pages_load_nothing_and_text_is_text(module: object) -> None:
    """No host, no markup from what announcements say, the same bytes again; an empty graph says so."""
    render = module.render  # type: ignore[attr-defined]
    page = render(hostile_graph(), HOSTILE[0])
    assert "default-src &#39;none&#39;" in page
    markup = page[: page.index('<script type="application/json"')]
    assert "<script" not in markup
    assert "<img" not in markup
    assert 'href="javascript' not in markup
    assert page == render(hostile_graph(), HOSTILE[0])
    assert csp_hash("") not in page
    empty = render(nx.MultiDiGraph(), "")
    assert 'class="empty"' in empty
    assert "<table" not in empty


def test_every_event_of_the_sample_is_told_once() -> None:
    """Each dated meeting has one entry."""
    graph = sample_graph()
    dated = sum(1 for _, data in graph.nodes(data=True) if data["kind"] == "Meeting" and data["start"])
    assert sum(event.kind == "Meeting" for event in timeline.events(graph)) == dated > 5
