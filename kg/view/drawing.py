"""The first sight of a graph as a pyvis network: every box a node with its place, every line an edge, physics off."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kg.view import style
from kg.view.layout import Position, shape_centres
from kg.view.scene import TAG, Box, Scene

if TYPE_CHECKING:
    from pyvis.network import Network

OPTIONS: dict[str, Any] = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": False,
        "selectable": True,
        "selectConnectedEdges": False,
        "multiselect": False,
        "zoomSpeed": 0.6,
    },
    "edges": {
        "scaling": {"label": {"drawThreshold": 9}},  # pixels on the screen: smaller names of lines are not drawn
        "smooth": False,
        "width": 1.6,
        "hoverWidth": 0,
        "selectionWidth": 0,
        "chosen": False,
    },
    "nodes": {"chosen": False},
}


def network(scene: Scene, places: dict[str, Position], lang: str, theme: int = 0) -> Network:
    """Return a pyvis network of a scene with the labels of one language; ``theme`` is 0 for light, 1 for dark.

    Ids are those of the scene: a thing is "t3", the name of a relation "tag-r7", a line "r7", "r7-a" or "r7-b".
    """
    drawn = _empty(theme)
    centres = shape_centres(scene, places)
    for box in scene.boxes:
        x, y = centres[box.id]
        drawn.add_node(box.id, x=x, y=y, physics=False, **_looks(box, lang, theme))
    for line in scene.lines:
        colour = style.PAGE["strong" if line.strong else "line"][theme]
        arrows = {"to": {"enabled": line.arrow, "scaleFactor": 0.5}}
        drawn.add_edge(line.source, line.target, id=line.id, color=colour, dashes=line.dashed, arrows=arrows)
    return drawn


def _empty(theme: int) -> Network:
    from pyvis.network import Network

    drawn = Network(directed=True, notebook=False, cdn_resources="in_line", bgcolor=style.PAGE["ground"][theme])
    drawn.set_options(json.dumps(OPTIONS))
    return drawn


def _looks(box: Box, lang: str, theme: int) -> dict[str, Any]:
    text = "\n".join(box.lines[lang])
    if box.kind == TAG:
        colour = {"background": style.PAGE["ground"][theme], "border": style.PAGE["line"][theme]}
        return {"label": text, "shape": "box", "color": colour, "kind": TAG}
    looks = style.look(box.kind)
    ground = looks.tint[theme] if looks.form in {"box", "calendar"} else looks.ink[theme]
    colour = {"background": ground, "border": looks.ink[theme]}
    return {"label": text, "shape": looks.vis_shape, "size": style.ICON_HEIGHT / 2, "color": colour, "kind": looks.kind}
