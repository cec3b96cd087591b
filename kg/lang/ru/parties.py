"""Who takes part in an encounter by its own phrase: встреча X с Y, переговоры между X и Y."""

from __future__ import annotations

from kg.lang.ru.phrase import Phrase
from kg.lang.syntax import Clause


def parties_of(phrase: Phrase, clause: Clause) -> None:
    """Give each encounter noun those whom its own phrase names: встреча X с Y, переговоры между X и Y."""
    chunks = sorted((c for c in clause.chunks), key=lambda c: c.first)
    verbs = range(clause.predicate[0], clause.predicate[1] + 1)
    for event in (c for c in chunks if c.kind == "Event"):
        edge = phrase.ends[event]
        for chunk in (c for c in chunks if c.first > event.last):
            if any(edge < v < chunk.first for v in verbs) and not clause.concepts & {"hold"}:
                break
            if chunk.function == "owner" and (phrase.begin_of(chunk) == edge + 1 or chunk.group >= 0):
                event.parties.append(chunk)
            elif chunk.function in ("with", "between"):
                event.parties.append(chunk)
                if event.lemma in ("встреча", "беседа", "разговор") and clause.passive is False:
                    event.kind_of = "BilateralMeeting"
            elif (
                chunk.function == "to"
                and event.kind_of == "Visit"
                and not ("visit" in clause.concepts and event.function != "subject")
                and chunk.kind in ("Place", "Country", "Organization")
            ):
                chunk.function = "at"
            elif chunk.kind == "Event":
                break
            edge = phrase.ends[chunk]
