"""Data packed into text that may stand in a page: JSON, deflated, in base64; the page unpacks it with its own means."""

from __future__ import annotations

import json
import zlib
from base64 import b64decode, b64encode
from typing import Any

LEVEL = 6


def packed(value: object) -> str:
    """Return a value as base64 of deflated JSON (RFC 1951, without header), which no text can end early."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    squeezer = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return b64encode(squeezer.compress(text.encode("utf-8", "replace")) + squeezer.flush()).decode("ascii")


def unpacked(block: str) -> Any:
    """Return the value of a block."""
    return json.loads(zlib.decompress(b64decode(block), -zlib.MAX_WBITS))
