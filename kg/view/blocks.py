"""Data packed into text that may stand in a page: JSON, deflated, in base64; the page unpacks it with its own means.

JSON may be packed in pieces that follow one another. Each is deflated for itself and has a length that base64 writes
without filling up, so a piece that was packed for another page is put into this one as it is.
"""

from __future__ import annotations

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

LEVEL = 6
_NOTHING = b"\x00\x00\x00\xff\xff"  # a stored block of no bytes (RFC 1951, 3.2.4)
_END = b"\x03\x00"  # a last block of no bytes


def piece(value: object) -> bytes:
    """Return a value as JSON, deflated so that more may follow; its texts must be clean (kg.view.things.clean)."""
    return _deflated(msgspec.json.encode(value))


def _deflated(data: bytes) -> bytes:
    squeezer = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    found = squeezer.compress(data) + squeezer.flush(zlib.Z_FULL_FLUSH)
    return found + _NOTHING * (len(found) % 3)  # its five bytes leave two of three: as often as are too many


def listed(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the pieces of a list of what some pieces hold."""
    comma, begin = _deflated(b","), _deflated(b"[")
    for number, one in enumerate(pieces):
        yield comma if number else begin
        yield one
        begin = b""
    yield begin + _deflated(b"]")


def block(pieces: Iterable[bytes]) -> Iterator[str]:
    """Yield the text of a block of pieces, which no text in them can end early."""
    for one in pieces:
        yield b64encode(one).decode("ascii")
    yield b64encode(_END).decode("ascii")


def unpacked(text: str) -> Any:
    """Return the value of a block."""
    return json.loads(zlib.decompress(b64decode(text), -zlib.MAX_WBITS))
