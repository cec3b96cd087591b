"""What is drawn: a box for every thing, a line for every relation, a small box for the name of a post.

All sizes are pixels at zoom 1. A relation with a visible name becomes two lines that meet in a "tag" (a small box with
the name), which takes part in the layout like any thing; so names never lie over each other or over things.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kg.view import style
from kg.view.labels import date_text, initials, period_text, width, wrap
from kg.view.things import Relation, Thing
from kg.view.words import words


@dataclass(frozen=True, slots=True)
class Box:
    """Something with a place: its text by language and its size by language.

    ``size`` is the room that it takes in any language, and ``anchor`` how far below the top of that room the centre of
    its shape is.
    """

    id: str
    kind: str
    lines: Mapping[str, tuple[str, ...]]
    sizes: Mapping[str, tuple[int, int]]
    anchor: float
    band: Mapping[str, str] = field(default_factory=dict)
    letters: Mapping[str, str] = field(default_factory=dict)
    status: str = ""

    @property
    def size(self) -> tuple[int, int]:
        """Room in any language: (width, height)."""
        return max(size[0] for size in self.sizes.values()), max(size[1] for size in self.sizes.values())


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line between two boxes, a part of the drawing of a relation."""

    id: str
    relation: str
    source: str
    target: str
    dashed: bool = False
    strong: bool = False
    arrow: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """All that is drawn, without positions; in a ``crowded`` one relations don't bear their names."""

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    crowded: bool = False


TAG = "Tag"


def scene(things: Sequence[Thing], relations: Sequence[Relation], languages: Sequence[str]) -> Scene:
    """Return the boxes and lines of things and the relations between them."""
    kinds = {thing.id: thing.kind for thing in things}
    boxes = [thing_box(thing, languages) for thing in things]
    lines: list[Line] = []
    crowded = sum(relation.predicate not in style.QUIET for relation in relations) > style.MOST_TAGS
    for relation in relations:
        if crowded or relation.predicate in style.QUIET:
            dashed = relation.predicate in style.DASHED
            lines.append(Line(relation.id, relation.id, relation.source, relation.target, dashed))
        else:
            boxes.append(tag_box(relation, languages))
            arrow = kinds[relation.source] != "Person" and relation.predicate not in style.EQUAL
            lines += _halves(relation, boxes[-1].id, arrow)
    return Scene(tuple(boxes), tuple(lines), crowded)


def thing_box(thing: Thing, languages: Sequence[str]) -> Box:
    """Return how a thing is written and what room it takes."""
    form = style.look(thing.kind).form
    if form == "icon":
        return _icon(thing, languages)
    return _calendar(thing, languages) if form == "calendar" else _framed(thing, languages)


def tag_box(relation: Relation, languages: Sequence[str]) -> Box:
    """Return the small box with a relation's name."""
    across, down = style.PILL_PADDING
    lines = {lang: wrap(relation.words[lang], style.PILL_TEXT, style.PILL_WIDTH, 3) for lang in languages}
    sizes = {lang: _around(lines[lang], style.PILL_TEXT, style.PILL_LINE, (2 * across, 2 * down)) for lang in languages}
    return Box(f"tag-{relation.id}", TAG, lines, sizes, max(size[1] for size in sizes.values()) / 2)


def _halves(relation: Relation, tag: str, arrow: bool) -> tuple[Line, Line]:
    return (
        Line(f"{relation.id}-a", relation.id, relation.source, tag, strong=True),
        Line(f"{relation.id}-b", relation.id, tag, relation.target, strong=True, arrow=arrow),
    )


def _icon(thing: Thing, languages: Sequence[str]) -> Box:
    looks = style.look(thing.kind)
    lines = {lang: wrap(thing.labels[lang], style.ICON_TEXT, looks.text_width, looks.lines) for lang in languages}
    extra = (0, style.ICON_HEIGHT + style.ICON_GAP)
    sizes = {lang: _around(lines[lang], style.ICON_TEXT, style.ICON_LINE, extra) for lang in languages}
    letters = {lang: initials(thing.labels[lang]) for lang in languages} if thing.kind == "Person" else {}
    return Box(thing.id, thing.kind, lines, sizes, style.ICON_HEIGHT / 2, letters=letters, status=thing.status)


def _framed(thing: Thing, languages: Sequence[str]) -> Box:
    looks = style.look(thing.kind)
    across, down = style.BOX_PADDING
    lines = {lang: wrap(thing.labels[lang], style.BOX_TEXT, looks.text_width, looks.lines) for lang in languages}
    sizes = {lang: _around(lines[lang], style.BOX_TEXT, style.BOX_LINE, (2 * across, 2 * down)) for lang in languages}
    middle = max(size[1] for size in sizes.values()) / 2
    return Box(thing.id, thing.kind, lines, sizes, middle, status=thing.status)


def _calendar(thing: Thing, languages: Sequence[str]) -> Box:
    looks = style.look(thing.kind)
    across, down = style.BOX_PADDING
    lines = {lang: wrap(thing.labels[lang], style.ICON_TEXT, looks.text_width, looks.lines) for lang in languages}
    band = {lang: wrap(_band(thing, lang), style.PILL_TEXT, looks.text_width + 90, 1)[0] for lang in languages}
    sizes = {
        lang: _around(lines[lang], style.ICON_TEXT, style.ICON_LINE, (2 * across, 2 * down + style.BAND_HEIGHT))
        for lang in languages
    }
    sizes = {
        lang: (max(size[0], round(width(band[lang], style.PILL_TEXT)) + 2 * across), size[1])
        for lang, size in sizes.items()
    }
    middle = max(size[1] for size in sizes.values()) / 2
    return Box(thing.id, thing.kind, lines, sizes, middle, band=band, status=thing.status)


def _band(thing: Thing, lang: str) -> str:
    """Return what stands in a meeting's band: its day or days, or what it is, and that it is planned or cancelled."""
    one = words()["one"].get(thing.kind, {})
    day = date_text(thing.start, lang) if not thing.end else period_text(thing.start, thing.end, lang)
    status = words()["page"][thing.status][lang] if thing.status in {"planned", "cancelled"} else ""
    return ", ".join(part for part in (day or one.get(lang) or one.get("en", thing.kind), status) if part)


def _around(lines: Sequence[str], text: int, height: int, extra: tuple[int, int]) -> tuple[int, int]:
    widest = max((width(line, text) for line in lines), default=0.0)
    return max(round(widest) + extra[0], style.ICON_HEIGHT), len(lines) * height + extra[1]
