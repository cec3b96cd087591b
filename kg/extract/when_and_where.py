"""When and where an encounter was or will be, whether it took place at all, and what it was about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from kg.extract.encounters import PRIVATE, Agenda, Encounter
from kg.extract.reader import Reader
from kg.lang.syntax import DAY, Chunk, Clause, Sentence
from kg.records import Span

_RECENT = timedelta(days=366)
_BEHIND = 3  # tokens behind an encounter's noun within which a day is its own
_TOWN_ALONE = 3  # tokens of a sentence that is nothing but a town: Нур-Султан.
_NOT_YET = ("planned", "proposed")  # форум, который хотели провести в Таразе, прошёл в Риддере
_DATELINE = 8  # tokens of one that is nothing but a town and a day: Шымкент, 18 қаңтар.


def day_of(reader: Reader, clause: Clause, sentence: Sentence, event: Chunk | None = None) -> Chunk | None:
    """Return the day that a clause names for its encounter: its own, else that of the sentence before it."""
    day = _named_day(reader, clause, sentence, event)
    if day is None or reader.agenda is None:
        return day
    opening = {word.lower() for word in reader.text[day.start : day.end].split()[:2]}
    if opening & (reader.register.cues.words["this"] | reader.register.cues.words.get("same", frozenset())):
        # Форумнан кейін, сол күні: that day is the forum's, whatever day was named last
        known = [reader.agenda.taken_up(c) for c in clause.having("around", "Event")]
        if not known and clause.past and day.value > (reader.published or "9"):
            known = [e for e in reader.agenda.encounters if not (e.planned or e.denied)]  # not that of what lies ahead
        dated = [e.date for e in known if e is not None and len(e.date) == len(day.value)]
        return replace(day, value=dated[-1]) if dated else day
    return day


def _named_day(reader: Reader, clause: Clause, sentence: Sentence, event: Chunk | None) -> Chunk | None:
    dates = [d for d in reader.dates(clause, sentence) if len(d.value) == DAY]
    if clause.modality == "cancelled":
        dates = [d for d in dates if not _fixed_before(reader, sentence, d)]
    moved = [d for d in dates if "towards" in d.flags and d in clause.chunks]
    if clause.modality == "cancelled" and moved:
        return moved[-1]  # 24-іне тағайындалған семинар 30 қазанға шегерілді
    if event is not None:
        relative = [
            c
            for c in (sentence.clauses if event in clause.chunks or event is clause.head else ())
            if c.form == "relative" and c.head is not None and c.head.top() is event.top()
        ]
        of_relative = [
            d
            for c in relative
            for d in c.chunks
            if d.kind == "Date" and len(d.value) == DAY and d.kind_of not in ("not", "until", "by")
        ]
        if of_relative:
            return of_relative[-1]
        behind = [d for d in dates if 0 < d.first - event.last <= _BEHIND and event.end < d.start]
        if not dates and clause.form == "relative" and clause.head is not None:
            dates = behind = _beside(sentence, clause.head)  # на совещании 2 марта, которое вёл X
        near = behind[:1] or [d for d in dates if d.start < event.start]
        return near[-1] if near else dates[-1] if dates else None
    return dates[-1] if dates else None


def _beside(sentence: Sentence, event: Chunk) -> list[Chunk]:
    """Return the days that stand right behind an encounter's noun, whichever clause has them."""
    days = [c for clause in sentence.clauses for c in clause.chunks if c.kind == "Date" and len(c.value) == DAY]
    return [d for d in days if 0 < d.first - event.last <= _BEHIND and d.kind_of == "on"]


def set_day(reader: Reader, encounter: Encounter, day: Chunk | None, quote: Span) -> None:
    """Give an encounter the day, or the days from and to, that a date chunk names."""
    if day is not None:
        encounter.date = day.value
        encounter.date_evidence = Span(min(day.start, quote.start), max(day.end, quote.end))
        encounter.end_date = day.names[0] if day.names else ""


def _fixed_before(reader: Reader, sentence: Sentence, day: Chunk) -> bool:
    """8 маусымға жоспарланған келіссөз шегерілді: the day that was planned is not the one it was moved to."""
    planning = reader.register.cues.words.get("fixes", ())
    following = sentence.readings[day.last + 1] if day.last + 1 < len(sentence.readings) else ()
    return any(r.lemma in planning for r in following)


def narrative_day(reader: Reader, agenda: Agenda, new: Encounter, sentence: Sentence, clause: Clause) -> None:
    """Give an encounter the day that the story has come to, unless its clause tells of another month or year."""
    _day_of_story(reader, agenda, new, sentence, clause)
    vague = months_told(clause)
    if vague and not any(new.date.startswith(value) for value in vague):
        new.date, new.date_evidence = "", None


def months_told(clause: Clause) -> list[str]:
    """Return the months and years in which a clause says that something was: X recalled that in February he met Y."""
    return [d.value for d in clause.having("date") if d.kind_of == "on" and len(d.value) < DAY]


def _day_of_story(reader: Reader, agenda: Agenda, new: Encounter, sentence: Sentence, clause: Clause) -> None:
    """Give an encounter the day that the story has come to.

    Дөңгелек үстелден кейін … қабылдады; Сапардың алғашқы күні …: the day of the encounter named; else the last day that
    a sentence of the same paragraph has told something of.
    """
    if agenda.current is not None and agenda.current.over and not agenda.current.date:
        return  # ended a visit, during which she met X: some day before that
    for chunk in clause.chunks:
        if (
            chunk.kind == "Event"
            and chunk.function in ("around", "owner", "during")
            and (other := _held_by_then(agenda, agenda.taken_up(chunk), clause)) is not None
            and other.date
        ):
            new.date, new.date_evidence = (
                _day_of_several(other, clause) or other.date,
                Span(chunk.start, new.evidence.end) if chunk.start < new.evidence.end else other.date_evidence,
            )
            return
    told = [
        (s, d)
        for s in reader.sentences
        if s.start < sentence.start and not s.title and (s.line == sentence.line or "sequel" in clause.flags)
        for c in s.clauses
        if c.form in ("finite", "converb") and c.past and not c.negated and c.modality == "asserted"
        for d in c.chunks
        if d.kind == "Date" and d.kind_of == "on" and len(d.value) == DAY and not d.names and _of_late(reader, d.value)
    ]
    if (day := _day_of_several(agenda.current, clause)) and not told:
        new.date, new.date_evidence = day, agenda.current.date_evidence if agenda.current else None
        return
    visit = _held_by_then(agenda, agenda.current, clause)
    if not told and visit is not None and visit.kind == "Visit" and set(visit.parts) & set(new.parts):
        new.date, new.date_evidence = visit.date, visit.date_evidence
    if not told and not new.date and new.kind not in PRIVATE:
        told = _told_before(reader, agenda, sentence)
    if not told and not new.date and "aside" in clause.flags and visit is not None:
        new.date, new.date_evidence = visit.date, visit.date_evidence
    if told and not new.planned:
        new.date, new.date_evidence = told[-1][1].value, Span(told[-1][1].start, told[-1][1].end)
    elif not new.date and not new.planned and (opening := day_of_dateline(reader, sentence)):
        new.date, new.date_evidence = opening.value, Span(opening.start, opening.end)


def _held_by_then(agenda: Agenda, encounter: Encounter | None, clause: Clause) -> Encounter | None:
    """The next session will be in May. On the margins of the session X met Y: of the one that was held."""
    if encounter is None or not encounter.planned or clause.future or not clause.past:
        return encounter
    held = (e for e in reversed(agenda.encounters) if e.date and not (e.planned or e.denied or e.cancelled))
    return next(held, None)


def _of_late(reader: Reader, day: str) -> bool:
    """Tell whether a day is near the one of publication: a story has not come to that on which its body was founded."""
    if reader.published is None or len(reader.published) != DAY:
        return True
    return date.fromisoformat(reader.published) - date.fromisoformat(day) < _RECENT


def _day_of_several(current: Encounter | None, clause: Clause) -> str:
    """В первый день, сапардың соңғы күні: a day of an encounter of several days."""
    if current is None or len(current.date) != DAY:
        return ""
    if "last-day" in clause.flags:
        return current.end_date
    number = next((int(flag[4:]) for flag in sorted(clause.flags) if flag.startswith("day-")), 0)
    if not number:
        return ""
    day = (date.fromisoformat(current.date) + timedelta(days=number - 1)).isoformat()
    return day if number == 1 or day <= (current.end_date or day) else ""


def _told_before(reader: Reader, agenda: Agenda, sentence: Sentence) -> list[tuple[Sentence, Chunk]]:
    """Return the days that the paragraph before tells something of that is no encounter known already."""
    known = {e.date for e in agenda.encounters}
    return [
        (s, d)
        for s in reader.sentences
        if s.line == sentence.line - 1 and not s.title
        for c in s.clauses
        if c.form == "finite" and c.past and not c.negated and c.modality == "asserted"
        for d in c.having("date")
        if d.kind_of == "on" and len(d.value) == DAY and not d.names and d.value not in known
    ]


def day_told_right_before(reader: Reader, encounter: Encounter) -> None:
    """3 наурызда экологтар бас қосты. Жиынды X ашты: the day and place of what was told just before."""
    public = encounter.kind not in PRIVATE and not encounter.title and bool(encounter.parts)
    if encounter.date or not public or encounter.planned or encounter.denied or encounter.cancelled:
        return
    before = reader.sentences[encounter.sentence - 1] if encounter.sentence else None
    if before is None or before.title or before.line != encounter.line or any(c.kind == "Event" for c in before.chunks):
        return
    told = [c for c in before.clauses if c.form == "finite" and c.past and not c.negated and c.modality == "asserted"]
    days = [d for c in told for d in c.days if not d.names]
    if len({d.value for d in days}) != 1:
        return
    encounter.date, encounter.date_evidence = days[0].value, Span(days[0].start, days[0].end)
    places = [p for c in told for p in c.having("at", "Place", "Organization")]
    key = places[0].thing or reader.body(places[0]) if places and not encounter.place else ""
    if key:
        encounter.place, encounter.place_evidence = key, Span(places[0].start, places[0].end)


def set_status(reader: Reader, encounter: Encounter, clause: Clause, *, moved: bool = False) -> None:
    """Tell whether it lies ahead, was called off, or never took place."""
    published = reader.published or ""
    if clause.modality == "cancelled" and moved:
        encounter.planned = True
    elif clause.modality == "cancelled":
        encounter.cancelled = True
    elif (clause.negated and clause.concepts & {"hold", "meet", "receive", "visit"}) or clause.modality in (
        "proposed",
        "denied",
        "hypothetical",
    ):
        encounter.denied = True
    elif clause.modality == "planned":
        encounter.planned = True
    if clause.future or (encounter.date and published and encounter.date > published):
        encounter.planned = True
    if "was-planned" in clause.flags and encounter.date <= published:
        encounter.lapsed = encounter.date
    if encounter.planned and encounter.date and published and encounter.date < published:
        encounter.planned = False
        # X хотел 3 марта встретиться с Y: what was wished for a day that is gone is not said to have been
        encounter.denied = encounter.denied or (
            clause.modality == "planned" and (clause.past or clause.form == "complement")
        )


_TO_PLACE = 2  # tokens from the noun of a journey to where it went


def set_place(reader: Reader, encounter: Encounter, sentence: Sentence, clause: Clause, event: Chunk | None) -> None:
    """Give an encounter the place or body at which its clause, or the relative clause on its noun, has it."""
    parts = ("at", "to") if encounter.kind == "Visit" else ("at",)
    chunks = [c for c in clause.chunks if c.function in parts and c.kind in ("Place", "Organization", "Country")]
    if event is not None:
        for other in sentence.clauses:
            if (
                other.form == "relative"
                and other.head is not None
                and other.head.top() is event.top()
                and other is not clause
                and not (other.modality in _NOT_YET and clause.past and clause.modality == "asserted")
            ):
                chunks = [c for c in other.chunks if c.function == "at"] or chunks
        attributive = [
            c
            for c in clause.chunks
            if c.function == "attributive" and c.kind == "Place" and 0 <= event.first - c.last - 1 <= 2
        ]
        chunks = attributive or chunks
    chunks = [c for c in chunks if not _of_a_journey(clause, event, c)]
    for chunk in sorted(chunks, key=lambda c: (c.kind == "Country", -c.last if c.kind == "Organization" else c.first)):
        key = chunk.thing if chunk.kind == "Place" else reader.body(chunk)
        if key:
            encounter.place = key
            encounter.place_evidence = Span(
                min(chunk.start, encounter.evidence.start), max(chunk.end, encounter.evidence.end)
            )
            return
    town = _town_of_dateline(reader, sentence)
    if town is not None and not encounter.planned:
        encounter.place, encounter.place_evidence = town.thing, Span(town.start, town.end)


def _of_a_journey(clause: Clause, event: Chunk | None, place: Chunk) -> bool:
    """At the meeting he told of his trip to Omsk: where another went that is only spoken of."""
    spoken = (c for c in clause.chunks if c.kind_of == "Visit" and c.function in ("about", "owner") and c is not event)
    return any(c.kind == "Event" and 0 < place.first - c.last <= _TO_PLACE for c in spoken)


def day_of_dateline(reader: Reader, sentence: Sentence) -> Chunk | None:
    """Тобылсай, 19 октября 2023 года. Прошли переговоры …: a day beside nothing but a town opens a story."""
    first = next((s for s in reader.sentences if s.line == sentence.line), sentence)
    if (second := _behind_a_town(reader, sentence)) is not None:
        first = second  # Астана. 27 ноября 2020 года. X провёл встречу …
    days = [c for c in first.chunks if c.kind == "Date" and len(c.value) == DAY and not c.names]
    if first is sentence or len(days) != 1:
        return None
    others = [t for t in first.tokens if t.kind == "word" and not days[0].start <= t.start < days[0].end]
    return days[0] if len(others) <= _TOWN_ALONE and all(t.capital or len(t.text) == 1 for t in others) else None


def _town_of_dateline(reader: Reader, sentence: Sentence) -> Chunk | None:
    """Алматы. Сегодня прошёл брифинг …: a town alone before the first sentence of a story is where it happened."""
    dateline = _dateline(reader, sentence)
    towns = [c for c in dateline.chunks if c.kind == "Place" and c.thing] if dateline is not None else []
    return towns[0] if towns else None


def _dateline(reader: Reader, sentence: Sentence) -> Sentence | None:
    """Return the sentence that begins a paragraph with nothing but a town, or a town and a day: Шымкент, 18 қаңтар."""
    same = [s for s in reader.sentences if s.line == sentence.line and s.end <= sentence.start]
    if not same or len(same[0].tokens) > _DATELINE:
        return None
    kinds = [c.kind for c in same[0].chunks]
    apart = _behind_a_town(reader, sentence) is not None
    alone = len(kinds) == 1 and (len(same) == 1 or apart) and len(same[0].tokens) <= _TOWN_ALONE
    proper = all(c.proper for c in same[0].chunks)
    return same[0] if proper and (sorted(kinds) == ["Date", "Place"] or (kinds == ["Place"] and alone)) else None


def _behind_a_town(reader: Reader, sentence: Sentence) -> Sentence | None:
    """Return the sentence that is nothing but a day, behind one that is nothing but a town, at the head of a line."""
    same = [s for s in reader.sentences if s.line == sentence.line and s.start < sentence.start][:2]
    if [[c.kind for c in s.chunks] for s in same] != [["Place"], ["Date"]] or not same[0].chunks[0].proper:
        return None
    words = [t for t in same[1].tokens if t.kind == "word" and t.start >= same[1].chunks[0].end and len(t.text) > 1]
    bare = same[1].chunks[0].start == same[1].start and len(same[0].tokens) <= _TOWN_ALONE and not words
    return same[1] if bare else None


def add_topics(agenda: Agenda, reader: Reader, sentence: Sentence, clause: Clause) -> None:
    """What was talked about: the words before a verb of discussing, as they stand."""
    current = agenda.scope(sentence)
    if (
        current is None
        or "discuss" not in clause.concepts
        or clause.negated
        or clause.modality not in ("asserted", "proposed")
    ):
        return
    if clause.topic is not None:
        start, end, wording = clause.topic
        current.topics.append((wording, Span(start, end)))
