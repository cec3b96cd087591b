"""Clauses that are encounters by themselves: a body that meets, people who were somewhere on a day, what happened.

The Board convened in Semey; meeting online, it admitted X    a session of the body
The inspector was at the Academy on 5 March                   a visit
"""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.en.open_clauses import Open
from kg.lang.en.phrase import Phrase
from kg.lang.syntax import DAY, Clause

_CONVENING = cues("en").words["convening"]

_TIMES = cues("en").words["session-times"]

_TAKING_UP = cues("en").words["taking-up"]

_SITTING = cues("en").words["sitting"]

_FRAMING = cues("en").words["framing"]

_KEPT_AWAY = frozenset({"not", "missed", "unable", "never"})
_SENTENCE = 16  # tokens behind a verb among which it may be told what someone has missed

_ELSEWHERE = cues("en").words["elsewhere"]

_CAME = cues("en").words["came"]
_BEING_ON_A_VISIT = cues("en").words["being-on-a-visit"]


def _meets_a_thing(phrase: Phrase, clause: Clause) -> bool:
    """The Ministry meets the cost, the plant met its target: an object that is nobody is no session."""
    at = clause.predicate[1] + 1
    while phrase.tag(at) in ("D", "O", "J", "NUM") and phrase.taken[at] is None:
        at += 1
    bare = at < phrase.size and phrase.taken[at] is None and phrase.tags[at] == "N"
    return bare and phrase.lemma(at) not in _TIMES


def _takes_up_again(clause: Clause) -> bool:
    """The Committee will return to the bill on 22 February: it will sit that day."""
    if not clause.future or clause.lemma not in _TAKING_UP:
        return False
    days = clause.days
    bodies = clause.having("subject", "Organization")
    return bool(days and len(bodies) == 1 and bodies[0].lemma in _SITTING) and not any(
        c.kind == "Event" for c in clause.chunks
    )


def hold_session(phrase: Phrase, item: Open, clause: Clause) -> None:
    """The Board convened in Semey: a body that meets by itself holds a session."""
    if _takes_up_again(clause) and not clause.negated and not clause.passive:
        clause.concepts = frozenset({"meet"})
        clause.flags |= {"with-someone", "in-session"}
        return
    if clause.lemma == "constitute" and clause.passive and clause.having("date") and clause.having("at", "Place"):
        clause.concepts, clause.passive = frozenset({"meet"}), False  # the Committee was constituted in Karaganda
        clause.flags |= {"with-someone", "in-session"}
        return
    if _members_gathered(phrase, clause):
        clause.concepts = frozenset({"meet"})
        clause.flags |= {"with-someone", "in-session"}
        return
    if clause.lemma not in _CONVENING or clause.passive or clause.negated or _meets_a_thing(phrase, clause):
        return
    jointly = bool({"jointly", "together"} & set(phrase.lowers[clause.predicate[1] : clause.last + 1]))
    beside = ("Person", "Organization") if jointly else ("Person",)
    if any(c.kind not in beside or not (jointly or "together" in c.flags) for c in clause.having("with")):
        return  # the Committee will sit jointly with that of the other chamber: both are in session
    told_of = item.marker in ("due", "which", "that") and item.head is not None and item.head.kind != "Event"
    bodies = clause.having("subject") or ([item.head] if told_of and item.head is not None else [])
    if not bodies and item.group is not None and item.group.kind == "gerund" and item.parent is not None:
        outer = item.parent.clause  # the Board, meeting online, admitted X
        bodies = outer.having("subject") if outer is not None else []
        if outer is not None and not clause.having("date"):
            clause.chunks += [c.again("date") for c in outer.having("date")]
    if any(c.kind == "Role" and c.plural and c.lemma in _CAME and c.owner is None for c in bodies):
        _of_those_who_came(phrase, clause)
        return
    held = clause.having("object", "Event", "Person") + clause.having("to", "Event")
    its = bool(bodies) and bodies[0].kind == "Pronoun" and bodies[0].lemma == "it" and _takes_place_on(clause)
    if len(bodies) == 1 and (bodies[0].kind == "Organization" or its) and not held:
        clause.concepts = frozenset({"meet"})
        clause.flags |= {"with-someone", "in-session"}


def _takes_place_on(clause: Clause) -> bool:
    return bool(clause.days)


def _members_gathered(phrase: Phrase, clause: Clause) -> bool:
    """Members of the Presidium gathered: it was in session."""
    if clause.lemma not in _CONVENING or clause.negated or clause.having("to", "Event"):
        return False
    members = [r for r in clause.having("subject", "Role") if r.plural and r.kind_of == "membership"]
    collegial = phrase.cues.words["gathers"]
    return bool(members) and all(r.owner is not None and r.owner.lemma in collegial for r in members)


def what_happened(phrase: Phrase, item: Open) -> None:
    """What did happen was a round table; the mission ended with a briefing: it was held."""
    clause, before = item.clause, item.parent.clause if item.parent is not None else None
    assert clause is not None
    _framed_by(clause)
    if clause.lemma != "be" or "what" not in phrase.present:
        return
    opened = phrase.lower(item.begin) == "what" or phrase.lower(0) == "what"
    told = before is not None and bool(before.concepts & {"hold"} or before.lemma == "follow")
    if not opened or not told or clause.negated:
        return
    for event in clause.having("object", "Event"):
        event.function, clause.concepts, clause.form = "subject", frozenset({"hold"}), "finite"


def _framed_by(clause: Clause) -> None:
    """The mission ended with a press briefing in Semey: what something begins or ends with is held."""
    if clause.lemma not in _FRAMING or clause.negated or clause.passive:
        return
    framing = [c for c in clause.having("with", "Event") if "new" in c.flags or c.parties]
    framed = clause.having("subject")
    if len(framing) == 1 and framed and all(c.kind != "Person" for c in framed) and clause.past:
        framing[0].function, clause.concepts = "subject", frozenset({"hold"})
        for chunk in framed:
            chunk.function = ""


def there_was(phrase: Phrase, clause: Clause) -> None:
    """There was also a meeting with X: it was held."""
    if clause.lemma != "be" or phrase.lower(clause.predicate[0] - 1) != "there":
        return
    for event in clause.having("object", "Event"):
        if event.parties or clause.having("date"):  # there was talk of it: no encounter
            event.function, clause.concepts = "subject", frozenset({"hold"})


def _of_those_who_came(phrase: Phrase, clause: Clause) -> None:
    """Meeting in Semey, the delegates chose X; the participants gathered at the museum: so was what is told of held."""
    at = clause.predicate[0]
    event = phrase.chunk("Event", at, at, label="meeting", lemma="meeting", rule="encounter.of-those-who-came")
    event.proper, event.kind_of, event.function = False, "Gathering", "subject"
    event.flags |= {"this", "general"}
    clause.concepts, clause.past = frozenset({"hold"}), True
    clause.chunks = [c for c in clause.chunks if c.function not in ("subject", "object")] + [event]


def pay_visit(phrase: Phrase, clause: Clause) -> None:
    """The delegation was on an official visit to Kazakhstan: it paid one."""
    if clause.lemma not in _BEING_ON_A_VISIT or clause.negated:
        return
    if "home" in phrase.lowers[clause.predicate[1] + 1 : clause.predicate[1] + 3]:
        clause.concepts = clause.concepts - {"visit"}  # had flown home to Kyoto
    _was_there(phrase, clause)
    _stayed(clause)
    for event in clause.having("about", "Event"):
        if _ELSEWHERE & set(phrase.lowers[clause.predicate[1] : event.first]) and clause.lemma == "be":
            continue  # was away on a business trip: that is why he was not there
        if event.kind_of == "Visit" and phrase.lower(phrase.phrase_start(event.first) - 1) == "on":
            clause.concepts = frozenset({"visit"})
            event.function = "to"
            for date in clause.having("date"):
                date.kind_of = "on" if date.kind_of == "since" else date.kind_of  # it began that day


def brings_together(phrase: Phrase, clause: Clause) -> None:
    """The Fund brought foresters together for a seminar in Aralsk: the seminar was held."""
    behind = phrase.lowers[clause.predicate[1] + 1 : clause.last + 1]
    if clause.lemma not in ("bring", "gather", "call") or "together" not in behind or clause.negated:
        return
    events = [e for e in clause.having("about", "Event") if phrase.lower(phrase.phrase_start(e.first) - 1) == "for"]
    if events:
        clause.concepts = frozenset({"hold"})
        events[0].function = "object"
        events[0].flags.add("organised")


def send_delegation(clause: Clause) -> None:
    """The Bank sent a delegation to Oral on 5 April: the delegation, which is the Bank's, went there."""
    if clause.lemma not in ("send", "dispatch") or clause.passive or clause.negated:
        return
    sent, bodies = clause.having("object", "Delegation"), clause.having("subject", "Organization")
    if len(sent) != 1 or not clause.having("to", "Place", "Country", "Organization", "Event"):
        return
    sent[0].function = "subject"
    sent[0].owner = sent[0].owner or next(iter(bodies), None)
    for body in bodies:
        body.function = ""
    clause.concepts = frozenset({"attend" if clause.having("to", "Event") else "visit"})


def _stayed(clause: Clause) -> None:
    """A delegation stayed in Karaganda from 27 to 29 September: it was on a visit there."""
    days = [d for d in clause.having("date") if len(d.value) == DAY and (d.names or d.kind_of == "on")]
    where = [c for c in clause.having("at", "Place", "Country") if c.proper]
    spent = clause.lemma == "spend" and clause.past and clause.having("subject", "Person", "Delegation")
    stayed = clause.lemma == "stay" and clause.having("subject", "Delegation")
    if days and where and (stayed or spent) and not clause.passive:
        clause.concepts = frozenset({"visit"})
        where[0].function = "to"


def _was_there(phrase: Phrase, clause: Clause) -> None:
    """The inspector general was at the Academy on 5 March: someone who was somewhere on a day went there."""
    told = set(phrase.lowers[clause.predicate[1] : clause.predicate[1] + _SENTENCE])
    if clause.lemma != "be" or not clause.past or told & _KEPT_AWAY:
        return  # was in Almaty on 5 March and did not join the call: only why he was not there
    days = clause.days
    where = [c for c in clause.having("at") if c.kind in ("Place", "Organization", "Country") and c.proper]
    others = (
        clause.having("as") + clause.having("object") + clause.having("at", "Event") + clause.having("subject", "Event")
    )
    behind = bool(where) and phrase.phrase_start(where[0].first) == clause.predicate[1] + 2
    if days and behind and not others and clause.having("subject", "Person"):
        clause.concepts = frozenset({"visit"})
        where[0].function = "to"
