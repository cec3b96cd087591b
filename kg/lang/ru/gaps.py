"""What a Russian clause without a verb takes from the one before it: …, а Y — с 2014 года; …, вице-президентом — Y."""

from __future__ import annotations

import itertools
from dataclasses import replace

from kg.lang.ru.phrase import Phrase
from kg.lang.syntax import Chunk, Clause

_ACTORS = ("Person", "Organization", "Country", "Place")
_COMES = frozenset({"attend", "speak", "chair"})
_POSTS = frozenset({"appoint", "become", "work"})


def fill_gaps(phrase: Phrase, clauses: list[Clause]) -> None:
    """Give a clause that leaves its verb out the verb of the clause before, and what both of them share."""
    nominal = [c for c in clauses if c.form == "nominal" and not c.negated and c.modality == "asserted"]
    for before, clause in itertools.permutations(nominal, 2):
        if clause.chunks and (since := _since_in_brackets(phrase, before, clause.chunks)) is not None:
            since.function = "date"  # X – член союза (с 2018 года)
            before.chunks, clause.chunks = [*before.chunks, since], []
    for before, clause in itertools.pairwise(clauses):
        if clause.form != "nominal" or before.negated or before.modality != "asserted" or not clause.chunks:
            continue
        own = [c for c in clause.chunks if c.kind != "Number"]
        if before.form != "finite" or clause.chunks[0].first < before.predicate[1]:
            continue
        if (since := _since_in_brackets(phrase, before, own)) is not None:
            since.function = "date"
            before.chunks, clause.chunks = [*before.chunks, since], []
            continue
        if _of_another_day(phrase, own):
            days = {c.kind for c in own}
            shared = [c for c in before.chunks if c.kind not in days and c.function not in ("subject", "apart")]
            _take_over(before, clause, _again(phrase, shared))
        elif "meet" in before.concepts and _with_another(phrase, before, own):
            at = [c for c in before.having("at", "Place", "Organization") if not any(o.kind == "Place" for o in own)]
            when = before.having("date") if not any(c.kind == "Date" for c in own) else []
            _take_over(before, clause, _again(phrase, [*before.subjects, *at, *when]))
        elif before.concepts & _COMES and _another_actor(phrase, own):
            shared = [c for c in before.chunks if c.kind == "Event" and c.function == "to"]
            _take_over(before, clause, _again(phrase, shared))
        elif before.concepts & _POSTS and (second := _second_whole(phrase, before, own)) is not None:
            clause.chunks = [*(c for c in own if c.kind == "Date"), second]
            _take_over(before, clause, [])
        elif before.concepts & _POSTS and (
            _second_post(phrase, before, own) or _other_members(phrase, before, own)
        ):  # являться is among the verbs of having a post
            _take_over(before, clause, [])


def _with_another(phrase: Phrase, before: Clause, own: list[Chunk]) -> bool:
    """1 марта X встретился с Y, а днём позже – с Z: a dash in the verb's place, behind it whom else he met."""
    whom = [c for c in own if c.kind == "Person" and c.function == "with"]
    others = [c for c in own if c not in whom and c.kind not in ("Date", "Place", "Country")]
    if not whom or others or before.passive or not before.subjects:
        return False
    at = phrase.preposition(phrase.begin_of(whom[0]))[1] - 1
    return at > 0 and phrase.tokens[at].kind == "dash" and phrase.taken[at] is None


def _since_in_brackets(phrase: Phrase, before: Clause, own: list[Chunk]) -> Chunk | None:
    """является членом союза (с 2012 года) и участником проекта: the day is that of the one membership before it."""
    if len(own) != 1 or own[0].kind != "Date" or own[0].kind_of != "since":
        return None
    opening = phrase.preposition(own[0].first)[1] - 1
    roles = [c for c in before.having("as", "Role") if c.kind_of == "membership" and c.owner is not None]
    wholes = [c.owner for c in roles if c.owner is not None] or before.having("to", "Organization")
    beside = len(wholes) == 1 and phrase.ends[wholes[0]] == opening - 1 and phrase.lower(opening) == "("
    return own[0] if beside else None


def _of_another_day(phrase: Phrase, own: list[Chunk]) -> bool:
    """Tell whether a clause names one actor and, behind a dash, a day."""
    if (
        len(own) != 2
        or own[0].kind not in _ACTORS
        or own[1].kind != "Date"
        or "Nom" not in phrase.grammar[own[0]].cases
    ):
        return False
    own[0].function = "subject"
    return any(phrase.tokens[i].kind == "dash" for i in range(own[0].last + 1, own[1].first))


def _another_actor(phrase: Phrase, own: list[Chunk]) -> bool:
    """…, а по видеосвязи — глава фонда X: a dash in the verb's place, behind it someone in the nominative."""
    people = [c for c in own if c.kind == "Person"]
    if not people or own[-1] is not people[-1] or any("Nom" not in phrase.grammar[c].cases for c in people):
        return False
    for person in people:
        before = phrase.begin_of(person) - 1
        if before < 1 or phrase.tokens[before].kind != "dash" or phrase.taken[before] is not None:
            return False
    for person in people:
        person.function = "subject"
    return True


def _second_post(phrase: Phrase, before: Clause, own: list[Chunk]) -> bool:
    """Tell whether a clause names a post and, behind a dash, who gets it; the body is that of the first post."""
    posts = [c for c in before.having("as", "Role") if not c.plural]
    if len(own) != 2 or own[0].kind != "Role" or own[0].plural or own[1].kind != "Person" or len(posts) != 1:
        return False
    if "Ins" not in phrase.grammar[own[0]].cases:
        return False
    given = "object" if before.having("object", "Person") and not before.passive else "subject"  # избрали X, … – Y
    if given == "object" and "Acc" not in phrase.grammar[own[1]].cases:
        return False
    own[0].function, own[1].function = "as", given
    if not _rather_elsewhere(phrase, before, own[0], posts[0].owner):
        own[0].owner = own[0].owner or posts[0].owner
    return True


def _rather_elsewhere(phrase: Phrase, before: Clause, role: Chunk, owner: Chunk | None) -> bool:
    """Съезд союза утвердил редактором журнала X, казначеем – Y: a magazine has none, and the union has."""
    of_post = phrase.cues.bodies_of_post
    fitting = of_post.get(role.label.casefold()) or of_post.get(role.lemma) or set()
    if owner is None or not fitting or owner.lemma in fitting:
        return False
    elects = phrase.cues.words["elects-its-own"]
    chosen = any(c.lemma in elects for c in before.having("subject", "Event") + before.having("at", "Event"))
    return chosen or any(
        c.kind == "Organization" and c.proper and c.lemma in fitting for c in phrase.chunks if c is not owner
    )


def _second_whole(phrase: Phrase, before: Clause, own: list[Chunk]) -> Chunk | None:
    """является членом союза, а с 1993 года – и Федерации: return the membership of the second body."""
    roles = [c for c in before.having("as", "Role") if c.kind_of == "membership" and c.owner is not None]
    bodies = [c for c in own if c.kind == "Organization"]
    if len(roles) != 1 or len(bodies) != 1 or any(c.kind not in ("Date", "Organization") for c in own):
        return None
    dash = phrase.begin_of(bodies[0]) - 1
    dash -= phrase.lower(dash) == "и"
    if dash < 1 or phrase.tokens[dash].kind != "dash" or "Gen" not in phrase.grammar[bodies[0]].cases:
        return None
    again = replace(roles[0].again("as"), owner=bodies[0], copy_of=roles[0])
    phrase.grammar[again], phrase.ends[again] = phrase.grammar[roles[0]], phrase.ends[bodies[0]]
    bodies[0].inside, bodies[0].function = again, "owner"
    for date in (c for c in own if c.kind == "Date"):
        date.kind_of = "since" if phrase.preposition(date.first)[0] in ("с", "со") else date.kind_of
    return again


def _other_members(phrase: Phrase, before: Clause, own: list[Chunk]) -> bool:
    """Наблюдателями союза являются A и B, членами – C и D: the body is that of which the others are something else."""
    if len(own) < 2 or own[0].kind != "Role" or own[0].kind_of != "membership" or own[0].owner is not None:
        return False
    others = own[1:]
    named = all(c.kind in _ACTORS[1:] and "Nom" in phrase.grammar[c].cases for c in others)
    wholes = [c.owner for c in before.having("as", "Role") if c.owner is not None]
    wholes += [c for c in before.chunks if c.kind == "Organization" and c.function in ("at", "to")]
    if not named or len(wholes) != 1 or "Ins" not in phrase.grammar[own[0]].cases:
        return False
    own[0].function, own[0].owner = "as", wholes[0]
    for chunk in others:
        chunk.function = "subject"
    return True


def _again(phrase: Phrase, shared: list[Chunk]) -> list[Chunk]:
    copies = []
    for chunk in shared:
        copy = chunk.again(chunk.function)
        phrase.grammar[copy], phrase.ends[copy] = phrase.grammar[chunk], phrase.ends[chunk]
        copies.append(copy)
    return copies


def _take_over(before: Clause, clause: Clause, shared: list[Chunk]) -> None:
    clause.form, clause.lemma, clause.concepts = before.form, before.lemma, before.concepts
    clause.passive, clause.past, clause.future = before.passive, before.past, before.future
    clause.flags |= before.flags
    clause.said_by = before.said_by
    clause.chunks = [*clause.chunks, *shared]
