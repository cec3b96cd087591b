"""What one announcement states and another denies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from kg.conflicts.days import at_one_time, earliest, latest
from kg.conflicts.said import STATED_AND_DENIED, Conflict, Said, Saying, side

_PARTS = ("org:member", "org:organization", "org:role")
PREDICATES = (*_PARTS, "schema:startDate")


def stated_and_denied(said: Said) -> Iterator[Conflict]:
    """Yield what one announcement states and another denies, as far as both can't be right.

    Who took part in a meeting doesn't change, unless it was to come; of other things only what is said at one time
    contradicts itself.
    """
    denied = {one.triple for one in said.sayings if one.modality == "denied" and one.predicate not in _PARTS}
    found: defaultdict[tuple[str, str, str], list[Saying]] = defaultdict(list)
    starts: defaultdict[str, list[str]] = defaultdict(list)
    for one in said.sayings:
        if one.triple in denied:
            found[one.triple].append(one)
        if one.predicate == "schema:startDate" and one.modality == "asserted":
            starts[one.subject].append(one.value)
    for (subject, predicate, value), sayings in sorted(found.items()):
        pairs = [(a, d) for a, d in _pairs(sayings) if _clash(a, d, said.type_of(subject), starts[subject])]
        if pairs:
            yield _conflict(subject, predicate, value, subject, pairs)


def _pairs(sayings: Iterable[Saying]) -> Iterator[tuple[Saying, Saying]]:
    sayings = list(sayings)
    for stated in (one for one in sayings if one.modality == "asserted"):
        for denial in (one for one in sayings if one.modality == "denied"):
            if stated.announcement != denial.announcement:
                yield stated, denial


def _clash(stated: Saying, denial: Saying, kind: str, starts: list[str]) -> bool:
    if _at_one_time(stated, denial):
        return True
    if kind != "Meeting" or not (stated.published and denial.published):
        return False
    written = date.fromisoformat(stated.published)
    return not any(earliest(day) > written for day in starts)


def _at_one_time(one: Saying, other: Saying) -> bool:
    return at_one_time(one.published, one.lang, other.published, other.lang)


def _conflict(
    subject: str, predicate: str, value: str, membership: str, pairs: list[tuple[Saying, Saying]]
) -> Conflict:
    stated = side(value, membership, {a for a, _ in pairs})
    denied = side(value, pairs[0][1].subject, {d for _, d in pairs}, "denied")
    return Conflict(STATED_AND_DENIED, subject, predicate, (stated, denied))


@dataclass(slots=True)
class _Told:
    """What one announcement says of one membership, in one modality."""

    member: Saying
    parts: dict[str, str] = field(default_factory=dict)
    starts: list[str] = field(default_factory=list)


def memberships_denied(said: Said) -> Iterator[Conflict]:
    """Yield the memberships that one announcement states and another denies, as far as both can't be right.

    A membership that is only denied is no thing of the graph, so the two are told to be one by member and body, of
    a person by the post too. One may begin and end, so a denial contradicts it only at one time, or when it is said to
    have begun before the denial. Who is denied to be a full member may be an observer.
    """
    stated, denied = _told(said, "asserted"), _told(said, "denied")
    for key, denials in sorted(denied.items()):
        pairs = [
            (one.member, no.member)
            for one in stated.get(key, ())
            for no in denials
            if one.member.announcement != no.member.announcement and _same_role(said, one, no) and _untrue(one, no)
        ]
        if pairs:
            yield _conflict(key[1], "org:member", key[0], pairs[0][0].subject, pairs)


def _told(said: Said, modality: str) -> dict[tuple[str, str], list[_Told]]:
    """Return what announcements say of memberships, by member and body."""
    found: dict[tuple[str, str], _Told] = {}
    for one in said.sayings:
        if one.modality == modality and one.predicate == "org:member":
            found.setdefault((one.announcement, one.subject), _Told(one))
    for one in said.sayings:
        told = found.get((one.announcement, one.subject)) if one.modality == modality else None
        if told and one.predicate in _PARTS:
            told.parts.setdefault(one.predicate, one.value)
        if told and one.predicate == "schema:startDate":
            told.starts.append(one.value)
    by_parts: defaultdict[tuple[str, str], list[_Told]] = defaultdict(list)
    for told in found.values():
        by_parts[told.parts["org:member"], told.parts.get("org:organization", "")].append(told)
    return by_parts


def _same_role(said: Said, stated: _Told, denied: _Told) -> bool:
    mine, theirs = stated.parts.get("org:role"), denied.parts.get("org:role")
    if said.type_of(stated.parts["org:member"]) == "Person":
        return mine == theirs
    return theirs is None or mine == theirs


def _untrue(stated: _Told, denied: _Told) -> bool:
    one, other = stated.member, denied.member
    if _at_one_time(one, other):
        return True
    if not (one.published and other.published):
        return False
    denial, written = date.fromisoformat(other.published), date.fromisoformat(one.published)
    return any(latest(day) <= denial <= written for day in stated.starts)
