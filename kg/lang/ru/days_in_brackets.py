"""Since when each of several members belongs, as brackets behind its name say: A, B (с 2009 года) и C (с 2011 года)."""

from __future__ import annotations

from dataclasses import replace

from kg.lang.ru.phrase import Phrase
from kg.lang.syntax import Chunk, Clause

_MEMBERS = ("Organization", "Country", "Place")
_BELONG = frozenset({"be", "work", "join", "count"})


def give_each_its_day(phrase: Phrase, clauses: list[Clause]) -> None:
    """Give those behind whom a day stands in brackets a clause of their own, with the verb and the body of all."""
    told = [c for c in clauses if c.form == "finite" and c.modality == "asserted"]
    for clause in [c for c in clauses if told and c.form == "nominal" and len(c.chunks) == 1]:
        day = clause.chunks[0]
        if day.kind != "Date" or day.kind_of != "since":
            continue
        opens = phrase.preposition(day.first)[1] - 1
        before = [c for c in told if c.predicate[1] < opens]
        if phrase.lower(opens) != "(" or phrase.pairs.get(opens) != day.last + 1 or not before:
            continue
        whole = before[-1]
        members = _behind_whom(phrase, whole, opens)
        others = [c for c in whole.having("subject", *_MEMBERS) if c not in members and c.proper]
        if members and others and not whole.negated and whole.concepts & _BELONG and _belongs(whole):
            whole.chunks = [c for c in whole.chunks if c not in members]
            _tell(phrase, whole, clause, [*members, day])


def _belongs(clause: Clause) -> bool:
    """Tell whether a clause says to which body its subjects belong."""
    roles = [c for c in clause.having("as", "Role") if c.kind_of == "membership" and c.owner is not None]
    return bool(roles or clause.having("to", "Organization"))


def _behind_whom(phrase: Phrase, clause: Clause, opens: int) -> list[Chunk]:
    """Return whom a bracket stands behind, both of two that an and joins where the list goes by such pairs."""
    members = [c for c in clause.having("subject", *_MEMBERS) if c.proper and c.first > clause.predicate[1]]
    last = next((c for c in members if phrase.ends[c] == opens - 1), None)
    if last is None:
        return []
    joined = [c for c in members if _joined(phrase, c)]
    pair = next((c for c in members if phrase.lower(phrase.ends[c] + 1) == "и" and _after(phrase, c) is last), None)
    pairs = len(joined) > 1 and pair is not None and phrase.lower(opens - 2) != ")"
    return [pair, last] if pairs and pair is not None else [last]


def _joined(phrase: Phrase, member: Chunk) -> bool:
    return phrase.lower(phrase.ends[member] + 1) == "и"


def _after(phrase: Phrase, member: Chunk) -> Chunk | None:
    behind = phrase.starting(phrase.ends[member] + 2)
    return behind if isinstance(behind, Chunk) else None


def _tell(phrase: Phrase, whole: Clause, clause: Clause, own: list[Chunk]) -> None:
    clause.form, clause.lemma, clause.concepts = whole.form, whole.lemma, whole.concepts - {"count"}
    clause.passive, clause.past, clause.flags = whole.passive, whole.past, set(whole.flags) - {"total", "of-members"}
    shared = [c for c in whole.chunks if c.function in ("as", "to") and c.kind in ("Role", "Organization")]
    copies = []
    for chunk in shared:
        copy = replace(chunk.again(chunk.function), owner=chunk.owner)
        phrase.grammar[copy], phrase.ends[copy] = phrase.grammar[chunk], phrase.ends[chunk]
        copies.append(copy)
    clause.chunks = [*own, *copies]
