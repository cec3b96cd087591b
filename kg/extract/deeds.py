"""What was done on a day before others is an encounter, though no noun or verb calls it one.

X handed Y a manuscript in Almaty on 28 September. … Present at the ceremony were Z     the ceremony is that deed
X presented the results to Y on 2 August. Present were Z                                so is what they were present at
"""

from __future__ import annotations

from kg.extract.encounters import Encounter
from kg.extract.reader import Reader
from kg.extract.taking_part import add_actors
from kg.extract.when_and_where import set_day, set_place
from kg.lang.syntax import Chunk, Clause, Sentence

# Deeds that are encounters by themselves, that nobody watches, or that only say something.
_OTHERS = frozenset(
    {"meet", "receive", "visit", "hold", "attend", "appoint", "dismiss", "join", "leave", "chair", "work"}
)
_PARAGRAPHS = 2


def deed_before(reader: Reader, sentence: Sentence, *, same_paragraph: bool) -> tuple[Sentence, Clause, Chunk] | None:
    """Return the last deed of people before a sentence that has a day of its own, with that day."""
    lines = range(sentence.line - (0 if same_paragraph else _PARAGRAPHS), sentence.line + 1)
    for earlier in reversed(
        [s for s in reader.sentences if s.end <= sentence.start and s.line in lines and not s.title]
    ):
        for clause in reversed(earlier.clauses):
            days = clause.days
            if days and (_deed(clause) or occasion(clause)):
                return earlier, clause, days[-1]
    return None


def occasion(clause: Clause) -> bool:
    """Сегодня в филармонии подвели итоги конкурса: what people do in public somewhere, though none of them is named."""
    held = clause.form == "finite" and clause.past and not clause.negated and clause.modality == "asserted"
    public = "celebrate" in clause.concepts and "nobody-named" in clause.flags
    return held and public and bool(clause.having("at", "Place", "Organization"))


def _deed(clause: Clause) -> bool:
    held = clause.form == "finite" and clause.past and not clause.negated and not clause.passive
    people = any(c.kind == "Person" for c in clause.subjects)
    return held and people and clause.modality == "asserted" and not clause.concepts & _OTHERS


def encounter_of_deed(reader: Reader, number: int, told: tuple[Sentence, Clause, Chunk]) -> Encounter:
    """Return the encounter that a deed was: its day and place, who did it, and before whom."""
    sentence, clause, _ = told
    quote = reader.quote(sentence, clause, *clause.subjects)
    new = Encounter("Gathering", "", number, sentence.line, quote)
    add_deed(reader, new, told)
    return new


def add_deed(reader: Reader, encounter: Encounter, told: tuple[Sentence, Clause, Chunk]) -> None:
    """Give an encounter the day and place of a deed, and who did it and before whom."""
    sentence, clause, day = told
    quote = reader.quote(sentence, clause, *clause.subjects)
    set_day(reader, encounter, day, quote)
    set_place(reader, encounter, sentence, clause, None)
    before = [c for c in clause.having("to") if c.kind in ("Person", "Organization", "Role")]
    people = [c for c in clause.subjects if c.kind == "Person"]
    add_actors(reader, encounter, people + before, quote, "meeting.deed", clause, 0.75)
