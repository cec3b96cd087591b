"""Encounters: who met whom, when, where, about what; what was planned, moved or never took place.

An encounter is brought up by a verb (кездесті, қабылдады), by a noun that is held (отырыс өтті), attended (форумға
қатысты) or described (6 шілдеде өтетін саммит). What follows takes it up again (Кездесу барысында …).
"""

from __future__ import annotations

from kg.extract.encounters import PRIVATE, Agenda, Encounter, day_of
from kg.extract.reader import Reader
from kg.lang.dates import datatype
from kg.lang.syntax import Chunk, Clause, Sentence
from kg.records import Literal, Name, Span

_BRINGS_BODY = frozenset({"head", "deputy", "envoy"})
_ORGANISED = frozenset({"Conference", "Forum", "Seminar", "RoundTable", "Summit", "Briefing"})
_ACTORS = ("Person", "Organization", "Delegation", "Role", "Pronoun", "Place")


def find_meetings(reader: Reader) -> None:
    """Claim the encounters of an announcement that have a day and did or will take place."""
    agenda = Agenda(reader)
    for number, sentence, clause in reader.clauses():
        _read_clause(reader, agenda, number, sentence, clause)
    for encounter in _merged(agenda.encounters):
        _claim(reader, encounter)


def _read_clause(reader: Reader, agenda: Agenda, number: int, sentence: Sentence, clause: Clause) -> None:
    events = [c for c in clause.chunks if c.kind == "Event"]
    if clause.form == "relative" and clause.head is not None and clause.head.kind == "Event":
        events.append(clause.head)
    main = _introduced(clause, events)
    if main is not None:
        _by_noun(reader, agenda, number, sentence, clause, main)
    elif clause.concepts & {"hold"} and (event := _taken_up_by_pronoun(reader, sentence, clause)) is not None:
        _by_noun(reader, agenda, number, sentence, clause, event)
    elif (
        clause.concepts & {"receive"}
        and not clause.having("object", "Person", "Delegation", "Role", "Organization")
        and _visited(agenda)
    ):
        _add_actors(reader, _visited(agenda), clause.subjects, reader.quote(sentence, clause), "meeting.host", clause)
    elif clause.concepts & {"meet", "receive"} or _talked(clause):
        _by_verb(reader, agenda, number, sentence, clause)
    elif clause.concepts & {"visit"} and (to := _destination(clause)) is not None:
        _by_visit(reader, agenda, number, sentence, clause, to)
    for event in events:
        if event is not main:
            _in_passing(reader, agenda, number, sentence, clause, event)
            _mentioned(reader, agenda, sentence, clause, event)
    _taking_part(reader, agenda, sentence, clause, events, main)
    _topics(agenda, reader, sentence, clause)
    if clause.form == "nominal" and agenda.current is not None and _listed(reader, sentence):
        people = clause.having("subject", "Person")
        _add_actors(reader, agenda.current, people, Span(sentence.start, sentence.end), "meeting.listed", clause, 0.8)


def _talked(clause: Clause) -> bool:
    """X обсудил с Y …: two people who discuss something with each other meet."""
    together = clause.having("with", "Person") and any(c.kind == "Person" for c in clause.subjects)
    return "discuss" in clause.concepts and bool(together)


def _listed(reader: Reader, sentence: Sentence) -> bool:
    """Tell whether a sentence is an item of a list of those who spoke or came, which a colon has announced."""
    if not sentence.tokens or sentence.tokens[0].text not in "•–—-*·":
        return False
    before = [s for s in reader.sentences if s.end <= sentence.start and s.tokens and s.tokens[0].text not in "•–—-*·"]
    if not before or not before[-1].tokens or before[-1].tokens[-1].text != ":":
        return False
    lemmas = {r.lemma for readings in before[-1].readings for r in readings}
    return bool(lemmas & reader.register.cues.words["attendees"])


def _taken_up_by_pronoun(reader: Reader, sentence: Sentence, clause: Clause) -> Chunk | None:
    """Бастапқыда … белгіленген еді. Ол 19 қаңтарда өтеді: the encounter that the sentence before speaks of."""
    pronouns = clause.having("subject", "Pronoun")
    if not pronouns or pronouns[0].plural or not any(c.kind == "Date" for c in clause.chunks):
        return None
    near = [s for s in reader.sentences if s.line == sentence.line and s.end <= sentence.end]
    events = [
        c
        for s in near[-2:]
        for c in s.chunks
        if c.kind == "Event" and c.start < pronouns[0].start and "weak" not in c.flags
    ]
    return events[-1] if events else None


def _visited(agenda: Agenda) -> Encounter | None:
    """Return the visit that is spoken of: whoever receives the guests takes part in it."""
    return agenda.current if agenda.current is not None and agenda.current.kind == "Visit" else None


def _introduced(clause: Clause, events: list[Chunk]) -> Chunk | None:
    """Return the encounter that the clause brings up: what is held, attended, or what the relative clause tells of."""
    if not events:
        return None
    if clause.concepts & {"meet"} and any(
        e.function == "subject" and e.last == clause.predicate[0] - 1 for e in events
    ):
        return None  # келіссөз жүргізді: the noun is part of the verb
    if clause.concepts & {"hold", "chair"} or clause.form == "nominal":
        wanted: tuple[str, ...] = ("subject", "object")
    elif clause.concepts & {"attend", "participate", "visit"}:
        wanted = ("to",)
    elif clause.modality in ("cancelled", "planned"):
        wanted = ("subject", "object")
    elif clause.concepts & {"meet"}:
        wanted = ("object",)
    else:
        return (
            events[-1]
            if clause.form == "relative" and clause.head is events[-1] and clause.concepts & {"hold"}
            else None
        )
    if clause.form == "relative" and clause.head in events and clause.concepts & {"hold", "chair"}:
        return clause.head
    fits = [e for e in events if e.function in wanted and "weak" not in e.flags]
    return fits[-1] if fits else None


def _by_noun(reader: Reader, agenda: Agenda, number: int, sentence: Sentence, clause: Clause, event: Chunk) -> None:
    if event.plural and event.kind_of != "Negotiations":
        return
    day = day_of(reader, clause, sentence, event)
    quote = reader.quote(sentence, clause, event, *_people_around(sentence, clause, event))
    new = Encounter(event.kind_of, event.lemma, number, sentence.line, quote, sentence.title, label=event.label)
    _set_day(reader, new, day, quote)
    _status(reader, new, clause, moved=day is not None and "towards" in day.flags)
    known = agenda.taken_up(event)
    kind = known.kind if known is not None else event.kind_of
    for chunk in _belonging(sentence, clause, event):
        if kind in _ORGANISED and chunk.kind == "Organization" and chunk in clause.subjects:
            if key := reader.body(chunk):
                new.organizers[key] = quote  # who holds a conference does not yet take part in it
        else:
            _add_actors(reader, new, [chunk], quote, "meeting.of", clause)
    _place(reader, new, sentence, clause, event)
    old = agenda.taken_up(event)
    if old is not None and _takes_up(old, new, event, clause):
        old.absorb(new)
        if not old.title:
            agenda.current = old
        elif not sentence.title:
            old.title = False
            agenda.current = old
    else:
        if not new.date and not sentence.title and (event.proper or new.parts):
            _narrative_day(reader, agenda, new, sentence, clause)
        old = agenda.brought_up(new, fresh="new" in event.flags)
    event.flags.discard("new")  # what is said of it later in the sentence is said of the same one
    if clause.concepts & {"attend", "participate", "visit"} and not clause.negated:
        _add_actors(reader, old, clause.subjects + _alongside(clause), quote, "meeting.attended", clause)
        _add_actors(reader, old, clause.having("on-behalf"), quote, "meeting.on-behalf", clause)
        _led(reader, old, sentence, clause, quote)


def _takes_up(old: Encounter, new: Encounter, event: Chunk, clause: Clause) -> bool:
    """Tell whether a noun without news of its own means the encounter known already."""
    if new.denied or new.cancelled:
        # one that was reported as held is not undone by another that never was
        others = bool(new.parts) and bool(old.parts) and not set(new.parts) & set(old.parts)
        return new.date == old.date if new.date else (not old.date or old.planned) and not others
    if (old.date and new.date and old.date != new.date) or ("new" in event.flags and not old.title):
        return False
    same = old.lemma == event.lemma or {"this", "general"} <= event.flags
    if not event.proper and not event.possessed and not new.date and not new.planned and same:
        return True
    if new.planned and not old.planned and old.date:
        return False
    people = {k for k in new.parts if k.startswith("person")}
    if people and old.parts and not people & set(old.parts) and (new.kind in PRIVATE or old.kind in PRIVATE):
        return False
    if new.parts and old.parts and not set(new.parts) & set(old.parts):
        return False
    return (
        not event.proper or event.label == old.label or bool(clause.concepts & {"attend"}) or old.title or not new.parts
    )


def _narrative_day(reader: Reader, agenda: Agenda, new: Encounter, sentence: Sentence, clause: Clause) -> None:
    """Give an encounter the day that the story has come to.

    Дөңгелек үстелден кейін … қабылдады; Сапардың алғашқы күні …: the day of the encounter named; else the last day that
    a sentence of the same paragraph has told something of.
    """
    for chunk in clause.chunks:
        if (
            chunk.kind == "Event"
            and chunk.function in ("around", "owner")
            and (other := agenda.taken_up(chunk)) is not None
            and other.date
        ):
            new.date, new.date_evidence = (
                other.date,
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
        if d.kind == "Date" and d.kind_of == "on" and len(d.value) == 10 and not d.names
    ]
    if told and not new.planned:
        new.date, new.date_evidence = told[-1][1].value, Span(told[-1][1].start, told[-1][1].end)


def _people_around(sentence: Sentence, clause: Clause, event: Chunk) -> list[Chunk]:
    return [c for c in clause.chunks if c.start < event.start and c.kind in ("Person", "Organization", "Date", "Place")]


def _belonging(sentence: Sentence, clause: Clause, event: Chunk) -> list[Chunk]:
    """Return who a noun says takes part: Имашевтың … Киммен кездесуі, комиссияның отырысы, X мен Y арасында."""
    found = list(event.parties)
    before = [c for s in sentence.clauses for c in s.chunks if c.last < event.first and c.inside is None]
    touching = True
    for chunk in reversed(before):
        if chunk.function in ("with", "between") or (
            chunk.function == "owner"
            and chunk.kind in ("Person", "Organization", "Role")
            and (touching or event.possessed)
        ):
            found.append(chunk)
        elif chunk.kind not in ("Date",) and chunk.function not in ("at", "attributive", "date", "with", "between"):
            break
        touching = False
    if clause.concepts & {"hold", "meet"} and not clause.passive and _is_object(clause, event):
        found += [
            c for c in clause.subjects if c.kind in ("Person", "Organization", "Role", "Delegation") and c is not event
        ]
    if event.possessed and not found:
        near = [c for c in before if c.last == event.first - 1 and c.kind == "Organization"]
        found += near
    return found


def _is_object(clause: Clause, event: Chunk) -> bool:
    """Tell whether an encounter is what the subject holds; right before the verb it may lack the accusative."""
    bare = event.function == "subject" and event.last == clause.predicate[0] - 1
    others = [
        c for c in clause.subjects if c is not event and c.kind in ("Person", "Organization", "Role", "Delegation")
    ]
    return event.function == "object" or (bare and bool(others))


def _by_verb(reader: Reader, agenda: Agenda, number: int, sentence: Sentence, clause: Clause) -> None:
    subjects = [c for c in clause.subjects if c.kind in (*_ACTORS, "Country")]
    if "receive" in clause.concepts and "meet" not in clause.concepts:
        others = [c for c in clause.having("object") if c.kind in ("Person", "Delegation", "Role")]
        kind = "Reception"
    else:
        others = [c for c in clause.having("with") if c.kind in (*_ACTORS, "Country", "Side")]
        kind = "BilateralMeeting"
        if any(c.kind == "Event" and c.kind_of == "Negotiations" for c in clause.chunks):
            kind = "Negotiations"
        elif "remote" in clause.flags:
            kind = "Call"
        alone = sum(1 for c in subjects if c.kind in ("Person", "Organization")) < 2
        if not others and alone and "with-someone" not in clause.flags:
            return
    if not others and kind == "Reception":
        return
    quote = reader.quote(sentence, clause, *subjects, *others)
    new = Encounter(kind, "", number, sentence.line, quote, sentence.title)
    _set_day(reader, new, day_of(reader, clause, sentence), quote)
    _status(reader, new, clause)
    _add_actors(reader, new, subjects, quote, "meeting.verb", clause)
    _add_actors(reader, new, others, quote, "meeting.verb", clause)
    _led(reader, new, sentence, clause, quote)
    if not new.parts:
        return
    _place(reader, new, sentence, clause, None)
    if not new.date and not sentence.title:
        _narrative_day(reader, agenda, new, sentence, clause)
    _on_a_visit(agenda, new)
    agenda.brought_up(new)


def _on_a_visit(agenda: Agenda, new: Encounter) -> None:
    """Whom a guest meets on the day of a visit is met where the visit is to."""
    visit = next((e for e in reversed(agenda.encounters) if e.kind == "Visit" and e.place and e.date == new.date), None)
    if visit is not None and not new.place and new.date and set(visit.parts) & set(new.parts):
        new.place, new.place_evidence = visit.place, visit.place_evidence


def _by_visit(reader: Reader, agenda: Agenda, number: int, sentence: Sentence, clause: Clause, to: Chunk) -> None:
    """Делегация Кербұлақ ауданына барды: a visit, when a delegation or a holder of a post goes to a place on a day."""
    goers = [c for c in clause.subjects if c.kind in ("Person", "Delegation", "Role")]
    day = day_of(reader, clause, sentence)
    if not goers or day is None or sentence.title or clause.negated:
        return
    if not any(c.kind == "Delegation" or _of_rank(reader, c) for c in goers) and "official" not in clause.flags:
        return
    quote = reader.quote(sentence, clause, *goers)
    new = Encounter("Visit", "", number, sentence.line, quote)
    _set_day(reader, new, day, quote)
    _status(reader, new, clause)
    _add_actors(reader, new, goers, quote, "meeting.visit", clause)
    _led(reader, new, sentence, clause, quote)
    new.place = to.thing or reader.body(to)
    new.place_evidence = quote
    if new.parts:
        agenda.brought_up(new)


def _of_rank(reader: Reader, chunk: Chunk) -> bool:
    """Tell whether someone holds a post that speaks for a body."""
    key = reader.person(chunk)
    return bool(key) and any(
        kind in _BRINGS_BODY and not ended for _, _, kind, ended in reader.register.human(key).posts
    )


def _destination(clause: Clause) -> Chunk | None:
    """Return where a clause says someone went: to a place or body, to something in a place (Риддердегі фабрикасына)."""
    to = clause.having("to", "Place", "Organization", "Country") or clause.having("object", "Organization", "Place")
    to = to or [c for c in clause.having("attributive", "Place", "Country") if c.last < clause.predicate[0]]
    return to[-1] if to else None


def _mentioned(reader: Reader, agenda: Agenda, sentence: Sentence, clause: Clause, event: Chunk) -> None:
    """A noun that only takes up an encounter makes it the one that is spoken of."""
    old = agenda.taken_up(event)
    if old is None:
        return
    if not sentence.title and not old.denied and event.function in ("during", "at", "to", "object", "subject", "owner"):
        agenda.current = old


def _in_passing(reader: Reader, agenda: Agenda, number: int, sentence: Sentence, clause: Clause, event: Chunk) -> None:
    """В ходе встречи с Y X отметил …: who met is told with the noun, though the sentence is about what was said."""
    private = event.kind_of in PRIVATE or event.kind_of == "Gathering"
    if event.function not in ("during", "at") or event.plural or not private or clause.future or sentence.title:
        return
    parties = [c for c in event.parties if c.kind in ("Person", "Role", "Delegation")]
    speakers = [c for c in clause.subjects if c.kind in ("Person", "Role")] if len(parties) == 1 else []
    people = [*parties, *speakers]
    if not parties or len({key for _, key in reader.actors(people)}) < 2:
        return
    quote = reader.quote(sentence, clause, event, *people)
    new = Encounter(event.kind_of, event.lemma, number, sentence.line, quote)
    _set_day(reader, new, day_of(reader, clause, sentence, event), quote)
    _add_actors(reader, new, people, quote, "meeting.in-passing", clause, 0.8)
    if not new.date:
        _narrative_day(reader, agenda, new, sentence, clause)
    agenda.brought_up(new)


def _taking_part(
    reader: Reader, agenda: Agenda, sentence: Sentence, clause: Clause, events: list[Chunk], main: Chunk | None
) -> None:
    """Who attends, chairs, opens or speaks at the encounter that is spoken of."""
    current = agenda.scope(sentence)
    if current is None or sentence.title:
        return
    quote = reader.quote(sentence, clause, *clause.subjects)
    people = [c for c in clause.subjects if c.kind in ("Person", "Pronoun", "Delegation", "Organization", "Role")]
    if clause.form == "relative" and clause.head is not None and clause.head.kind in ("Person", "Role", "Organization"):
        people = (
            [clause.head]
            if clause.concepts & {"attend", "chair", "speak"}
            and clause.having("object", "Event") + clause.having("to", "Event")
            else []
        )
    if clause.negated and clause.concepts & {"attend"}:
        current.absent |= {key for _, key in reader.actors(people)}
        return
    if clause.modality != "asserted" or clause.negated or clause.future:
        return
    came = "visit" in clause.concepts and bool(clause.having("to", "Pronoun"))  # оған … келді
    if (clause.concepts & {"attend", "join.in"} or came) and main is None:
        foreign = [c for c in clause.having("to") if c.kind in ("Program", "Agreement", "Organization", "Election")]
        if not foreign:
            _add_actors(reader, current, people + _alongside(clause), quote, "meeting.attended", clause)
            on_behalf = [c for c in clause.chunks if c.function == "on-behalf"]
            _add_actors(reader, current, on_behalf, quote, "meeting.on-behalf", clause)
            _led(reader, current, sentence, clause, quote)
    elif clause.concepts & {"lead"} and clause.having("object", "Delegation"):
        _add_actors(reader, current, people, quote, "meeting.delegation", clause)
    elif clause.concepts & {"chair"} and (clause.having("object", "Event", "Pronoun") or clause.form == "relative"):
        _add_actors(reader, current, people, quote, "meeting.chaired", clause)
    elif (
        clause.concepts & {"speak"}
        and not current.planned
        and (current.kind not in PRIVATE or clause.having("at", "Event"))
        and clause.form in ("finite", "converb", "conditional")
    ):
        speakers = [c for c in people if c.kind in ("Person", "Role")]
        _add_actors(reader, current, speakers, quote, "meeting.speaker", clause, 0.7)


def _alongside(clause: Clause) -> list[Chunk]:
    """Return who takes part along with the subject: Төлеубаймен бірге … қатысты."""
    return [c for c in clause.having("with") if "together" in c.flags]


def _led(reader: Reader, encounter: Encounter, sentence: Sentence, clause: Clause, quote: Span) -> None:
    """Пак Чжон Хо бастаған делегация: who leads a delegation comes with it."""
    for other in sentence.clauses:
        if (
            other.form == "relative"
            and "lead" in other.concepts
            and other.head is not None
            and other.head.kind == "Delegation"
            and (other.head in clause.chunks or other.head in clause.subjects)
        ):
            _add_actors(reader, encounter, other.having("subject"), quote, "meeting.delegation", other)


def _add_actors(
    reader: Reader,
    encounter: Encounter | None,
    chunks: list[Chunk],
    quote: Span,
    rule: str,
    clause: Clause,
    confidence: float = 0.9,
) -> None:
    if encounter is None:
        return
    for chunk, key in reader.actors(chunks):
        if _may_take_part(reader, key):
            encounter.add(key, quote, rule, round(min(confidence, chunk.confidence), 2))
    for chunk in chunks:
        if (
            chunk.kind == "Role"
            and not reader.person(chunk)
            and (chunk.plural or chunk.kind_of in _BRINGS_BODY)
            and chunk.owner is not None
        ):
            # the unnamed head of a body, or its members together, bring it along
            key = reader.body(chunk.owner)
            if key and _may_take_part(reader, key):
                encounter.add(key, quote, rule, 0.8)
    for chunk in chunks:
        if (
            chunk.kind == "Delegation"
            and chunk.owner is not None
            and (key := reader.body(chunk.owner))
            and _may_take_part(reader, key)
        ):
            encounter.add(key, quote, rule, 0.8)


def _may_take_part(reader: Reader, key: str) -> bool:
    """A state as such takes part in nothing: its people and bodies do."""
    return reader.draft.type_of(key) in ("Person", "Organization")


def _set_day(reader: Reader, encounter: Encounter, day: Chunk | None, quote: Span) -> None:
    if day is not None:
        encounter.date = day.value
        encounter.date_evidence = Span(min(day.start, quote.start), max(day.end, quote.end))
        encounter.end_date = day.names[0] if day.names else ""


def _status(reader: Reader, encounter: Encounter, clause: Clause, *, moved: bool = False) -> None:
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
    if encounter.planned and encounter.date and published and encounter.date < published:
        encounter.planned = False


def _place(reader: Reader, encounter: Encounter, sentence: Sentence, clause: Clause, event: Chunk | None) -> None:
    chunks = [c for c in clause.chunks if c.function == "at" and c.kind in ("Place", "Organization", "Country")]
    if event is not None:
        for other in sentence.clauses:
            if (
                other.form == "relative"
                and other.head is not None
                and other.head.top() is event.top()
                and other is not clause
            ):
                chunks = [c for c in other.chunks if c.function == "at"] or chunks
        attributive = [
            c
            for c in clause.chunks
            if c.function == "attributive" and c.kind == "Place" and 0 <= event.first - c.last - 1 <= 2
        ]
        chunks = attributive or chunks
    for chunk in sorted(chunks, key=lambda c: (c.kind == "Country", -c.last if c.kind == "Organization" else c.first)):
        key = chunk.thing if chunk.kind == "Place" else reader.body(chunk)
        if key:
            encounter.place = key
            encounter.place_evidence = Span(
                min(chunk.start, encounter.evidence.start), max(chunk.end, encounter.evidence.end)
            )
            return


def _topics(agenda: Agenda, reader: Reader, sentence: Sentence, clause: Clause) -> None:
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


def _merged(encounters: list[Encounter]) -> list[Encounter]:
    """Join a headline with the encounter that it announces, and drop what has no day or never took place."""
    body = [e for e in encounters if not e.title]
    for title in (e for e in encounters if e.title):
        home = next(
            (
                e
                for e in body
                if e.alike(title.kind)
                and set(e.parts) & set(title.parts)
                and not e.denied
                and not (e.date and title.date and e.date != title.date)
            ),
            None,
        )
        if home is None and not title.parts:
            home = next((e for e in body if e.kind == title.kind and not e.denied), None)
        if home is not None:
            title.planned = home.planned
            home.absorb(title)
        elif title.date:
            body.append(title)
    return [e for e in body if not e.denied]


def _claim(reader: Reader, encounter: Encounter) -> None:
    draft = reader.draft
    for key in encounter.absent:
        encounter.parts.pop(key, None)
    _bring_bodies(reader, encounter)
    if not encounter.date and encounter.planned:
        return
    held = not encounter.planned and not encounter.cancelled
    if not encounter.parts and (held or not encounter.date):
        return
    modality = "asserted" if encounter.date or _on_an_unknown_day(reader, encounter) else "undated"
    named = encounter.label and encounter.date
    key = draft.thing("Meeting", [Name(_label(encounter), draft.lang)] if named else [])
    if encounter.kind == "Gathering" and sum(1 for k in encounter.parts if k.startswith("person")) == 2:
        encounter.kind = "BilateralMeeting"

    def claim(predicate: str, value: str | Literal, span: Span | None, rule: str, confidence: float = 0.9) -> None:
        draft.claim(key, predicate, value, [span or encounter.evidence], rule, confidence=confidence, modality=modality)

    if encounter.date:
        claim(
            "schema:startDate",
            Literal(encounter.date, datatype(encounter.date)),
            encounter.date_evidence,
            "meeting.day",
        )
    if encounter.end_date:
        claim(
            "schema:endDate",
            Literal(encounter.end_date, datatype(encounter.end_date)),
            encounter.date_evidence,
            "meeting.day",
        )
    if encounter.cancelled:
        claim("schema:eventStatus", Literal("schema:EventCancelled", "iri"), encounter.evidence, "meeting.cancelled")
    elif encounter.planned:
        claim("schema:eventStatus", Literal("schema:EventScheduled", "iri"), encounter.evidence, "meeting.planned")
    claim("kg:meetingKind", Literal(f"kg:{encounter.kind}", "iri"), encounter.evidence, "meeting.kind")
    for part in encounter.parts.values():
        claim("kg:participant", part.key, part.evidence, part.rule, part.confidence)
    for organizer, span in encounter.organizers.items():
        claim("schema:organizer", organizer, span, "meeting.organizer", 0.85)
    if encounter.place:
        claim("schema:location", encounter.place, encounter.place_evidence, "meeting.place")
    for text, span in encounter.topics:
        claim("kg:topic", Literal(text, "string", draft.lang), span, "meeting.topic", 0.8)


def _on_an_unknown_day(reader: Reader, encounter: Encounter) -> bool:
    """Tell whether an encounter that was held lacks its day only because the text has no day of publication.

    Nothing like "on Tuesday" can be dated then; that those who are named met is a fact all the same.
    """
    held = not encounter.planned and not encounter.cancelled
    people = sum(key.startswith("person") for key in encounter.parts)
    private = encounter.kind in PRIVATE | {"Gathering"} and encounter.kind != "Visit"
    return reader.published is None and held and private and people > 1


def _label(encounter: Encounter) -> str:
    return encounter.label[:1].upper() + encounter.label[1:]


def _bring_bodies(reader: Reader, encounter: Encounter) -> None:
    """A head, deputy or envoy who takes part brings the body along; an ordinary member does not."""
    for part in list(encounter.parts.values()):
        if not part.key.startswith("person"):
            continue
        for _, body, kind, ended in reader.register.human(part.key).posts:
            if (
                kind in _BRINGS_BODY
                and not ended
                and reader.draft.type_of(body) == "Organization"
                and body not in encounter.absent
            ):
                encounter.add(body, part.evidence, "meeting.represented", min(part.confidence, 0.85))
