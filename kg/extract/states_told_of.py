"""Of which state a text speaks, where a post that each state has is told without its own: the President."""

from __future__ import annotations

from kg.extract.reader import Reader
from kg.lang.syntax import Chunk
from kg.publisher import HOME_STATE


def about_home(reader: Reader) -> bool:
    """Tell whether a president without a state is the home state's: when it is named, or no other is."""
    register = reader.register
    if register.abroad:
        return False
    guests = _sending_envoys(reader)
    states = {b.known for b in register.bodies if b.kind == "Country" and b.known and b.known not in guests}
    known = [register.gazetteer.by_id(b.known) for b in register.bodies if b.known and b.kind == "Organization"]
    at_home = any((entry.state or "").lower() == HOME_STATE for entry in known)
    return HOME_STATE in states or at_home or not states


def _sending_envoys(reader: Reader) -> set[str]:
    """Мемлекет басшысы Швейцария елшісін қабылдады: an envoy's own head of state is not the one that he goes to.

    Nor is it that of a minister who is received.
    """
    chunks = [c for s in reader.sentences for c in s.chunks]
    people = [c for c in chunks if c.kind == "Person"]
    guests = [p for c in people if c.function in ("object", "with") or _joined_to_another(c, people) for p in c.posts]
    posts = [c for c in chunks if c.kind == "Role" and (c.kind_of == "envoy" or c in guests)]
    whose = [c.owner for c in posts if c.owner is not None]
    states = [c for c in chunks if c.kind == "Country" and (c in whose or c.inside in whose)]
    return {c.known for c in states if c.known and c.known != HOME_STATE}


def _joined_to_another(person: Chunk, people: list[Chunk]) -> bool:
    """Тоқаев пен Германия канцлері Шольцтың келіссөздері: whose state stands between the two is not the first one's."""
    return person.group >= 0 and any(
        c.group == person.group and c.last < p.owner.first
        for c in people
        for p in person.posts
        if p.owner is not None and c is not person
    )


def state_told_with(reader: Reader, role: Chunk) -> str:
    """Президент Франции прибыл. Президент Саркози ...: the only state that the text tells the same post of."""
    others = [c for s in reader.sentences for c in s.chunks if c.kind == "Role" and c.lemma == role.lemma]
    told = {reader.body(c.owner) for c in others if c.owner is not None and c.owner.kind == "Country"}
    return told.pop() if len(told) == 1 else ""


def home_named(reader: Reader) -> bool:
    """Tell whether a text names the home state or a body of it."""
    register = reader.register
    known = [register.gazetteer.by_id(b.known) for b in register.bodies if b.known]
    return any(e is not None and HOME_STATE in (e.id, (e.state or "").lower()) for e in known)


def _in_a_name(state: Chunk) -> bool:
    """ICC Ukraine: a state that only tells which body is meant."""
    body = state.inside
    return body is not None and body.kind == "Organization" and state.last == body.last


def main_state(reader: Reader) -> str:
    """Return the only state that a text names, or the one that it names four times as often as any other."""
    guests = _sending_envoys(reader)
    named = {c.thing for s in reader.sentences for c in s.chunks if c.kind == "Country" and not _in_a_name(c)}
    states = [b for b in reader.register.bodies if b.kind == "Country" and b.known not in guests and b.key in named]
    states.sort(key=lambda b: (-len(b.seen), b.key))
    alone = len(states) == 1 or (len(states) > 1 and len(states[0].seen) >= 4 * len(states[1].seen))
    return states[0].key if alone else ""
