"""Where a story is told from: its dateline, which here takes up, and which is no day of what it tells.

GENEVA, 4 March 2021 – The Board met here yesterday    it met in Geneva on the third
"""

from __future__ import annotations

import re

from kg.lang.en.phrase import Phrase
from kg.lang.syntax import DAY, Chunk, Sentence
from kg.records import Announcement

_TOWN = re.compile(r"\s*\(?(?P<town>[^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’-]*){0,2}),\s+(?=[\w ,]{0,20}\d)")
_LINES = 4  # lines among which a dateline stands


def town_of_dateline(announcement: Announcement) -> str:
    """Return the town that the dateline of a story begins with, "" if it has none."""
    for line in announcement.lines[:_LINES]:
        found = _TOWN.match(announcement.text, line.start, line.end) if line.kind in ("date", "paragraph") else None
        if found is not None and all(word[0].isupper() for word in found["town"].split()):
            town = found["town"]
            return town.title() if town.isupper() else town
    return ""


def take_here(phrase: Phrase, town: str) -> None:
    """Take here as the town that the story is told from: gathered here yesterday."""
    for at, low in enumerate(phrase.lowers if town and "here" in phrase.present else ()):
        if low == "here" and phrase.taken[at] is None and phrase.lower(at + 1) not in ("in", "is", "are", "at"):
            here = phrase.chunk("Place", at, at, label=town, lemma=town, rule="place.here")
            here.function, here.confidence = "at", 0.8
            phrase.take(here)


def take_there(phrase: Phrase, before: Chunk | None) -> Chunk | None:
    """Take there as the place named before it, in the sentence or in the one before; return the place named last.

    Went on to Istanbul. There he met X; met there with X, but not: there were speeches.
    """
    named = [c for c in phrase.chunks if c.kind in ("Place", "Country") and c.inside is None and c.rule != "place.here"]
    for at, low in enumerate(phrase.lowers if "there" in phrase.present else ()):
        existential = phrase.tag(at + 1) in ("A", "M") or phrase.lower(at + 1) in ("exists", "remained", "followed")
        if low != "there" or phrase.taken[at] is not None or existential or phrase.lower(at - 1) in ("from", "been"):
            continue
        place = max((c for c in named if c.last < at), key=lambda c: c.last, default=before)
        if place is None or phrase.lower(at + 1) in ("and", "by"):
            continue
        there = phrase.chunk(place.kind, at, at, label=place.label, lemma=place.lemma, rule="place.there")
        there.function, there.confidence, there.known = "at", 0.75, place.known
        there.kind_of, there.names = place.kind_of, list(place.names)
        phrase.take(there)
    return max(named, key=lambda c: c.last, default=None)


def leave_dateline(sentence: Sentence) -> None:
    """Leave the dateline's day out of a sentence that names another; its town does nothing there."""
    days = [c for c in sentence.chunks if c.kind == "Date" and len(c.value) == DAY]
    if not days or days[0].last + 1 >= len(sentence.tokens):
        return
    line = days[0]
    before = [c for c in sentence.chunks if c.last < line.first]
    dash = sentence.tokens[line.last + 1].text in ("–", "—", "-", ".", ":")
    named = all(t.capital or t.kind != "word" for t in sentence.tokens[: line.first])
    town = before[0] if before else None
    if not dash or not named or town is None or town.kind != "Place" or town.first > 1:
        return
    others = [d for d in days[1:] if d.kind_of == "on"]
    for clause in sentence.clauses:
        if others:
            clause.chunks = [c for c in clause.chunks if c is not line]
        if town in clause.chunks and town.function == "subject":
            town.function = ""
