"""What all announcements tell, as columns of numbers, in which what something touched is found quickly."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from kg.resolve.told import Told, World

Numbers = NDArray[np.int64]

TOLD, POST, MEMBER, BODY, ROLE = range(5)
"""The columns of posts: the announcement, the membership, and who, where and as what, -1 for what is not told."""

OF_POST, OF_MET, OF_HELD = 5, 2, 2
"""How many columns there are."""


@dataclass(frozen=True, slots=True)
class Columns:
    """How many things announcements tell of and their nodes one after the other, and what is told of them.

    ``posts`` and ``met`` are in rows: posts as above, and announcements with whoever or whatever is at their meetings.
    ``types`` are places in ``classes``, ``known`` rows of the gazetteer, by nodes. ``marked`` are nodes of which others
    may tell too, with a mark of each, one after the other. ``held`` are in rows: announcements with
    the days of their meetings, which are places in ``days``. ``tying`` and ``shortening`` are announcements that
    tell of ties and have short forms.
    """

    sizes: Numbers
    nodes: Numbers
    posts: Numbers
    met: Numbers
    types: Numbers
    classes: tuple[str, ...]
    known: Mapping[int, str]
    marked: Numbers
    marks: bytes
    days: tuple[str, ...]
    held: Numbers
    tying: Sequence[int]
    shortening: Sequence[int]

    def type_of(self, node: int) -> str:
        """Return the type of a node."""
        type_: int = self.types[node]
        return self.classes[type_]

    def of_type(self, types: Collection[str], scope: Sequence[int] | None = None) -> list[int]:
        """Return the nodes of some types, all or those in a scope."""
        nodes = np.arange(len(self.types)) if scope is None else np.array(scope, np.int64)
        wanted = [place for place, type_ in enumerate(self.classes) if type_ in types]
        found: list[int] = nodes[np.isin(self.types[nodes], wanted)].tolist()
        return found

    def on(self, day: str) -> list[int]:
        """Return the announcements that tell of meetings of a day."""
        place = self.days.index(day) if day in self.days else -1
        found: list[int] = self.held[self.held[:, 1] == place, 0].tolist()
        return found

    def where(self) -> tuple[array[int], array[int], array[int]]:
        """Return where each node is told of: where its own begin in the others, the announcements and the places."""
        order = np.argsort(self.nodes, kind="stable")
        numbers = np.repeat(np.arange(len(self.sizes)), self.sizes)
        places = np.arange(len(self.nodes)) - np.repeat(np.cumsum(self.sizes) - self.sizes, self.sizes)
        starts = np.concatenate(([0], np.cumsum(np.bincount(self.nodes, minlength=len(self.types)))))
        return _array(starts), _array(numbers[order]), _array(places[order])


def columns(world: World) -> Columns:
    """Return what is told in a world that is gone through."""
    sizes = np.array([len(told.nodes) for told in world.told], np.int64)
    nodes = np.fromiter(chain.from_iterable(told.nodes for told in world.told), np.int64, int(sizes.sum()))
    classes: dict[str, int] = {}
    types = np.array([classes.setdefault(node.type, len(classes)) for node in world.nodes], np.int64)
    marked, marks = world.marks
    days: dict[str, int] = {}
    held = held_of(world.told, days)
    return Columns(
        sizes,
        nodes,
        posts_of(world.told),
        met_of(world.told),
        types,
        tuple(classes),
        world.known(),
        np.array(marked, np.int64),
        marks,
        tuple(days),
        held,
        tying_of(world.told),
        shortening_of(world.told),
    )


def posts_of(told: Iterable[Told]) -> Numbers:
    """Return the posts of which announcements tell."""
    posts: list[int] = []
    for one in told:
        for post in one.posts:
            posts += (one.number, post.node, post.member, post.body, post.role)
    return in_rows(np.array(posts, np.int64), OF_POST)


def met_of(told: Iterable[Told]) -> Numbers:
    """Return announcements with whoever or whatever is at their meetings."""
    met: list[int] = []
    for one in told:
        there = {node for each in one.met for node in chain(each.present, each.organizers, each.places)}
        met += chain.from_iterable((one.number, node) for node in sorted(there))
    return in_rows(np.array(met, np.int64), OF_MET)


def held_of(told: Iterable[Told], days: dict[str, int]) -> Numbers:
    """Return announcements with the days of their meetings, which are places in a table that grows."""
    rows = ((one.number, day) for one in told for day in dict.fromkeys(met.day for met in one.met))
    held = [number for one, day in rows for number in (one, days.setdefault(day, len(days)))]
    return in_rows(np.array(held, np.int64), OF_HELD)


def tying_of(told: Iterable[Told]) -> list[int]:
    """Return the announcements that tell of ties."""
    return [one.number for one in told if one.ties]


def shortening_of(told: Iterable[Told]) -> list[int]:
    """Return the announcements that have short forms of names."""
    return [one.number for one in told if one.shorts]


def distinct(numbers: Numbers) -> Numbers:
    """Return each number once, sorted: in a fifth of the time that numpy.unique takes."""
    found = np.sort(numbers)
    once: Numbers = found[np.concatenate((np.ones(min(len(found), 1), bool), found[1:] != found[:-1]))]
    return once


def in_rows(numbers: Numbers, width: int) -> Numbers:
    """Return numbers that stand one after the other in rows."""
    return numbers.reshape(-1, width)


def _array(numbers: Numbers) -> array[int]:
    found = array("I")
    found.frombytes(numbers.astype(np.uint32).tobytes())
    return found
