"""What a resolution remembers of the one before it, and leaves to the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.gazetteer import Gazetteer
from kg.records import Entity
from kg.resolve.aligned import Aligned
from kg.resolve.course import PEOPLE, PEOPLE_AGAIN, Course, Pairs
from kg.resolve.groups import Groups
from kg.resolve.naming import Named
from kg.resolve.told import Digest, World
from kg.resolve.trace import Trace

if TYPE_CHECKING:
    from kg.resolve.earlier import Earlier


def _nothing(_: Sequence[tuple[str, bytes]]) -> None:
    return None


@dataclass(slots=True)
class Memory:
    """What was decided before, with its ``entities``, and what versions have in common.

    ``kept`` is what the next resolution may remember.

    ``now`` are the ids and keys of all announcements, if they are known. ``told`` gives digests by ids and keys, of
    announcements of then and of now, None if one of them is not known.
    """

    before: Trace | None = None
    entities: Sequence[Entity] = ()
    told: Callable[[Sequence[tuple[str, bytes]]], Sequence[Digest] | None] = _nothing
    aligned: Aligned = field(default_factory=Aligned)
    kept: Trace | None = None
    now: Sequence[tuple[str, bytes]] = ()

    def world(self) -> World | None:
        """Return the world of now, of which only what is others than then is read; None where that is too much."""
        if not (self.before and self.now and all(key for _, key, *_ in self.before.told)):
            return None
        from kg.resolve.recalled import recalled

        return recalled(self.before, self.now, self.told)

    def recall(self, world: World, gazetteer: Gazetteer) -> Earlier | None:
        """Return what was decided before, None where the world was not put together of what was told then."""
        if not (self.before and world.columns):
            return None
        from kg.resolve.earlier import Earlier

        earlier = Earlier(self.before, world)
        gone = self.told(earlier.told_then())
        if gone is None:
            return None
        earlier.place(world, gazetteer, gone)
        return earlier

    def course(self, world: World, groups: Groups, gazetteer: Gazetteer, earlier: Earlier | None) -> Course:
        """Return which things to go through by what was decided before."""
        if earlier is None:
            return Course(world, groups, keeps=True)
        from kg.resolve.again import Again

        return Again(world, groups, gazetteer, earlier, self.entities)

    def keep(self, course: Course, pairs: Pairs, gazetteer: Gazetteer, found: Sequence[Named]) -> None:
        """Keep what was decided; what was ``found`` is the things, none if they will be judged."""
        from kg.resolve.columns import columns
        from kg.resolve.keys import by_name
        from kg.resolve.tracing import trace

        known = course.by_name or by_name(course.world.nodes, gazetteer)
        tied = [(mine.number, theirs.number) for mine, theirs in pairs]
        tells = course.world.columns or columns(course.world)
        compared = [course.scores[stretch] for stretch in (PEOPLE, PEOPLE_AGAIN)]
        log, doubts = course.groups.log, course.found
        self.kept = trace(course.world, known, log, course.scored, tied, doubts, found, tells, compared, course.steps)
