"""Whose minister speaks for a side: led on the Uzbek side by Deputy Foreign Minister X and on the Kazakh side by Y."""

from __future__ import annotations

from itertools import pairwise

from kg.lang.cues import cues
from kg.lang.en.ministries import with_article
from kg.lang.en.phrase import Phrase
from kg.lang.en.states_as_adjectives import demonym_at, state_of
from kg.lang.syntax import Chunk

_GROUPS = cues("en").words["sides-told"]
_FAR = 12  # tokens from a side to who speaks for it


def settle_sides(phrase: Phrase) -> None:
    """Give a ministry that is named by its minister alone the state of the side that he speaks for."""
    if not phrase.present & _GROUPS:
        return
    sides = [i for i, lemma in enumerate(phrase.lemmas) if lemma in _GROUPS and demonym_at(phrase, i - 1)]
    people = sorted((c for c in phrase.chunks if c.kind == "Person" and c.posts), key=lambda c: c.first)
    for at, end in pairwise([*sides, phrase.size]):
        person = next((p for p in people if at < p.posts[0].first < min(end, at + _FAR)), None)
        if person is not None and "by" in phrase.lowers[at : person.posts[0].first]:
            _settle(phrase, person, at - 1)


def _settle(phrase: Phrase, person: Chunk, at: int) -> None:
    for post in person.posts:
        body = post.owner
        if body is None or body.rule != "organization.of-minister" or body.state or body.owner is not None:
            continue
        state = state_of(phrase, at)
        if state is None:
            return
        body.label = f"{body.core} of {with_article(state.label)}"
        entry = phrase.known_as(body.label, "Organization")
        state.first, state.last, state.start, state.end = body.first, body.last, body.start, body.end
        body.state, body.owner, body.known = state.known or state.label, state, entry.id if entry else None
        state.inside = body
