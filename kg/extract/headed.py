"""The day and place that a line of their own gives to an encounter.

Когда и где: 16 декабря, Риддер.                     a label says what the line is for
Служба коммуникаций, 8 апреля 2024 года.             under a headline that names an encounter: when and where it was
"""

from __future__ import annotations

from kg.extract.encounters import Agenda, Encounter
from kg.extract.reader import Reader
from kg.extract.when_and_where import set_day, set_status
from kg.lang.syntax import DAY, Chunk, Clause, Sentence
from kg.records import Span

_LABEL = 6  # tokens within which the colon of a label stands: ● Когда и где:
_DATELINE = 12  # tokens of a line that says nothing but where and when
_NEAR = 2  # lines below a label of which it speaks


def by_dateline(reader: Reader, agenda: Agenda, number: int, sentence: Sentence, clause: Clause) -> None:
    """Bring up the encounter of a headline, or of the label's text, with the day and place that a line gives it."""
    if sentence.title or clause.form != "nominal" or any(c.form != "nominal" for c in sentence.clauses):
        return
    day = _only_day(clause)
    headed = [e for e in agenda.encounters if e.title and not e.date and not e.denied and not e.cancelled]
    told = _is_dateline(clause) or labelled(reader, sentence)
    if day is None or not headed or agenda.current is not None or not told:
        return
    if any(s.line != sentence.line and not s.title and s.end <= sentence.start for s in reader.sentences):
        return
    if _dated_otherwise(reader, sentence, day.value):
        return
    title = headed[-1]
    quote = Span(sentence.start, sentence.end)
    new = Encounter(title.kind, title.lemma, number, sentence.line, quote, label=title.label)
    set_day(reader, new, day, quote)
    set_status(reader, new, clause)
    set_own_place(reader, new, clause.chunks, quote)
    agenda.brought_up(new)


def _dated_otherwise(reader: Reader, dateline: Sentence, day: str) -> bool:
    """Рига, 12 сентября. X встретился 11 сентября с Y: the story's first sentence has a day of its own."""
    behind = next((s for s in reader.sentences if s.start >= dateline.end and s.line == dateline.line), None)
    days = [d for clause in behind.clauses if clause.past for d in clause.days] if behind is not None else []
    return any(d.value != day and not d.names for d in days)


def _only_day(clause: Clause) -> Chunk | None:
    days = [c for c in clause.chunks if c.kind == "Date" and len(c.value) == DAY and c.kind_of == "on"]
    return days[0] if len(days) == 1 else None


def _is_dateline(clause: Clause) -> bool:
    """Tell whether a clause has nothing but a body or place, and a day behind it."""
    kinds = [c.kind for c in clause.chunks]
    short = clause.predicate[1] - clause.first <= _DATELINE
    return short and kinds[-1:] == ["Date"] and set(kinds[:-1]) <= {"Place", "Organization"} and len(kinds) > 1


def set_own_place(reader: Reader, encounter: Encounter, chunks: list[Chunk], quote: Span) -> None:
    """Give an encounter the first place, else the first body, that a line names."""
    for kind in ("Place", "Organization"):
        for chunk in (c for c in chunks if c.kind == kind and c.inside is None):
            key = chunk.thing if chunk.kind == "Place" else reader.body(chunk)
            if key and not encounter.place:
                encounter.place, encounter.place_evidence = key, quote


def labelled(reader: Reader, sentence: Sentence) -> bool:
    """Tell whether a sentence begins with the label of a day: Когда и где: …, Дата: …."""
    colon = next((i for i, token in enumerate(sentence.tokens[:_LABEL]) if token.text == ":"), 0)
    words = reader.register.cues.words.get("when-label", frozenset())
    return bool(words) and any(r.lemma in words for readings in sentence.readings[:colon] for r in readings)


def as_labelled(reader: Reader, encounter: Encounter) -> None:
    """Give an encounter that has no day the one that a label right above its line has, with the place there."""
    if encounter.date or encounter.planned or encounter.title or encounter.denied:
        return
    if "when-label" not in reader.register.cues.words:
        return
    lines = range(encounter.line - _NEAR, encounter.line + 1)
    near = [s for s in reader.sentences if s.line in lines and s.start <= encounter.evidence.start]
    above = [s for s in near if labelled(reader, s)]
    for clause in above[-1].clauses if above else ():
        if (day := _only_day(clause)) is not None and day.value <= (reader.published or day.value):
            quote = Span(above[-1].start, above[-1].end)
            set_day(reader, encounter, day, quote)
            set_own_place(reader, encounter, clause.chunks, quote)
