"""His Portuguese counterpart, Duarte Teles: the same post as that of the one named before, in another state."""

from __future__ import annotations

from kg.lang.en.ministries import with_article
from kg.lang.en.phrase import Phrase
from kg.lang.en.states_as_adjectives import demonym_at, state_of
from kg.lang.syntax import Chunk

_NOUNS = frozenset({"counterpart", "colleague"})


def find_counterparts(phrase: Phrase) -> None:
    """Give a person called someone's counterpart that one's post, at the body that the other state has."""
    people = sorted((c for c in phrase.chunks if c.kind == "Person"), key=lambda c: c.first)
    for index, person in enumerate(people):
        at = person.first - 1 - (phrase.lower(person.first - 1) == ",")
        if at < 1 or phrase.lower(at) not in _NOUNS or phrase.taken[at] is not None or person.posts:
            continue
        first = at - 1 if demonym_at(phrase, at - 1) else at
        boss = people[index - 1] if index else None
        post = next((p for p in boss.posts if p.kind_of in ("head", "deputy", "envoy")), None) if boss else None
        if phrase.tag(first - 1) == "O" and phrase.free(first, at):
            _give(phrase, person, post, first, at)


def _give(phrase: Phrase, person: Chunk, post: Chunk | None, first: int, last: int) -> None:
    label = post.label if post is not None else phrase.lower(last)
    role = phrase.chunk("Role", first, last, label=label, lemma=post.lemma if post else label, rule="role.counterpart")
    role.kind_of = post.kind_of if post is not None else "staff"
    phrase.take(role)
    body = _body_abroad(phrase, role, post, first) if post is not None and first < last else None
    if body is None:
        role.flags.add("of-unknown")
    role.inside = person
    person.posts.append(role)


def _body_abroad(phrase: Phrase, role: Chunk, post: Chunk, at: int) -> Chunk | None:
    """Return the ministry of the other state that is like the one where the first has the post."""
    own = post.owner
    state = state_of(phrase, at)
    if own is None or state is None or own.kind != "Organization" or own.lemma != "ministry":
        return None
    core = own.core or own.label
    label = f"{core} of {with_article(state.label)}"
    body = phrase.chunk("Organization", at, at, label=label, lemma=own.lemma, rule="organization.of-counterpart")
    entry = phrase.known_as(label, "Organization")
    body.core, body.state, body.owner, body.known = core, state.known or state.label, state, entry.id if entry else None
    phrase.keep(state, body)
    role.owner = phrase.keep(body, role)
    return body
