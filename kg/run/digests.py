"""What resolution keeps of each announcement, kept from build to build, so that only what is new is read for it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from kg.gazetteer import load
from kg.resolve.short_forms import Short
from kg.resolve.told import Digest, Met, Post, Said, digest
from kg.run import program
from kg.run.cache import Cache
from kg.run.looks import Look
from kg.run.said import Said as AllSaid
from kg.run.understand import Entry


@dataclass(frozen=True, slots=True)
class _Row:
    """A digest as it is kept; its things are places in a table that all share."""

    lang: str
    day: str
    keys: tuple[str, ...]
    things: tuple[int, ...]
    posts: tuple[Post, ...]
    met: tuple[Met, ...]
    ties: tuple[tuple[int, str, int], ...]
    values: tuple[tuple[int, str, str], ...]
    shorts: tuple[Short, ...]


@dataclass(frozen=True, slots=True)
class _Kept:
    """Digests by the hash of what they were made of, and of the program and names that made them."""

    made_by: str = ""
    table: tuple[Said, ...] = ()
    rows: dict[bytes, _Row] = field(default_factory=dict)


def digests(
    cache: Cache, entries: Sequence[Entry], seen: Sequence[Look], said: AllSaid, gazetteer: str, alone: Collection[str]
) -> Iterator[Digest]:
    """Yield the digest of each announcement; only those are read that are new, or are to be judged ``alone`` (ids).

    ``seen`` is what was looked at in each, ``gazetteer`` a hash of the user's names, which are in use.
    """
    made_by = f"{program.whole()} {gazetteer}"
    before: _Kept = cache.note("digests", _Kept) or _Kept()
    known = before.rows if before.made_by == made_by else {}
    wanted = {
        entry.id for entry, look in zip(entries, seen, strict=True) if entry.id in alone or look.resolved not in known
    }
    read = (
        digest(half.extraction, load(), alone) for half in (said if len(wanted) == len(entries) else said.of(wanted))
    )
    table: dict[Said, int] = {}
    rows: dict[bytes, _Row] = {}
    for entry, look in zip(entries, seen, strict=True):
        key = look.resolved
        one = next(read) if entry.id in wanted else _digest(entry.id, known[key], before.table)
        if entry.id not in alone:
            rows[key] = _row(one, table)
            one = replace(one, key=key)
        yield one
    if wanted or len(rows) < len(known):
        cache.set_notes(digests=_Kept(made_by, tuple(table), rows))


def _digest(id_: str, row: _Row, table: Sequence[Said]) -> Digest:
    things = tuple([table[place] for place in row.things])
    return Digest(id_, row.lang, row.day, row.keys, things, row.posts, row.met, row.ties, row.values, row.shorts)


def _row(one: Digest, table: dict[Said, int]) -> _Row:
    things = tuple([table.setdefault(said, len(table)) for said in one.things])
    return _Row(one.lang, one.day, one.keys, things, one.posts, one.met, one.ties, one.values, one.shorts)
