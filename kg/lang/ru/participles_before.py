"""Clauses of participles that stand before their noun: намеченный на 18 июня круглый стол."""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.ru.clause_of_predicate import clause_of
from kg.lang.ru.morphology import ADJECTIVES
from kg.lang.ru.phrase import Phrase
from kg.lang.ru.verbs import Predicate, modality_of, verb_at
from kg.lang.syntax import Chunk, Clause

_WORDS = cues("ru").words
# Participles that say nothing but which one: следующее заседание.
_MERE_ADJECTIVES = _WORDS["mere-adjectives"]
# Those that are so of an encounter where nothing stands with them: в открытом заседании, на расширенном совещании.
_OF_ENCOUNTERS = _WORDS["of-encounters"]
# Those that tell which of its bodies: руководящий комитет, управляющая компания.
_OF_BODIES = _WORDS["of-bodies"]

_LEADS = _WORDS["leads"]


def clauses_before_nouns(phrase: Phrase, clauses: list[Clause], chunks: list[Chunk]) -> list[Clause]:
    """Make a clause of each participle that stands before its noun: намеченный на 18 июня круглый стол."""
    found = []
    for at, forms in enumerate(phrase.forms):
        if not forms or forms[0].pos not in ADJECTIVES:
            continue
        form = next((f for f in forms if f.pos == "PRTF" and f.lemma not in _MERE_ADJECTIVES), None)
        if form is None or any(c.predicate[0] == at for c in clauses):
            continue
        head = _noun_of(phrase, chunks, at)
        if head is None or head.kind == "Date":
            continue
        if phrase.taken[at] is not None and phrase.taken[at] is not head:
            continue
        alone = at + 1 >= (head.first if phrase.begin_of(head) <= at else phrase.begin_of(head))
        if alone and head.kind == "Event" and form.lemma in _OF_ENCOUNTERS:
            continue
        if alone and head.kind == "Organization" and form.lemma in _OF_BODIES:
            continue
        inner = (
            [c for c in chunks if at < c.first and c.last < phrase.begin_of(head) and c.inside is None]
            if phrase.begin_of(head) > at
            else []
        )
        tokens = list(range(at, phrase.begin_of(head) if phrase.begin_of(head) > at else at + 1))
        predicate = Predicate([at], form, [form])
        clause = clause_of(phrase, predicate, tokens, "relative")
        modality = modality_of(phrase, form.lemma, tokens)
        if not clause.concepts and not modality:
            continue
        clause.head = head
        clause.modality = modality or "asserted"
        clause.chunks = inner
        for other in clauses:
            other.chunks = [c for c in other.chunks if c not in inner]
        clause.first = min([c.first for c in inner], default=at)
        found.append(clause)
    return found


def _noun_of(phrase: Phrase, chunks: list[Chunk], at: int) -> Chunk | None:
    forms = [f for f in phrase.forms[at] if f.pos == "PRTF"]
    own = next((g for g in phrase.groups.values() if g.first <= at < g.head), None)
    if own is not None and phrase.taken[own.head] is None:
        return None  # на уточняющий вопрос X: said of a noun that is no chunk
    leads = bool(forms) and not forms[0].passive and not phrase.lemmas(at).isdisjoint(_LEADS)
    for chunk in chunks:
        if leads and chunk.kind == "Organization":
            continue  # возглавляющий МВФ Павел Носов: whoever leads is a person, what shows no case is led
        begin, g = phrase.begin_of(chunk), phrase.grammar[chunk]
        if begin <= at < chunk.last and chunk.inside is None:
            return chunk
        if begin > at + 8 or chunk.inside is not None:
            continue
        if begin > at and not any(
            phrase.tokens[i].text in ",.;:" or verb_at(phrase, i) is not None for i in range(at + 1, begin)
        ):
            if phrase.preposition(begin)[0]:
                continue
            if any(
                f.case in g.cases
                and g.number in ("", f.number)
                and (f.number == "Plur" or not g.gender or f.gender == g.gender)
                for f in forms
            ):
                return chunk
    return None
