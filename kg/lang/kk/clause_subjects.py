"""Who does what in the clauses of a Kazakh sentence: subjects that are shared, and those of complements."""

from __future__ import annotations

from itertools import pairwise

from kg.lang.kk.phrase import Phrase
from kg.lang.syntax import Chunk, Clause

_SUBJECTS = ("Person", "Organization", "Country", "Delegation", "Side", "Pronoun", "Place")

_ENCOUNTERED = frozenset({"meet", "receive", "hold", "visit"})


def share_subjects(phrase: Phrase, clauses: list[Clause]) -> None:
    """Let a clause without a subject have that of the one before, and a complement give up what is the matrix's.

    ОСК Төрағасы Имашев [Комиссия мүше екенін] айтты: of two subjects before a complement the first says it.
    """
    waiting: list[Chunk] = []
    previous: list[Chunk] = []
    within: list[Chunk] = []
    for index, clause in enumerate(clauses):
        if clause.form == "relative":
            _of_its_head(clause)
            continue
        own = [c for c in clause.having("subject", *_SUBJECTS, "Role") if c.kind_of != "membership"]
        if clause.form == "complement":
            own, given_up = _of_complement(phrase, clause, own)
            waiting = waiting or given_up
            within = own or within
        if clause.form == "complement" and not own and within:
            clause.inherited = list(within)
        elif not clause.having("subject", *_SUBJECTS) or (clause.form == "finite" and waiting and not own):
            clause.inherited = list(waiting if clause.form in ("finite", "converb") and waiting else previous)
        elif clause.form != "complement":
            previous = own
        elif own and not waiting:
            previous = previous or own
        if clause.form == "finite" and "speak" in clause.concepts:
            _reported(clauses[:index], clause.subjects)
    _appositions(clauses)


def _of_its_head(clause: Clause) -> None:
    """Киммен келіссөз жүргізген Имашев, Имашев қабылдаған Ким: whoever a participle is said of acts or is acted on."""
    head = clause.head
    if head is None or head.kind != "Person" or clause.passive or clause.concepts.isdisjoint(_ENCOUNTERED):
        return
    if not clause.having("subject", *_SUBJECTS, "Role"):
        clause.inherited = [head]
        for event in clause.having("subject", "Event"):
            event.function = "object"  # көшпелі жиын өткізген әкім X
    elif "receive" in clause.concepts and clause.having("subject", "Person") and not clause.having("object"):
        clause.chunks.append(head.again("object"))


def _appositions(clauses: list[Clause]) -> None:
    """Қордың мүшесі, Арқа қоғамы кеңсе ашты: what a membership before a comma is said of stands right behind it."""
    for clause, later in pairwise(clauses):
        roles = clause.having("subject", "Role")
        alone = clause.form == "nominal" and len(clause.chunks) == len(roles) == 1 and not clause.inherited
        if alone and roles[0].kind_of == "membership" and roles[0].owner is not None:
            behind = roles[0].last + 2
            clause.inherited = [c for c in later.having("subject", "Organization", "Country") if c.first == behind]


def _of_complement(phrase: Phrase, clause: Clause, own: list[Chunk]) -> tuple[list[Chunk], list[Chunk]]:
    """Return the subjects that a complement keeps and those that it leaves to the verb of the sentence.

    Имашев [ОСК-ның бағдарламаға қосылғанын] айтты: its subject stands in the genitive;
    Қожабек [семинар өтетінін] хабарлады: the encounter is its subject; of two bare ones it keeps the second.
    """
    if "join" in clause.concepts:
        _free_members(phrase, clause)
    owners = clause.having("owner", "Organization", "Country", "Person", "Place")
    if owners:
        given_up, own = own, owners
        for chunk in owners:
            chunk.function = "subject"
    elif own and (any(c.kind == "Event" for c in clause.having("subject")) or _has_a_subject(phrase, clause, own)):
        given_up = own
    elif _groups(own) > 1:
        given_up = [c for c in own if c is own[0] or (c.group >= 0 and c.group == own[0].group)]
    else:
        given_up = []
    clause.chunks = [c for c in clause.chunks if c not in given_up]
    return own, given_up


def _free_members(phrase: Phrase, clause: Clause) -> None:
    """Қазақстанның | Дүниежүзілік сауда ұйымына мүше болғанын: a state owns no body of the world, it joins it."""
    for whole in clause.having("to", "Organization"):
        state = whole.owner
        if state is None or state.kind != "Country" or state.inside is not whole or state.last != whole.first - 1:
            continue
        if phrase.lower(whole.first) in phrase.cues.words["reaches-beyond"]:
            whole.owner, state.inside, state.function = None, None, "owner"
            clause.chunks.append(state)


def _has_a_subject(phrase: Phrase, clause: Clause, own: list[Chunk]) -> bool:
    """Имашев [қаржының аз бөлінгенін] айтты: a noun in the genitive that no chunk has is what the complement is of."""
    reading = phrase.verbal(clause.predicate[1])
    if reading is None or reading.possessor != "3" or reading.case != "Acc":
        return False
    words = (phrase.first(i) for i in range(own[-1].last + 1, clause.predicate[0]) if phrase.taken[i] is None)
    return any(r is not None and r.pos == "NOUN" and r.case == "Gen" for r in words)


def _reported(earlier: list[Clause], speaker: list[Chunk]) -> None:
    """Note whose words the complements before a verb of saying are."""
    for clause in earlier:
        if clause.form == "complement" and speaker:
            clause.said_by = speaker[0]


def _groups(chunks: list[Chunk]) -> int:
    return len({c.group if c.group >= 0 else -2 - i for i, c in enumerate(chunks)})
