"""Who is who, worked out anew only where the announcements say something else of it than in the last build."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from kg.gazetteer import load
from kg.records import Judgement, Resolution
from kg.resolve.aligned import Aligned, Found
from kg.resolve.memory import Memory
from kg.resolve.resolve import decide
from kg.resolve.score import Scoring, scored
from kg.resolve.trace import Trace
from kg.run import program
from kg.run.cache import Cache
from kg.run.digests import Digests
from kg.run.looks import Look


@dataclass(frozen=True, slots=True)
class Resolved:
    """A resolution and a hash of all that it was made of."""

    inputs: bytes
    resolution: Resolution


@dataclass(frozen=True, slots=True)
class Decided:
    """What is kept of the last resolution, and a hash of the program and the names that decided it."""

    made_by: str
    trace: Trace


@dataclass(frozen=True, slots=True)
class Versions:
    """What was found in versions of announcements, and a hash of the program and the names that found it."""

    made_by: str
    found: dict[bytes, Found]


def resolution_of(
    digests: Digests,
    seen: Iterable[Look],
    judgements: Sequence[Judgement],
    gazetteer: str,
    cache: Cache,
    scoring: Scoring = scored,
) -> tuple[Resolved, Resolved | None]:
    """Return who is who, and who was in the last build.

    ``seen`` is what was looked at in each announcement; the ``digests`` are gone through only where that is not what it
    was. ``gazetteer`` is a hash of the user's names, which are in use.
    """
    inputs = _inputs(seen, judgements, gazetteer)
    last: Resolved | None = cache.note("resolution", Resolved)
    if last and last.inputs == inputs:
        return last, last
    made_by = f"{program.whole()} {gazetteer}"
    before: Decided | None = cache.note("decided", Decided)
    versions: Versions | None = cache.note("versions", Versions)
    memory = Memory(
        before.trace if before and before.made_by == made_by else None,
        last.resolution.entities if last else (),
        digests.of,
        Aligned(versions.found if versions and versions.made_by == made_by else {}),
        now=digests.told,
    )
    found = decide(digests, load(), judgements, scoring, memory)
    assert memory.kept is not None
    digests.keep()
    resolved = Resolved(inputs, found)
    cache.set_notes(
        resolution=resolved,
        decided=Decided(made_by, memory.kept),
        versions=Versions(made_by, memory.aligned.now),
    )
    return resolved, last


def _inputs(seen: Iterable[Look], judgements: Sequence[Judgement], gazetteer: str) -> bytes:
    digest = sha256(f"{program.whole()} {gazetteer} {list(judgements)!r}".encode())
    for look in seen:
        digest.update(look.resolved)
    return digest.digest()
