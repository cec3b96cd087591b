"""What was said that may contradict something, from what announcements claim: for the report of a build."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from sys import intern

from kg.conflicts import values
from kg.conflicts.find import PREDICATES
from kg.conflicts.said import IN_ORDER, About, Said, Saying
from kg.conflicts.sole import is_sole
from kg.records import Entity, Extraction, Literal

Kind = tuple[str, str, str, float, bool]
"""Predicate, modality, rule and confidence of a claim, and whether its object is a value."""
Told = tuple[Kind, str, str, int, int, str]
"""A claim: its kind, the keys of its subject and object (or the value), where its words stand, and these if known."""
Slugs = dict[tuple[str, str], str]
Triple = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Claimed:
    """What of an announcement may contradict something, by itself: all its claims in short."""

    id: str
    published: str
    lang: str
    claims: tuple[Told, ...]


def claimed(extraction: Extraction) -> Claimed:
    """Return what of an announcement may contradict something."""
    announcement, found = extraction.announcement, []
    for one in extraction.claims:
        value = one.object.value if isinstance(one.object, Literal) else one.object
        kind = one.predicate, one.modality, one.rule, one.confidence, isinstance(one.object, Literal)
        span = min(one.evidence, default=None)
        start, end, words = (span.start, span.end, span.of(announcement.text)) if span else (0, 0, "")
        found.append((kind, intern(one.subject), intern(value), start, end, words))
    return Claimed(announcement.id, announcement.published or "", announcement.lang, tuple(found))


def sayings_of(announcements: Iterable[Claimed], entities: Iterable[Entity]) -> Said:
    """Return what announcements say of the things of which different things are said, and all things."""
    entities = list(entities)
    slugs = {member: entity.slug for entity in entities for member in entity.members}
    things = {
        entity.slug: About(entity.type, entity.known or "", tuple(name.text for name in entity.names))
        for entity in entities
    }
    all_of_it = [(one, [_triple(one.id, claim, slugs) for claim in one.claims]) for one in announcements]
    denied = {
        triple
        for one, triples in all_of_it
        for claim, triple in zip(one.claims, triples, strict=True)
        if claim[0][1] == "denied"
    }
    subjects = _disputed(all_of_it, denied, things)
    found = [
        _saying(one, claim, triple)
        for one, triples in all_of_it
        for claim, triple in zip(one.claims, triples, strict=True)
        if triple[0] in subjects and all(triple) and (triple[1] in PREDICATES or triple in denied)
    ]
    return Said(tuple(sorted(found, key=IN_ORDER)), things)


def _saying(one: Claimed, claim: Told, triple: Triple) -> Saying:
    (_, modality, rule, confidence, _), _, _, start, end, words = claim
    subject, predicate, value = triple
    about = one.published, one.id, start, end, subject, predicate, value
    return Saying(*about, modality, one.lang, words, rule, confidence)


def _triple(announcement: str, claim: Told, slugs: Slugs) -> Triple:
    """Return subject, predicate and value; "" stands for a thing that is no entity."""
    (predicate, _, _, _, is_value), subject, object_, *_ = claim
    value = object_ if is_value else slugs.get((announcement, object_), "")
    return slugs.get((announcement, subject), ""), predicate, value


def _disputed(
    announcements: Iterable[tuple[Claimed, Sequence[Triple]]], denied: Collection[Triple], things: Mapping[str, About]
) -> set[str]:
    """Return the things of which what is said could contradict something: no rule need look at the others."""
    stated: defaultdict[str, dict[str, set[str]]] = defaultdict(dict)
    for one, triples in announcements:
        for claim, (subject, predicate, value) in zip(one.claims, triples, strict=True):
            if claim[0][1] == "asserted" and predicate in PREDICATES:
                stated[subject].setdefault(predicate, set()).add(value)
    members = {value for _, predicate, value in denied if predicate == "org:member"}
    found = {subject for subject, _, _ in denied}
    for subject, said in stated.items():
        two = any(len(said.get(predicate, ())) > 1 for predicate in values.PREDICATES)
        if two or not members.isdisjoint(said.get("org:member", ())):
            found.add(subject)
    return found | set(_of_sole_posts(stated, things))


def _of_sole_posts(stated: Mapping[str, Mapping[str, Collection[str]]], things: Mapping[str, About]) -> Iterator[str]:
    """Yield the memberships in posts that one person at a time holds and more than one is said to hold."""
    held: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for subject, said in stated.items():
        for body in said.get("org:organization", ()):
            for role in said.get("org:role", ()):
                if body in things and role in things:
                    held[role, body].add(subject)
    for (role, body), subjects in held.items():
        if len(subjects) > 1 and is_sole(things[role], things[body]):
            yield from subjects
