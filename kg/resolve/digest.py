"""What resolution keeps of one announcement: its things with what tells them apart, and what ties them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from hashlib import sha256
from sys import intern

import msgspec

from kg.gazetteer import Entry, Gazetteer
from kg.publisher import home_of, publishers
from kg.records import Claim, Extraction, Literal, Name, Thing
from kg.resolve.body_name import body_name
from kg.resolve.home import bare_of_others, meant
from kg.resolve.nobodys_name import says_not_which
from kg.resolve.short_forms import Body, Short, short_forms
from kg.resolve.told import Context, Digest, Met, Post, Said, as_names


def looked_at(extraction: Extraction) -> bytes:
    """Return all of an extraction that resolution looks at: where it is the same, the result is."""
    announcement = extraction.announcement
    claims = [(claim.subject, claim.predicate, claim.object, claim.modality) for claim in extraction.claims]
    about = (announcement.id, announcement.lang, announcement.published, announcement.url)
    return msgspec.json.encode((about, publishers(announcement), extraction.things, claims))


def digest(extraction: Extraction, gazetteer: Gazetteer, alone: Collection[str] = ()) -> Digest:
    """Return what resolution keeps of an announcement.

    Nothing of the announcements ``alone`` (ids) is collapsed with what others tell, so that it can be judged by itself.
    """
    announcement = extraction.announcement
    claims = [claim for claim in extraction.claims if claim.modality in ("asserted", "ended")]
    home = home_of(announcement, gazetteer)
    things: dict[str, Said] = {}
    contexts = _contexts(extraction.things, claims)
    seen: set[Said] = set()
    for thing in extraction.things:
        own: tuple[str, ...] = (announcement.id,) if announcement.id in alone else ()
        row = meant(thing, home, gazetteer)
        if thing.type in ("Meeting", "Membership") or (row is None and _nobodys(thing, home, contexts)):
            own = (announcement.id, thing.key)
        elif thing.type == "Person" and thing.key not in contexts and not own:
            own = (intern(announcement.published or ""),)  # who is told of without a post is one on one day at most
        state = home if thing.type == "Organization" else ""
        said: Said = (
            intern(thing.type),
            _names(thing, row, gazetteer),
            intern(row) if row else row,
            contexts.get(thing.key, ()),
            state,
            own,
        )
        while said in seen:
            said = (*said[:-1], (*said[-1], thing.key))
        seen.add(said)
        things[intern(thing.key)] = said
    posts, met, ties, values = _tied(things, claims)
    about = announcement.id, announcement.lang, announcement.published or ""
    return Digest(*about, tuple(things), tuple(things.values()), posts, met, ties, values, _shorts(things))


def _shorts(things: Mapping[str, Said]) -> tuple[Short, ...]:
    bodies = {
        place: Body(as_names(names), state)
        for place, (type_, names, _, _, state, _) in enumerate(things.values())
        if type_ == "Organization"
    }
    return short_forms(bodies)


_KEPT = frozenset({
    "org:member", "org:organization", "org:role", "org:subOrganizationOf", "kg:participant", "kg:party",
    "kg:meetingKind", "kg:memberCount", "kg:country", "schema:startDate", "schema:endDate", "schema:eventStatus",
    "schema:location", "schema:organizer",
})  # fmt: skip
_OF_MEMBERSHIP = ("org:member", "org:organization", "org:role")


def _nobodys(thing: Thing, home: str, contexts: Mapping[str, Context]) -> bool:
    """Tell whether a body is called only by what it is (Regional Court, Board of Directors): many have one."""
    if thing.type != "Organization":
        return False
    kind = all(name.kind == "full" and body_name(name.text, name.lang).generic for name in thing.names)
    return kind or (thing.key not in contexts and says_not_which(thing.names, home))


def _names(
    thing: Thing, row: str | None = None, gazetteer: Gazetteer | None = None
) -> tuple[tuple[str, str, str], ...]:
    """Return a thing's names; a row's own state is never another's: НАН РА is no name of Kazakhstan's academy."""
    entry = gazetteer.by_id(row) if gazetteer and row and row in gazetteer else None
    names = thing.names
    if thing.type == "Organization" and gazetteer and (others := bare_of_others(names, gazetteer)):
        names = tuple(name for name in names if name not in others)
    if thing.type == "Organization" and entry and entry.state:
        own = [n for n in names if not (of := body_name(n.text, n.lang).states) or entry.state.lower() in of]
        names = tuple(own) or names
    if entry and gazetteer and len(names) > 1:
        names = tuple(n for n in names if n.kind != "acronym" or not _of_another(n, entry, thing.type, gazetteer))
    return tuple((intern(name.text), intern(name.lang), intern(name.kind)) for name in names)


def _of_another(name: Name, entry: Entry, type_: str, gazetteer: Gazetteer) -> bool:
    """Tell whether letters are known as another body's: FAO, behind the United Nations whose organization it is."""
    rows = gazetteer.find(name.text, name.lang, type_)
    return bool(rows) and all(row.id != entry.id and row.state == entry.state for row in rows)


def _contexts(things: Iterable[Thing], claims: list[Claim]) -> dict[str, Context]:
    """Return what tells things of one name apart: a person's posts, a body's parent (as hashes), an election's day."""
    named = {thing.key: thing.known or repr(_names(thing)) for thing in things}
    types = {thing.key: thing.type for thing in things}
    posts: dict[str, dict[str, str]] = {}
    found: dict[str, set[str]] = {}
    for claim in claims:
        if isinstance(claim.object, str):
            if claim.predicate in _OF_MEMBERSHIP:
                posts.setdefault(claim.subject, {})[claim.predicate] = claim.object
            elif claim.predicate == "org:subOrganizationOf":
                found.setdefault(claim.subject, set()).add(_short(named.get(claim.object)))
        elif types.get(claim.subject) == "Election" and claim.predicate == "schema:startDate":
            found.setdefault(claim.subject, set()).add(claim.object.value)
    for post in posts.values():
        person = post.get("org:member", "")
        if types.get(person) == "Person":
            place, role = named.get(post.get("org:organization", "")), named.get(post.get("org:role", ""))
            found.setdefault(person, set()).add(_short((place, role)))
    return {key: tuple(sorted(values)) for key, values in found.items()}


def _short(context: object) -> str:
    """Return a hash of something by which things are told apart: it may be long, and there may be a million."""
    return sha256(repr(context).encode()).hexdigest()[:24]


def _tied(
    things: Mapping[str, Said], claims: Iterable[Claim]
) -> tuple[tuple[Post, ...], tuple[Met, ...], tuple[tuple[int, str, int], ...], tuple[tuple[int, str, str], ...]]:
    """Return the posts, meetings, ties and values of which claims tell, with the places of things."""
    posts: dict[str, Post] = {}
    met: dict[str, Met] = {}
    ties: list[tuple[int, str, int]] = []
    values: list[tuple[int, str, str]] = []
    places: dict[str, int] = {}
    for place, (key, said) in enumerate(things.items()):
        places[key] = place
        if said[0] == "Membership":
            posts[key] = Post(place)
        elif said[0] == "Meeting":
            met[key] = Met(place, len(met))
    for claim in claims:
        subject, predicate = claim.subject, claim.predicate
        if predicate not in _KEPT:
            continue
        is_literal = isinstance(claim.object, Literal)
        value = intern(claim.object if isinstance(claim.object, str) else claim.object.value)
        thing = -1 if is_literal else places.get(value, -1)
        over = claim.modality == "ended"
        if subject in posts:
            _add_to_post(posts[subject], predicate, thing, value, over)
        elif over:
            continue
        elif subject in met:
            _add_to_meeting(met[subject], predicate, thing, value)
        elif subject in places and thing >= 0:
            ties.append((places[subject], intern(predicate), thing))
        elif subject in places and is_literal:
            values.append((places[subject], intern(predicate), value))
    return tuple(posts.values()), tuple(met.values()), tuple(ties), tuple(values)


def _add_to_post(post: Post, predicate: str, thing: int, value: str, over: bool) -> None:
    if predicate == "org:member":
        post.member, post.over = thing, over
    elif predicate == "org:organization":
        post.body = thing
    elif predicate == "org:role":
        post.role = thing
    elif predicate == "schema:startDate":
        post.start = value
    elif predicate == "schema:endDate":
        post.end = value


def _add_to_meeting(meeting: Met, predicate: str, thing: int, value: str) -> None:
    if predicate == "kg:participant" and thing >= 0:
        meeting.present = _with(meeting.present, thing)
    elif predicate == "schema:organizer" and thing >= 0:
        meeting.organizers = _with(meeting.organizers, thing)
    elif predicate == "schema:location" and thing >= 0:
        meeting.places = _with(meeting.places, thing)
    elif predicate == "schema:startDate":
        meeting.day = value
    elif predicate == "schema:endDate":
        meeting.end = value
    elif predicate == "kg:meetingKind":
        meeting.kind = value
    elif predicate == "schema:eventStatus":
        meeting.status = value


def _with(some: tuple[int, ...], one: int) -> tuple[int, ...]:
    return some if one in some else (*some, one)
