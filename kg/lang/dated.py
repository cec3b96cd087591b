"""A date as a chunk of a sentence: which tokens it takes, and what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from kg.lang.dates import DateMention
from kg.lang.syntax import Chunk
from kg.lang.tokens import Token


def free_dates(
    dates: Iterable[DateMention], tokens: Sequence[Token], free: Callable[[int, int], bool]
) -> Iterator[tuple[DateMention, list[int]]]:
    """Yield the dates of a sentence of which no token is taken, with the places of their tokens."""
    for date in dates:
        inside = [i for i, t in enumerate(tokens) if date.start < t.end and t.start < date.end]
        if inside and free(inside[0], inside[-1]):
            yield date, inside


def dated(chunk: Chunk, date: DateMention) -> Chunk:
    """Return the chunk of a date with what it says: the day, till when, since or on."""
    chunk.start, chunk.end, chunk.value = date.start, date.end, date.value
    chunk.kind_of, chunk.names = date.relation, [date.end_value] if date.end_value else []
    if date.coming:
        chunk.flags.add("weekday")
    return chunk
