"""What Kazakh text says of the members of a body that it has just counted: who is among them, who joined it or left.

Одаққа 33 ел мүше, олардың ішінде X пен Y бар; Одақта 44 мүше бар. X оған 2017 жылы кірді, Y ол жерден шықты.
"""

from __future__ import annotations

from itertools import pairwise

from kg.lang.cues import cues
from kg.lang.syntax import Chunk, Clause, Sentence

_MEMBERS = ("Organization", "Country", "Place")


def members_of_the_counted(before: Sentence | None, sentence: Sentence) -> None:
    """Give the clauses of a sentence the body whose members it, or the sentence before it, counts."""
    whole = _counted(before.clauses) if before is not None and before.line == sentence.line else None
    if whole is not None and sentence.clauses:
        _among_them(sentence, 0, sentence.clauses[0], whole)
    for clause, rest in pairwise(sentence.clauses):
        counted = _counted([clause])
        if counted is not None:
            _among_them(sentence, clause.predicate[1] + 1, rest, counted)
            _listed(sentence, clause, rest, counted)
    if whole is not None:
        for clause in sentence.clauses:
            _joined(clause, whole)


def _counted(clauses: list[Clause]) -> Chunk | None:
    """Return the body whose members the last of some clauses counts: an association, not a hall with seats."""
    for clause in reversed(clauses):
        if clause.form == "relative":
            continue
        counts = "total" in clause.flags or "count" in clause.concepts
        if not counts or clause.negated or clause.modality != "asserted":
            return None
        numbers = [c for c in clause.chunks if c.kind == "Number"]
        bodies = [c for part in ("to", "at", "subject") for c in clause.having(part, "Organization")]
        bodies += [r.owner for r in clause.having("subject", "Role") if r.kind_of == "membership" and r.owner]
        bodies = [c for c in bodies if not c.plural and not (numbers and c.first == numbers[-1].last + 1)]
        return bodies[0] if bodies and numbers else None
    return None


def _among_them(sentence: Sentence, at: int, clause: Clause, whole: Chunk) -> None:
    """Олардың қатарында X пен Y бар, солардың бірі – X: those named are members."""
    words = [token.text.lower() for token in sentence.tokens[at : at + 4] if token.text != ","]
    known = cues("kk").words
    if len(words) < 2 or words[0] not in known["of-them"] or clause.negated or clause.modality != "asserted":
        return
    last = next((t.text.lower() for t in reversed(sentence.tokens) if t.kind == "word"), "")
    said = words[1] in known["among"] and last == "бар"
    if not said and not (words[1] in known["one-of-them"] and words[2:3] and words[2] in "–—-"):
        return
    _are_members(sentence, at, clause, whole)


def _listed(sentence: Sentence, clause: Clause, rest: Clause, whole: Chunk) -> None:
    """Альянста төрт ұйым бар: X, Y, Z: the names behind the colon are those that are counted."""
    at = clause.predicate[1] + 1
    if sentence.tokens[at].text == ":" and rest.form == "nominal" and rest is sentence.clauses[-1]:
        _are_members(sentence, at, rest, whole)


def _are_members(sentence: Sentence, at: int, clause: Clause, whole: Chunk) -> None:
    names = [
        c
        for c in sentence.chunks
        if c.first >= at and c.kind in _MEMBERS and c.proper and c.function == "subject" and c.inside is None
    ]
    if names:
        clause.chunks = [*names, whole.again("to")]
        clause.concepts |= {"join"}
        clause.flags = (clause.flags - {"total"}) | {"belongs"}


def _joined(clause: Clause, whole: Chunk) -> None:
    """X оған 2017 жылы кірді: what is joined is the body whose members have just been counted."""
    they = [c for c in clause.having("to", "Pronoun") if not c.plural]
    joins = "join" in clause.concepts and not clause.having("to", "Organization", "Program", "Event")
    if they and joins and clause.having("subject", *_MEMBERS):
        clause.chunks = [c for c in clause.chunks if c not in they] + [whole.again("to")]
