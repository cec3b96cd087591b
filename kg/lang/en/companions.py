"""People who are with each other by what they do: one shows the other round, sees her, gives him a tour.

A deed with a day that takes two who are named is an encounter, though its verb is none of meeting.
"""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.en.open_clauses import Open
from kg.lang.en.phrase import Phrase
from kg.lang.syntax import Clause

_GUIDING = cues("en").words["guiding"]
_AROUND = frozenset({"round", "around", "through", "over"})
_TOURS = cues("en").words["tours"]
_ROOMS = cues("en").words["rooms"]
_INTRODUCING = cues("en").words["introducing"]
_STAFF = cues("en").words["staff-of-a-body"]
_SEEING_TO = cues("en").words["seeing-to"]
_VOTES = cues("en").words["votes"]
_ROWS = cues("en").words["rows"]
_BEING = frozenset({"be", "sit", "stay"})
_INSIDE = frozenset({"in", "at", "on", "around", "round"})
_COMING = cues("en").words["coming-into-a-room"]
_FAR = 12  # tokens between a verb of guiding and the word that says that it is one


def meet_by_doing(phrase: Phrase, item: Open) -> None:
    """X saw Y, showed Y round the museum, gave Y a tour of it on 2 March: the two met."""
    clause, group = item.clause, item.group
    assert clause is not None
    if group is None or clause.lemma not in _GUIDING or clause.negated or clause.passive or not clause.past:
        return
    guides, guests = clause.having("subject", "Person"), clause.having("object", "Person", "Delegation")
    guests += [c for c in clause.having("object", "Pronoun") if c.lemma in ("he", "she", "him", "her")]
    if not guides or not guests or not clause.days or clause.concepts & {"meet", "receive"}:
        return
    tours = [c for c in clause.having("object", "Event") if c.kind_of == "Visit"]
    touring = bool(tours) or _guided(phrase, clause, group.passive)
    if clause.lemma != "see" and not touring:
        return
    if clause.lemma == "see" and any(nested.head in guests for nested in item.nested):
        return  # saw X elected
    clause.say_they_met(guests)
    clause.chunks = [c for c in clause.chunks if c not in tours]
    for whole in clause.having("object", "Organization") + clause.having("owner", "Organization") if touring else []:
        if whole.inside is None and whole.first > clause.predicate[1]:
            whole.function = "at"


def _guided(phrase: Phrase, clause: Clause, passive: bool) -> bool:
    """Tell whether somebody was shown, walked or taken round something, or shown something."""
    behind = range(clause.predicate[1] + 1, min(clause.predicate[1] + _FAR, phrase.size))
    free = [i for i in behind if phrase.taken[i] is None]
    if any(phrase.lowers[i] in _AROUND or phrase.lemmas[i] in _TOURS for i in free):
        return True
    return clause.lemma == "show" and not passive and bool(clause.having("object", "Organization"))


def come_along(clause: Clause) -> None:
    """With her came X, the attaché: who comes with somebody is where they are."""
    if clause.lemma not in _COMING or clause.negated or not clause.past:
        return
    before = [c for c in clause.having("with", "Pronoun", "Person") if c.last < clause.predicate[0]]
    behind = [c for c in clause.having("subject", "Person") if c.first > clause.predicate[1]] if before else []
    if behind and not clause.having("date") and not clause.having("to"):
        clause.concepts = frozenset({"attend"})


def were_in_the_room(phrase: Phrase, clause: Clause) -> None:
    """X and two specialists of Y were also in the room: the phrase of a room stands behind the verb."""
    told = clause.lemma in _BEING and clause.past and not clause.negated and not clause.having("date")
    if not told or not clause.having("subject", "Person", "Organization", "Delegation"):
        return
    if clause.having("object") or clause.having("as"):
        return
    at = clause.predicate[1] + 1
    while phrase.tag(at) == "ADV":
        at += 1
    room = at + 1 + (phrase.tag(at + 1) == "D")
    if phrase.lower(at) in _INSIDE and _is_room(phrase, room):
        clause.concepts = frozenset({"attend"})
        for role in clause.having("subject", "Role"):
            role.function = "" if role.plural and role.kind_of == "staff" else "subject"  # specialists, for themselves


def joined_by_others(clause: Clause, *, turned: bool) -> None:
    """X was joined on the screen by Y and Z: so all of them were there."""
    by_people = turned and clause.lemma == "join" and clause.having("subject", "Person") and not clause.having("to")
    if not by_people or clause.negated or clause.days or any(c.kind == "Event" for c in clause.chunks):
        return
    clause.concepts = frozenset({"attend", "join.in"})
    for person in clause.having("object", "Person"):
        person.function = "subject"


def presented_to_staff(phrase: Phrase, clause: Clause) -> None:
    """Today the akim introduced her to the staff: who is introduced and who does so meet there."""
    new = clause.having("object", "Person") + [c for c in clause.having("object", "Pronoun") if not c.plural]
    if clause.lemma not in _INTRODUCING or clause.negated or not clause.past or not clause.days or not new:
        return
    behind = range(max(clause.predicate[1], new[0].last) + 1, min(new[0].last + _FAR, phrase.size))
    staff = [i for i in behind if phrase.lemma(i) in _STAFF and phrase.tags[i] == "N"]
    if staff and phrase.lower(phrase.phrase_start(staff[0]) - 1) == "to":
        clause.concepts, clause.passive = frozenset({"meet"}), False
        new[0].function = "with"


def sees_to_the_vote(phrase: Phrase, clause: Clause) -> None:
    """X conducted the voting, counted the votes: whoever sees to a vote of those gathered is there."""
    if clause.lemma not in _SEEING_TO or clause.negated or clause.passive or not clause.past:
        return
    at = clause.predicate[1] + 1
    at += phrase.tag(at) in ("D", "O")
    if phrase.lemma(at) in _VOTES and clause.having("subject", "Person") and not clause.having("date"):
        clause.concepts = frozenset({"speak"})
        clause.flags.add("public")


def spoke_in_a_row(phrase: Phrase, clause: Clause) -> None:
    """X was the last to speak, the first to take the floor: X spoke."""
    words = phrase.lowers[clause.predicate[1] + 1 : clause.predicate[1] + 6]
    told = clause.lemma == "be" and clause.past and not clause.negated and words[:1] == ["the"] and "to" in words
    if not told or not _ROWS & set(words[:2]) or not clause.having("subject", "Person"):
        return
    done = words[words.index("to") + 1 :]
    if done[:1] in (["speak"], ["address"], ["report"]) or done[:3] == ["take", "the", "floor"]:
        clause.concepts = frozenset({"speak"})
        clause.flags.add("public")


def in_the_room(phrase: Phrase, clause: Clause, begin: int, end: int) -> bool:
    """Also in the room were X and Y: a phrase of a room before the verb, and who was there behind it."""
    if not clause.past or clause.having("date"):
        return False
    room = next((i for i in range(begin, end) if phrase.tags[i] == "N" and _is_room(phrase, i)), None)
    return room is not None and phrase.lower(phrase.phrase_start(room) - 1) in _INSIDE | {"among"}


def _is_room(phrase: Phrase, at: int) -> bool:
    """Tell whether a noun names where people sit, the panel too unless it is an encounter."""
    taken = phrase.taken[at] if at < phrase.size else None
    return phrase.lemma(at) in _ROOMS and (taken is None or (taken.kind == "Event" and "weak" in taken.flags))
