"""People whom a clause has together on a day, whatever its verb: X lunched with Y, saw Y off, handed Y the keys.

X spent the morning with Y on 3 March; over a lunch X and Y went over the rules   company that the clause names
Y was seen off by X; X handed the keys to Y                                       a deed that takes two who are there
The Committee questioned experts on 3 March                                       the Committee sat
"""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.en.open_clauses import Open
from kg.lang.en.phrase import Phrase
from kg.lang.en.post_holders import extent
from kg.lang.syntax import Chunk, Clause

_WORDS = cues("en").words
_APART = _WORDS["apart"]
_ESCORTING = _WORDS["keeping-company"]
_HANDING = _WORDS["handing-in-person"]
_SHARING = _WORDS["doing-together"]
_QUESTIONING = _WORDS["questioning"]
_SITTING = _WORDS["sitting"]
_ROOMS = _WORDS["rooms"]
_TOLD_OTHERWISE = frozenset(
    ["meet", "receive", "visit", "attend", "join", "leave", "appoint", "dismiss", "chair", "hold", "participate"]
)
_ACCOMPANYING = _WORDS["accompanying"]
_OVER = frozenset({"over", "at", "during", "in"})


def were_together(phrase: Phrase, item: Open) -> None:
    """Let a clause that has two named people in each other's company on a day say that they met."""
    clause, group = item.clause, item.group
    assert clause is not None
    if group is None or clause.negated or not clause.past or item.form not in ("finite", "relative"):
        return
    if clause.passive and "presence" in phrase.present and not clause.having("subject", "Person"):
        _in_their_presence(clause)
    nowhere = "visit" in clause.concepts and not clause.having("to") and not clause.having("subject", "Delegation")
    otherwise = _TOLD_OTHERWISE - {"visit"} if nowhere else _TOLD_OTHERWISE
    if clause.lemma in _APART or not otherwise.isdisjoint(clause.concepts):
        return
    who = [c for c in clause.having("subject", "Person", "Pronoun", "Delegation") if c.lemma != "it"]
    if clause.lemma in _QUESTIONING and _questioned(clause):
        clause.concepts = frozenset({"meet"})
        clause.flags |= {"with-someone", "in-session"}
    elif who and _on_a_day(clause, item) and _no_other_encounter(phrase, clause):
        _meet(phrase, clause, who + _escorts(item))


def _meet(phrase: Phrase, clause: Clause, who: list[Chunk]) -> None:
    escorts = [c for c in who if c.function == "with"]
    clause.chunks += escorts
    company = escorts or [c for c in clause.having("with", "Person") if not _absolute(phrase, c)]
    handed = clause.lemma in _HANDING and (clause.having("object") or clause.having("to", "Person"))
    seen_off = clause.lemma == "see" and phrase.lower(clause.predicate[1] + 1) == "off"
    if clause.lemma in _ESCORTING or seen_off or (handed and not company):
        company += [c for c in clause.chunks if c.kind == "Person" and c.function in ("object", "to")]
    people = [c for c in who if c.kind == "Person" and not c.plural]
    if not company and (clause.lemma not in _SHARING or len(people) < 2):
        return
    clause.say_they_met(company)
    clause.chunks = [c for c in clause.chunks if c.kind != "Event"]


def _in_their_presence(clause: Clause) -> None:
    """The bridge was opened on 3 March in the presence of X and Y: the two met there."""
    people = [c for c in clause.having("with", "Person") if "together" in c.flags]
    if len(people) > 1 and clause.days and not any(c.kind == "Event" for c in clause.chunks):
        for chunk in clause.having("subject"):
            chunk.function = "object"
        people[0].function, clause.passive, clause.concepts = "subject", False, frozenset({"meet"})


def _escorts(item: Open) -> list[Chunk]:
    """X, accompanied by Y, inspected the bridge: Y did so too."""
    inner = (nested.clause for nested in item.nested if nested.clause is not None and nested.marker == "participle")
    led = [one for one in inner if one.lemma in _ACCOMPANYING and not one.passive]
    return [c.again("with") for one in led for c in one.having("subject", "Person")]


def _absolute(phrase: Phrase, person: Chunk) -> bool:
    """With X abstaining, with Y second: what was so meanwhile, no company."""
    last = max(extent(phrase, person)[1], person.last)
    return phrase.tag(last + 1) in ("G", "X", "J", "NUM") or phrase.lower(last + 1) in ("as", "to")


def _on_a_day(clause: Clause, item: Open) -> bool:
    """Tell whether a clause has a day, its own or that of a participle that opens it: so leaving Semey on 3 March."""
    if clause.days:
        return True
    for nested in item.nested:
        group, inner = nested.group, nested.clause
        if group is None or inner is None or group.kind != "gerund" or nested.form != "converb":
            continue
        if inner.predicate[0] < clause.predicate[0] and not group.perfect and not inner.concepts & {"meet"}:
            days = inner.days[:1]
            clause.chunks += [day.again("date") for day in days]
            return bool(days)
    return False


def _no_other_encounter(phrase: Phrase, clause: Clause) -> bool:
    """Tell whether a clause names no encounter but a meal over which people sit: over a working breakfast."""
    events = [c for c in clause.chunks if c.kind == "Event"]
    return all(
        "new" in e.flags and e.kind_of == "Gathering" and phrase.lower(phrase.phrase_start(e.first) - 1) in _OVER
        for e in events
    )


def _questioned(clause: Clause) -> bool:
    """Experts were questioned by the Committee on 3 March: it sat that day."""
    bodies = clause.having("subject", "Organization")
    whom = clause.having("object", "Person", "Role", "Delegation")
    sat = len(bodies) == 1 and bodies[0].proper and bodies[0].lemma in _SITTING
    return sat and bool(whom) and bool(clause.days) and not any(c.kind == "Event" for c in clause.chunks)


def shared_the_table(phrase: Phrase, clause: Clause) -> None:
    """X shared the platform with Y: both were at what is told of."""
    if clause.lemma != "share" or clause.negated or not clause.past or clause.days:
        return
    seat = any(phrase.lemma(i) in _ROOMS for i in range(clause.predicate[1] + 1, clause.predicate[1] + 4))
    company = clause.having("with", "Person")
    if seat and company and clause.having("subject", "Person", "Role", "Pronoun"):
        clause.concepts = frozenset({"attend"})
        for chunk in company:
            chunk.function = "subject"
