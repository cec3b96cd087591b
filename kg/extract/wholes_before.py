"""Which body is meant where a membership is told without it: X is a founder of the League. Y joined in 2013."""

from __future__ import annotations

from kg.extract.reader import Reader
from kg.lang.syntax import Chunk, Clause, Sentence

_OF_ANOTHER = frozenset({"former", "of-pronoun", "of-unknown"})
MEMBERS = ("Organization", "Country", "Place", "Pronoun")
"""What belongs to a body, by the kinds of chunks."""


def whole_before(sentence: Sentence, clause: Clause) -> list[Chunk]:
    """Одаққа … кірген, ал 2018 жылдан – толық мүше: the body is that of the clause before, or takes others in there."""
    earlier = sentence.clauses[: sentence.clauses.index(clause)]
    found = [c for one in earlier for c in one.having("to", "Organization")]
    taking = (one for one in earlier if not found and "receive" in one.concepts and not (one.passive or one.negated))
    found += [c for one in taking if one.having("object", *MEMBERS) for c in one.having("subject", "Organization")]
    found += [c for one in earlier if one.negated for c in one.having("from", "Organization")]  # вышел не, остался
    return found[-1:]


def of_a_pronoun(reader: Reader, sentence: Sentence, clause: Clause) -> list[Chunk]:
    """Қауымдастық 2008 жылы құрылған. Оған X 2015 жылы кірді: the body that the sentence before is about."""
    pronouns = [c for c in clause.having("to", "Pronoun") if not c.plural]
    earlier = [r for one in sentence.clauses[: sentence.clauses.index(clause)] for r in one.having("subject", "Role")]
    here = [r.owner for r in earlier if r.kind_of == "membership" and r.owner is not None]
    if pronouns and len(here) == 1:
        return here  # X – одақтың мүшесі, Y оған былтыр қосылды
    pronouns = [c for c in pronouns if c.first == 0]
    near = [s for s in reader.sentences if s.line == sentence.line and s.end <= sentence.start][-1:]
    named = [c for s in near for c in s.chunks if c.inside is None]
    others = any(c.kind in ("Event", "Program", "Agreement") for c in named)
    whole = {c.thing for c in named if c.kind == "Organization" and c.proper and c.thing}
    subjects = [c for s in near for one in s.clauses for c in one.having("subject", "Organization") if c.thing in whole]
    roles = [c for s in near for c in s.chunks if c.kind == "Role" and c.kind_of == "membership"]
    if pronouns and len(whole) > 1 and len(roles) == 1:
        return [r.owner for r in roles if r.owner is not None]  # X пен Y – одақ мүшелері. Оған Z кірді
    return subjects[:1] if pronouns and len(whole) == 1 and not others else []


def counted_before(reader: Reader, sentence: Sentence, clause: Clause) -> list[Chunk]:
    """The Federation has 61 members; the newest, X, joined on 1 September: what is joined is the body just counted.

    So it is behind another joining: it belongs to the Forum, having joined in 2011.
    """
    plain = not clause.passive and clause.past and not clause.negated and not clause.concepts & {"receive"}
    if not plain or clause.having("to") or clause.having("object") or not clause.having("date"):
        return []
    near = [s for s in reader.sentences if s.line == sentence.line and s.end <= sentence.start][-1:]
    near = [s for s in near if reader.text[s.start : s.end].endswith(";")]
    earlier = sentence.clauses[: sentence.clauses.index(clause)]
    told = [c for s in near for c in s.clauses] + earlier
    for one in reversed(told):
        if one.concepts & {"count"} and (own := [c for c in one.subjects if c.kind == "Organization"]):
            return own[-1:]
        if one.concepts & {"join"} and (to := one.having("to", "Organization")):
            return to[-1:]
    return []


def just_counted(reader: Reader, sentence: Sentence) -> list[Chunk]:
    """The Union has 12 member states. X and Y are founding members: of the body whose members were counted before."""
    before = [s for s in reader.sentences if s.line == sentence.line and s.end <= sentence.start and not s.title][-1:]
    counting = [c for s in before for c in s.clauses if "count" in c.concepts]
    told = [c for c in counting if not c.negated and c.modality == "asserted" and c.having("object", "Number")]
    return [c for one in told for c in one.subjects if c.kind == "Organization"][-1:]


def _of_members_named(reader: Reader, sentence: Sentence, clause: Clause) -> list[Chunk]:
    """X and Y are founding members of the League: the body whose members a clause has named."""
    roles = [r for r in clause.having("as", "Role") + clause.having("subject", "Role") if r.kind_of == "membership"]
    if roles and all(r.owner is None for r in roles):
        return just_counted(reader, sentence)
    return [r.owner for r in roles if r.owner is not None and r.owner.kind == "Organization" and r.owner.proper]


def joined_by_others(reader: Reader, sentence: Sentence, clause: Clause) -> list[Chunk]:
    """В центр входят X и Y. Z присоединился позже, в 2011 году; последней к ним примкнула Z: to where the others are.

    So it is where the sentence before counts the members: в банке шесть государств.
    """
    they = [c for c in clause.having("to", "Pronoun") if c.plural]
    told = clause.past and not clause.negated and not clause.passive and clause.modality == "asserted"
    new = bool(clause.subjects) and all(c.kind in ("Country", "Organization") and c.proper for c in clause.subjects)
    if not told or not new or clause.concepts & {"receive", "become"} or clause.having("object"):
        return []
    others = [c for c in clause.having("to") if c not in they] + clause.having("at", "Pronoun")
    if others or not (they or clause.having("date")):
        return []
    near = [s for s in reader.sentences if s.line == sentence.line and s.end <= sentence.start and not s.title][-1:]
    if any(c.kind in ("Event", "Program", "Agreement") for s in near for c in s.chunks):
        return []
    for told_in, one in reversed([(s, c) for s in near for c in s.clauses]):
        where = one.having("to", "Organization") if "join" in one.concepts else []
        where = where or (one.having("at", "Organization") if "total" in one.flags else [])
        where = where or _of_members_named(reader, told_in, one)
        if where:
            return where[-1:] if not one.negated and one.modality == "asserted" else []
    return []


def where_others_are(reader: Reader, sentence: Sentence, clause: Clause, role: Chunk) -> list[Chunk]:
    """Latvia has been a member of the Council since 2004. Denmark is an associate member: of the same body.

    So it is of the only body spoken of before: the Bank is in Nakuru. Kenya has been a member since 2008.
    """
    members = [c for c in clause.subjects if c.kind in ("Country", "Organization")]
    told = role.function == "as" and clause.concepts <= {"be", "work"} and not (clause.negated or clause.passive)
    if not told or not members or any(not c.proper for c in members) or role.flags & _OF_ANOTHER:
        return []
    near = [s for s in reader.sentences if s.line == sentence.line and s.end <= sentence.start and not s.title][-1:]
    earlier = [c for s in near for c in s.clauses]
    kinds = {c.kind for c in members}
    for one in reversed(earlier):
        roles = [r for r in one.having("as", "Role") if r.kind_of == "membership" and r.owner is not None]
        alike = bool(one.subjects) and {c.kind for c in one.subjects} == kinds
        if roles and alike and not one.negated and one.modality == "asserted":
            return [r.owner for r in roles[-1:] if r.owner is not None and r.owner.kind == "Organization"]
    spoken = {key for s in near for c in s.chunks if c.kind == "Organization" and (key := reader.body(c))}
    if kinds != {"Country"} or len(spoken) != 1 or not any(d.kind_of == "since" for d in clause.having("date")):
        return []
    return [c for s in near for c in s.chunks if c.kind == "Organization" and reader.body(c) in spoken][:1]
