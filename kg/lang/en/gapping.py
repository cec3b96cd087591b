"""What a list says without saying its verb again: X has been a member since 2002, Y since 1992.

X joined the Union in 2012 and the League in 2014    two bodies that X joined, each on its own day
X has been a member since 2002, Y since 1992         two members, each since its own day
"""

from __future__ import annotations

from dataclasses import replace

from kg.lang.cues import cues
from kg.lang.en.phrase import Phrase
from kg.lang.en.post_holders import extent
from kg.lang.syntax import Chunk, Clause

_ACTORS = ("Organization", "Country", "Person")
_LINKS = frozenset({",", "and", ";", "while", "but"})
_TELLING = frozenset({"join", "leave", "appoint", "work", "participate"})
_NEXT = 4  # tokens from a body to the phrase behind by
_WHOLES = cues("en").words["wholes"]
_REPRESENTING = cues("en").words["representing-sides"]


def gapped(phrase: Phrase, clauses: list[Clause]) -> list[Clause]:
    """Return a clause for each name that is followed by a day of its own, with the verb of the clause before it."""
    made = []
    for clause in clauses:
        _others_by(phrase, clause)
        if (sides := _the_other_side(clauses, clause)) is not None:
            made.append(sides)
        if (respective := _respectively(phrase, clause)) is not None:
            made.append(respective)
            continue
        if not clause.concepts & _TELLING:
            continue
        days = [c for c in clause.having("date") if c.first > clause.predicate[0]]
        if len(days) < 2 or not clause.subjects:
            continue
        for one in _said_after(phrase, clause, days):
            day = next(d for d in days if d.first > one.last)
            clause.chunks = [c for c in clause.chunks if c is not one and c is not day]
            made.append(_said_again(clause, one, day))
    return made


def _the_other_side(clauses: list[Clause], clause: Clause) -> Clause | None:
    """Kazakhstan was represented at the talks by X, the Georgian side by Y: Y attended them too."""
    if clause.form != "nominal":
        return None
    index = clauses.index(clause)
    before = clauses[index - 1] if index else None
    people = clause.having("by", "Person")
    if before is None or len(people) != 1 or not clause.having("subject", "Side", "Delegation"):
        return None
    if before.lemma not in _REPRESENTING or before.negated or before.passive:
        return None
    led = [c.again("object") for c in clause.having("subject")] if "lead" in before.concepts else []
    chunks = [people[0].again("subject"), *(c.again("to") for c in before.having("to", "Event")), *led]
    return replace(before, first=clause.first, last=clause.last, chunks=chunks, inherited=[], flags=set(before.flags))


def _respectively(phrase: Phrase, clause: Clause) -> Clause | None:
    """X and Y have been members since 2000 and 1992 respectively: each since its own day."""
    if "respectively" not in phrase.present:
        return None
    subjects = [c for c in clause.having("subject") if c.kind in _ACTORS]
    days = clause.having("date")
    if len(subjects) != 2 or len(days) != 2:
        return None
    if days[1].kind_of == "on":
        days[1].kind_of = days[0].kind_of
    clause.chunks = [c for c in clause.chunks if c is not subjects[1] and c is not days[1]]
    return _said_again(clause, subjects[1], days[1])


def _others_by(phrase: Phrase, clause: Clause) -> None:
    """The Agency was represented by its head, X, the Ministry by adviser Y: Y is at the Ministry."""
    if clause.lemma not in ("represent", "lead", "head"):
        return
    for body in [c for c in clause.chunks if c.kind == "Organization" and c.first > clause.predicate[1]]:
        last = extent(phrase, body)[1]
        behind = [c for c in clause.chunks if c.kind == "Person" and c.first > last]
        person = min(behind, key=lambda c: c.first, default=None)
        if person is None or phrase.lower(last + 1) != "by" or extent(phrase, person)[0] - last > _NEXT:
            continue
        if clause.lemma == "represent":
            body.function = "on-behalf"
        for post in person.posts:
            if post.owner is None or post.owner.first < body.first:
                post.owner = body
                post.flags -= {"of-pronoun"}


def _said_after(phrase: Phrase, clause: Clause, days: list[Chunk]) -> list[Chunk]:
    """Return the names behind the verb and its first day that nothing but a day follows: , Y since 1992."""
    named = [c for c in clause.chunks if c.kind in _ACTORS and c.first > days[0].last]
    linked = [c for c in named if phrase.lower(extent(phrase, c)[0] - 1) in _LINKS]
    return [c for c in linked if any(0 < day.first - c.last <= len("in") for day in days)]


def _said_again(clause: Clause, one: Chunk, day: Chunk) -> Clause:
    """Return the clause said again of another member, or of another body that the same one has joined."""
    wholes = clause.having("to", "Organization")
    alone = all(c.kind == "Pronoun" for c in clause.subjects)  # it joined X in 2003 and the ABC in 2018
    joined = bool(wholes) and one.kind == "Organization" and (one.lemma in _WHOLES or alone)
    if joined:
        chunks = [*(c.again("subject") for c in clause.subjects), one.again("to"), day.again("date")]
    else:
        rest = [c.again(c.function) for c in clause.chunks if c.function in ("as", "to", "at") and c.kind != "Date"]
        chunks = [one.again("subject"), *rest, day.again("date")]
    return replace(clause, first=one.first, last=day.last, chunks=chunks, inherited=[], flags=set(clause.flags))
