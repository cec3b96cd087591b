"""What resolution keeps of all announcements: light keys, and each thing that is told of alike only once.

An Extraction is looked at once and may then be forgotten. Things of one type with the same names in the same context
(the posts of a person, the parent of a body) are one ``Node`` from the start, however many announcements repeat them;
so a name that stands in a million announcements costs a million pairs of an announcement and a key, and no more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from sys import intern

import msgspec

from kg.gazetteer import Gazetteer
from kg.publisher import home_of, publishers
from kg.records import Claim, Extraction, Name, Thing
from kg.resolve.body_name import body_name
from kg.resolve.home import meant

LAST = "9999"
"""The day of what has none, so that it stands behind all that has one."""

_NONE: frozenset[int] = frozenset()
Context = tuple[object, ...]
Member = tuple[int, str]
"""The number of an announcement and the key of a Thing in it."""


@dataclass(slots=True)
class Node:
    """Things that are told of alike. ``members`` are in the order of announcements; the first names it first."""

    number: int
    type: str
    names: tuple[Name, ...]
    known: str | None
    context: Context
    home: str
    members: Sequence[Member] = ()

    def add(self, member: Member) -> None:
        """Add a member; most nodes have one, for which a list is too much."""
        if isinstance(self.members, list):
            self.members.append(member)
        else:
            self.members = [*self.members, member] if self.members else (member,)


@dataclass(slots=True)
class Post:
    """A membership as told: who (a node), where, as what, from when to when, and whether it is over."""

    key: str
    node: int
    member: int = -1
    body: int = -1
    role: int = -1
    start: str = ""
    end: str = ""
    over: bool = False


@dataclass(slots=True)
class Met:
    """A meeting as told: the nodes that take part, its day and kind; ``rank`` is its place among those of the text."""

    key: str
    node: int
    rank: int
    day: str = ""
    end: str = ""
    kind: str = ""
    status: str = ""
    present: frozenset[int] = _NONE
    organizers: frozenset[int] = _NONE
    places: frozenset[int] = _NONE


@dataclass(slots=True)
class Told:
    """One announcement: the node of each of its things, in the order of the text."""

    number: int
    id: str
    lang: str
    day: str
    things: dict[str, int]
    posts: list[Post] = field(default_factory=list)
    met: list[Met] = field(default_factory=list)
    ties: list[tuple[int, str, int]] = field(default_factory=list)
    values: list[tuple[int, str, str]] = field(default_factory=list)


@dataclass(slots=True)
class World:
    """All announcements, the earliest first, and all nodes, in the order in which they are first told of."""

    told: list[Told]
    nodes: list[Node]

    def of_type(self, *types: str) -> Iterator[Node]:
        """Yield the nodes of some types."""
        return (node for node in self.nodes if node.type in types)

    def member(self, member: Member) -> tuple[str, str]:
        """Return an announcement's id and the key of a thing in it."""
        return self.told[member[0]].id, member[1]


@dataclass(slots=True)
class _Digest:
    """An announcement before its nodes have their numbers."""

    id: str
    lang: str
    day: str
    things: list[tuple[str, tuple[object, ...]]]
    claims: list[tuple[str, str, str, str, bool]]  # subject, predicate, object or value, its datatype, over


def looked_at(extraction: Extraction) -> bytes:
    """Return all of an extraction that resolution looks at: where it is the same, the result is."""
    announcement = extraction.announcement
    claims = [(claim.subject, claim.predicate, claim.object, claim.modality) for claim in extraction.claims]
    about = (announcement.id, announcement.lang, announcement.published, announcement.url)
    return msgspec.json.encode((about, publishers(announcement), extraction.things, claims))


def gather(extractions: Iterable[Extraction], gazetteer: Gazetteer, alone: frozenset[str] = frozenset()) -> World:
    """Return what is told of in announcements, whatever their order; each is read once.

    Nothing of the announcements ``alone`` (ids) is collapsed with what others tell, so that it can be judged by itself.
    """
    known: dict[tuple[object, ...], tuple[object, ...]] = {}
    digests = sorted((_digest(e, gazetteer, known, alone) for e in extractions), key=lambda d: (d.day or LAST, d.id))
    numbers: dict[tuple[object, ...], Node] = {}
    nodes: list[Node] = []
    return World([_told(number, digest, numbers, nodes) for number, digest in enumerate(digests)], nodes)


def _digest(
    extraction: Extraction,
    gazetteer: Gazetteer,
    known: dict[tuple[object, ...], tuple[object, ...]],
    alone: frozenset[str],
) -> _Digest:
    announcement = extraction.announcement
    claims = [claim for claim in extraction.claims if claim.modality in ("asserted", "ended")]
    home = home_of(announcement, gazetteer)
    things: list[tuple[str, tuple[object, ...]]] = []
    contexts = _contexts(extraction.things, claims)
    seen: set[tuple[object, ...]] = set()
    for thing in extraction.things:
        own: tuple[object, ...] = (announcement.id,) if announcement.id in alone else ()
        row = meant(thing, home, gazetteer)
        if thing.type in ("Meeting", "Membership") or (row is None and _says_only_its_kind(thing)):
            own = (announcement.id, thing.key)
        state = home if thing.type == "Organization" else ""
        said = (thing.type, _names(thing), row, contexts.get(thing.key, ()), state, own)
        while said in seen:
            said = (*said[:-1], (*said[-1], thing.key))
        seen.add(said)
        things.append((intern(thing.key), known.setdefault(said, said)))
    kept = [  # what is equal in many announcements is held once
        (
            intern(c.subject),
            intern(c.predicate),
            intern(c.object if isinstance(c.object, str) else c.object.value),
            "" if isinstance(c.object, str) else intern(c.object.datatype),
            c.modality == "ended",
        )
        for c in claims
        if c.predicate in _KEPT
    ]
    return _Digest(announcement.id, announcement.lang, announcement.published or "", things, kept)


_KEPT = frozenset({
    "org:member", "org:organization", "org:role", "org:subOrganizationOf", "kg:participant", "kg:party",
    "kg:meetingKind", "kg:memberCount", "kg:country", "schema:startDate", "schema:endDate", "schema:eventStatus",
    "schema:location", "schema:organizer",
})  # fmt: skip
_OF_MEMBERSHIP = ("org:member", "org:organization", "org:role")


def _says_only_its_kind(thing: Thing) -> bool:
    """Tell whether a body is called only by what it is (Regional Court): every region has one."""
    return thing.type == "Organization" and all(
        name.kind == "full" and body_name(name.text, name.lang).generic for name in thing.names
    )


def _names(thing: Thing) -> tuple[tuple[str, str, str], ...]:
    return tuple((intern(name.text), intern(name.lang), intern(name.kind)) for name in thing.names)


def _contexts(things: Iterable[Thing], claims: list[Claim]) -> dict[str, Context]:
    """Return what tells things of one name apart: a person's posts, a body's parent, an election's day."""
    named = {thing.key: (thing.known or _names(thing)) for thing in things}
    types = {thing.key: thing.type for thing in things}
    posts: dict[str, dict[str, str]] = {}
    found: dict[str, set[object]] = {}
    for claim in claims:
        if isinstance(claim.object, str):
            if claim.predicate in _OF_MEMBERSHIP:
                posts.setdefault(claim.subject, {})[claim.predicate] = claim.object
            elif claim.predicate == "org:subOrganizationOf":
                found.setdefault(claim.subject, set()).add(named.get(claim.object))
        elif types.get(claim.subject) == "Election" and claim.predicate == "schema:startDate":
            found.setdefault(claim.subject, set()).add(claim.object.value)
    for post in posts.values():
        person = post.get("org:member", "")
        if types.get(person) == "Person":
            place, role = named.get(post.get("org:organization", "")), named.get(post.get("org:role", ""))
            found.setdefault(person, set()).add((place, role))
    return {key: tuple(sorted(values, key=repr)) for key, values in found.items()}


def _told(number: int, digest: _Digest, numbers: dict[tuple[object, ...], Node], nodes: list[Node]) -> Told:
    told = Told(number, digest.id, digest.lang, digest.day, {})
    for key, said in digest.things:
        node = numbers.get(said)
        if node is None:
            type_, names, known, context, home, _ = said
            node = Node(len(nodes), type_, _as_names(names), known, context, home)  # type: ignore[arg-type]
            numbers[said] = node
            nodes.append(node)
        node.add((number, key))
        told.things[key] = node.number
    _tie(told, digest, nodes)
    return told


@lru_cache(maxsize=50_000)
def _as_names(names: tuple[tuple[str, str, str], ...]) -> tuple[Name, ...]:
    return tuple(Name(*name) for name in names)


def _tie(told: Told, digest: _Digest, nodes: list[Node]) -> None:
    posts: dict[str, Post] = {}
    met: dict[str, Met] = {}
    for key, number in told.things.items():
        if nodes[number].type == "Membership":
            posts[key] = Post(key, number)
        elif nodes[number].type == "Meeting":
            met[key] = Met(key, number, len(met))
    for subject, predicate, value, datatype, over in digest.claims:
        thing = told.things.get(value, -1) if not datatype else -1
        if subject in posts:
            _add_to_post(posts[subject], predicate, thing, value, over)
        elif over:
            continue
        elif subject in met:
            _add_to_meeting(met[subject], predicate, thing, value)
        elif subject in told.things and thing >= 0:
            told.ties.append((told.things[subject], predicate, thing))
        elif subject in told.things and datatype:
            told.values.append((told.things[subject], predicate, value))
    told.posts, told.met = list(posts.values()), list(met.values())


def _add_to_post(post: Post, predicate: str, thing: int, value: str, over: bool) -> None:
    if predicate == "org:member":
        post.member, post.over = thing, over
    elif predicate == "org:organization":
        post.body = thing
    elif predicate == "org:role":
        post.role = thing
    elif predicate == "schema:startDate":
        post.start = value
    elif predicate == "schema:endDate":
        post.end = value


def _add_to_meeting(meeting: Met, predicate: str, thing: int, value: str) -> None:
    if predicate == "kg:participant" and thing >= 0:
        meeting.present |= {thing}
    elif predicate == "schema:organizer" and thing >= 0:
        meeting.organizers |= {thing}
    elif predicate == "schema:location" and thing >= 0:
        meeting.places |= {thing}
    elif predicate == "schema:startDate":
        meeting.day = value
    elif predicate == "schema:endDate":
        meeting.end = value
    elif predicate == "kg:meetingKind":
        meeting.kind = value
    elif predicate == "schema:eventStatus":
        meeting.status = value
