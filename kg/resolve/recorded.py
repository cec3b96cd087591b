"""What was compared for people, in a form that outlives the world that it was compared in.

Groups are told by who first tells of them. In another world, where some announcements tell something else, the scores
of those of whom the same is said still hold: of groups they depend only on which are one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.resolve.people import Compared
from kg.resolve.person import Person
from kg.resolve.score import Known, Score
from kg.resolve.told import World

_NOBODY = -1


@dataclass(frozen=True, slots=True)
class _Row:
    """What was said of a person; numbers are places in the list of groups."""

    group: int
    names: tuple[str, ...]
    fathers: frozenset[str]
    posts: tuple[tuple[int, int], ...]
    bodies: tuple[int, ...]
    wider: tuple[int, ...]
    states: frozenset[str]
    company: frozenset[str]
    seen: tuple[str, str, str, bool]


@dataclass(frozen=True, slots=True)
class Recorded:
    """People and their scores, each pair in three lists: one, the other, and the place of the score, -1 for none.

    ``groups`` are (announcement id, key of a thing in it).
    """

    groups: tuple[tuple[str, str], ...] = ()
    people: tuple[_Row, ...] = ()
    scores: tuple[Score, ...] = ()
    ones: tuple[int, ...] = ()
    others: tuple[int, ...] = ()
    scored: tuple[int, ...] = ()


def recorded(compared: Compared, world: World) -> Recorded:
    """Return what was compared in a world, to be kept."""
    groups: dict[int, int] = {}

    def places(numbers: Iterable[int]) -> tuple[int, ...]:
        found = [groups.setdefault(n, len(groups)) if n != _NOBODY else _NOBODY for n in numbers]
        return tuple(found)

    people = []
    for number, one in compared.people.items():
        posts = tuple([(places((body,))[0], places((role,))[0]) for body, role in one.posts])
        tied = places((number,))[0], one.names, one.fathers, posts, places(one.bodies), places(one.wider)
        people.append(_Row(*tied, frozenset(one.states), one.company, _seen(one)))
    scores: dict[Score, int] = {}
    which = [_NOBODY if one is None else scores.setdefault(one, len(scores)) for one in compared.scores.values()]
    ones, others = (places(pair[side] for pair in compared.scores) for side in (0, 1))
    told = tuple(world.member(number) for number in groups)
    return Recorded(told, tuple(people), tuple(scores), ones, others, tuple(which))


def known_in(before: Recorded, world: World, people: Mapping[int, Person]) -> Known:
    """Return the scores of those people of a world of whom the same is said as was before."""
    now = _numbers(before, world)
    same = {row.group for row in before.people if _is_same(row, people.get(now.get(row.group, _NOBODY)), now)}
    found: Known = {}
    for one, other, score in zip(before.ones, before.others, before.scored, strict=True):
        # where the earlier of two is the later now, what came first may be answered otherwise
        if one in same and other in same and now[one] < now[other]:
            found[now[one], now[other]] = before.scores[score] if score != _NOBODY else None
    return found


def _numbers(before: Recorded, world: World) -> dict[int, int]:
    """Return by the places of groups the nodes that they are now, as far as no two are one node."""
    wanted = {id_ for id_, _ in before.groups}
    things = {told.id: told.things() for told in world.told if told.id in wanted}
    found = {}
    for place, (id_, key) in enumerate(before.groups):
        if id_ in things and (number := things[id_].get(key)) is not None:
            found[place] = number
    counted = Counter(found.values())
    return {place: number for place, number in found.items() if counted[number] == 1} | {_NOBODY: _NOBODY}


def _is_same(row: _Row, person: Person | None, now: Mapping[int, int]) -> bool:
    if person is None or _seen(person) != row.seen or person.names != row.names:
        return False
    if (person.fathers, person.states, person.company) != (row.fathers, row.states, row.company):
        return False
    posts = {(now.get(body), now.get(role)) for body, role in row.posts}
    return posts == person.posts and all(
        {now.get(place) for place in was} == then
        for was, then in ((row.bodies, person.bodies), (row.wider, person.wider))
    )


def _seen(person: Person) -> tuple[str, str, str, bool]:
    return person.first, person.last, person.appointed, person.left
