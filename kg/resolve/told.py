"""What resolution keeps of all announcements: light keys, and each thing that is told of alike only once.

An Extraction is looked at once and may then be forgotten. Things of one type with the same names in the same context
(the posts of a person, the parent of a body) are one ``Node`` from the start, however many announcements repeat them;
so a name that stands in a million announcements costs a million pairs of numbers, and no more. Of a hundred thousand
announcements there are a million things, so small sets are tuples here, and what is equal is held once.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from sys import intern

import msgspec

from kg.gazetteer import Entry, Gazetteer
from kg.publisher import home_of, publishers
from kg.records import Claim, Extraction, Literal, Name, Thing
from kg.resolve.body_name import body_name
from kg.resolve.home import bare_of_others, meant
from kg.resolve.nobodys_name import says_not_which
from kg.resolve.short_forms import Body, Short, short_forms

LAST = "9999"
"""The day of what has none, so that it stands behind all that has one."""

Context = tuple[str, ...]


class Node(msgspec.Struct):
    """Things that are told of alike (see World for where); the announcement that is first names it first."""

    number: int
    type: str
    names: tuple[Name, ...]
    known: str | None
    context: Context
    home: str


class Post(msgspec.Struct, array_like=True, gc=False):
    """A membership as told: who (a node), where, as what, from when to when, and whether it is over."""

    node: int
    member: int = -1
    body: int = -1
    role: int = -1
    start: str = ""
    end: str = ""
    over: bool = False


class Met(msgspec.Struct, array_like=True, gc=False):
    """A meeting as told: the nodes that take part, its day and kind; ``rank`` is its place among those of the text."""

    node: int
    rank: int
    day: str = ""
    end: str = ""
    kind: str = ""
    status: str = ""
    present: tuple[int, ...] = ()
    organizers: tuple[int, ...] = ()
    places: tuple[int, ...] = ()


class Told(msgspec.Struct):
    """One announcement: its things by their keys, in the order of the text, and the node of each."""

    number: int
    id: str
    lang: str
    day: str
    keys: tuple[str, ...]
    nodes: tuple[int, ...]
    posts: tuple[Post, ...] = ()
    met: tuple[Met, ...] = ()
    ties: tuple[tuple[int, str, int], ...] = ()
    values: tuple[tuple[int, str, str], ...] = ()
    shorts: tuple[Short, ...] = ()
    key: bytes = b""

    def things(self) -> dict[str, int]:
        """Return the node of each thing by its key."""
        return dict(zip(self.keys, self.nodes, strict=True))


@dataclass(slots=True)
class World:
    """All announcements, the earliest first, and all nodes, in the order in which they are first told of."""

    told: list[Told]
    nodes: list[Node]
    _starts: array[int] = field(init=False)  # where in the two others each node's begin
    _numbers: array[int] = field(init=False)  # of announcements
    _places: array[int] = field(init=False)  # of things in them
    _scope: tuple[int, ...] | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        """Note where each node is told of."""
        starts = array("I", bytes(4 * (len(self.nodes) + 1)))
        for one in self.told:
            for node in one.nodes:
                starts[node + 1] += 1
        for node in range(len(self.nodes)):
            starts[node + 1] += starts[node]
        self._starts, free = starts, starts[:]
        self._numbers, self._places = (array("I", bytes(4 * starts[-1])) for _ in range(2))
        for one in self.told:
            for place, node in enumerate(one.nodes):
                at = free[node]
                self._numbers[at], self._places[at], free[node] = one.number, place, at + 1

    def within(self, scope: Iterable[int]) -> World:
        """Return the same world, of whose nodes only these are gone through."""
        found = copy(self)
        found._scope = tuple(sorted(scope))
        return found

    def in_scope(self) -> Iterable[Node]:
        """Return the nodes that are to be gone through."""
        return self.nodes if self._scope is None else [self.nodes[number] for number in self._scope]

    def of_type(self, *types: str) -> Iterator[Node]:
        """Yield the nodes of some types that are to be gone through."""
        return (node for node in self.in_scope() if node.type in types)

    def tells_of_scope(self) -> Iterable[Told]:
        """Return the announcements that tell of something that is to be gone through."""
        if self._scope is None:
            return self.told
        return [self.told[number] for number in sorted({n for node in self._scope for n in self.numbers(node)})]

    def times(self, node: int) -> int:
        """Return how many things of announcements a node is."""
        return self._starts[node + 1] - self._starts[node]

    def only(self, node: int) -> int:
        """Return the number of the announcement that tells of a node if there is but one thing that it is, else -1."""
        start = self._starts[node]
        return self._numbers[start] if self._starts[node + 1] == start + 1 else -1

    def numbers(self, node: int) -> Sequence[int]:
        """Return the numbers of the announcements that tell of a node, the earliest first."""
        return self._numbers[self._starts[node] : self._starts[node + 1]]

    def first(self, node: int) -> Told:
        """Return the announcement that tells of a node first."""
        return self.told[self._numbers[self._starts[node]]]

    def member(self, node: int) -> tuple[str, str]:
        """Return the id of the first announcement that tells of a node, and the key of the thing that it is there."""
        return self._member(self._starts[node])

    def members(self, node: int) -> Iterator[tuple[str, str]]:
        """Yield the same of all announcements that tell of it, the earliest first."""
        return map(self._member, range(self._starts[node], self._starts[node + 1]))

    def _member(self, at: int) -> tuple[str, str]:
        told = self.told[self._numbers[at]]
        return told.id, told.keys[self._places[at]]


Said = tuple[str, tuple[tuple[str, str, str], ...], str | None, Context, str, tuple[str, ...]]
"""What is told of a thing: its type, its names, its row of the gazetteer, its context, its home, and where it stands if
nothing told elsewhere may be taken for the same at once."""


class Digest(msgspec.Struct, frozen=True):
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


def own(said: Said, id_: str) -> bool:
    """Tell whether nothing is told alike outside the announcement with this id, as of its meetings and memberships."""
    return len(said[-1]) > 1 and said[-1][0] == id_


def gather(digests: Iterable[Digest]) -> World:
    """Return what is told of in announcements, whatever their order."""
    nodes = _Nodes()
    told = [nodes.told(one) for one in digests]
    told.sort(key=lambda one: (one.day or LAST, one.id))
    return World(told, nodes.in_order(told))


class _Nodes:
    """The node of each thing that is told of, by what is told; what is held once is found by its place in memory."""

    def __init__(self) -> None:
        self._nodes: list[Node] = []
        self._of: dict[Said, Node] = {}
        self._here: dict[int, Node] = {}
        self._keys: dict[tuple[str, ...], tuple[str, ...]] = {}

    def told(self, digest: Digest) -> Told:
        """Return an announcement with nodes in the place of things; they are numbered as they come."""
        numbers = [self._node(said, digest.id) for said in digest.things]
        numbers.append(-1)  # what is at no place is no node
        return Told(
            -1,
            digest.id,
            digest.lang,
            intern(digest.day),
            self._keys.setdefault(digest.keys, digest.keys),
            tuple(numbers[:-1]),
            tuple([placed_post(post, numbers) for post in digest.posts]),
            tuple([_placed_met(met, numbers) for met in digest.met]),
            tuple([(numbers[thing], intern(predicate), numbers[other]) for thing, predicate, other in digest.ties]),
            tuple([(numbers[thing], intern(predicate), intern(value)) for thing, predicate, value in digest.values]),
            digest.shorts,
            digest.key,
        )

    def _node(self, said: Said, id_: str) -> int:
        node = self._here.get(id(said)) or self._of.get(said)
        if node is None:
            node = as_node(len(self._nodes), said)
            self._nodes.append(node)
            if not own(said, id_):
                self._of[said] = self._here[id(said)] = node  # as a key it stays in memory, so nothing else comes there
        return node.number

    def in_order(self, told: Sequence[Told]) -> list[Node]:
        """Number announcements, and nodes in the order in which these tell of them; return the nodes."""
        numbers: dict[int, int] = {}
        for number, one in enumerate(told):
            one.number = number
            for node in one.nodes:
                numbers.setdefault(node, len(numbers))
        if any(before != now for before, now in numbers.items()):
            self._renumber(told, [numbers[node.number] for node in self._nodes])
        return self._nodes

    def _renumber(self, told: Sequence[Told], numbers: list[int]) -> None:
        numbers.append(-1)
        for node in self._nodes:
            node.number = numbers[node.number]
        self._nodes.sort(key=lambda node: node.number)
        for one in told:
            one.nodes = tuple([numbers[node] for node in one.nodes])
            one.posts = tuple([placed_post(post, numbers) for post in one.posts])
            one.met = tuple([_placed_met(met, numbers) for met in one.met])
            one.ties = tuple([(numbers[thing], predicate, numbers[other]) for thing, predicate, other in one.ties])
            one.values = tuple([(numbers[thing], predicate, value) for thing, predicate, value in one.values])


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
        elif thing.type == "Person" and thing.key not in contexts and not own:
            own = (intern(announcement.published or ""),)  # who is told of without a post is one on one day at most
        state = home if thing.type == "Organization" else ""
        said: Said = (
            intern(thing.type),
            _names(thing, row, gazetteer),
            intern(row) if row else row,
            contexts.get(thing.key, ()),
            state,
            own,
        )
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
    if thing.type == "Organization" and gazetteer and (others := bare_of_others(names, gazetteer)):
        names = tuple(name for name in names if name not in others)
    if thing.type == "Organization" and entry and entry.state:
        own = [n for n in names if not (of := body_name(n.text, n.lang).states) or entry.state.lower() in of]
        names = tuple(own) or names
    if entry and gazetteer and len(names) > 1:
        names = tuple(n for n in names if n.kind != "acronym" or not _of_another(n, entry, thing.type, gazetteer))
    return tuple((intern(name.text), intern(name.lang), intern(name.kind)) for name in names)


def _of_another(name: Name, entry: Entry, type_: str, gazetteer: Gazetteer) -> bool:
    """Tell whether letters are known as another body's: FAO, behind the United Nations whose organization it is."""
    rows = gazetteer.find(name.text, name.lang, type_)
    return bool(rows) and all(row.id != entry.id and row.state == entry.state for row in rows)


def _contexts(things: Iterable[Thing], claims: list[Claim]) -> dict[str, Context]:
    """Return what tells things of one name apart: a person's posts, a body's parent (as hashes), an election's day."""
    named = {thing.key: thing.known or repr(_names(thing)) for thing in things}
    types = {thing.key: thing.type for thing in things}
    posts: dict[str, dict[str, str]] = {}
    found: dict[str, set[str]] = {}
    for claim in claims:
        if isinstance(claim.object, str):
            if claim.predicate in _OF_MEMBERSHIP:
                posts.setdefault(claim.subject, {})[claim.predicate] = claim.object
            elif claim.predicate == "org:subOrganizationOf":
                found.setdefault(claim.subject, set()).add(_short(named.get(claim.object)))
        elif types.get(claim.subject) == "Election" and claim.predicate == "schema:startDate":
            found.setdefault(claim.subject, set()).add(claim.object.value)
    for post in posts.values():
        person = post.get("org:member", "")
        if types.get(person) == "Person":
            place, role = named.get(post.get("org:organization", "")), named.get(post.get("org:role", ""))
            found.setdefault(person, set()).add(_short((place, role)))
    return {key: tuple(sorted(values)) for key, values in found.items()}


def _short(context: object) -> str:
    """Return a hash of something by which things are told apart: it may be long, and there may be a million."""
    return sha256(repr(context).encode()).hexdigest()[:24]


def placed_post(one: Post, own: Sequence[int]) -> Post:
    """Return a post with nodes in the place of places."""
    days = intern(one.start), intern(one.end)
    return Post(own[one.node], own[one.member], own[one.body], own[one.role], *days, one.over)


def _placed_met(one: Met, own: Sequence[int]) -> Met:
    """Return a meeting with nodes in the place of places."""
    said = intern(one.day), intern(one.end), intern(one.kind), intern(one.status)
    some = (tuple(sorted([own[place] for place in each])) for each in (one.present, one.organizers, one.places))
    return Met(own[one.node], one.rank, *said, *some)


def as_node(number: int, said: Said) -> Node:
    """Return what is told as a node."""
    type_, names, known_as, context, home, _ = said
    return Node(number, type_, _as_names(names), known_as, context, home)


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
            posts[key] = Post(place)
        elif said[0] == "Meeting":
            met[key] = Met(place, len(met))
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
        meeting.present = _with(meeting.present, thing)
    elif predicate == "schema:organizer" and thing >= 0:
        meeting.organizers = _with(meeting.organizers, thing)
    elif predicate == "schema:location" and thing >= 0:
        meeting.places = _with(meeting.places, thing)
    elif predicate == "schema:startDate":
        meeting.day = value
    elif predicate == "schema:endDate":
        meeting.end = value
    elif predicate == "kg:meetingKind":
        meeting.kind = value
    elif predicate == "schema:eventStatus":
        meeting.status = value


def _with(some: tuple[int, ...], one: int) -> tuple[int, ...]:
    return some if one in some else (*some, one)
