"""Flat facts, the common form of what two readers took from an announcement."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

Part = tuple[str, ...]
"""All the names of one thing, or the one value."""

PLANNED = "meeting.planned"
CANCELLED = "meeting.cancelled"

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, order=True)
class Fact:
    """A relation and its parts, each with all the names by which it may go.

    ``meeting`` is the key of the meeting that it is said of, "" for what is said of no meeting; the keys of two readers
    differ. ``ended`` tells a post or a membership that is said to be over.
    """

    relation: str
    parts: tuple[Part, ...] = ()
    meeting: str = ""
    ended: bool = False

    def __str__(self) -> str:
        return " | ".join([self.meeting, self.relation, *(part[0] for part in self.parts)]).removeprefix(" | ")


@lru_cache(maxsize=65536)
def spelled(name: str) -> str:
    """Return the words of a name without what tells no two readers' spellings apart: case, punctuation, quotes, ё."""
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", name).casefold().replace("ё", "е")))
