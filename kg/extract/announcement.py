"""Extraction of one announcement: parse, settle who is who, then ask each relation in turn."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kg.extract.agreements import find_agreements
from kg.extract.counts import find_member_counts
from kg.extract.draft import Draft
from kg.extract.elections import find_elections
from kg.extract.meetings import find_meetings
from kg.extract.memberships import find_memberships
from kg.extract.posts import find_posts
from kg.extract.programs import find_programs
from kg.extract.reader import Reader
from kg.extract.register import Register
from kg.extract.renamed import take_older_names
from kg.extract.spacy_pipeline import Pipeline
from kg.extract.structure import find_structure
from kg.extract.two_heads import part_by_heads
from kg.extract.undone import take_back
from kg.gazetteer import load
from kg.lang.cues import cues, joint_cues
from kg.lang.dates import impossible_dates
from kg.lang.packs import read, understood
from kg.publisher import home_of
from kg.records import Announcement, Extraction

# Every relation, in the order in which they build on each other: posts tell which body a person brings to a meeting,
# meetings the day on which they admitted someone.
RELATIONS = (
    find_posts,
    find_meetings,
    find_memberships,
    find_programs,
    find_agreements,
    find_elections,
    find_member_counts,
    find_structure,
)


def extract(announcement: Announcement, nlp: Callable[[str], Any] | Pipeline | None = None) -> Extraction:
    """Return what an announcement says; it depends on nothing but the announcement and the program's version.

    With ``nlp``, a spaCy pipeline, also on that: what it finds is taken where grammar takes nothing. An announcement in
    a language that has no pack yet comes back empty, with a note that says so.
    """
    if not understood(announcement.lang):
        note = f"not understood: announcements in {announcement.lang!r} are read but not yet searched for facts"
        return Extraction(announcement, notes=(note,))
    draft = Draft(announcement)
    pipeline = nlp if nlp is None or isinstance(nlp, Pipeline) else Pipeline(nlp)
    sentences = read(announcement, pipeline.mentions(announcement) if pipeline else ())
    others = {chunk.lang for sentence in sentences for chunk in sentence.chunks} - {""}
    words = joint_cues(announcement.lang, tuple(sorted(others))) if others else cues(announcement.lang)
    take_back(sentences, words)
    gazetteer = load()
    register = Register(draft, gazetteer, words, home_of(announcement, gazetteer))
    register.register_names(sentences)
    take_older_names(register, sentences)
    part_by_heads(register, [chunk for sentence in sentences for chunk in sentence.chunks])
    register.name_people()
    reader = Reader(draft, register, sentences)
    for find in RELATIONS:
        find(reader)
    reader.note_mentions()
    return draft.finish(_impossible_dates(announcement))


def _impossible_dates(announcement: Announcement) -> list[str]:
    """Return a note on each date in the story that the calendar does not have; nothing is told from it."""
    text = announcement.text
    return [
        f"line {text.count(chr(10), 0, start) + 1}: “{words}” names a day that the calendar does not have"
        for start, _, words in impossible_dates(text, announcement.lang, announcement.published)
        if any(line.start <= start < line.end for line in announcement.lines if line.kind in ("title", "paragraph"))
    ]
