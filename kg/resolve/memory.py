"""What a resolution remembers of the one before it, and leaves to the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from kg.gazetteer import Gazetteer
from kg.resolve.aligned import Aligned
from kg.resolve.course import Again, Course, Pairs
from kg.resolve.earlier import Earlier
from kg.resolve.groups import Groups
from kg.resolve.keys import keys
from kg.resolve.told import Digest, World
from kg.resolve.trace import Trace, trace


def _nothing(_: Sequence[tuple[str, bytes]]) -> None:
    return None


@dataclass(slots=True)
class Memory:
    """What was decided before, and what versions have in common; ``kept`` is what the next resolution may remember.

    ``told`` gives the digests of announcements of then by their ids and keys, None if one of them is not known.
    """

    before: Trace | None = None
    told: Callable[[Sequence[tuple[str, bytes]]], Sequence[Digest] | None] = _nothing
    aligned: Aligned = field(default_factory=Aligned)
    kept: Trace | None = None
    _earlier: Earlier | None = None

    def course(self, world: World, groups: Groups, gazetteer: Gazetteer) -> Course:
        """Return which things to go through: few, where few announcements are others than then."""
        earlier = Earlier(self.before, world, gazetteer) if self.before else None
        gone = self.told(earlier.told_then()) if earlier and earlier.few else None
        if earlier is None or gone is None:
            return Course(world, groups)
        self._earlier = earlier
        return Again(world, groups, gazetteer, earlier, gone)

    def keep(self, course: Course, pairs: Pairs, gazetteer: Gazetteer) -> None:
        """Keep what was decided."""
        world = course.world
        if self._earlier:
            keyed, hashes = self._earlier.keys()
        else:
            rows = [(node.number, key) for node in world.nodes for key in keys(node, gazetteer)]
            keyed, hashes = (
                np.array([node for node, _ in rows], np.int64),
                np.array([key for _, key in rows], np.uint64),
            )
        tied = [(mine.number, theirs.number) for mine, theirs in pairs]
        self.kept = trace(world, keyed, hashes, course.groups.log, course.scored, tied, course.found)
