"""We, us, our: the body that publishes the announcement, where it speaks of itself.

It is the one that heads the text (a line that is nothing but its name), that the text calls "our company, X", else the
one that the text names most. What stands in quotes is somebody's own we.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from kg.lang.cues import cues
from kg.lang.syntax import Chunk, Sentence
from kg.lang.tokens import brackets

_WE = frozenset({"we", "us", "ourselves"})
_POSSESSED = frozenset({"of-pronoun", "of-us"})
_OURS = frozenset(form for word in (*_WE, "our") for form in (word, word.capitalize(), word.upper()))
_PAPERS = cues("en").words["papers"]
_OFTEN = 2


def speak_as_author(sentences: list[Sentence]) -> None:
    """Let we, us and our mean the body that publishes."""
    ours = [s for s in sentences if not s.title and not _OURS.isdisjoint([t.text for t in s.tokens])]
    author = _author(sentences) if ours else None
    if author is None:
        return
    for sentence in ours:
        quoted = {i for a, b in brackets(sentence.tokens).items() for i in range(a, b)}
        _take_up(sentence, author, quoted)


def _author(sentences: list[Sentence]) -> Chunk | None:
    for sentence in sentences[:3]:
        first = next((c for c in sentence.chunks if _named(c)), None)
        told = any(clause.form == "finite" for clause in sentence.clauses)
        if sentence.title and first is not None and not told and (first.first == 0 or _published_by(sentence, first)):
            return first
    if (called := _called_ours(sentences)) is not None:
        return called
    for sentence in sentences:
        for before, chunk in pairwise(sentence.chunks):
            words = [t.text.lower() for t in sentence.tokens[max(0, before.first - 1) : chunk.first]]
            if _named(chunk) and before.kind == "Organization" and words[:1] == ["our"] and words[-1:] == [","]:
                return chunk  # our company, Caspian Wind LLP
    named = [c for s in sentences for c in s.chunks if c.kind == "Organization" and c.proper and not c.plural]
    full = {c.acronym: c.label for c in reversed(named) if c.acronym and c.label != c.acronym}
    counted = Counter(full.get(c.label, c.label) for c in named)
    label, often = counted.most_common(1)[0] if counted else ("", 0)
    return next((c for c in named if c.label == label), None) if often >= _OFTEN else None


def _called_ours(sentences: list[Sentence]) -> Chunk | None:
    """Our university was admitted to the League: the first university that is named, if it heads the text."""
    chunks = [(s, c) for s in sentences for c in s.chunks if c.kind == "Organization"]
    nouns = {
        c.lemma
        for s, c in chunks
        if not s.title and not c.proper and not c.plural and s.tokens[max(0, c.first - 1)].text.lower() == "our"
    }
    first = next(((s, c) for s, c in chunks if _named(c) and c.lemma in nouns), None)
    return first[1] if first is not None and len(nouns) == 1 and first[0].title else None


def _published_by(sentence: Sentence, body: Chunk) -> bool:
    """Newsletter of the Miners' Union, Monthly Bulletin of X: the body that the paper at the head of a text is of."""
    before = [token.text.lower() for token in sentence.tokens[: body.first]]
    before = before[:-1] if before[-1:] == ["the"] else before
    return before[-1:] == ["of"] and before[-2:-1] != [] and before[-2] in _PAPERS


def _named(chunk: Chunk) -> bool:
    return chunk.kind == "Organization" and chunk.proper and chunk.inside is None and not chunk.plural


def _take_up(sentence: Sentence, author: Chunk, quoted: set[int]) -> None:
    for clause in sentence.clauses:
        clause.inherited = [_meant(c, author, quoted) for c in clause.inherited]
        clause.chunks = [_meant(c, author, quoted) for c in clause.chunks]
    for chunk in sentence.chunks:
        near = sentence.tokens[max(0, chunk.first - 1) : chunk.first] + sentence.tokens[chunk.last + 1 : chunk.last + 3]
        our = any(token.text.lower() == "our" for token in near)
        if chunk.kind == "Role" and our and chunk.flags & _POSSESSED and chunk.first not in quoted:
            chunk.owner = author
            chunk.flags -= _POSSESSED


def _meant(chunk: Chunk, author: Chunk, quoted: set[int]) -> Chunk:
    if chunk.kind != "Pronoun" or chunk.lemma not in _WE or chunk.first in quoted:
        return chunk
    return author.again(chunk.function)
