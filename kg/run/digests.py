"""What resolution keeps of each announcement, kept from build to build, so that only what is new is read for it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import msgspec

from kg.gazetteer import load
from kg.resolve.digest import digest
from kg.resolve.short_forms import Short
from kg.resolve.told import Digest, Met, Post, Said, own
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


_ROW, _SAID = msgspec.json.Decoder(_Row), msgspec.json.Decoder(Said)

_SPARE = 4
"""When as many rows as one in so many were let go of, the table is made anew, without what only they had."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """Digests by the hash of what they were made of, and of the program and names that made them, each still packed.

    ``spare`` is how many were let go of since the table was made, in which their things still stand.
    """

    made_by: str = ""
    table: tuple[msgspec.Raw, ...] = ()
    rows: dict[bytes, msgspec.Raw] = field(default_factory=dict)
    spare: int = 0


class Digests:
    """The digest of each announcement; only those are read that are new, or are to be judged ``alone`` (ids).

    ``seen`` is what was looked at in each, ``gazetteer`` a hash of the user's names, which are in use. ``told`` are the
    ids of all and the keys, which are hashes of what was looked at, b"" for what is to be judged alone.
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
        self.told = [(e.id, b"" if e.id in alone else look.resolved) for e, look in zip(entries, seen, strict=True)]
        self._made_by = f"{program.whole()} {gazetteer}"
        self._packed = False

    def __iter__(self) -> Iterator[Digest]:
        """Go through them; what is new is packed as it passes, so that digests need not be held."""
        packing = _Packing(self._made_by) if self._otherwise else None
        read = self._read()
        for id_, key in self.told:
            one = self._known(id_, key) if key in self._before.rows else next(read)
            if packing and one.key:
                packing.take(one)
            yield one
        if packing:
            self._pack(packing)

    def of(self, told: Sequence[tuple[str, bytes]]) -> list[Digest] | None:
        """Return the digests of announcements of this build or the last by ids and keys, None if one is not kept."""
        rows = self._before.rows
        if any(key not in rows and self._keys.get(id_) != key for id_, key in told):
            return None
        return [self._known(id_, key) if key in rows else self._new[id_] for id_, key in told]

    def keep(self) -> None:
        """Keep what is new and let go of what is told no more, if they were not gone through."""
        before, keys = self._before, {key for _, key in self.told}
        gone = len(before.rows.keys() - keys)
        if self._packed or not self._otherwise:
            return
        if before.spare + gone > len(before.rows) // _SPARE:
            for _ in self:
                pass
            return
        packing = _Packing(self._made_by, before.table, before.spare + gone)
        for key, row in before.rows.items():
            if key in keys:
                packing.take_row(key, bytes(row))
        for one in self._new.values():
            if one.key:
                packing.take(one)
        self._pack(packing)

    def _pack(self, packing: _Packing) -> None:
        self._cache.set_packed("digests", packing.packed())
        self._packed = True

    def _known(self, id_: str, key: bytes) -> Digest:
        row = _ROW.decode(self._before.rows[key])
        things = tuple([self._in_table(one) if isinstance(one, int) else one for one in row.things])
        return Digest(
            id_, row.lang, row.day, row.keys, things, row.posts, row.met, row.ties, row.values, row.shorts, key
        )

    def _in_table(self, place: int) -> Said:
        said = self._table.get(place)
        if said is None:
            said = self._table[place] = _SAID.decode(self._before.table[place])
        return said

    def _read(self) -> Iterator[Digest]:
        """Yield the digests of those that are not kept, in their order."""
        wanted = [(id_, key) for id_, key in self.told if key not in self._before.rows]
        halves = self._said if len(wanted) == len(self.told) else self._said.of([id_ for id_, _ in wanted])
        for (id_, key), half in zip(wanted, halves, strict=True):
            yield msgspec.structs.replace(digest(half.extraction, load(), self._alone), id=id_, key=key)

    @cached_property
    def _new(self) -> dict[str, Digest]:
        return {one.id: one for one in self._read()}

    @cached_property
    def _keys(self) -> dict[str, bytes]:
        return dict(self.told)

    @cached_property
    def _otherwise(self) -> bool:
        """Whether what is to be kept is other than what is kept."""
        return {key for _, key in self.told} - {b""} != self._before.rows.keys()

    @cached_property
    def _table(self) -> dict[int, Said]:
        return {}

    @cached_property
    def _before(self) -> _Kept:
        kept: _Kept = self._cache.note("digests", _Kept) or _Kept()
        return kept if kept.made_by == self._made_by else _Kept(self._made_by)


class _Packing:
    """Puts together a _Kept as it is packed, row by row; the table, which may have things already, comes last."""

    def __init__(self, made_by: str, table: Sequence[msgspec.Raw] = (), spare: int = 0) -> None:
        self._table: dict[bytes, int] = {bytes(said): place for place, said in enumerate(table)}
        self._packer = Packer()
        self._packer.take(b'{"made_by":%b,"spare":%d,"rows":{' % (msgspec.json.encode(made_by), spare))
        self._between = b""

    def take(self, one: Digest) -> None:
        """Take up a digest that has a key."""
        things = tuple([said if own(said, one.id) else self._place(said) for said in one.things])
        row = _Row(one.lang, one.day, one.keys, things, one.posts, one.met, one.ties, one.values, one.shorts)
        self.take_row(one.key, msgspec.json.encode(row))

    def take_row(self, key: bytes, row: bytes) -> None:
        """Take up a digest as it is kept."""
        self._packer.take(b"%b%b:%b" % (self._between, msgspec.json.encode(key), row))
        self._between = b","

    def _place(self, said: Said) -> int:
        return self._table.setdefault(msgspec.json.encode(said), len(self._table))

    def packed(self) -> bytes:
        """Return all as bytes."""
        self._packer.take(b'},"table":[%b]}' % b",".join(self._table))
        return self._packer.packed()
