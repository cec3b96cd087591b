"""Who is who: the steps of resolution in their order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from kg.gazetteer import Gazetteer, load
from kg.records import Doubt, Extraction, Judgement, Resolution
from kg.resolve.course import OF_MEETINGS, OF_PEOPLE, PEOPLE, PEOPLE_AGAIN, Course
from kg.resolve.digest import digest
from kg.resolve.groups import Groups
from kg.resolve.judged import Orders, announcements_meant, obey, orders, refusals
from kg.resolve.meetings import join_meetings
from kg.resolve.memory import Memory
from kg.resolve.named import join_acronyms, join_embassies, join_known, join_meant, join_named
from kg.resolve.naming import Named, named
from kg.resolve.parts import join_parts
from kg.resolve.people import Compared, forget, join_people
from kg.resolve.renamed import join_renamed
from kg.resolve.rows import recognise
from kg.resolve.score import Score, Scoring, scored
from kg.resolve.shortened import join_short
from kg.resolve.tenures import join_memberships
from kg.resolve.told import Digest, World, gather
from kg.resolve.versions import versions
from kg.resolve.whose_state import whose_states

if TYPE_CHECKING:
    from kg.resolve.keys import ByName

Doubts = dict[tuple[int, int], Score]
_MANY = 5_000  # announcements: of as many, what is remembered of names is worth letting go of before meetings


def resolve(
    extractions: Iterable[Extraction],
    gazetteer: Gazetteer | None = None,
    judgements: Sequence[Judgement] = (),
    scoring: Scoring = scored,
) -> Resolution:
    """Return who is who in all announcements; the same input in any order gives the same result.

    ``extractions`` are gone through once and not kept. ``judgements`` are obeyed whatever the program would decide; the
    slugs they name are those that it gives without any judgements or those of the result. ``scoring`` compares people
    and meetings, which is half of the work; a cluster may do it.
    """
    gazetteer = gazetteer or load()
    alone = announcements_meant(judgements)
    return decide((digest(one, gazetteer, alone) for one in extractions), gazetteer, judgements, scoring)


def decide(
    digests: Iterable[Digest],
    gazetteer: Gazetteer,
    judgements: Sequence[Judgement] = (),
    scoring: Scoring = scored,
    memory: Memory | None = None,
) -> Resolution:
    """Return who is who as ``resolve`` does, from digests of the announcements, which fit the judgements.

    With a ``memory`` of what was decided before, only what something touched is read and decided anew.
    """
    world = (memory.world() if memory else None) or gather(digests, marking=bool(memory))
    plain = _decide(world, gazetteer, Orders(), judgements, scoring, memory)
    if not judgements:
        return plain
    given = orders(judgements, world, [plain.entities])
    present = _decide(world, gazetteer, given, judgements, scoring)
    again = orders(judgements, world, [plain.entities, present.entities])
    return present if again == given else _decide(world, gazetteer, again, judgements, scoring)


def _decide(
    world: World,
    gazetteer: Gazetteer,
    given: Orders,
    judgements: Sequence[Judgement],
    scoring: Scoring,
    memory: Memory | None = None,
) -> Resolution:
    earlier = memory.recall(world, gazetteer) if memory else None
    groups = Groups(world, earlier.by_name.states if earlier else whose_states(world.nodes, gazetteer))
    course = memory.course(world, groups, gazetteer, earlier) if memory else Course(world, groups)
    idle = dict(given.idle)
    obey(given, groups, judgements, idle)
    join_by_name(course.names(), groups, gazetteer, course.by_name)
    groups.log.end()
    join_short(world, groups)
    parts, owned = course.parts()
    join_parts(world, groups, parts, owned)
    groups.log.end()
    compared = Compared()
    join_people(course.people(PEOPLE, compared), groups, gazetteer, scoring, compared, versions_known=False)
    course.compared(PEOPLE, compared)
    groups.log.end()
    pairs = versions(world, course.alike())
    doubts: Doubts = course.align(pairs, memory.aligned if memory else None)
    join_parts(world, groups, parts, owned)
    groups.log.end()
    alike = join_people(course.people(PEOPLE_AGAIN, compared), groups, gazetteer, scoring, compared)
    doubts |= course.doubts(OF_PEOPLE, alike)
    course.compared(PEOPLE_AGAIN, compared)
    groups.log.end()
    compared.people, compared.scores = {}, {}  # a third of all that is held
    if len(world.told) >= _MANY:
        forget()
    join_memberships(course.memberships(), groups)
    groups.log.end()
    doubts |= course.doubts(OF_MEETINGS, join_meetings(course.meetings(pairs), groups, pairs, scoring))
    groups.log.end()
    things = named(world, groups, gazetteer, given.names(), course.named())
    if memory:
        memory.keep(course, pairs, gazetteer, () if judgements else things)
    found = tuple(one.entity for one in things)
    return Resolution(found, _doubts(doubts, things, groups), refusals(judgements, idle))


def join_by_name(world: World, groups: Groups, gazetteer: Gazetteer, known: ByName | None) -> None:
    """Join what bears one name or is one row of the gazetteer."""
    join_known(world, groups)
    join_named(world, groups)
    join_meant(world, groups)
    join_renamed(world, groups)
    recognise(world, groups, gazetteer, known.rows if known else None)
    join_embassies(world, groups, gazetteer)
    join_acronyms(world, groups)


def _doubts(doubts: Doubts, things: Sequence[Named], groups: Groups) -> tuple[Doubt, ...]:
    """Return each pair of entities that may be one, once, the likeliest first."""
    slugs = {one.root: one.entity.slug for one in things}
    best: dict[tuple[str, str], Score] = {}
    for (one, other), score in doubts.items():
        groups_of = groups.of(one), groups.of(other)
        if groups_of[0] != groups_of[1] and groups.may_join(*groups_of):
            mine, theirs = sorted(slugs[group] for group in groups_of)
            known = best.get((mine, theirs))
            if known is None or (score.total, score.shares) > (known.total, known.shares):
                best[mine, theirs] = score
    listed = [Doubt(one, other, score.total, score.shares) for (one, other), score in best.items()]
    return tuple(sorted(listed, key=lambda doubt: (-doubt.score, doubt.one, doubt.other)))
