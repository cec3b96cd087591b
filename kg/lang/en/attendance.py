"""Who an English clause says took part: attending, heard, brought together, listed behind a colon, met without a name.

Also present were X and Y; the following took part: X, Y   whoever attends is made the subject of attending
The Board convened; X discussed it with Y                  a body that meets by itself, people who talk together
"""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.en.called_on import called_on
from kg.lang.en.colon_lists import attendees
from kg.lang.en.companions import (
    come_along,
    joined_by_others,
    meet_by_doing,
    presented_to_staff,
    sees_to_the_vote,
    spoke_in_a_row,
    were_in_the_room,
)
from kg.lang.en.in_programs import take_part_in_program
from kg.lang.en.made_up_of import parts_told
from kg.lang.en.occasions import stay_since, tell_of_occasion
from kg.lang.en.of_programs import is_in_program
from kg.lang.en.open_clauses import Open
from kg.lang.en.phrase import Phrase
from kg.lang.en.presence import was_present
from kg.lang.en.sessions import brings_together, hold_session, pay_visit, send_delegation, there_was, what_happened
from kg.lang.en.together import shared_the_table, were_together
from kg.lang.syntax import DAY, Chunk, Clause

_TALKING = cues("en").words["talking"]
_PUBLIC_DEEDS = cues("en").words["public-deeds"]
_BEHIND_THE_VERB = cues("en").words["before-who-acts"]
_CLOSE = 14  # tokens from a verb to who does it, its post between them
_EXCHANGING = cues("en").words["exchanging"]
_SEATING = frozenset({"bring", "seat", "comprise"})
_GATHERING = cues("en").words["gathering-verbs"]
_PARTS = (("attend", "subject"), ("join.in", "subject"), ("meet", "with"), ("receive", "object"))
_LECTURES = cues("en").words["lectures"]
_SENT_BY = cues("en").words["sent-by"]
_GUESTS = cues("en").words["guests"]
_FAR_BEHIND = 9  # tokens behind a verb among which it is told to whom
_STRETCHES = cues("en").words["stretches"]
_CONTRIBUTING = cues("en").words["contributing"]
_AT_ENCOUNTERS = cues("en").words["parts-at-encounters"]
_INFORMING = frozenset({"brief", "inform", "acquaint", "familiarise", "familiarize", "update", "tell"})
_CROWD = cues("en").words["crowd"]
_SITTING = cues("en").words["sitting"]
_SPEECHES = cues("en").words["speeches"]


def settle_attendance(phrase: Phrase, item: Open) -> None:
    """Let a clause that tells of people at an encounter or in a programme say so by its concepts and functions."""
    clause = item.clause
    assert clause is not None
    _by_letter(phrase, clause)
    _giving_a_lecture(clause)
    _greeting(item)
    _including(clause)
    stay_since(clause)
    _in_presence(phrase, clause)
    _people_of_a_body(phrase, clause)
    _told_the_guests(phrase, clause)
    _led_the_guests(phrase, item)
    _presiding(clause)
    _in_the_chair(phrase, clause)
    _chairing_part(phrase, clause)
    _acting_at(item, clause)
    _spoke_then(item)
    _acting_as(clause)
    _beside_others(clause)
    _in_public_together(phrase, item)
    _in_the_chair_beside(phrase, clause)
    _talking_with(item)
    meet_by_doing(phrase, item)
    shared_the_table(phrase, clause)
    come_along(clause)
    were_in_the_room(phrase, clause)
    joined_by_others(clause, turned=item.group is not None and item.group.passive)
    presented_to_staff(phrase, clause)
    sees_to_the_vote(phrase, clause)
    spoke_in_a_row(phrase, clause)
    tell_of_occasion(phrase, item)
    hold_session(phrase, item, clause)
    what_happened(phrase, item)
    there_was(phrase, clause)
    _brings_together(clause)
    _made_up_of(clause)
    pay_visit(phrase, clause)
    send_delegation(clause)
    brings_together(phrase, clause)
    _contributions(phrase, item, clause)
    _hearing(clause)
    _taking_part(clause)
    take_part_in_program(phrase, item)
    is_in_program(phrase, item)
    _unnamed(phrase, item)
    attendees(phrase, item)
    called_on(phrase, item)
    were_together(phrase, item)
    was_present(phrase, item)


def _by_letter(phrase: Phrase, clause: Clause) -> None:
    """Addressed the seminar with a letter of welcome, thanked members in writing: who is only read was not there."""
    if clause.passive or not clause.concepts & {"speak", "attend", "host", "receive"}:
        return
    words = phrase.cues.words["letters"]
    opening = phrase.lowers[:2] == ["in", "it"] or (phrase.lower(0) == "in" and phrase.lemma(2) in words)
    behind = range(clause.predicate[1] + 1, min(clause.last + 5, phrase.size))
    written = any(
        (phrase.lemma(i) in words and phrase.lower(phrase.phrase_start(i) - 1) in ("with", "by", "in"))
        or phrase.lowers[i : i + 2] == ["in", "writing"]
        for i in behind
    )
    if written or opening:  # in it, in her letter the Minister called for new rules
        clause.concepts = clause.concepts - {"speak", "attend", "host", "receive", "chair"}


def _giving_a_lecture(clause: Clause) -> None:
    """X gives an open lecture on 2 November: an encounter of its own, no speech at the one told of before."""
    if clause.lemma not in ("give", "deliver") or clause.negated:
        return
    told = [event for event in clause.having("object", "Event") if "new" in event.flags]
    for event in told:
        event.kind_of = "Seminar" if event.lemma in _LECTURES else event.kind_of  # gives a talk on 2 November
    own = any(event.kind_of == "Seminar" for event in told)
    days = clause.days
    if own and days:
        clause.concepts = frozenset({"hold"})
        clause.flags.discard("public")


def _greeting(item: Open) -> None:
    """Greeting the participants, X said: to greet those who came is to speak to them, not to receive them."""
    clause, group = item.clause, item.group
    assert clause is not None
    if group is None or group.lemma not in ("greet", "welcome", "congratulate"):
        return
    crowd = [c for c in clause.having("object", "Role") if c.plural and c.lemma in _CROWD]
    if (crowd or group.kind == "gerund") and not clause.having("object", "Person", "Delegation"):
        clause.concepts = frozenset({"speak"})


def _including(clause: Clause) -> None:
    """Two hundred guests came, including X: X is one of those who did."""
    part = next((p for concept, p in _PARTS if concept in clause.concepts), "")
    for chunk in clause.having("include", "Person", "Organization", "Delegation"):
        guests = [c for c in clause.having("with", "Role") if c.plural and c.last < chunk.first]
        events = [c for c in clause.chunks if c.kind == "Event" and guests and c.last < guests[-1].first]
        if events:  # at a meeting with bankers, among them X
            events[-1].parties = [*events[-1].parties, chunk]
        elif part:
            chunk.function = part


def _in_presence(phrase: Phrase, clause: Clause) -> None:
    """The mayor opened the library on Saturday in the presence of the minister: they met there."""
    if "presence" not in phrase.present:
        return
    days = clause.days
    event = any(c.kind == "Event" for c in clause.chunks)
    people = clause.having("subject", "Person") and clause.having("with", "Person")
    if (
        people
        and "presence" in phrase.lowers[clause.predicate[1] : people[0].first]
        and days
        and not event
        and not clause.negated
        and not clause.passive
    ):
        clause.concepts = clause.concepts | {"meet"}


def _people_of_a_body(phrase: Phrase, clause: Clause) -> None:
    """Met the management of Sary Su JSC, received the leadership of the Union: those people stand for the body."""
    if clause.passive or not clause.concepts & {"meet", "receive"} or clause.having("with") or clause.having("object"):
        return
    for body in clause.having("owner", "Organization")[:1]:
        start = phrase.phrase_start(body.first)
        noun = start - 2
        told = phrase.lower(start - 1) == "of" and phrase.lower(noun) in _SENT_BY and phrase.taken[noun] is None
        if told and noun > clause.predicate[1] and body.proper:
            body.function = "with" if "meet" in clause.concepts else "object"


def _told_the_guests(phrase: Phrase, clause: Clause) -> None:
    """X described the new ward to the visitors, showed the guests round: whoever does so is at what they came for."""
    people = [c for c in clause.having("subject", "Person") if c.posts]
    told = clause.concepts & {"speak"} and clause.past and not clause.negated and not clause.passive
    if not told or not people or clause.modality != "asserted" or clause.having("date"):
        return
    for i in range(clause.predicate[1] + 1, min(clause.predicate[1] + _FAR_BEHIND, clause.last + 4, phrase.size)):
        if phrase.tags[i] in ("V", "W", "S") or phrase.lowers[i] in (".", ";"):
            return
        if phrase.lemmas[i] in _GUESTS and phrase.tags[i] == "N" and phrase.taken[i] is None:
            first = phrase.phrase_start(i)
            if phrase.lower(first - 1) == "to" or first == clause.predicate[1] + 1:
                clause.concepts = clause.concepts | {"join.in"}
            return


def _led_the_guests(phrase: Phrase, item: Open) -> None:
    """The guests were led by X; at the head of the mission was Y: they came with those who were received."""
    clause, group = item.clause, item.group
    assert clause is not None
    if group is None or clause.negated or "lead" not in clause.concepts or item.form != "finite":
        return
    where = range(item.begin, group.first) if group.passive else range(group.last + 1, clause.last + 3)
    for i in where:
        if phrase.lemma(i) in _GUESTS and phrase.tag(i) == "N" and phrase.tag(phrase.phrase_start(i)) == "D":
            clause.flags.add("in-delegation")
            return


def _presiding(clause: Clause) -> None:
    """Presided on 12 March over a meeting of the Council: the meeting is what was chaired."""
    if clause.lemma in ("preside", "officiate") and not clause.having("object", "Event"):
        for event in (c for c in clause.chunks if c.kind == "Event" and c.function in ("about", "at")):
            event.function = "object"
            clause.concepts = clause.concepts | {"chair"}


def _in_the_chair(phrase: Phrase, clause: Clause) -> None:
    """X was in the chair, took the chair: X chaired what is told of."""
    if "chair" not in phrase.present:
        return
    i = clause.predicate[1] + 1
    words = phrase.lowers[i : i + 3]
    ahead = phrase.lowers[max(0, clause.predicate[0] - 3) : clause.predicate[0]]
    people = clause.having("object", "Person")
    if clause.lemma == "be" and ahead == ["in", "the", "chair"] and people and not clause.negated:
        for chunk in people:
            chunk.function = "subject"  # in the chair was X
        words = ahead
    told = words == ["in", "the", "chair"] and clause.lemma in ("be", "sit")
    takes = words[:2] == ["the", "chair"] and words[2:] != ["of"] and clause.lemma in ("take", "occupy")
    if (told or takes) and not clause.negated:
        clause.concepts = frozenset({"speak"})
        clause.flags.add("public")
        clause.chunks = [c for c in clause.chunks if not (c.kind == "Role" and c.lemma == "chair" and c.first > i - 1)]


def _chairing_part(phrase: Phrase, clause: Clause) -> None:
    """Chaired the first day, the second half of the conference: whoever chairs a part of an encounter is at it."""
    if "chair" not in clause.concepts or clause.passive or clause.having("object", "Event", "Delegation"):
        return
    for i in range(clause.predicate[1] + 1, min(clause.predicate[1] + 6, phrase.size)):
        if phrase.lemma(i) in _STRETCHES and phrase.tags[i] == "N":
            whole = [c for c in clause.having("owner", "Event") if c.first > i]
            for event in whole[:1]:
                event.function = "object"
            if not whole:
                clause.concepts = frozenset({"speak"})
                clause.flags.add("public")
            return
        if phrase.tags[i] not in ("D", "J", "N", "O", "NUM"):
            return


def _acting_at(item: Open, clause: Clause) -> None:
    """Who speaks, decides, signs at an encounter attends it."""
    if clause.concepts & {"attend", "hold", "meet", "receive", "visit", "be", "work"} or clause.passive:
        return
    if "join" in clause.concepts and clause.having("to", "Organization"):
        return  # at the meeting the club joined the Union
    speaking = item.group is not None and item.group.kind == "gerund" and clause.lemma in ("speak", "talk")
    if not speaking and not clause.having("subject", "Person", "Organization", "Role", "Pronoun", "Delegation"):
        return
    addressed = (
        clause.having("object", "Event") if clause.lemma in ("address", "tell") and "speak" in clause.concepts else []
    )
    addressed += [e for e in clause.having("to", "Event") if "speak" in clause.concepts]
    for event in [*clause.having("at", "Event"), *(clause.having("owner", "Event") if speaking else []), *addressed]:
        dated = event.function == "to" and _on_a_day(clause)
        if event.proper or event.possessed or "this" in event.flags or dated:
            if clause.lemma in _INFORMING and event.kind_of == "Gathering" and not event.parties:
                event.parties = clause.having("object", "Person")  # briefed X on the reform at a meeting
            event.function = "to"
            clause.concepts = clause.concepts | {"attend"}


def _talking_with(item: Open) -> None:
    """Discussed the safety of rigs with Mr. Mercier, signed a protocol with the director: to do so is to meet."""
    clause = item.clause
    assert clause is not None
    agreeing = clause.lemma == "agree" and any(len(d.value) == DAY for d in clause.having("date"))
    talking = clause.lemma in _TALKING or ("discuss" in clause.concepts and clause.lemma in _EXCHANGING) or agreeing
    if not talking or clause.passive or clause.concepts & {"meet"}:
        return
    several = len(clause.having("subject", "Person")) > 1 and not clause.negated
    signing = several and (clause.lemma == "sign" or agreeing)
    if signing and not any(c.kind == "Event" and c.function in ("at", "during", "to", "object") for c in clause.chunks):
        clause.concepts = clause.concepts | {"meet"}  # X and Y signed a plan
        return
    partners = clause.having("with", "Person") or _each_other(item, clause)
    for nested in item.nested:
        if not partners and nested.clause is not None and nested.form == "converb":
            partners = nested.clause.having("with", "Person")  # with it a participle between them has been read
            clause.chunks += partners
    if partners:
        clause.concepts = clause.concepts | {"meet"} - {"hold", "speak"}


def _in_public_together(phrase: Phrase, item: Open) -> None:
    """The Ambassador and the Rector opened a reading room; the carpet was unveiled by X and by Y: they met there."""
    clause = item.clause
    assert clause is not None
    done = clause.lemma in _PUBLIC_DEEDS and item.form == "finite" and not clause.negated and not clause.passive
    future = item.group is not None and item.group.future
    if not done or future or clause.concepts & {"meet"} or any(c.kind == "Event" for c in clause.chunks):
        return
    if clause.having("object", "Pronoun"):
        return  # it was opened by X and Y: what has been told of was
    beside = [c for c in clause.having("with", "Person") if _together_with(phrase, c)]
    people = [c for c in clause.having("subject", "Person") if not c.plural] + beside
    roles = [r for r in clause.having("subject", "Role") if not r.plural and r.kind_of in ("head", "deputy", "envoy")]
    if people and len(people) + len(roles) > 1:
        clause.concepts = clause.concepts - {"hold", "speak", "chair", "carry.out"} | {"meet"}


def _together_with(phrase: Phrase, person: Chunk) -> bool:
    """The ribbon was cut by X together with the library's director, Y."""
    first = min([person.first, *(post.first for post in person.posts)])
    return "together" in phrase.lowers[max(0, first - 6) : first]


def _in_the_chair_beside(phrase: Phrase, clause: Clause) -> None:
    """The Council, with the Rector in the chair, voted on deans: the Rector was at that session."""
    if "chair" not in phrase.present:
        return
    for chunk in clause.having("with", "Person", "Role"):
        if phrase.lowers[chunk.last + 1 : chunk.last + 4] == ["in", "the", "chair"]:
            chunk.flags.add("together")


def _acting_as(clause: Clause) -> None:
    """X acted as mediator, served as interpreter: X was at what is told of."""
    if clause.lemma not in ("act", "serve") or not clause.past:
        return
    parts = [c for c in clause.having("as", "Role") if c.lemma in _AT_ENCOUNTERS and c.owner is None and not c.plural]
    elsewhere = clause.negated or clause.having("at") or clause.having("date")
    if parts and clause.having("subject", "Person") and not elsewhere:
        clause.concepts = frozenset({"join.in"})


def _beside_others(clause: Clause) -> None:
    """X sat between Y and Z, beside Y: all of them were there."""
    seated = clause.lemma in ("sit", "stand") and not clause.concepts & {"meet"} and not clause.negated
    if not seated or not clause.having("subject", "Person"):
        return
    others = [c for c in clause.chunks if c.kind == "Person" and c.function in ("between", "with", "about")]
    if others:
        clause.concepts = frozenset({"attend"})
        for chunk in others:
            chunk.function = "subject"


def _spoke_then(item: Open) -> None:
    """From the guests' row spoke X, then came Y: who does so stands behind the verb."""
    clause, group = item.clause, item.group
    assert clause is not None
    if group is None or clause.lemma not in _BEHIND_THE_VERB or clause.passive:
        return
    if any(c.kind != "Side" for c in clause.subjects):
        return
    people = [c for c in clause.having("object", "Person", "Delegation") if c.first > group.last]
    if people and people[0].first - group.last <= _CLOSE and item.form == "finite":
        if clause.lemma in ("sit", "stand") and not clause.concepts:
            clause.concepts = frozenset({"join.in"})  # on the ministry's side sat X and Y
        for chunk in people:
            chunk.function = "subject"


def _each_other(item: Open, clause: Clause) -> list[Chunk]:
    """On 6 March Rector X and Minister Y discussed fees: two people who do so on a day meet."""
    people = clause.having("subject", "Person")
    alone = not any(c.kind == "Event" for c in clause.chunks) and item.form == "finite" and not clause.negated
    days = clause.days
    return people[1:] if len(people) == 2 and alone and days and clause.lemma != "speak" else []


def _brings_together(clause: Clause) -> None:
    """The forum brought together X and Y; the programme unites X and Y: they take part in it."""
    gathering = clause.concepts & {"count"} or clause.lemma in _GATHERING or clause.lemma in _SEATING
    if clause.passive or not gathering:
        return
    whole = next((c for c in clause.having("subject") if c.kind in ("Event", "Program")), None)
    people = [c for c in clause.having("object") if c.kind in ("Person", "Organization", "Delegation", "Place")]
    if whole is None or not people:
        return
    clause.concepts = frozenset({"attend" if whole.kind == "Event" else "participate"})
    whole.function = "to"
    for chunk in people:
        chunk.function = "subject"


def _made_up_of(clause: Clause) -> None:
    """The Mongolian side included X and Y, the delegation consisted of X, was made up of X and Y: they were there."""
    sides = clause.having("subject", "Side", "Delegation")
    if not sides or clause.negated or clause.having("subject", "Event", "Program"):
        return
    members = parts_told(clause, "Person", "Role", "Organization")
    if members:
        clause.concepts, clause.passive = frozenset({"join.in"}), False
        for chunk in clause.having("subject"):
            chunk.function = ""
        for chunk in members:
            chunk.function = "subject"


def _contributions(phrase: Phrase, item: Open, clause: Clause) -> None:
    """The keynote was given by X; contributions came from Y and from Z: they spoke."""
    if item.group is None or clause.negated or clause.lemma not in _CONTRIBUTING:
        return
    told = any(phrase.lemma(i) in _SPEECHES and phrase.tags[i] == "N" for i in range(item.begin, item.group.first))
    part = "from" if clause.lemma in ("come", "be") else "subject"
    people = [c for c in clause.having(part, "Person", "Role") if c.first > item.group.last]
    if told and people and not clause.passive:
        clause.concepts = frozenset({"speak"})
        clause.flags.add("public")
        clause.chunks = [c for c in clause.chunks if c.kind != "Event" or c.function not in ("subject", "object")]
        for chunk in people:
            chunk.function = "subject"


def _hearing(clause: Clause) -> None:
    """Heard the Scientific Secretary, a report by X: who is heard attends."""
    heard = [c for c in clause.chunks if c.kind == "Person" and c.function in ("object", "to", "by", "from", "owner")]
    if clause.lemma == "hear" and clause.passive:
        heard = heard or clause.having("subject", "Person")  # X was heard on the drying up of the lake
    sitting = [c for c in clause.having("subject", "Organization") if c.lemma in _SITTING and not c.plural]
    alone = not any(c.kind == "Event" for c in clause.chunks) and clause.days and clause.past
    if clause.lemma == "hear" and heard and sitting and alone and not clause.passive and not clause.negated:
        clause.say_they_met(heard)  # on 11 May the Committee heard the Minister
        return
    if clause.lemma in ("hear", "listen") and heard and not clause.negated:
        clause.concepts = frozenset({"attend"})
        for chunk in clause.having("subject"):
            chunk.function = "subject" if chunk.kind == "Person" and not clause.passive else ""  # the mayor heard X
        for chunk in heard:
            chunk.function = "subject"


def _taking_part(clause: Clause) -> None:
    """From the Commission X took part, from the other side Y: each of them did."""
    if clause.lemma not in ("take", "participate", "attend") or "attend" not in clause.concepts or clause.passive:
        return
    for chunk in clause.having("from", "Organization"):
        told = any(c.kind == "Person" and c.last < chunk.first for c in clause.chunks)
        if chunk.first < clause.predicate[0] and not told:
            chunk.function = "on-behalf"  # X from the Institute attended: for herself
    if clause.lemma != "attend" and clause.having("subject", "Person"):
        for chunk in clause.having("object", "Person"):
            chunk.function = "subject"


def _on_a_day(clause: Clause) -> bool:
    return bool(clause.days)


def _unnamed(phrase: Phrase, item: Open) -> None:
    """Received citizens; the guests were met by X: those met are people who are not named."""
    clause, group = item.clause, item.group
    assert clause is not None
    if group is None or not clause.concepts & {"receive", "meet"} or clause.lemma == "constitute":
        return
    turned = group.passive and not clause.passive
    met = clause.having("with", "Person", "Role") and not group.passive and not clause.having("subject")
    if met and any(phrase.lemma(i) in phrase.cues.words["people"] for i in range(item.begin, group.first)):
        clause.flags.add("with-someone")  # the staff met the new head
    if clause.having("object", "Person", "Delegation", "Role") or clause.having("with"):
        return
    if turned and "receive" not in clause.concepts and group.lemma != "sign" and group.lemma not in _PUBLIC_DEEDS:
        if group.lemma == "meet" and _on_a_day(clause) and clause.past:
            clause.concepts = frozenset({"receive"})  # the guests were met on 15 March by X: an encounter of its own
            clause.flags.add("with-someone")
        else:
            clause.concepts = frozenset({"join.in"})  # who meets the guests takes part in what they came for
        return
    where = range(item.begin, group.first) if turned else range(group.last + 1, min(group.last + 9, phrase.size))
    words = phrase.cues.words["people"]
    for i in where:
        if phrase.tags[i] in ("V", "W", "S") or (not turned and phrase.tags[i] == "I"):
            if i == group.last + 1 and phrase.lowers[i] == "with" and "meet" in clause.concepts:
                continue  # met with deputies
            return
        if phrase.lemma(i) in words and phrase.tags[i] == "N":
            clause.flags.add("with-someone")
            return
