"""What was understood of announcements, as flat facts, before it is a graph: with all relations, names and ends.

What a graph says, and how the facts of two readers compare, is in kg.evaluate.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kg.evaluate import Fact, Part
from kg.records import Claim, Entity, Extraction, Literal

_OF_MEETINGS = {
    "schema:startDate": "meeting.date",
    "schema:endDate": "meeting.until",
    "kg:participant": "meeting.participant",
    "schema:location": "meeting.place",
    "kg:meetingKind": "meeting.kind",
}
_STATUS = {"schema:EventScheduled": "meeting.planned", "schema:EventCancelled": "meeting.cancelled"}
_OF_OTHERS = {
    ("Program", "kg:participant"): "program",
    ("Organization", "kg:memberCount"): "memberCount",
    ("Agreement", "kg:agreementStatus"): "agreement",
    ("Agreement", "kg:party"): "agreement.party",
    ("Agreement", "schema:dateCreated"): "agreement.date",
    ("Election", "schema:startDate"): "election",
}


def found(extractions: Sequence[Extraction], entities: Sequence[Entity]) -> list[Fact]:
    """Return the facts that announcements state, after resolution; sorted, each once.

    "called" stands for the names of each thing, twice, so that two of them can be asked for.
    """
    who = {member: entity for entity in entities for member in entity.members}
    claims: dict[Entity, list[tuple[str, Claim]]] = defaultdict(list)
    for extraction in extractions:
        of = extraction.announcement.id
        for claim in extraction.claims:
            if claim.modality == "asserted":
                claims[who[of, claim.subject]].append((of, claim))
    called = {Fact("called", (_names(entity), _names(entity))) for entity in entities if entity.names}
    return sorted(called | {fact for entity, own in claims.items() for fact in _said_of(entity, own, who)})


def _said_of(entity: Entity, claims: list[tuple[str, Claim]], who: Mapping[tuple[str, str], Entity]) -> Iterator[Fact]:
    if entity.type == "Meeting":
        yield from _of_meeting(entity, claims, who)
    elif entity.type == "Membership":
        yield from _of_membership(claims, who)
    else:
        for of, claim in claims:
            if relation := _OF_OTHERS.get((entity.type, claim.predicate)):
                yield Fact(relation, (_names(entity), _part(of, claim, who)))


def _of_meeting(
    entity: Entity, claims: list[tuple[str, Claim]], who: Mapping[tuple[str, str], Entity]
) -> Iterator[Fact]:
    for of, claim in claims:
        part = _part(of, claim, who)
        if claim.predicate == "schema:eventStatus":
            yield Fact(_STATUS[part[0]], (), entity.slug)
        elif relation := _OF_MEETINGS.get(claim.predicate):
            yield Fact(relation, (part,), entity.slug)


def _of_membership(claims: list[tuple[str, Claim]], who: Mapping[tuple[str, str], Entity]) -> Iterator[Fact]:
    said: dict[str, list[Part]] = defaultdict(list)
    kinds = set()
    for of, claim in claims:
        said[claim.predicate].append(_part(of, claim, who))
        if claim.predicate == "org:member" and isinstance(claim.object, str):
            kinds.add(who[of, claim.object].type)
    relation = "role" if kinds == {"Person"} else "memberOf"
    for member in said["org:member"][:1]:
        for body in said["org:organization"][:1]:
            roles = list(dict.fromkeys(said["org:role"]))
            posts: list[tuple[Part, ...]] = [(member, role, body) for role in roles]
            yield from _tenure(relation, posts if relation == "role" else [(member, body)], said)
            if relation == "memberOf":
                yield from (Fact("memberOf.role", (member, body, role)) for role in roles)


def _tenure(relation: str, what: list[tuple[Part, ...]], said: Mapping[str, list[Part]]) -> Iterator[Fact]:
    """Yield what holds and since when; of a membership that has ended only its end."""
    for parts in what:
        if "schema:endDate" not in said:
            yield Fact(relation, parts)
        yield from (Fact(f"{relation}.since", (*parts, day)) for day in said.get("schema:startDate", ()))
        yield from (Fact(f"{relation}.until", (*parts, day)) for day in said.get("schema:endDate", ()))


def _part(of: str, claim: Claim, who: Mapping[tuple[str, str], Entity]) -> Part:
    if isinstance(claim.object, Literal):
        return (claim.object.value,)
    return _names(who[of, claim.object])


def _names(entity: Entity) -> Part:
    return tuple(name.text for name in entity.names) or (entity.slug,)
