"""Her Ministry, his Court: the body at which the one spoken of has just been told to have a post."""

from __future__ import annotations

from collections.abc import Iterator

from kg.lang.syntax import Chunk, Sentence

_WHOSE = frozenset({"her", "his"})
_NEAR = 2  # paragraphs in which somebody is still spoken of


def name_by_holders(sentences: list[Sentence]) -> None:
    """Let a common noun behind her or his mean the body of that kind at which somebody named before is."""
    told: list[tuple[int, Chunk]] = []
    for sentence in sentences:
        for chunk in sentence.chunks:
            if chunk.kind == "Person":
                told += [(sentence.line, body) for body in _bodies_of(chunk)]
            elif chunk.kind == "Organization" and not chunk.proper and _behind_a_pronoun(sentence, chunk):
                near = [body for line, body in told if sentence.line - line < _NEAR and body.lemma == chunk.lemma]
                if near and not chunk.plural:
                    _become(sentence, chunk, near[-1])


def _bodies_of(person: Chunk) -> Iterator[Chunk]:
    for post in person.posts:
        owner = post.owner
        if owner is not None and owner.kind == "Organization" and owner.proper and "former" not in post.flags:
            yield owner


def _behind_a_pronoun(sentence: Sentence, chunk: Chunk) -> bool:
    return chunk.first > 0 and sentence.tokens[chunk.first - 1].text.lower() in _WHOSE


def _become(sentence: Sentence, chunk: Chunk, body: Chunk) -> None:
    """Make a noun the name of a body; a post right before it is there (legal adviser at his Court)."""
    for one in [chunk, *(c for clause in sentence.clauses for c in clause.chunks if c.copy_of is chunk)]:
        one.label, one.core, one.lemma, one.proper, one.value = body.label, body.core, body.lemma, True, ""
        one.state, one.known, one.acronym, one.names = body.state, body.known, body.acronym, list(body.names)
    for role in sentence.chunks:
        if role.kind == "Role" and role.owner is None and "of-pronoun" in role.flags and chunk.first - role.last == 3:
            role.owner, chunk.inside = chunk, role
            role.flags.discard("of-pronoun")
