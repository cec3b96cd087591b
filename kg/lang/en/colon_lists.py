"""Lists behind a colon or between semicolons: those named there play the part that the words before announce.

The following took part: X, Y; the congress admitted two clubs: X and Y; chosen as president: X.
"""

from __future__ import annotations

from itertools import pairwise

from kg.lang.cues import cues
from kg.lang.en.companions import in_the_room
from kg.lang.en.morphology import forms_of
from kg.lang.en.open_clauses import Open
from kg.lang.en.phrase import Phrase
from kg.lang.syntax import Chunk, Clause

_SEATS = cues("en").words["seats"]

_LISTED = ("Person", "Organization", "Delegation", "Role")


def names_attendees(phrase: Phrase, begin: int, end: int) -> bool:
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


def attendees(phrase: Phrase, item: Open) -> None:
    """Also present were X and Y; among the guests were X; the speakers included X: these attended."""
    clause, group = item.clause, item.group
    assert clause is not None
    if group is None or group.lemma not in ("be", "include", "feature", "sit", "stand") or clause.negated:
        return
    people = [c for c in clause.having("object") if c.kind in ("Person", "Organization", "Delegation", "Role")]
    told = names_attendees(phrase, item.begin, group.first)
    lows = phrase.lowers[item.begin : group.first]
    told = told or (in_the_room(phrase, clause, item.begin, group.first) and any(c.kind == "Person" for c in people))
    told = told or ("them" in lows and bool({"one", "among", "two", "first", "with"} & set(lows)))
    if not people or not told or clause.having("subject", "Person", "Organization"):
        return
    clause.concepts = frozenset({"attend"})
    clause.flags |= {"at-session"} if not phrase.cues.words["speakers-of-sessions"].isdisjoint(lows) else set()
    for chunk in clause.having("subject"):
        chunk.function = ""
    for chunk in people:
        chunk.function = "subject"
    for chunk in clause.having("at", "Event") + clause.having("owner", "Event"):
        chunk.function = "to"


def read_lists(phrase: Phrase, found: list[Open]) -> None:
    """The following took part: X, Y and Z; Participants: X, Y, Z. Those behind a colon are who is spoken of before."""
    for before, item in pairwise(sorted(found, key=lambda o: o.begin)):
        clause = item.clause
        if clause is None or before.clause is None or item.group is not None or phrase.lower(item.begin - 1) != ":":
            continue
        people = [c for c in clause.chunks if c.kind in ("Person", "Organization", "Delegation", "Role")]
        if _names_them(before, clause) or _names_sides(phrase, before.clause, clause):
            continue
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
        if (
            _each_elected(before.clause, clause)
            or _listed_as_elected(before.clause, clause)
            or _has_a_new_one(before.clause, clause)
        ):
            continue
        if people and not before.clause.negated and (attended or names_attendees(phrase, before.begin, item.begin)):
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


def _each_elected(before: Clause, listed: Clause) -> bool:
    """Three vice-presidents were elected: X, Y and Z: each of those behind the colon has got the post."""
    posts = [c for c in before.chunks if c.kind == "Role" and c.plural and c.inside is None]
    people = listed.having("subject", "Person")
    if "appoint" not in before.concepts or before.negated or len(posts) != 1 or len(people) < 2 or not before.passive:
        return False
    posts[0].function, before.form = "as", "finite"
    before.chunks = [c for c in before.chunks if c.kind != "Number"] + people
    listed.chunks = [c for c in listed.chunks if c not in people]
    return True


def _has_a_new_one(before: Clause, listed: Clause) -> bool:
    """The Ministry has a new press secretary: X: the one behind the colon has that post there."""
    posts = [c for c in before.having("object", "Role") if not c.plural and c.kind_of != "membership"]
    people = [c for c in listed.having("subject", "Person") if not c.posts]
    bodies = before.having("subject", "Organization")
    if before.lemma not in ("have", "get") or before.negated or len(posts) != 1 or len(people) != 1 or len(bodies) != 1:
        return False
    posts[0].owner = posts[0].owner or bodies[0]
    posts[0].function = "subject"
    listed.chunks.append(posts[0])
    before.chunks.remove(posts[0])
    return True


def _names_objects(before: Clause, listed: Clause, people: list[Chunk]) -> bool:
    """The assembly admitted two clubs: X and Y; two clubs were admitted: X and Y: those listed are the clubs."""
    wanted = ("object", "subject") if before.passive else ("object",)
    common = [
        c for c in before.chunks if c.function in wanted and not c.proper and c.plural and c.kind == "Organization"
    ]
    names = [c for c in people if c.kind == "Organization" and c.proper and c.function in ("subject", "object", "")]
    if not common and before.passive and before.concepts & {"receive"}:
        common = before.having("subject", "Number")  # two newcomers were accepted: X and Y
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


def _names_them(before: Open, listed: Clause) -> bool:
    """They were admitted on 3 March, when the Council met: X, Y and Z: those listed are they."""
    outer = before.parent if before.form in ("converb", "relative") and before.parent is not None else before
    names = [c for c in listed.chunks if c.kind == "Organization" and c.proper and c.function in ("subject", "object")]
    told = outer.clause
    if told is None or not names or not told.passive or told.negated or not told.concepts & {"receive"}:
        return False
    they = [c for c in told.having("subject", "Pronoun") if c.lemma == "they"]
    if not they or told.having("subject", "Organization"):
        return False
    told.chunks = [c for c in told.chunks if c not in they] + names
    listed.chunks = [c for c in listed.chunks if c not in names]
    for chunk in names:
        chunk.function = "subject"
    return True


def _names_sides(phrase: Phrase, before: Clause, listed: Clause) -> bool:
    """The first round of talks was held on 5 September: X on one side, Y on the other: they met."""
    events = [c for c in before.having("subject", "Event") + before.having("object", "Event") if not c.plural]
    people = listed.having("subject", "Person") + listed.having("object", "Person")
    sides = {"side", "part"} & set(phrase.lowers[listed.first :])
    if len(events) != 1 or len(people) < 2 or not sides or before.negated or "hold" not in before.concepts:
        return False
    events[0].parties += people
    listed.chunks = [c for c in listed.chunks if c not in people and c.kind != "Side"]
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
