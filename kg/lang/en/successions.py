"""Who gets a post by what happens to another: X succeeds Y, his place was taken by X, X stays on as treasurer.

The clause is given the concept that relations know (become, work), and whoever had the post before another part.
"""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.en.open_clauses import Open
from kg.lang.en.phrase import Phrase
from kg.lang.syntax import Clause

_SUCCEEDING = cues("en").words["succeeding"]
_STAYING = cues("en").words["staying"]
_PLACES = cues("en").words["places-of-people"]
_FILLING = cues("en").words["filling"]
_HANDING = cues("en").words["handing-over"]
_WHOSE = frozenset({"his", "her", "their", "whose"})


def settle_succession(phrase: Phrase, item: Open) -> None:
    """Let a clause of following someone in a post, staying in it or handing it over say who has it."""
    clause = item.clause
    assert clause is not None
    if clause.negated or item.group is None:
        return
    if clause.lemma in _SUCCEEDING:
        _succeeds(clause)
    elif clause.lemma in _FILLING:
        _fills_place(phrase, clause)
    elif clause.lemma in _STAYING:
        _stays(clause)
    elif clause.lemma in _HANDING:
        _hands_over(clause)


def _succeeds(clause: Clause) -> None:
    """X succeeds Y as director: X is director now; X replaces Director Y, who has left: his post is X's."""
    people, before = clause.having("subject", "Person"), clause.having("object", "Person")
    if len(people) != 1 or clause.passive or not (before or clause.having("as", "Role")):
        return
    clause.concepts = frozenset({"become"})
    named = bool(clause.having("as", "Role"))
    for person in before:
        person.function = "" if named else "instead"
    if not named:
        clause.flags.add("successor")


def _fills_place(phrase: Phrase, clause: Clause) -> None:
    """His place was taken by X, X takes her seat: X has the post that was left."""
    people = clause.having("subject", "Person")
    if len(people) != 1 or clause.passive or clause.having("as"):
        return
    for i in range(max(0, clause.first - 3), min(clause.last + 4, phrase.size)):
        if phrase.lower(i) in _WHOSE and phrase.lemma(i + 1) in _PLACES and phrase.taken[i + 1] is None:
            clause.concepts = frozenset({"become"})
            clause.flags.add("successor")
            return


def _stays(clause: Clause) -> None:
    """X stays on as treasurer, keeps her post as chair, was kept on as director: X has it as before."""
    if clause.having("as", "Role") and clause.having("subject", "Person") and not clause.having("object", "Person"):
        clause.concepts, clause.passive = frozenset({"work"}), False
        clause.flags.add("stays")


def _hands_over(clause: Clause) -> None:
    """X hands the post of director over to Y: Y gets it."""
    posts, people = clause.having("as", "Role"), clause.having("to", "Person")
    if len(posts) != 1 or len(people) != 1 or clause.having("object", "Person"):
        return
    for chunk in clause.having("subject"):
        chunk.function = ""
    clause.concepts, clause.passive = frozenset({"appoint"}), True
    people[0].function = "subject"


def inherit_object(item: Open) -> bool:
    """The congress chose X to be its president: who is to be it is X; tell whether the clause was such a one."""
    governor, clause = item.governor, item.clause
    if item.marker != "to" or governor is None or governor.clause is None or clause is None:
        return False
    people = governor.clause.having("object", "Person")
    if "appoint" not in governor.concepts or governor.clause.passive or len(people) != 1:
        return False
    clause.inherited = people
    return True
