"""Who an English clause says takes part in a programme: its partners, those who run it, those whose it is."""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.en.morphology import forms_of
from kg.lang.en.open_clauses import Open
from kg.lang.en.phrase import Phrase
from kg.lang.syntax import Chunk, Clause

_CARRIERS = cues("en").words["program-carriers"]

_INCLUDING = cues("en").words["including"]
_RUNNING = frozenset({"carry", "implement", "run", "execute", "conduct"})
_TOGETHER = frozenset({"together", "jointly"})
_COOPERATING = cues("en").words["cooperating"]
_BELONGING = cues("en").words["partners"]


def take_part_in_program(phrase: Phrase, item: Open) -> None:
    """X has been one of the partners of the programme; among its participants are X and Y."""
    clause, group = item.clause, item.group
    assert clause is not None
    if clause.concepts & {"carry.out"} and (_on_program(clause) or clause.having("object", "Program")):
        for partner in clause.having("with", "Organization"):
            partner.flags.add("together")  # run by the Bank with its partners X and Y
    if group is not None and clause.concepts & {"carry.out"} and not clause.passive:
        for chunk in clause.having("at", "Program")[:1]:
            chunk.function = "to"  # in the programme X and Y are running courses
            clause.concepts = (clause.concepts | {"participate"}) - {"hold"}
            for event in clause.having("object", "Event"):
                event.function = ""
    if clause.lemma in _COOPERATING and clause.having("to", "Program"):
        for partner in clause.having("with", "Organization"):
            partner.flags.add("together")  # in the programme it works side by side with X
    _included(clause)
    _jointly_within(phrase, clause)
    if group is None or group.lemma not in ("be", "become", "remain", "include", "comprise"):
        return
    _those_who_do(phrase, item)
    _said_of_the_name(item)
    if _defined_as(clause):
        return
    programs = clause.having("owner", "Program") + clause.having("at", "Program") + clause.having("to", "Program")
    programs = programs or _whose_executors(phrase, item)
    between = range(item.begin, min(clause.last + 1, phrase.size))
    if not programs or not any(phrase.lemma(i) in _BELONGING for i in between):
        return
    clause.concepts = clause.concepts | {"participate"}
    programs[0].function = "to"
    if not clause.having("subject", "Organization", "Person", "Country", "Place", "Pronoun") and not clause.inherited:
        for chunk in clause.having("object", "Organization"):
            chunk.function = "subject"


def _those_who_do(phrase: Phrase, item: Open) -> None:
    """Besides X, those carrying it out are Y and Z: who is behind the verb runs the programme that is spoken of."""
    clause = item.clause
    assert clause is not None
    before = range(item.begin, clause.predicate[0]) if clause.lemma == "be" and "those" in phrase.present else ()
    doing = [i for i in before if phrase.lower(i - 1) == "those" and phrase.lower(i).endswith("ing")]
    told = doing and any(form.base in _RUNNING for form in forms_of(phrase.lower(doing[0])))
    named = [c for c in clause.chunks if doing and c.first > doing[0] and c.last < clause.predicate[0]]
    programs = [c for c in named if c.kind == "Program" or (c.kind == "Pronoun" and c.lemma == "it")]
    who = [c for c in clause.having("object", "Organization") if c.first > clause.predicate[1]]
    if not told or len(programs) != 1 or not who or clause.negated:
        return
    clause.concepts = frozenset({"carry.out"})
    programs[0].function = "object"
    for chunk in who:
        chunk.function = "subject"


def _jointly_within(phrase: Phrase, clause: Clause) -> None:
    """X, Y and Z have been working together within the programme; X cooperates with Y under it: all take part."""
    words = set(phrase.lowers[clause.first : clause.last + 2])
    joint = bool(words & _TOGETHER) or clause.lemma in _COOPERATING
    within = clause.having("at", "Program") if joint else []  # in the project X and Y are together building
    programs = [c for c in clause.chunks if c.kind == "Program" and (c in within or _frames(phrase, c))]
    if len(programs) != 1 or clause.passive:
        return
    bodies = clause.having("subject", "Organization", "Country")
    others = clause.having("with", "Organization") if clause.lemma in _COOPERATING else []
    if not joint or len(bodies) + len(others) < 2:
        return
    clause.concepts = frozenset({"participate"})
    programs[0].function = "to"
    for chunk in others:
        chunk.flags.add("together")


def _frames(phrase: Phrase, program: Chunk) -> bool:
    """Tell whether a programme is what something is done within: under, as part of, in the framework of it."""
    start = phrase.phrase_start(program.first)
    return (
        program.function == "during"
        or phrase.lower(start - 1) in ("within", "under")
        or (phrase.lower(start - 1) == "of" and phrase.lower(start - 2) in ("part", "framework"))
    )


def _included(clause: Clause) -> None:
    """X was included in the programme, has been taken into the project, and Y in 2020: both take part in it."""
    programs = [c for c in clause.chunks if c.kind == "Program" and c.function in ("at", "to")]
    if clause.lemma not in _INCLUDING or not clause.passive or len(programs) != 1:
        return
    if clause.having("subject", "Organization", "Person", "Place", "Pronoun"):
        clause.concepts, clause.passive = frozenset({"participate"}), False
        programs[0].function = "to"


def _said_of_the_name(item: Open) -> None:
    """Fair Start is a scheme in which X takes part: what is said of the noun is said of the name."""
    clause = item.clause
    assert clause is not None
    named = [c for c in clause.having("subject", "Program") if c.proper]
    nouns = [c for c in clause.having("object", "Program") if not c.proper]
    for nested in item.nested if len(named) == 1 and clause.lemma == "be" and not clause.negated else ():
        if nested.head in nouns and nested.clause is not None:
            nested.head = nested.clause.head = named[0]


def _defined_as(clause: Clause) -> bool:
    """X is a joint initiative of A and B: theirs, so they take part in it."""
    named = [c for c in clause.having("subject", "Program") if c.proper]
    nouns = clause.having("object", "Program")
    whose = clause.having("owner", "Organization")
    if clause.lemma != "be" or not named or not nouns or not whose or clause.negated:
        return False
    clause.concepts = frozenset({"participate"})
    named[0].function, nouns[0].function = "to", ""
    for body in whose:
        body.function = "subject"
    return True


def _on_program(clause: Clause) -> bool:
    return clause.head is not None and clause.head.kind == "Program"


def _whose_executors(phrase: Phrase, item: Open) -> list[Chunk]:
    """X and Y have become its executors: of the programme spoken of."""
    clause, group = item.clause, item.group
    assert clause is not None
    assert group is not None
    for i in range(group.last + 1, min(group.last + 5, phrase.size)):
        its = phrase.lower(i) in ("its", "his", "their") and phrase.lemma(i + 1) in _CARRIERS
        if its and phrase.taken[i + 1] is None and clause.subjects:
            chunk = phrase.chunk("Program", i + 1, i + 1, label="programme", lemma="programme", rule="program.its")
            chunk.proper, chunk.function = False, "to"
            clause.chunks.append(chunk)
            return [chunk]
    return []
