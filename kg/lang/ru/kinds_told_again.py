"""A body that a sentence opens with by its kind alone: у делового союза «Х» …. Деловой союз просил …."""

from __future__ import annotations

from kg.lang.ru.phrase import Phrase, adjectives_of
from kg.lang.syntax import Chunk, Sentence


def mean_the_one_named(sentences: list[Sentence], phrases: list[Phrase]) -> None:
    """Let a noun with adjectives that opens a sentence mean the body that has been named with the same words."""
    named: list[tuple[Chunk, Phrase]] = []
    for sentence, phrase in zip(sentences, phrases, strict=True):
        for chunk in sentence.chunks:
            if chunk.kind != "Organization" or not chunk.proper or chunk not in phrase.grammar:
                continue
            if chunk.rule == "organization.quoted":
                named.append((chunk, phrase))
            elif named and chunk.first == 0 and _by_kind_alone(phrase, chunk):
                _mean(phrase, chunk, named)


def _by_kind_alone(phrase: Phrase, chunk: Chunk) -> bool:
    """Tell whether a capital that opens a sentence is the only one, of an adjective before a bare noun."""
    inner = phrase.tokens[1 : chunk.last + 1]
    small = bool(inner) and not any(t.capital or t.kind != "word" for t in inner)
    plain = chunk.owner is None and not chunk.known and not chunk.plural and not chunk.acronym
    return small and plain and all(adjectives_of(phrase.tokens[i].text) for i in range(chunk.last))


def _mean(phrase: Phrase, chunk: Chunk, named: list[tuple[Chunk, Phrase]]) -> None:
    adjectives = [phrase.lemmas(i) for i in range(chunk.last)]
    for body, other in reversed(named):
        begin = body.first - len(adjectives)
        if body.lemma != chunk.lemma or begin < 0:
            continue
        if all(words & other.lemmas(begin + i) for i, words in enumerate(adjectives)):
            chunk.label, chunk.names, chunk.known = body.label, list(body.names), body.known
            chunk.core, chunk.state, chunk.rule = body.core, body.state, "organization.told-again"
            return
