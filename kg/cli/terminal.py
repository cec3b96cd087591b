"""Text of announcements in a terminal."""

from __future__ import annotations

import re

# Control characters can move the cursor, change the title or reorder what is read; only newline and tab are harmless.
_HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def harmless(text: str) -> str:
    """Return the text with each control character replaced by "\ufffd", one for one, so that offsets stay right."""
    return _HARMFUL.sub("\ufffd", text)
