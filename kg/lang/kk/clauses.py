"""Clauses of a Kazakh sentence: each predicate with the chunks before it, and what takes it away from the facts.

Kazakh puts the predicate last and marks by its ending how the clause hangs on the next one: -ып and -са go on, a
participle before a noun is a relative clause of that noun, a participle or verbal noun with a case is a complement.
"""

from __future__ import annotations

from itertools import pairwise

from kg.lang.kk.clause_modality import set_modality
from kg.lang.kk.clause_subjects import share_subjects
from kg.lang.kk.gapping import split_gapped
from kg.lang.kk.phrase import Phrase
from kg.lang.kk.predicates import clause_at, find_predicates, verb_begins
from kg.lang.kk.set_aside import another, depends
from kg.lang.kk.speakers import find_speakers
from kg.lang.syntax import Chunk, Clause

_BEFORE_ITS_NOUN = 5  # words that may stand between an owner and the encounter that it owns
_OF_POSTS = frozenset({"appoint", "become", "dismiss", "join", "work"})
_REASONS = frozenset({"үшін", "себепті", "арқылы", "арқасында", "салдарынан"})
_ADVERBIAL = frozenset({"about", "at", "to", "from", "object", "with", "between", "date", "attributive", "as"})


def find_clauses(phrase: Phrase, chunks: list[Chunk]) -> list[Clause]:
    """Return the clauses of a sentence in order; every chunk belongs to one clause, the relative ones closest."""
    clauses = [clause_at(phrase, first, last) for first, last in find_predicates(phrase)]
    clauses += [_nominal(role.last) for role in chunks if _is_predicate(phrase, role)]
    clauses += [
        _nominal(at)
        for at in range(phrase.size - 1)
        if phrase.lower(at) == "бар" and phrase.lower(at + 1) in (",", ":")
    ]
    clauses += [_nominal(person.last) for role, person in pairwise(_outer(chunks)) if _is_told_by(phrase, role, person)]
    clauses.sort(key=lambda c: c.predicate)
    end = phrase.size - 1
    if not clauses or any(c.first > clauses[-1].predicate[1] for c in chunks):
        clauses.append(Clause(end, end, (end, end), frozenset(), "", "nominal"))
    _give_chunks(phrase, clauses, chunks)
    _tell_of_facts(phrase, clauses)
    find_speakers(phrase, clauses, chunks)
    _carry_encounters(phrase, clauses)
    for index, clause in enumerate(clauses):
        set_modality(phrase, clauses, index, clause)
    for index, clause in enumerate(clauses):
        if clause.modality == "asserted" and depends(phrase, clause, clauses[index + 1 :]):
            clause.modality = "hypothetical"
    share_subjects(phrase, clauses)
    _had_to(phrase, clauses)
    _share_tense(clauses)
    _share_places(clauses)
    split_gapped(phrase, clauses)
    return clauses


def _tell_of_facts(phrase: Phrase, clauses: list[Clause]) -> None:
    """Шығынның заңға сай екенін растады, тариф өскенін мысалға келтірді: whoever puts a fact in words speaks."""
    for before, clause in pairwise(clauses):
        fact = phrase.verbal(before.predicate[1])
        told = before.form == "complement" and fact is not None and fact.verb_form == "Part" and fact.case == "Acc"
        told = told and clause.past and not (clause.passive or clause.negated)
        plain = clause.concepts <= {"work", "hold"} and clause.lemma not in phrase.cues.words["of-the-mind"]
        if told and plain and clause.form in ("finite", "converb"):
            clause.concepts |= {"speak"}


def _carry_encounters(phrase: Phrase, clauses: list[Clause]) -> None:
    """Жиналыс 5 наурызға белгіленген еді, алайда [кворум болмағандықтан] 19 наурызға ауыстырылды: it was moved."""
    told: list[Chunk] = []
    for clause in (c for c in clauses if c.form in ("finite", "converb", "complement")):
        if told and clause.passive and not clause.having("subject") and clause.having("date"):
            lemmas = {clause.lemma, *phrase.lemmas(clause.predicate[1])}
            if any(m == "cancelled" for lemma in lemmas for _, m in phrase.cues.modality.get(lemma, ())):
                clause.chunks.insert(0, told[-1].again("subject"))
        told = clause.having("subject", "Event") or told


def _had_to(phrase: Phrase, clauses: list[Clause]) -> None:
    """Түсіндіруге мәжбүр болды: who had to explain did so."""
    for before, clause in pairwise(clauses):
        forced = clause.lemma == "болу" and phrase.lower(clause.predicate[0] - 1) == "мәжбүр"
        if forced and before.form == "complement" and not before.negated:
            clause.concepts |= before.concepts & {"speak"}


def _share_tense(clauses: list[Clause]) -> None:
    """Ауданға барып, … әңгімелесті: a converb lies where the verb that it goes on to does."""
    later: Clause | None = None
    for clause in reversed(clauses):
        if clause.form == "converb" and later is not None and not clause.past and not clause.future:
            clause.past, clause.future = later.past, later.future
        if clause.form in ("finite", "converb"):
            later = clause


def _share_places(clauses: list[Clause]) -> None:
    """Сенатта болып, сенаторлармен жүздесті: where somebody was, who met others there."""
    for clause, later in pairwise([c for c in clauses if c.form != "relative"]):
        was = clause.form == "converb" and clause.lemma == "болу" and not clause.negated
        if was and later.concepts & {"meet", "receive"} and not later.having("at") and not later.having("subject"):
            later.chunks = [c.again("at") for c in clause.having("at", "Place", "Organization")] + later.chunks


def _is_predicate(phrase: Phrase, role: Chunk) -> bool:
    """X қауымдастықтың мүшесі, ал Y ...: a post in the nominative right before a comma says what its subject is."""
    return (
        role.kind == "Role"
        and role.kind_of == "membership"
        and role.function == "subject"
        and role.inside is None
        and phrase.lower(role.last + 1) in (",", ";")
    )


def _outer(chunks: list[Chunk]) -> list[Chunk]:
    return [c for c in chunks if c.inside is None]


def _is_told_by(phrase: Phrase, role: Chunk, person: Chunk) -> bool:
    """Кеңестің жаңа мүшесі – X, ал Y шықты: a post, a dash and a name before a comma say all by themselves."""
    alike = role.kind == "Role" and person.kind == "Person" and role.function == person.function == "subject"
    dash = person.first == role.last + 2 and phrase.tokens[role.last + 1].kind == "dash"
    return alike and dash and phrase.lower(person.last + 1) in (",", ";")


def _nominal(at: int) -> Clause:
    return Clause(at, at, (at, at), frozenset(), "", "nominal")


def _give_chunks(phrase: Phrase, clauses: list[Clause], chunks: list[Chunk]) -> None:
    free = [c for c in chunks if c.inside is None and not another(phrase, c)]
    given: set[int] = set()
    boundary = -1
    for clause in clauses:
        begin, end = boundary, clause.predicate[0] if clause.form != "nominal" else clause.predicate[1] + 1
        mine = [c for c in free if begin < c.first < end and id(c) not in given]
        if clause.form == "relative":
            clause.head = next((c for c in chunks if c.first > clause.predicate[1] and c.inside is None), None)
            if clause.head is not None and clause.head.first - clause.predicate[1] > 4:
                clause.head = None
            clause.head = _owned_encounter(phrase, chunks, clause.head)
            tells_of_event = clause.head is not None and clause.head.kind == "Event"
            mine = _nearest(
                phrase,
                mine,
                verb_begins(phrase, clause.predicate[0]),
                bool(clause.concepts) and ("hold" not in clause.concepts or tells_of_event),
                of_post=bool(clause.concepts & _OF_POSTS) or not any("appoint" in c.concepts for c in clauses),
            )
        else:
            boundary = clause.predicate[1]
        clause.chunks = mine
        if clause.form == "relative" and clause.head is not None and clause.head.kind == "Delegation":
            _sent_by(clause, clause.head)
        clause.first = min([c.first for c in mine], default=clause.predicate[0])
        given |= {id(c) for c in mine}
    for clause, later in pairwise([c for c in clauses if c.form != "relative"]):
        if (clause.form == "converb" and _only_a_reason(phrase, clause)) or _stands_between(phrase, clause):
            later.chunks, clause.chunks = clause.chunks + later.chunks, []
            later.first = min([c.first for c in later.chunks], default=later.first)


def _sent_by(clause: Clause, guests: Chunk) -> None:
    """Лион академиясынан келген делегация: a delegation is of the body that it comes from."""
    senders = [c for c in clause.having("from", "Organization") if c.proper]
    if clause.lemma == "келу" and guests.owner is None and len(senders) == 1:
        guests.owner = senders[0]


def _stands_between(phrase: Phrase, clause: Clause) -> bool:
    """Зообақ қауымдастықтан [жарна төлемегені үшін] шығарылды: a deed of no relation, whose reason an үшін tells."""
    aside = clause.form == "complement" and not clause.concepts and phrase.lower(clause.predicate[1] + 1) in _REASONS
    return aside and not clause.having("owner") and not clause.having("object")


def _only_a_reason(phrase: Phrase, clause: Clause) -> bool:
    """Конференция [байланыс нашар болғандықтан] шегерілді: a reason with a subject of its own, that no chunk has."""
    if not phrase.lower(clause.predicate[1]).endswith(("ғандықтан", "гендіктен", "қандықтан", "кендіктен")):
        return False
    begin = max([c.last for c in clause.chunks], default=clause.predicate[0]) + 1
    words = [phrase.first(i) for i in range(begin, clause.predicate[0])]
    return bool(clause.chunks) and any(r is not None and r.pos == "NOUN" and r.case in ("", "Nom") for r in words)


def _owned_encounter(phrase: Phrase, chunks: list[Chunk], head: Chunk | None) -> Chunk | None:
    """Return the encounter if the head only owns it: өткен [облыс әкімдігінің (АА) кезекті есеп беру жиналысы]."""
    if head is None or not (head.function == "owner" or (head.kind_of == "unit" and head.function in ("", "subject"))):
        return head
    behind = phrase.pairs.get(head.last + 1, head.last) + 1 if phrase.lower(head.last + 1) == "(" else head.last + 1
    event = next((c for c in chunks if c.first >= behind and c.inside is None), None)
    if event is None or event.kind != "Event" or not event.possessed or event.first - behind > _BEFORE_ITS_NOUN:
        return head
    return event if all(_modifies(phrase, i) for i in range(behind, event.first)) else head


def _modifies(phrase: Phrase, at: int) -> bool:
    first = phrase.first(at)
    return phrase.tokens[at].kind == "word" and (first is None or first.case in ("", "Nom"))


def _nearest(phrase: Phrase, chunks: list[Chunk], before: int, eventful: bool, *, of_post: bool) -> list[Chunk]:
    """Return the chunks right before a participle: its adverbials, and the subject if that stands closest.

    Day and place belong to a participle that tells of an event (6 шілдеде өтетін саммит), not to арналған; a post to
    the verb of giving it (төраға болып [45 дауыс алған] X сайланды).
    """
    mine: list[Chunk] = []
    for chunk in reversed(chunks):
        if (not eventful and (chunk.kind == "Date" or chunk.function == "at")) or (
            chunk.function == "as" and not of_post
        ):
            break
        if chunk.kind == "Date" and phrase.lower(chunk.first - 1) == "(":
            break  # сапар (25–27 ақпан) барысында: the day of what stands before the bracket
        if chunk.function in _ADVERBIAL or chunk.kind in ("Date", "Number"):
            mine.insert(0, chunk)
            continue
        if mine and chunk.group >= 0 and chunk.group == mine[0].group:
            mine.insert(0, chunk)  # X, Y және Z қатысқан жиын
            continue
        beside = phrase.touching(chunk, before) or chunk.last >= before  # келіссөз жүргізген X
        if chunk.function in ("subject", "owner") and not mine and beside:
            mine.insert(0, chunk)
            eventful = eventful or chunk.kind == "Event"
            if chunk.group >= 0 or chunk.kind == "Event":
                continue  # кеше Бішкекте келіссөз жүргізген X
            if chunk.kind == "Role" and chunk.kind_of == "membership":
                continue  # 2012 жылдан X кеңесінің мүшесі саналатын Y: since when it is one
        break
    return mine
