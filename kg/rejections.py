"""What a person says is no fact: claims that stay in the record as rejected and never become triples of the graph."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kg.graph.describe import claim_iri
from kg.graph.statements import of_claims, place
from kg.records import Claim, Entity, Extraction, Judgement, Literal, Refusal, Resolution
from kg.resolve.judged import place as place_of_line
from kg.resolve.references import References

REJECTED = "rejected"
_WHOLE = ("org:member", "org:organization")
"""What makes a membership: when that is rejected, nothing of it is left."""


@dataclass(slots=True)
class _Order:
    """One line as slugs and values; "" stands for any. ``used`` tells that it met a claim."""

    judgement: Judgement
    subject: str = ""
    objects: frozenset[str] = frozenset()
    fault: str = ""
    used: bool = False

    def meets(self, claim: Claim, value: str) -> bool:
        """Tell whether a claim about the subject is the one that the line rejects."""
        wanted = self.judgement.predicate in ("", claim.predicate)
        return wanted and (not self.judgement.object or value in self.objects)


class Rejections:
    """Finds the claims that a person rejects, announcement by announcement.

    A triple that is rejected is rejected wherever it is stated, and a denial of it stays one; a claim that is named by
    its IRI is rejected alone. With the member or organisation of a membership all of it goes. Judgements other than
    "reject" are passed over.
    """

    def __init__(self, entities: Iterable[Entity], judgements: Sequence[Judgement], base: str) -> None:
        rejects = [one for one in judgements if one.verdict == "reject"]
        entities = tuple(entities) if rejects else ()
        meant = References(entities)
        self._orders = [_order(one, meant) for one in rejects]
        self._placed, self._base = place(entities, base), base
        self._by_claim: dict[str, list[_Order]] = {}
        self._by_subject: dict[str, list[_Order]] = {}
        for order in self._orders:
            if not order.fault:
                index = self._by_claim if _is_claim(order.subject) else self._by_subject
                index.setdefault(order.subject.rpartition("claim/")[2], []).append(order)

    def of(self, extraction: Extraction) -> frozenset[int]:
        """Return the places, in an extraction, of the claims that are rejected."""
        if not (self._by_claim or self._by_subject):
            return frozenset()
        found = set()
        for at, claim in enumerate(extraction.claims):
            for order in self._on(extraction, claim):
                order.used = True
                found.add(at)
        gone = {extraction.claims[at].subject for at in found if extraction.claims[at].predicate in _WHOLE}
        return frozenset(found | {at for at, claim in enumerate(extraction.claims) if claim.subject in gone})

    def idle(self) -> tuple[Refusal, ...]:
        """Return the lines that rejected nothing, when all extractions have been looked at."""
        return tuple(_refusal(order) for order in self._orders if not order.used)

    def _on(self, extraction: Extraction, claim: Claim) -> Iterator[_Order]:
        """Yield the lines that reject a claim."""
        if claim.modality == "asserted":
            subject, value = self._slug(extraction, claim.subject), self._value(extraction, claim)
            for key in dict.fromkeys((subject, "")) if subject and value else ():
                yield from (order for order in self._by_subject.get(key, ()) if order.meets(claim, value))
        for statement in of_claims(extraction.announcement, [claim], self._placed) if self._by_claim else ():
            yield from self._by_claim.get(claim_iri(statement, self._base).value.rpartition("claim/")[2], ())

    def _slug(self, extraction: Extraction, key: str) -> str:
        found = self._placed.get((extraction.announcement.id, key))
        return found[1].slug if found else ""

    def _value(self, extraction: Extraction, claim: Claim) -> str:
        return claim.object.value if isinstance(claim.object, Literal) else self._slug(extraction, claim.object)


def marked(extraction: Extraction, rejected: Collection[int]) -> Extraction:
    """Return the extraction with the claims at these places marked as rejected."""
    if not rejected:
        return extraction
    claims = (
        replace(claim, modality=REJECTED) if at in rejected else claim for at, claim in enumerate(extraction.claims)
    )
    return replace(extraction, claims=tuple(claims))


def resolved(
    extractions: Sequence[Extraction],
    given: Sequence[Judgement],
    unread: Sequence[Refusal],
    base: str,
    known: Resolution | None = None,
) -> tuple[tuple[Extraction, ...], Resolution]:
    """Return who is who with judgements obeyed, and the extractions with what they reject marked so.

    ``known`` is what resolution gives, where it was worked out before. The resolution's ``idle`` names every line that
    had no effect, ``unread`` ones too, which can't be understood.
    """
    from kg.resolve import resolve

    resolution = known or resolve(extractions, judgements=given)
    rejections = Rejections(resolution.entities, given, base)
    found = tuple(marked(extraction, rejections.of(extraction)) for extraction in extractions)
    return found, replace(resolution, idle=idle_together(unread, resolution.idle, rejections.idle()))


def idle_together(*found: Iterable[Refusal]) -> tuple[Refusal, ...]:
    """Return lines without effect that several stages have found, each line once and in the order of the file."""
    first: dict[str, Refusal] = {}
    for refusal in (one for part in found for one in part):
        first.setdefault(refusal.reason.partition(": ")[0], refusal)
    return tuple(sorted(first.values(), key=lambda one: (one.source, _number(one), one.reason)))


def _number(refusal: Refusal) -> int:
    digits = refusal.reason.partition(": ")[0].removeprefix(refusal.source).strip(":")
    return int(digits) if digits.isdigit() else 0


def _is_claim(subject: str) -> bool:
    return "/claim/" in f"/{subject}"


def _order(judgement: Judgement, meant: References) -> _Order:
    subject, object_ = judgement.subject.strip(), judgement.object.strip()
    if judgement.predicate in ("skos:prefLabel", "skos:altLabel"):
        return _Order(judgement, fault="means a name; names are mended by rename")
    thing = meant.find(object_).entity if object_ else None
    objects = frozenset([object_, thing.slug] if thing else [object_])
    if not subject or _is_claim(subject):
        return _Order(judgement, subject, objects)
    found = meant.find(subject)
    return _Order(judgement, found.entity.slug if found.entity else "", objects, found.fault)


def _refusal(order: _Order) -> Refusal:
    judgement = order.judgement
    reason = order.fault or "means a fact that no announcement states"
    return Refusal(judgement.source, f"{place_of_line(judgement)}: reject {reason}")
