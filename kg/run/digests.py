"""What resolution keeps of each announcement, kept from build to build, so that only what is new is read for it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import msgspec

from kg.gazetteer import load
from kg.resolve.short_forms import Short
from kg.resolve.told import Digest, Met, Post, Said, digest, own
from kg.run import program
from kg.run.cache import Cache
from kg.run.looks import Look
from kg.run.pack import Packer
from kg.run.said import Said as AllSaid
from kg.run.understand import Entry


class _Row(msgspec.Struct, array_like=True, frozen=True):
    """A digest as it is kept; its things are places in a table that all share, but for what only it can tell of."""

    lang: str
    day: str
    keys: tuple[str, ...]
    things: tuple[int | Said, ...]
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


class Digests:
    """The digest of each announcement; only those are read that are new, or are to be judged ``alone`` (ids).

    ``seen`` is what was looked at in each, ``gazetteer`` a hash of the user's names, which are in use.
    """

    def __init__(
        self,
        cache: Cache,
        entries: Sequence[Entry],
        seen: Sequence[Look],
        said: AllSaid,
        gazetteer: str,
        alone: Collection[str],
    ) -> None:
        self._cache, self._said, self._alone = cache, said, alone
        self._told = list(zip(entries, seen, strict=True))
        self._made_by = f"{program.whole()} {gazetteer}"

    def __iter__(self) -> Iterator[Digest]:
        """Go through them; what is new is packed as it passes, so that digests need not be held."""
        told, before, alone = self._told, self._before, self._alone
        wanted = {entry.id for entry, look in told if entry.id in alone or look.resolved not in before.rows}
        kept = sum(entry.id not in alone for entry, _ in told)
        packing = _Packing(self._made_by) if wanted or kept < len(before.rows) else None
        halves = self._said if len(wanted) == len(told) else self._said.of(wanted)
        read = (digest(half.extraction, load(), alone) for half in halves)
        for entry, look in told:
            key = b"" if entry.id in alone else look.resolved
            if entry.id in wanted:
                one = msgspec.structs.replace(next(read), id=entry.id, key=key)
            else:
                one = _digest(entry.id, key, before.rows[key], before.table)
            if packing and one.key:
                packing.take(one)
            yield one
        if packing:
            self._cache.set_packed("digests", packing.packed())

    def before(self, told: Sequence[tuple[str, bytes]]) -> list[Digest] | None:
        """Return the digests of announcements of the last build by their ids and keys, None if one is not kept."""
        rows = self._before.rows
        if any(key not in rows for _, key in told):
            return None
        return [_digest(id_, key, rows[key], self._before.table) for id_, key in told]

    @cached_property
    def _before(self) -> _Kept:
        kept: _Kept = self._cache.note("digests", _Kept) or _Kept()
        return kept if kept.made_by == self._made_by else _Kept(self._made_by)


def _digest(id_: str, key: bytes, row: _Row, table: Sequence[Said]) -> Digest:
    things = tuple([table[one] if isinstance(one, int) else one for one in row.things])
    return Digest(id_, row.lang, row.day, row.keys, things, row.posts, row.met, row.ties, row.values, row.shorts, key)


class _Packing:
    """Puts together a _Kept as it is packed, row by row; the table comes last."""

    def __init__(self, made_by: str) -> None:
        self._table: dict[Said, int] = {}
        self._packer = Packer()
        self._packer.take(b'{"made_by":%b,"rows":{' % msgspec.json.encode(made_by))
        self._between = b""

    def take(self, one: Digest) -> None:
        """Take up a digest that has a key."""
        things = tuple(
            [said if own(said, one.id) else self._table.setdefault(said, len(self._table)) for said in one.things]
        )
        row = _Row(one.lang, one.day, one.keys, things, one.posts, one.met, one.ties, one.values, one.shorts)
        self._packer.take(b"%b%b:%b" % (self._between, msgspec.json.encode(one.key), msgspec.json.encode(row)))
        self._between = b","

    def packed(self) -> bytes:
        """Return all as bytes."""
        self._packer.take(b'},"table":%b}' % msgspec.json.encode(tuple(self._table)))
        return self._packer.packed()
