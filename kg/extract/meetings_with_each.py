"""Several meetings that one plural tells of: held meetings with A and B, one with each."""

from __future__ import annotations

from kg.extract.encounters import Agenda, Encounter
from kg.extract.reader import Reader
from kg.extract.taking_part import add_actors
from kg.extract.when_and_where import day_of, narrative_day, set_day, set_place
from kg.lang.syntax import Chunk, Clause, Sentence

_WHO = frozenset({"Person", "Pronoun", "Role"})
_HELD = frozenset({"hold", "meet"})
_KINDS = frozenset({"BilateralMeeting", "Gathering"})


def with_each(reader: Reader, agenda: Agenda, number: int, sentence: Sentence, clause: Clause, event: Chunk) -> None:
    """Note a meeting of whoever held meetings with each of those who are named behind the noun."""
    told = clause.past and not (clause.negated or clause.future or sentence.title) and clause.modality == "asserted"
    if event.kind_of not in _KINDS or clause.concepts.isdisjoint(_HELD) or not told:
        return
    behind = [c for c in (*event.parties, *clause.having("with", "Person")) if c.first > event.last]
    behind = [c for c in dict.fromkeys(behind) if c.kind == "Person"]
    sides = [c for c in behind if c.function != "owner"]
    who = [c for c in behind if c.function == "owner"]
    if event.function == "object":
        who += [c for c in clause.subjects if c.kind in _WHO and c is not event]
    whose = {key for _, key in reader.actors(who) if key.startswith("person")}
    if len(whose) != 1 or len(sides) < 2 or event in sides:
        return
    for side in sides:
        quote = reader.quote(sentence, clause, event, side)
        new = Encounter(event.kind_of, event.lemma, number, sentence.line, quote, sentence.title, label=event.label)
        set_day(reader, new, day_of(reader, clause, sentence, event), quote)
        add_actors(reader, new, [*who, side], quote, "meeting.each", clause, 0.8)
        set_place(reader, new, sentence, clause, event)
        if not new.date:
            narrative_day(reader, agenda, new, sentence, clause)
        agenda.brought_up(new, fresh=True)
