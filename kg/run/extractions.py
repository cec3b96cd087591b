"""The extractions of a build, read from the cache when they are asked for and not held."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar, overload

from kg.records import Extraction
from kg.run.cache import Cache
from kg.run.pack import Half, UnreadableError, unpack, unpack_half
from kg.run.understand import Entry

T = TypeVar("T")
R = TypeVar("R")


class LostError(Exception):
    """Extractions that were in the cache are there no more, or can't be read; ``keys`` says which."""

    def __init__(self, keys: Sequence[bytes]) -> None:
        self.keys = tuple(keys)
        super().__init__(f"{len(self.keys)} extractions are lost")


class Extractions(Sequence[Extraction]):
    """All extractions, sorted by the ids of their announcements; each is read anew when it is asked for.

    ``cache`` is an open cache or the path of one.
    """

    def __init__(self, cache: Cache | Path, entries: Sequence[Entry]) -> None:
        self._cache, self._entries = cache, entries

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[Extraction]:
        return self._read(self._entries)

    @overload
    def __getitem__(self, at: int) -> Extraction: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Extraction]: ...

    def __getitem__(self, at: int | slice) -> Extraction | Sequence[Extraction]:
        if isinstance(at, slice):
            return Extractions(self._cache, self._entries[at])
        return next(self._read([self._entries[at]]))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    def _read(self, entries: Sequence[Entry]) -> Iterator[Extraction]:
        cache = self._opened()
        for entry, packed in zip(entries, cache.whole(entry.key for entry in entries), strict=True):
            yield _read(entry, packed, unpack)

    def _opened(self) -> Cache:
        return self._cache if isinstance(self._cache, Cache) else Cache(self._cache)


def read_half(entry: Entry, packed: bytes | None) -> Half:
    """Return what an announcement says from the cache; raises LostError for what is not there."""
    return _read(entry, packed, unpack_half)


def _read(entry: Entry, packed: T | None, read: Callable[[T, str], R]) -> R:
    if packed is None:
        raise LostError([entry.key])
    try:
        return read(packed, entry.source)
    except UnreadableError:
        raise LostError([entry.key]) from None
