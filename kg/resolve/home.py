"""Whose state an announcement speaks from, and which body its bare names mean there.

In an announcement of Türkiye's foreign ministry, or one that speaks of no other state's, "Ministry of Foreign Affairs"
is Türkiye's, whatever the gazetteer takes the bare name for.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kg.gazetteer import Entry, Gazetteer
from kg.names import fold
from kg.records import Announcement, Name, Thing
from kg.resolve.body_name import JOINS, name_score

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


def meant(thing: Thing, home: str, gazetteer: Gazetteer) -> str | None:
    """Return the id of the row that a thing is, seen from its home: a bare name of another state's body is none's.

    None where the thing has no row, or where its row is another state's and the home state's is not in the gazetteer.
    """
    if thing.type != "Organization" or not thing.known or not home or thing.known not in gazetteer:
        return thing.known
    entry = gazetteer.by_id(thing.known)
    if not entry.state or entry.state.lower() == home:
        return thing.known
    if not all(_bare(name, entry, gazetteer) for name in thing.names):
        return thing.known
    at_home = _bodies_of(gazetteer, home)
    rows = {row.id for name in thing.names for row in at_home if _called(name, row, home, gazetteer)}
    rows = rows or {row.id for name in thing.names for row in at_home if _begins(name, row)}
    return rows.pop() if len(rows) == 1 else None


def _bare(name: Name, entry: Entry, gazetteer: Gazetteer) -> bool:
    """Tell whether a name lacks the state that the row's own name has, so that it fits the bodies of other states."""
    if named_state(name.text, gazetteer):
        return False
    if name.text.isupper():
        return True
    folded = fold(name.text)
    return any(
        n.lang == name.lang and folded != fold(n.text) and folded in fold(n.text) and named_state(n.text, gazetteer)
        for n in entry.all_names
    )


def _called(name: Name, entry: Entry, home: str, gazetteer: Gazetteer) -> bool:
    if name.text.isupper():
        return any(name.text in acronym.text.split() for acronym in entry.acronyms)
    full = f"{name.text} {gazetteer.by_id(home).label(name.lang) or ''}"
    return any(name_score(n.text, n.lang, full, name.lang) >= JOINS for n in entry.names if n.lang == name.lang)


def _begins(name: Name, entry: Entry) -> bool:
    """Tell whether a name is the beginning or, in Kazakh, the end of the row's: Сенат of Сенат Олий Мажлиса."""
    folded = fold(name.text)
    names = [fold(n.text) for n in entry.names if n.lang == name.lang]
    return any(n.endswith(f" {folded}") if name.lang == "kk" else n.startswith(f"{folded} ") for n in names)


@lru_cache(maxsize=512)
def _bodies_of(gazetteer: Gazetteer, state: str) -> tuple[Entry, ...]:
    return tuple(e for e in gazetteer.of_kind("Organization") if (e.state or "").lower() == state)


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
