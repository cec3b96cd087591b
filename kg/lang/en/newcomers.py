"""Members that a clause tells of by what a whole has got, is made up of or has grown to.

The Union's newest member is X; the Union has a new member, X     X belongs to it
The Union consists of X and Y, groups X and Y                     they belong to it
The admission of X brings the Union to 14 members                 X belongs to it
The Union stands at 14 members, is 14 members strong              so many belong to it
"""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.en.made_up_of import parts_told
from kg.lang.en.open_clauses import Open
from kg.lang.en.phrase import Phrase
from kg.lang.syntax import YEAR, Chunk, Clause

_WHOLES = cues("en").words["wholes"]
_JOINING = cues("en").words["joining-nouns"]
_REACHING = cues("en").words["reaching"]
_GROUPING = cues("en").words["grouping-members"]
_MADE_UP = cues("en").words["made-up-of"] | _GROUPING | {"gather"}
_GROWING = cues("en").words["growing-to-a-number"]
_NEW = cues("en").words["newest-members"]
_TOLD_NOW = cues("en").words["counting-now"]


def tell_of_newcomers(phrase: Phrase, item: Open, clause: Clause) -> None:
    """Let such a clause say who joined what, or how many have."""
    if clause.future and "count" in clause.concepts:
        clause.concepts = clause.concepts - {"count"}  # the Union will then have 22 members
    if item.group is None or clause.negated or clause.future:
        return
    counted = "count" in clause.concepts and clause.lemma in _TOLD_NOW
    if counted and clause.past and not item.group.perfect and any(len(d.value) == YEAR for d in clause.having("date")):
        clause.concepts = clause.concepts - {"count"}  # it had 14 members in 1990: no longer so
        return
    if clause.lemma in ("be", "become", "have", "get", "gain", "welcome"):
        _new_member(phrase, clause)
        _one_of_the_members(phrase, clause)
    elif clause.lemma in _MADE_UP:
        _is_made_up_of(clause)
    elif clause.lemma in _GROWING:
        _grows_by(phrase, item, clause)
    if clause.lemma == "be" or clause.lemma in _REACHING:
        _so_many(phrase, clause, perfect=item.group.perfect)


def _join(clause: Clause, whole: Chunk, members: list[Chunk]) -> None:
    for chunk in clause.having("subject"):
        chunk.function = ""
    for chunk in members:
        chunk.function = "subject"
    clause.concepts, clause.passive = frozenset({"join"}), False
    clause.chunks = [c for c in clause.chunks if c is not whole and c.kind not in ("Number", "Role")]
    clause.chunks.append(whole.again("to"))


def _new_member(phrase: Phrase, clause: Clause) -> None:
    """The newest member of the Union is X; the Union has a new member, X."""
    has = clause.lemma not in ("be", "become")
    parts = clause.having("object", "Role") if has else clause.having("subject", "Role")
    roles = [r for r in parts if r.kind_of == "membership" and not r.plural and r.lemma == "member"]
    if len(roles) != 1 or clause.passive:
        return
    role = roles[0]
    start = phrase.phrase_start(role.first)
    told = phrase.lowers[start : role.last + 1]
    whole = role.owner or next(iter(clause.having("subject", "Organization")), None)
    named = [c for c in clause.having("object", "Organization", "Country") if c.proper and c.first > role.last]
    if whole is None or not named or whole in named or _NEW.isdisjoint(told) or whole.kind != "Organization":
        return
    _join(clause, whole, named)


def _one_of_the_members(phrase: Phrase, clause: Clause) -> None:
    """The Institute is one of the members of the Union."""
    roles = [r for r in clause.having("owner", "Role") if r.kind_of == "membership" and r.plural and r.owner]
    if clause.lemma != "be" or clause.past or len(roles) != 1 or clause.having("as"):
        return
    start = phrase.phrase_start(roles[0].first)
    if phrase.lowers[max(0, start - 2) : start] == ["one", "of"] and clause.having(
        "subject", "Organization", "Country"
    ):
        roles[0].function, roles[0].plural = "as", False
        clause.chunks = [c for c in clause.chunks if c.kind != "Number"]
        clause.concepts = frozenset({"be", "work"})


def _is_made_up_of(clause: Clause) -> None:
    """The Union consists of X and Y, is made up of X and Y, groups X and Y: those who are named belong to it."""
    wholes = [c for c in clause.having("subject", "Organization") if c.lemma in _WHOLES and not c.plural]
    named = [c for c in parts_told(clause, "Organization", "Country") if c.proper]
    told = "count" in clause.concepts or clause.lemma in _GROUPING
    if len(wholes) == 1 and named and told and not clause.past and not parts_told(clause, "Number", "Role"):
        _join(clause, wholes[0], named)


def _grows_by(phrase: Phrase, item: Open, clause: Clause) -> None:
    """The admission of X brings the Union to 14 members: X has joined it."""
    at = next((i for i in range(item.begin, clause.predicate[0]) if phrase.lemmas[i] in _JOINING), -1)
    wholes = [c for c in clause.having("object", "Organization") if c.lemma in _WHOLES]
    joined = [c for c in clause.having("owner", "Organization", "Country") if at < c.first < clause.predicate[0]]
    joined += [c for c in clause.having("subject", "Organization") if at < c.first < clause.predicate[0]]
    if at < 0 or len(wholes) != 1 or not joined or phrase.lower(at + 1) != "of":
        return
    _join(clause, wholes[0], joined)


def _so_many(phrase: Phrase, clause: Clause, *, perfect: bool) -> None:
    """The Union now stands at 14 members, is 14 members strong, has grown to 14 members."""
    numbers = [c for c in clause.chunks if c.kind == "Number" and c.first > clause.predicate[0]]
    bodies = [c for c in clause.having("subject", "Organization") if c.lemma in _WHOLES and not c.plural]
    if len(numbers) != 1 or len(bodies) != 1 or (clause.past and not perfect):
        return
    words = phrase.lowers[numbers[0].last + 1 : numbers[0].last + 3]
    if words == ["members", "strong"] or (words[:1] == ["members"] and clause.lemma in _REACHING):
        clause.concepts = frozenset({"count"})
        numbers[0].flags |= {"members", "exact"}
