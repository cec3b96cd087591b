"""What resolution keeps of all announcements: light keys, and each thing that is told of alike only once.

An Extraction is looked at once and may then be forgotten. Things of one type with the same names in the same context
(the posts of a person, the parent of a body) are one ``Node`` from the start, however many announcements repeat them;
so a name that stands in a million announcements costs a million pairs of an announcement and a key, and no more.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from sys import intern

import msgspec

from kg.gazetteer import Gazetteer
from kg.publisher import home_of, publishers
from kg.records import Claim, Extraction, Literal, Name, Thing
from kg.resolve.body_name import body_name
from kg.resolve.home import meant
from kg.resolve.nobodys_name import says_not_which
from kg.resolve.short_forms import Body, Short, short_forms

LAST = "9999"
"""The day of what has none, so that it stands behind all that has one."""

_NONE: frozenset[int] = frozenset()
Context = tuple[str, ...]
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
    shorts: tuple[Short, ...] = ()
    key: bytes = b""


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


Said = tuple[str, tuple[tuple[str, str, str], ...], str | None, Context, str, tuple[str, ...]]
"""What is told of a thing: its type, its names, its row of the gazetteer, its context, its home, and where it stands if
nothing told elsewhere may be taken for the same at once."""


@dataclass(frozen=True, slots=True)
class Digest:
    """What resolution keeps of an announcement by itself; numbers are places of things in it, -1 stands for none.

    ``key`` is a hash of all that was looked at for it, if that is known: where it is the same, the digest is.
    """

    id: str
    lang: str
    day: str
    keys: tuple[str, ...]
    things: tuple[Said, ...]
    posts: tuple[Post, ...] = ()
    met: tuple[Met, ...] = ()
    ties: tuple[tuple[int, str, int], ...] = ()
    values: tuple[tuple[int, str, str], ...] = ()
    shorts: tuple[Short, ...] = ()
    key: bytes = b""


def looked_at(extraction: Extraction) -> bytes:
    """Return all of an extraction that resolution looks at: where it is the same, the result is."""
    announcement = extraction.announcement
    claims = [(claim.subject, claim.predicate, claim.object, claim.modality) for claim in extraction.claims]
    about = (announcement.id, announcement.lang, announcement.published, announcement.url)
    return msgspec.json.encode((about, publishers(announcement), extraction.things, claims))


def gather(digests: Iterable[Digest]) -> World:
    """Return what is told of in announcements, whatever their order."""
    left = sorted(_sharing(digests), key=lambda one: (one.day or LAST, one.id))
    left.reverse()
    world = World([], [])
    numbers = _Numbers()
    while left:  # each is let go of as it is taken up, and what is made of it gets its place in memory
        world.told.append(_told(len(world.told), left.pop(), numbers, world.nodes))
    return world


def _sharing(digests: Iterable[Digest]) -> Iterator[Digest]:
    """Yield equal digests; what is equal in many of them is held once."""
    known: dict[Said, Said] = {}
    here: set[int] = set()  # where in memory that is which is known, and so stays there: to hash a name takes longer
    for one in digests:
        if here.issuperset(map(id, one.things)):
            yield one
        else:
            shared = replace(one, things=tuple([known.setdefault(said, said) for said in one.things]))
            here.update(map(id, shared.things))
            yield shared


class _Numbers:
    """The node of each thing that is told of, by what is told; what is held once is found by its place in memory."""

    def __init__(self) -> None:
        self._nodes: dict[Said, Node] = {}
        self._here: dict[int, Node] = {}

    def of(self, said: Said, nodes: list[Node]) -> Node:
        """Return the node, the last of ``nodes`` if it is new."""
        node = self._here.get(id(said)) or self._nodes.get(said)
        if node is None:
            type_, names, known_as, context, home, _ = said
            node = self._nodes[said] = Node(len(nodes), type_, _as_names(names), known_as, context, home)
            nodes.append(node)
            self._here[id(said)] = node  # it stays in memory as a key, so nothing else comes to stand there
        return node


def digest(extraction: Extraction, gazetteer: Gazetteer, alone: Collection[str] = ()) -> Digest:
    """Return what resolution keeps of an announcement.

    Nothing of the announcements ``alone`` (ids) is collapsed with what others tell, so that it can be judged by itself.
    """
    announcement = extraction.announcement
    claims = [claim for claim in extraction.claims if claim.modality in ("asserted", "ended")]
    home = home_of(announcement, gazetteer)
    things: dict[str, Said] = {}
    contexts = _contexts(extraction.things, claims)
    seen: set[Said] = set()
    for thing in extraction.things:
        own: tuple[str, ...] = (announcement.id,) if announcement.id in alone else ()
        row = meant(thing, home, gazetteer)
        if thing.type in ("Meeting", "Membership") or (row is None and _nobodys(thing, home, contexts)):
            own = (announcement.id, thing.key)
        state = home if thing.type == "Organization" else ""
        said: Said = (thing.type, _names(thing, row, gazetteer), row, contexts.get(thing.key, ()), state, own)
        while said in seen:
            said = (*said[:-1], (*said[-1], thing.key))
        seen.add(said)
        things[intern(thing.key)] = said
    posts, met, ties, values = _tied(things, claims)
    about = announcement.id, announcement.lang, announcement.published or ""
    return Digest(*about, tuple(things), tuple(things.values()), posts, met, ties, values, _shorts(things))


def _shorts(things: Mapping[str, Said]) -> tuple[Short, ...]:
    bodies = {
        place: Body(_as_names(names), state)
        for place, (type_, names, _, _, state, _) in enumerate(things.values())
        if type_ == "Organization"
    }
    return short_forms(bodies)


_KEPT = frozenset({
    "org:member", "org:organization", "org:role", "org:subOrganizationOf", "kg:participant", "kg:party",
    "kg:meetingKind", "kg:memberCount", "kg:country", "schema:startDate", "schema:endDate", "schema:eventStatus",
    "schema:location", "schema:organizer",
})  # fmt: skip
_OF_MEMBERSHIP = ("org:member", "org:organization", "org:role")


def _nobodys(thing: Thing, home: str, contexts: Mapping[str, Context]) -> bool:
    """Tell whether a body is called only by what it is (Regional Court, Board of Directors): many have one."""
    if thing.type != "Organization":
        return False
    kind = all(name.kind == "full" and body_name(name.text, name.lang).generic for name in thing.names)
    return kind or (thing.key not in contexts and says_not_which(thing.names, home))


def _names(
    thing: Thing, row: str | None = None, gazetteer: Gazetteer | None = None
) -> tuple[tuple[str, str, str], ...]:
    """Return a thing's names; a row's own state is never another's: НАН РА is no name of Kazakhstan's academy."""
    entry = gazetteer.by_id(row) if gazetteer and row and row in gazetteer else None
    names = thing.names
    if thing.type == "Organization" and entry and entry.state:
        own = [n for n in names if not (of := body_name(n.text, n.lang).states) or entry.state.lower() in of]
        names = tuple(own) or names
    return tuple((intern(name.text), intern(name.lang), intern(name.kind)) for name in names)


def _contexts(things: Iterable[Thing], claims: list[Claim]) -> dict[str, Context]:
    """Return what tells things of one name apart: a person's posts, a body's parent, an election's day."""
    named = {thing.key: thing.known or repr(_names(thing)) for thing in things}
    types = {thing.key: thing.type for thing in things}
    posts: dict[str, dict[str, str]] = {}
    found: dict[str, set[str]] = {}
    for claim in claims:
        if isinstance(claim.object, str):
            if claim.predicate in _OF_MEMBERSHIP:
                posts.setdefault(claim.subject, {})[claim.predicate] = claim.object
            elif claim.predicate == "org:subOrganizationOf":
                found.setdefault(claim.subject, set()).add(str(named.get(claim.object)))
        elif types.get(claim.subject) == "Election" and claim.predicate == "schema:startDate":
            found.setdefault(claim.subject, set()).add(claim.object.value)
    for post in posts.values():
        person = post.get("org:member", "")
        if types.get(person) == "Person":
            place, role = named.get(post.get("org:organization", "")), named.get(post.get("org:role", ""))
            found.setdefault(person, set()).add(repr((place, role)))
    return {key: tuple(sorted(values)) for key, values in found.items()}


def _told(number: int, digest: Digest, numbers: _Numbers, nodes: list[Node]) -> Told:
    own: list[int] = []
    for key, said in zip(digest.keys, digest.things, strict=True):
        node = numbers.of(said, nodes)
        node.add((number, key))
        own.append(node.number)
    own.append(-1)  # what is at no place is no node
    return Told(
        number,
        digest.id,
        digest.lang,
        digest.day,
        dict(zip(digest.keys, own, strict=False)),
        [_placed_post(post, own) for post in digest.posts],
        [_placed_met(met, own) for met in digest.met],
        [(own[thing], predicate, own[other]) for thing, predicate, other in digest.ties],
        [(own[thing], predicate, value) for thing, predicate, value in digest.values],
        digest.shorts,
        digest.key,
    )


def _placed_post(one: Post, own: Sequence[int]) -> Post:
    """Return a post with nodes in the place of places."""
    return Post(one.key, own[one.node], own[one.member], own[one.body], own[one.role], one.start, one.end, one.over)


def _placed_met(one: Met, own: Sequence[int]) -> Met:
    """Return a meeting with nodes in the place of places."""
    present, organizers, places = (
        frozenset([own[place] for place in some]) if some else _NONE
        for some in (one.present, one.organizers, one.places)
    )
    return Met(one.key, own[one.node], one.rank, one.day, one.end, one.kind, one.status, present, organizers, places)


@lru_cache(maxsize=50_000)
def _as_names(names: tuple[tuple[str, str, str], ...]) -> tuple[Name, ...]:
    return tuple(Name(*name) for name in names)


def _tied(
    things: Mapping[str, Said], claims: Iterable[Claim]
) -> tuple[tuple[Post, ...], tuple[Met, ...], tuple[tuple[int, str, int], ...], tuple[tuple[int, str, str], ...]]:
    """Return the posts, meetings, ties and values of which claims tell, with the places of things."""
    posts: dict[str, Post] = {}
    met: dict[str, Met] = {}
    ties: list[tuple[int, str, int]] = []
    values: list[tuple[int, str, str]] = []
    places: dict[str, int] = {}
    for place, (key, said) in enumerate(things.items()):
        places[key] = place
        if said[0] == "Membership":
            posts[key] = Post(key, place)
        elif said[0] == "Meeting":
            met[key] = Met(key, place, len(met))
    for claim in claims:
        subject, predicate = claim.subject, claim.predicate
        if predicate not in _KEPT:
            continue
        is_literal = isinstance(claim.object, Literal)
        value = intern(claim.object if isinstance(claim.object, str) else claim.object.value)
        thing = -1 if is_literal else places.get(value, -1)
        over = claim.modality == "ended"
        if subject in posts:
            _add_to_post(posts[subject], predicate, thing, value, over)
        elif over:
            continue
        elif subject in met:
            _add_to_meeting(met[subject], predicate, thing, value)
        elif subject in places and thing >= 0:
            ties.append((places[subject], intern(predicate), thing))
        elif subject in places and is_literal:
            values.append((places[subject], intern(predicate), value))
    return tuple(posts.values()), tuple(met.values()), tuple(ties), tuple(values)


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
