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
from typing import TYPE_CHECKING

import msgspec

from kg.records import Name
from kg.resolve.short_forms import Short

if TYPE_CHECKING:
    from kg.resolve.columns import Columns

LAST = "9999"
"""The day of what has none, so that it stands behind all that has one."""

Context = tuple[str, ...]

OF_MARK = 16  # bytes


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


@dataclass(slots=True)
class Told:
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
    """All announcements, the earliest first, and all nodes, in the order in which they are first told of.

    ``columns`` has what is known of all of them before they are gone through; ``marks`` are, where they are asked for,
    nodes of which others may tell too, and marks of these.
    """

    told: Sequence[Told]
    nodes: Sequence[Node]
    columns: Columns | None = None
    marks: tuple[Sequence[int], bytes] = ((), b"")
    _starts: array[int] = field(init=False)  # where in the two others each node's begin
    _numbers: array[int] = field(init=False)  # of announcements
    _places: array[int] = field(init=False)  # of things in them
    _scope: tuple[int, ...] | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        """Note where each node is told of."""
        if self.columns:
            self._starts, self._numbers, self._places = self.columns.where()
            return
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
        if self.columns:
            return (self.nodes[number] for number in self.columns.of_type(types, self._scope))
        return (node for node in self.in_scope() if node.type in types)

    def tells_of_scope(self) -> Iterable[Told]:
        """Return the announcements that tell of something that is to be gone through."""
        if self._scope is None:
            return self.told
        return [self.told[number] for number in sorted({n for node in self._scope for n in self.numbers(node)})]

    def of_types(self, nodes: Iterable[int], types: Collection[str]) -> set[int]:
        """Return those of some nodes that are of some types."""
        if self.columns:
            return {number for number in nodes if self.columns.type_of(number) in types}
        return {number for number in nodes if self.nodes[number].type in types}

    def known(self) -> Mapping[int, str]:
        """Return the rows of the gazetteer as which things are told of, by the nodes."""
        return self.columns.known if self.columns else {node.number: node.known for node in self.nodes if node.known}

    def known_in_scope(self) -> Iterable[Node]:
        """Return the nodes that are rows of the gazetteer and are to be gone through."""
        known = self.known()
        numbers = known if self._scope is None else [number for number in self._scope if number in known]
        return [self.nodes[number] for number in sorted(numbers)]

    def tying(self) -> Iterable[Told]:
        """Return the announcements that tell of ties, perhaps with others."""
        return self._some(self.columns.tying) if self.columns else self.told

    def shortening(self) -> Iterable[Told]:
        """Return the announcements that have short forms of names, perhaps with others."""
        return self._some(self.columns.shortening) if self.columns else self.told

    def _some(self, numbers: Iterable[int]) -> Iterator[Told]:
        return (self.told[number] for number in numbers)

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

    def where(self, node: int) -> tuple[int, int]:
        """Return the number of the first announcement that tells of a node, and the place of the thing that it is."""
        start = self._starts[node]
        return self._numbers[start], self._places[start]

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


def own(said: Said, id_: str) -> bool:
    """Tell whether nothing is told alike outside the announcement with this id, as of its meetings and memberships."""
    return len(said[-1]) > 1 and said[-1][0] == id_


def mark(said: Said) -> bytes:
    """Return a hash of what is told of a thing, which is that of nothing else."""
    return sha256(msgspec.json.encode(said)).digest()[:OF_MARK]


def gather(digests: Iterable[Digest], *, marking: bool = False) -> World:
    """Return what is told of in announcements, whatever their order; ``marking`` has their nodes marked."""
    nodes = _Nodes()
    told = [nodes.told(one) for one in digests]
    told.sort(key=lambda one: (one.day or LAST, one.id))
    return World(told, nodes.in_order(told), marks=nodes.marks() if marking else ((), b""))


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
        return placed(digest, -1, numbers, self._keys.setdefault(digest.keys, digest.keys))

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

    def marks(self) -> tuple[Sequence[int], bytes]:
        """Return the nodes of which others may tell too, and the marks of these."""
        return array("i", (node.number for node in self._of.values())), b"".join(map(mark, self._of))

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


def placed(digest: Digest, number: int, own: Sequence[int], keys: tuple[str, ...]) -> Told:
    """Return what an announcement tells with nodes in the place of places; the last of its ``own`` is none."""
    return Told(
        number,
        digest.id,
        digest.lang,
        intern(digest.day),
        keys,
        tuple(own[:-1]),
        tuple([placed_post(post, own) for post in digest.posts]),
        tuple([_placed_met(met, own) for met in digest.met]),
        tuple([(own[thing], intern(predicate), own[other]) for thing, predicate, other in digest.ties]),
        tuple([(own[thing], intern(predicate), intern(value)) for thing, predicate, value in digest.values]),
        digest.shorts,
        digest.key,
    )


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
    return Node(number, type_, as_names(names), known_as, context, home)


@lru_cache(maxsize=50_000)
def as_names(names: tuple[tuple[str, str, str], ...]) -> tuple[Name, ...]:
    """Return names as they are told."""
    return tuple(Name(*name) for name in names)
