"""Encounters that a verb tells of: X met Y, X received Y, a delegation went to a place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from kg.extract.encounters import PRIVATE, SIGNING, Agenda, Encounter
from kg.extract.reader import Reader
from kg.extract.taking_part import BRINGS_BODY, add_actors, alongside, bring_bodies, led
from kg.extract.when_and_where import (
    day_of,
    day_of_dateline,
    months_told,
    narrative_day,
    set_day,
    set_place,
    set_status,
)
from kg.lang.syntax import DAY, Chunk, Clause, Sentence

_NEWS = timedelta(days=31)
_SIDES = 2  # at least, where people meet; more than these are no bilateral meeting
_ACTORS = ("Person", "Organization", "Delegation", "Role", "Pronoun", "Place")


def by_verb(reader: Reader, agenda: Agenda, number: int, sentence: Sentence, clause: Clause) -> None:
    """Note the encounter that a verb tells of: кездесті, қабылдады, встретился, was received."""
    subjects = [c for c in clause.subjects if c.kind in (*_ACTORS, "Country")]
    if not subjects and clause.having("subject", "Event"):  # делегация … болып, X-пен келіссөз жүргізді
        subjects = [c for c in clause.inherited if c.kind in (*_ACTORS, "Country")]
    if "receive" in clause.concepts and "meet" not in clause.concepts:
        others, kind = _received(reader, clause), "Reception"
    else:
        others = [c for c in clause.having("with") if c.kind in (*_ACTORS, "Country", "Side")]
        kind = _kind_of_meeting(clause)
        if not others and (
            _they_met(reader, agenda, sentence, clause) or _sides_meet(reader, agenda, number, sentence, clause)
        ):
            return
        alone = sum(1 + len(c.parties if c.plural else ()) for c in subjects if _a_side(c)) < _SIDES
        several = [c for c in subjects if c.kind == "Organization" and c.plural and not c.proper]
        alone = alone and len(reader.actors(several)) < _SIDES  # the two committees met again
        if not others and alone and "with-someone" not in clause.flags:
            return
    if not others and kind == "Reception" and "with-someone" not in clause.flags:
        return
    quote = reader.quote(sentence, clause, *subjects, *others)
    if not others and kind == "Reception" and _at_an_occasion(agenda, clause):
        add_actors(reader, agenda.current, subjects, quote, "meeting.host", clause)
        return
    if clause.having("at", "Pronoun") and _goes_on(agenda, clause):
        add_actors(reader, agenda.current, [*subjects, *others], quote, "meeting.verb", clause)
        return
    day = day_of(reader, clause, sentence)
    over = agenda.current is not None and agenda.current.over and day not in clause.chunks
    day = None if over else day  # on 3 March she ended a visit, during which she met X: some day before that
    hosts = [c for c in subjects if c.kind in ("Organization", "Place")]
    if kind == "Reception" and day is not None and day.names and len(hosts) == len(subjects) == 1:
        _hosted_for_days(reader, agenda, number, sentence, clause, day, hosts[0])
        return
    new = Encounter(kind, "", number, sentence.line, quote, sentence.title, over=over)
    set_day(reader, new, day, quote)
    set_status(reader, new, clause)
    add_actors(reader, new, subjects, quote, "meeting.verb", clause)
    add_actors(reader, new, others, quote, "meeting.verb", clause)
    add_actors(reader, new, clause.having("on-behalf"), quote, "meeting.on-behalf", clause)  # as head of Y he met X
    led(reader, new, sentence, clause, quote)
    if not new.parts and not ("in-session" in clause.flags and new.date):
        return  # собрался совет города: whoever is told of later was there
    set_place(reader, new, sentence, clause, None)
    if not new.date and not sentence.title:
        narrative_day(reader, agenda, new, sentence, clause)
        new.day_of_story = bool(new.date)
    if not new.date and months_told(clause):
        return  # an encounter of its own, on a day that is not said
    _on_a_visit(agenda, new)
    agenda.brought_up(new, fresh=_where_they_went(agenda, new))


def _kind_of_meeting(clause: Clause) -> str:
    """Return what a clause of meeting tells of: talks that it names (but not after the talks), a session, a call."""
    if any(c.kind_of == "Negotiations" and c.function != "around" for c in clause.chunks if c.kind == "Event"):
        return "Negotiations"
    if "in-session" in clause.flags or "remote" in clause.flags:
        return "Session" if "in-session" in clause.flags else "Call"
    bodies = [c for c in clause.chunks if c.kind in ("Organization", "Country") and c.function in ("subject", "with")]
    return "BilateralMeeting" if len(bodies) <= _SIDES else "Gathering"


def _hosted_for_days(
    reader: Reader, agenda: Agenda, number: int, sentence: Sentence, clause: Clause, days: Chunk, host: Chunk
) -> None:
    """Университет с 13 по 15 сентября принимал делегацию X: a body that has guests for days is where they visit."""
    guests = [c for c in clause.having("object") if c.kind in ("Delegation", "Person")]
    if not any(c.kind == "Delegation" for c in guests) or sentence.title:
        return
    quote = reader.quote(sentence, clause, host, *guests)
    new = Encounter("Visit", "", number, sentence.line, quote)
    set_day(reader, new, days, quote)
    set_status(reader, new, clause)
    add_actors(reader, new, guests, quote, "meeting.visit", clause)
    led(reader, new, sentence, clause, quote)
    new.place, new.place_evidence = reader.body(host), quote
    if new.parts:
        agenda.brought_up(new)


def _received(reader: Reader, clause: Clause) -> list[Chunk]:
    """Return whom a clause says somebody received: people, a delegation, in Kazakh him of whom was told (оны)."""
    found = [c for c in clause.having("object") if c.kind in ("Person", "Delegation", "Role") or _sent(reader, c)]
    found = [c for c in found if c.kind_of != "membership" or c.owner is not None]  # приняла новых членов
    if not clause.passive:
        found += [c for c in clause.having("object", "Pronoun") if reader.taken_up(c).startswith("person")]
    return found


def _a_side(chunk: Chunk) -> bool:
    """Tell whether a phrase names one side: X and Y met; representatives of the union and the employers met."""
    return chunk.kind in ("Person", "Organization") or (
        chunk.kind in ("Role", "Delegation") and chunk.owner is not None
    )


def _they_met(reader: Reader, agenda: Agenda, sentence: Sentence, clause: Clause) -> bool:
    """Олар 15 мамырда жолықты: the day of the encounter told of right before, where that had none."""
    current, day = agenda.current, day_of(reader, clause, sentence)
    they = any(c.plural for c in clause.having("subject", "Pronoun"))
    if not they or day is None or current is None or current.date or clause.negated or clause.future:
        return False
    if current.kind not in PRIVATE | {"Gathering"} or current.planned:
        return False
    set_day(reader, current, day, reader.quote(sentence, clause, day))
    return True


def _sides_meet(reader: Reader, agenda: Agenda, number: int, sentence: Sentence, clause: Clause) -> bool:
    """The two sides will meet again on 14 May: another encounter of the bodies that met, whoever comes for them."""
    before, day = agenda.current, day_of(reader, clause, sentence)
    sides = [c for c in clause.subjects if c.kind == "Side" and c.plural]
    if not sides or day is None or before is None or before.kind not in PRIVATE or day.value <= before.date:
        return False
    told = replace(before, parts=dict(before.parts))
    bring_bodies(reader, told)
    bodies = [part for part in told.parts.values() if reader.draft.type_of(part.key) == "Organization"]
    if len(bodies) != _SIDES or clause.negated:
        return False
    quote = reader.quote(sentence, clause, *sides)
    new = Encounter(before.kind, "", number, sentence.line, quote)
    set_day(reader, new, day, quote)
    set_status(reader, new, clause)
    for part in bodies:
        new.add(part.key, quote, "meeting.sides", 0.75)
    set_place(reader, new, sentence, clause, None)
    agenda.brought_up(new, fresh=True)
    agenda.current = before
    return True


def _sent(reader: Reader, chunk: Chunk) -> bool:
    """The mission of the Fund was received by X: a body of people who travel together."""
    return chunk.kind == "Organization" and chunk.proper and chunk.lemma in reader.register.cues.words["delegation"]


def _at_an_occasion(agenda: Agenda, clause: Clause) -> bool:
    """Welcomed the guests: at what is spoken of, where many come."""
    current = agenda.current
    crowd = current is not None and (current.kind not in PRIVATE or current.kind == "Visit" or bool(current.label))
    return crowd and _goes_on(agenda, clause)


def _goes_on(agenda: Agenda, clause: Clause) -> bool:
    """Отырыс 3 маусымда өтті. Онда X пен Y сөйлесті: more is told of the encounter, on no other day."""
    told = agenda.current is not None and not clause.having("date")
    return told and not clause.negated and clause.modality == "asserted"


def _on_a_visit(agenda: Agenda, new: Encounter) -> None:
    """Whom a guest meets on the day of a visit is met where the visit is to."""
    visits = [e for e in agenda.encounters if e.kind == "Visit" and e.place and e.date and new.date]
    visit = next((e for e in reversed(visits) if new.date in (e.date, _second_day(e))), None)
    if visit is not None and not new.place and set(visit.parts) & set(new.parts):
        new.place, new.place_evidence = visit.place, visit.place_evidence


def _where_they_went(agenda: Agenda, new: Encounter) -> bool:
    """Түстен кейін X ауылға барып, тұрғындармен кездесті: whom a journey just told of led to is met where it led."""
    visit = next((e for e in reversed(agenda.encounters) if e.kind == "Visit" and e.sentence == new.sentence), None)
    if visit is None or not visit.place or new.place not in ("", visit.place) or not set(visit.parts) & set(new.parts):
        return False
    new.place, new.place_evidence = visit.place, visit.place_evidence
    return True


def _second_day(visit: Encounter) -> str:
    """Return the last day of a visit of two days, "" of any other: within more of them guests go elsewhere too."""
    if len(visit.date) != DAY or len(visit.end_date) != DAY:
        return ""
    days = date.fromisoformat(visit.end_date) - date.fromisoformat(visit.date)
    return visit.end_date if days == timedelta(days=1) else ""


def by_visit(reader: Reader, agenda: Agenda, number: int, sentence: Sentence, clause: Clause, to: Chunk | None) -> None:
    """Делегация Кербұлақ ауданына барды: a visit, when a delegation or a holder of a post goes to a place on a day."""
    goers = [c for c in clause.subjects if c.kind in ("Person", "Delegation", "Role")]
    goers += _led_or_taken_up(reader, sentence, clause)
    day = day_of(reader, clause, sentence)
    aside = clause.form == "relative" and not clause.past
    if aside and day is not None and day not in clause.chunks:
        day = None  # today received X, who is in Lithuania on a visit: it is not said when that began
    if not goers or sentence.title or clause.negated:
        return
    if (visit := _on_the_same_visit(reader, agenda, clause)) is not None:
        add_actors(reader, visit, goers, reader.quote(sentence, clause, *goers), "meeting.accompanied", clause, 0.8)
        return
    met = [c for event in clause.having("about", "Event") for c in event.parties if c.kind == "Person"]
    met += clause.having("to", "Person")  # к директору приезжал X
    ranked = any(c.kind == "Delegation" or _of_rank(reader, c) for c in goers)
    if not ranked and not met and "official" not in clause.flags:
        _guests_came(reader, agenda, number, sentence, clause, to)
        return
    quote = reader.quote(sentence, clause, *goers)
    new = Encounter("Visit", "", number, sentence.line, quote)
    set_day(reader, new, day, quote)
    set_status(reader, new, clause)
    add_actors(reader, new, goers + alongside(clause), quote, "meeting.visit", clause)
    led(reader, new, sentence, clause, quote)
    if day is None and "sequel" in clause.flags and _goes_of_himself(clause) and not _visiting(agenda, new):
        narrative_day(reader, agenda, new, sentence, clause)
    if not new.date and _goes_of_himself(clause):
        set_day(reader, new, day_of_dateline(reader, sentence), quote)  # 13 наурыз, бейсенбі. X ауданға барды.
    for host in (c for c in sentence.clauses if c.form == "relative" and c.head is to and c.past and not c.negated):
        add_actors(reader, new, host.having("subject", "Person"), quote, "meeting.host", host, 0.8)
    add_actors(reader, new, met, quote, "meeting.visit", clause, 0.8)  # went to X for a conversation with Y
    if to is not None:
        new.place, new.place_evidence = to.thing or reader.body(to), quote
    delegated = any(c.kind == "Delegation" for c in goers)
    known = agenda.current
    if known is not None and known.kind == "Visit" and not (new.parts or new.date or clause.having("object")):
        return  # топ сапармен келді. Қонақтар екі қалада болды: of the guests on a visit more is told
    told = new.date or _may_be_dated_later(clause) or (delegated and not clause.future)
    if (new.parts or delegated) and told:
        reported = agenda.current
        agenda.brought_up(new)
        agenda.current = reported if aside and reported is not None else agenda.current


def _led_or_taken_up(reader: Reader, sentence: Sentence, clause: Clause) -> list[Chunk]:
    """Ол ауруханаға барды; X бастаған комитет ауылға барды: whom a pronoun takes up, a body whose head goes first."""
    led_by = [c.head for c in sentence.clauses if c.form == "relative" and "lead" in c.concepts and c.head is not None]
    bodies = [c for c in clause.subjects if c.kind == "Organization" and c in led_by]
    they = [c for c in clause.subjects if c.kind == "Pronoun"]
    if not clause.subjects and not clause.passive and clause.form == "finite" and clause is sentence.clauses[0]:
        they = [_unsaid(sentence)]  # 11 наурызда ауруханаға барды: he of whom the sentence before tells
    return bodies + [c for c in they if reader.taken_up(c).startswith("person")]


def _unsaid(sentence: Sentence) -> Chunk:
    """Return the pronoun that a language leaves out where who acts is plain."""
    return Chunk("Pronoun", 0, 0, sentence.start, sentence.start, "", "", "pronoun.unsaid", "subject", proper=False)


def _on_the_same_visit(reader: Reader, agenda: Agenda, clause: Clause) -> Encounter | None:
    """Вместе с ней школу осмотрели X и Y: who goes along with someone on a visit is on the same one."""
    visit = agenda.current
    along = {key for _, key in reader.actors(alongside(clause))}
    there = visit is not None and visit.kind == "Visit" and bool(along & set(visit.parts))
    return visit if there and not clause.having("date") and clause.past and clause.modality == "asserted" else None


def _goes_of_himself(clause: Clause) -> bool:
    """Түстен кейін фабриканы аралады; not келуге шақырды, nor what somebody is said to have done."""
    return clause.past and clause.modality == "asserted" and clause.form == "finite"


def _may_be_dated_later(clause: Clause) -> bool:
    """X Атырауға барды. Сапар 14 мамырда өтті: a journey that was made, whose day the next sentences may tell."""
    told = clause.past and clause.modality == "asserted" and clause.form in ("finite", "converb")
    there = clause.having("to", "Place", "Organization") or clause.flags & {"official", "be-there"}
    return told and bool(there) and not clause.having("to", "Pronoun", "Event")


def _visiting(agenda: Agenda, new: Encounter) -> bool:
    """Tell whether whoever goes somewhere is on a visit already, of which that is a part."""
    return (
        agenda.current is not None
        and agenda.current.kind == "Visit"
        and bool(set(agenda.current.parts) & set(new.parts))
    )


def _guests_came(
    reader: Reader, agenda: Agenda, number: int, sentence: Sentence, clause: Clause, to: Chunk | None
) -> None:
    """Ауруханаға орталықтан мамандар келді: a visit whose day and people are told later, where the guests are sent."""
    sent = [c for c in clause.having("from", "Organization") if c.proper]
    if to is None or not sent or not clause.past or clause.modality != "asserted" or clause.form != "finite":
        return
    new = Encounter("Visit", "", number, sentence.line, reader.quote(sentence, clause, *sent))
    set_day(reader, new, day_of(reader, clause, sentence), new.evidence)
    new.place, new.place_evidence = to.thing or reader.body(to), new.evidence
    agenda.brought_up(new)


def hands_over_credentials(reader: Reader, sentence: Sentence, clause: Clause) -> bool:
    """Елші сенім грамотасын тапсырды: tell whether an envoy hands his letters to somebody, whom he meets."""
    marks = tuple(reader.register.cues.words.get("credentials", ()))
    if not marks or not clause.past or clause.negated or clause.modality != "asserted" or clause.form == "relative":
        return False
    people = _who_are_there(clause)
    if len(people) < _SIDES or not any(_is_envoy(reader, c) for c in people):
        return False
    last = max([clause.last, *(c.last for c in clause.chunks)])
    words = sentence.tokens[clause.first : last + 1]
    return any(token.text.lower().startswith(marks) for token in words)


def _is_envoy(reader: Reader, chunk: Chunk) -> bool:
    """Tell whether somebody comes from a state or a body: елші X, the ambassador, or X who was called so before."""
    if "envoy" in (chunk.kind_of, *(post.kind_of for post in chunk.posts)):
        return True
    known = reader.register.human(chunk.thing).posts if chunk.kind == "Person" and chunk.thing else ()
    return any(kind == "envoy" for _, _, kind, _ in known)


def _who_are_there(clause: Clause) -> list[Chunk]:
    """Return the people and holders of posts of a clause, whatever they do in it."""
    found = [*clause.inherited, *clause.chunks]
    return [c for c in found if c.kind in ("Person", "Role") and not c.plural and c.inside is None]


def by_credentials(reader: Reader, agenda: Agenda, number: int, sentence: Sentence, clause: Clause) -> None:
    """Министр елшіден сенім грамотасын қабылдады: an envoy is received by whoever takes his letters."""
    people = _who_are_there(clause)
    quote = reader.quote(sentence, clause, *people)
    new = Encounter("Reception", "", number, sentence.line, quote, sentence.title)
    set_day(reader, new, day_of(reader, clause, sentence), quote)
    add_actors(reader, new, people, quote, "meeting.credentials", clause)
    set_place(reader, new, sentence, clause, None)
    if not new.date and not sentence.title:
        narrative_day(reader, agenda, new, sentence, clause)
        new.day_of_story = bool(new.date)
    if len(new.parts) > 1:
        agenda.brought_up(new)


def by_signing(reader: Reader, agenda: Agenda, number: int, sentence: Sentence, clause: Clause) -> None:
    """16 мая в музее подписано соглашение с архивом: a signing with a day and a place of its own is an encounter.

    One without a place may have been done apart; one of long ago tells only where an agreement comes from.
    """
    day = next(iter(clause.days), None)
    if day is None or sentence.title or clause.negated or not clause.past or clause.modality != "asserted":
        return
    if not _is_news(reader, day.value) or any(c.kind == "Event" for c in clause.chunks):
        return
    parties = [c for c in clause.subjects if c.kind in ("Person", "Organization", "Role")]
    parties += [c for c in clause.chunks if c.function in ("with", "between") and c.kind in ("Person", "Organization")]
    quote = reader.quote(sentence, clause, day, *parties)
    new = Encounter("Gathering", SIGNING, number, sentence.line, quote)
    set_day(reader, new, day, quote)
    add_actors(reader, new, parties, quote, "meeting.signed", clause, 0.8)
    set_place(reader, new, sentence, clause, None)
    if (new.place and (new.parts or _then_signed_by(reader, sentence))) or (
        len(new.parts) > 1 and _then_where(reader, sentence)
    ):
        agenda.encounters.append(new)
        agenda.current = new


def _then_signed_by(reader: Reader, sentence: Sentence) -> bool:
    """1 марта в Томске подписан меморандум. Подписи поставили X и Y: the next sentence tells who signed."""
    told = [c for c in _clauses_behind(reader, sentence) if "sign" in c.concepts and c.past and not c.having("date")]
    return any(c.modality == "asserted" and not c.negated and len(c.having("subject", "Person")) > 1 for c in told)


def _then_where(reader: Reader, sentence: Sentence) -> bool:
    """2 марта X и Y подписали соглашение. Церемония прошла в Доме учёных: the next sentence tells where they met."""
    held = [c for c in _clauses_behind(reader, sentence) if "hold" in c.concepts and c.past and not c.negated]
    there = [c for c in held if not c.having("date") and c.having("at", "Place", "Organization")]
    events = [e for c in there for e in c.having("subject", "Event")]
    return any(e.flags & {"taken-up", "general"} and not e.parties for e in events)


def _clauses_behind(reader: Reader, sentence: Sentence) -> list[Clause]:
    """Return the clauses of the next sentence of a paragraph."""
    at = reader.sentences.index(sentence) + 1
    return [c for s in reader.sentences[at : at + 1] if s.line == sentence.line for c in s.clauses]


def _is_news(reader: Reader, day: str) -> bool:
    """Tell whether a day lies at most a month before that of publication."""
    if not reader.published:
        return True
    return timedelta(0) <= date.fromisoformat(reader.published) - date.fromisoformat(day) <= _NEWS


def _of_rank(reader: Reader, chunk: Chunk) -> bool:
    """Tell whether someone holds a post that speaks for a body."""
    if chunk.kind == "Organization":
        return True
    key = reader.taken_up(chunk) if chunk.kind == "Pronoun" else reader.person(chunk)
    if any(post.kind_of in BRINGS_BODY and "former" not in post.flags for post in chunk.posts):
        return True
    return bool(key) and any(
        kind in BRINGS_BODY and not ended for _, _, kind, ended in reader.register.human(key).posts
    )


def destination(clause: Clause) -> Chunk | None:
    """Return where a clause says someone went: to a place or body, to something in a place (Риддердегі фабрикасына)."""
    to = clause.having("to", "Place", "Organization", "Country") or clause.having("object", "Organization", "Place")
    toured = [c for c in clause.having("object", "Organization", "Place") if c.proper]
    if to and toured and any(e.kind_of == "Visit" and e.first == to[-1].last + 2 for e in clause.having("during")):
        to = toured  # облысқа жұмыс сапары аясында зауытты аралады
    near = [c for c in clause.having("attributive", "Place", "Country") if c.last < clause.predicate[0]]
    if near and to and not to[-1].proper and near[-1].last == to[-1].first - 1:
        return near[-1]  # Риддердегі байыту фабрикасына: a common noun, but in a town
    to = to or near or (clause.having("at", "Place", "Organization", "Country") if "be-there" in clause.flags else [])
    return to[-1] if to else None


def received(reader: Reader, agenda: Agenda, number: int, sentence: Sentence, clause: Clause) -> None:
    """Гостей принял ректор: whoever receives the guests of a visit meets them; who welcomes them visits too."""
    visit = agenda.current
    quote = reader.quote(sentence, clause, *clause.subjects)
    if visit is None or clause.negated or sentence.title:
        return
    nowhere = visit.kind == "Visit" and not visit.place and not clause.having("date") and visit.line == sentence.line
    if "host" in clause.concepts or nowhere:  # с работой суда знакомились судьи. Гостей принял X: one and the same
        add_actors(reader, visit, clause.subjects, quote, "meeting.host", clause)
        return
    new = Encounter("Reception", "", number, sentence.line, quote)
    set_day(reader, new, day_of(reader, clause, sentence), quote)
    set_status(reader, new, clause)
    add_actors(reader, new, clause.subjects, quote, "meeting.host", clause)
    if not new.parts:
        return
    for part in visit.parts.values():
        new.add(part.key, quote, "meeting.guest", 0.75)
    if not new.date:
        new.date, new.date_evidence = visit.date, visit.date_evidence
    set_place(reader, new, sentence, clause, None)
    if not new.place:
        new.place, new.place_evidence = visit.place, visit.place_evidence
    agenda.brought_up(new)
