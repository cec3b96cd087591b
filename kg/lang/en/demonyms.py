"""Adjectives of states before posts and bodies: the Spanish Foreign Minister, the Uzbek Ministry of Health."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # phrases are tagged with the help of the adjectives
    from kg.lang.en.phrase import Phrase
    from kg.lang.syntax import Chunk


@cache
def demonyms() -> dict[str, str]:
    """Return the state of each adjective that words/demonyms.txt lists: spanish -> Spain."""
    rows = (Path(__file__).parent / "words" / "demonyms.txt").read_text("utf-8").splitlines()
    return dict(row.split("\t") for row in rows if row and not row.startswith("#"))


def demonym_at(phrase: Phrase, at: int) -> bool:
    """Tell whether a token is the adjective of a state."""
    return 0 <= at < len(phrase) and phrase.lowers[at] in demonyms() and phrase.tokens[at].capital


def state_of(phrase: Phrase, at: int) -> Chunk | None:
    """Make the chunk of the state whose adjective stands at a token; it is not kept yet."""
    name = demonyms()[phrase.lowers[at]]
    entry = phrase.known_as(name, "Country")
    if entry is None:
        return None
    chunk = phrase.chunk("Country", at, at, label=name, lemma=name.lower(), rule="demonym")
    chunk.known = entry.id
    return chunk
