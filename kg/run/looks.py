"""What was looked at in each announcement, as hashes kept from build to build, so that the old need not be read again.

Who is who, what contradicts what and how a thing is shown each depend on some of what an announcement says. Where the
hash of that is what it was, the result is; so after a word was mended, only the announcement that has it is read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

import msgspec

from kg.records import Announcement, Claim, Entity, Extraction
from kg.resolve.digest import looked_at
from kg.run import program
from kg.run.cache import Cache
from kg.run.pack import Half
from kg.run.parts import Parts, labelled
from kg.run.said import Said
from kg.run.understand import Entry

_LOOK, _TOLD = 20, 16  # bytes
NOTHING = bytes(_TOLD)
"""Stands for what is told of a thing that is only named."""


@dataclass(frozen=True, slots=True)
class Look:
    """Hashes of what resolution looks at in an announcement, of what may be disputed, and of all that it says."""

    resolved: bytes
    disputed: bytes
    said: bytes


@dataclass(frozen=True, slots=True)
class Rows:
    """What is kept, each under the key in the same place, and the hash of the program that made it."""

    program: str = ""
    keys: tuple[bytes, ...] = ()
    values: tuple[bytes, ...] = ()


def looks(cache: Cache, entries: Sequence[Entry], said: Said) -> list[Look]:
    """Return what was looked at in each announcement; only those that are new are read."""

    def of_new(missing: Sequence[int]) -> Iterator[bytes]:
        for half in _halves(said, entries, missing):
            resolved, disputed = _hash(looked_at(half.extraction)), _hash(_disputed(half.extraction))
            rest = msgspec.json.encode((half.called, half.extraction.announcement.text))
            yield resolved + disputed + _hash(resolved + disputed + rest)

    rows = _rows(cache, "looks", [entry.key for entry in entries], of_new)
    return [Look(row[:_LOOK], row[_LOOK : 2 * _LOOK], row[2 * _LOOK :]) for row in rows]


def tellings(
    cache: Cache, parts: Parts, said: Said, things: Callable[[str], Sequence[tuple[str, Entity]]]
) -> list[bytes]:
    """Return for each announcement hashes of what it tells of its things, sorted by key, one after the other.

    In each is what it says of the thing, with its words, and what the things are called that it ties it to.
    """

    def of_new(missing: Sequence[int]) -> Iterator[bytes]:
        for half in _halves(said, parts.entries, missing):
            yield b"".join(_tellings(half, dict(things(half.extraction.announcement.id))))

    return _rows(cache, "tellings", parts.keys, of_new)


def _rows(
    cache: Cache, name: str, keys: Sequence[bytes], of_new: Callable[[Sequence[int]], Iterator[bytes]]
) -> list[bytes]:
    """Return what is kept under keys; what is not yet is given by ``of_new`` for their places."""
    kept: Rows = cache.note(name, Rows) or Rows()
    known = dict(zip(kept.keys, kept.values, strict=False)) if kept.program == program.whole() else {}
    missing = {key: place for place, key in enumerate(keys) if key not in known}
    if missing:
        known |= dict(zip(missing, of_new(list(missing.values())), strict=True))
    if missing or len(known) > len(keys):
        cache.set_notes(**{name: Rows(program.whole(), tuple(keys), tuple(known[key] for key in keys))})
    return [known[key] for key in keys]


def _halves(said: Said, entries: Sequence[Entry], missing: Collection[int]) -> Iterator[Half]:
    """Yield what is said by the announcements at some places; where these are many, all is gone through, and held."""
    if 2 * len(missing) < len(entries):
        return said.of({entries[place].id for place in missing})
    wanted = set(missing)
    return (half for place, half in enumerate(said) if place in wanted)


def _hash(data: bytes) -> bytes:
    return sha256(data).digest()[:_LOOK]


def _disputed(extraction: Extraction) -> bytes:
    """Return all of an announcement in which something may be contradicted, with the words that a report quotes."""
    announcement, text = extraction.announcement, extraction.announcement.text
    quotes = [min(claim.evidence).of(text) for claim in extraction.claims if claim.evidence]
    about = (announcement.id, announcement.published, announcement.lang)
    return msgspec.json.encode((about, extraction.claims, quotes))


def _tellings(half: Half, things: Mapping[str, Entity]) -> Iterator[bytes]:
    """Yield a hash of what an announcement tells of each of its things."""
    extraction, id_ = half.extraction, half.extraction.announcement.id
    claims: defaultdict[str, list[Claim]] = defaultdict(list)
    spoken_of = set()
    for claim in extraction.claims:
        if claim.modality == "asserted":
            claims[claim.subject].append(claim)
            spoken_of.add(claim.object if isinstance(claim.object, str) else None)
    called: defaultdict[str, list[str]] = defaultdict(list)
    for key, label in half.called:
        called[key].append(label)
    about = _about(extraction.announcement) if claims or called else None
    for key, entity in things.items():
        told: list[object] = []
        if own := claims.get(key):
            told += [own, [_words(one, extraction.announcement.text) for one in own], _tied(own, things)]
        if key in called:
            told += [called[key]]
        if key in spoken_of and not entity.names:
            told += ["spoken of"]
        yield sha256(msgspec.json.encode([id_, key, about, told])).digest()[:_TOLD] if told else NOTHING


def _about(announcement: Announcement) -> tuple[str | None, ...]:
    return announcement.lang, announcement.published, announcement.headline, announcement.url


def _words(claim: Claim, text: str) -> list[str]:
    return [span.of(text) for span in claim.evidence]


def _tied(claims: Iterable[Claim], things: Mapping[str, Entity]) -> list[object]:
    """Return what is shown of the things that claims tie one to, and of who is said to say so."""
    found = dict.fromkeys(one for claim in claims for one in (claim.object, claim.said_by) if isinstance(one, str))
    shown = (things[key] for key in found if key in things)
    return [(one.slug, one.type, [(lang, first) for lang, first, _ in labelled(one.names)]) for one in shown]
