"""Clauses of a Russian sentence: each part of it, cut between its predicates, with what each clause has."""

from __future__ import annotations

import itertools

from kg.lang.cues import cues
from kg.lang.ru.clause_cuts import boundary, cut_off_before_verb, cut_off_without_verb
from kg.lang.ru.clause_modality import hang_on_condition, hang_on_hearsay, hang_under, set_modality
from kg.lang.ru.clause_of_predicate import clause_of
from kg.lang.ru.contrast import another
from kg.lang.ru.participles_before import clauses_before_nouns
from kg.lang.ru.phrase import Phrase
from kg.lang.ru.segments import SUBORDINATE, Segment, segments
from kg.lang.ru.verbs import Predicate, predicates, verb_at
from kg.lang.syntax import Chunk, Clause

_DAY_OF = cues("ru").words["words-for-a-day"]


def find_clauses(phrase: Phrase, chunks: list[Chunk]) -> list[Clause]:
    """Return the clauses of a sentence in the order of their predicates."""
    parts = segments(phrase, chunks)
    clauses: list[Clause] = []
    made: dict[int, list[Clause]] = {}
    for segment in parts:
        own = _clauses_of(phrase, segment, chunks)
        made[id(segment)] = own
        clauses += own
    for segment in parts:
        if segment.parent is not None and segment.kind in SUBORDINATE:
            hang_under(segment, made[id(segment)], made.get(id(segment.parent), []))
            hang_on_hearsay(phrase, segment, made[id(segment)])
        if segment.parent is not None and segment.kind == "если":
            hang_on_condition(made.get(id(segment.parent), []))
    clauses += clauses_before_nouns(phrase, clauses, chunks)
    clauses.sort(key=lambda c: (c.predicate, c.form == "nominal"))
    return clauses


def _clauses_of(phrase: Phrase, segment: Segment, chunks: list[Chunk]) -> list[Clause]:
    if not segment.tokens:
        return []
    if segment.kind in ("participle", "gerund"):
        parts = [_participial(phrase, segment, tokens) for tokens in _coordinated(phrase, segment)]
        clauses = [part for part in parts if part is not None]
    else:
        clauses = _finite(phrase, segment, chunks)
    owned = {i: clause for clause, tokens in clauses for i in tokens}
    for chunk in chunks:
        if chunk.inside is None and (clause := owned.get(chunk.first)) is not None and not another(phrase, chunk):
            clause.chunks.append(chunk)
    for clause, tokens in clauses:
        clause.first = min([c.first for c in clause.chunks], default=clause.predicate[0])
        set_modality(phrase, clause, tokens, segment)
    if segment.kind == "main" and len(clauses) > 1:
        for clause, tokens in clauses:
            if clause.modality == "asserted" and _only_infinitive(phrase, clause) and not _resolved(phrase, tokens):
                clause.modality = "proposed"  # желание X вступить в Y никого не удивило
    if segment.kind in ("gerund", "aside"):
        for clause, _ in clauses:
            clause.flags.add("gerund" if segment.kind == "gerund" else "told-by-the-way")
    return [clause for clause, _ in clauses]


def _only_infinitive(phrase: Phrase, clause: Clause) -> bool:
    """Tell whether nothing but an infinitive tells what is done, so that a noun or another verb has it."""
    verbs = [form for i in range(clause.predicate[0], clause.predicate[1] + 1) if (form := verb_at(phrase, i))]
    return bool(verbs) and all(form.pos == "INFN" for form in verbs)


def _resolved(phrase: Phrase, tokens: list[int]) -> bool:
    """Решили: принять X: what stands behind a colon has been decided."""
    return any(phrase.tokens[i].text == ":" for i in range(max(0, tokens[0] - 1), tokens[-1] + 1))


def _coordinated(phrase: Phrase, segment: Segment) -> list[list[int]]:
    """состоявшемся 4 февраля и проведённом председателем: each participle has what stands behind it."""
    wanted = "PRTF" if segment.kind == "participle" else "GRND"
    cuts = [
        n
        for n, i in enumerate(segment.tokens)
        if n and phrase.lower(segment.tokens[n - 1]) in ("и", ",", "а") and _is(phrase, i, wanted)
    ]
    return [segment.tokens[a:b] for a, b in itertools.pairwise([0, *cuts, len(segment.tokens)])]


def _is(phrase: Phrase, at: int, pos: str) -> bool:
    form = verb_at(phrase, at)
    return form is not None and form.pos == pos


def _participial(phrase: Phrase, segment: Segment, tokens: list[int]) -> tuple[Clause, list[int]] | None:
    wanted = "PRTF" if segment.kind == "participle" else "GRND"
    at = next((i for i in tokens if (f := verb_at(phrase, i)) is not None and f.pos == wanted), None)
    if at is None:
        return None
    form = verb_at(phrase, at)
    assert form is not None
    rest = [i for i in tokens if i > at and (f := verb_at(phrase, i)) is not None and f.pos == "INFN"]
    predicate = Predicate([at, *rest[:1]], form, [form, *(f for i in rest[:1] if (f := verb_at(phrase, i)))])
    clause = clause_of(phrase, predicate, tokens, "relative" if wanted == "PRTF" else "converb")
    clause.head = segment.head
    return clause, tokens


def _finite(phrase: Phrase, segment: Segment, chunks: list[Chunk]) -> list[tuple[Clause, list[int]]]:
    found = predicates(phrase, segment.tokens)
    if not found and segment.kind == "relative" and any(phrase.lower(i) in _DAY_OF for i in segment.tokens):
        # заседание, дата которого – 22 января
        at = segment.tokens[-1]
        clause = Clause(at, at, (at, at), frozenset({"hold"}), "", "relative", head=segment.head)
        return [(clause, segment.tokens)]
    if not found:
        if segment.kind not in ("main", "bracket") or not any(
            c.first in segment.tokens and c.inside is None for c in chunks
        ):
            return []
        end = segment.tokens[-1]
        return [(Clause(end, end, (end, end), frozenset(), "", "nominal"), segment.tokens)]
    pieces: list[tuple[Predicate, list[int]]] = []
    rest = list(segment.tokens)
    named = cut_off_before_verb(phrase, rest, found[0]) if segment.kind == "main" else []
    for index, predicate in enumerate(found):
        if index + 1 < len(found):
            cut = boundary(phrase, rest, predicate, found[index + 1])
            mine, rest = [i for i in rest if i < cut], [i for i in rest if i >= cut]
        else:
            mine = rest
        pieces.append((predicate, mine))
    gapped = cut_off_without_verb(phrase, pieces[-1])
    form = "relative" if segment.kind == "relative" else "conditional" if segment.kind == "если" else "finite"
    clauses = []
    if named:
        end = named[-1]
        clauses.append((Clause(end, end, (end, end), frozenset(), "", "nominal"), named))
    for predicate, mine in pieces:
        clause = clause_of(phrase, predicate, mine, form)
        if segment.kind == "relative":
            clause.head = segment.head
            if _oblique(phrase, mine):
                clause.flags.add("object-head")
        clauses.append((clause, mine))
    if gapped:
        end = gapped[-1]
        clauses.append((Clause(end, end, (end, end), frozenset(), "", "nominal"), gapped))
    return clauses


def _oblique(phrase: Phrase, tokens: list[int]) -> bool:
    """Tell whether который is not the subject of its clause: в котором, которую."""
    at = next((i for i in tokens if "который" in phrase.lemmas(i)), None)
    if at is None:
        return False
    return bool(phrase.preposition(at)[0]) or not any(f.case == "Nom" for f in phrase.forms[at] if f.lemma == "который")
