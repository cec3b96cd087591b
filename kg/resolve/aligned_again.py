"""Versions of announcements in which nothing is otherwise are aligned as they were; only the others are gone through.

What is joined in two versions depends on what they tell, and on the groups of their things: what is in these, and which
of them are told of together. So where something is joined otherwise than then, all versions that tell of it are gone
through from there on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.resolve.aligned import ROUNDS, Aligned, Steps, align
from kg.resolve.groups import Groups
from kg.resolve.joins import Join
from kg.resolve.score import Score
from kg.resolve.told import Told, World

At = tuple[int, int, int]
"""A round, and two announcements by their numbers."""


@dataclass(frozen=True, slots=True)
class Then:
    """What was joined and doubted in versions then, and which were gone through; of some nothing is told any more.

    ``lost`` are nodes that were joined in versions that are none now.
    """

    pairs: Collection[tuple[int, int]]
    joins: Mapping[At, Sequence[Join]]
    doubts: Mapping[At, Sequence[tuple[int, int, Score]]]
    lost: Collection[int] = field(default_factory=tuple)


class Realigning:
    """Goes through versions again of which something is told otherwise, or joined otherwise."""

    def __init__(self, pairs: Sequence[tuple[Told, Told]], then: Then, world: World, groups: Groups) -> None:
        self._pairs, self._then, self._world, self._groups = pairs, then, world, groups
        self._of: dict[int, list[int]] = defaultdict(list)
        self._otherwise: set[int] = set()
        for place, (mine, theirs) in enumerate(pairs):
            self._of[mine.number].append(place)
            self._of[theirs.number].append(place)
            if (mine.number, theirs.number) not in then.pairs:
                self._otherwise.add(place)

    def tell(self, told: Iterable[int]) -> None:
        """Have the versions of some announcements gone through."""
        for number in told:
            self._otherwise.update(self._of.get(number, ()))

    def joined(self, nodes: Iterable[int]) -> None:
        """Have the versions gone through that tell of some nodes, or of what is one with them."""
        for node in nodes:
            if node < len(self._world.nodes):
                self.tell(self._groups.told(node))

    def apart(self, one: int, other: int, but: Collection[int]) -> None:
        """Have the versions gone through of which one tells of a group and one of another.

        That is, if no announcement, but perhaps some, tells of both.
        """
        mine, theirs = (set(self._groups.told(group)) for group in (one, other))
        if (mine & theirs).issubset(but):
            for place in {place for number in mine for place in self._of.get(number, ())}:
                numbers = [told.number for told in self._pairs[place]]
                if not mine.isdisjoint(numbers) and not theirs.isdisjoint(numbers):
                    self._otherwise.add(place)

    def align(self, memory: Aligned, steps: Steps) -> dict[tuple[int, int], Score]:
        """Join what corresponds, as ``join_aligned`` does; the ``steps`` are taken down."""
        self.joined(self._then.lost)
        for round_ in range(ROUNDS):
            joined = False
            for place, (mine, theirs) in enumerate(self._pairs):
                at = round_, mine.number, theirs.number
                if place in self._otherwise:
                    joined |= self._anew(at, mine, theirs, memory, steps)
                elif at in self._then.joins or at in self._then.doubts:
                    joined |= self._as_then(at, steps)
            if not joined:
                break
        return steps.doubts(self._groups)

    def _anew(self, at: At, mine: Told, theirs: Told, memory: Aligned, steps: Steps) -> bool:
        log = self._groups.log
        logged, then = len(log.ones), {join[:2] for join in self._then.joins.get(at, ())}
        scores, joined = align(mine, theirs, self._world, self._groups, memory)
        now = set(zip(log.ones[logged:], log.others[logged:], strict=True))
        self.joined({node for pair in then ^ now for node in pair})
        steps.take(at, len(now), scores)
        return joined

    def _as_then(self, at: At, steps: Steps) -> bool:
        of = self._groups.of
        doubts = {(of(one), of(other)): score for one, other, score in self._then.doubts.get(at, ())}
        joins = self._then.joins.get(at, ())
        for one, other, why in joins:
            mine, theirs = sorted((of(one), of(other)))
            self._groups.again([(mine, theirs, why)])
        steps.take(at, len(joins), doubts)
        return bool(joins)
