"""Who is who, worked out anew only where the announcements say something else of it than in the last build."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from kg.records import Extraction, Judgement, Resolution
from kg.resolve import resolve
from kg.resolve.score import Scoring, scored
from kg.resolve.told import looked_at
from kg.run import program
from kg.run.cache import Cache


@dataclass(frozen=True, slots=True)
class Resolved:
    """A resolution and a hash of all that it was made of."""

    inputs: bytes
    resolution: Resolution


def resolution_of(
    extractions: Iterable[Extraction],
    judgements: Sequence[Judgement],
    gazetteer: str,
    cache: Cache,
    scoring: Scoring = scored,
) -> Resolution:
    """Return who is who; ``gazetteer`` is a hash of the user's names, which are in use.

    The extractions may be gone through twice, so they must be no iterator.
    """
    inputs = _inputs(extractions, judgements, gazetteer)
    before: Resolved | None = cache.note("resolution", Resolved)
    if before and before.inputs == inputs:
        return before.resolution
    found = resolve(extractions, judgements=judgements, scoring=scoring)
    cache.set_notes(resolution=Resolved(inputs, found))
    return found


def _inputs(extractions: Iterable[Extraction], judgements: Sequence[Judgement], gazetteer: str) -> bytes:
    digest = sha256(f"{program.whole()} {gazetteer} {list(judgements)!r}".encode())
    for extraction in extractions:
        digest.update(looked_at(extraction))
    return digest.digest()
