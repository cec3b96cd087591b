"""The things of a graph, one by one: described, validated and seen once, kept in the cache.

What is known of a thing depends on what it is called, on what announcements say of it, with their words, and on what
the things are called that they tie it to; so a thing is worked out anew where one of these changed, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256

import msgspec

from kg.graph.describe import classes
from kg.graph.knowledge import Knowledge, Known
from kg.graph.seen import Sight
from kg.graph.turtle import Block, Terms
from kg.graph.validate import Result, ThingCheck
from kg.ontology import compact
from kg.records import LANGUAGES, Entity
from kg.run import program
from kg.run.batches import batched
from kg.run.cache import Cache
from kg.run.looks import NOTHING, tellings
from kg.run.pack import UnreadableError, squeeze, unsqueeze
from kg.run.parts import Parts
from kg.run.said import Said
from kg.view.things import Relation, Thing, ends, relation_of, thing_of

_AT_ONCE = 1000  # things checked together: pySHACL takes a while to begin
_TOLD_AT_ONCE = 40_000  # times that announcements tell of things described together, so many are held: 2 KB each


@dataclass(frozen=True, slots=True)
class Described:
    """A thing as it is in the graph: its class, its description in Turtle, what SHACL says, and if it is pictured."""

    type: str
    block: Block
    prefixes: tuple[str, ...]
    triples: int
    results: tuple[Result, ...]
    pictured: bool


@dataclass(frozen=True, slots=True)
class Details:
    """How a thing is pictured: itself if it is a node, and the edges that its description makes, sorted."""

    shown: Thing | None = None
    ties: tuple[Relation, ...] = ()


class Things:
    """The things of a build, in the cache; ``keys`` and ``iris`` are theirs, one for each entity."""

    def __init__(self, cache: Cache, said: Said, knowledge: Knowledge, parts: Parts, base: str) -> None:
        self.entities, self._cache, self._said = knowledge.entities, cache, said
        self._knowledge, self._parts, self._base = knowledge, parts, base
        self.iris: Sequence[str] = tuple(knowledge.by_iri)

    @cached_property
    def keys(self) -> list[bytes]:
        """The keys of all things; they are worked out with the first step of drawing up, beside the workers."""
        told = tellings(self._cache, self._parts, self._said, self._knowledge.of)
        return _keys(told, self._knowledge, self._parts, self._base)

    def draw_up(self) -> Iterator[None]:
        """See to it that every thing is in the cache, in small steps, one for each item."""
        known = self._cache.known("thing", self.keys)
        missing = [place for place, key in enumerate(self.keys) if key not in known]
        for row in self._worked_out(missing):
            if row:
                self._cache.put("thing", row)
            yield

    def described(self) -> Iterator[Described | None]:
        """Yield what each is in the graph; None for what is no thing of it, since nothing is said of it."""
        slugs = [entity.slug for entity in self.entities]
        return batched(self._cache, list[Described | None], slugs, self.keys, self._described)

    def _described(self, places: Sequence[int]) -> Iterator[Described | None]:
        kept = self._cache.first("thing", [self.keys[place] for place in places])
        for place, packed in zip(places, kept, strict=True):
            found: Described | None
            try:
                found = unsqueeze(packed or b"", Described | None)
            except UnreadableError:
                found = unsqueeze(self._anew(place)[1], Described | None)
            yield found

    def details(self, places: Sequence[int]) -> Iterator[Details]:
        """Yield how the things at some places are pictured."""
        for place, packed in zip(
            places, self._cache.second("thing", [self.keys[place] for place in places]), strict=True
        ):
            found: Details
            try:
                found = unsqueeze(packed or b"", Details)
            except UnreadableError:
                found = unsqueeze(self._anew(place)[2], Details)
            yield found

    def _anew(self, place: int) -> tuple[bytes, bytes, bytes]:
        (row,) = (row for rows in self._worked_out([place]) for row in rows)
        self._cache.put("thing", [row])
        return row

    def _worked_out(self, places: Sequence[int]) -> Iterator[Sequence[tuple[bytes, bytes, bytes]]]:
        """Yield the rows of the cache for the things at some places, or none of them, often."""
        sight, check, terms = Sight(self._knowledge.by_iri, self._base), ThingCheck(self._classes_of), Terms(self._base)
        for some in self._portions(places):
            waiting: list[tuple[bytes, str, Described, bytes]] = []
            for key, known in self._known(some, terms):
                if known:
                    described, details = _seen(known, check.look_at(known.quads + known.past), sight)
                    waiting.append((key, compact(_iri(known)), described, squeeze(details)))
                    yield _checked(waiting, check) if len(waiting) >= _AT_ONCE else []
                else:
                    yield [(key, squeeze(None), squeeze(Details()))]
                if len(waiting) >= _AT_ONCE:
                    waiting = []
            yield _checked(waiting, check)

    def _portions(self, places: Sequence[int]) -> Iterator[Sequence[int]]:
        """Yield places by portions, so that all that is told of the things in one can be held.

        Those that are first told of together are in one portion, so that few announcements are read for several.
        """
        some: list[int] = []
        times = 0
        for place in sorted(places, key=lambda place: min(self.entities[place].members, default=("", ""))):
            some.append(place)
            times += len(self.entities[place].members)
            if times >= _TOLD_AT_ONCE:
                yield some
                some, times = [], 0
        if some:
            yield some

    def _known(self, places: Sequence[int], terms: Terms) -> Iterator[tuple[bytes, Known | None]]:
        """Yield the key of each thing at some places and what is known of it, None for what the graph has not."""
        place_of = {self.entities[place].slug: place for place in places}
        chosen = [self.entities[place] for place in places]
        said = (
            (one.extraction, one.called) for one in self._said.of({id_ for one in chosen for id_, _ in one.members})
        )
        for entity, known in self._knowledge.things(said, chosen, terms):
            yield self.keys[place_of[entity.slug]], known

    def _classes_of(self, iri: str) -> Collection[str]:
        entity = self._knowledge.by_iri.get(iri)
        return classes(entity.type) if entity else ()


def _keys(told: Iterable[bytes], knowledge: Knowledge, parts: Parts, base: str) -> list[bytes]:
    """Return a hash of each thing and of all that is told of it (see kg.run.looks.tellings)."""
    salt = f"{program.showing()} {base}".encode()
    digests = {entity.slug: sha256(salt + _own(entity)) for entity in knowledge.entities}
    size = len(NOTHING)
    for entry, row in zip(parts.entries, told, strict=True):
        for place, (_, entity) in enumerate(knowledge.of(entry.id)):
            one = row[place * size : (place + 1) * size]
            if one != NOTHING:
                digests[entity.slug].update(one)
    return [digests[entity.slug].digest()[:20] for entity in knowledge.entities]


def _own(entity: Entity) -> bytes:
    return msgspec.json.encode((entity.slug, entity.type, entity.names, entity.known, entity.reasons))


def _checked(
    waiting: Sequence[tuple[bytes, str, Described, bytes]], check: ThingCheck
) -> list[tuple[bytes, bytes, bytes]]:
    """Return the rows of the cache for things that were looked at: their keys, nodes, descriptions and details."""
    found = check.judged()
    return [
        (key, squeeze(replace(described, results=tuple(found.get(node, ())))), details)
        for key, node, described, details in waiting
    ]


def _seen(known: Known, triples: int, sight: Sight) -> tuple[Described, Details]:
    seen = sight.of(known)
    node = thing_of(_iri(known), seen.node, LANGUAGES) if seen.node else None
    ties = sorted((relation_of(edge, LANGUAGES) for edge in seen.edges if edge[0] != edge[1]), key=ends)
    pictured = node is not None or bool(ties)
    described = Described(known.entity.type, known.block, known.prefixes, triples, (), pictured)
    return described, Details(node, tuple(ties))


def _iri(known: Known) -> str:
    return known.quads[0].subject.value  # type: ignore[union-attr]
