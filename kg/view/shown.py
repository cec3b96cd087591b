"""All that a picture shows, and where what cards say is had from.

Things and relations are many, and the quotes in them are most of it; so they may come without, and the quotes be
fetched, or the finished data that holds them, only where they are needed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol
from zlib import crc32

from kg.view.memory import Forgetful, Memory
from kg.view.things import Quote, Relation, Thing, Value, clean, edges, thing_of

if TYPE_CHECKING:
    import networkx

Document = tuple[str, str, str]
"""Headline, day of publication and address of an announcement, "" for what is not known."""

# One thing in so many begins a stretch: by its IRI, so that what is new elsewhere moves no border.
_STRETCH = 64


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some things that follow one another, from ``first`` up to ``end``, and the relations that begin at them."""

    first: int
    end: int
    first_relation: int
    end_relation: int


class Details(Protocol):
    """Where quotes and values are had from."""

    def values(self, number: int) -> tuple[Value, ...]:
        """Return the values of a thing."""

    def quotes(self, number: int) -> tuple[Quote, ...]:
        """Return the quotes of a relation."""

    def kept(self, stretch: Stretch) -> str | None:
        """Return the packed data of a stretch as it was made for an earlier picture, if it is the same."""

    def keep(self, stretch: Stretch, packed: str) -> None:
        """Take the packed data of a stretch, for later pictures."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Things sorted by IRI and relations by their ends, without ids; the ends are IRIs. Drawing uses up both lists.

    ``documents`` has the announcements that are quoted, by id; ``announcements`` is from how many the graph was made.
    ``ties`` counts the edges of the graph, also those of a thing to itself, which are not shown.
    """

    things: list[Thing]
    relations: list[Relation]
    documents: Mapping[str, Document]
    announcements: int
    ties: int
    details: Details
    memory: Memory = field(default_factory=Forgetful)

    def stretches(self) -> Iterator[Stretch]:
        """Yield stretches of things with the relations that begin at them."""
        starts = [0] + [n for n, thing in enumerate(self.things) if n and not crc32(thing.iri.encode()) % _STRETCH]
        place = 0
        for first, end in zip(starts, [*starts[1:], len(self.things)], strict=True):
            begin, last = place, self.things[end - 1].iri if end else ""
            while place < len(self.relations) and self.relations[place].source <= last:
                place += 1
            yield Stretch(first, end, begin, place)


class _AtHand:
    """Quotes and values of things and relations that have them."""

    def __init__(self, things: Sequence[Thing], relations: Sequence[Relation]) -> None:
        self._values, self._quotes = [one.values for one in things], [one.quotes for one in relations]

    def values(self, number: int) -> tuple[Value, ...]:
        return self._values[number]

    def quotes(self, number: int) -> tuple[Quote, ...]:
        return self._quotes[number]

    def kept(self, stretch: Stretch) -> str | None:
        return None

    def keep(self, stretch: Stretch, packed: str) -> None:
        pass


def shown(graph: networkx.MultiDiGraph[str], languages: Sequence[str]) -> Shown:
    """Return what is shown of a network."""
    by_iri = {clean(node): thing_of(node, data, languages) for node, data in graph.nodes(data=True)}
    things, relations = [by_iri[iri] for iri in sorted(by_iri)], edges(graph, languages)
    quotes = [quote for relation in relations for quote in relation.quotes]
    quotes += [quote for thing in things for value in thing.values for quote in value.quotes]
    documents = {quote.announcement: (quote.headline, quote.published, quote.url) for quote in quotes}
    said = graph.graph.get("announcements")
    number = said if isinstance(said, int) else len({id_ for relation in relations for id_ in relation.said})
    return Shown(things, relations, documents, number, graph.number_of_edges(), _AtHand(things, relations))
