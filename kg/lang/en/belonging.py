"""Clauses of membership that a verb alone does not tell: with the admission of X, the number of members has reached 58.

X, which it joined in 2012; of which X has been a member   what a relative clause is said of takes its part in it
With the accession of X, the Union unites 64 bodies        a noun of joining is a clause of its own
The Union counts X among its members                       the object belongs to the subject
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kg.lang.cues import cues
from kg.lang.en.morphology import forms_of
from kg.lang.en.open_clauses import Open
from kg.lang.en.phrase import Phrase
from kg.lang.syntax import Chunk, Clause

_JOINING = cues("en").words["joining-nouns"]
_UPON = frozenset({"with", "after", "following", "upon", "since", "by", "through"})
_COMPLETING = cues("en").words["completing"]
_CONFIRMING = cues("en").words["confirming-admission"]
_WHOLES = cues("en").words["wholes"]
_FOUNDING = cues("en").words["founder"]
_KINDS = cues("en").words["memberships"]
_HAVING_MEMBERSHIP = cues("en").words["having-membership"]
_NEAR = 4  # tokens from membership to the body that it is of
_FAR = 6  # tokens from an and to the of behind it: and, since 2000, of Y
_GRANTING = cues("en").words["granting-membership"]
_COLLEGIAL = cues("en").words["sitting-together"]
_COUNTING_AMONG = cues("en").words["counting-among"]
_STANDINGS = cues("en").words["standings"]
_FILLED = ("Organization", "Program", "Agreement")


def fill_relative(phrase: Phrase, item: Open) -> None:
    """Give a relative clause the noun that it is said of, as its object or as whose its post is."""
    clause, head = item.clause, item.head
    if clause is not None and head is not None and item.marker == "whose" and head.kind == "Organization":
        _of_its_own(item, clause, head)
    if clause is None or head is None or item.marker not in ("which", "that", "whom"):
        return
    whole = head.owner if head.kind == "Role" and head.owner is not None else head
    if head.lemma in _COLLEGIAL and head.owner is not None and head.owner.lemma in _WHOLES:
        told = clause.concepts & {"join", "count"} and head.owner.kind == "Organization"
        whole = head.owner if told else head  # sits on the council of the League, to which the museum belongs
        item.head = clause.head = whole
    if head.kind == "Event" and phrase.lower(item.begin - 1) in ("at", "during", "in"):
        clause.chunks.append(head.again("at"))  # a meeting, at which X spoke
    if whole.kind not in _FILLED:
        return
    before = phrase.lower(item.begin - 1)
    if before == "of" and not any(r.kind == "Role" for r in clause.chunks) and clause.concepts & {"join"}:
        clause.chunks.append(whole.again("to"))  # of which X has been part
    elif before == "of":
        for role in clause.chunks:
            if role.kind == "Role" and role.owner is None:
                role.owner = whole
    elif phrase.tag(item.begin - 1) == "I" and before in phrase.cues.postpositions:
        clause.chunks.append(whole.again(phrase.cues.postpositions[before]))  # in which X takes part
    elif clause.having("subject") and not clause.passive and not clause.having("object"):
        clause.chunks.append(whole.again("object"))


def _of_its_own(item: Open, clause: Clause, head: Chunk) -> None:
    """The Association, whose president, X, greeted the guests: the post is at the body before.

    The Forum, whose full member it became: it became a member of the Forum.
    """
    members = [r for r in clause.having("subject", "Role") if r.kind_of == "membership" and not r.plural]
    if clause.lemma in ("be", "become", "remain") and len(members) == 1 and len(clause.having("subject")) > 1:
        members[0].function, members[0].owner = "as", head
    for chunk in clause.having("subject", "Person", "Role"):
        for post in [chunk] if chunk.kind == "Role" else chunk.posts:
            if post.owner is None and post.first - item.begin <= len("of"):
                post.owner = head


def joining_nouns(phrase: Phrase, found: list[Open]) -> list[Clause]:
    """Return a clause for each noun of joining that tells of something done: with the admission of X to Y."""
    made: list[Clause] = []
    if phrase.present.isdisjoint(_JOINING):
        return made
    for at, lemma in enumerate(phrase.lemmas):
        if not at or lemma not in _JOINING:
            continue
        owner = _before(phrase, at)
        before = phrase.phrase_start(owner.first if owner is not None else at) - 1
        outer = next((o.clause for o in found if o.clause is not None and o.clause.first <= at <= o.clause.last), None)
        main = next((o.clause for o in reversed(found) if o.clause is not None and o.form == "finite"), outer)
        if main is None or main.modality != "asserted" or main.negated:
            continue
        if not (phrase.lower(before) in _UPON or _confirmed(phrase, before) or _took_place(phrase, main, before, at)):
            continue
        joined = owner or _behind(phrase, at)
        if joined is None:
            continue
        to = [c for c in (main.having("to", "Organization")) if c.first > joined.last]
        whole = to[0] if to else next((c for c in main.subjects if c.kind == "Organization" and c is not joined), None)
        if whole is None and not _confirmed(phrase, before):
            continue
        events = [c for o in found if o.clause is not None for c in o.clause.chunks if c.kind == "Event"]
        wholes = [whole.again("to")] if whole is not None else []
        told = [c.again("as") for c in main.having("as", "Role")] + main.having("date")
        chunks = [joined.again("subject"), *wholes, *events, *told]
        made.append(Clause(at, at, (at, at), frozenset({"join"}), "admission", "finite", chunks, past=True))
    return made


def of_another_too(phrase: Phrase, clauses: list[Clause]) -> list[Clause]:
    """Return a clause for each further body of a member of X and, since 2000, of Y; of X (since 2011) and of Y."""
    made = []
    for clause in clauses:
        roles = [r for r in clause.having("as", "Role") if r.kind_of == "membership" and r.owner is not None]
        owners = clause.having("owner", "Organization") if roles else []
        for whole in [c for c in owners if c.proper and c.first > roles[0].last]:
            at = phrase.phrase_start(whole.first) - 1
            days = [d for d in clause.having("date") if d.first > roles[0].owner.last]  # type: ignore[union-attr]
            link = max((i for i in range(roles[0].last, at) if phrase.lowers[i] == "and"), default=-1)
            if phrase.lower(at) != "of" or link < 0 or at - link > _FAR:
                continue
            own = [d for d in days if link < d.first < whole.first]
            if days and days[0].first < link:  # since 1965 and of the Union since 2004
                own = own or _behind_the_whole(phrase, whole, days)
            role = replace(roles[0], owner=whole, function="as", inside=None)
            clause.chunks = [c for c in clause.chunks if c is not whole and c not in own]
            told = [*(c.again("subject") for c in clause.subjects), role, *(d.again("date") for d in own)]
            made.append(replace(clause, chunks=told, inherited=[], flags=set(clause.flags)))
    return made


def _behind_the_whole(phrase: Phrase, whole: Chunk, days: list[Chunk]) -> list[Chunk]:
    """And of the Union since 2004; and of the Network, which counts 19 members, since 2010."""
    behind = [d for d in days if d.first > whole.last]
    aside = phrase.lowers[whole.last + 1 : whole.last + 3] in ([",", "which"], [",", "whose"])
    closed = len(behind) == 1 and aside and phrase.lower(behind[0].first - 2) == ","
    return behind if closed else [d for d in behind if d.first - whole.last <= len("in")]


def _confirmed(phrase: Phrase, at: int) -> bool:
    """Welcomed the accession of X, approved the admission of X: it is done."""
    return phrase.tag(at) in ("V", "X") and any(form.base in _CONFIRMING for form in forms_of(phrase.lower(at)))


def _took_place(phrase: Phrase, main: Clause, before: int, at: int) -> bool:
    """Norway's accession to the Union took place, took effect, was completed in 2004; not talks on it."""
    if before >= 0 and phrase.tag(before) == "I":
        return False
    behind = phrase.lower(main.predicate[1] + 1)
    done = main.lemma in _COMPLETING or (main.lemma == "take" and behind in ("place", "effect"))
    return done and main.past and at < main.predicate[0]


def _before(phrase: Phrase, at: int) -> Chunk | None:
    """Return the body that owns a noun: Norway's accession."""
    chunk = phrase.taken[at - 1] if at and phrase.possessive(at - 1) else None
    return chunk if chunk is not None and chunk.kind in ("Organization", "Country") else None


def _behind(phrase: Phrase, at: int) -> Chunk | None:
    """Return the body that "of" ties to a noun."""
    begin = at + 2 + (phrase.tag(at + 2) == "D")
    if phrase.lower(at + 1) != "of" or begin >= phrase.size:
        return None
    chunk = phrase.taken[begin]
    chunk = chunk.top() if chunk is not None else None
    return chunk if chunk is not None and chunk.kind in ("Organization", "Country") else None


def hold_membership(phrase: Phrase, clause: Clause) -> None:
    """Holds the status of honorary member in the Union: it is such a member of it."""
    if not clause.concepts & {"hold", "receive", "work"} or clause.passive or not clause.having("subject"):
        return
    for role in clause.having("owner", "Role"):
        begin = phrase.phrase_start(role.first)
        told = phrase.lower(begin - 1) == "of" and phrase.lemma(begin - 2) in _STANDINGS
        if role.kind_of == "membership" and told:
            role.function = "as"
            clause.concepts = frozenset({"be", "work"})


def be_within(clause: Clause) -> None:
    """Has been in the Confederation since 1994: to be in a body since a day is to belong to it."""
    if (
        clause.lemma not in ("be", "sit")
        or clause.passive
        or clause.having("as")
        or clause.concepts & {"attend", "join"}
    ):
        return
    since = [c for c in clause.having("date") if c.kind_of == "since"]
    bodies = [c for c in clause.having("at", "Organization") if c.first > clause.predicate[1] and c.kind_of != "part"]
    actors = clause.having("subject", "Organization", "Country", "Pronoun")
    if since and len(bodies) == 1 and actors and not clause.having("subject", "Event", "Person", "Program"):
        clause.concepts = frozenset({"join"})
        bodies[0].function = "to"


def among_members(phrase: Phrase, clause: Clause) -> None:
    """The Union counts X among its members: X is one of them."""
    if "count" not in clause.concepts or clause.passive:
        return
    words = phrase.lowers[clause.predicate[1] : clause.last + 6]
    members = {"members", "participants"} & set(words)
    bodies = clause.having("object", "Organization", "Country")
    if "among" not in words or not members or not bodies or clause.having("object", "Number"):
        return
    wholes = clause.having("subject", "Organization")
    if wholes:
        clause.concepts = frozenset({"join"})
        for chunk in wholes:
            chunk.function = "to"
        for chunk in bodies:
            chunk.function = "subject"


def count_among(phrase: Phrase, clause: Clause) -> None:
    """The Guild counts among the founders of the League, ranks among its members: it is one of them."""
    if clause.lemma not in _COUNTING_AMONG or clause.passive or clause.negated:
        return
    roles = [r for r in clause.having("among", "Role") if r.kind_of == "membership"]
    if len(roles) == 1 and roles[0].owner is None:
        roles[0].owner = _behind_a_day(phrase, clause, roles[0])
    if len(roles) != 1 or roles[0].owner is None:
        return
    founding = roles[0].lemma in _FOUNDING or roles[0].label.lower().startswith("founding")
    founded = clause.lemma == "be" and founding  # was among its founders in 2011: since then
    if clause.lemma == "be" and clause.past and not founded:
        return
    it = [c for c in clause.having("subject", "Pronoun") if c.lemma == "it"]
    if (it or clause.having("subject", "Organization", "Country")) and not clause.having("object"):
        roles[0].function, roles[0].plural = "as", False
        clause.concepts = frozenset({"be", "work", "join"} if founded else {"be", "work"})


def _behind_a_day(phrase: Phrase, clause: Clause, role: Chunk) -> Chunk | None:
    """Among the founding members, in 2004, of the Network: of the body behind the aside."""
    for day in clause.having("date"):
        whole = next((c for c in clause.having("owner", "Organization") if c.first > day.last), None)
        aside = phrase.lower(role.last + 1) == "," and phrase.lowers[day.last + 1 : day.last + 3] == [",", "of"]
        if whole is not None and aside and phrase.phrase_start(whole.first) == day.last + 3:
            whole.function = ""
            return whole
    return None


def date_membership(phrase: Phrase, clause: Clause) -> None:
    """The Guild's membership of the League dates from 2011, goes back to 2011: it has been its member since."""
    if clause.lemma not in ("date", "go", "begin") or "membership" not in phrase.present or clause.negated:
        return
    wholes = clause.having("owner", "Organization") + clause.having("at", "Organization")
    members = clause.having("subject", "Organization", "Country")
    at = next((i for i in range(clause.first, clause.predicate[0]) if phrase.lemma(i) == "membership"), -1)
    if at < 0 or len(wholes) != 1 or len(members) != 1 or not members[0].last < at < wholes[0].first:
        return
    if clause.having("date"):
        clause.concepts = frozenset({"join"})
        wholes[0].function = "to"


def include_members(clause: Clause) -> None:
    """The League includes the Guild and the Union: bodies that a whole includes belong to it."""
    told = clause.lemma in ("include", "comprise", "unite") and not clause.past and not clause.negated
    if not told or clause.passive or clause.future:
        return
    wholes = [c for c in clause.having("subject", "Organization") if c.lemma in _WHOLES and not c.plural]
    bodies = [c for c in clause.having("object", "Organization", "Country") if c.proper]
    if len(wholes) != 1 or not bodies:
        return
    if any(c.kind in ("Number", "Role", "Program") for c in clause.having("object")):
        return
    clause.concepts = frozenset({"join"})
    wholes[0].function = "to"
    for chunk in bodies:
        chunk.function = "subject"


def kind_of_membership(phrase: Phrase, clause: Clause) -> None:
    """Holds associate membership of the League, gained full membership of it: as such a member it belongs to it."""
    if "membership" not in phrase.present or clause.negated or clause.passive:
        return
    if clause.lemma not in _HAVING_MEMBERSHIP or not clause.having("subject", "Organization", "Country"):
        return
    at = clause.predicate[1] + 1
    while at < phrase.size and phrase.tags[at] in ("D", "J", "N", "G") and phrase.lemma(at) != "membership":
        at += 1
    wholes = [c for c in clause.having("owner") + clause.having("at") + clause.having("to") if 0 < c.first - at < _NEAR]
    if phrase.lower(at) != "membership" or not wholes or wholes[0].kind != "Organization":
        return
    clause.concepts = frozenset({"join"})
    wholes[0].function = "to"
    if at - 1 > clause.predicate[1] and phrase.lower(at - 1) in _KINDS:
        clause.chunks.append(_as_member(phrase, at, wholes[0]))


def each_with_its_day(clauses: list[Clause]) -> list[Clause]:
    """Joined by X in 2015 and by Y in 2016: return a clause for each but the last, which keeps its own day."""
    made = []
    for clause in (c for c in clauses if "join" in c.concepts):
        days = sorted((d for d in clause.chunks if d.kind == "Date"), key=lambda d: d.first)
        members = sorted(clause.having("subject", "Organization", "Country"), key=lambda c: c.first)
        if len(days) < 2 or len(days) != len(members):
            continue
        turns = sorted([*days, *members], key=lambda c: c.first)
        if turns != [one for pair in zip(members, days, strict=True) for one in pair]:
            continue
        for member, day in list(zip(members, days, strict=True))[:-1]:
            chunks = [c for c in clause.chunks if c not in turns] + [member, day]
            made.append(replace(clause, chunks=chunks, flags=set(clause.flags)))
            clause.chunks = [c for c in clause.chunks if c not in (member, day)]
    return made


def name_members(phrase: Phrase, clause: Clause) -> None:
    """The Union's members are A, B and C; among the members of the Union are A and B: they belong to it."""
    if clause.lemma not in ("be", "include") or clause.passive or clause.negated:
        return
    told = [*clause.having("subject", "Role"), *clause.having("among", "Role")]
    roles = [
        r
        for r in told
        if r.kind_of == "membership" and r.plural and r.owner is not None and r.first < clause.predicate[0]
    ]
    named = [
        c for c in clause.having("object", "Organization", "Country") if c.proper and c.first > clause.predicate[1]
    ]
    if len(roles) != 1 or not named or any(c.kind == "Number" for c in clause.chunks):
        return
    if any(phrase.lower(i) == "not" for i in range(clause.predicate[0], named[0].first)):
        return
    clause.concepts = frozenset({"join"})
    days = [d for d in clause.having("date") if any(c.first > d.last for c in named[1:])]
    roles[0].function = ""
    clause.chunks = [c for c in clause.chunks if c not in days]  # and, from 2018, D: that day is not of all
    clause.chunks.append(roles[0].owner.again("to"))  # type: ignore[union-attr]
    for chunk in named:
        chunk.function = "subject"


def join_together(phrase: Phrase, clause: Clause) -> None:
    """The Union of Actors, together with the Union of Composers, entered the Confederation: both did."""
    if not clause.concepts & {"join", "leave"} or clause.passive:
        return
    subjects = clause.having("subject", "Organization", "Country")
    if not subjects:
        return
    for chunk in clause.having("with", "Organization", "Country"):
        near = phrase.lowers[max(0, chunk.first - 4) : chunk.first]
        if chunk.first < clause.predicate[0] and {"together", "along", "jointly"} & set(near):
            chunk.function = "subject"


def be_granted_membership(phrase: Phrase, clause: Clause) -> None:
    """Membership of the Network was granted to the Office; the Office was granted membership of the Network."""
    if clause.lemma not in _GRANTING or clause.negated:
        return
    if not clause.passive:
        _grant_membership(phrase, clause)
        return
    at = next((i for i in range(clause.first - 3, clause.last + 1) if phrase.lemma(i) == "membership"), -1)
    wholes = [
        c for c in clause.chunks if c.kind == "Organization" and c.function in ("owner", "at") and 0 < c.first - at < 4
    ]
    members = clause.having("to", "Organization", "Country") or clause.having("subject", "Organization", "Country")
    members = [c for c in members if c not in wholes]
    if at < 0 or len(wholes) != 1 or not members:
        return
    clause.concepts, clause.passive = frozenset({"join"}), False
    for chunk in clause.having("subject"):
        chunk.function = ""
    wholes[0].function = "to"
    for chunk in members:
        chunk.function = "subject"


def _grant_membership(phrase: Phrase, clause: Clause) -> None:
    """The Assembly granted provisional membership of the Union to the Club: it has joined it as such a member."""
    at = next((i for i in range(clause.predicate[1] + 1, clause.last + 1) if phrase.lemma(i) == "membership"), -1)
    wholes = [c for c in clause.chunks if c.function in ("owner", "at") and 0 < c.first - at < _NEAR]
    members = [c for c in clause.having("to", "Organization", "Country") if c not in wholes]
    if at < 0 or len(wholes) != 1 or wholes[0].kind != "Organization" or not members or clause.future:
        return
    clause.concepts, clause.past = frozenset({"join"}), True
    for chunk in clause.having("subject"):
        chunk.function = ""
    wholes[0].function = "to"
    for chunk in members:
        chunk.function = "subject"
    if phrase.lower(at - 1) in _KINDS:
        clause.chunks.append(_as_member(phrase, at, wholes[0]))


def _as_member(phrase: Phrase, at: int, whole: Chunk) -> Chunk:
    """Return the kind of member that an adjective before membership tells: provisional membership of the Union."""
    label = f"{phrase.lower(at - 1)} member".capitalize()
    role = phrase.chunk("Role", at - 1, at, label=label, lemma="member", rule="role.of-membership")
    role.kind_of, role.function, role.owner = "membership", "as", whole
    return role


def stay_a_member(clauses: list[Clause]) -> None:
    """Is a member of the Council and has been since 1991: since then it has been its member."""
    for before, clause in pairwise(clauses):
        roles = [r for r in before.having("as", "Role") if r.kind_of == "membership" and r.owner is not None]
        days = [d for d in clause.having("date") if d.kind_of == "since"]
        alone = all(c in days for c in clause.chunks) and clause.lemma == before.lemma == "be"
        same = bool(clause.inherited) and clause.inherited == before.subjects
        if roles and len(days) == 1 and alone and same and not (clause.negated or before.having("date")):
            before.chunks.append(days[0])
            clause.chunks = []
