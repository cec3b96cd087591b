"""Small records that every build goes through, kept many together: getting at each takes longer than reading it.

A batch begins where the id of a record says so, not after a number of them, so that what is new moves no other border.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import pairwise
from typing import TypeVar
from zlib import crc32

from kg.run import program
from kg.run.cache import Cache
from kg.run.pack import UnreadableError, squeeze, unsqueeze

_ABOUT = 64  # records in a batch: so many are put together anew where one changed

T = TypeVar("T")


def batched(
    cache: Cache, type_: type[list[T]], ids: Sequence[str], keys: Sequence[bytes], read: Callable[[range], Iterable[T]]
) -> Iterator[T]:
    """Yield the records with these ids and keys; those of a batch that is not kept are ``read`` by their places.

    A key is a hash of all that a record depends on but the program.
    """
    starts = [0, *(place for place, id_ in enumerate(ids) if place and not crc32(id_.encode()) % _ABOUT), len(ids)]
    salt = f"{program.whole()} {type_}".encode()
    for start, end in pairwise(starts):
        key = sha256(salt + b"".join(keys[start:end])).digest()[:20]
        yield from _kept(cache, key, type_) or _read(cache, key, read(range(start, end)))


def _kept(cache: Cache, key: bytes, type_: type[list[T]]) -> list[T]:
    packed = cache.stretch(key)
    try:
        found: list[T] = unsqueeze(packed, type_) if packed else []
    except UnreadableError:
        return []
    return found


def _read(cache: Cache, key: bytes, some: Iterable[T]) -> list[T]:
    found = list(some)
    cache.put("stretch", [(key, squeeze(found))])
    return found
