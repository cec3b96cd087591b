"""The parts of a graph, one an announcement: drawn up and validated once, kept in the cache, spread over cores."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

import pyoxigraph as ox

from kg.graph.parts import part
from kg.graph.validate import Result, validate_part
from kg.records import Entity, Extraction
from kg.run import program
from kg.run.cache import Cache
from kg.run.extractions import LostError
from kg.run.pack import Packed, UnreadableError, squeeze, unpack, unsqueeze
from kg.run.understand import Entry, Tell
from kg.run.workers import Died, Workers

Placed = Mapping[tuple[str, str], tuple[ox.NamedNode, Entity]]
_WORTH_PROCESSES = 200


@dataclass(frozen=True, slots=True)
class Drawn:
    """The part of one announcement as it is kept: text, and what SHACL says of the ``triples`` that are its own."""

    graphs: str
    document: tuple[int, str, str]
    prefixes: tuple[str, ...]
    document_prefixes: tuple[str, ...]
    triples: int
    results: tuple[Result, ...] = ()


@dataclass(frozen=True, slots=True)
class _Task:
    entry: Entry
    key: bytes
    packed: Packed
    things: tuple[tuple[str, Entity], ...]
    base: str


class Parts:
    """The parts of all announcements of a build, in the cache; ``keys`` are theirs, one for each entry."""

    def __init__(self, cache: Cache, entries: list[Entry], placed: Placed, base: str) -> None:
        self._cache, self._entries, self._base = cache, entries, base
        self._things = _things(entries, placed)
        self.keys = list(self._keys())

    def draw_up(self, workers: int | None, tell: Tell) -> None:
        """See to it that every part is in the cache."""
        known = self._cache.parts_known(self.keys)
        missing = [(entry, key) for entry, key in zip(self._entries, self.keys, strict=True) if key not in known]
        tell("Drawing up", 0, len(missing))
        done = 0
        for batch in self._results(self._tasks(missing), workers if len(missing) >= _WORTH_PROCESSES else None):
            self._cache.put_parts(batch)
            done += len(batch)
            tell("Drawing up", done, len(missing))

    def __iter__(self) -> Iterator[tuple[Entry, Drawn]]:
        return self.of(range(len(self._entries)))

    def of(self, places: Iterable[int]) -> Iterator[tuple[Entry, Drawn]]:
        """Yield the parts of the entries at these places."""
        places = list(places)
        found = self._cache.parts(self.keys[place] for place in places)
        for place, data in zip(places, found, strict=True):
            yield self._entries[place], self._read(place, data)

    def _read(self, place: int, data: bytes | None) -> Drawn:
        try:
            if data is not None:
                drawn: Drawn = unsqueeze(data, Drawn)
                return drawn
        except UnreadableError:
            pass
        (task,) = self._tasks([(self._entries[place], self.keys[place])])
        return _drawn(task)

    def _keys(self) -> Iterator[bytes]:
        salt = f"{program.drawing_up()} {self._base}".encode()
        digests: dict[str, bytes] = {}  # of entities by slug: most are in several announcements
        for entry in self._entries:
            digest = sha256(salt + entry.key)
            for key, entity in self._things.get(entry.id, ()):
                if entity.slug not in digests:
                    digests[entity.slug] = sha256(repr((entity.slug, entity.type, entity.names)).encode()).digest()
                digest.update(key.encode() + b"\0" + digests[entity.slug])
            yield digest.digest()[:20]

    def _tasks(self, missing: list[tuple[Entry, bytes]]) -> Iterator[_Task]:
        for (entry, key), packed in zip(missing, self._cache.whole(entry.key for entry, _ in missing), strict=True):
            if packed is None:
                raise LostError([entry.key])
            yield _Task(entry, key, packed, tuple(self._things.get(entry.id, ())), self._base)

    def _results(self, tasks: Iterator[_Task], number: int | None) -> Iterator[list[tuple[bytes, bytes]]]:
        if number is None:
            yield from ([drawn_up(task)] for task in tasks)
            return
        with Workers(number, drawn_up, preload=("kg.run.ready",)) as workers:
            for batch in workers.map(tasks):
                # what killed its worker is done here, where there may be more room
                yield [drawn_up(task) if isinstance(result, Died) else result for task, result in batch]


def _things(entries: list[Entry], placed: Placed) -> dict[str, list[tuple[str, Entity]]]:
    """Return the entities of each announcement, without what makes them large: members and reasons."""
    small: dict[str, Entity] = {}
    found: dict[str, list[tuple[str, Entity]]] = {entry.id: [] for entry in entries}
    for (id_, key), (_, entity) in placed.items():
        if entity.slug not in small:
            small[entity.slug] = Entity(entity.slug, entity.type, entity.names, ())
        found[id_].append((key, small[entity.slug]))
    for things in found.values():
        things.sort(key=lambda thing: thing[0])
    return found


def drawn_up(task: _Task) -> tuple[bytes, bytes]:
    """Return the key and the part of one announcement, packed."""
    return task.key, squeeze(_drawn(task))


def _drawn(task: _Task) -> Drawn:
    from kg.graph.iris import thing

    try:
        extraction: Extraction = unpack(task.packed, task.entry.source)
    except UnreadableError:
        raise LostError([task.entry.key]) from None
    placed = {(task.entry.id, key): (thing(task.base, entity.slug), entity) for key, entity in task.things}
    made = part(extraction, placed, task.base)
    types = {iri.value: entity.type for iri, entity in placed.values()}
    triples, results = validate_part(made.quads, types)
    return Drawn(made.graphs, made.document, made.prefixes, made.document_prefixes, triples, results)
