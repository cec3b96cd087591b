"""What is known of each thing, from what all announcements say of it: the default graph, one thing at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

import pyoxigraph as ox

from kg.graph import iris
from kg.graph.describe import entity_triples
from kg.graph.settle import settle
from kg.graph.statements import Statement, naming, of_claims
from kg.graph.turtle import Block, Terms, described
from kg.records import Announcement, Claim, Entity, Extraction

Member = tuple[str, str]
"""An announcement's id and the key of a Thing in it."""


@dataclass(frozen=True, slots=True)
class Known:
    """One thing: its entity, its description in Turtle, and its triples as quads of the default graph.

    ``past`` are triples that announcements state and that others say better or later (see kg.graph.settle), ``said`` is
    all that they state, ``prefixes`` those that the description uses.
    """

    entity: Entity
    block: Block
    prefixes: tuple[str, ...]
    quads: tuple[ox.Quad, ...]
    past: tuple[ox.Quad, ...] = ()
    said: tuple[Statement, ...] = ()


class Knowledge:
    """The things of a graph; ``placed`` says which entity each Thing of each announcement is.

    ``by_iri`` has the entities. ``extractions`` need no mentions. ``called`` holds what mentions call those Things that
    are meetings.
    """

    def __init__(
        self,
        extractions: Iterable[Extraction],
        entities: Sequence[Entity],
        base: str,
        called: Mapping[Member, Collection[str]] | None = None,
    ) -> None:
        self._extractions, self._entities, self._base, self._called = list(extractions), entities, base, called or {}
        placed = [(iris.thing(base, entity.slug), entity) for entity in sorted(entities, key=lambda one: one.slug)]
        self.by_iri = {iri.value: entity for iri, entity in placed}
        self.placed = {member: (iri, entity) for iri, entity in placed for member in entity.members}
        self._claims: defaultdict[Member, list[Claim]] = defaultdict(list)
        self._spoken_of: set[Member] = set()  # what is the object of a fact
        self._announcements: dict[str, Announcement] = {}

    def things(self, terms: Terms, only: Collection[str] | None = None) -> Iterator[Known]:
        """Yield every thing that the graph knows, or those of the slugs ``only``, in the order of the entities."""
        chosen = [entity for entity in self._entities if only is None or entity.slug in only]
        self._look_up({member for entity in chosen for member in entity.members})
        for entity in chosen:
            said = list(self._statements(entity))
            # A meeting or membership that is only denied or proposed has no name and no fact: it is none.
            if entity.names or said or not self._spoken_of.isdisjoint(entity.members):
                yield self._known(entity, said, terms)

    def _look_up(self, members: Set[Member]) -> None:
        """Collect what is said of some members."""
        self._claims.clear()
        self._spoken_of.clear()
        placed = self.placed
        for extraction in self._extractions:
            id_ = extraction.announcement.id
            self._announcements[id_] = extraction.announcement
            for claim in extraction.claims:
                if claim.modality != "asserted" or (id_, claim.subject) not in placed:
                    continue
                if isinstance(claim.object, str):
                    if (id_, claim.object) not in placed:
                        continue
                    if (id_, claim.object) in members:
                        self._spoken_of.add((id_, claim.object))
                if (id_, claim.subject) in members:
                    self._claims[id_, claim.subject].append(claim)

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
        terms.used = set()
        block = described(quads, terms)
        return Known(entity, block, tuple(sorted(terms.used)), quads, past, tuple(said))
