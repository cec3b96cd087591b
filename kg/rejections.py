"""What a person says is no fact: claims that stay in the record as rejected and never become triples of the graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from kg.graph.describe import claim_iri
from kg.graph.statements import Placed, of_claim, place
from kg.names import fold
from kg.records import Claim, Entity, Extraction, Judgement, Literal, Refusal

REJECTED = "rejected"
_WHOLE = ("org:member", "org:organization")
"""What makes a membership: when that is rejected, nothing of it is left."""


@dataclass(slots=True)
class _Order:
    """One line as slugs and values; "" stands for any. ``used`` tells that it met a claim."""

    judgement: Judgement
    subject: str = ""
    predicate: str = ""
    objects: frozenset[str] = frozenset()
    claim: str = ""
    fault: str = ""
    used: bool = False

    def meets(self, subject: str, predicate: str, value: str) -> bool:
        """Tell whether a triple, its things as slugs, is the one that the line rejects."""
        return (
            self.subject in ("", subject)
            and self.predicate in ("", predicate)
            and (not self.judgement.object or value in self.objects)
        )


@dataclass(slots=True)
class _Orders:
    """The lines by what they are looked up by: a claim's IRI, a subject, or neither."""

    by_claim: dict[str, list[_Order]] = field(default_factory=dict)
    by_subject: dict[str, list[_Order]] = field(default_factory=dict)

    def add(self, order: _Order) -> None:
        """Put a line where it will be found."""
        key, index = (order.claim, self.by_claim) if order.claim else (order.subject, self.by_subject)
        index.setdefault(key, []).append(order)

    def on(self, claim: Claim, subject: str, value: str) -> Iterator[_Order]:
        """Yield the lines that reject a claim as a fact; what is denied anyway is not touched by them."""
        if claim.modality == "asserted":
            for order in (*self.by_subject.get(subject, ()), *self.by_subject.get("", ())):
                if order.meets(subject, claim.predicate, value):
                    yield order


def reject(
    extractions: Iterable[Extraction], entities: Iterable[Entity], judgements: Sequence[Judgement], base: str
) -> tuple[tuple[Extraction, ...], tuple[Refusal, ...]]:
    """Return the extractions with the claims that a person rejects marked so, and the lines without effect.

    ``judgements`` other than "reject" are passed over. A triple that is rejected is rejected in all announcements that
    state it; a claim that is named by its IRI, in its own alone. With the member or organisation of a membership all of
    it goes.
    """
    entities = tuple(entities)
    orders = [_order(one, entities) for one in judgements if one.verdict == "reject"]
    index = _Orders()
    for order in orders:
        if not order.fault:
            index.add(order)
    placed = place(entities, base) if orders else {}
    found = tuple(_without(extraction, index, placed, base) if orders else extraction for extraction in extractions)
    return found, tuple(_refusal(order) for order in orders if not order.used)


def _order(judgement: Judgement, entities: Sequence[Entity]) -> _Order:
    subject = judgement.subject.strip()
    if judgement.predicate in ("skos:prefLabel", "skos:altLabel"):
        return _Order(judgement, fault="means a name; names are mended by rename")
    if "/claim/" in f"/{subject}":
        return _Order(judgement, claim=subject.rpartition("/")[2])
    slugs = _meant(subject, entities) if subject else [""]
    objects = frozenset([judgement.object.strip(), *_meant(judgement.object.strip(), entities)])
    if len(slugs) != 1:
        fault = f"is ambiguous: {subject} may be {', '.join(slugs[:5])}; write one of these instead"
        return _Order(judgement, fault=fault if slugs else f"names nothing that the announcements tell of: {subject}")
    return _Order(judgement, slugs[0], judgement.predicate, objects)


def _meant(reference: str, entities: Sequence[Entity]) -> list[str]:
    """Return the slugs of what is meant by an IRI, a slug or a name."""
    known = {entity.slug for entity in entities}
    for slug in (reference, "/".join(reference.strip("<>").rsplit("/", 2)[-2:])):
        if slug in known:
            return [slug]
    name = fold(reference)
    return [entity.slug for entity in entities if any(fold(own.text) == name for own in entity.names)]


def _without(extraction: Extraction, orders: _Orders, placed: Placed, base: str) -> Extraction:
    rejected = {number for number, _ in _rejected(extraction, orders, placed, base)}
    if not rejected:
        return extraction
    gone = {extraction.claims[n].subject for n in rejected if extraction.claims[n].predicate in _WHOLE}
    claims = (
        replace(claim, modality=REJECTED) if number in rejected or claim.subject in gone else claim
        for number, claim in enumerate(extraction.claims)
    )
    return replace(extraction, claims=tuple(claims))


def _rejected(extraction: Extraction, orders: _Orders, placed: Placed, base: str) -> Iterator[tuple[int, _Order]]:
    id_ = extraction.announcement.id
    for number, claim in enumerate(extraction.claims):
        subject, value = _slug(placed, id_, claim.subject), _value(placed, id_, claim)
        met = list(orders.on(claim, subject, value)) if subject and value else []
        if orders.by_claim and (statement := of_claim(extraction, claim, placed)):
            met += orders.by_claim.get(claim_iri(statement, base).value.rpartition("/")[2], ())
        for order in met:
            order.used = True
            yield number, order


def _slug(placed: Placed, announcement: str, key: str) -> str:
    found = placed.get((announcement, key))
    return found[1].slug if found else ""


def _value(placed: Placed, announcement: str, claim: Claim) -> str:
    return claim.object.value if isinstance(claim.object, Literal) else _slug(placed, announcement, claim.object)


def _refusal(order: _Order) -> Refusal:
    judgement = order.judgement
    place_ = f"{judgement.source or 'judgements'}:{judgement.line}"
    return Refusal(judgement.source, f"{place_}: reject {order.fault or 'means a fact that no announcement states'}")
