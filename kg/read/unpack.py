"""Compressed files: gzip and Zstandard read as a stream, never unpacked whole, and no bombs."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from kg.errors import KgError

PACKED = (".gz", ".zst")
# The texts of an archive shrink to a fifth or a tenth; what grows two hundred times was made to fill a disk.
_MOST_GROWTH = 200
_ALWAYS_ALLOWED = 20_000_000  # bytes


def bare(name: str) -> str:
    """Return the name of a file as it is called when unpacked: a.txt.gz -> a.txt, a.tgz -> a.tar."""
    low = name.lower()
    if low.endswith(".tgz"):
        return name[:-4] + ".tar"
    return next((name[: -len(ending)] for ending in PACKED if low.endswith(ending)), name)


@contextmanager
def unpacked(path: Path, name: str) -> Iterator[BinaryIO]:
    """Open a file, unpacking it by the ending of its name.

    Raises KgError, also while it is read, for one that can't be opened, that is broken or cut off, or that unpacks to
    more than 200 times its size.
    """
    with _in_words(name), path.open("rb") as raw:
        yield _stream(raw, name, path.stat().st_size)


@contextmanager
def unpacking(raw: BinaryIO, size: int, name: str) -> Iterator[BinaryIO]:
    """Unpack an open file of that size in bytes by the ending of its name; raises KgError as ``unpacked`` does."""
    with _in_words(name):
        yield _stream(raw, name, size)


@contextmanager
def _in_words(name: str) -> Iterator[None]:
    """Turn what goes wrong with a file while it is read into one sentence."""
    try:
        yield
    except OSError as error:  # gzip.BadGzipFile is one too
        if isinstance(error, gzip.BadGzipFile):
            raise KgError(f"{name} is broken ({error}); get it anew") from None
        raise KgError(f"{name} cannot be read ({error.strerror or error}); check its permissions") from None
    except EOFError:
        raise KgError(f"{name} is cut off: it ends before its end; get it anew") from None
    except (zlib.error, _zstd_error()) as error:
        raise KgError(f"{name} is broken ({error}); get it anew") from None


def _stream(raw: BinaryIO, name: str, size: int) -> BinaryIO:
    low = name.lower()
    if low.endswith((".gz", ".tgz")):
        packed: io.RawIOBase | BinaryIO = cast(BinaryIO, gzip.GzipFile(fileobj=raw))
    elif low.endswith(".zst"):
        from backports import zstd

        packed = cast(BinaryIO, zstd.ZstdFile(raw))
    else:
        return raw
    most = max(_ALWAYS_ALLOWED, size * _MOST_GROWTH)
    return cast(BinaryIO, io.BufferedReader(_Bounded(cast(BinaryIO, packed), name, most), 1 << 16))


def _zstd_error() -> type[Exception]:
    from backports import zstd

    return zstd.ZstdError


class _Bounded(io.RawIOBase):
    """A stream that ends in a KgError when it gives more than it may."""

    def __init__(self, stream: BinaryIO, name: str, most: int) -> None:
        self._stream, self._name, self._left = stream, name, most

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        self._left -= len(data)
        if self._left < 0:
            raise KgError(f"{self._name} unpacks to more than {_MOST_GROWTH} times its size; check where it is from")
        buffer[: len(data)] = data
        return len(data)
