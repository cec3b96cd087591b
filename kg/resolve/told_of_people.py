"""What announcements tell of each person: names, posts, who is told of beside him and when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Any

from kg.gazetteer import Gazetteer
from kg.publisher import named_state
from kg.resolve import human_name
from kg.resolve.body_name import body_name
from kg.resolve.groups import Groups
from kg.resolve.nobodys_name import is_embassy
from kg.resolve.person import NONE, Person
from kg.resolve.told import Node, World

FOREIGN_MINISTRY = "foreign-ministry-"
"""What the rows of states' foreign ministries begin with, before the state."""

_COMPANY = 12  # announcements: who is in more of them has met everybody


def people_of(world: World, groups: Groups, gazetteer: Gazetteer) -> dict[int, Person]:
    """Return what is said of each group of people that is to be gone through."""
    people: dict[int, Person] = {}
    for node in world.of_type("Person"):
        group = groups.of(node.number)
        if group not in people and node.names:
            people[group] = _person(group, world, groups)
    for told in world.tells_of_scope():
        for post in told.posts:
            group = groups.of(post.member) if post.member >= 0 else -1
            if group in people:
                person = people[group]
                body, role = (groups.of(n) if n >= 0 else -1 for n in (post.body, post.role))
                person.posts |= {(body, role)}
                if body >= 0:
                    person.bodies |= {body}
                person.left = person.left or post.over or bool(post.end)
                person.appointed = max(person.appointed, post.start)
    bodies = {body for person in people.values() for body in person.bodies}
    parents, states = _parents(bodies, world, groups, gazetteer), _states(bodies, world, groups)
    for person in people.values():
        for body in person.bodies:
            person.wider |= parents.get(body, NONE)
            person.states |= states.get(body, NONE)
        _share(person)
    return people


def _share(person: Person) -> None:
    """Have people of one office share what they have in common: a set takes as much memory as a person."""
    person.fathers, person.posts, person.bodies, person.wider, person.states = map(
        _same, (person.fathers, person.posts, person.bodies, person.wider, person.states)
    )


@lru_cache(maxsize=100_000)
def _same(some: AbstractSet[Any]) -> frozenset[Any]:
    return frozenset(some)


def _person(group: int, world: World, groups: Groups) -> Person:
    nodes = [world.nodes[number] for number in groups.nodes(group)]
    names = tuple(dict.fromkeys(name.text for node in nodes for name in node.names))
    apart = [human_name.human_name(name) for name in names]
    numbers = [world.numbers(node.number) for node in nodes]
    days = [world.told[number].day for some in numbers for number in (some[0], some[-1])]
    dated = sorted(day for day in days if day)
    return Person(
        group,
        names,
        frozenset(name.father for name in apart if name.father),
        company=_company(group, world, groups),
        first=dated[0] if dated else "",
        last=dated[-1] if dated else "",
    )


def _company(group: int, world: World, groups: Groups) -> frozenset[str]:
    """Return the people, by the sound of their full names, who are told of beside someone in few announcements."""
    told = groups.told(group)
    if len(told) > _COMPANY:
        return frozenset()
    beside = world.of_types({n for number in told for n in world.told[number].nodes}, ("Person",))
    names = (
        human_name.human_name(world.nodes[n].names[0].text)
        for n in beside
        if groups.of(n) != group and world.nodes[n].names
    )
    return frozenset(name.key for name in names if name.full)


def _parents(bodies: set[int], world: World, groups: Groups, gazetteer: Gazetteer) -> dict[int, set[int]]:
    """Return the bodies that some are part of, and the foreign ministries that they serve abroad."""
    found: dict[int, set[int]] = defaultdict(set)
    for told in world.tying():
        for child, predicate, parent in told.ties:
            if predicate == "org:subOrganizationOf" and groups.of(child) in bodies:
                found[groups.of(child)].add(groups.of(parent))
    ministries = {
        row: groups.of(number)
        for number, row in world.known().items()
        if row.startswith(FOREIGN_MINISTRY) and world.nodes[number].type == "Organization"
    }
    for body in bodies if ministries else ():
        for node in (world.nodes[number] for number in groups.nodes(body)):
            if ministry := ministries.get(f"{FOREIGN_MINISTRY}{served_abroad(node, gazetteer)}"):
                found[body].add(ministry)
    return found


def served_abroad(node: Node, gazetteer: Gazetteer) -> str:
    """Return the state that an embassy or consulate serves; a post at a state itself, as an ambassador's, serves it."""
    if node.type == "Country":
        return node.known or ""
    if node.type != "Organization":
        return ""
    for name in node.names:
        if is_embassy(body_name(name.text, name.lang)):
            return named_state(name.text, gazetteer)
    return ""


def _states(bodies: set[int], world: World, groups: Groups) -> dict[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    for told in world.tying():
        for body, predicate, state in told.ties:
            if predicate == "kg:country" and groups.of(body) in bodies and (row := world.nodes[state].known):
                found[groups.of(body)].add(row)
    return found


def forget() -> None:
    """Let go of the sets that people share."""
    _same.cache_clear()
