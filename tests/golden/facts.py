"""What was understood, as flat facts that compare with what a careful reader wrote down (data/gold/README.md).

A fact is a relation and its parts, each part with all the names by which it may go; a fact of a meeting also bears a
key that tells its meeting from the others. Keys of two readers differ, so meetings are paired by what they share.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.names import fold
from kg.records import Claim, Entity, Extraction, Literal

Part = tuple[str, ...]
"""All the names of one thing, or the one value."""

# What the labelled announcements hold, and what is compared with them; the cases of tests/extract hold more.
SCORED = frozenset(
    {"meeting.date", "meeting.participant", "meeting.place", "meeting.planned", "role", "program", "memberCount"}
    | {"memberOf", "memberOf.since", "memberOf.role"}
)
# A post or a place may be named more or less fully: кафедра меңгерушісі, меңгеруші.
_MORE_OR_LESS = {"meeting.place": 0, "role": 1, "memberOf.role": 2}

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


@dataclass(frozen=True, order=True)
class Fact:
    """One thing said: ``meeting`` is the key of the meeting that it is said of, "" for what is said of no meeting."""

    relation: str
    parts: tuple[Part, ...] = ()
    meeting: str = ""

    def __str__(self) -> str:
        return " | ".join([self.meeting, self.relation, *(part[0] for part in self.parts)]).removeprefix(" | ")


@dataclass(frozen=True)
class Difference:
    """How what was found differs from what was expected; ``right`` are the expected facts that were found."""

    right: tuple[Fact, ...]
    missed: tuple[Fact, ...]
    extra: tuple[Fact, ...]

    def __str__(self) -> str:
        lines = [f"missed  {fact}" for fact in self.missed] + [f"extra   {fact}" for fact in self.extra]
        return "\n".join(lines)


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


def expected(gold: Mapping[str, Any], of: str = "facts") -> list[Fact]:
    """Return the facts of a labelled announcement; ``of`` is "facts" or "not"."""
    facts = [_labelled(row, gold["entities"]) for row in gold[of]]
    return facts + [Fact("meeting.planned", (), key) for key in gold["planned"] if of == "facts"]


def compare(wanted: Iterable[Fact], got: Iterable[Fact], *, exactly: bool = False) -> Difference:
    """Pair the facts of two readers. Unless ``exactly``, a post or a place may be named more or less fully."""
    wanted, got = list(wanted), list(got)
    pairs = _paired(wanted, got, exactly)
    right, used = [], set()
    for fact in wanted:
        fits = [g for g in got if g.meeting == pairs.get(fact.meeting, "") and _same(fact, g, exactly)]
        if fits:
            right.append(fact)
            used.update(fits)
    missed = tuple(fact for fact in wanted if fact not in right)
    return Difference(tuple(right), missed, tuple(fact for fact in got if fact not in used))


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


def _labelled(row: Sequence[Any], entities: Mapping[str, Any]) -> Fact:
    def part(value: str | list[str]) -> Part:
        names = entities[value]["names"] if isinstance(value, str) and value in entities else value
        return (names,) if isinstance(names, str) else tuple(names)

    subject, relation, *values = row
    kind = entities[subject]["type"]
    parts = tuple(part(value) for value in values)
    if kind == "Meeting":
        return Fact(f"meeting.{relation}", parts, subject)
    return Fact("program" if kind == "Program" else relation, (part(subject), *parts))


def _paired(wanted: Sequence[Fact], got: Sequence[Fact], exactly: bool) -> dict[str, str]:
    """Pair the meetings of two readers, those with the most in common first."""
    common = Counter(
        (one.meeting, other.meeting)
        for one in wanted
        for other in got
        if one.meeting and other.meeting and _same(one, other, exactly)
    )
    pairs: dict[str, str] = {}
    for (one, other), _ in sorted(common.items(), key=lambda item: (-item[1], item[0])):
        if one not in pairs and other not in pairs.values():
            pairs[one] = other
    return pairs


def _same(one: Fact, other: Fact, exactly: bool) -> bool:
    if one.relation != other.relation or len(one.parts) != len(other.parts):
        return False
    loose = None if exactly else _MORE_OR_LESS.get(one.relation)
    pairs = zip(one.parts, other.parts, strict=True)
    return all(_meet(a, b, loosely=number == loose) for number, (a, b) in enumerate(pairs))


def _meet(one: Part, other: Part, *, loosely: bool) -> bool:
    left, right = {_spelled(name) for name in one}, {_spelled(name) for name in other}
    if left & right:
        return True
    return loosely and any(
        set(a.split()) <= set(b.split()) or set(b.split()) <= set(a.split()) for a in left for b in right
    )


def _spelled(name: str) -> str:
    """Fold what never tells two names apart; Б.Имашев and Б. Имашев are one."""
    return " ".join(fold(name).replace(".", ". ").split())
