"""The parts of a graph, one an announcement: drawn up and validated once, kept in the cache, spread over cores."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256

import msgspec

from kg.graph.describe import classes
from kg.graph.filling import Filling
from kg.graph.iris import thing
from kg.graph.parts import part
from kg.graph.statements import in_rank
from kg.graph.validate import Result, validate_part
from kg.records import Entity, Name
from kg.rejections import marked
from kg.run import program
from kg.run.batches import batched
from kg.run.cache import Cache
from kg.run.elsewhere import Elsewhere
from kg.run.extractions import LostError
from kg.run.pack import Packed, UnreadableError, squeeze, squeeze_bytes, unpack, unsqueeze, unsqueeze_bytes
from kg.run.understand import Entry, Tell

_WORTH_PROCESSES = 200


@dataclass(frozen=True, slots=True)
class Head:
    """An announcement's part in short.

    ``document`` is what the default graph says of it, prefixes are those that its graphs and ``document`` use, and
    ``results`` is what SHACL says of the ``nodes`` and ``triples`` that are its own. ``size`` is that of its graphs in
    bytes; headline, day and address are what cards of the picture show; language, notes and the number of claims by
    modality are what report.json lists.
    """

    document: tuple[int, str, str]
    prefixes: tuple[str, ...]
    document_prefixes: tuple[str, ...]
    nodes: int
    triples: int
    results: tuple[Result, ...] = ()
    size: int = 0
    headline: str = ""
    published: str = ""
    url: str = ""
    lang: str = ""
    notes: tuple[str, ...] = ()
    claims: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Task:
    entry: Entry
    key: bytes
    packed: Packed
    things: tuple[tuple[str, Entity], ...]
    base: str
    rejected: tuple[int, ...]


class Parts:
    """The parts of all announcements of a build, in the cache; ``keys`` are theirs, one for each entry.

    ``things`` gives those of an announcement, with their keys; ``rejected`` has the places of the claims that a person
    rejects, by the announcement's id.
    """

    def __init__(
        self,
        cache: Cache,
        entries: Sequence[Entry],
        things: Callable[[str], Sequence[tuple[str, Entity]]],
        base: str,
        rejected: Mapping[str, Collection[int]] | None = None,
    ) -> None:
        self.entries, self._cache, self._base, self._rejected = entries, cache, base, rejected or {}
        self._things = things
        self.keys = list(self._keys())

    def draw_up(
        self,
        workers: int | None,
        tell: Tell,
        elsewhere: Elsewhere | None = None,
        filling: Filling | None = None,
        meanwhile: Iterator[None] | None = None,
    ) -> None:
        """See to it that every part is in the cache, and on its way into the database if that is made anew.

        ``meanwhile`` is what this process goes on with while the workers are busy.
        """
        known = self._cache.known("part", self.keys)
        missing = [place for place, key in enumerate(self.keys) if key not in known]
        tell("Drawing up", 0, len(missing))
        done = 0
        tasks, number = self._tasks(missing), workers if len(missing) >= _WORTH_PROCESSES else None
        results = elsewhere.map(drawn_up, tasks) if elsewhere else self._results(tasks, number, meanwhile or iter(()))
        for batch in results:
            self._cache.put("part", batch)
            if filling:
                filling.take(unsqueeze_bytes(graphs) for _, _, graphs in batch)
            done += len(batch)
            tell("Drawing up", done, len(missing))
        if filling:
            filling.take(self.graphs([place for place, key in enumerate(self.keys) if key in known]))
            filling.hand_over()

    def heads(self) -> Iterator[Head]:
        """Yield each part in short."""
        return batched(self._cache, list[Head], [entry.id for entry in self.entries], self.keys, self._heads)

    def _heads(self, places: Sequence[int]) -> Iterator[Head]:
        kept = self._cache.first("part", [self.keys[place] for place in places])
        for place, packed in zip(places, kept, strict=True):
            head: Head
            try:
                head = unsqueeze(packed, Head) if packed else unsqueeze(self._anew(place)[1], Head)
            except UnreadableError:
                head = unsqueeze(self._anew(place)[1], Head)
            yield head

    def graphs(self, places: Sequence[int]) -> Iterator[bytes]:
        """Yield the graphs of the parts at these places, in TriG."""
        found = self._cache.second("part", (self.keys[place] for place in places))
        for place, packed in zip(places, found, strict=True):
            try:
                yield unsqueeze_bytes(packed) if packed else unsqueeze_bytes(self._anew(place)[2])
            except UnreadableError:
                yield unsqueeze_bytes(self._anew(place)[2])

    def earlier(self, keys: Sequence[bytes | None]) -> Iterator[bytes | None]:
        """Yield the graphs that were kept under keys of an earlier build, None where they are no more."""
        for packed in self._cache.second("part", (key or b"" for key in keys)):
            try:
                yield unsqueeze_bytes(packed) if packed else None
            except UnreadableError:
                yield None

    def _anew(self, place: int) -> tuple[bytes, bytes, bytes]:
        (task,) = self._tasks([place])
        return drawn_up(task)

    def _keys(self) -> Iterator[bytes]:
        salt = f"{program.drawing_up()} {self._base}".encode()
        digests: dict[str, bytes] = {}  # of entities by slug: most are in several announcements
        for entry in self.entries:
            found = [salt, entry.key, repr(tuple(self._rejected.get(entry.id, ()))).encode()]
            for key, entity in self._things(entry.id):
                digest = digests.get(entity.slug)
                if digest is None:
                    digest = digests[entity.slug] = _digest(entity)
                found += (key.encode(), digest)
            yield sha256(b"\0".join(found)).digest()[:20]

    def _tasks(self, places: Sequence[int]) -> Iterator[_Task]:
        entries = [self.entries[place] for place in places]
        for place, entry, packed in zip(places, entries, self._cache.whole(one.key for one in entries), strict=True):
            if packed is None:
                raise LostError([entry.key])
            rejected = tuple(self._rejected.get(entry.id, ()))
            yield _Task(entry, self.keys[place], packed, tuple(self._things(entry.id)), self._base, rejected)

    def _results(
        self, tasks: Iterator[_Task], number: int | None, meanwhile: Iterator[None]
    ) -> Iterator[list[tuple[bytes, bytes, bytes]]]:
        if number is None:
            yield from ([drawn_up(task)] for task in tasks)
            return
        from kg.run.workers import Died, Workers

        with Workers(number, drawn_up, preload=("kg.run.ready",)) as workers:
            for batch in workers.map(tasks, meanwhile):
                # what killed its worker is done here, where there may be more room
                yield [drawn_up(task) if isinstance(result, Died) else result for task, result in batch]


def _digest(entity: Entity) -> bytes:
    """Return a hash of what a part looks at of an entity: of its names which are preferred, in whatever order."""
    return sha256(msgspec.json.encode((entity.slug, entity.type, labelled(entity.names)))).digest()


@lru_cache(maxsize=4096)
def labelled(names: tuple[Name, ...]) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Return by language the label that is preferred and the others, sorted (see kg.graph.statements.labels)."""
    found: dict[str, tuple[str, set[str]]] = {}
    for name in in_rank(names):
        found.setdefault(name.lang, (name.text, set()))[1].add(name.text)
    return tuple((lang, first, tuple(sorted(others))) for lang, (first, others) in sorted(found.items()))


def drawn_up(task: _Task) -> tuple[bytes, bytes, bytes]:
    """Return the key of an announcement's part, the part in short, and its graphs, packed."""
    try:
        extraction = marked(unpack(task.packed, task.entry.source), task.rejected)
    except UnreadableError:
        raise LostError([task.entry.key]) from None
    placed = {(task.entry.id, key): (thing(task.base, entity.slug), entity) for key, entity in task.things}
    made = part(extraction, placed, task.base)
    # a nameless thing is a meeting or membership, and may not be in the graph at all
    types = {iri.value: classes(entity.type) for iri, entity in placed.values() if entity.names}
    nodes, triples, results = validate_part(made.said, lambda iri: types.get(iri, ()))
    graphs, announcement = made.graphs.encode("utf-8"), extraction.announcement
    head = Head(
        made.document,
        made.prefixes,
        made.document_prefixes,
        nodes,
        triples,
        tuple(results),
        len(graphs),
        announcement.headline or "",
        announcement.published or "",
        announcement.url or "",
        announcement.lang,
        tuple(dict.fromkeys(announcement.notes + extraction.notes)),
        dict(Counter(claim.modality for claim in extraction.claims)),
    )
    return task.key, squeeze(head), squeeze_bytes(graphs)
