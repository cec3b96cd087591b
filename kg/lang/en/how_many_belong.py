"""How many members a clause gives to a body: by a verb of growing, of having or belonging, by there are.

The number of its members has grown to 58; membership has risen to 20 clubs     whose it is may be told before
The Federation has 18 clubs; represents 27 chambers; is an alliance of nine     what only a union has
Eight states belong to the Council; 27 chambers are united in the Union         who is counted stands first
"""

from __future__ import annotations

from collections.abc import Collection

from kg.lang.cues import cues
from kg.lang.en.morphology import is_plural
from kg.lang.en.open_clauses import Open
from kg.lang.en.phrase import Phrase
from kg.lang.syntax import Chunk, Clause

_WORDS = cues("en").words
_REACHING, _RAISING = _WORDS["reaching"], _WORDS["raising"]
_QUANTITY = _WORDS["quantity"]
_COLLEGIAL = _WORDS["sitting-together"]
_UNIONS = _WORDS["unions"]
_HAD_BY_UNIONS = _QUANTITY - _WORDS["not-had-by-unions"]
_UNITING = _WORDS["uniting"] | {"represent"}
_UNITED = _WORDS["uniting"] | _WORDS["united-in"]
_SEATED_IN = _COLLEGIAL | _WORDS["gathers"] | _WORDS["courts"]
_BEFORE = 2  # tokens from a number to the noun that is counted
_DIRECTLY = 4  # tokens from a verb of counting to its number


def count_members(phrase: Phrase, item: Open) -> None:
    """The number of its members has grown to 58; 57 organisations are members of the Union."""
    clause = item.clause
    assert clause is not None
    numbers = [c for c in clause.chunks if c.kind == "Number"]
    if clause.negated or _that_make_up(phrase, clause) or not numbers:
        return
    roles = [r for r in clause.having("as", "Role") if r.kind_of == "membership" and r.owner is not None]
    quantity = _QUANTITY
    if roles and numbers[0].function == "subject" and _counts(phrase, numbers[0], quantity):
        roles[0].inside = numbers[0]  # it says nothing of anyone's membership
        _count(clause, numbers[0], roles[0].owner)
        return
    subjects = [r for r in clause.having("subject", "Role") if r.kind_of == "membership" and r.plural and r.owner]
    if subjects and clause.lemma in ("be", "number") and numbers[0].first > clause.predicate[0] and not roles:
        subjects[0].inside = numbers[0]
        _count(clause, numbers[0], subjects[0].owner)  # the Society's members are 26 archives
        return
    _of_people(phrase, clause, numbers)
    if clause.lemma in _RAISING:
        _raised(phrase, item, numbers)
        return
    bodies = clause.having("object", "Organization")
    up = phrase.lower(clause.predicate[1] + 1) == "up"
    made_up = clause.lemma == "form" or (clause.lemma == "make" and up)
    if made_up and not clause.passive and len(bodies) == 1 and numbers[0].function == "subject":
        if _counts(phrase, numbers[0], quantity):
            _count(clause, numbers[0], bodies[0])  # twenty-six unions now make up the Federation
        return
    if (
        _sit(phrase, item, numbers)
        or _there_are(phrase, item, numbers)
        or _belong(phrase, clause, numbers)
        or _union_has(phrase, item, numbers)
    ):
        return
    before = phrase.lowers[item.begin : clause.predicate[0]]
    states = any(phrase.lemmas[i : i + 2] == ["member", "state"] for i in range(item.begin, clause.predicate[0]))
    behind = [n for n in numbers if n.first > clause.predicate[0]]
    ranks = "ranks" in before and bool(behind) and phrase.lower(behind[-1].last + 1) == "members"
    members = "number" in before and (states or not {"members", "participants"}.isdisjoint(before))
    told = "membership" in before or ranks or members or _number_of(phrase, item.begin, clause.predicate[0])
    if told and behind and clause.lemma in _REACHING:
        behind[-1].flags.add("members")
        bodies = [c for c in _of_or_in(clause) if c.first < behind[-1].first]
        bodies = bodies or [c for c in clause.having("subject", "Organization") if c.proper]
        bodies = bodies or _whose_members(clause, behind[-1])
        if not bodies:
            clause.flags.add("counts-own")  # admitted X. Membership has risen to 20 clubs
        _count(clause, behind[-1], next(iter(bodies), None))


def _whose_members(clause: Clause, number: Chunk) -> list[Chunk]:
    """The number of members of the League has risen to 87: of the League."""
    members = [r for r in clause.having("owner", "Role") if r.kind_of == "membership" and r.first < number.first]
    owners = [r.owner for r in members if r.owner is not None and r.owner.kind == "Organization"]
    return [c for c in owners if not c.plural and c.rule != "pronoun"]


def _raised(phrase: Phrase, item: Open, numbers: list[Chunk]) -> None:
    """Admitted X, bringing the number of its members to 41; which brings the number of clubs in the Union to 20."""
    clause = item.clause
    assert clause is not None
    words = set(phrase.lowers[clause.predicate[1] : clause.last + 1])
    counted = "membership" in words or bool(words & {"members", "member"} and words & {"number", "total"})
    counted = counted or _number_of(phrase, clause.predicate[1], clause.last + 1)
    raised = [n for n in numbers if phrase.lower(phrase.phrase_start(n.first) - 1) == "to"]
    if not raised or not counted:
        return
    outer = item.governor or item.parent
    main = outer.clause if outer is not None else None
    joined = main.having("to", "Organization") if main is not None and "receive" in main.concepts else []
    acting = joined or (main.having("subject", "Organization") if main is not None else [])
    taken_in = main.having("object") if main is not None else []
    bodies = [c for c in phrase.chunks if c.kind == "Organization" and not c.plural and c not in taken_in]
    named = acting or [c for c in bodies if c.last < raised[0].first]
    body = next((c for c in _of_or_in(clause) if c.first < raised[0].first), None)
    whole = body or max(named, key=lambda c: c.first, default=None)
    if whole is None and not taken_in:
        clause.flags.add("counts-own")  # admitted X. That brings the membership to eight states
    if whole is not None or not taken_in:
        _count(clause, raised[0], whole)


def _of_or_in(clause: Clause) -> list[Chunk]:
    """The number of clubs in the Federation, of members of the Union: the body that is counted, no plural."""
    return [c for c in (*clause.having("owner", "Organization"), *clause.having("at", "Organization")) if not c.plural]


def _number_of(phrase: Phrase, begin: int, end: int) -> bool:
    """The number of clubs, of member universities, in a body: what is counted belongs to it."""
    at = next((i for i in range(begin, min(end, phrase.size)) if phrase.lowers[i] == "number"), -1)
    if at < 0 or phrase.lower(at + 1) != "of" or phrase.lower(at - 1) not in ("the", "total", "overall"):
        return False
    noun = next((i for i in range(at + 2, min(at + 5, phrase.size)) if phrase.lemmas[i] in _HAD_BY_UNIONS), -1)
    return noun > 0 and phrase.lower(noun + 1) in ("in", "of", "within", "belonging")


def _of_people(phrase: Phrase, clause: Clause, numbers: list[Chunk]) -> None:
    """The working group numbers nine hydrologists, the jury is made up of five poets: so many members it has."""
    bodies = [c for c in clause.having("subject", "Organization") if not c.plural]
    bodies = bodies or [c for c in [clause.head] if c is not None and c.kind == "Organization"]
    shared = not clause.having("subject") and clause.head is None and phrase.lower(clause.predicate[0] - 1) == "and"
    uniting = clause.lemma in _UNITING
    bodies = [c for c in bodies if uniting or c.lemma.split(" ")[-1] in _SEATED_IN]
    shared = shared and clause.lemma in (
        "consist",
        "comprise",
        "number",
    )  # founded in 2003, it consists of 96
    if "count" not in clause.concepts or clause.lemma == "have" or (len(bodies) != 1 and not shared):
        return
    for number in numbers:
        noun = phrase.taken[number.last + 1] if number.last + 1 < phrase.size else None
        direct = 0 < number.first - clause.predicate[1] <= _DIRECTLY
        plural = phrase.tag(number.last + 1) == "N" and phrase.lower(number.last + 1).endswith("s")
        apart = "I" in phrase.tags[clause.predicate[1] : number.first]
        if direct and plural and clause.lemma in _UNITING and not (apart or shared):
            number.flags |= {"members", "exact"}  # the Association brings together 180 ports
            continue
        people = noun is not None and noun.kind == "Role" and noun.plural
        if direct and (people or phrase.lower(number.last + 1) in _WORDS["seated"]):
            number.flags |= {"members", "exact"}


def _there_are(phrase: Phrase, item: Open, numbers: list[Chunk]) -> bool:
    """There are 28 Member States in the Conference: so many members has the body behind in."""
    clause = item.clause
    assert clause is not None
    words = {"member", "participating"}
    behind = [n for n in numbers if n.first > clause.predicate[0]]
    where = [c for c in clause.having("at", "Organization") if not c.plural and c.kind_of not in ("unit", "part")]
    exact = [n for n in behind if _counts(phrase, n, words)]
    bodies = [c for c in where if exact and c.first > exact[0].last]
    if not bodies and _now(item) and len(where) == 1 and where[0].lemma in _UNIONS:
        bodies, exact = where, [n for n in behind if _counts(phrase, n, _HAD_BY_UNIONS)]
        bodies = bodies if exact else []
    if clause.lemma != "be" or phrase.lower(clause.predicate[0] - 1) != "there" or not bodies:
        return False
    _count(clause, exact[0], bodies[0])
    return True


def _sit(phrase: Phrase, item: Open, numbers: list[Chunk]) -> bool:
    """Seven persons sit on the Commission; the Committee, on which 14 experts sit: so many members it has."""
    clause = item.clause
    assert clause is not None
    if clause.lemma not in ("sit", "serve") or clause.passive or not _now(item):
        return False
    who = [n for n in numbers if n.function == "subject" and n.first < clause.predicate[0]]
    bodies = [c for c in clause.having("about", "Organization") + clause.having("at", "Organization") if not c.plural]
    if len(who) != 1 or len(bodies) != 1 or who[0].flags & {"approximate"} or bodies[0].lemma not in _SEATED_IN:
        return False
    noun = next((i for i in range(who[0].last + 1, clause.predicate[0]) if phrase.tag(i) == "N"), 0)
    if (
        not noun
        or not is_plural(phrase.lower(noun))
        or {"I", "W"} & set(phrase.tags[who[0].last : clause.predicate[0]])
    ):
        return False
    bodies[0].function = ""
    _count(clause, who[0], bodies[0])
    return True


def _that_make_up(phrase: Phrase, clause: Clause) -> bool:
    """31 of the 34 clubs that make up the Federation sent delegates: so many members has it."""
    head = clause.head
    made_up = clause.lemma in ("form", "constitute", "compose") or (
        clause.lemma == "make" and phrase.lower(clause.predicate[1] + 1) == "up"
    )
    bodies = clause.having("object", "Organization")
    if clause.form != "relative" or not made_up or head is None or len(bodies) != 1 or bodies[0].plural:
        return False
    number = next((c for c in phrase.chunks if c.kind == "Number" and 0 < head.first - c.last <= _BEFORE), None)
    if number is None or "approximate" in number.flags or phrase.lower(number.first - 1) != "the":
        return False
    clause.inherited, clause.head = [], None
    _count(clause, number, bodies[0])
    return True


def _counts(phrase: Phrase, number: Chunk, words: Collection[str]) -> bool:
    """Tell whether one of some nouns stands behind a number, with no more than words that describe it between."""
    for i in range(number.last + 1, min(number.last + 5, phrase.size)):
        if phrase.lemma(i) in words:
            return True
        if phrase.tags[i] not in ("J", "N", "P", "G", "X"):
            return False
    return False


def _belong(phrase: Phrase, clause: Clause, numbers: list[Chunk]) -> bool:
    """Eight states belong to the Council: so many members has it."""
    counted = [n for n in numbers if n.function == "subject" and _counts(phrase, n, phrase.cues.words["quantity"])]
    bodies = clause.having("to", "Organization")
    if clause.passive and clause.lemma in _UNITED:
        bodies = bodies or [c for c in clause.having("at", "Organization") if c.lemma in _UNIONS]
    told = clause.lemma == "belong" or (clause.passive and clause.lemma in _UNITED and not clause.past)
    if not told or len(counted) != 1 or len(bodies) != 1:
        return False
    bodies[0].function = ""
    _count(clause, counted[0], bodies[0])
    return True


def _now(item: Open) -> bool:
    """Tell whether a clause is in the present tense."""
    group = item.group
    return group is not None and not (group.past or group.perfect or group.future or group.modal)


def _union_has(phrase: Phrase, item: Open, numbers: list[Chunk]) -> bool:
    """The Federation has 18 clubs, is an alliance of nine chambers: what belongs to a union are its members."""
    clause = item.clause
    assert clause is not None
    wholes = [c for c in clause.having("subject", "Organization") if c.lemma in _UNIONS and not c.plural]
    behind = [n for n in numbers if 0 < n.first - clause.predicate[1] <= _DIRECTLY + 1]
    if len(wholes) != 1 or len(behind) != 1 or not _now(item) or clause.passive:
        return False
    if not _counts(phrase, behind[0], _HAD_BY_UNIONS) or behind[0].flags & {"approximate"}:
        return False
    start = phrase.phrase_start(behind[0].first)
    direct = clause.lemma in ("have", "boast", "represent") and set(phrase.tags[clause.predicate[1] + 1 : start]) <= {
        "ADV"
    }
    union = clause.lemma == "be" and phrase.lower(start - 1) == "of" and phrase.lemma(start - 2) in _UNIONS
    if direct or union:
        for chunk in clause.having("object", "Organization") + clause.having("owner", "Organization"):
            chunk.function = ""
        _count(clause, behind[0], wholes[0])
    return direct or union


def _count(clause: Clause, number: Chunk, body: Chunk | None) -> None:
    clause.concepts = frozenset({"count"})
    number.flags |= {"members", "exact"}
    if number not in clause.chunks:
        clause.chunks.append(number)
    if body is not None:
        for chunk in clause.having("subject"):
            chunk.function = ""
        clause.chunks.append(body.again("subject"))
