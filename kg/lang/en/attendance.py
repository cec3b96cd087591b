"""Who an English clause says took part: attending, heard, brought together, listed behind a colon, met without a name.

Also present were X and Y; the following took part: X, Y   whoever attends is made the subject of attending
The Board convened; X discussed it with Y                  a body that meets by itself, people who talk together
"""

from __future__ import annotations

from itertools import pairwise

from kg.lang.en.clauses import Open
from kg.lang.en.morphology import forms_of
from kg.lang.en.phrase import Phrase
from kg.lang.syntax import Chunk, Clause

_TALKING = frozenset(
    ["discuss", "talk", "speak", "negotiate", "converse", "confer", "consult", "debate", "dine", "lunch", "sign"]
)
_CONVENING = frozenset({"meet", "convene", "sit", "gather", "assemble", "reconvene"})
_GATHERING = frozenset({"involve", "feature", "attract", "draw", "gather", "assemble", "include"})
_PARTS = (("attend", "subject"), ("join.in", "subject"), ("meet", "with"), ("receive", "object"))
_SEATS = frozenset({"platform", "podium", "stage", "rostrum", "table", "panel", "presidium", "dais"})
_TIMES = frozenset({"week", "month", "year", "day", "time", "morning", "afternoon", "evening", "night", "session"})
_STRETCHES = frozenset(
    [
        "day",
        "half",
        "morning",
        "afternoon",
        "part",
        "proceedings",
        "proceeding",
        "discussion",
        "debate",
        "hour",
        "stream",
    ]
)
_CONTRIBUTING = frozenset({"come", "be", "give", "deliver", "make", "present", "read", "hold", "contribute", "add"})
_SPEECHES = frozenset(
    ["contribution", "keynote", "paper", "presentation", "lecture", "address", "talk", "report", "statement", "speech",
     "remark", "intervention", "greeting", "welcome", "comment", "communication", "toast", "overview", "introduction"]
)  # fmt: skip
_TAKING_UP = frozenset(
    {"return", "consider", "examine", "discuss", "debate", "review", "hear", "decide", "vote", "resume"}
)
_SITTING = frozenset(
    {"committee", "commission", "council", "board", "assembly", "court", "senate", "parliament", "tribunal"}
)
_CAME = frozenset({"delegate", "participant", "guest", "member", "representative", "shareholder"})
_LISTED = ("Person", "Organization", "Delegation", "Role")
_CARRIERS = frozenset({"executor", "implementer", "operator", "co-executor"})
_BELONGING = frozenset({"partner", "participant", "member", "implementer", "executor", "party", "founder"})


def settle_attendance(phrase: Phrase, item: Open) -> None:
    """Let a clause that tells of people at an encounter or in a programme say so by its concepts and functions."""
    clause = item.clause
    assert clause is not None
    _by_letter(phrase, clause)
    _greeting(item)
    _including(clause)
    _in_presence(phrase, clause)
    _presiding(clause)
    _in_the_chair(phrase, clause)
    _chairing_part(phrase, clause)
    _acting_at(item, clause)
    _talking_with(item)
    _in_session(phrase, item, clause)
    _what_happened(phrase, item)
    _brings_together(clause)
    _on_a_visit(phrase, clause)
    _contributions(phrase, item, clause)
    _hearing(clause)
    _taking_part(clause)
    _in_a_program(phrase, item)
    _unnamed(phrase, item)
    _attendees(phrase, item)


def _by_letter(phrase: Phrase, clause: Clause) -> None:
    """Addressed the seminar with a letter of welcome: whose words are only read out was not there."""
    words = phrase.cues.words["letters"]
    behind = range(clause.predicate[1] + 1, min(clause.last + 5, len(phrase)))
    written = any(
        phrase.lemma(i) in words and phrase.lower(phrase.phrase_start(i) - 1) in ("with", "by", "in") for i in behind
    )
    if written and clause.concepts & {"speak", "attend", "host", "receive"} and not clause.passive:
        clause.concepts = clause.concepts - {"speak", "attend", "host", "receive", "chair"}


def _greeting(item: Open) -> None:
    """Greeting the participants, X said: to greet those who came is to speak to them, not to receive them."""
    clause, group = item.clause, item.group
    assert clause is not None
    if group is None or group.lemma not in ("greet", "welcome", "congratulate"):
        return
    crowd = [c for c in clause.having("object", "Role") if c.plural and c.lemma in ("participant", "delegate")]
    if (crowd or group.kind == "gerund") and not clause.having("object", "Person", "Delegation"):
        clause.concepts = frozenset({"speak"})


def _including(clause: Clause) -> None:
    """Two hundred guests came, including X: X is one of those who did."""
    part = next((p for concept, p in _PARTS if concept in clause.concepts), "")
    for chunk in clause.having("include", "Person", "Organization", "Delegation") if part else ():
        chunk.function = part


def _in_presence(phrase: Phrase, clause: Clause) -> None:
    """The mayor opened the library on Saturday in the presence of the minister: they met there."""
    days = [d for d in clause.having("date") if d.kind_of == "on" and len(d.value) == len("2021-03-05")]
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


def _presiding(clause: Clause) -> None:
    """Presided on 12 March over a meeting of the Council: the meeting is what was chaired."""
    if clause.lemma in ("preside", "officiate") and not clause.having("object", "Event"):
        for event in (c for c in clause.chunks if c.kind == "Event" and c.function in ("about", "at")):
            event.function = "object"
            clause.concepts = clause.concepts | {"chair"}


def _in_the_chair(phrase: Phrase, clause: Clause) -> None:
    """X was in the chair, took the chair: X chaired what is told of."""
    i = clause.predicate[1] + 1
    words = phrase.lowers[i : i + 3]
    told = words == ["in", "the", "chair"] and clause.lemma in ("be", "sit")
    if (told or (words[:2] == ["the", "chair"] and clause.lemma in ("take", "occupy"))) and not clause.negated:
        clause.concepts = frozenset({"speak"})
        clause.flags.add("public")
        clause.chunks = [c for c in clause.chunks if not (c.kind == "Role" and c.lemma == "chair" and c.first > i - 1)]


def _chairing_part(phrase: Phrase, clause: Clause) -> None:
    """Chaired the first day, the second half of the conference: whoever chairs a part of an encounter is at it."""
    if "chair" not in clause.concepts or clause.passive or clause.having("object", "Event", "Delegation"):
        return
    for i in range(clause.predicate[1] + 1, min(clause.predicate[1] + 6, len(phrase))):
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
    speaking = item.group is not None and item.group.kind == "gerund" and clause.lemma in ("speak", "talk")
    if not speaking and not clause.having("subject", "Person", "Organization", "Role", "Pronoun", "Delegation"):
        return
    for event in [*clause.having("at", "Event"), *(clause.having("owner", "Event") if speaking else [])]:
        if event.proper or event.possessed or "this" in event.flags:
            event.function = "to"
            clause.concepts = clause.concepts | {"attend"}


def _talking_with(item: Open) -> None:
    """Discussed the safety of rigs with Mr. Mercier, signed a protocol with the director: to do so is to meet."""
    clause = item.clause
    assert clause is not None
    if clause.lemma not in _TALKING or clause.passive or clause.concepts & {"meet"}:
        return
    signing = clause.lemma == "sign" and len(clause.having("subject", "Person")) > 1 and not clause.negated
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


def _each_other(item: Open, clause: Clause) -> list[Chunk]:
    """On 6 March Rector X and Minister Y discussed fees: two people who do so on a day meet."""
    people = clause.having("subject", "Person")
    alone = not any(c.kind == "Event" for c in clause.chunks) and item.form == "finite" and not clause.negated
    days = [d for d in clause.having("date") if d.kind_of == "on" and len(d.value) == len("2021-03-05")]
    return people[1:] if len(people) == 2 and alone and days and clause.lemma != "speak" else []  # noqa: PLR2004


def _meets_a_thing(phrase: Phrase, clause: Clause) -> bool:
    """The Ministry meets the cost, the plant met its target: an object that is nobody is no session."""
    at = clause.predicate[1] + 1
    while phrase.tag(at) in ("D", "O", "J", "NUM") and phrase.taken[at] is None:
        at += 1
    bare = at < len(phrase) and phrase.taken[at] is None and phrase.tags[at] == "N"
    return bare and phrase.lemma(at) not in _TIMES


def _takes_up_again(clause: Clause) -> bool:
    """The Committee will return to the bill on 22 February: it will sit that day."""
    days = [d for d in clause.having("date") if d.kind_of == "on" and len(d.value) == len("2021-03-05")]
    bodies = clause.having("subject", "Organization")
    return bool(
        clause.future and days and clause.lemma in _TAKING_UP and len(bodies) == 1 and bodies[0].lemma in _SITTING
    ) and not any(c.kind == "Event" for c in clause.chunks)


def _in_session(phrase: Phrase, item: Open, clause: Clause) -> None:
    """The Board convened in Semey: a body that meets by itself holds a session."""
    if _takes_up_again(clause) and not clause.negated and not clause.passive:
        clause.concepts = frozenset({"meet"})
        clause.flags |= {"with-someone", "in-session"}
        return
    others = [c for c in clause.having("with") if c.kind != "Person" or "together" not in c.flags]
    if clause.lemma not in _CONVENING or clause.passive or others or clause.negated or _meets_a_thing(phrase, clause):
        return
    bodies = clause.having("subject") or ([item.head] if item.marker == "due" and item.head is not None else [])
    if not bodies and item.group is not None and item.group.kind == "gerund" and item.parent is not None:
        outer = item.parent.clause  # the Board, meeting online, admitted X
        bodies = outer.having("subject") if outer is not None else []
        if outer is not None and not clause.having("date"):
            clause.chunks += [c.again("date") for c in outer.having("date")]
    if any(c.kind == "Role" and c.plural and c.lemma in _CAME and c.owner is None for c in bodies):
        _of_those_who_came(phrase, clause)
        return
    held = clause.having("object", "Event", "Person") + clause.having("to", "Event")
    if len(bodies) == 1 and bodies[0].kind == "Organization" and not held:
        clause.concepts = frozenset({"meet"})
        clause.flags |= {"with-someone", "in-session"}


def _what_happened(phrase: Phrase, item: Open) -> None:
    """What did happen was a round table; what followed was a meeting with X: it was held."""
    clause, before = item.clause, item.parent.clause if item.parent is not None else None
    assert clause is not None
    opened = phrase.lower(item.begin) == "what" or phrase.lower(0) == "what"
    told = before is not None and bool(before.concepts & {"hold"} or before.lemma == "follow")
    if clause.lemma != "be" or not opened or not told or clause.negated:
        return
    for event in clause.having("object", "Event"):
        event.function, clause.concepts, clause.form = "subject", frozenset({"hold"}), "finite"


def _of_those_who_came(phrase: Phrase, clause: Clause) -> None:
    """Meeting in Semey, the delegates chose X; the participants gathered at the museum: so was what is told of held."""
    at = clause.predicate[0]
    event = phrase.chunk("Event", at, at, label="meeting", lemma="meeting", rule="encounter.of-those-who-came")
    event.proper, event.kind_of, event.function = False, "Gathering", "subject"
    event.flags |= {"this", "general"}
    clause.concepts, clause.past = frozenset({"hold"}), True
    clause.chunks = [c for c in clause.chunks if c.function not in ("subject", "object")] + [event]


def _brings_together(clause: Clause) -> None:
    """The forum brought together X and Y; the programme unites X and Y: they take part in it."""
    whole = next((c for c in clause.having("subject") if c.kind in ("Event", "Program")), None)
    people = [c for c in clause.having("object") if c.kind in ("Person", "Organization", "Delegation", "Place")]
    if whole is None or not people or clause.passive or not (clause.concepts & {"count"} or clause.lemma in _GATHERING):
        return
    clause.concepts = frozenset({"attend" if whole.kind == "Event" else "participate"})
    whole.function = "to"
    for chunk in people:
        chunk.function = "subject"


def _on_a_visit(phrase: Phrase, clause: Clause) -> None:
    """The delegation was on an official visit to Kazakhstan: it paid one."""
    if clause.lemma not in ("be", "arrive", "come", "stay", "go", "travel") or clause.negated:
        return
    _was_there(phrase, clause)
    for event in clause.having("about", "Event"):
        if event.kind_of == "Visit" and phrase.lower(phrase.phrase_start(event.first) - 1) == "on":
            clause.concepts = frozenset({"visit"})
            event.function = "to"
            for date in clause.having("date"):
                date.kind_of = "on" if date.kind_of == "since" else date.kind_of  # it began that day


def _was_there(phrase: Phrase, clause: Clause) -> None:
    """The inspector general was at the Academy on 5 March: someone who was somewhere on a day went there."""
    days = [d for d in clause.having("date") if d.kind_of == "on" and len(d.value) == len("2021-03-05")]
    where = [c for c in clause.having("at") if c.kind in ("Place", "Organization", "Country") and c.proper]
    others = (
        clause.having("as") + clause.having("object") + clause.having("at", "Event") + clause.having("subject", "Event")
    )
    behind = bool(where) and phrase.phrase_start(where[0].first) == clause.predicate[1] + 2
    if clause.lemma == "be" and clause.past and days and behind and not others and clause.having("subject", "Person"):
        clause.concepts = frozenset({"visit"})
        where[0].function = "to"


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
    if clause.lemma in ("hear", "listen") and heard and not clause.negated:
        clause.concepts = frozenset({"attend"})
        for chunk in clause.having("subject"):
            chunk.function = ""
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


def _in_a_program(phrase: Phrase, item: Open) -> None:
    """X has been one of the partners of the programme; among its participants are X and Y."""
    clause, group = item.clause, item.group
    assert clause is not None
    if clause.concepts & {"carry.out"} and (_on_program(clause) or clause.having("object", "Program")):
        for partner in clause.having("with", "Organization"):
            partner.flags.add("together")  # run by the Bank with its partners X and Y
    if group is not None and clause.concepts & {"carry.out"} and not clause.passive:
        for chunk in clause.having("at", "Program")[:1]:
            chunk.function = "to"  # in the programme X and Y are running courses
            clause.concepts = (clause.concepts | {"participate"}) - {"hold"}
            for event in clause.having("object", "Event"):
                event.function = ""
    if group is None or group.lemma not in ("be", "become", "remain", "include", "comprise"):
        return
    if _defined_as(clause):
        return
    programs = clause.having("owner", "Program") + clause.having("at", "Program") + clause.having("to", "Program")
    programs = programs or _whose_executors(phrase, item)
    between = range(item.begin, min(clause.last + 1, len(phrase)))
    if not programs or not any(phrase.lemma(i) in _BELONGING for i in between):
        return
    clause.concepts = clause.concepts | {"participate"}
    programs[0].function = "to"
    if not clause.having("subject", "Organization", "Person", "Country", "Place", "Pronoun") and not clause.inherited:
        for chunk in clause.having("object", "Organization"):
            chunk.function = "subject"


def _defined_as(clause: Clause) -> bool:
    """X is a joint initiative of A and B: theirs, so they take part in it."""
    named = [c for c in clause.having("subject", "Program") if c.proper]
    whose = clause.having("owner", "Organization")
    if not named or not clause.having("object", "Program") or not whose or clause.negated:
        return False
    clause.concepts = frozenset({"participate"})
    named[0].function = "to"
    for body in whose:
        body.function = "subject"
    return True


def _on_program(clause: Clause) -> bool:
    return clause.head is not None and clause.head.kind == "Program"


def _whose_executors(phrase: Phrase, item: Open) -> list[Chunk]:
    """X and Y have become its executors: of the programme spoken of."""
    clause, group = item.clause, item.group
    assert clause is not None
    assert group is not None
    for i in range(group.last + 1, min(group.last + 5, len(phrase))):
        its = phrase.lower(i) in ("its", "his", "their") and phrase.lemma(i + 1) in _CARRIERS
        if its and phrase.taken[i + 1] is None and clause.subjects:
            chunk = phrase.chunk("Program", i + 1, i + 1, label="programme", lemma="programme", rule="program.its")
            chunk.proper, chunk.function = False, "to"
            clause.chunks.append(chunk)
            return [chunk]
    return []


def _unnamed(phrase: Phrase, item: Open) -> None:
    """Received citizens; the guests were met by X: those met are people who are not named."""
    clause, group = item.clause, item.group
    assert clause is not None
    if group is None or not clause.concepts & {"receive", "meet"}:
        return
    turned = group.passive and not clause.passive
    if clause.having("object", "Person", "Delegation", "Role") or clause.having("with"):
        return
    if turned and "receive" not in clause.concepts:
        clause.concepts = frozenset({"join.in"})  # who meets the guests takes part in what they came for
        return
    where = range(item.begin, group.first) if turned else range(group.last + 1, min(group.last + 9, len(phrase)))
    words = phrase.cues.words["people"]
    for i in where:
        if phrase.tags[i] in ("V", "W", "S") or (not turned and phrase.tags[i] == "I"):
            return
        if phrase.lemma(i) in words and phrase.tags[i] == "N":
            clause.flags.add("with-someone")
            return


def _names_attendees(phrase: Phrase, begin: int, end: int) -> bool:
    """Tell whether words speak of those who come: the participants, present, attending."""
    words = phrase.cues.words["attendees"]
    if "also" in phrase.lowers[begin:end] and any(phrase.lemma(i) in _SEATS for i in range(begin, end)):
        return True  # also on the platform: X
    for i in range(begin, end):
        if phrase.taken[i] is not None and phrase.taken[i].kind not in ("Role", "Event"):  # type: ignore[union-attr]
            continue
        if phrase.lemma(i) in words or any(form.base in words for form in forms_of(phrase.lower(i))):
            return True
    return False


def read_lists(phrase: Phrase, found: list[Open]) -> None:
    """The following took part: X, Y and Z; Participants: X, Y, Z. Those behind a colon are who is spoken of before."""
    for before, item in pairwise(sorted(found, key=lambda o: o.begin)):
        clause = item.clause
        if clause is None or before.clause is None or item.group is not None or phrase.lower(item.begin - 1) != ":":
            continue
        people = [c for c in clause.chunks if c.kind in ("Person", "Organization", "Delegation", "Role")]
        if _names_objects(before.clause, clause, people):
            continue
        _share_post(before.clause, clause)
        attended = before.clause.concepts & {"attend", "join.in", "speak"} and not before.clause.having(
            "subject", "Person"
        )
        bare = not before.clause.having("subject", "Person") and not before.clause.having("with", "Person")
        if "meet" in before.clause.concepts and bare and not before.clause.negated:
            for chunk in clause.having("subject", "Person"):
                before.clause.chunks.append(chunk)  # the heads conferred on 12 March: X for one side, Y for the other
            continue
        if _listed_as_elected(before.clause, clause):
            continue
        if people and not before.clause.negated and (attended or _names_attendees(phrase, before.begin, item.begin)):
            before.clause.concepts = before.clause.concepts | {"attend"}
            for chunk in people:
                chunk.function = "subject" if chunk.function in ("subject", "object", "") else chunk.function
            before.clause.chunks += [c for c in people if c.function == "subject"]
            clause.chunks = [c for c in clause.chunks if c not in before.clause.chunks]


def _listed_as_elected(before: Clause, listed: Clause) -> bool:
    """Chosen as president: X: the one behind the colon has got the post."""
    posts = [c for c in before.chunks if c.kind == "Role" and c.function in ("as", "object") and not c.plural]
    people = listed.having("subject", "Person")
    if "appoint" not in before.concepts or before.negated or len(posts) != 1 or len(people) != 1 or before.subjects:
        return False
    posts[0].function, before.passive, before.past, before.form = "as", True, True, "finite"
    before.chunks += people
    listed.chunks = [c for c in listed.chunks if c not in people]
    return True


def _names_objects(before: Clause, listed: Clause, people: list[Chunk]) -> bool:
    """The assembly admitted two clubs: X and Y; two clubs were admitted: X and Y: those listed are the clubs."""
    wanted = ("object", "subject") if before.passive else ("object",)
    common = [
        c for c in before.chunks if c.function in wanted and not c.proper and c.plural and c.kind == "Organization"
    ]
    names = [c for c in people if c.kind == "Organization" and c.proper and c.function in ("subject", "object", "")]
    if not common and names:
        return _in_listed_program(before, listed, names)
    if not common or not names or not before.concepts & {"receive", "join", "leave", "appoint"}:
        return False
    part = common[-1].function
    before.chunks = [c for c in before.chunks if c not in common] + names
    listed.chunks = [c for c in listed.chunks if c not in names]
    for chunk in names:
        chunk.function = part
    return True


def _in_listed_program(before: Clause, listed: Clause, names: list[Chunk]) -> bool:
    """Three hospitals are in the programme: X, Y and Z; taking part in it: X and Y: those listed take part."""
    programs = [c for c in before.chunks if c.kind == "Program" and c.function in ("at", "to", "owner")]
    counted = [c for c in before.having("subject", "Organization") if not c.proper and c.plural]
    signed = "participate" in before.concepts and not before.subjects  # signed up to the scheme so far: X and Y
    if not programs or not (counted or signed) or before.negated or before.modality != "asserted":
        return False
    before.concepts = frozenset({"participate"})
    programs[0].function = "to"
    before.chunks = [c for c in before.chunks if c not in counted] + names
    listed.chunks = [c for c in listed.chunks if c not in names]
    for chunk in names:
        chunk.function = "subject"
    return True


def _share_post(before: Clause, listed: Clause) -> None:
    """The members of the commission were approved: X (chairman), Y, Z: each has that post or his own."""
    roles = [c for c in before.chunks if c.kind == "Role" and c.plural and c.owner is not None and c.inside is None]
    people = [c for c in listed.chunks if c.kind == "Person"]
    told = before.concepts & {"appoint", "work", "be"} or not before.concepts
    if len(roles) != 1 or not people or not told or before.negated or before.modality != "asserted":
        return
    roles[0].plural = False
    for person in people:
        for post in person.posts:
            post.owner = post.owner or roles[0].owner
        if not person.posts:
            person.posts.append(roles[0])


def read_semicolons(phrase: Phrase, found: list[Open]) -> None:
    """The guests included X; Y, who chairs the union; and Z: each item plays the part of the one before it."""
    main: Open | None = None
    for item in sorted(found, key=lambda o: o.begin):
        clause = item.clause
        if clause is None or item.form == "relative":
            continue
        if item.group is not None or main is None or main.clause is None or phrase.lower(item.begin - 1) != ";":
            main = item if item.group is not None and item.form == "finite" else None
            continue
        part_of = main.clause
        listed = [c for c in part_of.chunks if c.kind in _LISTED and c.function in ("subject", "object", "with")]
        behind = [c for c in listed if c.first > part_of.predicate[0] or part_of.concepts & {"attend"}]
        first = next((c for c in clause.chunks if c.kind in _LISTED and c.function == "subject"), None)
        if first is None or not behind or clause.chunks[0] is not first:
            main = None
            continue
        first.function = behind[-1].function
        part_of.chunks.append(first)
        clause.chunks.remove(first)


def _attendees(phrase: Phrase, item: Open) -> None:
    """Also present were X and Y; among the guests were X; the speakers included X: these attended."""
    clause, group = item.clause, item.group
    assert clause is not None
    if group is None or group.lemma not in ("be", "include", "feature") or clause.negated:
        return
    people = [c for c in clause.having("object") if c.kind in ("Person", "Organization", "Delegation", "Role")]
    told = _names_attendees(phrase, item.begin, group.first)
    lows = phrase.lowers[item.begin : group.first]
    told = told or ("them" in lows and bool({"one", "among", "two", "first"} & set(lows)))
    if not people or not told or clause.having("subject", "Person", "Organization"):
        return
    clause.concepts = frozenset({"attend"})
    for chunk in clause.having("subject"):
        chunk.function = ""
    for chunk in people:
        chunk.function = "subject"
    for chunk in clause.having("at", "Event"):
        chunk.function = "to"
