"""An extraction as bytes: JSON packed with Zstandard, safe to read whoever wrote it, and quick (0.1 ms).

Two halves, since who is who and what contradicts what need only the first: the announcement with what it says, and the
mentions in it, which are most of it. (pickle would run what a foreign file tells it to.)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from itertools import islice
from typing import Any

import msgspec
from backports import zstd

from kg.records import Extraction, Mention

_AT_ONCE = 1_000  # rows of a large record
_OPTIONS: dict[int, int] = {zstd.CompressionParameter.compression_level: 3, zstd.CompressionParameter.checksum_flag: 1}


class UnreadableError(Exception):
    """The bytes are not what was packed."""


@dataclass(frozen=True, slots=True)
class Half:
    """What an announcement says, without the mentions, so that many can be held together.

    ``called`` has what mentions call those Things that are meetings: (Thing key, label) pairs.
    """

    extraction: Extraction
    called: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Packed:
    """An extraction without the source of its announcement; ``said`` holds no mentions."""

    said: bytes
    rest: bytes


def pack(extraction: Extraction) -> Packed:
    """Return an extraction as bytes; the same extraction gives the same bytes."""
    announcement = extraction.announcement
    bare = replace(extraction, announcement=replace(announcement, source=""), mentions=())
    return Packed(squeeze(Half(bare, _called(extraction))), squeeze(extraction.mentions))


def unpack_half(packed: bytes, source: str = "") -> Half:
    """Return what an announcement says, without the mentions; raises UnreadableError."""
    half: Half = unsqueeze(packed, Half)
    announcement = replace(half.extraction.announcement, source=source)
    return replace(half, extraction=replace(half.extraction, announcement=announcement))


def unpack(packed: Packed, source: str = "") -> Extraction:
    """Return the whole extraction; raises UnreadableError."""
    mentions: tuple[Mention, ...] = unsqueeze(packed.rest, tuple[Mention, ...])
    return replace(unpack_half(packed.said, source).extraction, mentions=mentions)


def _called(extraction: Extraction) -> tuple[tuple[str, str], ...]:
    meetings = {thing.key for thing in extraction.things if thing.type == "Meeting" and thing.names}
    return tuple(dict.fromkeys((one.thing, one.label) for one in extraction.mentions if one.thing in meetings))


def squeeze_bytes(data: bytes) -> bytes:
    """Return bytes packed."""
    return _compressor().compress(data, mode=zstd.ZstdCompressor.FLUSH_FRAME)


@cache
def _compressor() -> zstd.ZstdCompressor:
    """Return the one that all is packed with: to make one takes longer than to pack a thing (9 of 14 microseconds)."""
    return zstd.ZstdCompressor(options=_OPTIONS)


class Packer:
    """Packs bytes that come in pieces, so that the whole is never held."""

    def __init__(self) -> None:
        self._compressor = zstd.ZstdCompressor(options=_OPTIONS)
        self._packed: list[bytes] = []

    def take(self, piece: bytes) -> None:
        """Take up the next piece."""
        if packed := self._compressor.compress(piece):
            self._packed.append(packed)

    def packed(self) -> bytes:
        """Return all that was taken up, as ``squeeze_bytes`` does."""
        return b"".join([*self._packed, self._compressor.flush()])


def unsqueeze_bytes(packed: bytes) -> bytes:
    """Return the bytes that were packed; raises UnreadableError for others."""
    try:
        frame = zstd.ZstdDecompressor()  # quicker than zstd.decompress, which is ready for several frames
        data = frame.decompress(packed)
    except zstd.ZstdError as error:
        raise UnreadableError(str(error)) from None
    if not frame.eof or frame.unused_data:
        raise UnreadableError("it is cut short, or more stands behind it")
    return data


def squeeze(value: Any) -> bytes:
    """Return a record as packed JSON."""
    return squeeze_bytes(msgspec.json.encode(value))


def squeeze_large(value: Any) -> bytes:
    """Return a record as ``squeeze`` does, without ever holding the JSON of all of it."""
    packer = Packer()
    for piece in _in_pieces(value):
        packer.take(piece)
    return packer.packed()


def _in_pieces(value: Any) -> Iterator[bytes]:
    """Yield JSON: each field of a record by itself, and long lists and tables some rows at a time."""
    if is_dataclass(value):
        for number, one in enumerate(fields(value)):
            yield b"%b%b:" % (b"," if number else b"{", msgspec.json.encode(one.name))
            yield from _in_pieces(getattr(value, one.name))
        yield b"}"
    elif isinstance(value, dict) and len(value) > _AT_ONCE:
        yield from _some_at_once(value.items(), dict)
    elif isinstance(value, list | tuple) and len(value) > _AT_ONCE:
        yield from _some_at_once(value, list)
    else:
        yield msgspec.json.encode(value)


def _some_at_once(rows: Iterable[Any], type_: type[list[Any] | dict[Any, Any]]) -> Iterator[bytes]:
    left, none, between = iter(rows), msgspec.json.encode(type_()), b""
    yield none[:1]
    while some := type_(islice(left, _AT_ONCE)):
        yield between + msgspec.json.encode(some)[1:-1]
        between = b","
    yield none[1:]


def unsqueeze(packed: bytes, type_: Any) -> Any:
    """Return the record of a type that ``squeeze`` packed; raises UnreadableError for other bytes."""
    try:
        return _decoder(type_).decode(unsqueeze_bytes(packed))
    except msgspec.DecodeError as error:
        raise UnreadableError(str(error)) from None


@cache
def _decoder(type_: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(type_)
