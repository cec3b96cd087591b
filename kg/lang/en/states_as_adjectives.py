"""Adjectives of states before posts and bodies: the Spanish Foreign Minister, the Uzbek Ministry of Health."""

from __future__ import annotations

from kg.lang.en.demonyms import demonyms
from kg.lang.en.phrase import Phrase
from kg.lang.syntax import Chunk


def demonym_at(phrase: Phrase, at: int) -> bool:
    """Tell whether a token is the adjective of a state."""
    return 0 <= at < phrase.size and phrase.lowers[at] in demonyms() and phrase.tokens[at].capital


def state_of(phrase: Phrase, at: int) -> Chunk | None:
    """Make the chunk of the state whose adjective stands at a token; it is not kept yet."""
    name = demonyms()[phrase.lowers[at]]
    entry = phrase.known_as(name, "Country")
    if entry is None:
        return None
    chunk = phrase.chunk("Country", at, at, label=name, lemma=name.lower(), rule="demonym")
    chunk.known = entry.id
    return chunk
