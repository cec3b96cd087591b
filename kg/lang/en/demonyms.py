"""The adjectives of states, and which state each is of."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def demonyms() -> dict[str, str]:
    """Return the state of each adjective that words/demonyms.txt lists: spanish -> Spain."""
    rows = (Path(__file__).parent / "words" / "demonyms.txt").read_text("utf-8").splitlines()
    return dict(row.split("\t") for row in rows if row and not row.startswith("#"))
