"""What contradicts what, worked out anew only where announcements say something else than in the last build."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from kg.conflicts import conflicts
from kg.records import Resolution
from kg.run.cache import Cache
from kg.run.looks import Look
from kg.run.said import Said


@dataclass(frozen=True, slots=True)
class Disputed:
    """The contradictions of a build, as report.json has them, and a hash of all that they were found in."""

    inputs: bytes
    rows: list[dict[str, Any]]


def conflicts_of(
    said: Said, seen: Iterable[Look], resolution: Resolution, resolved: bytes, cache: Cache
) -> list[dict[str, Any]]:
    """Return what announcements contradict each other in; ``resolved`` is a hash of what the resolution depends on."""
    digest = sha256(resolved + repr(sorted(said.rejected.items())).encode())
    for look in seen:
        digest.update(look.disputed)
    inputs = digest.digest()
    before: Disputed | None = cache.note("conflicts", Disputed)
    if before and before.inputs == inputs:
        return before.rows

    def text_of(id_: str) -> str:
        (half,) = said.of({id_})
        return half.extraction.announcement.text

    rows = conflicts(said.bare(), resolution.entities, text_of)
    cache.set_notes(conflicts=Disputed(inputs, rows))
    return rows
