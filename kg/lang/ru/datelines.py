"""The town and the day that a story is told from (Актау, 5 марта – …), and what здесь means then."""

from __future__ import annotations

from collections.abc import Sequence

from kg.lang.ru.phrase import Phrase
from kg.lang.syntax import Chunk, Clause, Sentence

_NEAR = 3  # sentences of a story within which здесь is the town that it is told from
_CLOSING = frozenset({".", "–", "—", ":"})
_YEAR = frozenset({"г", "года", "год"})


def read_datelines(sentences: Sequence[Sentence], phrases: Sequence[Phrase]) -> None:
    """Leave the day of a dateline out of a clause that has a day of its own, and put its town for здесь."""
    story = [(s, p) for s, p in zip(sentences, phrases, strict=True) if not s.title][: _NEAR + 1]
    town: Chunk | None = None
    for sentence, phrase in story:
        found = _dateline(sentence, phrase)
        if found is not None:
            town, day = found
            for clause in sentence.clauses:
                _without(clause, town, day)
        here = next((i for i, word in enumerate(phrase.lowers) if word == "здесь" and phrase.taken[i] is None), -1)
        if town is None or here < 0:
            continue
        for clause in sentence.clauses:
            if clause.first <= here and clause.form == "finite" and _holds(sentence, clause, here):
                clause.chunks = sorted([*clause.chunks, town.again("at")], key=lambda c: c.first)
                break


def _dateline(sentence: Sentence, phrase: Phrase) -> tuple[Chunk, Chunk] | None:
    """Return the town and the day that open a sentence and are closed by a dash or stop."""
    opening = sentence.chunks[:2]
    if len(opening) < 2 or {c.kind for c in opening} != {"Place", "Date"} or opening[0].first != 0:
        return None
    end = opening[1].last + 1
    while phrase.lower(end) in _YEAR or (phrase.lower(end) == "." and phrase.lower(end - 1) == "г"):
        end += 1
    if opening[1].first - opening[0].last > 2 + (phrase.lower(opening[0].last + 1) in _YEAR):
        return None
    closed = phrase.lower(end) in _CLOSING or end >= phrase.size
    town, day = sorted(opening, key=lambda c: c.kind == "Date")
    return (town, day) if closed and town.proper else None


def _without(clause: Clause, town: Chunk, day: Chunk) -> None:
    """Take a dateline out of the clause behind its dash, where that tells its own day."""
    if any(d is not day for d in clause.days) and day in clause.chunks:
        clause.chunks = [c for c in clause.chunks if c is not day]
    if town in clause.chunks and clause.form == "finite" and town.function in ("object", "subject", "apart"):
        clause.chunks = [c for c in clause.chunks if c is not town]


def _holds(sentence: Sentence, clause: Clause, here: int) -> bool:
    """Tell whether здесь belongs to a clause, which names no other place."""
    later = [c.first for c in sentence.clauses if c.first > clause.first and c.first <= here]
    return not later and not clause.having("at", "Place") and not clause.having("to", "Place")
