"""What contradicts what, worked out anew only where announcements say something else than in the last build."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any

from kg.conflicts import among
from kg.conflicts.of_extractions import Claimed, Kind, claimed
from kg.records import Resolution
from kg.run import program
from kg.run.cache import Cache
from kg.run.looks import Look
from kg.run.pack import Half
from kg.run.said import Said
from kg.run.understand import Entry


@dataclass(frozen=True, slots=True)
class Disputed:
    """The contradictions of a build, as report.json has them, and a hash of all that they were found in."""

    inputs: bytes
    rows: list[dict[str, Any]]


def conflicts_of(
    said: Said, entries: Sequence[Entry], seen: Sequence[Look], resolution: Resolution, resolved: bytes, cache: Cache
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

    rows = among(_claimed(said, entries, seen, cache), resolution.entities, text_of)
    cache.set_notes(conflicts=Disputed(inputs, rows))
    return rows


@dataclass(frozen=True, slots=True)
class _Row:
    """What an announcement claims, as it is kept; the kinds of claims are places in a table that all share."""

    published: str
    lang: str
    claims: tuple[tuple[int, str, str, int, int], ...]


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is claimed, by the hash of what it was found in, and of the program that found it."""

    made_by: str = ""
    kinds: tuple[Kind, ...] = ()
    rows: dict[bytes, _Row] = field(default_factory=dict)


def _claimed(said: Said, entries: Sequence[Entry], seen: Sequence[Look], cache: Cache) -> Iterator[Claimed]:
    """Yield what each announcement claims; only those are read that are new, or of which a person rejects something."""
    before: _Kept = cache.note("claimed", _Kept) or _Kept()
    known = before.rows if before.made_by == program.whole() else {}
    told = list(zip(entries, seen, strict=True))
    wanted = {entry.id for entry, look in told if entry.id in said.rejected or look.disputed not in known}
    read = (_short(half) for half in (said if len(wanted) == len(told) else said.of(wanted)))
    kinds: dict[Kind, int] = {}
    rows: dict[bytes, _Row] = {}
    for entry, look in told:
        one = next(read) if entry.id in wanted else _long(entry.id, known[look.disputed], before.kinds)
        if entry.id not in said.rejected:
            claims = tuple([(kinds.setdefault(claim[0], len(kinds)), *claim[1:5]) for claim in one.claims])
            rows[look.disputed] = _Row(one.published, one.lang, claims)
        yield one
    if wanted or len(rows) < len(known):
        cache.set_notes(claimed=_Kept(program.whole(), tuple(kinds), rows))


def _short(half: Half) -> Claimed:
    """Return what an announcement claims without the words."""
    one = half.extraction
    return claimed(replace(one, announcement=replace(one.announcement, text="")))


def _long(id_: str, row: _Row, kinds: Sequence[Kind]) -> Claimed:
    claims = tuple([(kinds[kind], one, other, start, end, "") for kind, one, other, start, end in row.claims])
    return Claimed(id_, row.published, row.lang, claims)
