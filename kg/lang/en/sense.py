"""What an English clause says: the passive turned round, functions as relations ask for them, modality, whose words.

X was received by Y                     Y is the subject, X the object
X met Y, visited Y, attended Y          whom one meets is "with", where one goes or takes part is "to"
plans to, proposed that, if, reportedly what takes a clause away from the facts
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kg.lang.en.belonging import among_members, count_members, fill_relative, joining_nouns
from kg.lang.en.clauses import Open
from kg.lang.en.morphology import forms_of
from kg.lang.en.phrase import Phrase
from kg.lang.en.post_holders import extent
from kg.lang.en.predicates import follows, phrases_of
from kg.lang.en.timetable import MOVING, forget_old_days, move
from kg.lang.syntax import Chunk, Clause

_WOULD = frozenset({"would"})
_MAY = frozenset({"may", "might", "could", "should", "must", "can", "cannot"})
_SUBJECTS = ("Person", "Organization", "Country", "Delegation", "Side", "Pronoun", "Place", "Role", "Event")
_TALKING = frozenset(
    ["discuss", "talk", "speak", "negotiate", "converse", "confer", "consult", "debate", "dine", "lunch", "sign"]
)
_GATHERINGS = frozenset({"assembly", "congress", "conference", "kurultai", "convention", "forum", "plenum"})
_CONVENING = frozenset({"meet", "convene", "sit", "gather", "assemble", "reconvene"})
_GATHERING = frozenset({"involve", "feature", "attract", "draw", "gather", "assemble", "include"})
_BELONGING = frozenset({"partner", "participant", "member", "implementer", "executor", "party", "founder"})
_TAKEN = frozenset({"Organization", "Event", "Program", "Place", "Country"})


def make_clauses(phrase: Phrase, found: list[Open]) -> list[Clause]:
    """Return the clauses of a sentence, in the order of their verbs."""
    for item in found:
        item.clause = _clause(phrase, item)
    for item in found:
        item.nested = [other for other in found if other.parent is item]
    for item in found:
        _head(item)
        _share_posts(phrase, item)
        _held_body(item)
        _turn_round(item)
        _leaders(item)
        _where(item)
        fill_relative(phrase, item)
        _normalise(phrase, item)
    for item in found:
        _set_modality(phrase, item)
        _negation(phrase, item)
    for item in found:
        _share(item)
    _lists(phrase, found)
    forget_old_days(found)
    for item in found:
        _said_by(item)
    clauses = [item.clause for item in found if item.clause is not None]
    return clauses + joining_nouns(phrase, found)


def _clause(phrase: Phrase, item: Open) -> Clause:
    for chunk in item.chunks:
        chunk.function = item.functions[id(chunk)]
    group = item.group
    end = len(phrase) - 1
    if group is None:
        clause = Clause(end, end, (end, end), frozenset(), "", "nominal", list(item.chunks))
        clause.first = min([c.first for c in item.chunks], default=end)
        return clause
    first = min([group.first, *(c.first for c in item.chunks)])
    last = max([group.last, *(c.last for c in item.chunks)])
    clause = Clause(first, last, (group.first, group.last), item.concepts, group.lemma, item.form, list(item.chunks))
    clause.head = item.head if item.form == "relative" else None
    clause.negated, clause.passive, clause.future = group.negated, group.passive, group.future
    clause.past = group.past or group.perfect or (group.kind == "participle" and group.passive)
    return clause


def _head(item: Open) -> None:
    """A meeting of the Council, which was held: what is held is the meeting, not the body that ends its phrase."""
    clause = item.clause
    if clause is None or clause.head is None or clause.head.kind == "Event" or item.parent is None:
        return
    if not clause.concepts & {"hold", "attend", "chair"} or not (clause.passive or clause.lemma == "take"):
        return
    before = [c for c in item.parent.chunks if c.first < clause.head.first]
    for chunk in reversed(before):
        if chunk.kind == "Event":
            clause.head = item.head = chunk
            return
        if chunk.function not in ("owner", "at", "with", "about", "between"):
            return


def _share_posts(phrase: Phrase, item: Open) -> None:
    """Representatives of the Federation, of the Chamber and of the Ministry: all of them act in one part."""
    clause = item.clause
    assert clause is not None
    role: Chunk | None = None
    last: Chunk | None = None
    for chunk in clause.chunks:
        if chunk.kind == "Role" and chunk.plural and chunk.function in ("subject", "object", "with", "by"):
            role = chunk
        elif chunk.kind == "Organization" and role is not None and last is not None and chunk.function == "owner":
            first = phrase.phrase_start(chunk.first)
            between = phrase.lowers[extent(phrase, last)[1] + 1 : first]
            if between and between[-1] == "of" and set(between[:-1]) <= {",", "and", "as", "well"} and len(between) > 1:
                chunk.function = role.function
            elif last is role and between == ["of"]:
                role.owner = role.owner or chunk
                chunk.function = role.function
            else:
                role = None
        elif chunk.kind != "Organization":
            role = None
        last = chunk


def _leaders(item: Open) -> None:
    """A delegation of the School, headed by Vice-Rector X: a post that says no more is at those who are led."""
    clause = item.clause
    if clause is None or clause.head is None or "lead" not in clause.concepts:
        return
    body = clause.head.owner if clause.head.kind == "Delegation" else clause.head
    if body is None or body.kind != "Organization":
        return
    for person in clause.having("subject", "Person"):
        for post in person.posts:
            if post.owner is None or "of-pronoun" in post.flags:
                post.owner = body


def _held_body(item: Open) -> None:
    """The General Assembly of the Academy, which took place on Friday: what is held is an encounter, of whose it is."""
    clause, group = item.clause, item.group
    if clause is None or group is None:
        return
    if clause.concepts & {"hold", "chair", "attend", "speak"}:
        for index, chunk in enumerate(clause.chunks):
            if chunk.kind == "Organization" and not chunk.proper and chunk.lemma in _GATHERINGS and not chunk.plural:
                clause.chunks[index] = replace(_as_event(chunk), parties=[], possessed=False, flags={"this"})
    if "hold" not in clause.concepts:
        return
    if not (group.lemma == "take" or (group.passive and group.lemma in ("hold", "convene"))):
        return
    if clause.head is not None and clause.head.kind == "Organization":
        clause.head = item.head = _as_event(clause.head)
    for index, chunk in enumerate(clause.chunks):
        if chunk.kind == "Organization" and chunk.function == "subject" and not clause.having("subject", "Event"):
            clause.chunks[index] = _as_event(chunk)


def _as_event(body: Chunk) -> Chunk:
    whose = body.owner if body.lemma in _GATHERINGS and body.owner is not None else body
    return replace(
        body, kind="Event", kind_of="Session", parties=[whose], owner=None, posts=[], inside=None, group=-1, known=None,
        possessed=True, acronym="", flags=set(),
    )  # fmt: skip


def _where(item: Open) -> None:
    """The town, where he was received: the noun is where the relative clause happens."""
    clause, head = item.clause, item.head
    if clause is None or head is None or item.marker != "where" or head.kind not in ("Place", "Organization"):
        return
    clause.chunks.append(head.again("at"))


def _turn_round(item: Open) -> None:
    """Make the one who acts in a passive clause its subject: was attended by X, headed by X."""
    clause = item.clause
    assert clause is not None
    agents = [c for c in clause.having("by") if c.kind != "Date"]
    if not clause.passive or not agents:
        return
    for chunk in clause.having("subject"):
        chunk.function = "object"
    for chunk in agents:
        chunk.function = "subject"
    clause.passive = False
    if "represent" in clause.lemma:
        for chunk in clause.having("object", "Organization"):
            chunk.function = "on-behalf"
            for agent in agents:
                for post in agent.posts:
                    post.owner = post.owner or chunk


def _normalise(phrase: Phrase, item: Open) -> None:
    clause = item.clause
    assert clause is not None
    concepts = clause.concepts
    if clause.lemma == "represent" and not clause.having("on-behalf"):
        clause.concepts = concepts = concepts - {"attend"}
    for chunk in clause.chunks:
        _normalise_chunk(clause, chunk)
    if {"originally", "initially"} & set(phrase.lowers[clause.predicate[0] : clause.predicate[1] + 1]):
        clause.concepts = clause.concepts - {"hold"}  # what was first set is no longer so
    _acting_at(clause)
    _talking_with(item)
    _in_session(clause)
    _brings_together(clause)
    _on_a_visit(phrase, clause)
    _hearing(clause)
    _taking_part(clause)
    _in_a_program(phrase, item)
    _unnamed(phrase, item)
    _attendees(phrase, item)
    _copula(phrase, item)
    _having(phrase, clause)
    among_members(phrase, clause)
    count_members(phrase, item)
    before: Chunk | None = None
    for chunk in clause.having("with"):
        listed = before is not None and "together" in before.flags and before.group == chunk.group >= 0
        if listed or _together(phrase, chunk):
            chunk.flags.add("together")
        before = chunk


def _normalise_chunk(clause: Clause, chunk: Chunk) -> None:
    concepts, function = clause.concepts, chunk.function
    if "meet" in concepts and function == "object" and chunk.kind in ("Person", "Role", "Delegation", "Organization"):
        chunk.function = "with"
    elif concepts & {"attend", "participate"} and chunk.kind in ("Event", "Program"):
        wanted = (
            ("object", "at", "owner")
            if not ("participate" in concepts and chunk.kind == "Program")
            else ("at", "owner")
        )
        if (function in wanted and not (clause.passive and function == "object")) or (
            function == "about" and chunk.kind == "Event" and clause.lemma in ("gather", "assemble", "convene", "meet")
        ):
            chunk.function = "to"
    elif "visit" in concepts and function in ("object", "at") and chunk.kind in _TAKEN:
        chunk.function = "to"
    elif "join" in concepts and chunk.kind in ("Organization", "Program", "Agreement", "Pronoun"):
        causative = "receive" in concepts
        if (function == "object" and not causative) or function in ("owner", "at"):
            chunk.function = "to"
    elif "leave" in concepts and function == "object" and chunk.kind == "Organization":
        chunk.function = "from"
    if "dismiss" in concepts and chunk.kind == "Role" and function == "as":
        chunk.function = "from-post"
    if function in ("joined", "chaired"):
        chunk.function = "with"
        chunk.flags.add("together")
    if (
        "meet" in concepts
        and function in ("about", "to")
        and chunk.kind in ("Person", "Role")
        and _follows(clause, chunk)
    ):
        chunk.function = "with"  # called on X, talked to X


def _follows(clause: Clause, chunk: Chunk) -> bool:
    """Tell whether a phrase is the first behind the verb of its clause."""
    behind = [c for c in clause.chunks if c.first > clause.predicate[1] and c.kind != "Date"]
    return bool(behind) and behind[0] is chunk and not clause.having("with")


def _acting_at(clause: Clause) -> None:
    """Who speaks, decides, signs at an encounter attends it."""
    if clause.concepts & {"attend", "hold", "meet", "receive", "visit", "be", "work"} or clause.passive:
        return
    if not clause.having("subject", "Person", "Organization", "Role", "Pronoun", "Delegation"):
        return
    for event in clause.having("at", "Event"):
        if event.proper or event.possessed or "this" in event.flags:
            event.function = "to"
            clause.concepts = clause.concepts | {"attend"}


def _talking_with(item: Open) -> None:
    """Discussed the safety of rigs with Mr. Mercier, signed a protocol with the director: to do so is to meet."""
    clause = item.clause
    assert clause is not None
    if clause.lemma not in _TALKING or clause.passive or clause.concepts & {"meet"}:
        return
    partners = clause.having("with", "Person")
    for nested in item.nested:
        if not partners and nested.clause is not None and nested.form == "converb":
            partners = nested.clause.having("with", "Person")  # with it a participle between them has been read
            clause.chunks += partners
    if partners:
        clause.concepts = clause.concepts | {"meet"} - {"hold", "speak"}


def _in_session(clause: Clause) -> None:
    """The Board convened in Semey: a body that meets by itself holds a session."""
    if clause.lemma not in _CONVENING or clause.passive or clause.having("with") or clause.negated:
        return
    bodies = clause.having("subject")
    if len(bodies) == 1 and bodies[0].kind == "Organization" and not clause.having("object", "Event", "Person"):
        clause.concepts = frozenset({"meet"})
        clause.flags |= {"with-someone", "in-session"}


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
    for event in clause.having("about", "Event"):
        if event.kind_of == "Visit" and phrase.lower(phrase.phrase_start(event.first) - 1) == "on":
            clause.concepts = frozenset({"visit"})
            event.function = "to"


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
        if chunk.first < clause.predicate[0]:
            chunk.function = "on-behalf"
    if clause.lemma != "attend" and clause.having("subject", "Person"):
        for chunk in clause.having("object", "Person"):
            chunk.function = "subject"


def _in_a_program(phrase: Phrase, item: Open) -> None:
    """X has been one of the partners of the programme; among its participants are X and Y."""
    clause, group = item.clause, item.group
    assert clause is not None
    if group is None or group.lemma not in ("be", "become", "remain", "include", "comprise"):
        return
    programs = clause.having("owner", "Program") + clause.having("at", "Program")
    between = range(item.begin, min(clause.last + 1, len(phrase)))
    if not programs or not any(phrase.lemma(i) in _BELONGING for i in between):
        return
    clause.concepts = clause.concepts | {"participate"}
    programs[0].function = "to"
    if not clause.having("subject", "Organization", "Person", "Country", "Place", "Pronoun") and not clause.inherited:
        for chunk in clause.having("object", "Organization"):
            chunk.function = "subject"


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
    for i in range(begin, end):
        if phrase.taken[i] is not None and phrase.taken[i].kind not in ("Role", "Event"):  # type: ignore[union-attr]
            continue
        if phrase.lemma(i) in words or any(form.base in words for form in forms_of(phrase.lower(i))):
            return True
    return False


def _lists(phrase: Phrase, found: list[Open]) -> None:
    """The following took part: X, Y and Z; Participants: X, Y, Z. Those behind a colon are who is spoken of before."""
    for before, item in pairwise(sorted(found, key=lambda o: o.begin)):
        clause = item.clause
        if clause is None or before.clause is None or item.group is not None or phrase.lower(item.begin - 1) != ":":
            continue
        people = [c for c in clause.chunks if c.kind in ("Person", "Organization", "Delegation", "Role")]
        attended = before.clause.concepts & {"attend", "join.in", "speak"} and not before.clause.having(
            "subject", "Person"
        )
        if people and not before.clause.negated and (attended or _names_attendees(phrase, before.begin, item.begin)):
            before.clause.concepts = before.clause.concepts | {"attend"}
            for chunk in people:
                chunk.function = "subject" if chunk.function in ("subject", "object", "") else chunk.function
            before.clause.chunks += [c for c in people if c.function == "subject"]
            clause.chunks = [c for c in clause.chunks if c not in before.clause.chunks]


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


def _copula(phrase: Phrase, item: Open) -> None:
    """X is its Chairman; X was a member until then: what one was is no more."""
    clause, group = item.clause, item.group
    assert clause is not None
    roles = clause.having("as", "Role")
    if group is None or not roles:
        return
    if group.lemma in ("be", "become", "remain"):
        clause.concepts = clause.concepts | {"work"} - {"hold"}
        if group.past and not group.perfect:
            clause.flags.add("before")
            clause.concepts = clause.concepts | {"hold"}


def _having(phrase: Phrase, clause: Clause) -> None:
    """Have counts members only where it has members: has 57 participating states; has a meeting is another thing."""
    if clause.lemma != "have" and "count" in clause.concepts:
        return
    if clause.lemma == "have":
        numbers = [c for c in clause.chunks if c.kind == "Number"]
        words = set(phrase.lowers[clause.predicate[1] : clause.predicate[1] + 6])
        if not numbers or not words & {"member", "members", "participating"}:
            clause.concepts = clause.concepts - {"count"}


def _together(phrase: Phrase, chunk: Chunk) -> bool:
    before = phrase.lowers[max(0, chunk.first - 4) : chunk.first]
    return "together" in before or "along" in before or "jointly" in before


# -- what takes a clause away from the facts -------------------------------------------------------------------


def _set_modality(phrase: Phrase, item: Open) -> None:
    clause, group = item.clause, item.group
    assert clause is not None
    if group is None:
        return
    if item.form == "conditional":
        clause.modality = "hypothetical"
        return
    if _adverb(phrase, item):
        clause.modality = "hypothetical"
        return
    if group.modal in _MAY:
        clause.modality = "proposed"
        return
    modality = _governed(phrase, item)
    own = _of_phrase(phrase, group.lemma, group.last)
    if own == "cancelled" and group.lemma in MOVING and not _of_an_encounter(item):
        own = ""
    if (not modality and own == "cancelled") or (not modality and own == "planned" and _plans_itself(clause)):
        modality = own
    if not modality and group.modal in _WOULD:
        modality = "planned"
    clause.modality = modality or "asserted"
    if clause.modality == "cancelled":
        move(phrase, item)


def _of_an_encounter(item: Open) -> bool:
    clause = item.clause
    assert clause is not None
    shared = item.shares.clause.chunks if item.shares is not None and item.shares.clause is not None else []
    return any(c.kind == "Event" for c in (*clause.having("subject"), *clause.having("object"), *shared))


def _plans_itself(clause: Clause) -> bool:
    """A session is planned for May 26; X plans a visit."""
    held = clause.head is not None and clause.head.kind == "Event"
    return bool(clause.having("subject", "Event") or held if clause.passive else clause.having("object", "Event"))


def _adverb(phrase: Phrase, item: Open) -> bool:
    clause = item.clause
    assert clause is not None
    words = phrase.lowers[max(0, clause.predicate[0] - 3) : clause.predicate[1] + 1]
    return any(concept == "hypothetical" for word in words for _, concept in phrases_of("modality").get(word, ()))


def _governed(phrase: Phrase, item: Open) -> str:
    """Return the modality that a clause has from the verb or noun that it hangs on, however far up."""
    seen: set[int] = set()
    current: Open | None = item
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        if current.noun >= 0 and (modality := _of_noun(phrase, current)):
            return modality
        governor = current.governor
        if (
            governor is not None
            and current.marker == "that"
            and "speak" not in governor.concepts
            and _hearsay(phrase, governor, current.begin)
        ):
            return "hypothetical"
        if governor is not None and governor.group is not None:
            group = governor.group
            if group.lemma == "be" and current.marker == "to" and group.last == current.begin - 1:
                return "planned"
            if group.negated and (current.marker != "that" or group.lemma in ("be", "confirm", "say", "mean")):
                return "denied"
            modality = _of_phrase(phrase, group.lemma, group.last)
            if modality and modality != "cancelled":
                return modality
            if group.modal in _MAY and current.marker == "to":
                return "proposed"
            if group.future and current.marker == "to":
                return "planned"
            if governor.form == "conditional":
                return "hypothetical"
        if current.parent is not None and current.parent.form == "conditional":
            return "hypothetical"
        current = (
            governor if governor is not None else current.parent if current.form in ("relative", "converb") else None
        )
        if current is not None and current.form == "relative" and item.form == "relative":
            break
    return ""


def _hearsay(phrase: Phrase, governor: Open, end: int) -> bool:
    """A rumour had spread on social media that ..."""
    words = phrase.cues.words["hearsay"]
    return any(phrase.lemma(i) in words and phrase.tags[i] == "N" for i in range(governor.begin, end))


def _of_noun(phrase: Phrase, item: Open) -> str:
    """A proposal to admit, an invitation to address, the rumour that."""
    lemma = phrase.lemma(item.noun)
    if lemma in phrase.cues.words["hearsay"] and item.marker == "that":
        return "hypothetical"
    return _of_phrase(phrase, lemma, item.noun)


def _of_phrase(phrase: Phrase, lemma: str, last: int) -> str:
    for rest, modality in phrases_of("modality").get(lemma, ()):
        if follows(phrase, last + 1, rest):
            return modality
    return ""


def _negation(phrase: Phrase, item: Open) -> None:
    """No agreement has been signed; neither of them attended: a phrase with no denies its clause."""
    clause = item.clause
    assert clause is not None
    if item.group is None:
        return
    for chunk in clause.chunks:
        if chunk.function in ("subject", "object", "as", "to"):
            start = phrase.phrase_start(chunk.first)
            if phrase.lower(start) in ("no", "neither", "none") or phrase.lower(chunk.first - 1) in (
                "no",
                "nor",
                "neither",
            ):
                clause.negated = True
            if chunk.kind == "Role" and chunk.function == "as" and phrase.lower(start - 1) == "not":
                clause.negated = True
    words = phrase.lowers[clause.predicate[0] : clause.predicate[1] + 3]
    if "longer" in words and "no" in words:
        clause.negated = True


# -- who acts where it is not said again -----------------------------------------------------------------------


def _share(item: Open) -> None:
    clause = item.clause
    assert clause is not None
    if item.shares is not None and clause.having("subject", *_SUBJECTS) and _turned(item):
        clause.chunks += [c.again("object") for c in _shared(item.shares) if c.kind == "Event"]  # was opened by X and chaired by Y
    if clause.having("subject", *_SUBJECTS):
        return
    source: Open | None = None
    if item.shares is not None:
        source = item.shares
    elif item.marker in ("to", "participle") and item.form in ("complement", "converb"):
        source = item.governor or item.parent
    elif item.form == "converb" and item.group is not None and item.group.kind == "gerund":
        source = item.parent
    elif item.form == "relative" and item.head is not None and item.marker in ("who", "which", "that"):
        clause.inherited = [item.head]
        return
    if source is not None and source.clause is not None:
        clause.inherited = _shared(source)


def _turned(item: Open) -> bool:
    """Tell whether a passive has been turned round, so that its agent is the subject."""
    return item.group is not None and item.group.passive and item.clause is not None and not item.clause.passive


def _shared(source: Open) -> list[Chunk]:
    """Return what a clause hands on as its subject: what it said so by its form, a passive the one acted upon."""
    assert source.clause is not None
    patients = [c for c in source.clause.having("object") if source.group and c.first < source.group.first]
    return patients if _turned(source) and patients else list(source.clause.subjects)


def _said_by(item: Open) -> None:
    """The CEC has joined, he said: whose words a complement reports."""
    governor = item.governor
    if item.clause is None or governor is None or governor.clause is None or item.form != "complement":
        return
    if "speak" in governor.concepts and governor.clause.subjects:
        item.clause.said_by = governor.clause.subjects[0]
