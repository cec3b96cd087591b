"""Packs what is kept of a resolution."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from kg.resolve.aligned import Steps
from kg.resolve.columns import Columns
from kg.resolve.joins import Joins
from kg.resolve.keys import ByName, Keyed, Numbers
from kg.resolve.naming import Named
from kg.resolve.score import Score
from kg.resolve.scored import Scored
from kg.resolve.told import World
from kg.resolve.trace import Compared, Trace
from kg.resolve.versions import Alike

Doubts = dict[tuple[int, int], Score]


def trace(
    world: World,
    names: ByName,
    joins: Joins,
    alike: Sequence[Alike],
    pairs: Sequence[tuple[int, int]],
    doubts: Sequence[Doubts],
    found: Sequence[Named],
    tells: Columns,
    compared: Sequence[Scored],
    steps: Steps,
) -> Trace:
    """Return what is to be kept of a resolution."""
    scored = tuple(score for score, _, _ in alike)
    table: dict[Score, int] = {}
    keys: dict[tuple[str, ...], int] = {}
    keyed_as = packed([keys.setdefault(one.keys, len(keys)) for one in world.told])
    people, meetings = (_doubts(some, table) for some in doubts)
    left = packed(n for at, one, other, s in steps.open for n in (*at, one, other, table.setdefault(s, len(table))))
    return Trace(
        tuple((one.id, one.key, one.day, one.lang) for one in world.told),
        tuple(keys),
        keyed_as,
        packed(tells.sizes),
        packed(tells.nodes),
        packed(tells.posts.reshape(-1)),
        packed(tells.met.reshape(-1)),
        packed(tells.types),
        tells.classes,
        dict(tells.known),
        packed(tells.marked),
        tells.marks,
        tells.days,
        packed(tells.held.reshape(-1)),
        packed(tells.tying),
        packed(tells.shortening),
        _keyed(names.keyed, len(world.nodes)),
        _keyed(names.loose, len(world.nodes)),
        {number: row for number, row in names.rows.items() if number < len(world.nodes)},
        {number: whose for number, whose in names.states.items() if number < len(world.nodes)},
        packed(sorted(number for number in names.parts if number < len(world.nodes))),
        packed(sorted(number for number in names.owned if number < len(world.nodes))),
        joins.ones.tobytes(),
        joins.others.tobytes(),
        joins.whys.tobytes(),
        tuple(joins.reasons),
        tuple(joins.ends),
        (packed([one for _, one, _ in alike]), packed([other for _, _, other in alike]), scored),
        (packed([mine for mine, _ in pairs]), packed([theirs for _, theirs in pairs])),
        (people, meetings),
        tuple(table),
        (_compared(compared[0]), _compared(compared[1])),
        packed(n for at, count in steps.joins for n in (*at, count)),
        left,
        packed([one.root for one in found]),
        {place: one.text for place, one in enumerate(found) if one.text != one.entity.slug},
    )


def _keyed(some: Keyed, size: int) -> tuple[bytes, bytes]:
    here = some[0] < size
    return packed(some[0][here]), some[1][here].tobytes()


def _doubts(some: Mapping[tuple[int, int], Score], table: dict[Score, int]) -> tuple[bytes, bytes, bytes]:
    which = [table.setdefault(score, len(table)) for score in some.values()]
    return packed([one for one, _ in some]), packed([other for _, other in some]), packed(which)


def _compared(some: Scored) -> Compared:
    return some.ones.tobytes(), some.others.tobytes(), some.which.tobytes(), tuple(some.scores)


def packed(numbers: Iterable[int] | Numbers) -> bytes:
    """Return numbers in four bytes each."""
    if isinstance(numbers, np.ndarray):
        return numbers.astype(np.int32).tobytes()
    return array("i", numbers).tobytes()


def unpacked(data: bytes) -> Numbers:
    """Return the numbers that were packed."""
    return np.frombuffer(data, np.int32).astype(np.int64)
