"""Bodies that every state has one of, told without their state in a text about one other state than home.

In Vilnius the Speaker of Parliament met the Ambassador of Kazakhstan to Lithuania    the Parliament of Lithuania
"""

from __future__ import annotations

from dataclasses import replace

from kg.gazetteer import Gazetteer
from kg.lang.cues import Cues
from kg.lang.en.demonyms import demonyms
from kg.lang.en.ministries import with_article
from kg.lang.received_by_heads import received_by_heads
from kg.lang.syntax import Chunk, Sentence
from kg.publisher import HOME_STATE

_OF_ANOTHER = "another"  # stands for a state that is not told, but hardly home
_SUPREME = ("Supreme ", "Constitutional ")


def name_by_state(sentences: list[Sentence], cues: Cues, gazetteer: Gazetteer) -> None:
    """Give each such body the only state that a text is about, unless that is home or home is spoken of too."""
    chunks = [c for s in sentences for c in s.chunks]
    bare = [c for c in chunks if c.kind == "Organization" and c.proper and not c.state and _of_any_state(c, cues)]
    stated = [c for c in chunks if c.kind == "Organization" and c.state]
    told = {c.core for c in stated}
    apart = [c for c in bare if (c.core or c.label) not in told]  # beside that of the other state it may be ours
    again = {c.core for c in stated if cues.organizations.get(c.lemma) == "state"}  # the Senate of Romania; the Senate
    bare = apart + [c for c in bare if c not in apart and (c.core or c.label) in again]
    if not bare:
        return
    if any(c.known and c.kind == "Organization" and c not in bare and _at_home(c, gazetteer) for c in chunks):
        return
    states = {state for c in chunks if c.known and not _sends_an_envoy(c) and (state := _state(c, gazetteer))}
    home = HOME_STATE in states or any(c.lemma in cues.words["home"] for c in chunks)
    if not states or home or any(_speaks_of_home(s) for s in sentences):
        return
    there = any(c.kind == "Place" and _state(c, gazetteer) in states for c in chunks)
    named = any(c.kind == "Country" and _state(c, gazetteer) in states for c in chunks)  # a town may be but a venue
    if len(states) > 1 or not (again or (there and named)):
        for chunk in bare:
            if chunk.kind_of == "state" or named:
                chunk.state, chunk.known = _OF_ANOTHER, None  # whose Senate it is nothing tells
        return
    state = states.pop()
    beside = {id(c) for s in sentences if any(c.state == state for c in s.chunks if c in stated) for c in s.chunks}
    bare = [c for c in bare if id(c) not in beside or c not in apart]  # met by one whose state is told: another's
    entry = gazetteer.by_id(state)
    name = entry.label("en") if entry is not None and entry.kind == "Country" else None
    if entry is None or name is None:
        return
    for chunk in bare:
        _give(chunk, entry.id, name)


def give_to_hosts(sentences: list[Sentence], gazetteer: Gazetteer) -> None:
    """The President of Latvia received Minister of Defence X: of his own state, where nobody speaks of home."""
    for _, post, state in received_by_heads(sentences, gazetteer):
        name = gazetteer.by_id(state.known).label("en") if state.known else None
        if post.owner is not None and state.known and name:
            _give(post.owner, state.known, name)


def _give(chunk: Chunk, state: str, name: str) -> None:
    owner = replace(chunk, kind="Country", label=name, lemma="", rule="country.of-text", known=state, owner=None,
                    posts=[], inside=chunk, flags=set(), thing="", acronym="")  # fmt: skip
    chunk.owner, chunk.state, chunk.known = owner, state, None
    chunk.core = chunk.core or chunk.label
    chunk.label = f"{chunk.core} of {with_article(name)}"


def _speaks_of_home(sentence: Sentence) -> bool:
    """The Kazakh side, Kazakh ministers; not: the Kazakh ambassador."""
    senders = [c for c in sentence.chunks if _sends_an_envoy(c) or c.rule == "organization.of-envoy"]
    return any(
        t.capital
        and demonyms().get(t.text.lower()) == "Kazakhstan"
        and not any(c.start <= t.start < c.end for c in senders)
        for t in sentence.tokens
    )


def _of_any_state(chunk: Chunk, cues: Cues) -> bool:
    """Tell whether a body is named by nothing but what every state has one of: Senate, Ministry of Finance."""
    if chunk.owner is not None or chunk.label == chunk.acronym or " in " in chunk.label:
        return False
    if cues.organizations.get(chunk.lemma) == "state":
        return chunk.label.lower() in ("parliament", "senate", "government")
    words = chunk.label.split()
    return chunk.label.startswith("Ministry of") or (chunk.label.startswith(_SUPREME) and len(words) == len(_SUPREME))


def _sends_an_envoy(chunk: Chunk) -> bool:
    """Ambassador of Kazakhstan to Lithuania: the state that sends him is not the one told of."""
    inside: Chunk | None = chunk
    while inside is not None:
        if inside.kind == "Role" and inside.kind_of == "envoy":
            return True
        if inside.rule == "organization.of-envoy":
            return inside.owner is chunk
        inside = inside.inside
    return False


def _at_home(chunk: Chunk, gazetteer: Gazetteer) -> bool:
    entry = gazetteer.by_id(chunk.known) if chunk.known else None
    return entry is not None and (entry.state or "").lower() == HOME_STATE


def _state(chunk: Chunk, gazetteer: Gazetteer) -> str:
    entry = gazetteer.by_id(chunk.known) if chunk.known and chunk.kind in ("Country", "Place") else None
    if entry is None:
        return ""
    return entry.id if entry.kind == "Country" else (entry.state or "").lower()
