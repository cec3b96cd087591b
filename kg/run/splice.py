"""The named graphs of a build's file: those that are as they were are copied from the last build's, many at once."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import BinaryIO

from kg.files import Piece
from kg.graph.parts import in_file
from kg.run.last import Last
from kg.run.whole import Whole


@dataclass(frozen=True, slots=True)
class _Graphs:
    """The graphs of an announcement: its place among all, and where they begin in the old file, -1 for new ones."""

    place: int
    start: int
    size: int


def spliced(whole: Whole, old: Last, file: BinaryIO) -> Iterator[bytes | Piece]:
    """Yield the named graphs in the order of the file; ``file`` is that of the ``old`` build, as it left it."""
    starts = _starts(whole, old, os.fstat(file.fileno()).st_size)
    if starts is None:
        return whole.graphs()
    order = in_file([entry.id for entry in whole.parts.entries], whole.default.base)
    graphs = [_Graphs(place, starts.get(whole.parts.entries[place].id, -1), whole.sizes[place]) for place in order]
    return _pieces(graphs, whole, file)


def _pieces(graphs: Sequence[_Graphs], whole: Whole, file: BinaryIO) -> Iterator[bytes | Piece]:
    ends = [0, *(one.start + one.size for one in graphs)]
    run, runs = 0, []
    for one, end in zip(graphs, ends, strict=False):  # a run is new, or lies in one piece in the old file
        run += one.start < 0 or one.start != end
        runs.append(run)
    numbered = zip(runs, graphs, strict=True)
    for _, found in groupby(numbered, key=lambda pair: pair[0]):
        some = [one for _, one in found]
        if some[0].start < 0:
            yield from whole.parts.graphs([one.place for one in some])
        else:
            yield Piece(file, some[0].start, sum(one.size for one in some))


def _starts(whole: Whole, old: Last, end: int) -> Mapping[str, int] | None:
    """Return where in the old file, which is so long, the graphs begin that are the same now, by announcement.

    None where that can't be told, since the cache has lost what was there, or where most of it is others.
    """
    now = {entry.id: place for place, entry in enumerate(whole.parts.entries)}
    same = {id_: now[id_] for id_, key in old.parts.items() if id_ in now and whole.parts.keys[now[id_]] == key}
    others = [id_ for id_ in old.parts if id_ not in same]
    if len(others) > len(same):
        return None
    sizes = {id_: whole.sizes[place] for id_, place in same.items()}
    for id_, graphs in zip(others, whole.parts.earlier([old.parts[id_] for id_ in others]), strict=True):
        if graphs is None:
            return None
        sizes[id_] = len(graphs)
    ids, found = list(old.parts), {}
    for place in reversed(in_file(ids, old.base)):
        end -= sizes[ids[place]]
        found[ids[place]] = end
    return {id_: found[id_] for id_ in same}
