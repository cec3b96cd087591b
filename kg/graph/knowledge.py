"""What is known of each thing, from what all announcements say of it: the default graph, one thing at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from kg.graph import iris
from kg.graph.describe import entity_triples
from kg.graph.settle import settle
from kg.graph.statements import Statement, naming, of_claims
from kg.graph.turtle import Block, Terms, described
from kg.records import Claim, Entity, Extraction

Member = tuple[str, str]
"""An announcement's id and the key of a Thing in it."""


@dataclass(frozen=True, slots=True)
class Known:
    """One thing: its entity, its description in Turtle, and its triples as quads of the default graph.

    ``past`` are triples that announcements state and that others say better or later (see kg.graph.settle).
    """

    entity: Entity
    block: Block
    quads: tuple[ox.Quad, ...]
    past: tuple[ox.Quad, ...] = ()


class Knowledge:
    """The things of a graph; ``placed`` says which entity each Thing of each announcement is.

    ``extractions`` need no mentions. ``called`` holds what mentions call those Things that are meetings.
    """

    def __init__(
        self,
        extractions: Iterable[Extraction],
        entities: Sequence[Entity],
        base: str,
        called: Mapping[Member, Collection[str]] | None = None,
    ) -> None:
        self._entities, self._base, self._called = entities, base, called or {}
        self.placed = {
            member: (iri, entity)
            for entity in sorted(entities, key=lambda entity: entity.slug)
            for iri in (iris.thing(base, entity.slug),)
            for member in entity.members
        }
        self._claims: defaultdict[Member, list[Claim]] = defaultdict(list)
        self._spoken_of: set[str] = set()  # slugs of what is the object of a fact
        self._announcements = {one.announcement.id: one.announcement for one in extractions if self._take(one)}

    def things(self, terms: Terms) -> Iterator[Known]:
        """Yield every thing that the graph knows, in the order of the entities."""
        for entity in self._entities:
            said = list(self._statements(entity))
            # A meeting or membership that is only denied or proposed has no name and no fact: it is none.
            if entity.names or said or entity.slug in self._spoken_of:
                yield self._known(entity, said, terms)

    def _take(self, extraction: Extraction) -> bool:
        id_ = extraction.announcement.id
        for claim in extraction.claims:
            if claim.modality != "asserted" or (id_, claim.subject) not in self.placed:
                continue
            if isinstance(claim.object, str):
                if (id_, claim.object) not in self.placed:
                    continue
                self._spoken_of.add(self.placed[id_, claim.object][1].slug)
            self._claims[id_, claim.subject].append(claim)
        return True

    def _statements(self, entity: Entity) -> Iterator[Statement]:
        for member in entity.members:
            if member in self._claims:
                yield from of_claims(self._announcements[member[0]], self._claims[member], self.placed)
            if member in self._called:
                announcement, (iri, _) = self._announcements[member[0]], self.placed[member]
                yield from naming(announcement, iri, entity, self._called[member])

    def _known(self, entity: Entity, said: list[Statement], terms: Terms) -> Known:
        standing = settle(said)
        quads = tuple(ox.Quad(*triple) for triple in dict.fromkeys([*entity_triples(entity, self._base), *standing]))
        past = tuple(ox.Quad(*triple) for triple in {one.triple for one in said} - standing)
        return Known(entity, described(quads, terms), quads, past)
