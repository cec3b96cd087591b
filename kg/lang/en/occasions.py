"""Encounters that a clause tells of by another verb than that of holding or meeting.

X briefed reporters, lectured at the university      an encounter of its own, called by the verb
talks between X and Y were about fees                the noun has its sides and the clause its day
X was visited by Y, was the guest of Y               whoever visits a person meets that person
"""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.en.open_clauses import Open
from kg.lang.en.phrase import Phrase
from kg.lang.syntax import DAY, Chunk, Clause

_PRESS = cues("en").words["press-people"]
_BETWEEN_SIDES = cues("en").words["topping-agendas"]
_CALLED = {"brief": ("briefing", "Briefing"), "lecture": ("lecture", "Seminar")}
_FAR = 6  # tokens between briefed and the reporters


def tell_of_occasion(phrase: Phrase, item: Open) -> None:
    """Let a clause that tells of an encounter by the way tell that it was held, or who met."""
    clause, group = item.clause, item.group
    assert clause is not None
    if group is not None and group.kind == "gerund" and item.form == "converb":
        _on_the_day_before(item, clause)
    if group is None or clause.negated or clause.passive or not clause.past or item.form not in ("finite", "relative"):
        return
    if clause.lemma in _CALLED:
        _called_by_the_verb(phrase, item)
    elif clause.lemma == "visit" or (clause.lemma == "be" and "guest" in phrase.present):
        _visited_person(phrase, clause)
    elif clause.lemma in _BETWEEN_SIDES:
        _between_the_sides(clause)
    elif clause.concepts & {"join.in", "visit"}:
        _came_for_talks(phrase, clause)


def _on_the_day_before(item: Open, clause: Clause) -> None:
    """On 3 March, opening the seminar, X thanked the judges: the day is that of the seminar too."""
    outer = item.parent.clause if item.parent is not None else None
    told = clause.concepts & {"chair", "attend", "hold"} and any(c.kind == "Event" for c in clause.chunks)
    if outer is None or not told or clause.having("date"):
        return
    days = [d for d in outer.having("date") if d.kind_of == "on" and d.last < clause.predicate[0]]
    if len(days) == 1 and outer.past and item.group is not None and days[0].last >= item.group.first - 2:
        clause.chunks.append(days[0].again("date"))


def _called_by_the_verb(phrase: Phrase, item: Open) -> None:
    """On 3 March X briefed reporters in Oral, lectured at the University: a briefing, a lecture was held."""
    clause, group = item.clause, item.group
    assert clause is not None
    assert group is not None
    people = clause.having("subject", "Person")
    if not people or not clause.days or any(c.kind == "Event" for c in clause.chunks):
        return
    if clause.lemma == "brief" and not _before_the_press(phrase, item):
        return
    if clause.lemma == "lecture" and not clause.having("at", "Organization", "Place"):
        return
    label, kind = _CALLED[clause.lemma]
    event = phrase.chunk("Event", group.last, group.last, label=label, lemma=label, rule="encounter.by-verb")
    event.proper, event.kind_of, event.function, event.parties = False, kind, "object", list(people)
    event.flags |= {"new"}
    clause.concepts = frozenset({"hold"})
    clause.chunks.append(event)


def _before_the_press(phrase: Phrase, item: Open) -> bool:
    assert item.group is not None
    behind = range(item.group.last + 1, min(item.group.last + _FAR, phrase.size))
    where = range(item.begin, item.group.first) if item.group.passive else behind
    return any(phrase.lemmas[i] in _PRESS for i in where)


def _visited_person(phrase: Phrase, clause: Clause) -> None:
    """X visited Rector Y, was visited by Y, was the guest of Rector Y on 3 March: the two met."""
    guests = clause.having("subject", "Person") + [c for c in clause.having("subject", "Pronoun") if c.lemma != "it"]
    hosts = clause.having("object", "Person")
    if clause.lemma == "be":
        hosts = [c for c in clause.having("owner", "Person") if _guest_of(phrase, c)]
    if guests and hosts and clause.days:
        clause.say_they_met(hosts)


def _guest_of(phrase: Phrase, host: Chunk) -> bool:
    first = phrase.phrase_start(min([host.first, *(post.first for post in host.posts)]))
    return phrase.lower(first - 1) == "of" and phrase.lemma(first - 2) == "guest"


def _between_the_sides(clause: Clause) -> None:
    """Fees were the subject of talks on 3 March between X and Y: the talks were held."""
    events, sides = clause.having("owner", "Event"), clause.having("between", "Person")
    if len(events) == 1 and len(sides) > 1 and clause.days and not clause.having("subject", "Event"):
        for chunk in clause.having("subject"):
            chunk.function = ""
        events[0].function, clause.concepts = "subject", frozenset({"hold"})


def _came_for_talks(phrase: Phrase, clause: Clause) -> None:
    """X was joined in Oral by Y for talks on 3 March: they held them."""
    events = [e for e in clause.having("about", "Event") if phrase.lower(phrase.phrase_start(e.first) - 1) == "for"]
    one, other = clause.having("subject", "Person"), clause.having("object", "Person")
    if events and one and other and clause.days and events[0].kind_of in ("Negotiations", "Gathering"):
        clause.say_they_met(other)
        clause.chunks = [c for c in clause.chunks if c not in events]


def stay_since(clause: Clause) -> None:
    """A delegation has been staying in Riga since 5 October: its visit began then."""
    since = [d for d in clause.having("date") if d.kind_of == "since" and len(d.value) == DAY]
    here = clause.having("at", "Place", "Country")
    who = clause.having("subject", "Delegation", "Person")
    if clause.lemma != "stay" or not (since and here and who) or clause.negated:
        return
    clause.concepts, clause.past = frozenset({"visit"}), True
    since[0].kind_of, here[0].function = "on", "to"
