"""Joins the things of all announcements: first what has a name, then posts and encounters by what they connect.

Two things are one when the gazetteer knows them as one or when they bear the same full name; a short name (Б. Имашев)
joins the only person whom it fits and who shares a body with it. Everything else stays apart: a wrong merge costs more
than a missed one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from kg.gazetteer import Gazetteer, load
from kg.lang.person_names import compatible, split_name
from kg.names import fold
from kg.records import LANGUAGES, Claim, Entity, Extraction, Judgement, Name, Resolution, Thing
from kg.resolve.groups import Groups
from kg.resolve.slug import slug
from kg.resolve.sound import sound_of_name, sound_of_patronymic, sound_of_title
from kg.resolve.translated import join_translated_bodies

Member = tuple[str, str]

# Names that a thing of these classes may bear say nothing of which one it is (меморандум): only a longer one joins.
_WORDS_THAT_TELL = {"Agreement": 3, "Election": 2}
_SOUNDS = {"Person": sound_of_name, "Program": sound_of_title}
_COMPOSED = ("Membership", "Meeting")


def resolve(
    extractions: Iterable[Extraction], gazetteer: Gazetteer | None = None, judgements: Sequence[Judgement] = ()
) -> Resolution:
    """Return who is who in all announcements; the same input in any order gives the same result."""
    gazetteer = gazetteer or load()
    ordered = sorted(extractions, key=lambda e: e.announcement.id)
    things = {(e.announcement.id, t.key): t for e in ordered for t in e.things}
    claims = {e.announcement.id: [c for c in e.claims if c.modality == "asserted"] for e in ordered}
    groups = Groups(things)
    _join_known(groups, things)
    _join_by_name(groups, things)
    _join_short_people(groups, things, claims)
    join_translated_bodies(ordered, groups, things, claims)
    _join_memberships(groups, things, claims)
    _join_meetings(groups, things, claims)
    return Resolution(_entities(groups, things, claims, gazetteer))


def _join_known(groups: Groups, things: dict[Member, Thing]) -> None:
    by_row: dict[tuple[str, str], list[Member]] = defaultdict(list)
    for member, thing in things.items():
        if thing.known:
            by_row[thing.type, thing.known].append(member)
    for (_, known), members in by_row.items():
        groups.join(members, f"the gazetteer knows them as {known}")


def _join_by_name(groups: Groups, things: dict[Member, Thing]) -> None:
    """Join things of a class with the same full name in a language, unless the gazetteer tells them apart.

    People and programmes are also joined across alphabets, by how their names sound (Берік and Berik, Шәкірт, Shakirt).
    """
    by_name: dict[tuple[str, str, str], list[Member]] = defaultdict(list)
    for member, thing in things.items():
        if thing.type in _COMPOSED:
            continue
        for name in thing.names:
            if name.kind == "short" or len(name.text.split()) < _WORDS_THAT_TELL.get(thing.type, 1):
                continue
            by_name[thing.type, name.lang, fold(name.text)].append(member)
            spoken = _SOUNDS[thing.type](name.text) if thing.type in _SOUNDS else ""
            if spoken:
                by_name[thing.type, "", spoken].append(member)
    for (kind, lang, folded), members in sorted(by_name.items()):
        for known in _by_known(members, things) if kind != "Person" else _by_patronymic(members, things):
            groups.join(known, f"the same name: {folded}" if lang else f"the same name in any alphabet: {folded}")


def _by_known(members: list[Member], things: dict[Member, Thing]) -> Iterable[list[Member]]:
    """Split members that are different rows of the gazetteer; those without a row go with the only row there is."""
    rows = {things[m].known for m in members} - {None}
    if len(rows) <= 1:
        return [members]
    return [[m for m in members if things[m].known == row] for row in sorted(rows, key=str)]


def _by_patronymic(members: list[Member], things: dict[Member, Thing]) -> Iterable[list[Member]]:
    """Split people of one name by their patronymics; those without one go with the only one there is."""
    patronymics = {m: {sound_of_patronymic(n.text) for n in things[m].names} - {""} for m in members}
    different = set().union(*patronymics.values())
    if len(different) <= 1:
        return [members]
    return [[m for m in members if patronymics[m] == {one}] for one in sorted(different)]


def _join_short_people(groups: Groups, things: dict[Member, Thing], claims: dict[str, list[Claim]]) -> None:
    people = [m for m, t in things.items() if t.type == "Person" and t.names]
    by_surname: dict[str, list[Member]] = defaultdict(list)
    for member in people:
        for word in split_name(things[member].names[0].text).words:
            by_surname[fold(word)].append(member)
    bodies = _bodies_of_people(groups, things, claims)
    for member in people:
        name = split_name(things[member].names[0].text)
        if name.full:
            continue
        fits = {
            groups.of(other)
            for other in by_surname[fold(name.words[0])]
            if split_name(things[other].names[0].text).full
            and compatible(split_name(things[other].names[0].text), name)
            and bodies[groups.of(other)] & bodies[groups.of(member)]
        }
        if len(fits) == 1:
            groups.join([fits.pop(), member], "the only full name that this short one fits, at the same body")


def _bodies_of_people(
    groups: Groups, things: dict[Member, Thing], claims: dict[str, list[Claim]]
) -> dict[Member, set[Member]]:
    found: dict[Member, set[Member]] = defaultdict(set)
    for announcement, own in claims.items():
        members = {c.subject: c.object for c in own if c.predicate == "org:member" and isinstance(c.object, str)}
        for claim in own:
            if claim.predicate == "org:organization" and isinstance(claim.object, str) and claim.subject in members:
                person = groups.of((announcement, members[claim.subject]))
                found[person].add(groups.of((announcement, claim.object)))
    return found


def _join_memberships(groups: Groups, things: dict[Member, Thing], claims: dict[str, list[Claim]]) -> None:
    """A membership is who, in what, as what: the same three are one tenure."""
    same: dict[tuple[object, ...], list[Member]] = defaultdict(list)
    for announcement, own in claims.items():
        parts: dict[str, dict[str, Member]] = defaultdict(dict)
        for claim in own:
            if claim.predicate in ("org:member", "org:organization", "org:role") and isinstance(claim.object, str):
                parts[claim.subject][claim.predicate] = groups.of((announcement, claim.object))
        for key, found in parts.items():
            member = found.get("org:member")
            person = member is not None and things[member].type == "Person"
            role = found.get("org:role") if person else None
            same[member, found.get("org:organization"), role].append((announcement, key))
    for members in same.values():
        groups.join(members, "the same member, body and role")


def _join_meetings(groups: Groups, things: dict[Member, Thing], claims: dict[str, list[Claim]]) -> None:
    """Encounters of different announcements are one when day and kind agree and a person is common to both."""
    by_day: dict[str, list[tuple[Member, set[Member], str]]] = defaultdict(list)
    for announcement, own in claims.items():
        for key, found in _by_subject(own, "meeting").items():
            days = [
                c.object.value for c in found if c.predicate == "schema:startDate" and not isinstance(c.object, str)
            ]
            kinds = [c.object.value for c in found if c.predicate == "kg:meetingKind" and not isinstance(c.object, str)]
            parts = {
                groups.of((announcement, c.object))
                for c in found
                if c.predicate == "kg:participant" and isinstance(c.object, str)
            }
            if days:
                by_day[days[0]].append(((announcement, key), parts, kinds[0] if kinds else ""))
    for encounters in by_day.values():
        for i, (one, parts, kind) in enumerate(encounters):
            for other, others, other_kind in encounters[i + 1 :]:
                common = {m for m in parts & others if things[m].type == "Person"}
                if (
                    one[0] != other[0]
                    and common
                    and kind == other_kind
                    and _people(parts, things) == _people(others, things)
                ):
                    groups.join([one, other], "the same day, kind and people")


def _people(parts: set[Member], things: dict[Member, Thing]) -> set[Member]:
    return {m for m in parts if things[m].type == "Person"}


def _by_subject(claims: list[Claim], prefix: str) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.subject.startswith(prefix + "-"):
            found[claim.subject].append(claim)
    return found


def _entities(
    groups: Groups, things: dict[Member, Thing], claims: dict[str, list[Claim]], gazetteer: Gazetteer
) -> tuple[Entity, ...]:
    slugs: dict[Member, str] = {}
    taken: set[str] = set()
    entities: list[Entity] = []
    order = sorted(groups.all(), key=lambda g: (things[g[0]].type in _COMPOSED, things[g[0]].type == "Membership", g))
    facts = {(a, c.subject): [] for a, own in claims.items() for c in own}  # type: dict[Member, list[Claim]]
    for announcement, own in claims.items():
        for claim in own:
            facts[announcement, claim.subject].append(claim)
    for members in order:
        thing = things[members[0]]
        known = next((things[m].known for m in members if things[m].known), None)
        names = _names(members, things, known, gazetteer)
        text = _slug_text(members, thing, names, known, facts, slugs, groups)
        name = _unique(f"{thing.type.lower()}/{text}", taken)
        for member in members:
            slugs[member] = name
        entities.append(Entity(name, thing.type, names, tuple(members), known, groups.reasons(members[0])))
    return tuple(sorted(entities, key=lambda e: e.slug))


def _names(
    members: list[Member], things: dict[Member, Thing], known: str | None, gazetteer: Gazetteer
) -> tuple[Name, ...]:
    """Return all names, those that the gazetteer prefers first, then the fullest and commonest of the announcements."""
    entry = gazetteer.by_id(known) if known else None
    found = list(entry.all_names) if entry else []
    counts: dict[Name, int] = defaultdict(int)
    for member in members:
        for rank, name in enumerate(things[member].names):
            counts[name] += 100 - min(rank, 90)
    ranked = sorted(counts, key=lambda n: ({"full": 0, "short": 1}.get(n.kind, 2), -counts[n], n))
    found += [n for n in ranked if n not in found]
    return tuple(found)


def _slug_text(
    members: list[Member],
    thing: Thing,
    names: tuple[Name, ...],
    known: str | None,
    facts: dict[Member, list[Claim]],
    slugs: dict[Member, str],
    groups: Groups,
) -> str:
    if known:
        return slug(known)
    if thing.type == "Meeting":
        return _meeting_slug(members, facts, slugs)
    if thing.type == "Membership":
        return _membership_slug(members, facts, slugs)
    label = next((n.text for lang in LANGUAGES for n in names if n.lang == lang), thing.key)
    return slug(label)


def _last(name: str) -> str:
    return name.rpartition("/")[2]


def _objects(
    members: list[Member], facts: dict[Member, list[Claim]], predicate: str, slugs: dict[Member, str]
) -> list[str]:
    found = {
        slugs[m[0], c.object]
        for m in members
        for c in facts.get(m, ())
        if c.predicate == predicate and isinstance(c.object, str) and (m[0], c.object) in slugs
    }
    return sorted(found)


def _meeting_slug(members: list[Member], facts: dict[Member, list[Claim]], slugs: dict[Member, str]) -> str:
    days = sorted(
        c.object.value
        for m in members
        for c in facts.get(m, ())
        if c.predicate == "schema:startDate" and not isinstance(c.object, str)
    )
    kinds = sorted(
        c.object.value.partition(":")[2]
        for m in members
        for c in facts.get(m, ())
        if c.predicate == "kg:meetingKind" and not isinstance(c.object, str)
    )
    who = _objects(members, facts, "kg:participant", slugs)
    people = [_last(w).rpartition("-")[2] for w in who if w.startswith("person/")]
    bodies = [_last(w) for w in who if not w.startswith("person/")]
    chosen = (people or bodies)[:2]
    told = [*days[:1], *(kinds[:1] if len(people) != 2 else []), *chosen]
    return slug("-".join(told)) if told else _told_in(members)


def _membership_slug(members: list[Member], facts: dict[Member, list[Claim]], slugs: dict[Member, str]) -> str:
    parts = [_objects(members, facts, p, slugs) for p in ("org:member", "org:role", "org:organization")]
    return "--".join(slug(_last(p[0])) for p in parts if p)[:200] or _told_in(members)


def _told_in(members: list[Member]) -> str:
    """Return what to call a thing of which nothing is stated, only denied, planned or ended."""
    return slug(f"told-in-{members[0][0]}")


def _unique(name: str, taken: set[str]) -> str:
    """Return the slug, with a number behind it where another entity has it already."""
    chosen, number = name, 2
    while chosen in taken:
        chosen = f"{name}-{number}"
        number += 1
    taken.add(chosen)
    return chosen
