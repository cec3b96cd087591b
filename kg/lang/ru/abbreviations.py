"""Bodies that an abbreviation names: ООН, НБРК; КСК «Самал-9»."""

from __future__ import annotations

import re

from kg.lang.ru.demonyms import demonym_chunk
from kg.lang.ru.phrase import Grammar, Group, Phrase
from kg.lang.ru.places import region_behind

_ROMAN = re.compile(r"[IVXL]{1,7}$")


def find_abbreviation(phrase: Phrase, group: Group) -> bool:
    """Take the body that an abbreviation names, with the owner behind it."""
    at = group.head
    name = group.lemma
    if name in phrase.cues.not_organizations or len(name) < 2 or name.upper() in phrase.cues.not_organizations:
        return False
    if at > 1 and phrase.lower(at - 1) == "и" and _of_two(phrase, at - 2) == at:
        return True  # taken with the first of them
    last = _of_two(phrase, at)
    name = phrase.words(at, last) if last > at else name
    entry = phrase.known_as(name, "Organization")
    if entry is None and (phrase.known_as(name, "Country") or _ROMAN.match(name)):
        return False  # XIII заседание
    if entry is None and _named_behind(phrase, group, name):
        return True
    chunk = phrase.chunk("Organization", at, last, label=name, lemma=name, rule="organization.acronym")
    chunk.acronym = name
    chunk.known = entry.id if entry else None
    chunk.confidence = 0.9 if entry or name in phrase.known.acronyms else 0.6
    if entry is None and name not in phrase.known.acronyms:
        chunk.flags.add("unexplained")
    following = last + 1
    if phrase.lower(following) in ("/", "-") and following + 1 < phrase.size:
        following += 1
    nxt = phrase.taken[following] if following < phrase.size else None
    end = last
    if (
        nxt is not None
        and nxt.first == following
        and nxt.kind in ("Country", "Organization")
        and nxt.proper
        and "Gen" in phrase.grammar[nxt].cases
    ) and not (nxt.kind == "Organization" and nxt.label != nxt.acronym and phrase.tokens[following].kind != "word"):
        chunk.owner = nxt
        end = phrase.ends[nxt]
    if chunk.owner is None and group.first < group.head and (entry is None or entry.state):
        chunk.owner = demonym_chunk(phrase, group, at)
    elif chunk.owner is None and entry is not None and entry.state and phrase.lower(following - 1) == name.lower():
        chunk.owner = region_behind(phrase, following)
        end = end if chunk.owner is None else following
    if entry is not None and entry.state and chunk.owner is not None and chunk.owner.known != entry.state.lower():
        chunk.known = None  # глава японского МИД, МВД Карелии
    phrase.take(chunk, Grammar(group.cases, group.certain_number, group.gender, group.animate, group.first), end)
    return True


def _of_two(phrase: Phrase, at: int) -> int:
    """МФОКК и КП: return where an abbreviation ends that is made of two, where one is known."""
    two = phrase.lower(at + 1) == "и" and at + 2 < phrase.size and phrase.tokens[at + 2].acronym
    if not two or not phrase.free(at, at + 2):
        return at
    name = phrase.words(at, at + 2)
    return at + 2 if name in phrase.known.acronyms or phrase.known_as(name, "Organization") is not None else at


def _named_behind(phrase: Phrase, group: Group, letters: str) -> bool:
    """КСК «Самал-9», ДК «Горняк»: letters before a name in quotes say what kind of body it is of."""
    start = group.head + 1
    close = phrase.pairs.get(start)
    if close is None or phrase.tokens[start].kind != "quote" or not 1 < close - start < 10:
        return False
    if not phrase.tokens[start + 1].text[:1].isupper() or len(letters) > 5 or letters in phrase.known.acronyms:
        return False
    name = phrase.words(start + 1, close - 1)
    for old in {id(c): c for c in phrase.taken[start : close + 1] if c is not None}.values():
        phrase.drop(old)
    chunk = phrase.chunk(
        "Organization", group.head, close, label=f"{letters} {phrase.words(start, close)}", lemma=letters,
        rule="organization.quoted",
    )  # fmt: skip
    chunk.names, chunk.confidence = [name], 0.8
    phrase.known.learn_quoted(name, "Organization")
    phrase.take(chunk, Grammar(group.cases, group.certain_number, group.gender, group.animate, group.first))
    return True
