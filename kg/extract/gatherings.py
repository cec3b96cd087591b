"""Encounters that no noun and no verb of meeting tells of: a board that decides, people who come together somewhere.

1 марта правление рассмотрело заявления            a board that decides on a day is in session
5 сентября на посту собрались перевозчики          people came together, though none is named
15 ноября в библиотеке говорили о пандусах         so did those who talked
"""

from __future__ import annotations

from kg.extract.encounters import Agenda, Encounter
from kg.extract.reader import Reader
from kg.extract.taking_part import add_actors
from kg.extract.when_and_where import set_day, set_place, set_status
from kg.lang.syntax import Chunk, Clause, Sentence

_ACTORS = ("Person", "Organization", "Role", "Delegation")


def decides(reader: Reader, sentence: Sentence, clause: Clause) -> bool:
    """Tell whether a board, council or committee deals with something on a day that the clause names."""
    if "decide" not in clause.concepts or clause.form != "finite" or clause.negated or sentence.title:
        return False
    if clause.modality not in ("asserted", "planned") or own_day(clause) is None:
        return False
    if any(c.kind == "Event" and c.function in ("at", "to", "during") for c in clause.chunks):
        return False
    return any(_collegial(reader, c) for c in _sitting(clause))


def _sitting(clause: Clause) -> list[Chunk]:
    """Return the bodies that decide, or that are in session while it is decided: на коллегии утвердили план."""
    return clause.having("subject", "Organization") + clause.having("sitting", "Organization")


def _collegial(reader: Reader, chunk: Chunk) -> bool:
    """Tell whether a body decides by sitting together; a committee of a government is an office."""
    if chunk.plural or chunk.lemma not in reader.register.cues.words.get("gathers", frozenset()):
        return False
    office = chunk.lemma in reader.register.cues.words.get("office-too", frozenset())
    about = any(f" {word} " in chunk.label for word in reader.register.cues.words.get("of-a-field", ()))
    return not office or about or (chunk.owner is not None and chunk.owner.kind_of in ("state", ""))


def by_deciding(reader: Reader, agenda: Agenda, number: int, sentence: Sentence, clause: Clause) -> None:
    """Note the session that a board's deciding tells of, with whoever led it."""
    bodies = [c for c in _sitting(clause) if _collegial(reader, c)]
    quote = reader.quote(sentence, clause, *bodies)
    new = Encounter("Session", "", number, sentence.line, quote)
    set_day(reader, new, own_day(clause), quote)
    set_status(reader, new, clause)
    beside = clause.having("with", "Person") + [c for c in clause.having("with", "Role") if "together" in c.flags]
    add_actors(reader, new, bodies + beside, quote, "meeting.decided", clause, 0.8)
    set_place(reader, new, sentence, clause, None)
    if new.parts:
        agenda.brought_up(new)


def gathers(agenda: Agenda, sentence: Sentence, clause: Clause) -> bool:
    """Tell whether a clause has people come together on a day at a place, of whom no meeting has been told."""
    if clause.form != "finite" or clause.negated or sentence.title or clause.modality != "asserted":
        return False
    day = own_day(clause)
    if day is None:
        return False
    if any(c.kind == "Event" and c.function != "about" for c in clause.chunks):
        return False
    if not place_of(clause) and not clause.having("sitting"):
        return False
    current = agenda.current
    if current is not None and current.date == day.value and not current.planned:
        return False
    came = "gather" in clause.concepts and not any(c.kind == "Person" for c in clause.subjects)
    talks = clause.concepts & {"speak", "discuss"} or clause.having("sitting")
    talked = "nobody-named" in clause.flags and talks and not clause.passive
    return came or bool(talked)


def by_gathering(reader: Reader, agenda: Agenda, number: int, sentence: Sentence, clause: Clause) -> None:
    """Note the encounter of those who came together."""
    quote = reader.quote(sentence, clause)
    sitting = clause.having("sitting")
    new = Encounter("Session" if sitting else "Gathering", "", number, sentence.line, quote)
    set_day(reader, new, own_day(clause), quote)
    set_status(reader, new, clause)
    people = [c for c in (*clause.subjects, *sitting, *clause.having("with")) if c.kind in _ACTORS]
    add_actors(reader, new, people, quote, "meeting.gathered", clause, 0.8)
    set_place(reader, new, sentence, clause, None)
    agenda.brought_up(new)


def own_day(clause: Clause) -> Chunk | None:
    """Return the day on which a clause says that something was or will be done."""
    days = clause.days
    return days[-1] if days else None


def place_of(clause: Clause) -> list[Chunk]:
    """Return where a clause has something done: a venue, a town or at a body."""
    return [c for c in clause.having("at", "Place", "Organization") if c.proper or c.kind_of == "venue"]
