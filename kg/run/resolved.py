"""Who is who, worked out anew only where the announcements say something else of it than in the last build."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from kg.gazetteer import load
from kg.records import Judgement, Resolution
from kg.resolve.aligned import Aligned, Found
from kg.resolve.recorded import Recorded
from kg.resolve.resolve import decide
from kg.resolve.score import Scoring, scored
from kg.resolve.told import Digest
from kg.run import program
from kg.run.cache import Cache
from kg.run.looks import Look

_ROUNDS = "compared", "compared again"  # each is kept as soon as it is done, since it is large


@dataclass(frozen=True, slots=True)
class Resolved:
    """A resolution and a hash of all that it was made of."""

    inputs: bytes
    resolution: Resolution


@dataclass(frozen=True, slots=True)
class Compared:
    """What was compared in a round of the last resolution, and a hash of the program and the names that did it."""

    made_by: str
    round: Recorded


@dataclass(frozen=True, slots=True)
class Versions:
    """What was found in versions of announcements, and a hash of the program and the names that found it."""

    made_by: str
    found: dict[bytes, Found]


def resolution_of(
    digests: Iterable[Digest],
    seen: Iterable[Look],
    judgements: Sequence[Judgement],
    gazetteer: str,
    cache: Cache,
    scoring: Scoring = scored,
) -> tuple[Resolution, bytes]:
    """Return who is who, and a hash of all that it depends on.

    ``seen`` is what was looked at in each announcement; the ``digests`` are gone through only where that is not what it
    was. ``gazetteer`` is a hash of the user's names, which are in use.
    """
    inputs = _inputs(seen, judgements, gazetteer)
    before: Resolved | None = cache.note("resolution", Resolved)
    if before and before.inputs == inputs:
        return before.resolution, inputs
    made_by = f"{program.whole()} {gazetteer}"
    kept: list[Compared | None] = [cache.note(name, Compared) for name in _ROUNDS]
    known = [one.round for one in kept if one and one.made_by == made_by]
    if len(known) < len(_ROUNDS):
        known = []
    versions: Versions | None = cache.note("versions", Versions)
    aligned = Aligned(versions.found if versions and versions.made_by == made_by else {})

    names = iter(_ROUNDS)

    def keep(now: Recorded) -> None:
        cache.set_notes(**{next(names): Compared(made_by, now)})

    found = decide(digests, load(), judgements, scoring, known, keep, aligned)
    cache.set_notes(resolution=Resolved(inputs, found), versions=Versions(made_by, aligned.now))
    return found, inputs


def _inputs(seen: Iterable[Look], judgements: Sequence[Judgement], gazetteer: str) -> bytes:
    digest = sha256(f"{program.whole()} {gazetteer} {list(judgements)!r}".encode())
    for look in seen:
        digest.update(look.resolved)
    return digest.digest()
