"""One plural noun for several bodies: the councils of X and Y, the foreign ministries of A and B."""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.en.capitals import run_end
from kg.lang.en.ministries import with_article
from kg.lang.en.phrase import Phrase
from kg.lang.syntax import Chunk

_KINDS = cues("en").words["distributed"]
_FIELDS = {"foreign": "Foreign Affairs", "defence": "Defence", "finance": "Finance", "health": "Health",
           "education": "Education", "interior": "the Interior", "justice": "Justice", "transport": "Transport",
           "energy": "Energy", "culture": "Culture", "agriculture": "Agriculture"}  # fmt: skip
_MOST = 6


def find_distributed(phrase: Phrase) -> None:
    """Take one body for each place behind a plural noun in small letters: the councils of X and Y."""
    for at, lemma in enumerate(phrase.lemmas if "of" in phrase.present else ()):
        if lemma in _KINDS and phrase.tags[at] == "N" and phrase.lowers[at] != lemma and phrase.lower(at + 1) == "of":
            owners = _places(phrase, at + 2)
            if len(owners) > 1:
                _take(phrase, at, lemma, owners)


def _places(phrase: Phrase, at: int) -> list[tuple[int, int]]:
    """Return the first and last token of each name in a list: X, Y and Z."""
    found: list[tuple[int, int]] = []
    while len(found) < _MOST:
        at += phrase.lower(at) == "the"
        if not phrase.name(at):
            return []
        chunk = phrase.taken[at]
        if chunk is not None and (chunk.kind not in ("Country", "Place") or chunk.inside is not None):
            return []
        last = chunk.last if chunk is not None else run_end(phrase, at)
        found.append((at, last))
        mark = phrase.lower(last + 1)
        if found[1:] and phrase.lower(at - 1) in ("and", "the") and mark not in (",", "and"):
            return found
        if mark not in (",", "and"):
            return []
        if mark == "," and len(found) > 1 and phrase.lower(at - 1) == "and":
            return found
        at = last + 2
    return []


def _take(phrase: Phrase, at: int, lemma: str, owners: list[tuple[int, int]]) -> None:
    field = _FIELDS.get(phrase.lower(at - 1)) if lemma == "ministry" else None
    if lemma == "ministry" and field is None:
        return
    old = phrase.taken[at]
    if old is not None:
        phrase.chunks.remove(old)
    noun = f"Ministry of {field}" if field else lemma.capitalize()
    begin = at - 1 if field else at
    for index, (first, last) in enumerate(owners):
        state = phrase.taken[first]
        name = with_article(state.label) if state is not None else phrase.words(first, last)
        start = begin if index == 0 else first
        body = phrase.chunk(
            "Organization", start, last, label=f"{noun} of {name}", lemma=lemma, rule="organization.distributed"
        )
        body.core, body.confidence, body.names = f"{noun} of {name}", 0.8, [f"{name} {lemma.capitalize()}"]
        _own(phrase, body, state, noun)
        phrase.take(body)


def _own(phrase: Phrase, body: Chunk, state: Chunk | None, noun: str) -> None:
    if state is None or state.kind != "Country":
        if state is not None:
            state.inside = body
        return
    body.core, body.state, body.owner = noun, state.known or state.label, state
    entry = phrase.known_as(body.label, "Organization")
    body.known = entry.id if entry else None
    state.inside, body.names = body, []
