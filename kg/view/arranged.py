"""All stretches of a picture together: every thing, every relation's ends and every announcement as a number."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any

import numpy as np

from kg.view import columns
from kg.view.blocks import piece
from kg.view.communities import Numbers
from kg.view.groups import Plan
from kg.view.memory import recalled_bytes
from kg.view.shown import Outline, Shown, Sketch, Stretch, borders
from kg.view.things import Thing

_ANNOUNCEMENTS = 256  # a stretch has more than so many


@dataclass(frozen=True, slots=True)
class Arranged:
    """What is shown in the order of its stretches: IRIs and kinds of things, ends of relations, announcements (ids).

    ``starts`` has the number of the first thing of each stretch, and how many there are in all.
    """

    stretches: Sequence[Stretch]
    sketches: Sequence[Sketch]
    starts: Sequence[int]
    iris: Sequence[str]
    kinds: Sequence[str]
    ends: tuple[Numbers, Numbers]
    announced: Sequence[str]
    said_in: Numbers

    def thing(self, number: int) -> Thing:
        """Return a thing with its values."""
        return self.stretches[bisect_right(self.starts, number) - 1].thing(self.iris[number])

    def base(self) -> str:
        """Return what all IRIs begin with, up to a slash: what is common to the first and the last is to all."""
        first, last = self.iris[0], self.iris[-1]
        same = next((place for place, (one, other) in enumerate(zip(first, last, strict=False)) if one != other), -1)
        return first[: first.rfind("/", 0, same if same >= 0 else len(first)) + 1]


def arranged(what: Shown) -> Arranged:
    """Return what is shown, arranged."""
    sketches = [stretch.sketch() for stretch in what.stretches]
    outlines = [sketch.outline for sketch in sketches]
    iris = [iri for one in outlines for iri in one.iris]
    starts = [0, *accumulate(len(one.iris) for one in outlines)]
    announced = sorted({id_ for one in outlines for id_ in one.announced})
    number = {id_: place for place, id_ in enumerate(announced)}
    said_in = [_looked_up([number[id_] for id_ in one.announced], one.said_in) for one in outlines]
    return Arranged(
        what.stretches,
        sketches,
        starts,
        iris,
        [kind for one in outlines for kind in one.kinds],
        _ends(outlines, starts, iris),
        announced,
        _all(said_in),
    )


def _ends(outlines: Sequence[Outline], starts: Sequence[int], iris: Sequence[str]) -> tuple[Numbers, Numbers]:
    place = {iri: number for number, iri in enumerate(iris)}
    sources, targets = [], []
    for one, (first, end) in zip(outlines, pairwise(starts), strict=True):
        called = [*range(first, end), *(place[iri] for iri in one.others)]
        sources.append(_looked_up(called, one.sources))
        targets.append(_looked_up(called, one.targets))
    return _all(sources), _all(targets)


def _looked_up(table: Sequence[int], places: Sequence[int]) -> Numbers:
    return np.array(table, np.int64)[np.array(places, np.int64)]


def _all(columns: Sequence[Numbers]) -> Numbers:
    return np.concatenate(columns) if columns else np.zeros(0, np.int64)


def core_pieces(what: Shown, own: Arranged, plan: Plan, disputed: Sequence[dict[str, Any]]) -> Iterator[bytes]:
    """Yield the pieces of a list: data of stretches of things, data of stretches of announcements, what joins them."""
    for sketch in own.sketches:
        yield sketch.core
    rows = [(id_, *what.documents.get(id_, ("", "", ""))) for id_ in own.announced]
    for first, end in borders(own.announced, _ANNOUNCEMENTS):
        some = rows[first:end]
        yield recalled_bytes(
            what.memory,
            "announcements",
            (some, list(what.languages)),
            lambda: piece(columns.announcements(some, what.languages)),  # noqa: B023
        )
    joint = {
        "base": own.base(),
        "order": plan.order,
        "shelves": {
            "first": [one.first for one in plan.shelves],
            "end": [one.end for one in plan.shelves],
            "parent": [one.parent for one in plan.shelves],
        },
        "from": own.ends[0].tolist(),
        "to": own.ends[1].tolist(),
        "saidIn": own.said_in.tolist(),
        "disputes": disputed,
    }
    yield piece(joint)
