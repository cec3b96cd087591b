"""What an English clause says that someone is: X is its chairman, chairman is X, the post of treasurer went to X."""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.en.open_clauses import Open
from kg.lang.en.phrase import Phrase
from kg.lang.syntax import Clause

_GOING_TO = cues("en").words["going-to-someone"]
_THAT_POST = cues("en").words["the-post-left"]


def copula(phrase: Phrase, item: Open) -> None:
    """X is its Chairman; X was a member until then: what one was is no more."""
    clause, group = item.clause, item.group
    assert clause is not None
    _who_is_it(item)
    _given_away(clause)
    _at_the_head(phrase, clause)
    if clause.lemma == "be" and "appoint" in clause.concepts:
        return  # elected members were X and Y
    roles = clause.having("as", "Role")
    if group is None or not roles or clause.concepts == {"attend"}:
        return
    if group.lemma in ("be", "become", "remain"):
        clause.concepts = clause.concepts | {"work"} - {"hold"}
        if group.future and group.lemma == "be" and "acting" not in roles[0].flags:
            clause.concepts = clause.concepts | {"become"}  # the new director will be X: not yet
        if group.past and not group.perfect and group.lemma == "be":
            clause.flags.add("before")
            clause.concepts = clause.concepts | {"hold"}


def into_the_post_left(phrase: Phrase, clause: Clause) -> None:
    """To that post the Board appointed X; in his place X was elected: the post that has just been left."""
    if not clause.concepts & {"appoint"} or clause.having("as"):
        return
    for i in range(max(1, clause.first - 4), min(clause.last + 5, phrase.size - 1)):
        that = phrase.lower(i - 1) in ("to", "in") and phrase.lower(i) in ("that", "this", "his", "her")
        if that and phrase.lower(i + 1) in _THAT_POST:
            clause.flags.add("successor")


def _given_away(clause: Clause) -> None:
    """The post of treasurer went to X, fell to Y: X got it."""
    if clause.lemma not in _GOING_TO:
        return
    posts, people = clause.having("as", "Role"), clause.having("to", "Person")
    if len(posts) == 1 and len(people) == 1 and not clause.negated:
        clause.concepts, clause.passive = frozenset({"appoint"}), True
        people[0].function = "subject"


def _at_the_head(phrase: Phrase, clause: Clause) -> None:
    """At the head of the Fund stands X, X is at the head of it: X heads it."""
    if clause.lemma not in ("be", "stand", "remain"):
        return
    posts = [c for c in clause.having("at", "Role") if c.lemma == "head" and c.owner is not None and not c.plural]
    people = clause.having("subject", "Person") or clause.having("object", "Person")
    if len(posts) != 1 or len(people) != 1 or clause.negated:
        return
    posts[0].function, people[0].function = "as", "subject"
    clause.concepts = frozenset({"be", "work"})


def _who_is_it(item: Open) -> None:
    """The orchestra's new conductor is X; vice-chair is again Y: the post stands first, who has it behind the verb."""
    clause = item.clause
    assert clause is not None
    people = clause.having("object", "Person")
    if len(people) == 2 and people[1].posts and people[1].posts[0].first < people[1].first and not people[0].posts:
        people.pop().function = ""  # its chairman is X, its secretary Y
    if _elected_were(clause):
        return
    if clause.lemma not in ("be", "become", "remain"):
        return
    posts = [c for c in clause.having("subject", "Role") if not c.plural]
    if len(posts) != 1 or len(people) != 1 or clause.having("as"):
        return
    if item.group is not None and item.group.past and not item.group.perfect:
        return  # guest speaker was X
    if not clause.having("subject", "Person", "Organization"):
        posts[0].function, people[0].function = "as", "subject"


def _elected_were(clause: Clause) -> bool:
    """Elected Academicians were X and Y; appointed judge is X: the verb's third form opens it."""
    posts = [c for c in clause.chunks if c.kind == "Role" and "chosen" in c.flags and c.function == "subject"]
    if clause.lemma != "be" or len(posts) != 1 or clause.negated:
        return False
    people = clause.having("object", "Person") + clause.having("", "Person")
    people = [c for c in people if c.first > clause.predicate[1]]
    if not people:
        return False
    posts[0].function = "as"
    clause.concepts, clause.passive, clause.past = frozenset({"appoint"}), True, True
    for person in people:
        person.function = "subject"
    return True
