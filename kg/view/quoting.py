"""Quotation marks around quotes, without doubling those that a text brings."""

from __future__ import annotations

_MARKS = frozenset("«»‹›“”„‟‘’‚‛\"'")
_AFTER = " .,;:!?…"


def quoted_itself(text: str) -> bool:
    """Say whether a text begins or ends with a quotation mark, beside which another would look doubled.

    «Дала шебері» одағы -> True, where outer marks would give ««Дала шебері» одағы».
    """
    bare = text.strip()
    return bare[:1] in _MARKS or bare.rstrip(_AFTER)[-1:] in _MARKS
