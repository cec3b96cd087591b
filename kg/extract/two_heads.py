"""Two people who head one body in one text head two: the commission of one state and that of the other.

"Ulugbek Nazirov, Chairman of the CEC, met the Chairman of the CEC of Kazakhstan" is told in Tashkent: a body has one
chair, so the commission that is called without its state is that of the other state of which the text speaks.
"""

from __future__ import annotations

from kg.extract.bodies import Body
from kg.extract.register import Register
from kg.lang.syntax import Chunk
from kg.names import fold
from kg.records import Name


def part_by_heads(register: Register, chunks: list[Chunk]) -> None:
    """Give what a body is called without its state to another body, if that has another head and another state is near.

    Where only one other state is spoken of and the gazetteer has its body, it is that one.
    """
    for body in [b for b in register.bodies if b.kind == "Organization" and b.known]:
        heads = _heads(body, chunks)
        bare = [owner for owner, _ in heads if not owner.state]
        stated = {person for owner, person in heads if owner.state}
        if not (stated and bare and stated.isdisjoint({person for owner, person in heads if not owner.state})):
            continue
        if others := _other_states(register, body, chunks):
            _part(register, body, [c for c in chunks if c.thing == body.key and not c.state], others)


def _heads(body: Body, chunks: list[Chunk]) -> list[tuple[Chunk, str]]:
    """Return who is called head of a body beside his name: the words for the body, and the key of the person."""
    return [
        (post.owner, person.thing)
        for person in chunks
        if person.kind == "Person" and person.thing
        for post in person.posts
        if post.kind_of == "head" and post.owner is not None and post.owner.thing == body.key
    ]


def _other_states(register: Register, body: Body, chunks: list[Chunk]) -> set[str]:
    entry = register.gazetteer.by_id(body.known) if body.known else None
    own = (entry.state or "").lower() if entry else ""
    spoken = {register.home} | {register.state_of(c) for c in chunks if c.kind in ("Country", "Place") and c.known}
    return spoken - {own, ""} if own else set()


def _part(register: Register, body: Body, bare: list[Chunk], others: set[str]) -> None:
    stem = (body.known or "").rpartition("-")[0]
    row = f"{stem}-{next(iter(others))}" if stem and len(others) == 1 else ""
    known = row if row in register.gazetteer else None
    own = Body(
        register.draft.thing("Organization", known=known),
        "Organization",
        {fold(c.label) for c in bare},
        {fold(c.acronym) for c in bare if c.acronym},
        {c.lemma for c in bare},
        next(iter(others)) if len(others) == 1 else "",
        known,
        [c.start for c in bare],
    )
    register.bodies.add(own)
    register.draft.unname(body.key, {c.label for c in bare})
    for chunk in bare:
        chunk.thing = own.key
        kind = "acronym" if chunk.label == chunk.acronym else "full"
        register.draft.name(own.key, Name(chunk.label, chunk.lang or register.draft.lang, kind))
    body.acronyms -= own.acronyms
    body.names -= own.names
    body.seen = [start for start in body.seen if start not in own.seen]
