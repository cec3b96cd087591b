"""What was set for one day and then moved, held or called off: the day that counts, and those that no longer do."""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.en.open_clauses import Open
from kg.lang.en.phrase import Phrase
from kg.lang.syntax import Chunk, Clause

_SETTING = cues("en").words["setting"]
_TOWARDS = frozenset({"to", "until", "till", "for"})
MOVING = cues("en").words["moving"]


def move(phrase: Phrase, item: Open) -> None:
    """Postponed from May 5 to May 7: the day that something is moved to counts, not the one that it was set for."""
    assert item.clause is not None
    dates = [c for c in item.clause.chunks if c.kind == "Date"]
    new = [
        d
        for d in dates
        if d.kind_of in ("until", "by") or {phrase.lower(d.first - 1), phrase.lower(d.first)} & _TOWARDS
    ]
    for date in new[-1:]:
        date.kind_of = "on"
        date.flags.add("towards")
        for other in dates:
            if other is not date:
                other.kind_of = "not"


def forget_old_days(found: list[Open]) -> None:
    """Leave out the day that an encounter was set for where its sentence tells what became of it."""
    for item in found:
        clause = item.clause
        if clause is None or not (_was_to_be(item) or (clause.form != "finite" and clause.lemma in _SETTING)):
            continue
        event = _said_of(clause)
        if event is None or not (clause.having("date") or _was_to_be(item)):
            continue
        others = [o.clause for o in found if o is not item and o.clause is not None and _tells_fate(o.clause, event)]
        if others:
            clause.concepts = frozenset()
            for date in clause.having("date"):
                date.kind_of = "not"
            for place in clause.having("at"):
                place.function = ""  # which was to be held in Taraz, took place in Ridder


def _was_to_be(item: Open) -> bool:
    """The session, which was to be held on March 10: so it was meant."""
    group = item.group
    return group is not None and group.past and group.modal == "would" and item.form in ("relative", "finite")


def _said_of(clause: Clause) -> Chunk | None:
    if clause.head is not None and clause.head.kind == "Event":
        return clause.head
    return next((c for c in clause.subjects if c.kind == "Event"), None)


def _tells_fate(clause: Clause, event: Chunk) -> bool:
    """Tell whether a clause says of the encounter when it was held, or that it was moved or called off."""
    if event not in clause.chunks and event not in clause.subjects:
        return False
    return clause.modality == "cancelled" or clause.negated or any(c.kind == "Date" for c in clause.chunks)
