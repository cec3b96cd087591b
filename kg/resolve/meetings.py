"""Which encounters told of in several announcements are one: by day, kind, place and who was there.

Both sides tell of a meeting, in three languages, on the day or the next. Two that one announcement tells of as two are
two everywhere: the talks and the briefing after them, or the same two people meeting in the morning and in the evening.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from kg.resolve.groups import Groups
from kg.resolve.score import JOINS, Feature, Kind, Score, Scoring, scored
from kg.resolve.told import Met, Told, World

_UNSPECIFIC = frozenset({"", "kg:Gathering", "kg:BilateralMeeting", "kg:Negotiations", "kg:Reception", "kg:Visit"})
"""Kinds of which one language may say another than the next: қабылдау, встреча, talks."""

_MARGIN = 0.05
_NONE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Encounter:
    """A meeting as one announcement tells of it; people, bodies and places are groups."""

    node: int
    told: int
    rank: int
    count: int
    day: str
    kind: str
    people: frozenset[int]
    bodies: frozenset[int]
    places: frozenset[int]
    version_of: frozenset[int]
    lang: str = ""


def same_day(one: Encounter, other: Encounter) -> float:
    """They are on one day, or in the month or year that the other's day lies in; 0.5 where one has no day."""
    if not (one.day and other.day):
        return 0.5
    shorter, longer = sorted((one.day, other.day), key=len)
    return float(longer.startswith(shorter))


def same_people(one: Encounter, other: Encounter) -> float:
    """How many of all the people of both are in both."""
    everybody = len(one.people | other.people)
    return len(one.people & other.people) / everybody if everybody else 0.0


def same_bodies(one: Encounter, other: Encounter) -> float:
    """How many of the bodies and states of the one with fewer take part in both."""
    fewer = min(len(one.bodies), len(other.bodies))
    return len(one.bodies & other.bodies) / fewer if fewer else 0.0


def same_kind(one: Encounter, other: Encounter) -> float:
    """They are called by one kind: a seminar, a briefing."""
    return float(bool(one.kind) and one.kind == other.kind)


def same_venue(one: Encounter, other: Encounter) -> float:
    """They are held at the same place."""
    return float(bool(one.places & other.places))


def versions_tell(one: Encounter, other: Encounter) -> float:
    """Versions of one announcement tell of them, at the same place in the order of as many meetings; 0.7 elsewhere."""
    if other.told not in one.version_of:
        return 0.0
    return 1.0 if (one.rank, one.count) == (other.rank, other.count) else 0.7


def other_kind(one: Encounter, other: Encounter) -> float:
    """They are of kinds that nobody confuses: a meeting and a briefing.

    Kinds that one language calls so and another so (a meeting, talks) are 0.4 apart, and not at all in two languages.
    """
    if one.kind == other.kind or not (one.kind and other.kind):
        return 0.0
    if {one.kind, other.kind} <= _UNSPECIFIC:
        return 0.4 if one.lang == other.lang else 0.0
    return 1.0


def other_people(one: Encounter, other: Encounter) -> float:
    """Each has people that the other lacks; 0.5 if some are common."""
    if not (one.people - other.people and other.people - one.people):
        return 0.0
    return 0.5 if one.people & other.people else 1.0


FEATURES = (
    Feature(0.2, same_day),
    Feature(0.4, same_people),
    Feature(0.15, same_bodies),
    Feature(0.2, same_kind),
    Feature(0.1, same_venue),
    Feature(0.3, versions_tell),
    Feature(-0.4, other_kind),
    Feature(-0.4, other_people),
)


def join_meetings(
    world: World, groups: Groups, pairs: list[tuple[Told, Told]], scoring: Scoring = scored
) -> dict[tuple[int, int], Score]:
    """Join encounters that are one, the surest first, and return the pairs that may be one and stay apart."""
    met = {one.node: one for one in _encounters(world, groups, pairs)}
    scores = scoring(ENCOUNTERS, met, _any)
    best: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (one, other), score in scores.items():
        best[one].append((score.total, other))
        best[other].append((score.total, one))
    for (one, other), score in sorted(scores.items(), key=lambda item: (-item[1].total, _steps(item[0], met), item[0])):
        if score.total >= JOINS and not _torn(one, other, score.total, best, met, groups):
            groups.join(one, other, f"one encounter: {score}")
    return {
        pair: score
        for pair, score in scores.items()
        if groups.may_join(*pair) and groups.of(pair[0]) != groups.of(pair[1])
    }


def _steps(pair: tuple[int, int], met: dict[int, Encounter]) -> int:
    return abs(met[pair[0]].rank - met[pair[1]].rank)


def _comparable(one: Encounter, other: Encounter) -> bool:
    """Tell whether two encounters may be one: of two announcements, not of two days, with something in common."""
    if one.told == other.told or (one.day and other.day and not same_day(one, other)):
        return False
    if not (one.day and other.day) and other.told not in one.version_of:
        return False
    return bool(one.people & other.people or one.bodies & other.bodies or one.places & other.places)


def _torn(
    one: int,
    other: int,
    total: float,
    best: dict[int, list[tuple[float, int]]],
    met: dict[int, Encounter],
    groups: Groups,
) -> bool:
    """Tell whether one of two encounters would go as well with another, and this one is not its version."""
    if (
        met[other].told in met[one].version_of
        and met[one].count == met[other].count
        and met[one].rank == met[other].rank
    ):
        return False
    for mine, theirs in ((one, other), (other, one)):
        rivals = [n for score, n in best[mine] if score > total - _MARGIN and groups.of(n) != groups.of(theirs)]
        if any(not groups.may_join(n, theirs) and groups.may_join(n, mine) for n in rivals):
            return True
    return False


def reached(
    world: World,
    groups: Groups,
    versions: Iterable[tuple[int, int]],
    days: Collection[str],
    told: Iterable[int],
    telling: Callable[[str], Iterable[int]],
) -> list[int]:
    """Return the meetings that keys bring together, directly or by way of others, with those of some days and texts.

    ``telling`` gives the announcements that tell of meetings of a day.
    """

    def of_day(day: str) -> Iterator[tuple[int, Met]]:
        return ((number, met) for number in telling(day) for met in world.told[number].met if met.day == day)

    versions_of: dict[int, list[int]] = defaultdict(list)
    for mine, theirs in versions:
        versions_of[mine].append(theirs)
        versions_of[theirs].append(mine)
    sharing: dict[str, dict[int, list[tuple[int, Met]]]] = {}
    waiting = [(number, met) for number in told for met in world.told[number].met]
    waiting += [one for day in days for one in of_day(day)]
    found: set[int] = set()
    while waiting:
        number, met = waiting.pop()
        if met.node in found:
            continue
        found.add(met.node)
        waiting += [(other, one) for other in versions_of[number] for one in world.told[other].met]
        if met.day and met.day not in sharing:
            sharing[met.day] = defaultdict(list)
            for other, beside in of_day(met.day):
                for group in _there(beside, groups):
                    sharing[met.day][group].append((other, beside))
        waiting += [one for group in _there(met, groups) for one in sharing.get(met.day, {}).pop(group, ())]
    return sorted(found)


def _there(met: Met, groups: Groups) -> set[int]:
    return {groups.of(node) for node in (*met.present, *met.organizers, *met.places)}


def _in_blocks(_: int, one: Encounter) -> Iterator[tuple[tuple[object, ...], int]]:
    """Yield what brings encounters together: a day with a person, body or place, and versions of an announcement."""
    if one.day:
        yield from (((one.day, shared), 0) for shared in (*one.people, *one.bodies, *one.places))
    for version in one.version_of:
        yield ("versions", one.told, version), 0
        yield ("versions", version, one.told), 1


def _any(_: int, __: int) -> bool:
    return True


ENCOUNTERS = Kind(FEATURES, _in_blocks, _comparable)


def _encounters(world: World, groups: Groups, pairs: list[tuple[Told, Told]]) -> Iterator[Encounter]:
    versions: dict[int, set[int]] = defaultdict(set)
    for mine, theirs in pairs:
        versions[mine.number].add(theirs.number)
        versions[theirs.number].add(mine.number)
    shared: dict[frozenset[int], frozenset[int]] = {}  # a set takes more memory than an encounter has else

    def same(some: Iterable[int]) -> frozenset[int]:
        found = frozenset(some)
        return shared.setdefault(found, found)

    wanted = {node.number for node in world.of_type("Meeting")}
    for told in world.tells_of_scope():
        version_of = same(versions.get(told.number, ())) if told.met else _NONE
        for met in told.met:
            if met.node not in wanted:
                continue
            present = {groups.of(n) for n in (*met.present, *met.organizers)}
            people = same(n for n in present if world.nodes[n].type == "Person")
            yield Encounter(
                met.node,
                told.number,
                met.rank,
                len(told.met),
                met.day,
                met.kind,
                people,
                same(present - people),
                same(groups.of(n) for n in met.places),
                version_of,
                told.lang,
            )
