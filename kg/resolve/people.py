"""Which people of several announcements are one: by their names and by what is said of them.

Namesakes are common, so a full name alone makes two people one only where nothing is said of one of them, and he can be
no other; what else speaks for and against it are the features below. A name that fits two people is neither's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from kg.gazetteer import Gazetteer
from kg.publisher import named_state
from kg.resolve import human_name
from kg.resolve.body_name import body_name
from kg.resolve.chinese import readings
from kg.resolve.groups import Groups
from kg.resolve.nobodys_name import is_embassy
from kg.resolve.orthographies import likeliest
from kg.resolve.score import DOUBTFUL, JOINS, Feature, Kind, Known, Score, Scoring, compare, scored
from kg.resolve.sound import loose, skeleton, sound
from kg.resolve.told import Node, World

_AT_ONCE = 183
"""Days within which two posts that nobody is said to have left are held at once."""

_NAMED_ALIKE = 0.3
"""The least score of the names alone with which two people are compared; a surname in common gives 0.1 at most."""

_SOME = 12  # of those who are joined: as many are asked whether others go with them
_FEW = 8  # people: who was met with so many is brought together with nobody by it
_COMPANY = 12  # announcements: who is in more of them has met everybody


_NONE: frozenset[Any] = frozenset()  # of most people little is said, and there may be a million


@dataclass(slots=True)
class Person:
    """All that is said of a group of nodes that is one person; the sets hold groups.

    ``full`` tells whether given name and surname are known, ``telling`` has those of the names that tell most,
    ``seconds`` the initials of the father's name: М of Б.М. Имашев.
    """

    group: int
    names: tuple[str, ...]
    fathers: frozenset[str] = frozenset()
    posts: AbstractSet[tuple[int, int]] = _NONE
    bodies: AbstractSet[int] = _NONE
    wider: AbstractSet[int] = _NONE
    states: AbstractSet[str] = _NONE
    company: frozenset[str] = frozenset()
    first: str = ""
    last: str = ""
    appointed: str = ""
    left: bool = False
    full: bool = field(init=False)
    telling: tuple[str, ...] = field(init=False)
    seconds: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Work out what is asked in every comparison."""
        self.full = any(human_name.human_name(name).full for name in self.names)
        self.telling = _telling(self.names, self.full)
        self.seconds = _second_initials(self.names)


def same_full_name(one: Person, other: Person) -> float:
    """Given name and surname of the one are the other's: 1 by the same sounds, less where a foreign name is guessed."""
    return _names(one, other) if one.full and other.full else 0.0


def initials_fit(one: Person, other: Person) -> float:
    """One is named with initials or with the surname alone, and the other's name can be shortened so."""
    return 0.0 if one.full and other.full else _names(one, other)


def second_initial_fits(one: Person, other: Person) -> float:
    """One has two initials and the second begins the father's name in the other's patronymic: Б.М. and Мәжитұлы.

    Half for two whose second initials alone are one letter, if both are also named in full.
    """
    if not (_fitting_seconds(one, other) and _names(one, other)):
        return 0.0
    if one.fathers or other.fathers:
        return float(not (one.fathers and other.fathers))
    return 0.5 if one.full and other.full else 0.0


def other_second_initial(one: Person, other: Person) -> float:
    """Both have a father's name or its initial, and these begin otherwise: Г.А. and Нұрланқызы."""
    return float(_fitting_seconds(one, other) is False)


def _fitting_seconds(one: Person, other: Person) -> bool | None:
    """Tell whether what is known of two fathers' names may be one where of one only the initial is; None if nothing."""
    if not (one.seconds or other.seconds):
        return None
    pairs = [(letter, name) for letter in one.seconds for name in (other.fathers or other.seconds)]
    pairs += [(letter, name) for letter in other.seconds for name in (one.fathers or one.seconds)]
    return any(human_name.initial_fits(*pair) for pair in pairs) if pairs else None


def same_father(one: Person, other: Person) -> float:
    """Both have a patronymic and it is formed from one name: Серікұлы and Серикович."""
    return float(any(human_name.same_father(mine, theirs) for mine in one.fathers for theirs in other.fathers))


def same_body(one: Person, other: Person) -> float:
    """Both have, or had, a post at the same body."""
    return float(bool(one.bodies & other.bodies))


def related_body(one: Person, other: Person) -> float:
    """The body of the one is part of the other's, or both are parts of a third; embassies are their ministry's."""
    if one.bodies & other.bodies:
        return 0.0
    return float(bool(one.bodies & other.wider or one.wider & other.bodies or one.wider & other.wider))


def nothing_else_said(one: Person, other: Person) -> float:
    """Of one of them no post at a body is told, so nothing speaks against it."""
    return float(not (one.bodies and other.bodies))


def same_company(one: Person, other: Person) -> float:
    """Two people or more are told of beside both of them; one of them counts half."""
    return min(1.0, len(one.company & other.company) / 2)


def moved_on(one: Person, other: Person) -> float:
    """One was appointed after the other was last seen: 0.4, and 1 if the other is said to have left."""
    if not (one.bodies and other.bodies) or one.bodies & other.bodies or not (one.last and other.last):
        return 0.0
    before, after = (one, other) if one.last <= other.last else (other, one)
    if before.last > after.first:
        return 0.0
    return (0.6 if before.left else 0.0) + (0.4 if after.appointed >= before.last and after.appointed else 0.0)


def other_state(one: Person, other: Person) -> float:
    """They serve bodies of different states."""
    return float(bool(one.states and other.states and one.states.isdisjoint(other.states)))


def posts_at_once(one: Person, other: Person) -> float:
    """They are seen within half a year at bodies that have nothing to do with each other."""
    if not (one.bodies and other.bodies) or one.bodies & other.bodies or related_body(one, other):
        return 0.0
    if one.left or other.left or not (one.first and other.first):
        return 0.0
    return float(_days_between(one, other) < _AT_ONCE)


FEATURES = (
    Feature(0.6, same_full_name),
    Feature(0.45, initials_fit),
    Feature(0.25, second_initial_fits),
    Feature(0.3, same_father),
    Feature(0.35, same_body),
    Feature(0.2, related_body),
    Feature(0.15, nothing_else_said),
    Feature(0.15, same_company),
    Feature(0.2, moved_on),
    Feature(-0.3, other_second_initial),
    Feature(-0.3, other_state),
    Feature(-0.1, posts_at_once),
)

Doubts = dict[tuple[int, int], Score]


@dataclass(slots=True)
class Compared:
    """The people of a round and the scores of all that were compared, None for those under DOUBTFUL.

    ``earlier`` gives for each round that is to come the scores that are known before it.
    """

    people: dict[int, Person] = field(default_factory=dict)
    scores: Known = field(default_factory=dict)
    earlier: list[Callable[[Mapping[int, Person]], Known]] = field(default_factory=list)

    def known(self, people: dict[int, Person]) -> Known:
        """Return the scores of those of whom the same is said now."""
        known = self.earlier.pop(0)(people) if self.earlier else {}
        same = {number for number, person in people.items() if self.people.get(number) == person}
        return known | {pair: score for pair, score in self.scores.items() if pair[0] in same and pair[1] in same}


def join_people(
    world: World, groups: Groups, gazetteer: Gazetteer, scoring: Scoring = scored, before: Compared | None = None
) -> Doubts:
    """Join people, the surest first, and return the pairs that may be one and stay apart.

    What was compared in a round ``before`` is not compared again where nothing else is said now; this round is put in
    its place.
    """
    people = _people(world, groups, gazetteer)
    before = before or Compared()
    compared = before.known(people)
    before.people, before.scores = people, compared  # the earlier ones are let go of before the work
    scores = scoring(PEOPLE, people, groups.may_join, compared)
    partners = _partners(scores)
    known = {number for number, person in people.items() if person.full and person.bodies}
    sure = [pair for pair, score in scores.items() if score.total >= JOINS]
    strong = {pair for pair in sure if pair[0] in known and pair[1] in known}
    for pairs in (strong, (pair for pair in sure if pair not in strong)):
        _join(pairs, scores, partners, people, groups)
    found: Doubts = {}
    apart = (item for item in scores.items() if groups.of(item[0][0]) != groups.of(item[0][1]))
    for (one, other), score in sorted(apart):
        mine, theirs = groups.of(one), groups.of(other)
        pair = (mine, theirs) if mine < theirs else (theirs, mine)
        if score.total >= DOUBTFUL and groups.may_join(*pair):
            found[pair] = max(found.get(pair, score), score, key=lambda s: s.total)
    return found


Partners = Mapping[int, list[tuple[int, float]]]
"""Those with whom somebody may be joined, with the scores."""


def _partners(scores: Mapping[tuple[int, int], Score]) -> Partners:
    partners: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for (one, other), score in scores.items():
        if score.total >= JOINS:
            partners[one].append((other, score.total))
            partners[other].append((one, score.total))
    return partners


def _join(
    pairs: Iterable[tuple[int, int]],
    scores: dict[tuple[int, int], Score],
    partners: Partners,
    people: dict[int, Person],
    groups: Groups,
) -> None:
    for one, other in sorted(pairs, key=lambda pair: (-scores[pair].total, pair)):
        if groups.of(one) == groups.of(other):
            continue
        score = scores[one, other]
        if any(_torn(n, score.total, partners, people, groups) for n in (one, other)):
            continue
        if _agree((one, other), people, groups):
            _join_fathers(one, other, people, groups, str(score))


def _agree(pair: tuple[int, int], people: dict[int, Person], groups: Groups) -> bool:
    """Tell whether nothing that is said of those who are joined already speaks against it.

    Somebody of whom little is said ties no two people of whom more is, where that parts them (posts at once).
    """
    told = [
        [n for n in groups.nodes(one) if n in people and people[n].full and people[n].bodies][:_SOME] for one in pair
    ]
    if not all(told) or (pair[0] in told[0] and pair[1] in told[1]):
        return True
    scores = (compare(FEATURES, people[mine], people[theirs]) for mine in told[0] for theirs in told[1])
    return any(score.total >= JOINS or all(share > 0 for _, share in score.shares) for score in scores)


def _join_fathers(one: int, other: int, people: dict[int, Person], groups: Groups, reason: str) -> None:
    """Join two people unless others in their groups have different fathers, or fathers of other initials."""
    mine, theirs = (_fathers(n, people, groups) for n in (one, other))
    if mine and theirs and not any(human_name.same_father(m, t) for m in mine for t in theirs):
        return
    seconds = [_seconds(n, people, groups) for n in (one, other)]
    begun = [(letter, name) for letter in seconds[0] for name in theirs or seconds[1]]
    begun += [(letter, name) for letter in seconds[1] for name in mine or seconds[0]]
    if begun and not any(human_name.initial_fits(*pair) for pair in begun):
        return
    groups.join(one, other, f"one person: {reason}")


def _fathers(number: int, people: dict[int, Person], groups: Groups) -> frozenset[str]:
    return frozenset(f for n in groups.nodes(number) if n in people for f in people[n].fathers)


def _seconds(number: int, people: dict[int, Person], groups: Groups) -> frozenset[str]:
    return frozenset(letter for n in groups.nodes(number) if n in people for letter in people[n].seconds)


def _torn(
    number: int,
    score: float,
    partners: Partners,
    people: dict[int, Person],
    groups: Groups,
) -> bool:
    """Tell whether one of whom little is said would go as well with another person than this."""
    if people[number].full and people[number].bodies:
        return False
    rivals = {groups.of(other) for other, theirs in partners.get(number, ()) if theirs >= score - 0.1}
    return len(rivals - {groups.of(number)}) > 1


def _in_blocks(_: int, person: Person) -> Iterator[tuple[tuple[object, ...], str]]:
    """Yield what brings people together: who is named alike, and among many of one name who else has what in common."""
    place = person.first or "9"
    return ((key, place) for key in _keys(person))


def _named_alike(one: Person, other: Person) -> bool:
    """Tell whether the names of two people agree at all: whatever else they share, brothers in one office are two."""
    return _names(one, other) >= _NAMED_ALIKE


PEOPLE = Kind(FEATURES, _in_blocks, _named_alike)


def _keys(person: Person) -> set[tuple[object, ...]]:
    found: set[tuple[object, ...]] = set()
    bodies = person.bodies | person.wider
    for label in person.names:
        key, alike, surnames = _heard(label)
        if key:
            found.add((key,))
            found.update(alike)
            found.update((key, "of", father) for father in person.fathers)
            found.update((key, "at", body) for body in bodies)
            if len(person.company) < _FEW:
                found.update((key, "with", other) for other in person.company)
        found.update(("-", heard, "at", body) for heard in surnames for body in bodies)
    return found


@lru_cache(maxsize=65_536)
def _heard(label: str) -> tuple[str, tuple[tuple[str, str], ...], tuple[str, ...]]:
    """Return what brings a name together with others: its key and those of names like it, "" and none for initials.

    With them come the consonants of the surname, or of all words where it is not known.
    """
    name = human_name.human_name(label)
    heard = [tuple(likeliest(word, tongue) for word in name.words) for tongue in sorted(name.tongues)]
    own = (name.surname,) if name.surname else name.words
    read = (likeliest(word, tongue) for word in own for tongue in sorted(name.tongues))
    surnames = tuple(dict.fromkeys(skeleton(sound(word)) for word in (*own, *read)))
    if not name.full:
        return "", (), surnames
    alike = dict.fromkeys(_consonants(words) for words in (name.words, *readings(name.words), *heard))
    return name.key, tuple(("~", each) for each in alike), surnames


def _consonants(words: tuple[str, ...]) -> str:
    return " ".join(sorted(skeleton(loose(word)) for word in words))


def _people(world: World, groups: Groups, gazetteer: Gazetteer) -> dict[int, Person]:
    """Return what is said of each group of people."""
    people: dict[int, Person] = {}
    for node in world.of_type("Person"):
        group = groups.of(node.number)
        if group not in people and node.names:
            people[group] = _person(group, world, groups)
    parents = _parents(world, groups, gazetteer)
    states = _states(world, groups)
    for told in world.told:
        for post in told.posts:
            group = groups.of(post.member) if post.member >= 0 else -1
            if group in people:
                person = people[group]
                body, role = (groups.of(n) if n >= 0 else -1 for n in (post.body, post.role))
                person.posts |= {(body, role)}
                if body >= 0:
                    person.bodies |= {body}
                    person.wider |= parents.get(body, _NONE)
                    person.states |= states.get(body, _NONE)
                person.left = person.left or post.over or bool(post.end)
                person.appointed = max(person.appointed, post.start)
    for person in people.values():
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
    beside = {n for number in told for n in world.told[number].nodes if world.nodes[n].type == "Person"}
    names = (
        human_name.human_name(world.nodes[n].names[0].text)
        for n in beside
        if groups.of(n) != group and world.nodes[n].names
    )
    return frozenset(name.key for name in names if name.full)


def _parents(world: World, groups: Groups, gazetteer: Gazetteer) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for told in world.told:
        for child, predicate, parent in told.ties:
            if predicate == "org:subOrganizationOf":
                found[groups.of(child)].add(groups.of(parent))
    ministries = {node.known: groups.of(node.number) for node in world.of_type("Organization") if node.known}
    for node in world.of_type("Organization", "Country"):
        if ministry := ministries.get(f"foreign-ministry-{_served_abroad(node, gazetteer)}"):
            found[groups.of(node.number)].add(ministry)
    return found


def _served_abroad(node: Node, gazetteer: Gazetteer) -> str:
    """Return the state that an embassy or consulate serves; a post at a state itself, as an ambassador's, serves it."""
    if node.type == "Country":
        return node.known or ""
    for name in node.names:
        if is_embassy(body_name(name.text, name.lang)):
            return named_state(name.text, gazetteer)
    return ""


def _states(world: World, groups: Groups) -> dict[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    for told in world.told:
        for body, predicate, state in told.ties:
            if predicate == "kg:country" and (row := world.nodes[state].known):
                found[groups.of(body)].add(row)
    return found


def _names(one: Person, other: Person) -> float:
    """Score the names that tell most of each: full ones, with a patronymic where the other has only initials."""
    if one.fathers and other.fathers and not same_father(one, other):
        return 0.0
    return _named(one.telling, other.telling, one.full == other.full)


def forget() -> None:
    """Let go of what is remembered of names, once no more people are compared."""
    human_name.forget()
    for remembered in (_heard, _same, _named, _telling, _second_initials):
        remembered.cache_clear()


@lru_cache(maxsize=262_144)
def _named(mine: tuple[str, ...], theirs: tuple[str, ...], alike: bool) -> float:
    """Score names with names: the best pair where both are written ``alike``, in full or in short, else the worst."""
    scores = (human_name.name_score(m, t) for m in mine for t in theirs)
    return max(scores, default=0.0) if alike else min(scores, default=0.0)


@lru_cache(maxsize=65_536)
def _telling(names: tuple[str, ...], full: bool) -> tuple[str, ...]:
    apart = {name: human_name.human_name(name) for name in names}
    ranks = {name: (n.full, bool(n.father), len(n.initials) if not n.full else 0) for name, n in apart.items()}
    if full:
        kept = [name for name in names if ranks[name][0]]
        fathers = [name for name in kept if ranks[name][1]]
        return tuple(fathers or kept)
    most = max(ranks.values(), default=None)
    return tuple(name for name in names if ranks[name] == most)


@lru_cache(maxsize=65_536)
def _second_initials(names: tuple[str, ...]) -> frozenset[str]:
    initials = (human_name.human_name(name).initials for name in names)
    return frozenset(letters[1] for letters in initials if len(letters) > 1) or _NONE


def _days_between(one: Person, other: Person) -> int:
    """Return the days between what is told of two people, 0 if it overlaps."""
    before, after = (one, other) if one.first <= other.first else (other, one)
    try:
        return max(0, (date.fromisoformat(after.first) - date.fromisoformat(before.last)).days)
    except ValueError:
        return 0
