"""Where everything goes: each component settled by networkx distances, freed of overlap, packed beside the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from kg.view.pack import pack
from kg.view.scene import TAG, Box, Scene
from kg.view.spread import spread, underpasses
from kg.view.stress import settle
from kg.view.style import LOOKS, look

if TYPE_CHECKING:
    import networkx as nx
    from numpy.typing import NDArray

GAP = 12  # pixels between any two boxes
LINK = 24  # pixels of visible line between two things
TAG_LINK = 10  # pixels of visible line between a thing and the name of a relation
ISLAND_GAP = 44  # pixels between components; the heading of loose things has room in it
ASPECT = 2.0  # of a usual window without its bars
SHAPES = (1.2, 1.4, 1.6, 1.8, 2.0, 2.2, 2.4, 2.7, 3.0)  # of the components together, tried beside the loose things
FEW = 40  # components; more are packed in one shape only, which is quick
STRETCH = 1.2  # boxes are wider than high, so the drawing is widened before overlaps are removed
SCALES = (0.4, 0.5, 0.6, 0.7, 0.8, 0.9)  # how tightly components are tried to be drawn
SOME = 120  # boxes; of a larger component every second scale is tried
TIDY = 300  # rounds of moving boxes off lines that aren't theirs
MANY = 260  # boxes; a larger component is drawn once, loosely, which is quick
LOOSE = 1.6
LOOSE_TIDY = 60
UNDERPASS_COST = 0.04  # a line under a foreign box is as bad as a drawing that is larger by this share

Position = tuple[int, int]
Island = list[tuple[str, tuple[float, float], tuple[int, int]]]


def positions(scene: Scene) -> dict[str, Position]:
    """Return the centre of every box of a scene in whole pixels; the same scene always gives the same positions.

    No two boxes overlap, in any language. The whole is centred on (0, 0).
    """
    boxes = {box.id: box for box in scene.boxes}
    parts = _components(scene)
    alone = [boxes[node] for part in parts if len(part) == 1 for node in part]
    islands = [_island(part, boxes) for part in parts if len(part) > 1]
    shapes = SHAPES if len(islands) <= FEW else (ASPECT,)
    whole = min((_together(islands, alone, shape) for shape in shapes), key=_window)
    return _centred({name: place for name, place, _ in whole})


def shape_centres(scene: Scene, places: dict[str, Position]) -> dict[str, Position]:
    """Return where each box's shape is centred: an icon sits above its text, so above the middle of its box."""
    return {box.id: (places[box.id][0], places[box.id][1] - round(box.size[1] / 2 - box.anchor)) for box in scene.boxes}


def overlaps(scene: Scene, places: dict[str, Position]) -> list[tuple[str, str]]:
    """Return the pairs of boxes that overlap, which should be none."""
    frames = sorted(_frame(box, places[box.id]) for box in scene.boxes)
    found = []
    for number, (left, top, right, bottom, name) in enumerate(frames):
        for other in frames[number + 1 :]:
            if other[0] >= right:
                break
            if other[1] < bottom and top < other[3] and left < other[2]:
                found.append((name, other[4]))
    return found


def _components(scene: Scene) -> list[nx.Graph[str]]:
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(box.id for box in scene.boxes)
    graph.add_edges_from((line.source, line.target) for line in scene.lines)
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part))
    return [graph.subgraph(part) for part in parts]


def _island(graph: nx.Graph[str], boxes: dict[str, Box]) -> Island:
    """Settle one component as tightly as it stays readable; its top left corner becomes (0, 0)."""
    order = sorted(graph)
    place = {node: number for number, node in enumerate(order)}
    lines = np.array(sorted(sorted((place[one], place[two])) for one, two in graph.edges), dtype=np.int64)
    lines = lines.reshape(-1, 2)
    sizes = np.array([boxes[node].size for node in order], dtype=float)
    start = _settled(graph, order, boxes) * (STRETCH, 1.0)
    scales, tidy = (
        (SCALES if len(order) <= SOME else SCALES[1::2], TIDY) if len(order) <= MANY else ((LOOSE,), LOOSE_TIDY)
    )
    drawings = [spread(start * scale, sizes, lines, GAP, tidy) for scale in scales]
    centres = min(drawings, key=lambda drawing: _cost(drawing, sizes, lines))
    centres = centres - (centres - sizes / 2).min(axis=0)
    return [(node, (float(x), float(y)), boxes[node].size) for node, (x, y) in zip(order, centres, strict=True)]


def _together(islands: list[Island], alone: list[Box], shape: float) -> Island:
    """Put the components side by side, ``shape`` times as wide as high, and the loose things in rows below."""
    packed = _side_by_side(islands, shape)
    across, down = _size(packed) if packed else (0.0, -float(ISLAND_GAP))
    loose = _rows(alone, max(across, (_area(alone) * ASPECT) ** 0.5))
    return [*packed, *((name, (x, y + down + ISLAND_GAP), size) for name, (x, y), size in loose)]


def _window(whole: Island) -> float:
    """Return the height of the smallest window of the usual shape that shows all."""
    across, down = _size(whole) if whole else (0.0, 0.0)
    return round(max(across / ASPECT, down), 3)


def _side_by_side(islands: list[Island], shape: float) -> Island:
    sizes = [(_size(island)[0] + ISLAND_GAP, _size(island)[1] + ISLAND_GAP) for island in islands]
    corners = pack(sizes, shape)
    together = zip(islands, corners, strict=True)
    return [(name, (left + x, top + y), size) for island, (left, top) in together for name, (x, y), size in island]


def _area(alone: list[Box]) -> float:
    return float(sum((box.size[0] + 2 * GAP) * (box.size[1] + 2 * GAP) for box in alone)) * 1.3


def _rows(alone: list[Box], widest: float) -> Island:
    """Put things that nothing ties to others in rows of about one length, kind beside kind."""
    order = [one.kind for one in LOOKS]
    boxes = sorted(alone, key=lambda box: (order.index(look(box.kind).kind), box.id))
    rows, narrow = _filled(boxes, widest), widest
    while len(rows) > 1 and narrow > widest / 2 and len(tighter := _filled(boxes, narrow - GAP)) == len(rows):
        rows, narrow = tighter, narrow - GAP
    island: Island = []
    top = 0.0
    for row in rows:
        left = 0.0
        for box in row:
            island.append((box.id, (left + box.size[0] / 2, top + box.size[1] / 2), box.size))
            left += box.size[0] + 2 * GAP
        top += max(box.size[1] for box in row) + 2 * GAP
    return island


def _filled(boxes: list[Box], widest: float) -> list[list[Box]]:
    rows: list[list[Box]] = []
    left = 0.0
    for box in boxes:
        if not rows or left + box.size[0] > widest:
            rows.append([])
            left = 0.0
        rows[-1].append(box)
        left += box.size[0] + 2 * GAP
    return rows


def _settled(graph: nx.Graph[str], order: list[str], boxes: dict[str, Box]) -> NDArray[np.float64]:
    """Settle the things; the name of a relation starts halfway between the things that it joins."""
    import networkx as nx

    links: nx.Graph[str] = nx.Graph()
    links.add_nodes_from(node for node in order if boxes[node].kind != TAG)
    for one, two in sorted(sorted(pair) for pair in graph.edges):
        if TAG not in {boxes[one].kind, boxes[two].kind}:
            links.add_edge(one, two, length=_radius(boxes[one]) + _radius(boxes[two]) + LINK)
    ends = {node: sorted(graph[node]) for node in order if boxes[node].kind == TAG}
    for tag, (one, two) in ends.items():
        room = _radius(boxes[one]) + _radius(boxes[two]) + 2 * (TAG_LINK + _radius(boxes[tag]))
        links.add_edge(one, two, length=room)
    things = sorted(links)
    found = dict(zip(things, settle(links, things), strict=True))
    halfway = {tag: (found[one] + found[two]) / 2 for tag, (one, two) in ends.items()}
    return np.array([found[node] if node in found else halfway[node] for node in order])


def _radius(box: Box) -> float:
    return (box.size[0] + 2 * box.size[1]) / 4


def _cost(centres: NDArray[np.float64], sizes: NDArray[np.float64], lines: NDArray[np.int64]) -> float:
    """Return how bad a drawing is: the window that it needs, and lines that pass under boxes that aren't theirs."""
    across, down = (centres + sizes / 2).max(axis=0) - (centres - sizes / 2).min(axis=0)
    return float(round(max(across / ASPECT, down) * (1 + UNDERPASS_COST * underpasses(centres, sizes, lines)), 3))


def _size(island: Island) -> tuple[float, float]:
    return (
        max(x + size[0] / 2 for _, (x, _), size in island),
        max(y + size[1] / 2 for _, (_, y), size in island),
    )


def _centred(placed: dict[str, tuple[float, float]]) -> dict[str, Position]:
    if not placed:
        return {}
    middle = [(min(values) + max(values)) / 2 for values in zip(*placed.values(), strict=True)]
    return {name: (round(x - middle[0]), round(y - middle[1])) for name, (x, y) in sorted(placed.items())}


def _frame(box: Box, place: Position) -> tuple[float, float, float, float, str]:
    (x, y), (across, down) = place, box.size
    return (x - across / 2, y - down / 2, x + across / 2, y + down / 2, box.id)
