"""Which people of several announcements are one: by their names and by what is said of them.

A full name alone joins only whoever can be no other; a name that fits two people is neither's. What speaks for and
against it is in kg.resolve.person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from kg.gazetteer import Gazetteer
from kg.resolve import human_name, told_of_people
from kg.resolve.chinese import readings
from kg.resolve.groups import Groups
from kg.resolve.orthographies import likeliest
from kg.resolve.person import FEATURES, Person, days_between, names_score
from kg.resolve.person import forget as forget_people
from kg.resolve.score import DOUBTFUL, JOINS, Kind, Known, Score, Scoring, compare, scored
from kg.resolve.sound import loose, skeleton, sound
from kg.resolve.told import World

_NAMED_ALIKE = 0.3
"""The least score of the names alone with which two people are compared; a surname in common gives 0.1 at most."""

_SOME = 12  # of those who are joined: as many are asked whether others go with them
_VERSIONS = 14  # days within which versions come out
_FEW = 8  # people: who was met with so many is brought together with nobody by it

SURNAME, ALIKE = "-", "~"
"""What the keys of surnames begin with, which bring those together who serve at one body, and of names like one."""

Doubts = dict[tuple[int, int], Score]


@dataclass(slots=True)
class Compared:
    """The people of a round and the scores of all that were compared, None for those under DOUBTFUL.

    ``given`` are scores that are known from elsewhere of people of the next round.
    """

    people: dict[int, Person] = field(default_factory=dict)
    scores: Known = field(default_factory=dict)
    given: Known = field(default_factory=dict)

    def known(self, people: dict[int, Person]) -> Known:
        """Return the scores of those of whom the same is said now."""
        same = {number for number, person in people.items() if self.people.get(number) == person}
        found = {pair: score for pair, score in self.scores.items() if pair[0] in same and pair[1] in same}
        found.update(self.given)
        return found


def join_people(
    world: World,
    groups: Groups,
    gazetteer: Gazetteer,
    scoring: Scoring = scored,
    before: Compared | None = None,
    *,
    versions_known: bool = True,
) -> Doubts:
    """Join people, the surest first, and return the pairs that may be one and stay apart.

    What was compared in a round ``before`` is not compared again where nothing else is said now; this round is put in
    its place. Until versions are known, whoever is told of without a post waits: another version may say it.
    """
    people = told_of_people.people_of(world, groups, gazetteer)
    before = before or Compared()
    compared = before.known(people)
    before.people, before.scores = people, compared  # the earlier ones are let go of before the work
    scores = scoring(PEOPLE, people, groups.may_join, compared)
    partners = _partners(scores)
    known = {number for number, person in people.items() if person.full and person.bodies}
    sure = [
        pair for pair, score in scores.items() if score.total >= JOINS and (versions_known or not _waits(pair, people))
    ]
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


def _waits(pair: tuple[int, int], people: dict[int, Person]) -> bool:
    one, other = (people[number] for number in pair)
    return not (one.bodies and other.bodies) and days_between(one, other) > _VERSIONS


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
    return any(score.total >= JOINS for score in scores)


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
    return names_score(one, other) >= _NAMED_ALIKE


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
        found.update((SURNAME, heard, "at", body) for heard in surnames for body in bodies)
    return found


def sounds(label: str) -> Iterator[tuple[str, ...]]:
    """Yield what people of a name may be brought together by with others, whatever else is said of them."""
    key, alike, surnames = _heard(label)
    yield from ((key,), *alike) if key else ()
    yield from ((SURNAME, heard) for heard in surnames)


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
    return name.key, tuple((ALIKE, each) for each in alike), surnames


def _consonants(words: tuple[str, ...]) -> str:
    return " ".join(sorted(skeleton(loose(word)) for word in words))


def forget() -> None:
    """Let go of what is remembered of names, once no more people are compared."""
    human_name.forget()
    forget_people()
    told_of_people.forget()
    _heard.cache_clear()
