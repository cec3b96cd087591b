"""Whose minister is meant where a post names no state: that of the president who appoints, or of the one met before."""

from __future__ import annotations

from kg.gazetteer import Gazetteer
from kg.lang.cues import cues
from kg.lang.received_by_heads import received_by_heads
from kg.lang.ru.phrase import Phrase
from kg.lang.ru.role_bodies import OF_MINISTER
from kg.lang.syntax import Chunk, Clause, Sentence

_HEADS = cues("ru").words["heads-of-state"]
_UNIONS = cues("ru").words["has-ministers"]
_RELATING = cues("ru").words["of-a-field"]
_CHANGES = frozenset({"appoint", "dismiss"})


def say_whose_ministries(sentences: list[Sentence], phrases: list[Phrase], gazetteer: Gazetteer) -> None:
    """Give ministries that ministers name alone the state that stands beside them."""
    state: Chunk | None = None
    union = next((c for s in sentences for c in s.chunks if c.kind == "Organization" and _has_ministers(c)), None)
    for sentence, phrase in zip(sentences, phrases, strict=True):
        for clause in sentence.clauses:
            if not clause.concepts.isdisjoint(_CHANGES):
                heads = _heads(sentence)
                state = heads[0] if len({c.known for c in heads}) == 1 else None if heads else state
                if state is not None:
                    _of_whoever_appoints(phrase, sentence, clause, state)
            _in_lists(phrase, sentence, clause)
        if union is not None:
            _of_a_union(sentence, union)
    for number, post, state in received_by_heads(sentences, gazetteer):
        _give(phrases[number], sentences[number], post, state, sure=True)


def _has_ministers(body: Chunk) -> bool:
    """Tell whether a body is a union of states, which has ministers though it is no state: ЕЭК."""
    return body.known in _UNIONS or body.label.lower() in _UNIONS or body.acronym.lower() in _UNIONS


def _of_a_union(sentence: Sentence, union: Chunk) -> None:
    """Прошло заседание Коллегии ЕЭК. Выступил министр по торговле X: he is at the commission."""
    for post in [c for c in sentence.chunks if c.kind == "Role"]:
        body = post.owner
        if body is None or body.rule != OF_MINISTER or body.owner is not None or body.known or not _for_a_field(post):
            continue
        sentence.chunks.remove(body)
        post.owner = copy = union.again("owner")
        copy.first, copy.last, copy.start, copy.end = body.first, body.last, body.start, body.end
        copy.inside = post
        sentence.chunks.insert(sentence.chunks.index(post) + 1, copy)


def _for_a_field(post: Chunk) -> bool:
    """министр по торговле, no министр торговли."""
    return not _RELATING.isdisjoint(post.label.lower().split()[1:2])


def _heads(sentence: Sentence) -> list[Chunk]:
    """Return the states whose heads a sentence names: Указом Президента Армении."""
    owners = [c.owner for c in sentence.chunks if c.kind == "Role" and c.lemma in _HEADS and c.owner is not None]
    return [c for c in owners if c.kind == "Country" and c.known]


def _of_whoever_appoints(phrase: Phrase, sentence: Sentence, clause: Clause, state: Chunk) -> None:
    """Указом Президента Армении X назначен министром юстиции: of Armenia."""
    for chunk in clause.chunks:
        for post in [*chunk.posts, *([chunk] if chunk.kind == "Role" else [])]:
            _give(phrase, sentence, post, state)


def _in_lists(phrase: Phrase, sentence: Sentence, clause: Clause) -> None:
    """встретился с Президентом Армении X и министром юстиции Y: both are of one state."""
    met = [c for c in clause.chunks if c.kind == "Person" and c.group >= 0 and c.function in ("with", "object")]
    states: dict[int, Chunk] = {}
    for person in met:
        if (told := _state(person)) is not None:
            states[person.group] = told
        elif person.group in states:
            for post in person.posts:
                _give(phrase, sentence, post, states[person.group])


def _state(person: Chunk) -> Chunk | None:
    """Return the state that somebody's post or its body is of."""
    for post in person.posts:
        owner = post.owner
        while owner is not None and owner.kind == "Organization":
            owner = owner.owner
        if owner is not None and owner.kind == "Country" and owner.known:
            return owner
    return None


def _one_in_a_state(body: Chunk) -> bool:
    """Tell whether each state has one body that is called so: a ministry, Кабинет Министров."""
    return body.rule == OF_MINISTER or (body.kind_of == "state" and body.proper and not body.plural)


def _give(phrase: Phrase, sentence: Sentence, post: Chunk, state: Chunk, *, sure: bool = False) -> None:
    body = post.owner
    bare = post.lemma in _HEADS and body is None and not post.value
    if not bare and (body is None or body.owner is not None or body.state or not (sure or _one_in_a_state(body))):
        return
    inner = post if bare or body is None else body
    if inner not in sentence.chunks:
        return
    copy = state.again("owner")
    copy.first, copy.last, copy.start, copy.end = inner.first, inner.last, inner.start, inner.end
    copy.inside, inner.owner = inner, copy
    sentence.chunks.insert(sentence.chunks.index(inner) + 1, copy)
    if body is not None:
        entry = phrase.known_as(f"{body.label} {copy.surface}", "Organization")
        body.state, body.known = state.known or "", entry.id if entry else None
