"""What an English clause says: the passive turned round, functions as relations ask for them, modality, whose words.

X was received by Y                     Y is the subject, X the object
X met Y, visited Y, attended Y          whom one meets is "with", where one goes or takes part is "to"
plans to, proposed that, if, reportedly what takes a clause away from the facts
"""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.en.attendance import settle_attendance
from kg.lang.en.belonging import (
    among_members,
    be_granted_membership,
    be_within,
    count_among,
    date_membership,
    each_with_its_day,
    fill_relative,
    hold_membership,
    include_members,
    join_together,
    joining_nouns,
    kind_of_membership,
    name_members,
    of_another_too,
    stay_a_member,
)
from kg.lang.en.called_on import held_before, went_to_see
from kg.lang.en.clause_nouns import (
    held_body,
    leaders,
    settle_head,
    share_posts,
    time_by_an_occasion,
    travellers,
    under_a_leader,
    where,
)
from kg.lang.en.colon_lists import read_lists, read_semicolons
from kg.lang.en.copulas import copula, into_the_post_left
from kg.lang.en.gapping import gapped
from kg.lang.en.how_many_belong import count_members
from kg.lang.en.inversion import turn_inverted, turn_said
from kg.lang.en.modality import negate, set_modality
from kg.lang.en.newcomers import tell_of_newcomers
from kg.lang.en.open_clauses import Open
from kg.lang.en.phrase import Phrase
from kg.lang.en.post_holders import extent
from kg.lang.en.posts_in_clauses import posts_in_clause
from kg.lang.en.predicates import follows
from kg.lang.en.set_aside import another
from kg.lang.en.shared_subjects import led_by, share
from kg.lang.en.successions import settle_succession
from kg.lang.en.timetable import forget_old_days
from kg.lang.syntax import YEAR, Chunk, Clause

_ENTRUSTED = cues("en").words["entrusted"]
_ENDING = cues("en").words["ending"]
_ASSUMING = cues("en").words["assuming"]
_STANDING_FOR = cues("en").words["standing-for"]
_SITTING = cues("en").words["seated"]
_COLLEGIAL = cues("en").words["of-the-seated"]
_FOR_A_TIME = cues("en").words["groups-for-a-time"]
_GATHERING_FOR = cues("en").words["gathering-for"]
_AS_MEMBERS = cues("en").words["had-as-members"]
_ALONG = cues("en").words["along-with"]
_CALLING = frozenset({"convene", "assemble"})
_ASIDE = frozenset({"sideline", "margin"})
_BECOMING = frozenset({"become", "be", "serve", "work"})
_UTTERING = frozenset({"speak", "address", "attend", "sign", "be.there", "discuss", "propose"})
_EDGES = frozenset({"close", "end", "conclusion"})
_JOINED = ("Event", "Program")
_OF_DAYS = frozenset({"Conference", "Forum", "Summit", "Session"})
_TAKEN = frozenset({"Organization", "Event", "Program", "Place", "Country"})


def make_clauses(phrase: Phrase, found: list[Open]) -> list[Clause]:
    """Return the clauses of a sentence, in the order of their verbs."""
    found = turn_inverted(phrase, found)
    for item in found:
        item.chunks = [c for c in item.chunks if not another(phrase, c)]
        turn_said(phrase, item)
        item.clause = _clause(phrase, item)
    nested = [item for item in found if item.parent is not None]
    for item in found:
        item.nested = [other for other in nested if other.parent is item]
    for item in found:
        settle_head(item)
        time_by_an_occasion(phrase, item)
        share_posts(phrase, item)
        held_body(item)
        _turn_round(item)
        travellers(item)
        under_a_leader(phrase, item)
        leaders(item)
        where(item)
        fill_relative(phrase, item)
        _normalise(phrase, item)
    for item in found:
        went_to_see(phrase, item)
        led_by(item)
        set_modality(phrase, item)
        negate(phrase, item)
    for item in found:
        share(item)
    read_lists(phrase, found)
    read_semicolons(phrase, found)
    forget_old_days(found)
    for item in found:
        _said_by(item)
    clauses = [item.clause for item in found if item.clause is not None]
    _told_as_a_life(phrase, clauses)
    clauses = each_with_its_day(clauses) + clauses + held_before(phrase, found)
    stay_a_member(clauses)
    return clauses + gapped(phrase, clauses) + joining_nouns(phrase, found) + of_another_too(phrase, clauses)


def _told_as_a_life(phrase: Phrase, clauses: list[Clause]) -> None:
    """Began there in 1998, later became its deputy director and moved to Semey in 2015: what one was in between."""
    for index, clause in enumerate(clauses):
        if clause.lemma not in _BECOMING:
            continue
        years = [d for one in clauses[:index] for d in one.having("date") if len(d.value) == YEAR]
        later = [c for c in clauses[index + 1 :] if c.form == "finite" and c.past and c.lemma != "be"]
        steps = {"later", "then", "afterwards", "subsequently"} & set(
            phrase.lowers[clause.predicate[0] - 1 : clause.predicate[1] + 1]
        )
        if years and later and steps and clause.having("as", "Role"):
            clause.concepts, clause.past = frozenset({"work"}), True
            clause.flags.discard("stays")


def _clause(phrase: Phrase, item: Open) -> Clause:
    for chunk in item.chunks:
        chunk.function = item.functions[id(chunk)]
    group = item.group
    end = phrase.size - 1
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


def _turn_round(item: Open) -> None:
    """Make the one who acts in a passive clause its subject: was attended by X, headed by X."""
    clause = item.clause
    assert clause is not None
    agents = [c for c in clause.having("by") if c.kind != "Date"] if clause.passive else []
    if not agents:
        return
    for chunk in clause.having("subject"):
        chunk.function = "object"
    for chunk in agents:
        chunk.function = "subject"
    clause.passive = False
    if clause.lemma == "convene":
        clause.concepts = clause.concepts - {"attend"}  # who convenes a conference need not be there
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
    states = item.group is not None and item.group.passive and clause.having("object", "Country")
    if clause.lemma == "represent" and not clause.having("on-behalf") and not states:
        clause.concepts = concepts = concepts - {"attend"}
        _represent_there(clause)
        concepts = clause.concepts
    for chunk in clause.chunks:
        if chunk.kind == "Place" and chunk.function == "owner" and _within_a_venue(phrase, chunk):
            chunk.function = "at"
        _normalise_chunk(phrase, clause, chunk)
    _what_was_first_set(phrase, clause)
    _own_encounters(phrase, clause)
    _on_the_sidelines(phrase, clause)
    _hosted_by_a_town(clause)
    _by_verb(phrase, item, clause)
    settle_attendance(phrase, item)
    copula(phrase, item)
    _having(phrase, clause)
    be_within(clause)
    among_members(phrase, clause)
    count_among(phrase, clause)
    date_membership(phrase, clause)
    include_members(clause)
    kind_of_membership(phrase, clause)
    name_members(phrase, clause)
    join_together(phrase, clause)
    be_granted_membership(phrase, clause)
    hold_membership(phrase, clause)
    count_members(phrase, item)
    tell_of_newcomers(phrase, item, clause)
    _duties(phrase, clause)
    into_the_post_left(phrase, clause)
    posts_in_clause(phrase, item, clause)
    settle_succession(phrase, item)
    _in_the_capacity(phrase, clause)
    before: Chunk | None = None
    for chunk in clause.having("with"):
        listed = before is not None and "together" in before.flags and before.group == chunk.group >= 0
        if listed or _together(phrase, chunk):
            chunk.flags.add("together")
        before = chunk


def _led_now(item: Open, clause: Clause) -> None:
    """The Council, chaired by X: so it is now; a working group headed by X has no post."""
    body = clause.head if clause.form == "relative" and item.marker == "participle" else None
    if body is None or body.kind != "Organization" or not body.proper or body.rule == "organization.charged":
        return
    standing = body.lemma not in _FOR_A_TIME
    if "lead" in clause.concepts and standing and not clause.having("date"):
        clause.flags.add("stays")


def _in_the_capacity(phrase: Phrase, clause: Clause) -> None:
    """As head of the Group, he met Y: whoever does so has that post."""
    for role in clause.having("as", "Role"):
        start = phrase.phrase_start(role.first)
        opening = phrase.lower(start - 1) == "as" and (start == 1 or phrase.lower(start - 2) in ("capacity", ","))
        if opening and role.last < clause.predicate[0] and role.owner is not None and not role.plural:
            role.flags.add("capacity")
            role.function = ""


def _represent_there(clause: Clause) -> None:
    """X represented the Ministry at the forum, will represent it there: X attends, and so does the Ministry."""
    where = any(c.kind == "Event" and c.function in ("at", "to", "during") for c in clause.chunks)
    where = where or any(c.rule == "place.there" for c in clause.chunks)
    people, bodies = clause.having("subject", "Person"), clause.having("object", "Organization")
    if not where or clause.passive or not (people or clause.inherited) or not bodies:
        return
    clause.concepts = clause.concepts | {"attend"}
    for event in clause.having("at", "Event") + clause.having("during", "Event"):
        event.function = "to"
    for body in bodies:
        body.function = "on-behalf"


def _what_was_first_set(phrase: Phrase, clause: Clause) -> None:
    visits = [c for c in (*clause.having("subject", "Event"), *clause.inherited) if c.kind_of == "Visit"]
    closing = clause.having("with", "Event") if visits and clause.lemma in _ENDING else []
    if closing:  # the visit ended on 3 May with talks: they were held then
        clause.chunks = [c for c in clause.chunks if c not in visits]
        closing[0].function, closing[0].flags = "subject", {"new"}
        clause.concepts = frozenset({"hold"})
    elif (visits and follows(phrase, clause.predicate[1] + 1, ("to", "end"))) or clause.lemma in _ENDING:
        long = any(c.kind_of in _OF_DAYS for c in (*clause.having("subject", "Event"), *clause.inherited))
        for chunk in clause.having("date") if visits or long else ():
            chunk.kind_of = "until"  # the visit will conclude on 22 November: that is not when it was paid
    told = phrase.lowers[max(0, clause.predicate[0] - 1) : clause.predicate[1] + 2]
    first = "originally" in told or "initially" in told
    if first or (("previously" in told or "earlier" in told) and clause.form == "relative" and clause.passive):
        clause.concepts = clause.concepts - {"hold"}  # what was first set is no longer so
        for chunk in clause.having("date") if clause.form == "relative" else ():
            chunk.kind_of = "not"


def _own_encounters(phrase: Phrase, clause: Clause) -> None:
    """Convened its forum, at its meeting the Assembly admitted X, following talks with X: whose it was, that it was."""
    if clause.lemma in _CALLING and not clause.passive:
        called = clause.having("object", "Event") + clause.having("to", "Event")
        clause.concepts = frozenset({"hold"}) if called else clause.concepts  # the Bank convened its forum
        for event in called:
            event.function = "object"
    for event in (c for c in clause.chunks if c.kind == "Event"):
        start = phrase.phrase_start(event.first)
        edge = event.function in ("at", "during") and phrase.lower(start - 1) == "of"
        if edge and phrase.lower(start - 2) in _EDGES:
            event.function = "around"  # agreed yesterday at the close of the session: that day was not its first
        own = phrase.lower(start) in ("its", "their") and event.function == "at" and not event.parties
        if own and event.first < clause.predicate[0] and clause.having("subject", "Pronoun"):
            event.flags.add("own")  # at its assembly it admitted X
        if own and event.first < clause.predicate[0]:
            event.parties += [c for c in clause.having("subject", "Organization") if c.first > event.last]


def _hosted_by_a_town(clause: Clause) -> None:
    """The fourth meeting will be hosted by Turkistan: where it will be held, not who takes part."""
    if clause.lemma != "host":
        return
    events, towns = clause.having("object", "Event"), clause.having("subject", "Place")
    if len(events) == 1 and towns and len(towns) == len(clause.having("subject")):
        for town in towns:
            town.function = "at"
        events[0].function, clause.concepts = "subject", frozenset({"hold"})


def _on_the_sidelines(phrase: Phrase, clause: Clause) -> None:
    """On the sidelines X and Y met: the names behind the phrase of place are no part of it."""
    if _ASIDE.isdisjoint(phrase.present) or _ASIDE.isdisjoint(phrase.lemmas[: clause.predicate[0]]):
        return
    for chunk in clause.having("about", "Person") if not clause.having("subject") else ():
        at = extent(phrase, chunk)[0]
        chunk.function = "subject" if phrase.lower(at - 1) != "of" and chunk.last < clause.predicate[0] else "about"


def _by_what_it_says(item: Open, clause: Clause) -> None:
    """Settle verbs that mean another thing where they tell what somebody says: recalled, admitted that, greeted."""
    if clause.lemma == "recall" and not clause.passive and not clause.having("object", "Person", "Role"):
        clause.concepts = clause.concepts - {"dismiss"}  # she recalled the first meeting
    if "speak" in clause.concepts and any(n.marker == "that" and n.governor is item for n in item.nested):
        clause.concepts = clause.concepts & _UTTERING  # admitted that they had been late: nobody was let in
    if clause.lemma == "play" and "host" in clause.concepts and clause.having("subject", "Organization"):
        for guest in clause.having("to", "Person", "Delegation"):
            guest.function = "object"  # played host to X
    if clause.lemma == "address" and clause.head is not None and clause.head.kind == "Event":
        clause.concepts = clause.concepts | {"attend"}  # a meeting in the Oak Hall, addressed by X
    if clause.lemma == "conduct" and clause.having("subject", "Person") and clause.having("object", "Pronoun"):
        clause.concepts = frozenset({"chair"})  # it was conducted by X
    if clause.lemma == "greet" and clause.having("object", "Event"):
        clause.concepts = frozenset({"speak", "attend"})  # the congress was greeted by X
        for event in clause.having("object", "Event"):
            event.function = "to"


def _by_verb(phrase: Phrase, item: Open, clause: Clause) -> None:
    """What only some verbs say by themselves: belongs, was conferred on, took up her duties, has chaired since."""
    if clause.lemma in _STANDING_FOR and not clause.passive:
        for body in clause.having("about", "Organization"):
            start = phrase.phrase_start(body.first)
            if phrase.lower(start - 1) == "for" and start - 2 <= clause.predicate[1] + 1:
                body.function = "on-behalf"  # the director general spoke for the Agency
                _speak_for_another(phrase, clause)
    _led_now(item, clause)
    _by_what_it_says(item, clause)
    if clause.lemma == "affiliate":
        for whole in clause.having("with", "Organization"):
            whole.function = "to"
    if clause.lemma == "belong":
        # today it belongs to the Network: no day on which it joined
        clause.chunks = [c for c in clause.chunks if c.kind != "Date" or c.kind_of != "on"]
    if clause.lemma == "confer" and (clause.passive or (not clause.having("with") and clause.having("object"))):
        clause.concepts = clause.concepts - {"meet"}  # the title was conferred on X
    if clause.lemma in _ASSUMING and "appoint" in clause.concepts and not clause.passive:
        clause.concepts = clause.concepts | {"become"}  # took up her duties as director
        for role in clause.having("owner", "Role"):
            start = phrase.phrase_start(role.first)
            if phrase.lower(start - 1) == "of" and phrase.lower(start - 2) == "duties":
                role.function = "as"  # assumed the duties of director
    perfect = item.group is not None and item.group.perfect and not item.group.past
    since = "since" in phrase.lowers[clause.predicate[1] : clause.last + 1]
    if perfect and clause.having("date") and (since or any(c.kind_of == "since" for c in clause.having("date"))):
        clause.flags.add("stays")  # has chaired the Coalition since 2020


def _speak_for_another(phrase: Phrase, clause: Clause) -> None:
    """X will speak for the Bank, Vice-Minister Y for the Ministry: Y speaks too."""
    for person in clause.having("object", "Person") + clause.having("about", "Person"):
        last = max([person.last, *(post.last for post in person.posts)])
        begin = last + 2 + (phrase.tag(last + 2) == "D")
        body = phrase.taken[begin] if phrase.lower(last + 1) == "for" and begin < phrase.size else None
        if body is None or body.kind != "Organization" or person.first < clause.predicate[1]:
            continue
        person.function, body.function = "subject", "on-behalf"
        for post in person.posts:
            post.owner = post.owner or body


def _duties(phrase: Phrase, clause: Clause) -> None:
    """The duties of the chief are performed by X, are entrusted to X: X stands in for the chief."""
    if clause.negated or not _ENTRUSTED & {clause.lemma, phrase.lower(clause.predicate[1])}:
        return
    for role in clause.having("owner", "Role") + clause.having("object", "Role"):
        start = phrase.phrase_start(role.first)
        duties = phrase.lower(start - 1) == "of" and phrase.lemma(start - 2) in ("duty", "function", "responsibility")
        people = clause.having("to", "Person") + clause.having("subject", "Person") + clause.having("by", "Person")
        if not duties or len(people) != 1 or role.plural:
            continue
        role.function = "as"
        role.flags.add("acting")
        role.label = f"Acting {role.label}" if not role.label.startswith("Acting") else role.label
        people[0].function = "subject"
        clause.concepts, clause.passive, clause.lemma, clause.past = frozenset({"work"}), False, "act", False


def _within_a_venue(phrase: Phrase, chunk: Chunk) -> bool:
    """In the Ballroom of the Customs House Hotel: the hotel is where the ballroom is."""
    at = phrase.phrase_start(chunk.first) - 1
    if chunk.kind_of != "venue" or phrase.lower(at) != "of" or at < 2 or phrase.taken[at - 1] is not None:
        return False
    return phrase.lower(phrase.phrase_start(at - 1) - 1) in ("in", "at", "inside") and phrase.tag(at - 1) in ("N", "P")


def _joins_there(clause: Clause, chunk: Chunk) -> bool:
    """At the meeting the club joined the Union: what it joins is the body."""
    return clause.lemma == "join" and chunk.function == "at" and bool(clause.having("object", "Organization"))


def _normalise_chunk(phrase: Phrase, clause: Clause, chunk: Chunk) -> None:
    concepts, function = clause.concepts, chunk.function
    if "meet" in concepts and function == "object" and chunk.kind in ("Person", "Role", "Delegation", "Organization"):
        chunk.function = "with"
    elif concepts & {"attend", "participate"} and chunk.kind in _JOINED and not _joins_there(clause, chunk):
        wanted = (
            ("object", "at", "owner")
            if not ("participate" in concepts and chunk.kind == "Program")
            else ("at", "owner")
        )
        if (function in wanted and not (clause.passive and function == "object")) or (
            function == "about" and chunk.kind == "Event" and clause.lemma in _GATHERING_FOR
        ):
            chunk.function = "to"
    elif concepts & {"receive", "host"} and function == "to" and chunk.kind == "Place" and "join" not in concepts:
        chunk.function = "at"  # welcomed X to Oral
    elif "visit" in concepts and function in ("object", "at") and chunk.kind in _TAKEN:
        chunk.function = "to"
    elif "join" in concepts and chunk.kind in ("Organization", "Program", "Agreement", "Pronoun"):
        causative = "receive" in concepts
        of_event = function == "owner" and any(
            c.kind == "Event" and 0 < chunk.first - c.last < 4 for c in clause.chunks
        )
        if of_event:
            return  # the congress of the League admitted X
        at_home = clause.lemma == "receive" and phrase.lower(phrase.phrase_start(chunk.first) - 1) == "at"
        # not the library in X that received Y, nor guests who were received at X
        within = function == "at" and chunk.first > clause.predicate[0] and not at_home
        if (function == "object" and not causative) or function == "owner" or within:
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
        and (chunk.kind in ("Person", "Role") or (chunk.kind == "Pronoun" and chunk.lemma in ("him", "her")))
        and _follows(clause, chunk)
    ):
        chunk.function = "with"  # called on X, talked to X


def _follows(clause: Clause, chunk: Chunk) -> bool:
    """Tell whether a phrase is the first behind the verb of its clause."""
    behind = [c for c in clause.chunks if c.first > clause.predicate[1] and c.kind != "Date"]
    return bool(behind) and behind[0] is chunk and not clause.having("with")


def _having(phrase: Phrase, clause: Clause) -> None:
    """Have counts members only where it has members: has 57 participating states; has a meeting is another thing."""
    if clause.lemma != "have" and "count" in clause.concepts:
        return
    if clause.lemma == "have":
        numbers = [c for c in clause.chunks if c.kind == "Number"]
        words = set(phrase.lowers[clause.predicate[1] : clause.predicate[1] + 6])
        counted = words & _AS_MEMBERS
        if not numbers or not (counted or _has_seats(clause, words)):
            clause.concepts = clause.concepts - {"count"}


def _has_seats(clause: Clause, words: set[str]) -> bool:
    """The maslikhat has 27 deputies: those who sit in a body are its members."""
    who = [*clause.subjects, *([clause.head] if clause.head is not None else [])]
    return bool(words & _SITTING) and any(c.kind == "Organization" and c.lemma in _COLLEGIAL for c in who)


def _together(phrase: Phrase, chunk: Chunk) -> bool:
    before = phrase.lowers[max(0, extent(phrase, chunk)[0] - 4) : chunk.first]
    return bool(_ALONG & set(before))


def _said_by(item: Open) -> None:
    """The CEC has joined, he said: whose words a complement reports."""
    governor = item.governor
    if item.clause is None or governor is None or governor.clause is None or item.form != "complement":
        return
    if "speak" in governor.concepts and governor.clause.subjects:
        item.clause.said_by = governor.clause.subjects[0]
