"""Who carries a programme by a noun rather than a verb: участниками проекта являются A и B, её исполнитель – X."""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.ru.phrase import Phrase
from kg.lang.syntax import Chunk, Clause

_ITS = frozenset({"его", "её", "ее"})
_COPULAS = frozenset({"be", "become", "work"})
_WORDS = cues("ru").words
_APPEARS = _WORDS["appears-as"]


def carry_programmes(phrase: Phrase, chunks: list[Chunk], clauses: list[Clause]) -> None:
    """Let a clause that says who is a participant, partner or executor of a programme mean taking part in it."""
    named = [c for c in chunks if c.kind == "Program" and c.proper and not c.plural]
    for clause in clauses:
        if not (clause.form == "nominal" or clause.concepts & _COPULAS or clause.lemma in _APPEARS):
            continue
        for at in _carriers(phrase, clause):
            programme = _programme_of(phrase, chunks, clause, at)
            if programme is None:
                continue
            programme.function = "to"
            if programme not in clause.chunks:
                clause.chunks.append(programme)
            clause.concepts |= {"participate"}
            clause.concepts -= {"attend"}
            break
    event = any(c.kind == "Event" for c in chunks)
    phrase.known.programme = named[-1] if named else None if event else phrase.known.programme


def _carriers(phrase: Phrase, clause: Clause) -> list[int]:
    """Return where nouns such as участник stand in a clause, in a case in which they tell what its subject is."""
    edges = [clause.first, *clause.predicate, *(c.first for c in clause.chunks), *(c.last for c in clause.chunks)]
    if clause.form == "relative" and clause.head is not None and clause.head.last < min(edges):
        edges.append(clause.head.last + 1)  # программа, участниками которой, помимо X, являются Y и Z
    wanted = {"Nom"} if clause.form == "nominal" else {"Ins", "Nom"}
    return [
        i
        for i in range(max(0, min(edges) - 3), min(max(edges) + 1, phrase.size))
        if phrase.lemmas(i) & phrase.cues.words["carriers"]
        and (
            any(f.case in wanted for f in phrase.forms[i])
            or phrase.lower(i - 1) == "среди"
            or (phrase.lower(i - 1) == "числе" and phrase.lower(i - 2) == "в")
        )
    ]


def _programme_of(phrase: Phrase, chunks: list[Chunk], clause: Clause, at: int) -> Chunk | None:
    own = next((c for c in chunks if c.kind == "Program" and phrase.begin_of(c) == at + 1), None)
    if own is not None:
        return own if own.function in ("owner", "genitive", "", "object") else None
    if clause.form == "relative" and "который" in phrase.lemmas(at + 1):
        meant = clause.head if clause.head is not None and clause.head.kind == "Program" else None
    elif phrase.lower(at - 1) in _ITS:
        meant = next((c for c in reversed(chunks) if c.kind == "Program" and c.last < at - 1), None)
        if meant is None and phrase.known.programme is not None and not clause.having("to", "Event"):
            meant = phrase.known.programme
    else:
        return None
    if meant is None:
        return None
    token = phrase.tokens[at]
    again = meant.again("to")
    again.first = again.last = at
    again.start, again.end = token.start, token.end
    return again
