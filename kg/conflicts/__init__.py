"""What contradicts what in announcements: different days and numbers, two holders of one post, stated and denied.

A later word that merely follows the course of things contradicts nothing: a new chairman, a grown membership, a meeting
that was moved. Both sides of a contradiction stay in the graph.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.conflicts.find import find
from kg.conflicts.of_extractions import Claimed, claimed, sayings_of
from kg.conflicts.said import STATED_AND_DENIED, Conflict, Saying, Side, place_of
from kg.records import Entity, Extraction

if TYPE_CHECKING:
    import pyoxigraph as ox

__all__ = ["Conflict", "Saying", "Side", "among", "conflicts", "conflicts_in", "quotes"]

Words = Callable[[str, int, int], str]
"""Gives the words of an announcement, by its id, from one place in its text to another."""


def conflicts(
    extractions: Iterable[Extraction], entities: Iterable[Entity], text_of: Callable[[str], str] | None = None
) -> list[dict[str, Any]]:
    """Return the contradictions in what announcements say, sorted, as rows for report.json (see Conflict.row).

    Where extractions come without their texts, ``text_of`` gives the text of an announcement by its id; it is asked
    only for those that are quoted.
    """
    words = (lambda id_, start, end: text_of(id_)[start:end]) if text_of else None
    return among((claimed(one) for one in extractions), entities, words)


@dataclass(frozen=True, slots=True)
class Before:
    """The contradictions of an earlier build, and the slugs of things of which something else is said since or was."""

    rows: Iterable[dict[str, Any]]
    others: Collection[str]


def among(
    announcements: Iterable[Claimed],
    entities: Iterable[Entity],
    words: Words | None = None,
    before: Before | None = None,
) -> list[dict[str, Any]]:
    """Return the contradictions as ``conflicts`` does, of announcements in short.

    Only those are sought that have to do with what is said otherwise than ``before``, and denials.
    """
    found = find(sayings_of(announcements, entities, before.others if before else None))
    rows = [row for conflict in found if _is_other(row := conflict.row(), before)]
    for quote in quotes(rows):
        if words is not None and not quote["quote"]:
            quote["quote"] = words(quote["announcement"], quote["start"], quote["end"])
    if before:
        rows = sorted([*rows, *(row for row in before.rows if not _is_other(row, before))], key=place_of)
    return rows


def _is_other(row: dict[str, Any], before: Before | None) -> bool:
    """Tell whether a contradiction may be another than before: each depends on the things that its sides are about."""
    if before is None or row["kind"] == STATED_AND_DENIED:
        return True
    return any(side["about"] in before.others for side in row["said"])


def quotes(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the quotes in contradictions, as they stand there."""
    return (quote for row in rows for side in row["said"] for quote in side["quotes"])


def conflicts_in(store: ox.Store, base: str) -> list[Conflict]:
    """Return the contradictions in a graph whose individuals are named under ``base``, sorted."""
    from kg.conflicts.of_store import sayings_in

    return find(sayings_in(store, base))
