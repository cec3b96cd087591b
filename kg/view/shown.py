"""All that a picture shows, in stretches: what is new in one leaves the others as they were, finished for the page.

Things are sorted by IRI. A stretch has some that follow one another and the relations that they make, where "make"
means that a relation is in their description: that of its source, or of the membership that it stands for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol
from zlib import crc32

import numpy as np

from kg.view import columns
from kg.view.blocks import piece
from kg.view.memory import Forgetful, Memory
from kg.view.things import Relation, Thing, clean, edges, ends, thing_of

if TYPE_CHECKING:
    import networkx

Document = tuple[str, str, str]
"""Headline, day of publication and address of an announcement, "" for what is not known."""

_THINGS = 32  # a stretch has more than so many, about twice as many on average: the page grows with fewer


@dataclass(frozen=True, slots=True)
class Outline:
    """What arranging all needs to know of a stretch: its things, which it ties, which announcements say so.

    ``sources`` and ``targets`` of its relations are numbers in ``iris`` and, from there on, in ``others``, which are
    elsewhere. ``said_in`` has numbers in ``announced``, one relation's after the other's.
    """

    iris: list[str]
    kinds: list[str]
    others: list[str]
    sources: list[int]
    targets: list[int]
    announced: list[str]
    said_in: list[int]


@dataclass(frozen=True, slots=True)
class Sketch:
    """The outline of a stretch and its data for the page but for what cards say, packed: columns and more names."""

    outline: Outline
    core: bytes
    names: bytes


class Stretch(Protocol):
    """A stretch of a picture."""

    def sketch(self) -> Sketch:
        """Return its outline and its columns."""

    def details(self) -> bytes:
        """Return what cards say of it, packed."""

    def thing(self, iri: str) -> Thing:
        """Return one of its things, with its values."""

    def relations(self) -> Sequence[Relation]:
        """Return its relations with their quotes; their ends are IRIs."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The stretches of a picture for a page in some languages.

    ``documents`` has the announcements that are quoted, by id; ``announcements`` is from how many the graph was made.
    """

    stretches: Sequence[Stretch]
    languages: Sequence[str]
    documents: Mapping[str, Document]
    announcements: int
    memory: Memory = field(default_factory=Forgetful)


def borders(names: Sequence[str], least: int = _THINGS) -> Iterator[tuple[int, int]]:
    """Yield where stretches of what is called so begin and end.

    One begins where the hash of a name is the least among those of so many names before it and after it; so what is new
    elsewhere moves no border, and stretches are about as long.
    """
    if not names:
        return
    hashes = np.array([crc32(name.encode("utf-8", "replace")) for name in names], np.int64)
    around = np.pad(hashes, least, constant_values=2**32)
    windows = np.lib.stride_tricks.sliding_window_view(around, 2 * least + 1)
    starts = np.flatnonzero((hashes == windows.min(axis=1)) & (np.arange(len(names)) > 0))
    yield from pairwise([0, *starts.tolist(), len(names)])


def sketched(things: Sequence[Thing], relations: Sequence[Relation], languages: Sequence[str]) -> Sketch:
    """Return the sketch of a stretch."""
    numbers = {thing.iri: number for number, thing in enumerate(things)}
    announced: dict[str, int] = {}
    for id_ in (id_ for some in (relations, things) for one in some for id_ in one.said):
        announced.setdefault(id_, len(announced))
    outline = Outline(
        [thing.iri for thing in things],
        [thing.kind for thing in things],
        [],
        [numbers.setdefault(one.source, len(numbers)) for one in relations],
        [numbers.setdefault(one.target, len(numbers)) for one in relations],
        list(announced),
        [announced[id_] for one in relations for id_ in one.said],
    )
    outline.others.extend(list(numbers)[len(things) :])
    core = piece(columns.core(things, relations, languages))
    return Sketch(outline, core, piece(columns.names(things, languages)))


def detailed(things: Iterable[Thing], relations: Iterable[Relation], languages: Sequence[str]) -> bytes:
    """Return what cards say of a stretch, packed."""
    return piece(columns.details([one.values for one in things], [one.quotes for one in relations], languages))


@dataclass(frozen=True, slots=True)
class _AtHand:
    """A stretch all of which is held."""

    things: Sequence[Thing]
    ties: Sequence[Relation]
    languages: Sequence[str]

    def sketch(self) -> Sketch:
        return sketched(self.things, self.ties, self.languages)

    def details(self) -> bytes:
        return detailed(self.things, self.ties, self.languages)

    def thing(self, iri: str) -> Thing:
        return next(one for one in self.things if one.iri == iri)

    def relations(self) -> Sequence[Relation]:
        return self.ties


def shown(graph: networkx.MultiDiGraph[str], languages: Sequence[str]) -> Shown:
    """Return what is shown of a network."""
    things = {clean(node): thing_of(node, data, languages) for node, data in graph.nodes(data=True)}
    made: dict[str, list[Relation]] = {}
    for maker, relation in edges(graph, languages):
        made.setdefault(maker, []).append(relation)
    relations = [relation for some in made.values() for relation in some]
    quotes = [quote for relation in relations for quote in relation.quotes]
    quotes += [quote for thing in things.values() for value in thing.values for quote in value.quotes]
    documents = {quote.announcement: (quote.headline, quote.published, quote.url) for quote in quotes}
    said = graph.graph.get("announcements")
    number = said if isinstance(said, int) else len({id_ for relation in relations for id_ in relation.said})
    order = sorted({*things, *made})
    stretches = [
        _AtHand(
            [things[iri] for iri in order[first:end] if iri in things],
            [one for iri in order[first:end] for one in sorted(made.get(iri, ()), key=ends)],
            languages,
        )
        for first, end in borders(order)
    ]
    return Shown(stretches, languages, documents, number)
