"""Two people who meet by a phrase of several words: X paid Y a visit, went to see Y, had coffee with Y.

What is told is given the concept of meeting, whoever is met the part of the one who is met with.
"""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.en.open_clauses import Open
from kg.lang.en.phrase import Phrase
from kg.lang.syntax import Chunk, Clause

_WORDS = cues("en").words
_MEALS = _WORDS["meals"]
_GIFTS = _WORDS["handed-over"]
_FROM_AFAR = _WORDS["letters"] | _WORDS["sent-from-afar"]
_SEEING = _WORDS["seeing-someone"]
_GOING = _WORDS["going-to-see"]
_PAYING = _WORDS["paid-to-someone"]
_AUDIENCES = frozenset({"audience", "interview", "hearing"})
_LEAVE = frozenset({"leave"})
_CALLS = frozenset({"call"})
_FAREWELLS = frozenset({"farewell", "goodbye", "welcome"})
_GETTING = _WORDS["getting"]
_PRIVATE = frozenset({"Gathering", "Negotiations", "Call", "Reception"})
_TELLING = _WORDS["telling-someone"]
_NEAR = 5  # tokens from a verb to the noun of its phrase
_JUST_AFTER = frozenset({"after", "following"})
_PEOPLE = ("Person", "Role")


def called_on(phrase: Phrase, item: Open) -> None:
    """Let such a clause with a day say that the two met."""
    clause, group = item.clause, item.group
    assert clause is not None
    if group is None or clause.negated or not clause.past or item.form not in ("finite", "relative"):
        return
    if clause.lemma not in _BY_VERB or not clause.days or not _who(clause):
        return
    met = _BY_VERB[clause.lemma](phrase, item, clause)
    if not met:
        return
    clause.say_they_met(met)
    clause.chunks = [c for c in clause.chunks if c.kind != "Event"]


def _who(clause: Clause) -> bool:
    return any(c.lemma != "it" for c in clause.having("subject", "Person", "Pronoun", "Delegation"))


def _behind(phrase: Phrase, clause: Clause, nouns: frozenset[str]) -> bool:
    """Tell whether one of some nouns stands near behind the verb of a clause."""
    end = min(clause.predicate[1] + 1 + _NEAR, phrase.size)
    taken = max([end, *(c.last + 1 + _NEAR for c in clause.having("object", *_PEOPLE) if c.first <= end)])
    return any(phrase.lemmas[i] in nouns for i in range(clause.predicate[1] + 1, min(taken, phrase.size)))


def _had_with(phrase: Phrase, item: Open, clause: Clause) -> list[Chunk]:
    """X had coffee with Y."""
    return clause.having("with", "Person") if _behind(phrase, clause, _MEALS) else []


def _paid(phrase: Phrase, item: Open, clause: Clause) -> list[Chunk]:
    """X paid Y a visit, paid a visit to Y, a call on Y, his respects to Y."""
    events = {c.lemma.split(" ")[-1] for c in clause.chunks if c.kind == "Event"}
    told = _behind(phrase, clause, _PAYING) or bool(events & _PAYING)
    met = clause.having("object", *_PEOPLE) + clause.having("to", *_PEOPLE) + clause.having("about", *_PEOPLE)
    return met if told else []


def _gave(phrase: Phrase, item: Open, clause: Clause) -> list[Chunk]:
    """X gave Y an audience, granted an audience to Y."""
    told = _behind(phrase, clause, _AUDIENCES)
    return clause.having("object", "Person") + clause.having("to", "Person") if told else []


def _played_host(phrase: Phrase, item: Open, clause: Clause) -> list[Chunk]:
    return clause.having("to", "Person") if phrase.lower(clause.predicate[1] + 1) == "host" else []


def _took(phrase: Phrase, item: Open, clause: Clause) -> list[Chunk]:
    """X took leave of Y, took a call from Y, took the keys from Y, tea with Y."""
    if _behind(phrase, clause, _LEAVE):
        return clause.having("owner", "Person")
    if _behind(phrase, clause, _CALLS):
        clause.flags.add("remote")
        return clause.having("from", "Person")
    return _had_with(phrase, item, clause) or _got(phrase, item, clause)


def _bade(phrase: Phrase, item: Open, clause: Clause) -> list[Chunk]:
    """X bade farewell to Y, said goodbye to Y."""
    told = _behind(phrase, clause, _FAREWELLS)
    return clause.having("to", "Person") + clause.having("object", "Person") if told else []


def _got(phrase: Phrase, item: Open, clause: Clause) -> list[Chunk]:
    """X received the keys from Y, from the hands of Y; not by post, nor a letter about them."""
    if by_hand := [c for c in clause.having("owner", "Person") if _from_the_hands(phrase, c)]:
        return by_hand
    sent = not _FROM_AFAR.isdisjoint(phrase.lemmas[clause.predicate[1] + 1 : clause.last + 1])
    return clause.having("from", "Person") if _behind(phrase, clause, _GIFTS) and not sent else []


def _from_the_hands(phrase: Phrase, person: Chunk) -> bool:
    first = phrase.phrase_start(min([person.first, *(post.first for post in person.posts)]))
    return phrase.lowers[max(0, first - 3) : first] == ["the", "hands", "of"]


def _presented(phrase: Phrase, item: Open, clause: Clause) -> list[Chunk]:
    """X presented Y with a medal."""
    people = clause.having("object", "Person")
    return people if people and phrase.lower(people[0].last + 1) == "with" else []


def _looked_in(phrase: Phrase, item: Open, clause: Clause) -> list[Chunk]:
    """X looked in on Y, dropped by to see Y, ran into Y."""
    after = phrase.lower(clause.predicate[1] + 1)
    if clause.lemma in ("run", "bump"):
        return clause.having("to", "Person") if after == "into" else []
    return clause.having("about", *_PEOPLE) if after == "in" else []


def _spoke_to(phrase: Phrase, item: Open, clause: Clause) -> list[Chunk]:
    return clause.having("to", "Person") if not any(c.kind == "Event" for c in clause.chunks) else []


def _told_there(phrase: Phrase, item: Open, clause: Clause) -> list[Chunk]:
    """During a meeting on 3 March X asked Y for time: the two were at it."""
    at = [c for c in clause.chunks if c.kind == "Event" and c.function in ("at", "during")]
    alone = len(at) == 1 and "new" in at[0].flags and not at[0].possessed and at[0].kind_of in _PRIVATE
    return clause.having("object", "Person") if alone else []


def _went_to_see(phrase: Phrase, item: Open, clause: Clause) -> list[Chunk]:
    """X went to see Y, had been to see Y: it is told as done."""
    assert item.group is not None
    for nested in item.nested:
        inner = nested.clause
        close = nested.marker == "to" and nested.begin == item.group.last + 1
        if inner is not None and close and inner.lemma in _SEEING:
            met = inner.having("object", *_PEOPLE) + inner.having("with", *_PEOPLE)
            clause.chunks += [c for c in inner.chunks if c not in clause.chunks]
            inner.concepts, inner.chunks = frozenset(), []
            return met
    return []


_BY_VERB = {
    "have": _had_with, "share": _had_with, "eat": _had_with, "drink": _had_with, "pay": _paid, "give": _gave,
    "grant": _gave, "play": _played_host, "take": _took, "bid": _bade, "say": _bade, "present": _presented,
    "look": _looked_in, "drop": _looked_in, "pop": _looked_in, "stop": _looked_in, "run": _looked_in,
    "bump": _looked_in, "speak": _spoke_to, "talk": _spoke_to,
} | dict.fromkeys(_GETTING - {"take"}, _got) | dict.fromkeys(_TELLING, _told_there)  # fmt: skip


def went_to_see(phrase: Phrase, item: Open) -> None:
    """Let a clause of going to see someone on a day, told in the infinitive behind it, say that the two met."""
    clause, group = item.clause, item.group
    if clause is None or group is None or clause.lemma not in _GOING or clause.negated or item.form != "finite":
        return
    if not (clause.past or group.perfect) or not _who(clause):
        return
    inner = [nested.clause for nested in item.nested if nested.clause is not None and nested.marker == "to"]
    if not clause.days and not any(one.days for one in inner):
        return
    if met := _went_to_see(phrase, item, clause):
        clause.say_they_met(met)


def held_before(phrase: Phrase, found: list[Open]) -> list[Clause]:
    """Return a clause for each encounter behind after: after a meeting with Y on 3 March, X flew home."""
    if phrase.present.isdisjoint(_JUST_AFTER):
        return []
    made = []
    for item in found:
        clause = item.clause
        if (
            clause is None
            or item.form != "finite"
            or clause.negated
            or not clause.past
            or clause.modality != "asserted"
        ):
            continue
        held = next((c for c in clause.chunks if c.kind == "Event" and c.function == "around"), None)
        subjects = clause.having("subject", "Person")
        if held is None or len(subjects) != 1 or held.plural or not _just_after(phrase, held):
            continue
        days = clause.days
        met = [c for c in clause.having("with", "Person") if c.first - held.last > 0 and _of_it(clause, held, c)]
        if days and met and "meet" not in clause.concepts:
            where = [c for c in clause.having("at") if held.last < c.first < met[0].first]
            chunks = [subjects[0].again("subject"), *(c.again("with") for c in met), days[0].again("date")]
            chunks += [c.again("at") for c in where]
            chunks += [held.again("about")] if held.kind_of == "Negotiations" else []
            at = held.first
            made.append(Clause(at, at, (at, at), frozenset({"meet"}), "meet", "finite", chunks, past=True))
    return made


def _just_after(phrase: Phrase, held: Chunk) -> bool:
    before = {phrase.lower(phrase.phrase_start(held.first) - 1), phrase.lower(held.first - 1)}
    return not _JUST_AFTER.isdisjoint(before)


def _of_it(clause: Clause, held: Chunk, person: Chunk) -> bool:
    """Tell whether nothing but days and places stands between an encounter and the one it was with."""
    between = [c for c in clause.chunks if held.last < c.first < person.first and c.inside is None]
    return all(c.kind in ("Date", "Place") or c.function == "at" or c in person.posts for c in between)
