"""What contradicts what: two values where only one can be, and a fact that is stated here and denied there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from kg.records import Claim, Entity, Extraction, Literal

# A thing has one value of each of these at most. (Of places, roles and topics there may be several.)
ONE_VALUE = ("schema:startDate", "schema:endDate", "schema:dateCreated", "kg:memberCount", "kg:agreementStatus")

_Said = dict[str, set[str]]  # value -> the ids of the announcements that say it


@dataclass(frozen=True, slots=True)
class _Statement:
    """A claim about an entity: subject and, if it is one, object are slugs."""

    subject: str
    predicate: str
    object: str
    claim: Claim
    announcement: str


def conflicts(extractions: Iterable[Extraction], entities: Iterable[Entity]) -> list[dict[str, Any]]:
    """Return the contradictions in what announcements say, sorted, as rows for report.json.

    A row has kind ("different values" or "stated and denied"), subject (the entity's slug), predicate (CURIE) and said:
    a list of {value, announcements}, for a denial of {value, stated, denied}. A date that is merely coarser than
    another ("2013" beside "2013-10") contradicts nothing.
    """
    said = list(_statements(extractions, entities))
    rows = [*_different(said), *_denied(said)]
    return sorted(rows, key=lambda row: (row["subject"], row["predicate"], row["kind"], str(row["said"])))


def _statements(extractions: Iterable[Extraction], entities: Iterable[Entity]) -> Iterator[_Statement]:
    slugs = {member: entity.slug for entity in entities for member in entity.members}
    for extraction in extractions:
        id_ = extraction.announcement.id
        for claim in extraction.claims:
            subject = slugs.get((id_, claim.subject))
            value = claim.object.value if isinstance(claim.object, Literal) else slugs.get((id_, claim.object))
            if subject and value:
                yield _Statement(subject, claim.predicate, value, claim, id_)


def _different(said: Iterable[_Statement]) -> Iterator[dict[str, Any]]:
    values: defaultdict[tuple[str, str], defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for one in said:
        if one.predicate in ONE_VALUE and one.claim.modality == "asserted":
            values[one.subject, one.predicate][one.object].add(one.announcement)
    for (subject, predicate), found in values.items():
        exact = {
            value: ids for value, ids in found.items() if not any(other.startswith(f"{value}-") for other in found)
        }
        if len(exact) > 1:
            rows = [{"value": value, "announcements": sorted(ids)} for value, ids in sorted(exact.items())]
            yield {"kind": "different values", "subject": subject, "predicate": predicate, "said": rows}


def _denied(said: Iterable[_Statement]) -> Iterator[dict[str, Any]]:
    ids: defaultdict[tuple[str, str, str], _Said] = defaultdict(lambda: {"asserted": set(), "denied": set()})
    for one in said:
        if one.claim.modality in ("asserted", "denied"):
            ids[one.subject, one.predicate, one.object][one.claim.modality].add(one.announcement)
    for (subject, predicate, value), found in ids.items():
        if found["asserted"] and found["denied"]:
            rows = [{"value": value, "stated": sorted(found["asserted"]), "denied": sorted(found["denied"])}]
            yield {"kind": "stated and denied", "subject": subject, "predicate": predicate, "said": rows}
