"""Who takes part in an encounter: who attends, chairs, speaks, leads a delegation, and the bodies that they bring."""

from __future__ import annotations

from kg.extract.encounters import PRIVATE, SIGNING, Agenda, Encounter
from kg.extract.programs import program_before, program_joined
from kg.extract.reader import Reader
from kg.lang.syntax import Chunk, Clause, Sentence
from kg.records import Span

# Posts whose holder speaks for the body.
BRINGS_BODY = frozenset({"head", "deputy", "envoy"})
_TRAVELLED = frozenset({"Visit", "Reception", "BilateralMeeting", "Negotiations"})  # what a delegation is at
_TOLD = frozenset({"attend", "chair", "speak"})
_OF_A_DELEGATION = frozenset({"lead", "join", "join.in"})
_SENT = ("Organization", "Country", "Place")  # what people represent


def take_part(
    reader: Reader, agenda: Agenda, sentence: Sentence, clause: Clause, events: list[Chunk], main: Chunk | None
) -> None:
    """Who attends, chairs, opens or speaks at the encounter that is spoken of."""
    current = _meant(agenda, sentence, clause, main)
    if current is None or sentence.title or _of_another_ahead(current, sentence, clause):
        return
    people = _who(clause)
    missed = "absent" in clause.concepts and not clause.negated
    stayed = "visit" in clause.concepts and any(agenda.taken_up(e) is current for e in clause.having("to", "Event"))
    if missed or (clause.negated and (stayed or clause.concepts & {"attend"} or _here(agenda, current, clause))):
        told = (agenda.taken_up(e) for e in events if e.function in ("to", "at", "object"))
        of = next(
            (e for e in told if e is not None), current
        )  # the congress he did not attend, told of last is another
        of.absent |= {key for _, key in reader.actors(people)}
        return
    # who will come to what lies ahead is told; делегацияны X басқарады: the present of Kazakh is its future
    stated = bool(current.planned and clause.concepts & _TOLD) or _of_a_delegation(clause)
    if clause.negated or (clause.future and not stated) or _unreal(current, clause, stated=stated):
        return
    quote = reader.quote(sentence, clause, *clause.subjects)
    if clause.concepts & {"will-attend", "floor"}:
        _announced(reader, agenda, current, sentence, clause, people, quote)
        return
    came = "visit" in clause.concepts and bool(clause.having("to", "Pronoun"))  # оған … келді
    if (clause.concepts & {"attend", "join.in"} or came) and main is None and not _becomes_member(clause):
        _attend(reader, current, sentence, clause, people, quote)
    elif rule := _how(current, sentence, clause, reader.register.cues.words.get("presides", frozenset())):
        led_by = clause.having("object", "Delegation") if rule == "meeting.delegation" else []
        led_by = [c for c in led_by if c.owner is not None]
        add_actors(reader, current, people + led_by, quote, rule, clause, 0.8 if rule == "meeting.signed" else 0.9)
    elif clause.concepts & {"hear"} and not current.planned:
        parts = {"owner", "object", "of-origin", *(["subject"] if clause.passive else [])}  # заслушаны X и Y
        heard = [c for c in clause.chunks if c.kind == "Person" and c.function in parts]
        add_actors(reader, current, heard, quote, "meeting.heard", clause, 0.8)
        if not clause.passive and clause.past and _here(agenda, current, clause):
            hearing = [c for c in people if c.kind == "Person"]  # отырыста X Y-тің есебін тыңдады
            add_actors(reader, current, hearing, quote, "meeting.acted", clause, 0.7)
    elif clause.concepts & {"represent"} and not clause.passive and clause.having("object", *_SENT):
        add_actors(
            reader, current, people + clause.having("object", "Organization"), quote, "meeting.on-behalf", clause
        )
    elif hosts := _for_some(reader, current, sentence, clause) or _hosts(reader, current, clause, people):
        add_actors(reader, current, hosts, quote, "meeting.host", clause, 0.75)
    elif spoke := _spoke_by_the_way(current, clause):
        add_actors(reader, current, spoke, quote, "meeting.speaker", clause, 0.7)
    elif (clause.form in ("finite", "converb", "conditional") or "public" in clause.flags) and (
        current.planned == clause.future
    ):
        _speak(reader, agenda, current, clause, people, quote)


def _for_some(reader: Reader, current: Encounter, sentence: Sentence, clause: Clause) -> list[Chunk]:
    """Бизнес представляла X, трейдеров – Y: return who is there for those of whom nobody is named."""
    stands = clause.lemma in reader.register.cues.words.get("stands-for", ()) and not clause.passive and clause.past
    public = current.kind not in PRIVATE or current.kind == "Negotiations"
    told = stands and clause.form == "finite" and current.line == sentence.line and public
    if not told or clause.having("object") or clause.having("date") or clause.having("at"):
        return []
    return [c for c in clause.subjects if c.kind == "Person" and c.posts]


def _unreal(current: Encounter, clause: Clause, *, stated: bool) -> bool:
    """Tell whether a clause says of nobody that they come; Ожидается, что её проведёт X does, of what lies ahead."""
    expected = clause.modality == "planned" and current.planned and stated
    return clause.modality != "asserted" and not expected and not _utters(clause)


def _chairs_it(clause: Clause) -> bool:
    """The session, which X chaired; not: a delegation headed by X."""
    another = clause.head is not None and clause.head.kind in ("Delegation", "Organization", "Program", "Agreement")
    return clause.form == "relative" and not another


def _just_chairs(current: Encounter, sentence: Sentence, clause: Clause) -> bool:
    """The Board met today. X chaired: what has just been told of, since nothing else is named."""
    near = current.line == sentence.line and bool(current.date) and current.kind not in PRIVATE
    alone = clause.form == "finite" and clause.past and not clause.passive and not clause.inherited
    return near and alone and all(c.kind == "Date" or c.function == "subject" for c in clause.chunks)


def _ahead(agenda: Agenda, sentence: Sentence) -> Encounter | None:
    """The seminar will be held on 6 March; X will take part: in what the same paragraph announces."""
    fits = (e for e in reversed(agenda.encounters) if e.planned and not e.cancelled and e.line == sentence.line)
    return next(fits, None)


def _meant(agenda: Agenda, sentence: Sentence, clause: Clause, main: Chunk | None) -> Encounter | None:
    """Return the encounter that a clause tells of: the one spoken of, or in the future the one that lies ahead."""
    current = agenda.scope(sentence)
    if clause.future and clause.having("object", "Delegation"):  # who will lead it goes on the visit that lies ahead
        current = next((e for e in reversed(agenda.encounters) if e.planned and e.kind == "Visit"), current)
    if not clause.future and _of_a_delegation(clause) and (current is None or current.kind not in _TRAVELLED):
        told = [e for e in agenda.encounters if not (e.denied or e.cancelled) and e.line >= sentence.line - 1]
        current = next((e for e in reversed(told) if e.kind == "Visit"), current)  # who is in it has come on the visit
    if clause.future and clause.concepts & _TOLD and (current is None or not current.planned):
        current = _ahead(agenda, sentence) or current
    if "at-session" in clause.flags and current is not None and current.kind in PRIVATE:
        # in a break X met Y; other speakers included Z: at the session, not where the two met
        current = next((e for e in reversed(agenda.encounters) if e.kind not in PRIVATE and not e.planned), None)
    own = agenda.taken_up(main) if main is not None else None
    if main is None or own is None:
        return current
    if not clause.past and own.planned and current is not None and not current.planned:
        return own  # on 19 October X leads a workshop: she is at that, not at what has been held
    if clause.past and own.date and main.function == "at" and clause.having("date"):
        return own  # before that, on 28 August, X spoke at the symposium: not at what is reported on
    return current


def _of_another_ahead(current: Encounter, sentence: Sentence, clause: Clause) -> bool:
    """Завтра он примет миссию, которую возглавляет X: who leads it comes to what lies ahead, not to what was held."""
    if clause.form != "relative" or clause.head is None or current.planned:
        return False
    around = (one for one in sentence.clauses if one is not clause and clause.head in one.chunks)
    return any(one.future and one.concepts & {"receive", "meet", "visit"} for one in around)


def _becomes_member(clause: Clause) -> bool:
    """The newest, X, joined on 1 September: a body that joins nothing that is named becomes a member.

    Nor is anybody at an encounter in a programme which X takes part in.
    """
    if clause.form == "relative" and clause.head is not None and clause.head.kind in ("Program", "Agreement"):
        return True
    if "join" in clause.concepts and (clause.having("object", "Program") or clause.having("to", "Program")):
        return True  # X and Y have joined the programme
    bodies = bool(clause.subjects) and all(c.kind == "Organization" for c in clause.subjects)
    alone = not any(c.kind in ("Event", "Pronoun") for c in (*clause.having("to"), *clause.having("object")))
    return bodies and alone and "join" in clause.concepts and "attend" not in clause.concepts


def _how(current: Encounter, sentence: Sentence, clause: Clause, presides: frozenset[str]) -> str:
    """Return the rule by which the subjects of a clause take part otherwise than by attending, "" if they don't."""
    if "sign" in clause.concepts and current.lemma == SIGNING and current.line == sentence.line:
        return "meeting.signed"
    told = clause.past and current.kind == "Gathering" and current.line == sentence.line
    if "sign" in clause.concepts and told and clause.form == "finite" and not clause.having("date"):
        return "meeting.signed"
    if "before" in clause.flags and clause.having("around", "Person"):
        return ""  # before him the delegation was led by X
    if _of_a_delegation(clause) or ("in-delegation" in clause.flags and current.kind in _TRAVELLED):
        return "meeting.delegation"
    if clause.lemma in presides and not clause.having("to", "Organization"):
        return "meeting.chaired"
    if clause.concepts & {"chair"} and (
        clause.having("object", "Event", "Pronoun") or clause.having("to", "Event", "Pronoun") or _chairs_it(clause)
    ):
        return "meeting.chaired"
    if "chair" in clause.concepts and _just_chairs(current, sentence, clause):
        return "meeting.chaired"
    return "meeting.accompanied" if clause.concepts & {"accompany"} and current.kind == "Visit" else ""


def _hosts(reader: Reader, current: Encounter, clause: Clause, people: list[Chunk]) -> list[Chunk]:
    """X посетил депо. Начальник депо Y показал вагоны: who has a post where a visit is to, and shows something."""
    told = clause.form == "finite" and clause.past and not clause.passive and clause.modality == "asserted"
    if current.kind != "Visit" or not told:
        return []
    if any(len(d.value) == len(current.date) for d in clause.having("date")):
        return []
    if not clause.concepts & {"speak", "host", "address", "accompany"}:
        return []
    people = [c for c in people if c.kind == "Person" and c.posts]
    if "to-guests" in clause.flags or _to_the_guest(reader, current, clause):
        return people
    return [c for c in people if current.place and any(reader.body(p.owner) == current.place for p in c.posts)]


def _to_the_guest(reader: Reader, current: Encounter, clause: Clause) -> bool:
    """Пояснения ему давал директор X: what is told or shown to whoever is on the visit is told there."""
    whom = [c for c in (*clause.having("to"), *clause.having("object")) if c.kind in ("Person", "Role", "Pronoun")]
    return any(key in current.parts for _, key in reader.actors(whom))


def _announced(
    reader: Reader,
    agenda: Agenda,
    current: Encounter,
    sentence: Sentence,
    clause: Clause,
    people: list[Chunk],
    quote: Span,
) -> None:
    """О своём участии сообщил X; слово предоставили Y: who says that they will come, and who is given the floor."""
    if "will-attend" in clause.concepts:
        add_actors(reader, _ahead(agenda, sentence), people, quote, "meeting.attended", clause, 0.8)
    elif current.kind not in PRIVATE:
        given = [c for c in clause.having("to") + clause.having("object") if c.kind in ("Person", "Role")]
        add_actors(reader, current, given, quote, "meeting.speaker", clause, 0.8)


def _of_a_delegation(clause: Clause) -> bool:
    """Tell whether a clause says who leads a delegation or is in it."""
    if clause.concepts.isdisjoint(_OF_A_DELEGATION):
        return False
    led = clause.concepts & {"lead"} and clause.having("object", "Delegation", "Side")
    led = led or (clause.concepts & {"lead"} and [c for c in clause.having("object") if c.kind_of == "branch"])
    into = clause.having("to", "Delegation") + clause.having("", "Delegation")  # the delegation includes X
    return bool(led) or bool(clause.concepts & {"join", "join.in"} and into)


def _who(clause: Clause) -> list[Chunk]:
    """Return who may take part by a clause: its subjects, or what a relative clause of attending says it of."""
    if clause.form == "relative" and clause.head is not None and clause.head.kind in ("Person", "Role", "Organization"):
        attends = clause.concepts & {"attend", "chair", "speak"}
        if clause.concepts & {"lead"} and _of_a_delegation(clause):
            return [clause.head]  # делегацияны бастап келген X
        if "public" in clause.flags and clause.past:
            return [clause.head]  # X, who also took the floor
        if "represent" in clause.concepts and clause.having("object", "Organization"):
            return clause.having("subject", "Person")  # музей, который на вернисаже представляла X
        there = attends and clause.having("object", "Event") + clause.having("to", "Event") + clause.having(
            "at", "Event"
        )
        return [clause.head] if there else []
    return [c for c in clause.subjects if c.kind in ("Person", "Pronoun", "Delegation", "Organization", "Role")]


def _spoke_by_the_way(current: Encounter, clause: Clause) -> list[Chunk]:
    """Избрана X, поблагодарившая коллег: whoever a participle says has spoken was there."""
    head = clause.head
    public = current.kind not in PRIVATE and current.lemma != SIGNING and not current.planned
    told = (
        clause.form == "relative"
        and clause.past
        and not clause.passive
        and not clause.flags & {"object-head", "before"}
    )
    return (
        [head] if told and public and head is not None and head.kind == "Person" and "speak" in clause.concepts else []
    )


def _attend(
    reader: Reader, current: Encounter, sentence: Sentence, clause: Clause, people: list[Chunk], quote: Span
) -> None:
    other = any(c.kind in ("Program", "Agreement", "Organization", "Election") for c in clause.having("to"))
    other = other or _goes_on_now(reader, sentence, clause) or program_joined(reader, sentence, clause) is not None
    if other and not clause.having("to", "Event"):
        return
    add_actors(reader, current, people + alongside(clause), quote, "meeting.attended", clause)
    on_behalf = [c for c in clause.chunks if c.function == "on-behalf"]
    add_actors(reader, current, on_behalf, quote, "meeting.on-behalf", clause)
    led(reader, current, sentence, clause, quote)


def _goes_on_now(reader: Reader, sentence: Sentence, clause: Clause) -> bool:
    """Сейчас в нём участвуют X и Y: a project that has been told of; X участвует как наблюдатель: no encounter."""
    if any(c.kind_of == "observer" for c in clause.chunks if c.kind == "Role"):
        return not clause.past
    return any(
        program_before(reader, sentence, c) for c in clause.having("at", "Pronoun") + clause.having("to", "Pronoun")
    )


def _speak(
    reader: Reader, agenda: Agenda, current: Encounter, clause: Clause, people: list[Chunk], quote: Span
) -> None:
    """Whoever speaks takes part in what is public; whoever acts "at the meeting" takes part in any."""
    speakers = [c for c in people if c.kind in ("Person", "Role", "Pronoun")]
    here = _here(agenda, current, clause)
    if clause.passive:
        return
    public = current.kind not in PRIVATE and current.lemma != SIGNING
    if clause.concepts & {"speak", "utter"} and (public or here or _many_came(current)):
        asking = [c for c in clause.chunks if "asked" in c.flags]  # на вопрос X ответил Y
        beside = [c for c in alongside(clause) if c.kind == "Person"] if speakers else []  # besides X, Y answered
        add_actors(reader, current, speakers + asking + beside, quote, "meeting.speaker", clause, 0.7)
        behalf = clause.having("on-behalf") if speakers else []  # от имени X выступил Y
        add_actors(reader, current, behalf, quote, "meeting.on-behalf", clause, 0.8)
    elif "agree" in clause.concepts and clause.past and public and clause.having("with", "Person"):
        agreeing = [*speakers, *clause.having("with", "Person")]  # оны X жүргізіп, Y-мен тәртіпті келісті
        add_actors(reader, current, agreeing, quote, "meeting.acted", clause, 0.7)
    elif here and clause.past and clause.form == "finite":
        others = clause.having("with", "Person") if "discuss" in clause.concepts else []  # отырыста Y-пен пікір алмасты
        people = [c for c in (*speakers, *others) if c.kind == "Person"]
        add_actors(reader, current, people, quote, "meeting.acted", clause, 0.7)


def _utters(clause: Clause) -> bool:
    """Предложил, пообещал: what is proposed is no fact, but who did so was there."""
    return "utter" in clause.concepts and clause.past and clause.modality in ("proposed", "planned")


def _here(agenda: Agenda, current: Encounter, clause: Clause) -> bool:
    """Tell whether a clause says that something was done at the encounter that is spoken of: на заседании."""
    return (
        any(
            event.kind == "Event" and event.function in ("at", "during") and agenda.taken_up(event) is current
            for event in clause.chunks
        )
        and current.kind != "Visit"
    )  # in the course of a visit others are met


def _many_came(encounter: Encounter) -> bool:
    """Tell whether an encounter is a reception that is held, not one person's receiving of another."""
    return encounter.kind == "Reception" and bool(encounter.label)


def alongside(clause: Clause) -> list[Chunk]:
    """Return who takes part along with the subject: Төлеубаймен бірге … қатысты."""
    return [c for c in clause.having("with") if "together" in c.flags]


def led(reader: Reader, encounter: Encounter, sentence: Sentence, clause: Clause, quote: Span) -> None:
    """Пак Чжон Хо бастаған делегация: who leads a delegation comes with it, and for whoever has sent it."""
    for other in sentence.clauses:
        if other.form != "relative" or "lead" not in other.concepts or other.head is None:
            continue
        if not any(other.head in chunks for chunks in (clause.chunks, clause.subjects, clause.inherited)):
            continue
        if other.head.kind in ("Delegation", "Organization"):
            add_actors(reader, encounter, other.having("subject"), quote, "meeting.delegation", other)
        elif other.head.kind == "Person" and _of_a_delegation(other):
            sent = [c.owner for c in other.having("object", "Delegation", "Organization") if c.owner is not None]
            add_actors(reader, encounter, sent, quote, "meeting.delegation", other, 0.8)


def add_actors(
    reader: Reader,
    encounter: Encounter | None,
    chunks: list[Chunk],
    quote: Span,
    rule: str,
    clause: Clause,
    confidence: float = 0.9,
) -> None:
    """Note that those whom chunks mean take part: persons, bodies, the body of an unnamed head or delegation."""
    if encounter is None:
        return
    for chunk, key in reader.actors(chunks):
        if _may_take_part(reader, key):
            encounter.add(key, quote, rule, round(min(confidence, chunk.confidence), 2))
    for chunk in chunks:
        if (
            chunk.kind == "Role"
            and not reader.person(chunk)
            and (chunk.plural or chunk.kind_of in BRINGS_BODY)
            and chunk.owner is not None
        ):
            # the unnamed head of a body, or its members together, bring it along
            for owner in (chunk.owner, *(chunk.parties if chunk.plural else ())):
                key = reader.body(owner)
                if key and _may_take_part(reader, key):
                    encounter.add(key, quote, "meeting.members" if chunk.plural else rule, 0.8)
    for chunk in chunks:
        if chunk.kind == "Pronoun":
            for guest in _guests(reader, encounter, chunk):
                encounter.add(guest, quote, "meeting.guest", 0.75)
        if chunk.kind == "Delegation" and chunk.owner is None:
            _those_on_a_visit(reader, encounter, quote)
        if (
            chunk.kind == "Delegation"
            and chunk.owner is not None
            and (key := reader.body(chunk.owner))
            and _may_take_part(reader, key)
        ):
            encounter.add(key, quote, rule, 0.8)


def _guests(reader: Reader, encounter: Encounter, chunk: Chunk) -> list[str]:
    """Гостей принял X. Затем они встретились с Y: they who act behind guests that were received are those guests."""
    if not chunk.plural or chunk.function != "subject" or reader.agenda is None or reader.actors([chunk]):
        return []
    told = [e for e in reader.agenda.encounters if e is not encounter and not (e.planned or e.denied or e.title)]
    last = told[-1] if told and told[-1].line == encounter.line else None
    return [part.key for part in last.parts.values() if part.rule == "meeting.guest"] if last is not None else []


def _those_on_a_visit(reader: Reader, encounter: Encounter, quote: Span) -> None:
    """Делегацию принял X; гости побывали в музее: those who have come on the visit that is told of."""
    told = reader.agenda.encounters if reader.agenda else []
    visit = next((e for e in reversed(told) if e.kind == "Visit" and not e.planned and not e.denied), None)
    if visit is None or visit is encounter or (encounter.kind == "Visit" and not encounter.place):
        return
    for part in visit.parts.values():
        if part.rule in ("meeting.visit", "meeting.delegation", "meeting.represented"):
            encounter.add(part.key, quote, "meeting.guest", 0.75)


def _may_take_part(reader: Reader, key: str) -> bool:
    """A state as such takes part in nothing: its people and bodies do."""
    return reader.draft.type_of(key) in ("Person", "Organization")


def _acts(reader: Reader, body: str, kind: str) -> bool:
    """аким Экибастуза: a town that has a head or deputy head acts as a body."""
    if kind not in ("head", "deputy") or reader.draft.type_of(body) != "Place":
        return False
    reader.draft.retype(body, "Organization")
    return True


def _brings_since(reader: Reader, encounter: Encounter, person: str) -> list[str]:
    """They elected her; on the 29th she met X: whoever has got a post brings its body from the next day on.

    An election that has no day of its own was on that of the encounter told of last before it.
    """
    human = reader.register.human(person)
    gone = {post[1] for post in human.posts if post[3]} | encounter.absent
    told = reader.agenda.encounters if reader.agenda else []
    found = []
    for body, kind, place in human.given:
        day = next((e.date for e in reversed(told) if e.evidence.start < place and e.date), "")
        later = encounter.evidence.start > place and not encounter.planned and "" < day < encounter.date
        if later and kind in BRINGS_BODY and body not in gone and reader.draft.type_of(body) == "Organization":
            found.append(body)
    return found


def bring_bodies(reader: Reader, encounter: Encounter) -> None:
    """A head, deputy or envoy who takes part brings the body along; an ordinary member does not."""
    for part in list(encounter.parts.values()):
        if not part.key.startswith("person"):
            continue
        for body in _brings_since(reader, encounter, part.key):
            encounter.add(body, part.evidence, "meeting.represented", min(part.confidence, 0.8))
        human = reader.register.human(part.key)
        later = [("", body, kind, False) for body, kind, day in human.got if encounter.date[:10] > day]
        for _, body, kind, ended in (*human.posts, *later):  # whoever got the post before that day comes with it
            if (
                kind in BRINGS_BODY
                and not ended
                and (reader.draft.type_of(body) == "Organization" or _acts(reader, body, kind))
                and body not in encounter.absent
            ):
                encounter.add(body, part.evidence, "meeting.represented", min(part.confidence, 0.85))
