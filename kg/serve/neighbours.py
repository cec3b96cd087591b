"""The neighbourhood of a thing as a drawing: it in the middle, what it is tied to around it. No script is needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from kg.serve.about import About, Row
from kg.serve.opened import Opened
from kg.view.labels import wrap
from kg.view.style import Look, look

MOST = 12
WIDTH = 760
_HEIGHTS = ((2, 150), (4, 290), (MOST, 460))
"""Up to how many neighbours a drawing is how high."""
_TEXT, _LINE = 12, 15
_LIMIT = 128


@dataclass(frozen=True, slots=True)
class Spot:
    """A thing in the drawing: where, how it looks, its name in lines, and the word on the line to the middle."""

    x: float
    y: float
    look: Look
    lines: tuple[str, ...]
    title: str
    href: str
    what: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing of ``width`` by ``height`` units; ``left_out`` tells how many neighbours had no room."""

    middle: Spot
    around: tuple[Spot, ...]
    left_out: int
    height: float
    width: float = WIDTH

    @property
    def spots(self) -> tuple[Spot, ...]:
        """All that is drawn, the middle last and so above the rest."""
        return (*self.around, self.middle)


def drawing(told: About, opened: Opened, kinds: dict[str, str]) -> Drawing | None:
    """Return the drawing of a thing's neighbourhood, None if it has none; ``kinds`` are the classes of neighbours."""
    rows = _each_once(told.others(), told.iri)
    if not rows:
        return None
    shown = rows[:MOST]
    height = next(height for most, height in _HEIGHTS if len(shown) <= most)
    middle = _spot(WIDTH / 2, height / 2, told.kind, told.title, "", "")
    around = [
        _spot(*_place(number, len(shown), height), kinds.get(row.iri, ""), row.text, opened.href(row.iri), row.what)
        for number, row in enumerate(shown)
    ]
    return Drawing(middle, tuple(around), len(rows) - len(shown), height)


def _each_once(rows: Sequence[Row], own: str) -> list[Row]:
    found: dict[str, Row] = {}
    for row in rows:
        if row.iri != own:
            found.setdefault(row.iri, row)
    return list(found.values())


def _place(number: int, of: int, height: float) -> tuple[float, float]:
    """Return a place on the ellipse around the middle, the first one at its left."""
    angle = 2 * pi * number / of + pi
    return round(WIDTH / 2 + (WIDTH / 2 - 80) * cos(angle), 1), round(height / 2 + (height / 2 - 40) * sin(angle), 1)


def _spot(x: float, y: float, kind: str, title: str, href: str, what: str) -> Spot:
    return Spot(x, y, look(kind), wrap(title, _TEXT, _LIMIT, 3), title, href, what)
