"""The whole of a build, from the extractions in the cache: who is who, what is known, and whether it is valid."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from kg.graph.filling import Filling
from kg.graph.knowledge import Knowledge
from kg.graph.parts import in_file
from kg.graph.validate import Result, Validation, validation
from kg.graph.write import Blocks
from kg.records import Judgement, Refusal, Resolution
from kg.resolve.judged import announcements_meant
from kg.resolve.score import scored
from kg.run.cache import Cache
from kg.run.digests import Digests
from kg.run.disputed import conflicts_of
from kg.run.elsewhere import Elsewhere
from kg.run.looks import Look, looks
from kg.run.parts import Parts
from kg.run.picture import Picture, Pictured, document_of, key_of
from kg.run.report import report, row
from kg.run.resolved import resolution_of
from kg.run.said import Said
from kg.run.things import Things
from kg.run.understand import Entry, Tell
from kg.view.shown import Document, Shown

Decided = tuple[tuple[Judgement, ...], tuple[Refusal, ...]]
"""What a person decided: judgements, and the lines that can't be understood."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A graph as it is to be written: the default graph, the parts of the announcements, the report.

    ``shown`` is what the picture shows, None if there is to be none or that of the last build shows the same;
    ``pictured`` tells what it is then. ``seen`` is what was looked at in each announcement, in the order of the parts;
    ``sizes`` are those of their graphs in bytes.
    """

    resolution: Resolution
    default: Blocks
    parts: Parts
    prefixes: frozenset[str]
    report: dict[str, Any]
    shown: Shown | None
    pictured: Callable[[], Pictured | None]
    seen: Sequence[Look]
    sizes: Sequence[int]

    def graphs(self) -> Iterator[bytes]:
        """Yield the named graphs in the order of the file."""
        return self.parts.graphs(in_file([entry.id for entry in self.parts.entries], self.default.base))


def whole(
    cache: Cache,
    entries: Sequence[Entry],
    refused: Sequence[Refusal],
    base: str,
    workers: int | None,
    tell: Tell,
    retracted: Sequence[str] = (),
    decided: Decided = ((), ()),
    gazetteer: str = "",
    elsewhere: Elsewhere | None = None,
    filling: Callable[[Parts], Filling | None] | None = None,
    picture: bool = True,
    before: Pictured | None = None,
) -> Whole:
    """Put together what the announcements say, and what a person ``decided`` (judgements and lines that are wrong).

    ``gazetteer`` is a hash of the user's, which is in use. What can be done ``elsewhere`` is done there. ``filling``
    gives the database that the parts go into as they are drawn up, if it is made anew; without ``picture`` nothing is
    gathered for one, nor where it would show what that ``before`` shows. Raises LostError for what the cache has lost.
    """
    said = Said(cache, entries)
    tell("Resolving", 0, 1)
    scoring = elsewhere.scoring if elsewhere else scored
    seen = looks(cache, entries, said)
    told = Digests(cache, entries, seen, said, gazetteer, announcements_meant(decided[0]))
    resolved, last = resolution_of(told, seen, decided[0], gazetteer, cache, scoring)
    resolution = _obeyed(said, resolved.resolution, decided, base)
    knowledge = Knowledge(resolution.entities, base)
    parts = Parts(cache, entries, knowledge.of, base, said.rejected)
    things = Things(cache, said, knowledge, parts, base)
    steps = things.draw_up()
    parts.draw_up(workers, tell, elsewhere, filling(parts) if filling else None, steps)
    tell("Checking", 0, 1)
    for _ in steps:
        pass
    collected = _Collected(base)
    collected.take_parts(parts)
    conflicts = conflicts_of(said, entries, seen, resolved, last, cache)
    key = key_of(things, collected.documents, conflicts, resolution.doubts) if picture else b""
    drawn = Picture(collected.documents, len(entries)) if key and not (before and before.key == key) else None
    valid = collected.take_things(things, drawn)
    said.let_go()
    summary = report(
        collected.announcements,
        collected.claims,
        resolution,
        refused,
        collected.entities,
        valid,
        conflicts,
        retracted,
        cache.notices,
    )
    shown = drawn.shown(things, cache) if drawn else None
    return Whole(
        resolution,
        collected.default,
        parts,
        frozenset(collected.prefixes),
        summary,
        shown,
        partial(_pictured, key, drawn, before),
        seen,
        collected.sizes,
    )


def _pictured(key: bytes, drawn: Picture | None, before: Pictured | None) -> Pictured | None:
    """Tell what the picture is once it is drawn, None if there is none."""
    if not drawn:
        return before if key else None
    return Pictured(key, tuple(sorted(drawn.used)))


def _obeyed(said: Said, known: Resolution, decided: Decided, base: str) -> Resolution:
    """Mark what a person rejects in what is ``said``, and return who is who with the lines that had no effect."""
    from kg.rejections import Rejections, idle_together

    given, unread = decided
    rejections = Rejections(known.entities, given, base)
    if any(one.verdict == "reject" for one in given):
        said.reject(rejections.of)
    return replace(known, idle=idle_together(unread, known.idle, rejections.idle()))


class _Collected:
    """Gathers the default graph, what SHACL says and what a picture shows, from what is known of all."""

    def __init__(self, base: str) -> None:
        self.entities: Counter[str] = Counter()
        self.prefixes: set[str] = set()
        self.documents: dict[str, Document] = {}
        self.announcements: list[dict[str, Any]] = []
        self.claims: Counter[str] = Counter()
        self.sizes: list[int] = []
        self.default = Blocks(base)
        self._nodes = self._triples = 0
        self._results: list[Result] = []

    def take_parts(self, parts: Parts) -> None:
        for entry, head in zip(parts.entries, parts.heads(), strict=True):
            self.default.take(head.document, head.document_prefixes)
            self.prefixes.update(head.prefixes)
            self.announcements.append(row(entry, head))
            self.claims.update(head.claims)
            self.sizes.append(head.size)
            id_, document = document_of(entry, head)
            self.documents[id_] = document
            self._nodes, self._triples = self._nodes + head.nodes, self._triples + head.triples
            self._results += head.results

    def take_things(self, things: Things, picture: Picture | None) -> Validation:
        for place, described in enumerate(things.described()):
            if described:
                self.entities[described.type] += 1
                self.default.take(described.block, described.prefixes)
                if picture:
                    picture.take(place, described)
                self._nodes, self._triples = self._nodes + 1, self._triples + described.triples
                self._results += described.results
        return validation(self._triples, self._nodes, self._results)
