"""Which things each step of a resolution goes through: all, or those of which it may decide otherwise than before.

A step decides by parts: what nothing brings together, not even by way of others, is decided apart. A part in which
nothing is new and nothing has changed is joined as it was (see kg.resolve.again).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.resolve.aligned import Aligned, Steps, join_aligned
from kg.resolve.groups import Groups
from kg.resolve.naming import Named
from kg.resolve.score import Score
from kg.resolve.scored import Scored
from kg.resolve.told import Told, World
from kg.resolve.versions import Alike, alike

if TYPE_CHECKING:
    from kg.resolve.keys import ByName
    from kg.resolve.people import Compared

Doubts = dict[tuple[int, int], Score]
Pairs = Sequence[tuple[Told, Told]]

NAMES, _, PEOPLE, VERSIONS, PEOPLE_AGAIN, MEMBERSHIPS, MEETINGS = range(7)
"""The stretches of a resolution, each of which ends with Joins.end."""

OF_PEOPLE, OF_MEETINGS = range(2)
"""The kinds of doubts that are kept."""


class Course:
    """Goes through all; ``keeps`` tells whether what is found is to be kept for the next resolution."""

    def __init__(self, world: World, groups: Groups, *, keeps: bool = False) -> None:
        self.world, self.groups, self.keeps = world, groups, keeps
        self.by_name: ByName | None = None
        self.scored: list[Alike] = []
        self.found: list[Doubts] = [{}, {}]
        self.steps = Steps()
        self.scores = {PEOPLE: Scored(), PEOPLE_AGAIN: Scored()}

    def names(self) -> World:
        """Return the world in which things are joined by their names."""
        return self.world

    def parts(self) -> tuple[set[int] | None, set[int] | None]:
        """Return which nodes are called as parts are, and as parts of others are, None where it is not known."""
        size = len(self.world.nodes)
        if not (known := self.by_name):
            return None, None
        return {number for number in known.parts if number < size}, {number for number in known.owned if number < size}

    def people(self, stretch: int, compared: Compared) -> World:
        """Return the world in which people are joined; what is known of these is given to what is ``compared``."""
        return self.world

    def compared(self, stretch: int, found: Compared) -> None:
        """Take note of what was compared in a stretch."""
        if self.keeps:
            self.scores[stretch].take(found.scores)

    def meetings(self, pairs: Pairs) -> World:
        """Return the world in which meetings are joined, some of them told of in ``pairs`` of versions."""
        return self.world

    def memberships(self) -> World:
        """Return the world in which memberships are joined."""
        return self.world

    def align(self, pairs: Pairs, memory: Aligned | None) -> Doubts:
        """Join what corresponds in versions, and return what only may correspond."""
        return join_aligned(pairs, self.world, self.groups, memory, self.steps)

    def alike(self) -> list[Alike]:
        """Return the announcements that may be versions."""
        self.scored = alike(self.world, self.groups)
        return self.scored

    def named(self) -> dict[int, Named]:
        """Return the things that are as they were, by the nodes that stand for them."""
        return {}

    def doubts(self, kind: int, found: Doubts) -> Doubts:
        """Return all doubts of a kind by those that were found."""
        self.found[kind] = found
        return found
