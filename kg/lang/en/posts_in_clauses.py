"""Who has a post by what an English clause says of a body and its people, without naming the post as theirs.

The Fund has X as its director                    whoever a body has as something is that
X works at the Fund as a geologist                the post is where the work is
The Union is chaired by X, with Y as treasurer    the post is at the body that is spoken of
X is standing in as director                      the post is an acting one
X sits on the board of the Fund                   a member of it
"""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.en.open_clauses import Open
from kg.lang.en.phrase import Phrase
from kg.lang.syntax import Chunk, Clause

_BEGINNING = cues("en").words["beginning-work"]
_WORKING = cues("en").words["working-as"]
_STANDING_IN = cues("en").words["standing-in"]
_COLLEGIAL = cues("en").words["sitting-together"]
_SEATED = frozenset({"sit", "serve", "be"})
_HAVING = cues("en").words["having-a-post"]


def posts_in_clause(phrase: Phrase, item: Open, clause: Clause) -> None:
    """Settle the posts of a clause that names them behind as, and the seats that it gives."""
    if item.group is None or clause.negated:
        return
    seated = clause.lemma in _SEATED or ("seat" in phrase.present and clause.lemma in _HAVING)
    if seated and not clause.having("date") and "on" in phrase.present:
        _sits_on(phrase, clause)
    roles = [r for r in clause.having("as", "Role") if not r.plural and r.kind_of != "membership"]
    if not roles:
        return
    if clause.lemma in _STANDING_IN and not item.group.past and "acting" not in roles[0].flags:
        _stands_in(phrase, clause, roles[0])
    elif clause.lemma == "have":
        _has_as(clause, roles[0])
    elif clause.lemma in _BEGINNING or clause.lemma in _WORKING:
        _works_there(clause, roles[0])
    _beside(phrase, clause, roles)


def _has_as(clause: Clause, role: Chunk) -> None:
    bodies, people = clause.having("subject", "Organization"), clause.having("object", "Person")
    if len(bodies) == len(people) == 1 and not clause.passive and (role.owner is None or "of-pronoun" in role.flags):
        role.owner = role.owner or bodies[0]
        bodies[0].function, people[0].function = "", "subject"
        clause.concepts = frozenset({"work"})


def _works_there(clause: Clause, role: Chunk) -> None:
    """X works at the Fund as a geologist, has joined the Fund as its head: there is the post."""
    where = [c for c in clause.chunks if c.kind == "Organization" and c.function in ("at", "to", "object", "with")]
    people = clause.having("subject", "Person")
    if len(people) != 1 or clause.passive or clause.lemma == "be":
        return
    if role.owner is None and len(where) == 1 and where[0].proper and not role.flags & {"of-unknown"}:
        role.owner = where[0]
        role.flags.discard("of-pronoun")
        where[0].function = ""
        clause.concepts = frozenset({"appoint", "become"} if clause.lemma in _BEGINNING else {"work"})
    elif role.owner is not None and clause.lemma in _BEGINNING and not where:
        clause.concepts = frozenset({"appoint", "become"})  # began as director of the Fund on Monday


def _stands_in(phrase: Phrase, clause: Clause, role: Chunk) -> None:
    """X is standing in as director, acting as director is X: an acting director."""
    people = clause.having("subject", "Person") or clause.having("object", "Person")
    particle = clause.lemma == "act" or phrase.lower(clause.predicate[1] + 1) in ("in", "as", "for")
    if len(people) == 1 and particle and role.owner is not None and role.kind_of in ("head", "deputy"):
        role.flags.add("acting")
        role.label = f"Acting {role.label[:1].lower()}{role.label[1:]}"
        people[0].function, role.function = "subject", "as"
        clause.concepts, clause.passive = frozenset({"work"}), False


def _beside(phrase: Phrase, clause: Clause, roles: list[Chunk]) -> None:
    """Chaired by X, with Y as treasurer: at the body that the clause is about."""
    bodies = [c for c in clause.chunks if c.kind == "Organization" and c.function in ("subject", "object") and c.proper]
    bodies += [clause.head] if clause.head is not None and clause.head.kind == "Organization" else []
    for role in roles:
        start = phrase.phrase_start(role.first)
        person = phrase.taken[start - 2] if start > 1 and phrase.lower(start - 1) == "as" else None
        if person is None or person.kind != "Person" or person.function != "with" or person.posts or len(bodies) != 1:
            continue
        if role.owner is None:
            role.owner = bodies[0]
        role.function, role.inside = "", person
        role.flags.discard("of-pronoun")
        person.posts.append(role)


def _sits_on(phrase: Phrase, clause: Clause) -> None:
    """X sits on the board of the Fund, is on the Council: a member of it."""
    at = clause.predicate[1] + 1
    while phrase.tag(at) == "ADV":
        at += 1
    if clause.lemma not in _SEATED:
        at = next((i + 1 for i in range(at, at + 3) if phrase.lower(i) in ("seat", "place")), -1)
    noun = at + 1 + (phrase.tag(at + 1) in ("D", "O"))
    people = clause.having("subject", "Person")
    if phrase.lower(at) != "on" or noun >= phrase.size or len(people) != 1:
        return
    taken = phrase.taken[noun]
    board = taken.top() if taken is not None and taken.kind == "Organization" else None
    whole = phrase.taken[noun + 2 + (phrase.tag(noun + 2) == "D")] if board is None and phrase.size > noun + 3 else None
    of_board = phrase.lemma(noun) == "board" and phrase.lower(noun + 1) == "of" and taken is None
    board = whole.top() if of_board and whole is not None and whole.kind == "Organization" else board
    if board is None or not (of_board or board.lemma in _COLLEGIAL) or clause.having("as"):
        return
    if clause.past and "stays" not in clause.flags and not clause.having("date"):
        return
    label = "Member of the Board" if of_board else "Member"
    role = phrase.chunk("Role", at, at, label=label, lemma="member", rule="role.seated")
    role.kind_of, role.owner, role.function, role.value = "membership", board, "as", "member"
    board.function = ""
    clause.chunks.append(role)
    clause.concepts = frozenset({"be", "work"})
