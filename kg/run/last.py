"""What is remembered of the last build into a folder, so that the next one need do only what is new."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.files import Signature
from kg.records import Refusal
from kg.run.cache import Cache
from kg.run.understand import Entry


@dataclass(frozen=True, slots=True)
class Last:
    """The last build: a hash of all that it depended on, what it was made of, and what its files looked like."""

    inputs: str
    base: str
    entries: tuple[Entry, ...]
    refused: tuple[Refusal, ...]
    outputs: Signature
    parts: dict[str, bytes] = field(default_factory=dict)  # announcement id -> key of its part
    files: list[str] = field(default_factory=list)  # the user's gazetteer and judgements, "" for none
    picture: bool = True  # whether there is one; else what kg view draws in its place is nobody's change


@dataclass(frozen=True, slots=True)
class Members:
    """Which things of which announcements each IRI stood for, and a hash of what each announcement said."""

    of: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    said: dict[str, bytes] = field(default_factory=dict)


def last(cache: Cache) -> Last | None:
    """Return what is remembered, or None."""
    found: Last | None = cache.note("last", Last)
    return found


def members(cache: Cache) -> Members:
    """Return the members of the last build."""
    found: Members | None = cache.note("members", Members)
    return found or Members()
