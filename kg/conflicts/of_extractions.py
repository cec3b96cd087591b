"""What was said that may contradict something, from what announcements claim: for the report of a build.

Most things are told of alike by all. So of each announcement only marks are looked at first: its days and numbers, its
posts, whether it denies something; claims are gone through only where these tell that some may stand against others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from sys import intern

import msgspec

from kg.conflicts import values
from kg.conflicts.find import PREDICATES
from kg.conflicts.said import IN_ORDER, About, Said, Saying
from kg.conflicts.sole import is_sole
from kg.records import Entity, Extraction, Literal

Kind = tuple[str, str, str, float, bool]
"""Predicate, modality, rule and confidence of a claim, and whether its object is a value."""
Told = tuple[Kind, str, str, int, int, str]
"""A claim: its kind, the keys of its subject and object (or the value), where its words stand, and these if known."""
Post = tuple[str, str, str, str]
"""What is asserted of a membership: its key, and those of the member, the body and the role, "" for none."""
Slugs = dict[tuple[str, str], str]
Triple = tuple[str, str, str]


class Marks(msgspec.Struct, array_like=True, frozen=True):
    """What of an announcement may contradict others.

    ``values`` are what is asserted of things (their keys) that only one value is true of; all its claims must be looked
    at if it says something ``unusual``, and then the other marks are empty.
    """

    values: tuple[tuple[str, str, str], ...] = ()
    posts: tuple[Post, ...] = ()
    unusual: bool = False


@dataclass(frozen=True, slots=True)
class Claimed:
    """What of an announcement may contradict something, by itself; ``told`` gives all its claims in short."""

    id: str
    published: str
    lang: str
    marks: Marks
    told: Callable[[], Sequence[Told]]


def claimed(extraction: Extraction) -> Claimed:
    """Return what of an announcement may contradict something."""
    announcement, found = extraction.announcement, []
    for one in extraction.claims:
        value = one.object.value if isinstance(one.object, Literal) else one.object
        kind = one.predicate, one.modality, one.rule, one.confidence, isinstance(one.object, Literal)
        span = min(one.evidence, default=None)
        start, end, words = (span.start, span.end, span.of(announcement.text)) if span else (0, 0, "")
        found.append((kind, intern(one.subject), intern(value), start, end, words))
    return Claimed(announcement.id, announcement.published or "", announcement.lang, marks(found), lambda: found)


def marks(claims: Iterable[Told]) -> Marks:
    """Return by what it is told whether claims may contradict others."""
    found: list[tuple[str, str, str]] = []
    parts: defaultdict[str, dict[str, list[str]]] = defaultdict(dict)
    for (predicate, modality, _, _, is_value), subject, object_, *_ in claims:
        of_value, of_post = predicate in values.PREDICATES, predicate in _OF_POST
        if modality == "denied" or (modality == "asserted" and ((of_value and not is_value) or (of_post and is_value))):
            return Marks(unusual=True)
        if modality == "asserted" and of_value:
            found.append((subject, predicate, object_))
        elif modality == "asserted" and of_post:
            parts[subject].setdefault(predicate, []).append(object_)
    posts = (
        (subject, member, body, role)
        for subject, told in parts.items()
        for member, body, role in product(*(told.get(predicate, [""]) for predicate in _OF_POST))
    )
    return Marks(tuple(dict.fromkeys(found)), tuple(posts))


def sayings_of(
    announcements: Iterable[Claimed], entities: Iterable[Entity], others: Collection[str] | None = None
) -> Said:
    """Return what announcements say of the things of which different things are said, and all things.

    With ``others`` (slugs) only what is said of these, of holders of the same posts and of what is denied.
    """
    entities, announcements = list(entities), list(announcements)
    slugs = {member: entity.slug for entity in entities for member in entity.members}
    things = _Things({entity.slug: entity for entity in entities})
    looked = _Looked(slugs)
    for one in announcements:
        looked.look_at(one)
    subjects = looked.disputed(announcements, things)
    if others is not None:
        subjects &= looked.beside(subjects.intersection(others)) | looked.deniable(announcements)
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    for slug in subjects:
        for id_, key in things.entities[slug].members:
            wanted[id_].add(key)
    found = [
        _saying(one, claim, triple)
        for one in announcements
        if one.id in wanted
        for claim in one.told()
        if claim[1] in wanted[one.id] and all(triple := _triple(one.id, claim, slugs))
        if triple[1] in PREDICATES or triple in looked.denied
    ]
    return Said(tuple(sorted(found, key=IN_ORDER)), things)


class _Things(Mapping[str, About]):
    """What is known of things by their slugs, put together only where it is asked for: of most nothing is."""

    def __init__(self, entities: Mapping[str, Entity]) -> None:
        self.entities = entities

    def __getitem__(self, slug: str) -> About:
        entity = self.entities[slug]
        return About(entity.type, entity.known or "", tuple(name.text for name in entity.names))

    def __contains__(self, slug: object) -> bool:
        return slug in self.entities

    def __iter__(self) -> Iterator[str]:
        return iter(self.entities)

    def __len__(self) -> int:
        return len(self.entities)


def _saying(one: Claimed, claim: Told, triple: Triple) -> Saying:
    (_, modality, rule, confidence, _), _, _, start, end, words = claim
    subject, predicate, value = triple
    about = one.published, one.id, start, end, subject, predicate, value
    return Saying(*about, modality, one.lang, words, rule, confidence)


def _triple(announcement: str, claim: Told, slugs: Slugs) -> Triple:
    """Return subject, predicate and value; "" stands for a thing that is no entity."""
    (predicate, _, _, _, is_value), subject, object_, *_ = claim
    value = object_ if is_value else slugs.get((announcement, object_), "")
    return slugs.get((announcement, subject), ""), predicate, value


_OF_POST = ("org:member", "org:organization", "org:role")


@dataclass(slots=True)
class _Looked:
    """What was seen of things when all announcements were looked at, by slug: the first value of each, other ones."""

    slugs: Slugs
    denied: set[Triple] = field(default_factory=set)
    first: dict[tuple[str, str], str] = field(default_factory=dict)
    differing: set[str] = field(default_factory=set)
    posts: defaultdict[str, set[tuple[str, str]]] = field(default_factory=lambda: defaultdict(set))
    members: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def look_at(self, one: Claimed) -> None:
        """Take up what an announcement says."""
        id_, slugs = one.id, self.slugs
        for subject, predicate, value in one.marks.values:
            self._value(slugs.get((id_, subject), ""), predicate, value)
        for subject, _, body, role in one.marks.posts:
            self.posts[slugs.get((id_, subject), "")].add((slugs.get((id_, body), ""), slugs.get((id_, role), "")))
        if one.marks.unusual:
            for claim in one.told():
                self._look_closely(claim, _triple(id_, claim, slugs))

    def _look_closely(self, claim: Told, triple: Triple) -> None:
        subject, predicate, value = triple
        if claim[0][1] == "denied":
            self.denied.add(triple)
        elif claim[0][1] == "asserted" and predicate in values.PREDICATES:
            self._value(subject, predicate, value)
        elif claim[0][1] == "asserted" and predicate in _OF_POST:
            self.posts[subject].add((value * (predicate == "org:organization"), value * (predicate == "org:role")))
            if predicate == "org:member":
                self.members[value].add(subject)

    def _value(self, subject: str, predicate: str, value: str) -> None:
        if self.first.setdefault((subject, predicate), value) != value:
            self.differing.add(subject)

    def disputed(self, announcements: Iterable[Claimed], things: Mapping[str, About]) -> set[str]:
        """Return the things of which what is said could contradict something: no rule need look at the others."""
        return (self.differing | self.deniable(announcements) | set(_of_sole_posts(self.posts, things))) - {""}

    def deniable(self, announcements: Iterable[Claimed]) -> set[str]:
        """Return the things of which something is denied, and the memberships of members of whom one is."""
        found = {subject for subject, _, _ in self.denied}
        if members := {value for _, predicate, value in self.denied if predicate == "org:member"}:
            found.update(subject for member in members for subject in self.members.get(member, ()))
            for one in announcements:
                for subject, member, _, _ in one.marks.posts:
                    if self.slugs.get((one.id, member)) in members:
                        found.add(self.slugs.get((one.id, subject), ""))
        return found

    def beside(self, some: Collection[str]) -> set[str]:
        """Return memberships with all those in the same posts."""
        held = {post for subject in some for post in _posts_of(self.posts.get(subject, ()))}
        return {*some, *(one for one, told in self.posts.items() if not held.isdisjoint(_posts_of(told)))}


def _posts_of(told: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the posts, a role and a body each, that a membership may be in by what is told of it."""
    bodies, roles = ({part for part in parts if part} for parts in zip(*told, strict=True)) if told else ((), ())
    return [(role, body) for body in bodies for role in roles]


def _of_sole_posts(posts: Mapping[str, Iterable[tuple[str, str]]], things: Mapping[str, About]) -> Iterator[str]:
    """Yield the memberships in posts that one person at a time holds and more than one is said to hold."""
    held: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for subject, told in posts.items():
        for post in _posts_of(told):
            held[post].add(subject)
    for (role, body), subjects in held.items():
        if len(subjects) > 1 and is_sole(things[role], things[body]):
            yield from subjects
