"""Data and scripts inside a page, so that no text can end the element that holds it."""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256

# "<" also hides "</script>" and "<!--"; U+2028 and U+2029 end lines in old JavaScript.
_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def safe_json(value: object) -> str:
    """Return a value as JSON that may stand inside a script element; sorted keys, so the same bytes every time."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8", "replace").decode("utf-8").translate(_ESCAPES)


def csp_hash(text: str) -> str:
    """Return the Content-Security-Policy source that allows exactly this inline script or style."""
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
