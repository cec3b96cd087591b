"""What XML 1.0 can't hold."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def without_forbidden(text: str) -> str:
    """Return the text with each character that XML 1.0 forbids, even escaped, replaced by \ufffd."""
    return _FORBIDDEN.sub("\ufffd", text)
