"""What is known of each thing, from what all announcements say of it: the default graph, one thing at a time.

The announcements are gone through once, and a thing is finished with the last one that tells of it; so only what is
said of things that are still to come up again is held, and of an announcement no more than the words that are quoted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import pyoxigraph as ox

from kg.graph import iris
from kg.graph.describe import entity_triples
from kg.graph.settle import settle
from kg.graph.statements import Statement, naming, of_claims
from kg.graph.trace import Quote, Triple
from kg.graph.turtle import Block, Terms, described
from kg.graph.worded import worded
from kg.records import Announcement, Claim, Entity, Extraction

Label = tuple[str, str]
"""The key of a Thing and what a mention calls it."""


@dataclass(frozen=True, slots=True)
class Known:
    """One thing: its entity, its description in Turtle, and its triples as quads of the default graph.

    ``past`` are triples that announcements state and that others say better or later (see kg.graph.settle), ``quotes``
    has the words of all that they state, ``prefixes`` those that the description uses.
    """

    entity: Entity
    block: Block
    prefixes: tuple[str, ...]
    quads: tuple[ox.Quad, ...]
    past: tuple[ox.Quad, ...] = ()
    quotes: Mapping[Triple, Sequence[Quote]] = field(default_factory=dict)


@dataclass(slots=True)
class _Told:
    """What announcements told of a thing so far; ``left`` counts those that are still to come."""

    entity: Entity
    left: int
    statements: list[Statement] = field(default_factory=list)
    quotes: dict[Triple, list[Quote]] = field(default_factory=dict)
    spoken_of: bool = False  # it is the object of a fact


class Knowledge:
    """The things of a graph; ``by_iri`` has the entities."""

    def __init__(self, entities: Sequence[Entity], base: str) -> None:
        self.entities, self._base = entities, base
        self.by_iri = {iris.thing(base, entity.slug).value: entity for entity in entities}
        self._things = _things_in(entities)

    def of(self, id_: str) -> Sequence[tuple[str, Entity]]:
        """Return the things of an announcement, sorted by key, as entities without what makes them large."""
        return list(zip(*self._things.get(id_, ((), ())), strict=True))

    def things(
        self, said: Iterable[tuple[Extraction, Sequence[Label]]], chosen: Iterable[Entity], terms: Terms
    ) -> Iterator[tuple[Entity, Known | None]]:
        """Yield each of the ``chosen`` things as soon as all is known of it; None for one that the graph has not.

        ``said`` are the announcements that tell of them, or more, sorted by id. They need no mentions, but the labels
        of those of meetings are with them, each with the Thing's key.
        """
        told = {one.slug: _Told(one, len({id_ for id_, _ in one.members})) for one in chosen}
        yield from ((one.entity, self._known(one, terms)) for one in told.values() if not one.left)
        for extraction, called in said:
            id_ = extraction.announcement.id
            things = dict(self.of(id_))
            self._tell(extraction, called, things, told)
            for slug in sorted({entity.slug for entity in things.values()}):
                if one := told.get(slug):
                    one.left -= 1
                    if not one.left:
                        yield one.entity, self._known(told.pop(slug), terms)

    def _tell(
        self,
        extraction: Extraction,
        called: Sequence[Label],
        things: Mapping[str, Entity],
        told: Mapping[str, _Told],
    ) -> None:
        """Take up what an announcement says of things."""
        claims: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in extraction.claims:
            if claim.modality != "asserted" or claim.subject not in things:
                continue
            if isinstance(claim.object, str):
                if claim.object not in things:
                    continue
                if one := told.get(things[claim.object].slug):
                    one.spoken_of = True
            if things[claim.subject].slug in told:
                claims[claim.subject].append(claim)
        labels: defaultdict[str, list[str]] = defaultdict(list)
        for key, label in called:
            if key in things and things[key].slug in told:
                labels[key].append(label)
        if claims or labels:
            self._state(extraction, claims, labels, things, told)

    def _state(
        self,
        extraction: Extraction,
        claims: Mapping[str, Sequence[Claim]],
        labels: Mapping[str, Collection[str]],
        things: Mapping[str, Entity],
        told: Mapping[str, _Told],
    ) -> None:
        announcement = extraction.announcement
        placed = {
            (announcement.id, key): (iris.thing(self._base, entity.slug), entity) for key, entity in things.items()
        }
        found: defaultdict[str, list[Statement]] = defaultdict(list)
        for key in sorted({*claims, *labels}):
            iri, entity = placed[announcement.id, key]
            found[entity.slug] += of_claims(announcement, claims.get(key, ()), placed)
            found[entity.slug] += naming(announcement, iri, entity, labels.get(key, ()))
        bare = replace(announcement, text="", lines=())
        for slug, statements in found.items():
            for triple, quotes in worded(statements, self._base).items():
                told[slug].quotes.setdefault(triple, []).extend(quotes)
            told[slug].statements += [_without_words(one, bare) for one in statements]

    def _known(self, told: _Told, terms: Terms) -> Known | None:
        entity, said = told.entity, told.statements
        # A meeting or membership that is only denied or proposed has no name and no fact: it is none.
        if not (entity.names or said or told.spoken_of):
            return None
        standing = settle(said)
        quads = tuple(ox.Quad(*triple) for triple in dict.fromkeys([*entity_triples(entity, self._base), *standing]))
        past = tuple(ox.Quad(*triple) for triple in {one.triple for one in said} - standing)
        terms.used = set()
        block = described(quads, terms)
        return Known(entity, block, tuple(sorted(terms.used)), quads, past, told.quotes)


def _without_words(one: Statement, bare: Announcement) -> Statement:
    return one._replace(announcement=bare, evidence=(), said_by=None)


_Things = tuple[tuple[str, ...], tuple[Entity, ...]]
"""The keys of an announcement's things, sorted, and the things."""


def _things_in(entities: Iterable[Entity]) -> dict[str, _Things]:
    """Return the things of each announcement, without what makes them large: members and reasons.

    Keys are the same in many announcements, and held once.
    """
    found: defaultdict[str, list[tuple[str, Entity]]] = defaultdict(list)
    for entity in sorted(entities, key=lambda entity: entity.slug):
        small = Entity(entity.slug, entity.type, entity.names, ())
        for id_, key in entity.members:
            found[id_].append((key, small))
    shared: dict[tuple[str, ...], tuple[str, ...]] = {}
    things: dict[str, _Things] = {}
    while found:
        id_, own = found.popitem()
        own.sort(key=lambda pair: pair[0])
        keys = tuple([key for key, _ in own])
        things[id_] = shared.setdefault(keys, keys), tuple([thing for _, thing in own])
    return things
