"""One verb for two deeds: 3 наурызда X-пен, ал 4 наурызда Бакуде Y-пен кездесті is told of two encounters."""

from __future__ import annotations

from dataclasses import replace

from kg.lang.cues import cues
from kg.lang.kk.phrase import Phrase
from kg.lang.syntax import Chunk, Clause

_ACTORS = frozenset({"Person", "Organization", "Role", "Delegation"})
_DEEDS = (("meet", "with"), ("receive", "object"))


def split_gapped(phrase: Phrase, clauses: list[Clause]) -> None:
    """Give what a verb says of the first of two others a clause of its own, where a day or place sets them apart."""
    for index in range(len(clauses) - 1, -1, -1):
        clause = clauses[index]
        if clause.form not in ("finite", "converb") or clause.passive:
            continue
        function = next((f for concept, f in _DEEDS if concept in clause.concepts), "")
        others = [c for c in clause.chunks if c.function == function and c.kind in _ACTORS] if function else []
        for one, two in zip(others[-2::-1], others[:0:-1], strict=True):
            if (one.group < 0 or one.group != two.group) and _set_apart(phrase, clause, one, two):
                clauses.insert(index, _first_half(clause, one))


def _set_apart(phrase: Phrase, clause: Clause, one: Chunk, two: Chunk) -> bool:
    """Tell whether a comma follows the first, and then a day, a place or a word like кейін before the second."""
    comma = one.last + 1
    if phrase.lower(comma) != ",":
        return False
    between = [c for c in clause.chunks if comma < c.first < two.first]
    if any(c.kind == "Date" or (c.function == "at" and c.kind in ("Place", "Organization")) for c in between):
        return True
    return not cues("kk").words["sequel"].isdisjoint(phrase.lowers[comma + 1 : comma + 3])


def _first_half(clause: Clause, one: Chunk) -> Clause:
    comma = one.last + 1
    mine = [c for c in clause.chunks if c.first < comma]
    half = replace(clause, predicate=(comma, comma), chunks=mine, flags=set(clause.flags))
    clause.chunks = [c for c in clause.chunks if c.first >= comma]
    clause.first = min([c.first for c in clause.chunks], default=clause.predicate[0])
    clause.inherited = clause.inherited if clause.having("subject") else half.subjects
    return half
