"""People listed behind a noun for all of them: группа депутатов – A, B и C –; заместители министра A и B."""

from __future__ import annotations

from dataclasses import replace

from kg.lang.ru.functions import CASES_OF
from kg.lang.ru.morphology import inflected
from kg.lang.ru.phrase import Phrase
from kg.lang.ru.settled_names import settle_name
from kg.lang.syntax import Chunk, Sentence

_OPENS = frozenset({"–", "—", "-", ",", ":", "("})
_JOINS = frozenset({",", "и", "а также"})
_FEW = 2


def name_those_meant(phrase: Phrase, sentence: Sentence) -> None:
    """Let people who are listed right behind a plural post or a delegation have that post and play its part."""
    for clause in sentence.clauses:
        for chunk in [c for c in clause.chunks if c.plural or c.kind == "Delegation"]:
            if chunk.kind not in ("Role", "Delegation") or chunk.posts:
                continue
            role = chunk if chunk.kind == "Role" else _role_of(phrase, sentence, chunk)
            edge = max(phrase.ends[chunk], phrase.ends[role] if role is not None else 0)
            people = _listed(phrase, sentence, edge)
            if len(people) < _FEW or (role is None and phrase.lower(edge + 1) not in _OPENS):
                continue
            for person in people:
                if chunk.function in ("subject", "object", "with", "owner", "to", "by"):
                    person.function = chunk.function
                    if not person.posts and (cases := CASES_OF.get(chunk.function)):
                        settle_name(phrase, person, cases, surely=True)
                if role is not None and not person.posts and "of-several" not in role.flags:
                    _give(phrase, person, role)
                if person not in clause.chunks:
                    for other in sentence.clauses:
                        other.chunks = [c for c in other.chunks if c is not person]
                    clause.chunks.append(person)
            clause.chunks.sort(key=lambda c: c.first)
            if chunk.kind == "Role":
                chunk.function = "listed"  # what the noun says is said of each of them


def name_some_of_them(phrase: Phrase, sentence: Sentence) -> None:
    """приняты пять компаний, среди них – A и B: those named behind play the part of the noun for all of them."""
    at = next((i for i, word in enumerate(phrase.lowers[:-1]) if word in _BEGINS and _among(phrase, i)), None)
    if at is None:
        return
    for clause in sentence.clauses:
        plural = [c for c in clause.chunks if c.plural and c.last < at and c.kind in ("Organization", "Role")]
        if not plural or plural[-1].function not in ("subject", "object"):
            continue
        behind = [
            c
            for other in sentence.clauses
            for c in other.chunks
            if c.first > at and c.proper and not c.plural and c.kind in ("Organization", "Person", "Country")
        ]
        if any(phrase.lower(i) == ";" for i in range(at, max((c.first for c in behind), default=at))):
            return
        for chunk in behind:
            if set(phrase.grammar[chunk].cases) & {"Nom", *phrase.grammar[plural[-1]].cases}:
                chunk.function = plural[-1].function
                for other in sentence.clauses:
                    other.chunks = [c for c in other.chunks if c is not chunk]
                clause.chunks.append(chunk)
        if behind and plural[-1].kind == "Organization":
            plural[-1].function = "listed"
        clause.chunks.sort(key=lambda c: c.first)
        return


def name_behind_dash(phrase: Phrase, sentence: Sentence) -> None:
    """Занято ещё одно учреждение – Дом-музей: the name behind a dash is that of the bare noun right before it."""
    for clause in sentence.clauses:
        bare = [c for c in clause.having("subject", "Organization") if not c.proper and not c.plural]
        for chunk in bare:
            dash = phrase.ends[chunk] + 1
            named = phrase.starting(dash + 1) if dash < phrase.size and phrase.tokens[dash].kind == "dash" else None
            if not isinstance(named, Chunk) or named.kind != "Organization" or not named.proper:
                continue
            if chunk.first > clause.predicate[1] and named in clause.chunks and "Nom" in phrase.grammar[named].cases:
                named.function, chunk.function = "subject", "listed"


_AMONG = (
    ("среди", "них"),
    ("среди", "которых"),
    ("в", "том", "числе"),
    ("в", "их", "числе"),
    ("в", "числе", "которых"),
)
_BEGINS = frozenset(words[0] for words in _AMONG)


def _among(phrase: Phrase, at: int) -> bool:
    return any(tuple(phrase.lowers[at : at + len(words)]) == words for words in _AMONG)


def _role_of(phrase: Phrase, sentence: Sentence, delegation: Chunk) -> Chunk | None:
    """группа депутатов: the noun behind a group says what its members are."""
    behind = next((c for c in sentence.chunks if c.first == delegation.last + 1 and c.kind == "Role"), None)
    return behind if behind is not None and behind.plural else None


def _listed(phrase: Phrase, sentence: Sentence, edge: int) -> list[Chunk]:
    """Return the people who follow each other behind a token, with nothing but a mark before the first."""
    at = edge + 1
    if phrase.lower(at) in _OPENS:
        at += 1
    found: list[Chunk] = []
    begins = {phrase.begin_of(c): c for c in sentence.chunks if c.kind == "Person" and c.inside is None and c.proper}
    while (person := begins.get(at)) is not None and "pronoun" not in person.names:
        found.append(person)
        at = max([phrase.ends[person], *(phrase.ends[post] for post in person.posts)]) + 1
        if phrase.lower(at) == "(" and at in phrase.pairs:
            at = phrase.pairs[at] + 1
        if phrase.lower(at) == "," and phrase.lower(at + 1) == "а" and phrase.lower(at + 2) == "также":
            at += 3
        elif phrase.lower(at) in _JOINS:
            at += 1
        else:
            break
    return found


def _give(phrase: Phrase, person: Chunk, role: Chunk) -> None:
    """Give a person the post that a plural noun says all of them have."""
    words = role.label.split(" ")
    head = inflected(words[0].lower(), role.lemma, "NOUN", "Nom", "Sing") if len(words) == 1 else role.label
    own = replace(role, plural=False, label=head[:1].upper() + head[1:], inside=person, posts=[], flags=set(role.flags))
    phrase.grammar[own], phrase.ends[own] = phrase.grammar[role], phrase.ends[role]
    person.posts.append(own)
