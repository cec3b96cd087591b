"""Bodies named in different languages, told to be one by who heads them.

A press service publishes one announcement in two or three languages. Names of people are comparable across alphabets,
names of bodies are not (Нұра өңірлік университеті, Nura Regional University); but the rector of the one is the rector
of the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from kg.records import Claim, Extraction, Thing
from kg.resolve.groups import Groups

Member = tuple[str, str]
Posts = dict[tuple[Member, Member], set[Member]]

# How many people two announcements of one day must have in common to be taken for one told twice.
_COMMON_PEOPLE = 2


def join_translated_bodies(
    extractions: Sequence[Extraction], groups: Groups, things: dict[Member, Thing], claims: dict[str, list[Claim]]
) -> None:
    """Join bodies of announcements in two languages, of one day and with the same people, by who holds which post.

    Only a body that answers to exactly one of the other announcement is joined, and never two that the gazetteer knows
    apart.
    """
    rows: dict[Member, str] = {}
    for member, thing in things.items():
        if thing.known:
            rows[groups.of(member)] = thing.known
    by_day: dict[str, list[Extraction]] = defaultdict(list)
    for extraction in extractions:
        if extraction.announcement.published:
            by_day[extraction.announcement.published].append(extraction)
    for _, same_day in sorted(by_day.items()):
        for one, other in combinations(same_day, 2):
            mine, theirs = one.announcement, other.announcement
            if mine.lang != theirs.lang and len(_people(one, groups) & _people(other, groups)) >= _COMMON_PEOPLE:
                _join(_posts(mine.id, claims, groups), _posts(theirs.id, claims, groups), groups, things, rows)


def _people(extraction: Extraction, groups: Groups) -> set[Member]:
    return {groups.of((extraction.announcement.id, t.key)) for t in extraction.things if t.type == "Person"}


def _posts(announcement: str, claims: dict[str, list[Claim]], groups: Groups) -> Posts:
    """Return the bodies at which each person holds each post, by what one announcement asserts."""
    parts: dict[str, dict[str, Member]] = defaultdict(dict)
    for claim in claims[announcement]:
        if isinstance(claim.object, str):
            parts[claim.subject][claim.predicate] = groups.of((announcement, claim.object))
    found: Posts = defaultdict(set)
    for part in parts.values():
        if {"org:member", "org:role", "org:organization"} <= part.keys():
            found[part["org:member"], part["org:role"]].add(part["org:organization"])
    return found


def _join(mine: Posts, theirs: Posts, groups: Groups, things: dict[Member, Thing], rows: dict[Member, str]) -> None:
    answers: dict[Member, set[Member]] = defaultdict(set)
    for post in sorted(mine.keys() & theirs.keys()):
        if len(mine[post]) == len(theirs[post]) == 1:
            one, other = next(iter(mine[post])), next(iter(theirs[post]))
            answers[one].add(other)
            answers[other].add(one)
    for one, others in sorted(answers.items()):
        other = min(others)
        if len(others) == len(answers[other]) == 1 and one < other and things[one].type == things[other].type:
            known = {rows[m] for m in (one, other) if m in rows}
            if len(known) <= 1:
                groups.join([one, other], "the same people hold the same posts at it, the same day in another language")
                rows.update({groups.of(one): row for row in known})
