"""What was said, from extractions and entities: for the report of a build."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from kg.conflicts.find import PREDICATES
from kg.conflicts.said import IN_ORDER, About, Said, Saying
from kg.records import Claim, Entity, Extraction, Literal

Slugs = dict[tuple[str, str], str]


def sayings_of(extractions: Iterable[Extraction], entities: Iterable[Entity]) -> Said:
    """Return what announcements say that may contradict something, and the things that it is about.

    The extractions are gone through twice, so they must be no iterator.
    """
    entities = list(entities)
    slugs = {member: entity.slug for entity in entities for member in entity.members}
    denied = {
        _triple(extraction.announcement.id, claim, slugs)
        for extraction in extractions
        for claim in extraction.claims
        if claim.modality == "denied"
    }
    predicates = frozenset(PREDICATES).union(predicate for _, predicate, _ in denied)
    found = [one for extraction in extractions for one in _sayings(extraction, slugs, predicates, denied)]
    things = {
        entity.slug: About(entity.type, entity.known or "", tuple(name.text for name in entity.names))
        for entity in entities
    }
    return Said(tuple(sorted(found, key=IN_ORDER)), things)


def _sayings(
    extraction: Extraction, slugs: Slugs, predicates: Collection[str], denied: Collection[tuple[str, str, str]]
) -> Iterator[Saying]:
    announcement = extraction.announcement
    for claim in extraction.claims:
        if claim.predicate not in predicates:
            continue
        triple = _triple(announcement.id, claim, slugs)
        if not all(triple) or not (claim.predicate in PREDICATES or triple in denied):
            continue
        span = min(claim.evidence, default=None)
        yield Saying(
            published=announcement.published or "",
            announcement=announcement.id,
            start=span.start if span else 0,
            end=span.end if span else 0,
            subject=triple[0],
            predicate=triple[1],
            value=triple[2],
            modality=claim.modality,
            lang=announcement.lang,
            quote=span.of(announcement.text) if span else "",
            rule=claim.rule,
            confidence=claim.confidence,
        )


def _triple(announcement: str, claim: Claim, slugs: Slugs) -> tuple[str, str, str]:
    """Return subject, predicate and value; "" stands for a thing that is no entity."""
    object_ = claim.object
    value = object_.value if isinstance(object_, Literal) else slugs.get((announcement, object_), "")
    return slugs.get((announcement, claim.subject), ""), claim.predicate, value
