"""A world put together of what was told before and the few announcements that are others now.

Of what is told as before only what is asked for is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, overload

import numpy as np

from kg.resolve.columns import (
    OF_HELD,
    OF_MET,
    OF_POST,
    Columns,
    Numbers,
    held_of,
    in_rows,
    met_of,
    posts_of,
    shortening_of,
    tying_of,
)
from kg.resolve.joins import NONE
from kg.resolve.told import LAST, OF_MARK, Digest, Node, Said, Told, World, as_node, mark, own, placed
from kg.resolve.trace import Trace
from kg.resolve.tracing import unpacked

_FEW = 20  # announcements, or a twentieth of all: of more that changed, all is decided anew

Key = tuple[str, bytes]
"""The id of an announcement and a hash of what it tells, b"" if that is not known."""

Read = Callable[[Sequence[Key]], Sequence[Digest] | None]
"""Gives the digests of announcements, None if one of them is not known."""


def recalled(then: Trace, now: Sequence[Key], read: Read) -> World | None:
    """Return the world of the announcements that are told ``now``, None where too many are others or one is lost."""
    if not now:
        return None
    places = {id_: place for place, (id_, *_) in enumerate(then.told)}
    same, others = [], []
    for id_, key in now:
        place = places.get(id_, -1)
        if place >= 0 and key and then.told[place][1] == key:
            same.append(place)
        else:
            others.append((id_, key))
    if len(then.told) - len(same) + len(others) > max(_FEW, len(now) // 20):
        return None
    fresh = read(others) if others else ()
    return None if fresh is None else _Recalling(then, same, fresh, read).world()


class _Recalling:
    """Numbers announcements and nodes anew; until then these have the numbers of then, new ones those behind them."""

    def __init__(self, then: Trace, same: Sequence[int], fresh: Sequence[Digest], read: Read) -> None:
        self._then, self._read = then, read
        about = then.told
        order: list[tuple[str, str, int | Digest]] = [(about[at][2] or LAST, about[at][0], at) for at in same]
        order += [(one.day or LAST, one.id, one) for one in fresh]
        self._order = [source for _, _, source in sorted(order, key=lambda row: row[:2])]
        self._types, self._known = unpacked(then.types), then.known
        self._new: list[Said] = []
        self._shared: dict[bytes, int] = {
            then.marks[at : at + OF_MARK]: node
            for at, node in zip(range(0, len(then.marks), OF_MARK), unpacked(then.marked).tolist(), strict=True)
        }
        self._nodes_of = {one.id: [self._node(said, one.id) for said in one.things] for one in fresh}

    def _node(self, said: Said, id_: str) -> int:
        number = len(self._types) + len(self._new)
        if not own(said, id_):
            marked = mark(said)
            node: int = self._shared.setdefault(marked, number)
            if node != number:
                return node
        self._new.append(said)
        return number

    def world(self) -> World:
        """Return the world."""
        sizes, nodes = self._things()
        first = np.unique(nodes, return_index=True)
        numbers = np.full(len(self._types) + len(self._new) + 1, NONE)  # the last is that of none
        numbers[first[0][np.argsort(first[1])]] = np.arange(len(first[0]))
        nodes = numbers[nodes]
        told, fresh = self._told(sizes, nodes)
        columns = self._columns(sizes, nodes, numbers, [told[number] for number in fresh])
        found = World(told, (), columns)
        found.nodes = _Nodes(found, fresh, columns)
        return found

    def _things(self) -> tuple[Numbers, Numbers]:
        """Return how many things each announcement tells of now, and the nodes of all of them."""
        sizes, nodes = unpacked(self._then.sizes), unpacked(self._then.nodes)
        ends = np.cumsum(sizes).tolist()
        starts = [0, *ends]
        found = [
            nodes[starts[one] : ends[one]] if isinstance(one, int) else np.array(self._nodes_of[one.id], np.int64)
            for one in self._order
        ]
        return np.array([len(some) for some in found], np.int64), np.concatenate(found)

    def _told(self, sizes: Numbers, nodes: Numbers) -> tuple[list[Told], dict[int, Digest]]:
        """Return all announcements, and the digests of those that are others now by their numbers."""
        told: list[Told] = []
        fresh: dict[int, Digest] = {}
        flat, end = nodes.tolist(), 0
        keys = [self._then.keys[place] for place in unpacked(self._then.keyed_as).tolist()]
        for number, (one, size) in enumerate(zip(self._order, sizes.tolist(), strict=True)):
            start, end = end, end + size
            if isinstance(one, int):
                told.append(_Told(number, self._then.told[one], keys[one], tuple(flat[start:end]), self._read))
            else:
                told.append(placed(one, number, [*flat[start:end], NONE], one.keys))
                fresh[number] = one
        return told, fresh

    def _columns(self, sizes: Numbers, nodes: Numbers, numbers: Numbers, fresh: Sequence[Told]) -> Columns:
        """Return what is told, by the numbers of now, which are given by those of then."""
        then = self._then
        now = np.full(len(then.told), NONE)
        now[[one for one in self._order if isinstance(one, int)]] = [
            number for number, one in enumerate(self._order) if isinstance(one, int)
        ]
        days = {day: place for place, day in enumerate(then.days)}
        rows = [
            (in_rows(unpacked(then.posts), OF_POST), posts_of(fresh)),
            (in_rows(unpacked(then.met), OF_MET), met_of(fresh)),
            (in_rows(unpacked(then.held), OF_HELD), held_of(fresh, days)),
        ]
        for some, _ in rows:
            some[:, 0] = now[some[:, 0]]
        for some, _ in rows[:2]:
            some[:, 1:] = numbers[some[:, 1:]]
        posts, met, held = (np.concatenate((some[some[:, 0] != NONE], new)) for some, new in rows)
        classes = {type_: place for place, type_ in enumerate(then.classes)}
        new = [classes.setdefault(said[0], len(classes)) for said in self._new]
        types, of_type = np.empty(int(numbers.max()) + 1, np.int64), np.concatenate((self._types, new)).astype(np.int64)
        types[numbers[:-1][numbers[:-1] != NONE]] = of_type[numbers[:-1] != NONE]
        size = len(self._types)
        known = {**then.known, **{size + place: said[2] for place, said in enumerate(self._new) if said[2]}}
        at = numbers.tolist()
        marks = {mark_: at[node] for mark_, node in self._shared.items() if at[node] != NONE}
        lists = (
            [*(n for n in now[unpacked(some)].tolist() if n != NONE), *of_fresh]
            for some, of_fresh in ((then.tying, tying_of(fresh)), (then.shortening, shortening_of(fresh)))
        )
        tying, shortening = map(sorted, lists)
        return Columns(
            sizes,
            nodes,
            posts,
            met,
            types,
            tuple(classes),
            {at[node]: row for node, row in known.items() if at[node] != NONE},
            np.array(list(marks.values()), np.int64),
            b"".join(marks),
            tuple(days),
            held,
            tying,
            shortening,
        )


class _Told(Told):
    """An announcement that tells what it told; what it tells of its things is read when it is asked for."""

    __slots__ = ("_read", "things_said")

    def __init__(
        self,
        number: int,
        about: tuple[str, bytes, str, str],
        keys: tuple[str, ...],
        nodes: tuple[int, ...],
        read: Read,
    ) -> None:
        self.id, self.key, self.day, self.lang = about
        self.number, self.keys, self.nodes, self._read = number, keys, nodes, read

    def __getattr__(self, name: str) -> Any:
        """Read what is not known yet."""
        if name not in ("posts", "met", "ties", "values", "shorts", "things_said"):
            raise AttributeError(name)
        digests = self._read([(self.id, self.key)])
        assert digests  # it was told by the same key
        self.things_said = digests[0].things
        whole = placed(digests[0], self.number, [*self.nodes, NONE], self.keys)
        self.posts, self.met, self.shorts = whole.posts, whole.met, whole.shorts
        self.ties, self.values = whole.ties, whole.values
        return getattr(self, name)


class _Nodes(Sequence[Node]):
    """The nodes of a world, each read where it is told of first when it is asked for."""

    def __init__(self, world: World, fresh: Mapping[int, Digest], columns: Columns) -> None:
        self._world, self._fresh = world, fresh
        self._held: list[Node | None] = [None] * len(columns.types)

    def __len__(self) -> int:
        return len(self._held)

    def __iter__(self) -> Iterator[Node]:
        return map(self._at, range(len(self._held)))

    @overload
    def __getitem__(self, at: int) -> Node: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Node]: ...

    def __getitem__(self, at: int | slice) -> Node | Sequence[Node]:
        return list(map(self._at, range(len(self._held))[at])) if isinstance(at, slice) else self._at(at)

    def _at(self, number: int) -> Node:
        node = self._held[number]
        if node is None:
            told, place = self._world.where(number)
            one = self._world.told[told]
            things = one.things_said if isinstance(one, _Told) else self._fresh[told].things
            node = self._held[number] = as_node(number, things[place])
        return node
