"""Ministers whom the head of another state receives: where nobody speaks of home, they are of his state.

The President of Latvia received Minister of Defence X    the Ministry of Defence of Latvia
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.gazetteer import Gazetteer
from kg.lang.syntax import Chunk, Clause, Sentence
from kg.names import fold
from kg.publisher import HOME_STATE, named_state


def received_by_heads(sentences: list[Sentence], gazetteer: Gazetteer) -> Iterator[tuple[int, Chunk, Chunk]]:
    """Return each such post with the number of its sentence and the state of whoever receives them."""
    received = [
        (number, post, state)
        for number, sentence in enumerate(sentences)
        for clause in sentence.clauses
        if "receive" in clause.concepts and (state := _state_of_host(clause)) is not None
        for guest in clause.chunks
        if guest.kind in ("Person", "Role") and guest.function in ("object", "with")
        for post in (guest.posts or [guest])
        if post.kind == "Role" and post.owner is not None and _bare(post.owner, gazetteer)
    ]
    if received and not any(_of_home(chunk, gazetteer) for sentence in sentences for chunk in sentence.chunks):
        yield from received


def _state_of_host(clause: Clause) -> Chunk | None:
    """Return the state that the one who receives is the head of."""
    posts = [post for host in clause.subjects for post in (host.posts if host.kind == "Person" else [host])]
    owners = [post.owner for post in posts if post.kind == "Role" and post.kind_of == "head"]
    states = {owner.known: owner for owner in owners if owner is not None and owner.kind == "Country" and owner.known}
    return states.popitem()[1] if len(states) == 1 and HOME_STATE not in states else None


def _bare(body: Chunk, gazetteer: Gazetteer) -> bool:
    """Tell whether a body is called as each state may call one: by its minister, or without the state of its name."""
    if body.kind != "Organization" or body.owner is not None or body.state:
        return False
    label = fold(body.label)
    rows = [gazetteer.by_id(body.known)] if body.known else gazetteer.find(body.label, None, "Organization")
    names = [name.text for row in rows if (row.state or "").lower() == HOME_STATE for name in row.names]
    full = [fold(name) for name in names if named_state(name, gazetteer) == HOME_STATE]
    return body.rule == "organization.of-minister" or any(label != name and label in name for name in full)


def _of_home(chunk: Chunk, gazetteer: Gazetteer) -> bool:
    """Tell whether a chunk is the home state or a place in it, or what speaks of either as ours."""
    entry = gazetteer.by_id(chunk.known) if chunk.known and chunk.kind in ("Country", "Place") else None
    at_home = entry is not None and (entry.id == HOME_STATE or (entry.state or "").lower() == HOME_STATE)
    return at_home or "ours" in chunk.flags
