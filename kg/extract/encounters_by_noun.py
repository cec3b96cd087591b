"""Encounters that a noun tells of: the session that was held, the forum attended, the meeting of X with Y."""

from __future__ import annotations

from kg.extract.deeds import add_deed, deed_before
from kg.extract.described import described_body, tells_which
from kg.extract.encounters import PRIVATE, Agenda, Encounter
from kg.extract.meetings_with_each import with_each
from kg.extract.reader import Reader
from kg.extract.taking_part import add_actors, alongside, led
from kg.extract.when_and_where import day_of, narrative_day, set_day, set_place, set_status
from kg.lang.syntax import DAY, Chunk, Clause, Sentence
from kg.records import Span

_MODIFIERS = 3  # words from a pronoun to the noun of the encounter that it owns
_PARAGRAPH = 3  # sentences within which an encounter gets its day
_WHERE = frozenset({"at", "to", "from", "with"})  # мұрағатта шеберлік сағаты: where it was, not whose
_BESIDE = 2  # tokens from the last of those who met to the day
_ACTORS = frozenset({"Person", "Organization", "Role", "Delegation"})
_TAKEN_UP = ("Gathering", "BilateralMeeting", "Reception")
_ORGANISED = frozenset({"Conference", "Forum", "Seminar", "RoundTable", "Summit", "Briefing"})


def by_noun(reader: Reader, agenda: Agenda, number: int, sentence: Sentence, clause: Clause, event: Chunk) -> None:
    """Note the encounter that a noun brings up or takes up again, with what its clause says of it."""
    if "both" in event.flags and clause.concepts & {"attend"} and not clause.negated:
        quote = reader.quote(sentence, clause, event)
        for known in [e for e in agenda.encounters if e.date and not e.denied and not e.planned][-2:]:
            add_actors(reader, known, clause.subjects, quote, "meeting.attended", clause)
    if event.plural and event.kind_of != "Negotiations":
        with_each(reader, agenda, number, sentence, clause, event)
        return
    if _comes_to_an_end(reader, agenda, sentence, clause, event):
        return
    new = _told_of(reader, agenda, number, sentence, clause, event)
    told = agenda.of_noun.get(event.start)
    if told is not None and _told_twice(told, new, clause):
        told.absorb(new)  # X мүшелері қатысқан отырысты Y жүргізді: two clauses with one noun
        encounter = told
    else:
        encounter = _known_or_new(reader, agenda, sentence, clause, event, new)
    agenda.of_noun[event.start] = encounter
    event.flags.discard("new")  # what is said of it later in the sentence is said of the same one
    _who_came(reader, encounter, sentence, clause, event, new.evidence)


def _told_twice(told: Encounter, new: Encounter, clause: Clause) -> bool:
    """Tell whether two clauses with one noun agree; one that moves an encounter tells of another day."""
    undone = new.cancelled or new.denied or told.denied or clause.modality == "cancelled"
    return told.kind == new.kind and not undone and (told.date == new.date or not (told.date and new.date))


def _comes_to_an_end(reader: Reader, agenda: Agenda, sentence: Sentence, clause: Clause, event: Chunk) -> bool:
    """Визит начался 6 июля и завершится завтра: the second day is the last one of the same encounter."""
    known = agenda.taken_up(event)
    if known is None or not known.date or clause.lemma not in reader.register.cues.words.get("ends", ()):
        return False
    day = day_of(reader, clause, sentence, event)
    if day is None or day.value <= known.date or known.lemma not in ("", event.lemma):
        return False
    known.end_date = known.end_date or day.value
    return True


def _is_over(reader: Reader, clause: Clause, event: Chunk) -> bool:
    """X concluded a two-day visit on 18 October: the day on which it ended, and when it began is not said."""
    ends = clause.past and clause.lemma in reader.register.cues.words.get("ends", ())
    return ends and event.kind_of == "Visit" and event.function == "object" and bool(clause.having("subject", "Person"))


def _told_of(
    reader: Reader, agenda: Agenda, number: int, sentence: Sentence, clause: Clause, event: Chunk
) -> Encounter:
    """Return what a clause says of an encounter: its day, place and status, and who takes part by its noun."""
    over = _is_over(reader, clause, event)
    day = None if over else day_of(reader, clause, sentence, event)
    quote = reader.quote(sentence, clause, event, *_people_around(sentence, clause, event))
    new = Encounter(event.kind_of, event.lemma, number, sentence.line, quote, sentence.title, label=event.label)
    new.over = over
    set_day(reader, new, day, quote)
    set_status(reader, new, clause, moved=day is not None and "towards" in day.flags)
    known = agenda.taken_up(event)
    another = known is not None and event.possessed and new.planned and not known.planned  # will hold its own meeting
    kind = known.kind if known is not None and event.kind_of == "Gathering" and not another else event.kind_of
    organised = kind in _ORGANISED or "organised" in event.flags or (kind == "Visit" and event.function == "object")
    organised = organised or clause.lemma in reader.register.cues.words.get("hosting", ())
    for chunk in _belonging(sentence, clause, event):
        if organised and chunk.kind == "Organization" and chunk in clause.subjects:
            if key := reader.body(chunk):
                new.organizers[key] = quote  # who holds a conference does not yet take part in it
        else:
            add_actors(reader, new, [chunk], quote, "meeting.of", clause)
    if new.planned and not new.parts:
        if not _of_others(reader, agenda, clause, event):
            _same_body(agenda, new, again="new" in event.flags)
        if clause.lemma in reader.register.cues.words.get("resuming", ()) or "same-talks" in event.flags:
            _same_sides(agenda, new)
    if "same-place" in clause.flags:
        _same_place(agenda, new)
    if "same-people" in clause.flags:
        _same_people(agenda, new)
    add_actors(reader, new, alongside(clause), quote, "meeting.of", clause)
    if event.kind_of == "Session" and not event.parties and not sentence.title and known is None:
        _body_in_session(reader, new, sentence, clause, event)
    if not sentence.title:
        _its_own(reader, new, sentence, clause, event)
        _described_board(reader, new, sentence, clause, event)
    if "own" in event.flags and not any(not key.startswith("person") for key in new.parts):
        _own_body(reader, new, quote)
    set_place(reader, new, sentence, clause, event)
    return new


def _known_or_new(
    reader: Reader, agenda: Agenda, sentence: Sentence, clause: Clause, event: Chunk, new: Encounter
) -> Encounter:
    """Return the encounter that a noun means: one that is known and gains what is new, or a new one."""
    old = agenda.taken_up(event) or _called_otherwise(agenda, sentence, clause, event)
    if old is not None and any(c is not event and agenda.taken_up(c) is old for c in clause.having("around", "Event")):
        event.flags.add("new")  # after the session they had a meeting
    if old is not None and _on_the_side(old, clause, event):
        old = None
        event.flags.add("new")
    moved = (
        clause.modality == "cancelled"
        and bool(new.date)
        and bool(clause.having("subject", "Pronoun") or clause.having("object", "Pronoun"))
    )
    if old is not None and old.planned and new.planned and moved:
        old.date = old.end_date = ""  # it has been moved: the day that it had is none of its days
    if old is None or not _takes_up(agenda, old, new, event, clause):
        if not new.date and not sentence.title and _of_a_deed(old, event, clause):
            told = deed_before(reader, sentence, same_paragraph="this" not in event.flags)
            if told is not None:
                add_deed(reader, new, told)
            elif not new.parts:
                _with_whoever_signed(reader, new, sentence)
        elif new.date and not new.parts and not sentence.title and _of_a_deed(old, event, clause):
            _with_whoever_spoke(reader, new, sentence, event)
            _with_whoever_signed(reader, new, sentence)
        goes_on = event.proper or new.parts or ("sequel" in clause.flags and clause.past)
        goes_on = goes_on and not any(d.kind_of == "not" for d in clause.having("date"))  # had been set for 20 March
        if not new.date and not (new.planned or new.over) and not sentence.title and goes_on:
            narrative_day(reader, agenda, new, sentence, clause)
        return agenda.brought_up(new, fresh="new" in event.flags)
    if new.denied and "attend" in clause.concepts and not old.title:
        return old  # has been invited to take part in it: who may not come does not undo it
    old.absorb(new)
    if not (old.title and sentence.title):
        old.title, agenda.current = False, old
    if not old.date and not sentence.title and old.parts:
        narrative_day(reader, agenda, old, sentence, clause)
    return old


def _on_the_side(old: Encounter, clause: Clause, event: Chunk) -> bool:
    """X opened the session, the next will be in May. On its margins he had talks with Y: an encounter of its own."""
    two = event.kind_of in PRIVATE and old.kind not in PRIVATE
    return "aside" in clause.flags and (two or (old.planned and clause.past))


def _called_otherwise(agenda: Agenda, sentence: Sentence, clause: Clause, event: Chunk) -> Encounter | None:
    """Басшылар кеңесінің отырысы өтті. Саммитке X қатысты: a summit is the session of those at the top.

    Not so a summit with words of its own: в саммите ШОС, в саммите, который …
    """
    last = agenda.current
    if event.kind_of != "Summit" or last is None or last.kind != "Session" or not last.date or last.planned:
        return None
    told = "attend" in clause.concepts and clause.past and not clause.negated and clause.form == "finite"
    near = 0 <= sentence.line - last.line <= 1 and not sentence.title
    own = event.proper or event.possessed or event.plural or event.parties or "new" in event.flags
    if not (told and near) or own or clause.having("date"):
        return None
    at = event.last + 1
    behind = sentence.tokens[at] if at < len(sentence.tokens) else None
    if behind is None or (
        behind.kind == "word" and any(c.first == at and c.function == "owner" for c in clause.chunks)
    ):
        return None
    first = next(iter(sentence.readings[at]), None)
    return last if behind.kind == "word" and (behind.capital or first is None or first.pos != "NOUN") else None


def _with_whoever_spoke(reader: Reader, new: Encounter, sentence: Sentence, event: Chunk) -> None:
    """X отчиталась перед жителями. Встреча прошла 1 марта: who spoke to people right before was there."""
    before = [s for s in reader.sentences if s.line == sentence.line and s.end <= sentence.start and not s.title][-1:]
    for clause in (c for s in before for c in s.clauses):
        told = clause.form == "finite" and clause.past and not clause.negated and clause.modality == "asserted"
        here = any(c.kind == "Event" and c.lemma == event.lemma and c.function == "at" for c in clause.chunks)
        spoke = "address" in clause.concepts or (here and "speak" in clause.concepts)
        if told and spoke and not clause.having("date"):
            quote = reader.quote(before[0], clause, *clause.subjects)
            add_actors(
                reader, new, [c for c in clause.subjects if c.kind == "Person"], quote, "meeting.deed", clause, 0.75
            )


def _with_whoever_signed(reader: Reader, new: Encounter, sentence: Sentence) -> None:
    """За банк документ подписал X. Церемония прошла 1 марта: who signed right before, on no other day, was there."""
    near = [s for s in reader.sentences if s.end <= sentence.start and not s.title and s.line >= sentence.line - 1]
    for before in near[-_PARAGRAPH:]:
        for clause in before.clauses:
            told = clause.form == "finite" and clause.past and not clause.negated and clause.modality == "asserted"
            if told and "sign" in clause.concepts and not clause.having("date"):
                people = [c for c in clause.subjects if c.kind == "Person"]
                add_actors(reader, new, people, reader.quote(before, clause, *people), "meeting.signed", clause, 0.75)


def _of_a_deed(old: Encounter | None, event: Chunk, clause: Clause) -> bool:
    """The ceremony, of which nothing has been told yet: it is what was done before."""
    held = (clause.past or clause.form == "converb") and not clause.negated and clause.modality == "asserted"
    taken_up = event.flags & {"this", "general", "taken-up"} and not event.proper
    return old is None and held and bool(taken_up) and event.kind_of in _TAKEN_UP


def _who_came(
    reader: Reader, encounter: Encounter, sentence: Sentence, clause: Clause, event: Chunk, quote: Span
) -> None:
    """Note who attends by the clause's own verb, and who acts at an encounter that is named only as the occasion."""
    if clause.negated or clause.modality in ("denied", "hypothetical", "proposed"):
        return
    if clause.modality == "planned" and not encounter.planned:
        return  # ожидалось, что к дискуссии подключится X
    if event.function == "at" and clause.form != "relative" and "appoint" not in clause.concepts:
        taken_in = "join" in clause.concepts and not clause.having(
            "object"
        )  # was admitted there, joined the Union there
        actors = [c for c in clause.subjects if c.kind in _ACTORS and not (taken_in and c.kind == "Organization")]
        add_actors(reader, encounter, actors, quote, "meeting.acted", clause, 0.7)
    if "meet" in clause.concepts and event.function == "at" and clause.form != "relative":
        add_actors(reader, encounter, clause.having("with", *_ACTORS), quote, "meeting.acted", clause, 0.8)
    if clause.concepts & {"attend", "participate", "visit"}:
        add_actors(reader, encounter, clause.subjects + alongside(clause), quote, "meeting.attended", clause)
        add_actors(reader, encounter, clause.having("on-behalf"), quote, "meeting.on-behalf", clause)
        led(reader, encounter, sentence, clause, quote)
    elif clause.having("subject", "Delegation") and clause.concepts & {"hold"}:
        led(reader, encounter, sentence, clause, quote)  # the delegation, led by X, began its visit


def _same_body(agenda: Agenda, new: Encounter, *, again: bool) -> None:
    """Следующая сессия состоится 28 апреля: the session is of the body whose last session was told of.

    Where a verb told of that one (исполком собрался), only what is called the next is its session ``again``.
    """
    rules = ("meeting.of", "meeting.members", *(["meeting.verb"] if again else []))
    held = [e for e in reversed(agenda.encounters) if e.kind == "Session" and not e.denied and e.parts]
    before = next((e for e in held if e.lemma == new.lemma), next(iter(held), None))
    if new.kind == "Session" and before is not None:
        for part in before.parts.values():
            if part.key.startswith("organization") and part.rule in rules:
                new.add(part.key, new.evidence, "meeting.of", 0.75)


def _body_in_session(reader: Reader, new: Encounter, sentence: Sentence, clause: Clause, event: Chunk) -> None:
    """Председателем совета избрана X; она вела остаток заседания: the session of the board that has just been named."""
    collegial = reader.register.cues.words.get("gathers", frozenset())
    if not collegial or any(key.startswith("organization") for key in new.parts) or event.owner is not None:
        return
    named = [c for c in sentence.chunks if c.kind == "Organization" and c.lemma in collegial and c.start < event.start]
    bodies = {key for c in named if (key := reader.body(c))}
    if len(bodies) == 1:
        new.add(bodies.pop(), new.evidence, "meeting.in-session", 0.7)


def _described_board(reader: Reader, new: Encounter, sentence: Sentence, clause: Clause, event: Chunk) -> None:
    """Қалалық тасқынға қарсы штабтың отырысы: a body that nothing names but what it is, and that holds a session."""
    if event.kind_of != "Session" or any(key.startswith("organization") for key in new.parts):
        return
    for chunk in _belonging(sentence, clause, event):
        own = chunk.kind == "Organization" and not chunk.proper and not chunk.plural and tells_which(chunk)
        if own and chunk.function in ("owner", "subject") and not reader.body(chunk):
            new.add(described_body(reader, chunk), new.evidence, "meeting.of", 0.7)


def _of_others(reader: Reader, agenda: Agenda, clause: Clause, event: Chunk) -> bool:
    """Tell whether what lies ahead is of others than those who met: the Union will decide at its own congress.

    Ертең селекторлық кеңес болады: so is one that is called by a noun for a body.
    """
    if clause.concepts & {"attend"} and any(c.kind == "Organization" for c in clause.subjects):
        return True
    body = event.lemma in reader.register.cues.organizations
    return body and not any(e.lemma == event.lemma for e in agenda.encounters)


def _its_own(reader: Reader, new: Encounter, sentence: Sentence, clause: Clause, event: Chunk) -> None:
    """Комитет оған қайта оралады: 17 қарашада оның отырысы өтеді: the body that the same sentence is about."""
    if not event.possessed or new.parts:
        return
    its = [c for c in clause.having("owner", "Pronoun") if 0 < event.first - c.last <= _MODIFIERS and not c.plural]
    key = (reader.subject_before(sentence, its[0]) or reader.taken_up(its[0])) if its else ""
    if key.startswith("organization"):
        new.add(key, new.evidence, "meeting.of", 0.75)


def _same_sides(agenda: Agenda, new: Encounter) -> None:
    """Talks resume on 28 September: between those who met before."""
    held = [e for e in reversed(agenda.encounters) if e.date and e.parts and not (e.denied or e.planned or e.title)]
    for part in held[0].parts.values() if held and held[0].alike(new.kind) else ():
        if part.key.startswith("organization"):
            new.add(part.key, new.evidence, "meeting.of", 0.75)


def _same_people(agenda: Agenda, new: Encounter) -> None:
    """In the same company: those who were at the encounter told of before."""
    held = [e for e in reversed(agenda.encounters) if e.date and not (e.planned or e.denied)]
    for part in held[0].parts.values() if held else ():
        new.add(part.key, new.evidence, "meeting.same-people", 0.75)


def _same_place(agenda: Agenda, new: Encounter) -> None:
    """At the same place: where the encounter told of before was."""
    held = next((e for e in reversed(agenda.encounters) if e.place and not e.denied), None)
    if held is not None and not new.place:
        new.place, new.place_evidence = held.place, new.evidence


def _own_body(reader: Reader, new: Encounter, quote: Span) -> None:
    """The general meeting of shareholders: of the body that the announcement is about, when no other is named."""
    if key := reader.register.antecedents.main():
        new.add(key, quote, "meeting.own", 0.7)


def in_passing(reader: Reader, agenda: Agenda, number: int, sentence: Sentence, clause: Clause, event: Chunk) -> None:
    """В ходе встречи с Y X отметил …: who met is told with the noun, though the sentence is about what was said."""
    private = event.kind_of in PRIVATE or event.kind_of == "Gathering"
    told = event.function in ("during", "at") or _has_own_day(clause, event)
    if not told or event.plural or not private or clause.future or sentence.title:
        return
    parties = [
        c for c in event.parties or _owners(sentence, clause, event) if c.kind in ("Person", "Role", "Delegation")
    ]
    if not parties and event.function == "during" and "discuss" in clause.concepts:
        parties = [c for c in clause.subjects if c.kind == "Person" and c.posts]  # X и Y обсудили в ходе встречи …
        parties = parties if len(parties) > 1 and not clause.having("date", "Event") else []
    speakers = [c for c in clause.subjects if c.kind in ("Person", "Role")] if len(parties) == 1 else []
    people = [*parties, *speakers]
    if not parties or len({key for _, key in reader.actors(people)}) < 2:
        return
    quote = reader.quote(sentence, clause, event, *people)
    new = Encounter(event.kind_of, event.lemma, number, sentence.line, quote)
    set_day(reader, new, day_of(reader, clause, sentence, event), quote)
    add_actors(reader, new, people, quote, "meeting.in-passing", clause, 0.8)
    if not new.date:
        narrative_day(reader, agenda, new, sentence, clause)
    agenda.brought_up(new)


def _owners(sentence: Sentence, clause: Clause, event: Chunk) -> list[Chunk]:
    """X-тің қабылдауында Y болды; X-тің Y-пен кездесуі барысында: whom the noun itself says."""
    return _belonging(sentence, clause, event) if event.possessed and event.kind_of in PRIVATE | {"Gathering"} else []


def not_yet_told(reader: Reader, agenda: Agenda, number: int, sentence: Sentence, clause: Clause, event: Chunk) -> None:
    """Отырыста X баяндады. Отырыс 14 мамырда өтті: who spoke is told before the day is."""
    public = event.kind_of not in PRIVATE and not event.plural and not event.flags & {"weak", "this", "taken-up"}
    held = clause.past and clause.modality == "asserted" and not clause.negated
    if not public or not held or sentence.title or event.function not in ("at", "during"):
        return
    spoke = clause.form == "relative" and clause.head is not None and clause.head.kind == "Person"
    acted = clause.form in ("finite", "converb") and clause.having("subject", "Person")
    if not (acted or (spoke and clause.concepts & {"speak", "attend"})) or agenda.taken_up(event) is not None:
        return
    if "general" in event.flags and agenda.current is not None:
        return
    quote = reader.quote(sentence, clause, event)
    new = Encounter(event.kind_of, event.lemma, number, sentence.line, quote, label=event.label)
    add_actors(reader, new, _belonging(sentence, clause, event), quote, "meeting.of", clause)
    agenda.brought_up(new)


def _has_own_day(clause: Clause, event: Chunk) -> bool:
    """Тема вчерашней беседы X с Y, after talks between X and Y on 3 May: a day beside an encounter and its parties."""
    if len(event.parties) < 2 or clause.modality != "asserted" or clause.negated:
        return False
    end = max(c.last for c in event.parties)
    full = (c for c in clause.chunks if c.kind == "Date" and len(c.value) == DAY)
    return any(0 < event.first - c.last <= 1 or 0 < c.first - end <= _BESIDE for c in full)


def _takes_up(agenda: Agenda, old: Encounter, new: Encounter, event: Chunk, clause: Clause) -> bool:
    """Tell whether a noun without news of its own means the encounter known already."""
    if new.lapsed and old.date and not old.planned:
        return False  # X was met that day; a talk with Y had only been planned for it
    if new.denied or new.cancelled:
        # one that was reported as held is not undone by another that never was
        others = bool(new.parts) and bool(old.parts) and not set(new.parts) & set(old.parts)
        named = bool(event.parties) and bool(old.date) and not old.parts and "this" not in event.flags
        others = others or named  # the next meeting is on 3 March; the akim's meeting with farmers has been put off
        others = others or (bool(old.lemma) and old.lemma != event.lemma and "general" not in event.flags)
        return new.date == old.date if new.date else (not old.date or old.planned) and not others
    if (old.date and new.date and old.date != new.date) or ("new" in event.flags and not old.title):
        return False
    if event.rule == "pronoun" or (not new.date and agenda.part_of(old, event)):
        return True
    # the board met; the session
    by_verb = not old.lemma and old.kind == event.kind_of and ("this" in event.flags or old.kind == "Session")
    same = old.lemma == event.lemma or {"this", "general"} <= event.flags or by_verb
    # Ассамблея өтті. Отырысты X жүргізді: what somebody chairs is what was just told of
    same = same or ("chair" in clause.concepts and old.kind == event.kind_of and old.line == new.line)
    # Кеңестің отырысы өтті. Жиынды X жүргізді: a general noun for what is spoken of
    public = old.kind not in PRIVATE and old.line == new.line and old.alike(event.kind_of)
    next_line = old.kind not in PRIVATE and old.line == new.line - 1 and old.alike(event.kind_of)
    opened = "chair" in clause.concepts and "this" in event.flags and old is agenda.current
    same = same or (opened and (public or next_line))
    chaired = {"chair", "hold"} <= clause.concepts and not clause.passive and "general" in event.flags
    same = same or (chaired and public)
    bare = not event.proper and not event.possessed and not new.planned
    if bare and not new.date and same:
        return True
    if bare and old.lemma == event.lemma and not (old.date or old.planned or old.title) and _last_of_its_noun(old, new):
        return True  # Кеңесте X баяндады. Кеңес 2 мамырда өтті: the day of what was told without one
    if new.planned and not old.planned and old.date:
        return False
    if old.kind == "Visit" and event.kind_of != "Visit" and new.parts:
        return False  # whom a guest met is another encounter than the visit
    people = {k for k in new.parts if k.startswith("person")}
    if people and old.parts and not people & set(old.parts) and (new.kind in PRIVATE or old.kind in PRIVATE):
        return False
    if new.parts and old.parts and not set(new.parts) & set(old.parts):
        return False
    theirs = {k for k in old.parts if k.startswith("person")}
    if len(people) > 1 < len(theirs) and new.kind in PRIVATE and not (people <= theirs or theirs <= people):
        return False  # X was received by Y; X held talks with Z: another pair is another encounter
    return (
        not event.proper or event.label == old.label or bool(clause.concepts & {"attend"}) or old.title or not new.parts
    )


def _last_of_its_noun(old: Encounter, new: Encounter) -> bool:
    """Tell whether an encounter without a day was told of a moment ago."""
    return 0 <= new.sentence - old.sentence <= _PARAGRAPH


def _people_around(sentence: Sentence, clause: Clause, event: Chunk) -> list[Chunk]:
    return [c for c in clause.chunks if c.start < event.start and c.kind in ("Person", "Organization", "Date", "Place")]


def _belonging(sentence: Sentence, clause: Clause, event: Chunk) -> list[Chunk]:
    """Return who a noun says takes part: Имашевтың … Киммен кездесуі, комиссияның отырысы, X мен Y арасында."""
    found = list(event.parties)
    if clause.form == "relative" and clause.head is event and clause.concepts & {"meet", "receive"}:
        found += [c for c in (*clause.subjects, *clause.having("with")) if c is not event]
    elif clause.form == "relative" and clause.head is event and "hold" in clause.concepts and not clause.negated:
        # разговор, который состоялся у X с Y
        found += [c for c in (*clause.having("beside", "Person"), *clause.having("with", "Person")) if c not in found]
    before = [c for s in sentence.clauses for c in s.chunks if c.last < event.first and c.inside is None]
    touching = True
    for chunk in reversed(before):
        received = chunk.function == "object" and event.kind_of == "Reception" and event.possessed and touching
        if (
            (received and chunk.last == event.first - 1)
            or chunk.function in ("with", "between")
            or (
                chunk.function == "owner"
                and chunk.kind in ("Person", "Organization", "Role")
                and (touching or event.possessed)
                and not (chunk.kind == "Person" and chunk not in clause.chunks and _by_preposition(chunk))
            )
        ):
            found.append(chunk)
        elif chunk.kind not in ("Date",) and chunk.function not in ("at", "attributive", "date", "with", "between"):
            break
        touching = False
    if clause.concepts & {"hold", "meet"} and not clause.passive and _is_object(clause, event):
        found += [
            c for c in clause.subjects if c.kind in ("Person", "Organization", "Role", "Delegation") and c is not event
        ]
        sides = clause.having("with", *_ACTORS) if event.kind_of == "Negotiations" else []
        found += [c for c in sides if c.first > event.last and c not in found]  # held talks by video link with X
    if event.function == "subject" and "hold" in clause.concepts:
        behind = clause.having("with", "Person", "Delegation") + clause.having("between", *_ACTORS)
        found += [c for c in behind if c.first > event.last and c not in found]
    if event.possessed and not found:
        near = [
            c for c in before if c.last == event.first - 1 and c.kind == "Organization" and c.function not in _WHERE
        ]
        found += near
    return found


def _by_preposition(chunk: Chunk) -> bool:
    """The resignation of X, and a meeting: what of ties to another noun owns nothing behind it; X's does."""
    return chunk.lang in ("", "en") and chunk.rule == "person.name"


def _is_object(clause: Clause, event: Chunk) -> bool:
    """Tell whether an encounter is what the subject holds; right before the verb it may lack the accusative."""
    bare = event.function == "subject" and event.last == clause.predicate[0] - 1
    others = [
        c for c in clause.subjects if c is not event and c.kind in ("Person", "Organization", "Role", "Delegation")
    ]
    return event.function == "object" or (bare and bool(others))
