"""Positions: nothing overlaps, nothing is random."""

from __future__ import annotations

from collections import Counter

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.records import LANGUAGES
from kg.view.layout import ASPECT, Position, overlaps, positions
from kg.view.pack import pack
from kg.view.scene import TAG, Scene, scene
from kg.view.spread import spread, underpasses
from kg.view.stress import settle
from kg.view.things import relations, things
from tests.view.sample import hostile_graph, sample_graph


def scene_of(graph: nx.MultiDiGraph[str]) -> Scene:
    """Return what is drawn of a graph."""
    return scene(things(graph, LANGUAGES), relations(graph, LANGUAGES), LANGUAGES)


SAMPLE = scene_of(sample_graph())
PLACES = positions(SAMPLE)


def test_every_box_of_the_sample_has_a_place_and_none_overlap() -> None:
    """All things and all names of posts are placed, each clear of every other in the widest language."""
    assert set(PLACES) == {box.id for box in SAMPLE.boxes}
    assert len(SAMPLE.boxes) >= 78
    assert overlaps(SAMPLE, PLACES) == []


def test_overlap_is_noticed() -> None:
    """The check that nothing overlaps fails where something does."""
    first, second = SAMPLE.boxes[:2]
    assert overlaps(SAMPLE, PLACES | {first.id: PLACES[second.id]})


def test_lines_keep_off_boxes_that_are_not_theirs() -> None:
    """On the sample at most two lines pass under a box that they do not belong to."""
    number = {box.id: place for place, box in enumerate(SAMPLE.boxes)}
    places = np.array([PLACES[box.id] for box in SAMPLE.boxes], dtype=float)
    sizes = np.array([box.size for box in SAMPLE.boxes], dtype=float)
    lines = np.array([(number[line.source], number[line.target]) for line in SAMPLE.lines])
    assert underpasses(places, sizes, lines) <= 2


def test_sample_is_readable_on_a_usual_screen() -> None:
    """On 1280 by 800 pixels the picture gets 580 of the height; the whole sample shows at nearly half its size."""
    across, down = extent(SAMPLE, PLACES)
    assert min(1240 / across, 580 / down) > 0.47


def test_hostile_texts_are_laid_out_too() -> None:
    """Names of ten thousand letters take no more room than a box."""
    drawn = scene_of(hostile_graph())
    assert overlaps(drawn, positions(drawn)) == []
    assert max(box.size[0] for box in drawn.boxes) < 300


def test_things_that_nothing_ties_lie_below() -> None:
    """Loose things don't push in front of what hangs together."""
    loose = {box.id for box in SAMPLE.boxes} - {end for line in SAMPLE.lines for end in (line.source, line.target)}
    assert len(loose) == 2
    assert min(PLACES[one][1] for one in loose) > max(y for name, (_, y) in PLACES.items() if name not in loose)


def test_rows_of_loose_things_are_about_as_long() -> None:
    """No row holds a single thing that was left over."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from((f"p{n}", {"kind": "Person", "label": f"Person {n}"}) for n in range(13))
    drawn = scene_of(graph)
    rows = Counter(y for _, y in positions(drawn).values())
    assert len(rows) > 1
    assert max(rows.values()) - min(rows.values()) <= 2


@settings(deadline=None, max_examples=25)
@given(st.integers(1, 14), st.lists(st.tuples(st.integers(0, 13), st.integers(0, 13)), max_size=24))
def test_no_graph_overlaps(count: int, pairs: list[tuple[int, int]]) -> None:
    """Whatever is tied to whatever, boxes are clear of each other, and the same graph lies the same again."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    kinds = ("Person", "Organization", "Meeting")
    graph.add_nodes_from((str(n), {"kind": kinds[n % 3], "label": f"Name number {n}"}) for n in range(count))
    for one, other in pairs:
        predicate = "kg:participant" if (one + other) % 2 else "kg:Membership"
        graph.add_edge(str(one % count), str(other % count), key=predicate, predicate=predicate, label="post")
    drawn = scene_of(graph)
    places = positions(drawn)
    assert overlaps(drawn, places) == []
    assert positions(scene_of(graph)) == places


def test_names_of_posts_lie_between_the_things_they_join() -> None:
    """A tag is nearer to its two things than these are to each other, give or take the room that boxes need."""
    tags = [box.id for box in SAMPLE.boxes if box.kind == TAG]
    ends = {tag: [line for line in SAMPLE.lines if tag in {line.source, line.target}] for tag in tags}
    assert len(tags) == 24
    for tag, (first, second) in ends.items():
        one, other = np.array(PLACES[first.source]), np.array(PLACES[second.target])
        middle = (one + other) / 2
        assert np.linalg.norm(np.array(PLACES[tag]) - middle) < np.linalg.norm(one - other) / 2 + 60


def test_settled_distances_follow_the_graph() -> None:
    """A path comes out straight and as long as its edges say, its longer side across."""
    path: nx.Graph[str] = nx.path_graph(list("abcd"))
    nx.set_edge_attributes(path, 100.0, "length")
    places = settle(path, list("abcd"))
    assert np.linalg.norm(places[0] - places[3]) == pytest.approx(300, rel=0.02)
    assert np.ptp(places[:, 0]) > np.ptp(places[:, 1])


def test_boxes_in_one_spot_are_parted() -> None:
    """Even boxes that all lie in one point come apart."""
    places = spread(np.zeros((6, 2)), np.full((6, 2), 40.0), np.zeros((0, 2), dtype=np.int64), 10, 0)
    assert len({tuple(place) for place in places}) == 6
    gaps = np.abs(places[:, None] - places[None]).max(axis=2)
    assert gaps[~np.eye(6, dtype=bool)].min() >= 50 - 1e-3


@given(st.lists(st.tuples(st.integers(1, 300), st.integers(1, 300)), max_size=12))
def test_packed_rectangles_do_not_overlap(sizes: list[tuple[int, int]]) -> None:
    """Components side by side keep to themselves."""
    corners = pack(sizes, ASPECT)
    frames = [(x, y, x + w, y + h) for (x, y), (w, h) in zip(corners, sizes, strict=True)]
    for number, (left, top, right, bottom) in enumerate(frames):
        for other in frames[number + 1 :]:
            assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top


def extent(drawn: Scene, places: dict[str, Position]) -> tuple[float, float]:
    """Return width and height of all boxes together."""
    boxes = [(places[box.id], box.size) for box in drawn.boxes]
    across = max(x + w / 2 for (x, _), (w, _) in boxes) - min(x - w / 2 for (x, _), (w, _) in boxes)
    down = max(y + h / 2 for (_, y), (_, h) in boxes) - min(y - h / 2 for (_, y), (_, h) in boxes)
    return across, down
