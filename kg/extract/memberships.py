"""Bodies and states in bodies: member of, since when, in which role; joining and leaving.

Комиссия 2013 жылдың қазан айынан бастап A-WEB-тің институционалдық мүшесі болып табылады
ТМҰ-ға Әзербайжан, Қазақстан және Түркия мүше
Өзбекстан ұйымға 2019 жылғы қазанда қосылды
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.reader import Reader
from kg.extract.taking_part import alongside
from kg.extract.tenure import membership
from kg.extract.wholes_before import (
    MEMBERS,
    counted_before,
    joined_by_others,
    just_counted,
    of_a_pronoun,
    where_others_are,
    whole_before,
)
from kg.lang.dates import datatype
from kg.lang.syntax import Chunk, Clause, Sentence
from kg.records import Literal, Span

_IN_SESSION = frozenset({"Session", "Gathering", "Conference"})
_WHOSE_SESSION = frozenset({"meeting.of", "meeting.own", "meeting.verb", "meeting.decided"})
_NEAR = 2  # tokens behind a post within which a date is said of it


def find_memberships(reader: Reader) -> None:
    """Claim which bodies and states belong to which bodies."""
    for _, sentence, clause in reader.clauses():
        role = _membership_role(clause)
        if role is not None and role.owner is None and (taken := _taken_in(reader, clause)):
            _is_taken_in(reader, sentence, clause, role, taken)
        elif role is not None and "appoint" in clause.concepts and not clause.passive and clause.having("object"):
            if body := reader.body(role.owner):  # the Assembly elected Algeria and X as members of the Council
                _is_taken_in(reader, sentence, clause, role, body)
        elif role is not None:
            others = [r for r in clause.having("as", "Role") if r.kind_of == "membership" and r.owner is not None]
            for one in [r for r in others if r is not role and r.inside is None] + [role]:
                _is_member(reader, sentence, clause, one)
        elif ("join" in clause.concepts and "appoint" not in clause.concepts) or _told_of_before(reader, clause):
            _joins(reader, sentence, clause, "schema:startDate")
        elif clause.concepts & {"leave"}:
            _joins(reader, sentence, clause, "schema:endDate")


def _told_of_before(reader: Reader, clause: Clause) -> bool:
    """Обе организации входят в альянс: no number of its members, but those who have been named."""
    if "count" not in clause.concepts:
        return False
    several = [c for c in clause.having("subject", "Organization") if not c.proper and c.plural]
    return bool(several) and bool(clause.having("to", "Organization")) and bool(reader.actors(several))


def _taken_in(reader: Reader, clause: Clause) -> str:
    """The Assembly admitted X as a full member: the body that takes in; its board or assembly does so in its name."""
    if not clause.concepts & {"receive"} or clause.passive or not clause.having("object", *MEMBERS):
        return ""
    subjects = [c for c in clause.subjects if c.kind == "Organization"] or _of_its_session(reader, clause)
    key = reader.body(subjects[0]) if len(subjects) == 1 else ""
    return _whole_of(reader, key) or key


def _whole_of(reader: Reader, key: str) -> str:
    """Return the body whose assembly, board or council a body is, "" if it is none's."""
    collegial = reader.register.cues.words.get("collegial", frozenset())
    named = (c for s in reader.sentences for c in s.chunks if c.kind == "Organization" and c.thing == key and key)
    owners = (c.owner for c in named if c.owner is not None and c.lemma in collegial)
    return next((whole for owner in owners if owner.kind == "Organization" and (whole := reader.body(owner))), "")


def _is_taken_in(reader: Reader, sentence: Sentence, clause: Clause, role: Chunk, body: str) -> None:
    if reader.draft.type_of(body) != "Organization":
        return
    day = _since(reader, clause) or _day_of_session(reader, sentence, clause, body)
    modality = "denied" if clause.negated else "planned" if clause.future else clause.modality
    for chunk, key in reader.actors(clause.having("object", *MEMBERS)):
        if key != body and not key.startswith("person"):
            own = _own_role(reader, clause, chunk, role)
            quote = reader.quote(sentence, clause, chunk, own or chunk)
            _claim(reader, key, body, own, quote, day, modality, clause)


def _own_role(reader: Reader, clause: Clause, member: Chunk, role: Chunk) -> Chunk | None:
    """Admitted X as a full member and Y as an associate member: each has the role that follows its name.

    One between commas is that of the names behind it: admitted X and, as an associate member, Y.
    """
    roles = [c for c in clause.having("as", "Role") if c.kind_of == "membership"]
    ahead = [c for c in roles if reader.text[c.end : c.end + 1] == ","]
    if ahead and len(ahead) == len(roles) and any(c.start > ahead[0].end for c in clause.having("object", *MEMBERS)):
        return next((c for c in reversed(ahead) if c.end < member.start), None)
    return next((c for c in roles if c.first > member.last), role)


def _membership_role(clause: Clause) -> Chunk | None:
    roles = [c for c in clause.chunks if c.kind == "Role" and c.kind_of == "membership" and c.inside is None]
    taken_in = clause.concepts & {"receive", "join"}
    parts = ("subject", "as", "to") if taken_in else ("subject", "as")  # принят в число членов, вошёл в него
    lists = clause.form == "nominal"  # среди членов Лиги – X и Y
    among = [r for r in roles if lists and r.function == "about" and r.plural and r.owner is not None]
    return next((r for r in reversed(roles) if r.function in parts), among[0] if among else None)


def _of_role(role: Chunk) -> str:
    """Return what a modifier makes of a membership: a former member, a potential one."""
    return "proposed" if "merely" in role.flags else "ended" if "former" in role.flags else ""


def _is_member(reader: Reader, sentence: Sentence, clause: Clause, role: Chunk) -> None:
    if role.owner is not None:
        since = _of_its_own(clause, role) or _since(reader, clause)
        if since is None and "join" in clause.concepts and clause.past and clause.having("owner", "Event"):
            since = _day_of_session(reader, sentence, clause, reader.body(role.owner))  # as of the day of the meeting
        others = _with_their_own_day(clause, role.owner, since)
        for whole in (role.owner, *role.parties):  # X одағы мен Y қауымдастығының мүшесі
            _is_member_of(reader, sentence, clause, role, whole, None if others else since)
        for whole in others:
            _is_member_of(reader, sentence, clause, role, whole, since)
        return
    wholes = (
        role.parties  # стал её четвёртым членом
        or _its_own(sentence, clause, role)
        or clause.having("to", "Organization")
        or clause.having("at", "Organization")
        or whole_before(sentence, clause)
        or clause.having("to", "Pronoun")
        or just_counted(reader, sentence)
        or _of_the_last_session(reader, sentence, clause)
        or where_others_are(reader, sentence, clause, role)
    )
    for chunk in wholes:
        # of several bodies each has the date that stands before it
        dates = [c for c in clause.chunks if c.kind == "Date" and c.last < chunk.first]
        since = dates[-1] if dates else _since(reader, clause)
        if since is None and clause.passive and clause.concepts & {"receive"}:
            since = _day_of_session(reader, sentence, clause, reader.body(chunk))
        _is_member_of(reader, sentence, clause, role, chunk, since)


def _of_its_own(clause: Clause, role: Chunk) -> Chunk | None:
    """X has been a member of Y since 2011 and, since May, an associate member of Z: as many days as kinds, in order."""
    roles = [r for r in clause.having("as", "Role") if r.kind_of == "membership" and r.owner is not None]
    days = [c for c in clause.having("date") if c.kind_of == "since"]
    if len(roles) == 1 and len(days) > 1 and role.owner is not None:  # since 1997 and, since 2019, of its Council
        first, last = min(role.first, role.owner.first), max(role.last, role.owner.last)
        return min(days, key=lambda day: max(first - day.last, day.first - last))
    return days[roles.index(role)] if len(roles) > 1 and len(days) == len(roles) and role in roles else None


def _with_their_own_day(clause: Clause, first: Chunk, since: Chunk | None) -> list[Chunk]:
    """X – член союза, а с 2008 года и ассамблеи: the body behind the only date is the one that the date is of."""
    if since is None or since.kind_of != "since" or since.first < first.last:
        return []
    behind = clause.having("owner", "Organization") or clause.having("object", "Organization")
    return [c for c in behind if c.inside is None and 0 < c.first - since.last <= _NEAR]


def _its_own(sentence: Sentence, clause: Clause, role: Chunk) -> list[Chunk]:
    """Оның мүшелері – X, Y және Z: the body that a pronoun right before the word for members takes up."""
    own = [c for c in clause.having("owner", "Pronoun") if 0 < role.first - c.last <= _NEAR and not c.plural]
    return own[-1:] if role.function == "subject" and role.plural else []


def _is_member_of(
    reader: Reader, sentence: Sentence, clause: Clause, role: Chunk, whole: Chunk, since: Chunk | None
) -> None:
    body = reader.body(whole)
    if role.owner is None and not clause.having("to", "Organization") and clause.concepts & {"receive"}:
        body = _whole_of(reader, body) or body  # the session of its council: the council takes in in its name
    if not body or reader.draft.type_of(body) != "Organization":
        return
    taken_in = (
        clause.having("object") if "receive" in clause.concepts and (clause.passive or role.function == "to") else []
    )
    passively = role.function == "to" and "receive" in clause.concepts
    if role.function == "as" and "receive" in clause.concepts and not clause.passive:
        taken_in = clause.having("object", *MEMBERS)  # the Assembly took X in as a member of Y; it is no member itself
        passively = True
    subjects = [c for c in (taken_in if passively else clause.subjects or taken_in) if c.kind in MEMBERS]
    if clause.form == "relative" and clause.head is not None and clause.head.kind in MEMBERS and not subjects:
        subjects = [clause.head]  # X одағының мүшесі болып табылатын Y
    if clause.form == "relative":  # the unions of X and Y, which are members: they are, and not the states
        subjects = [c for c in subjects if c.kind != "Country" or c.function != "owner" or c.group < 0]
    if not subjects and role.function == "subject" and role.plural and clause.concepts <= {"be", "work"}:
        subjects = [c for c in clause.having("object", *MEMBERS) if c.proper]  # its members are X, Y and Z
    if not subjects and role.function == "subject":
        subjects = [c for c in clause.inherited if c.kind in MEMBERS]  # X 1994 жылы құрылған, Y одағының мүшесі
    if role.function == "to" or (passively and taken_in):
        since = since or _day_of_session(reader, sentence, clause, body)
    members = [(c, k) for c, k in reader.actors(subjects) if k != body and not k.startswith("person")]
    negated = clause.negated or "denied" in role.flags
    for chunk, key in members:
        quote = reader.quote(sentence, clause, chunk, role, whole)
        modality = "denied" if negated else _of_role(role) or clause.modality
        if clause.past and modality == "asserted" and "hold" in clause.concepts and since is None:
            modality = "ended"
        if modality == "asserted" and ("belonged" in clause.flags or (clause.past and _until(clause) is not None)):
            modality = "ended"  # числился членом до 2019 года
        if clause.future and modality == "asserted" and "join" in clause.concepts and "be" not in clause.concepts:
            modality = "planned"  # мүше болады, мүше болмақ
        own = _own_role(reader, clause, chunk, role) if role.owner is None and role.function == "as" else role
        _claim(reader, key, body, own, quote, _own_day(clause, chunk) or since, modality, clause)


def _since(reader: Reader, clause: Clause) -> Chunk | None:
    dates = [c for c in clause.chunks if c.kind == "Date" and not _of_an_observer(reader, clause, c)]
    if "stays" in clause.flags and not clause.past:
        dates = [c for c in dates if c.kind_of == "since"]  # остаётся в составе: no day on which it joined
    since = [c for c in dates if c.kind_of == "since"]
    elected = clause.passive and "appoint" in clause.concepts  # избраны членами
    begun = [c for c in dates if c.kind_of != "until"]
    joining = begun if clause.concepts & {"join", "leave"} or elected else since
    return (since or joining or [None])[-1]  # type: ignore[list-item]


def _until(clause: Clause) -> Chunk | None:
    return next((c for c in clause.having("date") if c.kind_of == "until"), None)


def _own_day(clause: Clause, member: Chunk) -> Chunk | None:
    """Одаққа X 2015 жылы, Y 2019 жылы кірді: of several each has the day that stands behind its name."""
    days = [c for c in clause.having("date") if c.kind_of == "on"]
    members = [c for c in clause.subjects if c.kind in MEMBERS]
    if len(days) < 2 or len(days) != len(members):
        return None
    later = min((c.first for c in members if c.first > member.first), default=clause.predicate[0])
    behind = [d for d in days if member.last < d.first < later]
    return behind[0] if len(behind) == 1 else None


def _of_an_observer(reader: Reader, clause: Clause, date: Chunk) -> bool:
    """X, an observer since 2014, joined in 2019: since when it was no member."""
    named = reader.register.cues.words["observer"]
    observers = [c for c in clause.chunks if c.kind == "Role" and (c.kind_of == "observer" or c.lemma in named)]
    return any(0 < date.first - c.last <= _NEAR for c in observers)


def _joins(reader: Reader, sentence: Sentence, clause: Clause, predicate: str) -> None:
    bodies = clause.having("to" if predicate == "schema:startDate" else "from", "Organization")
    bodies, subjects = _taken_in_by(clause, bodies)
    head = clause.head if clause.form == "relative" and (clause.past or not clause.future) else None
    if not subjects and head is not None and head.kind in MEMBERS and head not in bodies:
        plain = clause.passive or "receive" not in clause.concepts
        subjects = [head] if plain and "object-head" not in clause.flags else []  # Интерполға қабылданған Қазақстан
    if any(c.kind == "Role" and c.kind_of == "observer" for c in clause.chunks):
        return
    if bodies and not bodies[-1].proper and clause.concepts & {"receive"} and clause.having("subject", "Event"):
        bodies = _of_its_session(reader, clause)[-1:] or bodies  # конференция X-ті ұйым қатарына қабылдады
    if not bodies and clause.concepts & {"receive"}:
        bodies, subjects = _of_its_session(reader, clause), clause.having("object") or subjects
        bodies = bodies or _of_the_change_before(reader, sentence, clause)
        bodies = bodies or _of_the_last_session(reader, sentence, clause)
    if not bodies and predicate == "schema:startDate":
        bodies = counted_before(reader, sentence, clause) or of_a_pronoun(reader, sentence, clause)
        bodies = bodies or joined_by_others(reader, sentence, clause)
    if not bodies or _joins_what_is_no_body(clause, bodies):
        return
    if days := _one_day_each(clause, bodies):
        for joined, day in zip(bodies, days, strict=True):
            _joins_one(reader, sentence, clause, predicate, joined, subjects, day)
        return
    last = bodies[-1]
    for joined in [b for b in bodies if b is last or (b.group == last.group >= 0 and b.kind == "Organization")]:
        _joins_one(reader, sentence, clause, predicate, joined, subjects)


def _joins_what_is_no_body(clause: Clause, bodies: list[Chunk]) -> bool:
    """Tell whether a programme, event or agreement is joined: the Ministry's, or the programme of the Ministry."""
    kinds = ("Event", "Program", "Agreement")
    of_a_body = any(c.kind in kinds and c.first < bodies[0].first and c.group < 0 for c in clause.having("object"))
    return any(c.kind in kinds for c in clause.having("to")) or (of_a_body and "receive" not in clause.concepts)


def _one_day_each(clause: Clause, bodies: list[Chunk]) -> list[Chunk]:
    """ЮНЕСКО-ға 1992 жылы, ЮНИСЕФ-ке 1994 жылы кірді: of several bodies each has the day that stands behind it."""
    if len(bodies) < 2:
        return []
    ends = [*(b.first for b in bodies[1:]), clause.predicate[0]]
    days = [
        [d for d in clause.having("date") if d.kind_of == "on" and body.last < d.first < end]
        for body, end in zip(bodies, ends, strict=True)
    ]
    return [d for one in days for d in one] if all(len(one) == 1 for one in days) else []


def _joins_one(
    reader: Reader,
    sentence: Sentence,
    clause: Clause,
    predicate: str,
    joined: Chunk,
    subjects: list[Chunk],
    own: Chunk | None = None,
) -> None:
    """Claim that the subjects join or leave one of the bodies that a clause names."""
    body = reader.body(joined)
    if not body or reader.draft.type_of(body) != "Organization":
        return
    beside = [c for c in alongside(clause) if c not in subjects]
    for chunk, key in reader.actors([c for c in (*subjects, *beside) if c.kind in MEMBERS]):
        if key == body or key.startswith("person"):
            continue
        ahead = clause.future and clause.form != "complement" and "belongs" not in clause.flags
        modality = "denied" if clause.negated else "planned" if ahead else clause.modality
        if clause.form == "complement" and not clause.past and modality == "asserted":
            modality = "proposed"
        quote = reader.quote(sentence, clause, chunk, joined)
        day = own or _own_day(clause, chunk) or _since(reader, clause)
        day = day or _day_of_session(reader, sentence, clause, body)
        whole = _whole_of(reader, body) if clause.concepts & {"receive"} else ""  # its assembly takes in in its name
        if whole and day is None:
            day = _day_of_session(reader, sentence, clause, whole)
        if "belonged" in clause.flags and modality == "asserted":  # состоял в лиге до 2016 года
            predicate, day = "schema:endDate", _until(clause)
        if predicate == "schema:endDate" and day is None and modality == "asserted":
            modality = "ended"
        _claim(reader, key, whole or body, None, quote, day, modality, clause, predicate)


def _taken_in_by(clause: Clause, bodies: list[Chunk]) -> tuple[list[Chunk], list[Chunk]]:
    """Return what is joined and who joins, where a verb of taking in may stand: its subject takes in its object."""
    subjects = clause.subjects
    if clause.passive and not clause.concepts & {"receive"}:
        return bodies, subjects
    objects = [c for c in clause.having("object") if c.kind in MEMBERS]
    takers = [c for c in subjects if c.kind == "Organization"]
    if objects and takers and not bodies:
        # Қауымдастық X-ті мүшелікке қабылдады: the body that takes in is the subject
        return takers, objects
    if objects and clause.concepts & {"receive"}:
        # the Presidium admitted X to the Chamber: who is taken in is the object
        named = [c for c in (*objects, *clause.subjects) if c.proper and c.kind in MEMBERS]
        return bodies, named if clause.passive and named else objects  # приняты две компании – X и Y
    return bodies, subjects


def _of_its_session(reader: Reader, clause: Clause) -> list[Chunk]:
    """The Congress accepted X: the body whose congress it is."""
    events = clause.having("subject", "Event") + clause.having("around", "Event")
    own = [party for event in events for party in event.parties if party.kind == "Organization"]
    if own:
        return own[-1:]
    named = [s for s in reader.sentences for c in s.chunks if c.kind == "Event" and c.parties]
    same = [
        party
        for event in events
        for s in named
        for c in s.chunks
        if c.kind == "Event" and c.lemma == event.lemma and c.start <= event.start
        for party in c.parties
        if party.kind == "Organization"
    ]
    return same[-1:] or _of_the_session_told(reader, events)


def _of_the_session_told(reader: Reader, events: list[Chunk]) -> list[Chunk]:
    """X конфедерациясының конгресі өтті. Конгресс Y-ті қабылдады: the only body whose session it is."""
    if reader.agenda is None:
        return []
    known = [e for event in events if (e := reader.agenda.taken_up(event)) is not None]
    held = {p.key for e in known for p in e.parts.values() if p.rule == "meeting.of" and p.key.startswith("org")}
    named = (c for s in reader.sentences for c in s.chunks if c.kind == "Organization" and c.thing in held)
    return [chunk for chunk in [next(named, None)] if chunk is not None and len(held) == 1]


def _of_the_change_before(reader: Reader, sentence: Sentence, clause: Clause) -> list[Chunk]:
    """Из федерации исключён X. Приняты Y и Z: what is joined now is what the sentence before says was left."""
    if not clause.passive or clause.negated or clause.modality != "asserted":
        return []
    near = [s for s in reader.sentences if s.line == sentence.line and s.end <= sentence.start][-2:]
    changes = [c for s in near for c in s.clauses if c.concepts & {"join", "leave"}]
    found = [b for c in changes for b in c.having("from", "Organization") + c.having("to", "Organization")]
    return found[-1:]


def _of_the_last_session(reader: Reader, sentence: Sentence, clause: Clause) -> list[Chunk]:
    """The Chamber held its general meeting. Two companies, X and Y, were admitted: to the body whose session it was."""
    told = clause.passive and clause.past and not clause.negated and clause.modality == "asserted"
    if not told or not clause.concepts & {"receive"} or reader.agenda is None or clause.having("at", "Place"):
        return []
    sessions = [e for e in reader.agenda.encounters if e.kind in _IN_SESSION and e.evidence.start < sentence.end]
    held = [e for e in sessions if e.date and not (e.planned or e.denied or e.cancelled)][-1:]
    whose = {p.key for e in held for p in e.parts.values() if p.key.startswith("org") and p.rule in _WHOSE_SESSION}
    named = (
        c for s in reader.sentences for c in s.chunks if c.kind == "Organization" and c.proper and c.thing in whose
    )
    return [chunk for chunk in [next(named, None)] if chunk is not None and len(whose) == 1]


def _day_of_session(reader: Reader, sentence: Sentence, clause: Clause, body: str) -> Chunk | None:
    """Return the day of the session that took a member in: the one that its clause names, or that is told of there."""
    if clause.modality != "asserted" or clause.negated or reader.agenda is None:
        return None
    events = [c for c in clause.chunks if c.kind == "Event"]
    for event in events:
        here = [
            e
            for e in reader.agenda.encounters
            if e.lemma == event.lemma and e.date and sentence.start <= e.evidence.start < sentence.end
        ]
        if len(here) == 1 and not (here[0].planned or here[0].denied):
            return _day(event, here[0].date)
        known = reader.agenda.taken_up(event)
        if known is not None and known.date and not known.planned:
            return _day(event, known.date)
    there = "receive" in clause.concepts or bool(clause.having("at", "Pronoun"))  # онда … қатарына X кірді
    there = there or "by-decision" in clause.flags  # решением исполкома в федерацию вошли X и Y
    if not there or not clause.past:
        return None
    held = [
        e
        for e in reader.agenda.encounters
        if e.kind in _IN_SESSION and e.date and not (e.planned or e.denied or e.cancelled)
    ]
    before = [e for e in held if e.evidence.start < sentence.end and _of_body(reader, e.parts, body)]
    told = [e for e in before if not events or any(e.lemma == event.lemma for event in events)]
    return _day(clause.chunks[0], told[-1].date) if told and clause.chunks else None


def _of_body(reader: Reader, parts: Iterable[str], body: str) -> bool:
    """Tell whether a session is of a body or of its board."""
    return body in parts or any(_whole_of(reader, key) == body for key in parts if key.startswith("organization"))


def _day(where: Chunk, value: str) -> Chunk:
    day = Chunk("Date", where.first, where.last, where.start, where.end, value, "", "date.of-session")
    day.value = value
    return day


def _claim(
    reader: Reader,
    member: str,
    body: str,
    role: Chunk | None,
    quote: Span,
    day: Chunk | None,
    modality: str,
    clause: Clause,
    predicate: str = "schema:startDate",
) -> None:
    draft = reader.draft
    role_key = _role(reader, role)
    key = membership(reader, member, body, "member")
    said_by = clause.said_by.thing if clause.said_by is not None and clause.said_by.thing else None
    rule = (
        "membership.is"
        if role is not None
        else "membership.joined"
        if predicate == "schema:startDate"
        else "membership.left"
    )
    claims: list[tuple[str, str | Literal]] = [("org:member", member), ("org:organization", body)]
    if role_key:
        claims.append(("org:role", role_key))
    if day is not None:
        claims.append((predicate, Literal(day.value, datatype(day.value))))
        quote = Span(min(quote.start, day.start), max(quote.end, day.end))
    for name, value in claims:
        draft.claim(key, name, value, [quote], rule, modality=modality, said_by=said_by)


def _role(reader: Reader, role: Chunk | None) -> str:
    if role is None:
        return ""
    first, _, more = role.lemma.casefold().partition("-")
    kind = bool(more) and first in reader.register.cues.words.get("members", ())  # член-учредитель
    founder = role.lemma in reader.register.cues.words.get("founder", ())
    if role.label.casefold() == role.lemma.casefold() and not kind and not founder:
        return ""
    role.thing = reader.register.role(role)
    return role.thing
