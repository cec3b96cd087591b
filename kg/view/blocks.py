"""Data packed into text that may stand in a page: JSON, deflated, in base64; the page unpacks it with its own means."""

from __future__ import annotations

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterator
from typing import Any

LEVEL = 6
_AT_ONCE = 10_000  # of a long list


def packed(value: object) -> str:
    """Return a value as base64 of deflated JSON (RFC 1951, without header), which no text can end early."""
    squeezer = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    pieces = [squeezer.compress(text.encode("utf-8", "replace")) for text in _in_pieces(value)]
    return b64encode(b"".join(pieces) + squeezer.flush()).decode("ascii")


def _in_pieces(value: object) -> Iterator[str]:
    """Yield JSON piece by piece, since the whole of a large graph takes much memory."""
    if isinstance(value, dict):
        yield "{"
        for number, key in enumerate(sorted(value)):
            yield f"{',' if number else ''}{_json(key)}:"
            yield from _in_pieces(value[key])
        yield "}"
    elif isinstance(value, list) and len(value) > _AT_ONCE:
        yield "["
        for start in range(0, len(value), _AT_ONCE):
            yield ("," if start else "") + _json(value[start : start + _AT_ONCE])[1:-1]
        yield "]"
    else:
        yield _json(value)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def unpacked(block: str) -> Any:
    """Return the value of a block."""
    return json.loads(zlib.decompress(b64decode(block), -zlib.MAX_WBITS))
