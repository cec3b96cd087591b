"""Mentions that a user's own pipeline found in a text, to fill what grammar did not take."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.gazetteer import Entry
from kg.lang.syntax import Chunk
from kg.lang.tokens import Token

KINDS = ("Person", "Organization", "Country", "Place", "Program", "Agreement", "Election", "Event")
"""What a mention from outside may be; an Event is an encounter only where its clause says who met."""


@dataclass(frozen=True, slots=True)
class Given:
    """A mention from outside: offsets in the text, its kind, and its name in the nominative where that is known."""

    start: int
    end: int
    kind: str
    rule: str
    name: str = ""


def within(
    given: Iterable[Given], tokens: Sequence[Token], free: Callable[[int, int], bool]
) -> Iterator[tuple[Given, int, int]]:
    """Yield the mentions that lie wholly in a sentence and are free in it, with their first and last token.

    Their edges are those of words.
    """
    if not tokens:
        return
    for one in given:
        if one.start < tokens[0].start or one.end > tokens[-1].end:
            continue
        inside = [i for i, token in enumerate(tokens) if one.start < token.end and token.start < one.end]
        while inside and tokens[inside[0]].kind in ("quote", "punct", "dash"):
            del inside[0]
        while inside and tokens[inside[-1]].kind in ("quote", "punct", "dash"):
            del inside[-1]
        words = [i for i in inside if tokens[i].kind in ("word", "initials")]
        whole = words and (one.kind != "Person" or (words == inside and tokens[words[-1]].kind == "word"))
        if whole and free(inside[0], inside[-1]):
            yield one, inside[0], inside[-1]


def settled(chunk: Chunk, one: Given, known_as: Callable[..., Entry | None]) -> Chunk:
    """Return the chunk of a mention from outside with what holds in all languages: its name, row and confidence.

    ``known_as`` is the pack's look-up in the gazetteer: by a name and one kind or more.
    """
    chunk.label = one.name or chunk.label
    chunk.confidence = 0.7
    if one.kind == "Event":
        chunk.kind_of, chunk.flags = "Gathering", {"weak"}
    entry = known_as(chunk.label, *(("Country", "Place") if one.kind == "Place" else (one.kind,)))
    if entry is not None:
        chunk.kind, chunk.known = entry.kind, entry.id
    return chunk
