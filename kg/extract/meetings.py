"""Encounters: who met whom, when, where, about what; what was planned, moved or never took place.

An encounter is brought up by a verb (кездесті, қабылдады), by a noun that is held (отырыс өтті), attended (форумға
қатысты) or described (6 шілдеде өтетін саммит). What follows takes it up again (Кездесу барысында …).
"""

from __future__ import annotations

from kg.extract.deeds import deed_before, encounter_of_deed, occasion
from kg.extract.encounters import PRIVATE, Agenda, Encounter
from kg.extract.encounters_by_noun import by_noun, in_passing, not_yet_told
from kg.extract.encounters_by_verb import (
    by_credentials,
    by_signing,
    by_verb,
    by_visit,
    destination,
    hands_over_credentials,
    received,
)
from kg.extract.gatherings import by_deciding, by_gathering, decides, gathers, own_day
from kg.extract.headed import as_labelled, by_dateline
from kg.extract.meeting_claims import claim_encounter, merged
from kg.extract.reader import Reader
from kg.extract.taking_part import add_actors, take_part
from kg.extract.when_and_where import add_topics, day_told_right_before, set_day, set_place
from kg.lang.syntax import DAY, Chunk, Clause, Sentence
from kg.records import Span

# Tokens within which a date behind a noun is that of the encounter.
_NEAR = 3
# Tokens between whose an encounter is and its noun: the Union's annual meeting.
_MODIFIERS = 3
# Tokens within which one before it is that says when it was: 7 желтоқсандағы есеп беру жиналысында.
_BEFORE = 5
# Tokens within which the dash behind a label stands: В числе выступивших – X.
_LABEL = 5
# Sentences within which what is told belongs to one story.
_PARAGRAPH = 2


def find_meetings(reader: Reader) -> None:
    """Claim the encounters of an announcement that have a day and did or will take place."""
    agenda = reader.agenda = Agenda()
    for number, sentence, clause in reader.clauses():
        if clause.form == "relative" and _only_proposed(sentence, clause):
            continue
        if clause.form == "nominal":
            by_dateline(reader, agenda, number, sentence, clause)
        reported = agenda.current
        _read_clause(reader, agenda, number, sentence, clause)
        if reported is agenda.current or reported is None or not reported.date:
            continue
        if _recalled(reader, reported, sentence, clause) or _of_a_guest(agenda, reported, clause):
            agenda.current = reported
    for encounter in agenda.encounters:
        as_labelled(reader, encounter)
    _met_on_a_visit(agenda)
    for encounter in agenda.encounters:
        day_told_right_before(reader, encounter)
    for encounter in merged(agenda.encounters):
        claim_encounter(reader, encounter)


def _met_on_a_visit(agenda: Agenda) -> None:
    """Ауданға барып, X-пен әңгімелесті. Сапар 8 мамырда болды: whom a guest met was met on the one day of the visit."""
    for visit in [e for e in agenda.encounters if e.kind == "Visit" and e.date and not e.end_date]:
        for other in agenda.encounters:
            near = abs(other.sentence - visit.sentence) <= _PARAGRAPH
            near = near and not (other.planned or other.denied or other.over)
            private = other.kind in PRIVATE and other.kind != "Visit" and not other.title
            if near and private and not other.date and visit.planned == other.planned and _share_people(visit, other):
                other.date, other.date_evidence = visit.date, visit.date_evidence


def _share_people(one: Encounter, other: Encounter) -> bool:
    return any(key.startswith("person") for key in set(one.parts) & set(other.parts))


def _read_clause(reader: Reader, agenda: Agenda, number: int, sentence: Sentence, clause: Clause) -> None:
    events = [c for c in clause.chunks if c.kind == "Event"]
    if clause.form == "relative" and clause.head is not None and clause.head.kind == "Event":
        events.append(clause.head)
    main = _introduced(clause, events)
    if main is not None and _guest_of(reader, agenda, number, clause, main):
        return
    if main is not None:
        by_noun(reader, agenda, number, sentence, clause, main)
    elif (
        event := _done_at(reader, agenda, sentence, clause, events) or _lies_ahead(reader, clause, sentence, events)
    ) is not None:
        main, reported = event, agenda.current
        by_noun(reader, agenda, number, sentence, clause, event)
        if reported is not None and reported.date and not reported.planned and clause.form != "converb":
            agenda.current = reported  # named in passing: what follows is about the one reported on
    elif (clause.concepts & {"hold"} or clause.modality == "cancelled") and (
        event := _taken_up_by_pronoun(reader, sentence, clause)
    ) is not None:
        by_noun(reader, agenda, number, sentence, clause, event)
    else:
        _by_predicate(reader, agenda, number, sentence, clause)
    if "attend" in clause.concepts and clause.past and not clause.negated:
        _dated_by_those_who_came(reader, agenda, sentence, clause)
    if "happen" in clause.concepts:
        _happened(reader, agenda, sentence, clause)
    for event in events:
        if event is not main:
            in_passing(reader, agenda, number, sentence, clause, event)
            not_yet_told(reader, agenda, number, sentence, clause, event)
            _mentioned(reader, agenda, sentence, clause, event)
    _witnessed(reader, agenda, number, sentence, clause if main is None else None)
    take_part(reader, agenda, sentence, clause, events, main)
    add_topics(agenda, reader, sentence, clause)
    if clause.form == "nominal" and agenda.current is not None and _lists(reader, sentence):
        people = [c for c in clause.chunks if c.kind == "Person" and c.inside is None]
        add_actors(reader, agenda.current, people, Span(sentence.start, sentence.end), "meeting.listed", clause, 0.8)


def _only_proposed(sentence: Sentence, clause: Clause) -> bool:
    """Министрді Берлинде өтетін диалогқа шақырды: what somebody is invited to is not what is told of."""
    event = clause.head
    if event is None or event.kind != "Event":
        return False
    invites = (one for one in sentence.clauses if one is not clause and event in one.chunks)
    ahead = not clause.past and not clause.days and event.function == "to"
    return ahead and any(one.modality == "proposed" for one in invites)


def _guest_of(reader: Reader, agenda: Agenda, number: int, clause: Clause, event: Chunk) -> bool:
    """Received X, who is in Lithuania on an official visit: it is not said when that began, nor who is on it."""
    told = agenda.current is not None and agenda.current.sentence == number
    aside = clause.form == "relative" and clause.head is not None and clause.head.kind == "Person"
    return told and aside and event.kind_of == "Visit" and not clause.having("date")


def _of_a_guest(agenda: Agenda, reported: Encounter, clause: Clause) -> bool:
    """Met X, who is on a visit, who had arrived on a visit on 7 June: what follows goes on about the meeting."""
    guest = clause.form == "relative" and clause.head is not None and clause.head.kind == "Person"
    aside = agenda.current is not None and agenda.current.kind == "Visit" and reported.kind != "Visit"
    return guest and aside and clause.head is not None and clause.head.function in ("with", "object")


def _recalled(reader: Reader, reported: Encounter, sentence: Sentence, clause: Clause) -> bool:
    """X told the guests that on 9 October the Board held a meeting: the story stays where X told it."""
    told = clause.said_by is not None or clause.form in ("complement", "relative")
    told = told and not (clause.future or reported.planned)
    speakers = [c.said_by for c in sentence.clauses if c.said_by is not None] if told else []
    return any(key in reported.parts for _, key in reader.actors(speakers))


def _lists(reader: Reader, sentence: Sentence) -> bool:
    """Tell whether a sentence without a verb names people who took part in what the story is about."""
    return _listed(reader, sentence) or _listed_here(reader, sentence) or _speaker_named(reader, sentence)


def _by_predicate(reader: Reader, agenda: Agenda, number: int, sentence: Sentence, clause: Clause) -> None:
    """Note the encounter that a verb tells of without a noun."""
    if _met_there(reader, agenda, clause):
        _there(reader, agenda, sentence, clause)
    elif (
        clause.concepts & {"receive"}
        and not clause.having("object", "Person", "Role", "Organization")
        and all(_of_nobody_named(sentence, c) for c in clause.having("object", "Delegation"))
        and _visited(agenda)
    ):
        received(reader, agenda, number, sentence, clause)
    elif hands_over_credentials(reader, sentence, clause):
        by_credentials(reader, agenda, number, sentence, clause)
    elif gathers(agenda, sentence, clause):
        by_gathering(reader, agenda, number, sentence, clause)
    elif decides(reader, sentence, clause):
        by_deciding(reader, agenda, number, sentence, clause)
    elif clause.concepts & {"meet", "receive"} or (_talked(clause) and not clause.having("at", "Event")):
        by_verb(reader, agenda, number, sentence, clause)
    elif "sign" in clause.concepts and any(c.kind == "Agreement" for c in clause.chunks):
        by_signing(reader, agenda, number, sentence, clause)
    elif clause.concepts & {"visit"} and (
        (to := destination(clause)) is not None
        or clause.having("subject", "Delegation")
        or clause.having("to", "Person")
        or _seen(reader, clause)
    ):
        by_visit(reader, agenda, number, sentence, clause, to)


def _seen(reader: Reader, clause: Clause) -> bool:
    """3 марта министр осмотрел строящийся мост: what is looked at has no name, but someone was there on a day."""
    told = clause.form == "finite" and clause.past and not clause.passive and clause.modality == "asserted"
    looks = clause.lemma in reader.register.cues.words.get("goes-to-see", ())
    return told and looks and own_day(clause) is not None and not clause.having("object", "Event", "Person")


def _of_nobody_named(sentence: Sentence, delegation: Chunk) -> bool:
    """Делегацияны … қабылдады: of the guests who are spoken of, where nothing with the noun says whose it is."""
    told = any(c.form == "relative" and c.head is delegation for c in sentence.clauses)
    return delegation.owner is None and not delegation.parties and not told


def _dated_by_those_who_came(reader: Reader, agenda: Agenda, sentence: Sentence, clause: Clause) -> None:
    """Салтанат өтті. Оған 4 наурызда 300 көрермен жиналды: the day of what has just been told."""
    current, day = agenda.current, own_day(clause)
    near = current is not None and not current.date and current.line == sentence.line and not current.planned
    if near and current is not None and day is not None and clause.having("to", "Pronoun"):
        set_day(reader, current, day, reader.quote(sentence, clause, day))


def _happened(reader: Reader, agenda: Agenda, sentence: Sentence, clause: Clause) -> None:
    """X нанёс визит Y. Это произошло 2 марта: the day of what has just been told."""
    current, day = agenda.current, own_day(clause)
    near = current is not None and not current.date and current.line == sentence.line
    if near and current is not None and day is not None and not clause.negated and not clause.subjects:
        set_day(reader, current, day, reader.quote(sentence, clause, day))
        if not current.place and clause.having("at", "Place", "Organization"):
            set_place(reader, current, sentence, clause, None)


def _witnessed(reader: Reader, agenda: Agenda, number: int, sentence: Sentence, clause: Clause | None) -> None:
    """X presented the results on 2 August. Present were Z: what they were present at is that deed."""
    if clause is None:
        return
    present = clause.concepts & {"attend", "speak"} and clause.form == "finite" and clause.past and not clause.negated
    if not present or clause.modality != "asserted" or sentence.title or clause.having("date") or not clause.subjects:
        return  # призвал принять участие: nobody was there yet
    if "attend" in clause.concepts and clause.having("to"):
        return
    told = deed_before(reader, sentence, same_paragraph=True)
    current = agenda.current
    if told is not None and "attend" not in clause.concepts:
        # whoever spoke was at what was done in public, not at anything of which the press was told
        spoke = any(c.kind == "Person" for c in clause.subjects) and not clause.having("about", "Pronoun")
        if not spoke or not occasion(told[1]) or clause.passive:
            return
    if told is None or (
        current is not None and (current.date == told[2].value or current.evidence.start > told[0].start)
    ):
        return
    agenda.brought_up(encounter_of_deed(reader, number, told))


def _done_at(reader: Reader, agenda: Agenda, sentence: Sentence, clause: Clause, events: list[Chunk]) -> Chunk | None:
    """Решение принято на заседании 2 декабря: what is done at an encounter with a day of its own tells of it."""
    if clause.negated or clause.modality != "asserted" or clause.form == "relative" or sentence.title:
        return None
    for event in events:
        if _acts(clause, event) or ("dated" in event.flags and clause.past and not event.plural):
            return event
        visit = event.kind_of == "Visit" and event.function in ("at", "during")
        meets = clause.concepts & {"meet", "receive"}  # in the course of the session X met Y
        held = event.function == "at" or (event.function == "during" and event.kind_of == "Session" and not meets)
        if not (held or visit) or event.plural or "weak" in event.flags:
            continue
        if visit and event.function == "during" and clause.concepts & {"meet", "receive"}:
            continue  # в рамках поездки в Минск 1 марта встретился с X: the day is that of the meeting
        if event.kind_of in PRIVATE and not visit:
            continue
        near = [
            c
            for c in clause.chunks
            if c.kind == "Date"
            and c.kind_of == "on"
            and (
                0 < c.first - _phrase_end(clause, event, c) <= _NEAR
                or 0 < _phrase_begin(clause, event) - c.last <= _NEAR
            )
        ]
        near += [c for c in clause.having("date") if "attributive" in c.flags and 0 < event.first - c.last <= _BEFORE]
        sitting = any(c.kind == "Organization" for c in clause.subjects)
        own = event.kind_of == "Session" or any(party in clause.subjects for party in event.parties)
        if not near and own and clause.past and (sitting or (clause.passive and not clause.subjects)):
            near = clause.having("date")  # 2 сентября совет на заседании в Бишкеке принял X: a board decides in session
        spoke = clause.past and not clause.passive and "speak" in clause.concepts and clause.subjects
        if not near and spoke:
            near = clause.having("date")  # 25 апреля X выступил перед студентами на семинаре
        fits = (c.value for c in near if c.kind_of == "on" or "attributive" in c.flags)
        day = next((value for value in fits if len(value) == DAY), "")
        known = agenda.taken_up(event)
        if day and (known is None or (not known.date and (known.title or visit)) or (known.date and known.date != day)):
            return event
    return None


def _phrase_end(clause: Clause, event: Chunk, day: Chunk) -> int:
    """At its meeting in Osh on 2 March: the last token before a day that says whose an encounter is, or where."""
    ends = (c.last for c in clause.chunks if c in event.parties or (c.function == "at" and c.kind != "Event"))
    return max([event.last, *(end for end in ends if end < day.first)])


def _phrase_begin(clause: Clause, event: Chunk) -> int:
    """On 4 March at the Union's annual meeting, at a media briefing: the first token of an encounter's phrase."""
    owners = [c.first for c in clause.having("owner") if 0 < event.first - c.last <= _MODIFIERS]
    return min([event.last + 1 - len(event.label.split()), *owners])


def _acts(clause: Clause, event: Chunk) -> bool:
    """On 3 March the congress of the League admitted X: what a congress does on a day it does in session."""
    sits = event.kind_of == "Session" or "own" in event.flags  # a congress, a general meeting
    if event.function != "subject" or event.plural or not sits or not event.parties:
        return False
    acting = clause.form == "finite" and clause.past and not clause.passive and bool(clause.having("object"))
    days = clause.days
    end = max([event.last, *(party.last for party in event.parties)])
    return acting and any(c.first < event.first or 0 < c.first - end <= _NEAR for c in days)


def _lies_ahead(reader: Reader, clause: Clause, sentence: Sentence, events: list[Chunk]) -> Chunk | None:
    """Договорились о визите министра X в Вильнюс 12 мая: a later day right behind an encounter's phrase is its own."""
    if clause.negated or clause.modality not in ("asserted", "planned") or clause.form == "relative" or sentence.title:
        return None
    if clause.future and (event := _will_be_dealt_with(reader, clause, events)) is not None:
        return event
    if clause.future and (event := _will_speak_at(reader, clause, events)) is not None:
        return event
    for event in events:
        if event.function not in ("about", "to", "owner") or event.plural or "weak" in event.flags or not event.parties:
            continue
        ends = [c.last for c in clause.chunks if c in event.parties or (c.function == "at" and c.kind != "Event")]
        days = [
            c
            for c in clause.chunks
            if c.kind == "Date" and len(c.value) == DAY and c.value > (reader.published or "9") and c.first > event.last
        ]
        if days and days[0].first - max([event.last, *(e for e in ends if e < days[0].first)]) <= _NEAR:
            return event
    return None


def _will_be_dealt_with(reader: Reader, clause: Clause, events: list[Chunk]) -> Chunk | None:
    """Жоба 16 мамырда Сенаттың отырысына шығарылады: what comes before a body on a day to come tells of its session."""
    ahead = [d for d in clause.having("date") if len(d.value) == DAY and d.value > (reader.published or "9")]
    fits = (
        e
        for e in events
        if e.function in ("at", "to") and e.possessed and e.kind_of == "Session" and not e.plural and _owner(clause, e)
    )
    return next(fits, None) if ahead else None


def _will_speak_at(reader: Reader, clause: Clause, events: list[Chunk]) -> Chunk | None:
    """23 мая X выступит на собрании союза: whoever will speak somewhere on a day tells of what is held there."""
    ahead = [d for d in clause.days if d.value > (reader.published or "9")]
    if not ahead or "speak" not in clause.concepts or not any(c.kind == "Person" for c in clause.subjects):
        return None
    return next((e for e in events if e.function == "at" and not e.plural and "weak" not in e.flags), None)


def _owner(clause: Clause, event: Chunk) -> bool:
    """Tell whether a body stands right before an encounter and owns it."""
    return any(
        c.kind == "Organization" and c.function == "owner" and 0 < event.first - c.last <= _NEAR for c in clause.chunks
    )


def _met_there(reader: Reader, agenda: Agenda, clause: Clause) -> bool:
    """X побывал на подстанции, где его встретил Y: whoever is met where someone has gone to is met on that visit."""
    visit = agenda.current
    if visit is None or visit.kind != "Visit" or not clause.past or clause.negated or clause.modality != "asserted":
        return False
    greeted = clause.lemma in reader.register.cues.words.get("greets", ()) and bool(clause.having("object", "Person"))
    told = "there" in clause.flags or greeted
    spoke = "speak" in clause.concepts and clause.having("with", "Person")
    met = bool(clause.concepts & {"meet", "receive", "accompany"}) or bool(spoke)
    dated = bool(visit.date) or greeted or "speak" in clause.concepts
    return told and met and dated and not clause.having("date")


def _there(reader: Reader, agenda: Agenda, sentence: Sentence, clause: Clause) -> None:
    people = [c for c in (*clause.subjects, *clause.having("with"), *clause.having("object")) if c.kind == "Person"]
    add_actors(reader, agenda.current, people, reader.quote(sentence, clause, *people), "meeting.host", clause, 0.8)


def _talked(clause: Clause) -> bool:
    """X обсудил с Y …: two people who discuss something with each other meet."""
    if "discuss" not in clause.concepts:
        return False
    return bool(clause.having("with", "Person")) and any(c.kind == "Person" for c in clause.subjects)


def _listed(reader: Reader, sentence: Sentence) -> bool:
    """Tell whether a sentence is an item of a list of those who spoke or came, which a colon has announced."""
    if not _is_item(sentence):
        return False
    before = [s for s in reader.sentences if s.end <= sentence.start and s.tokens and not _is_item(s)]
    if not before or not before[-1].tokens or before[-1].tokens[-1].text != ":":
        return False
    lemmas = {r.lemma for readings in before[-1].readings for r in readings}
    return bool(lemmas & reader.register.cues.words["attendees"])


def _listed_here(reader: Reader, sentence: Sentence) -> bool:
    """Среди выступивших: X, Y, Z: a colon in the sentence itself announces those who spoke or came."""
    attendees = reader.register.cues.words["attendees"]
    colon = next((i for i, token in enumerate(sentence.tokens) if token.text == ":"), 0)
    before = {r.lemma for readings in sentence.readings[:colon] for r in readings}
    if before & attendees:
        return True
    # Среди докладчиков – X, Y и Z
    dash = next((i for i, token in enumerate(sentence.tokens[:_LABEL]) if token.kind == "dash"), 0)
    return dash > 1 and any(r.lemma in attendees for r in sentence.readings[dash - 1])


def _speaker_named(reader: Reader, sentence: Sentence) -> bool:
    """Баяндамашы – X: a sentence that only says who spoke."""
    if len(sentence.tokens) < 3 or sentence.tokens[1].kind != "dash":
        return False
    return any(r.lemma.lower() in reader.register.cues.words["attendees"] for r in sentence.readings[0])


def _is_item(sentence: Sentence) -> bool:
    """Tell whether a sentence begins as an item of a list does: •, –, 1), 2."""
    words = [token.text for token in sentence.tokens[:2]]
    return bool(words) and (words[0] in "•–—-*·" or (words[0].isdigit() and words[1:] in ([")"], ["."])))


def _taken_up_by_pronoun(reader: Reader, sentence: Sentence, clause: Clause) -> Chunk | None:
    """Бастапқыда … белгіленген еді. Ол 19 қаңтарда өтеді: the encounter that the sentence before speaks of."""
    pronouns = clause.having("subject", "Pronoun")
    if not pronouns and "chair" in clause.concepts and clause.having("date"):
        pronouns = clause.having("object", "Pronoun")  # совещание ректоров: его 1 марта провёл X
    if not pronouns and clause.modality == "cancelled":
        pronouns = clause.having("object", "Pronoun")  # но его перенесли на 12 марта
    told = [c for c in clause.chunks if c.kind == "Date" or c.function == "at"]
    if not pronouns or not told:
        return None
    near = [s for s in reader.sentences if s.line == sentence.line and s.end <= sentence.end]
    events = [
        c
        for s in near[-2:]
        for c in s.chunks
        if c.kind == "Event" and c.start < pronouns[0].start and "weak" not in c.flags
    ]
    if pronouns[0].plural:  # they were held in Kostanay: talks
        events = [c for c in events if c.kind_of == "Negotiations"]
    return events[-1] if events else None


def _visited(agenda: Agenda) -> Encounter | None:
    """Return the visit that is spoken of: whoever receives the guests takes part in it."""
    return agenda.current if agenda.current is not None and agenda.current.kind == "Visit" else None


def _introduced(clause: Clause, events: list[Chunk]) -> Chunk | None:
    """Return the encounter that the clause brings up: what is held, attended, or what the relative clause tells of."""
    if not events:
        return None
    beside_verb = any(e.function == "subject" and e.last == clause.predicate[0] - 1 for e in events)
    if clause.concepts & {"meet"} and beside_verb and not (clause.passive and "hold" in clause.concepts):
        return None  # келіссөз жүргізді: the noun is part of the verb; келіссөз жүргізілді: they were held
    if clause.form == "relative" and clause.head in events and clause.concepts & {"meet", "receive"}:
        return clause.head  # видеоконференция, в ходе которой X обменялся опытом с Y
    if clause.form == "relative" and clause.head in events and "attend" in clause.concepts and clause.subjects:
        return clause.head  # X, Y және Z қатысқан жиын
    if clause.concepts & {"hold", "chair"} or clause.form == "nominal":
        wanted: tuple[str, ...] = ("subject", "object", *(["to"] if "chair" in clause.concepts else []))
    elif clause.concepts & {"attend", "participate", "visit"}:
        wanted = ("to",)
    elif clause.modality in ("cancelled", "planned"):
        wanted = ("subject", "object")
    elif clause.concepts & {"meet"}:
        wanted = ("subject", "object") if _assembled(clause) else ("object",)
    else:
        return (
            events[-1]
            if clause.form == "relative" and clause.head is events[-1] and clause.concepts & {"hold"}
            else None
        )
    if clause.form == "relative" and clause.head in events and clause.concepts & {"hold", "chair"}:
        return clause.head
    fits = [e for e in events if e.function in wanted and "weak" not in e.flags]
    if clause.form == "nominal" and any(e.parties for e in fits):
        return next(e for e in fits if e.parties)  # Пленум союза: кадры, тарифы, съезд
    return fits[-1] if fits else None


def _assembled(clause: Clause) -> bool:
    """The Ministerial Conference of the Council will meet on 19 May: what meets is an assembly itself."""
    actors = any(c.kind != "Event" for c in clause.subjects) or clause.having("with") or clause.passive
    return not actors and not any(e.plural or e.kind_of in PRIVATE for e in clause.having("subject", "Event"))


def _mentioned(reader: Reader, agenda: Agenda, sentence: Sentence, clause: Clause, event: Chunk) -> None:
    """A noun that only takes up an encounter makes it the one that is spoken of."""
    old = agenda.taken_up(event)
    if old is None:
        return
    if not sentence.title and not old.denied and event.function in ("during", "at", "to", "object", "subject", "owner"):
        agenda.current = old
