"""What contradicts what, worked out anew only where announcements say something else than in the last build."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from typing import Any

import msgspec

from kg.conflicts import Before, among, quotes
from kg.conflicts.of_extractions import Claimed, Kind, Marks, Told, claimed
from kg.records import Entity
from kg.run import program
from kg.run.batches import batched
from kg.run.cache import Cache
from kg.run.looks import Look
from kg.run.pack import Half
from kg.run.resolved import Resolved
from kg.run.said import Said
from kg.run.understand import Entry

Quoted = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Disputed:
    """The contradictions of a build, as report.json has them, and a hash of all that they were found in.

    ``quoted`` has the words of their quotes with their places, by the hash of what may be disputed in the announcement.
    ``resolved`` is a hash of what the resolution depended on, ``looks`` are those hashes by announcement, both
    empty where a person rejects something; ``made_by`` is the program's hash.
    """

    inputs: bytes
    rows: list[dict[str, Any]]
    quoted: dict[bytes, list[Quoted]] = field(default_factory=dict)
    resolved: bytes = b""
    looks: dict[str, bytes] = field(default_factory=dict)
    made_by: str = ""


def conflicts_of(
    said: Said, entries: Sequence[Entry], seen: Sequence[Look], resolved: Resolved, last: Resolved | None, cache: Cache
) -> list[dict[str, Any]]:
    """Return what announcements contradict each other in, by who is who and who was in the ``last`` build."""
    digest = sha256(resolved.inputs + repr(sorted(said.rejected.items())).encode())
    for look in seen:
        digest.update(look.disputed)
    inputs = digest.digest()
    before: Disputed | None = cache.note("conflicts", Disputed)
    if before and before.inputs == inputs:
        return before.rows
    looks = {entry.id: look.disputed for entry, look in zip(entries, seen, strict=True)}
    words, entities = _Words(said, looks, before), resolved.resolution.entities
    earlier = None
    made_by, rejected = program.whole(), said.rejected
    if before and before.made_by == made_by and last and last.inputs == before.resolved and not rejected:
        told = {id_ for id_, _ in looks.items() ^ before.looks.items()}
        earlier = Before(before.rows, told_otherwise(last.resolution.entities, entities, told))
    rows = among(_claimed(said, entries, seen, cache), entities, words, earlier)
    known = (b"", {}) if rejected else (resolved.inputs, looks)
    cache.set_notes(conflicts=Disputed(inputs, rows, words.quoted_in(rows), *known, made_by))
    return rows


def told_otherwise(then: Sequence[Entity], now: Sequence[Entity], told: set[str]) -> set[str]:
    """Return the slugs of things of which something else is said now or was then.

    That is what is told of by an announcement that says something else, or tells of a thing that is another now;
    ``told`` are those that say something else.
    """
    before = {one.slug: one for one in then}
    changed = [(before.get(one.slug), one) for one in now if before.get(one.slug) is not one]
    slugs = {one.slug for one in now}
    gone = [one for one in then if one.slug not in slugs]
    was = {member: one.slug for one in gone for member in one.members}
    was |= {member: one.slug for one, _ in changed if one for member in one.members}
    is_ = {member: one.slug for _, one in changed for member in one.members}
    told = told | {id_ for (id_, _), _ in was.items() ^ is_.items()}
    for one, other in changed:
        if one and (one.type, one.known, {*one.names}) != (other.type, other.known, {*other.names}):
            told |= {id_ for id_, _ in (*one.members, *other.members)}
    found = {one.slug for one in (*gone, *now) if any(id_ in told for id_, _ in one.members)}
    return found | {one.slug for one, _ in changed if one and any(id_ in told for id_, _ in one.members)}


class _Words:
    """The words of quotes: those that were quoted in the last build, and of other announcements what they hold."""

    def __init__(self, said: Said, looks: Mapping[str, bytes], before: Disputed | None) -> None:
        self._said, self._looks, self._before = said, looks, before.quoted if before else {}
        self._texts: dict[str, str] = {}

    def __call__(self, id_: str, start: int, end: int) -> str:
        for first, last, words in self._before.get(self._looks[id_], ()):
            if (first, last) == (start, end):
                return words
        if id_ not in self._texts:
            (half,) = self._said.of({id_})
            self._texts[id_] = half.extraction.announcement.text
        return self._texts[id_][start:end]

    def quoted_in(self, rows: Iterable[dict[str, Any]]) -> dict[bytes, list[Quoted]]:
        """Return the quotes in contradictions, to be kept."""
        found: dict[bytes, dict[Quoted, None]] = {}
        for one in quotes(rows):
            where = one["start"], one["end"], one["quote"]
            found.setdefault(self._looks[one["announcement"]], {})[where] = None
        return {look: list(some) for look, some in found.items()}


class _Row(msgspec.Struct, array_like=True, frozen=True):
    """What an announcement claims, as it is kept; its claims are read only where they are asked for."""

    published: str
    lang: str
    marks: Marks
    told: msgspec.Raw


_Short = tuple[int, str, str, int, int]
"""A claim without its words; its kind is the place in a table."""
_Table = tuple[tuple[Kind, ...], list[_Short]]


def _claimed(said: Said, entries: Sequence[Entry], seen: Sequence[Look], cache: Cache) -> Iterator[Claimed]:
    """Yield what each announcement claims; only those are read that are near to new ones.

    What is claimed is held as it is kept, packed, and not as the many small records that it is read from.
    """
    ids = [entry.id for entry in entries]
    keys = [look.disputed + repr(said.rejected.get(id_, "")).encode() for id_, look in zip(ids, seen, strict=True)]
    rows = batched(
        cache, list[_Row], ids, keys, lambda places: map(_row, said.of(set(ids[places.start : places.stop])))
    )
    for id_, row in zip(ids, rows, strict=True):
        yield Claimed(id_, row.published, row.lang, row.marks, partial(_told, row.told))


def _row(half: Half) -> _Row:
    one = claimed(half.extraction)
    kinds = {kind: place for place, kind in enumerate(dict.fromkeys(kind for kind, *_ in one.told()))}
    short = [(kinds[kind], *rest) for kind, *rest, _ in one.told()]
    return _Row(one.published, one.lang, one.marks, msgspec.Raw(msgspec.json.encode((tuple(kinds), short))))


def _told(packed: msgspec.Raw) -> list[Told]:
    kinds, short = msgspec.json.decode(packed, type=_Table)
    return [(kinds[kind], one, other, start, end, "") for kind, one, other, start, end in short]
