"""Posts of one kind that several people hold, one each: президенты Чили и Перу X и Y, главы «Совы» и «Лиса» X и Y."""

from __future__ import annotations

from dataclasses import replace

from kg.lang.ru.phrase import Group, Phrase
from kg.lang.ru.role_bodies import capital_body, of_quote
from kg.lang.ru.settled_names import settle_name
from kg.lang.syntax import Chunk

_OWNERS = ("Country", "Place", "Organization")
_JOINTS = (",", "и")
_BEFORE_NAMES = (",", "–", "—", "(", ":")


def give_each_a_post(phrase: Phrase) -> None:
    """Give each of several people the post at one of as many bodies, in the order in which both are told."""
    for role in [c for c in phrase.chunks if c.kind == "Role" and c.inside is None]:
        if phrase.grammar[role].number == "Sing" or "of-thing" in role.flags:
            continue
        owners = _owners(phrase, role)
        people = _people(phrase, _end(phrase, owners[-1]) + 1) if len(owners) > 1 else []
        if len(owners) < 2 and role.plural:
            _read_alike(phrase, role)
        if len(people) != len(owners) or not _in_one_case(phrase, role, people):
            continue
        for number, (owner, person) in enumerate(zip(owners, people, strict=True)):
            post = role if number == 0 else replace(role, posts=[], flags=set(role.flags))
            if number:
                phrase.chunks.append(post)
                phrase.grammar[post] = replace(phrase.grammar[role], begin=person.first)
            post.plural = False
            _set_owner(phrase, post, owner)
            if post.owner is not None:
                post.inside, post.owner.inside, post.owner.function = person, post, "owner"
                person.posts.append(post)
            phrase.ends[post] = person.first - 1


def _read_alike(phrase: Phrase, role: Chunk) -> None:
    """члены комиссии Сабила Лунина и Асылбек Жолов: names of a list behind a post of many share its case."""
    people = _people(phrase, phrase.ends[role] + 1)
    if len(people) > 1:
        _in_one_case(phrase, role, people)


_Owner = Chunk | Group | int


def _set_owner(phrase: Phrase, post: Chunk, owner: _Owner) -> None:
    if isinstance(owner, Chunk):
        post.owner = owner
    elif isinstance(owner, Group):
        capital_body(phrase, post, owner)
    else:
        of_quote(phrase, post, owner)


def _owners(phrase: Phrase, role: Chunk) -> list[_Owner]:
    """Return the bodies or states, each in the genitive, that stand behind a post; the last is joined by and.

    They are chunks, words with a capital that none is made of yet, or where a name in quotes begins.
    """
    first = _owner_at(phrase, role.last + 1) if role.owner is None else role.owner
    found: list[_Owner] = [] if first is None else [first]
    joint = ","
    while found and joint != "и":
        at = _end(phrase, found[-1]) + 1
        joint = phrase.lower(at)
        following = _owner_at(phrase, at + 1) if joint in _JOINTS else None
        if following is None:
            return found[:1]
        found.append(following)
    return found


def _owner_at(phrase: Phrase, at: int) -> _Owner | None:
    thing = phrase.starting(at)
    if isinstance(thing, Chunk):
        own = thing.kind in _OWNERS and thing.proper and "Gen" in phrase.cases_of(thing)
        return thing if own else None
    if isinstance(thing, Group):
        capital = thing.kind == "noun" and phrase.tokens[thing.first].capital and not thing.animate
        return thing if capital and "Gen" in thing.cases else None
    quoted = at < phrase.size and phrase.tokens[at].kind == "quote" and at in phrase.pairs and phrase.taken[at] is None
    return at if quoted else None


def _end(phrase: Phrase, owner: _Owner) -> int:
    if isinstance(owner, Chunk):
        return phrase.ends[owner]
    return owner.last if isinstance(owner, Group) else phrase.pairs[owner]


def _people(phrase: Phrase, at: int) -> list[Chunk]:
    """Return the people of a list that begins at a token, or behind a mark there."""
    at += phrase.lower(at) in _BEFORE_NAMES
    found: list[Chunk] = []
    while isinstance(person := phrase.starting(at), Chunk) and person.kind == "Person" and not person.posts:
        if person.first != at:
            return []
        found.append(person)
        at = phrase.ends[person] + 1
        if phrase.lower(at) not in _JOINTS:
            break
        if phrase.lower(at) == "," and not _goes_on(phrase, at + 1):
            break
        at += 1
    return found


def _goes_on(phrase: Phrase, at: int) -> bool:
    behind = phrase.starting(at)
    return isinstance(behind, Chunk) and behind.kind == "Person" and behind.first == at


def _in_one_case(phrase: Phrase, role: Chunk, people: list[Chunk]) -> bool:
    """Tell whether the names may stand in the case of the post; they are read in it."""
    cases = tuple(c for c in phrase.grammar[role].cases if all(c in phrase.grammar[p].cases for p in people))
    return bool(cases) and all(settle_name(phrase, person, cases) for person in people)
