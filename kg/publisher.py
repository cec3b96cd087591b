"""Whose state an announcement speaks from, and which state a name speaks of."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.gazetteer import Gazetteer
from kg.names import fold
from kg.records import Announcement

_HOST = re.compile(r"^[a-z][a-z0-9+.-]*://(?:[^/@]*@)?([^/:?#]+)", re.IGNORECASE)


def home_of(announcement: Announcement, gazetteer: Gazetteer) -> str:
    """Return the state (small ISO code) of whoever published an announcement; "" if nothing tells it.

    What tells it is the publisher, the footer (Пресс-служба ЦИК Узбекистана) or the ending of the address.
    """
    text = announcement.text
    footers = [text[line.start : line.end] for line in announcement.lines if line.kind == "footer"]
    for words in (announcement.publisher or "", *footers):
        for entry in gazetteer.find(words) if words else ():
            if entry.state:
                return entry.state.lower()
        if state := named_state(words, gazetteer):
            return state
    host = _HOST.match(announcement.url or "")
    ending = host.group(1).rpartition(".")[2].casefold() if host else ""
    return ending if len(ending) == 2 and ending in gazetteer else ""


@lru_cache(maxsize=65_536)
def named_state(name: str, gazetteer: Gazetteer) -> str:
    """Return the state that a name speaks of, by its words: "uz" for ЦИК Узбекистана; "" where none is named."""
    words = fold(name).split()
    stems = _states(gazetteer)
    for start in range(len(words)):
        for state, stem in stems.get(words[start][:4], ()):
            if all(
                word.startswith(part) and len(word) - len(part) <= 6
                for word, part in zip(words[start:], stem, strict=False)
            ) and len(words) - start >= len(stem):
                return state
    return ""


@lru_cache(maxsize=8)
def _states(gazetteer: Gazetteer) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for entry in gazetteer.of_kind("Country"):
        for name in entry.all_names:
            words = fold(name.text).split()
            stem = tuple(word[:-1] if len(word) > 4 and word[-1] in "аяыийе" else word for word in words)
            if len(stem[0]) > 1:
                found.setdefault(stem[0][:4], []).append((entry.id, stem))
    for stems in found.values():
        stems.sort(key=lambda pair: (-len(pair[1]), pair))
    return found
