"""What a person rejected: claims that are taken out of what announcements say before it becomes a graph.

A rejected claim is in no graph at all, neither as a fact nor as a claim; the announcement and its text stay. What
matches no claim has no effect and is listed, with its line.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kg.graph import iris
from kg.graph.describe import claim_iri
from kg.graph.statements import of_claims, place
from kg.names import fold
from kg.ontology import expand
from kg.records import Claim, Entity, Extraction, Judgement, Refusal
from kg.resolve.references import References, slug_of


@dataclass(frozen=True, slots=True)
class _Rejection:
    """The triple that is rejected: slugs of things, an expanded predicate; None for a part that may be anything."""

    number: int
    subject: str | None
    predicate: str | None
    thing: str | None
    value: str | None


class Rejections:
    """The claims that judgements reject; ``of`` takes them out of one extraction after the other."""

    def __init__(self, judgements: Sequence[Judgement], entities: Iterable[Entity], base: str = iris.BASE) -> None:
        self._judgements = [judgement for judgement in judgements if judgement.verdict == "reject"]
        entities = tuple(entities) if self._judgements else ()
        self._placed = place(entities, base)
        self._base = base
        self._claims: dict[str, int] = {}
        self._by_subject: dict[str | None, list[_Rejection]] = defaultdict(list)
        self._used: set[int] = set()
        references = References(entities)
        for number, judgement in enumerate(self._judgements):
            self._add(number, judgement, references)

    def of(self, extraction: Extraction) -> Extraction:
        """Return the extraction without the claims that are rejected; itself where there are none."""
        if not self._judgements:
            return extraction
        kept = tuple(claim for claim in extraction.claims if not self._rejected(claim, extraction))
        return extraction if len(kept) == len(extraction.claims) else replace(extraction, claims=kept)

    def idle(self) -> tuple[Refusal, ...]:
        """Return the judgements that have matched no claim so far; ask when all extractions have been gone through."""
        return tuple(
            Refusal(
                one.source, f"{one.source or 'judgements'}:{one.line}: reject matches no claim; `kg why` lists them"
            )
            for number, one in enumerate(self._judgements)
            if number not in self._used
        )

    def _add(self, number: int, judgement: Judgement, references: References) -> None:
        subject = judgement.subject.strip()
        if "/claim/" in f"/{subject}":
            self._claims[slug_of(subject)] = number
            return
        meant = references.find(subject).entity if subject else None
        if subject and meant is None:
            return
        object_ = references.find(judgement.object).entity if judgement.object else None
        rejection = _Rejection(
            number,
            meant.slug if meant else None,
            expand(judgement.predicate) if judgement.predicate else None,
            object_.slug if object_ else None,
            fold(judgement.object) if judgement.object else None,
        )
        self._by_subject[rejection.subject].append(rejection)

    def _rejected(self, claim: Claim, extraction: Extraction) -> bool:
        subject = self._slug(extraction, claim.subject)
        found = [
            one.number for key in {subject, None} for one in self._by_subject[key] if self._fits(one, claim, extraction)
        ]
        for statement in of_claims(extraction.announcement, [claim], self._placed) if self._claims else ():
            found += [n for n in [self._claims.get(slug_of(claim_iri(statement, self._base).value))] if n is not None]
        self._used |= set(found)
        return bool(found)

    def _fits(self, rejection: _Rejection, claim: Claim, extraction: Extraction) -> bool:
        if rejection.predicate and rejection.predicate != expand(claim.predicate):
            return False
        if rejection.value is None:
            return True
        if isinstance(claim.object, str):
            return rejection.thing is not None and rejection.thing == self._slug(extraction, claim.object)
        return fold(claim.object.value) == rejection.value or _expanded(claim.object.value) == rejection.value

    def _slug(self, extraction: Extraction, key: str) -> str | None:
        placed = self._placed.get((extraction.announcement.id, key))
        return placed[1].slug if placed else None


def _expanded(value: str) -> str:
    """Return the IRI that a CURIE of the ontology stands for, or what is given."""
    try:
        return expand(value)
    except KeyError:
        return value
