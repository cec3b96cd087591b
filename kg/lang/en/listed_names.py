"""Names in a list that a noun announces: four organisations: X, the Y and Z; seven firms, among them X and Y.

What the noun says holds for each of the names, whatever they look like.
"""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.en.capitals import run_end
from kg.lang.en.morphology import is_plural
from kg.lang.en.phrase import Phrase
from kg.lang.person_names import SURNAME

_KINDS = cues("en").words["listed"]
_OPENERS = (("among", "them"), ("including",), ("namely",), ("such", "as"), ("such", "bodies", "as"))
_OF_THESE = frozenset({"them", "these", "those", "which"})
_SOME = frozenset({"some", "several", "many", "most", "both"})
_LONGEST = 4
_MOST = 12


def find_listed_names(phrase: Phrase) -> None:
    """Take each name in a list behind a plural noun for bodies."""
    counted, phrase.known.counted = phrase.known.counted, False
    if counted and not phrase.title:
        _of_those_counted(phrase)
    if phrase.title or phrase.present.isdisjoint(_KINDS):
        return
    for at, lemma in enumerate(phrase.lemmas):
        if lemma in _KINDS and phrase.tags[at] == "N" and is_plural(phrase.lowers[at]):
            phrase.known.counted |= phrase.tag(at - 1) == "NUM" or phrase.tag(at - 2) == "NUM"
            begin = _begin(phrase, at + 1)
            names = _names(phrase, begin) if begin else []
            if len(names) > 1:
                for first, last in names:
                    _take(phrase, first, last)


def _of_those_counted(phrase: Phrase) -> None:
    """The Union unites 54 farms. Two of them, X and Y, have joined: what is named are farms."""
    for at in range(1, phrase.size - 2):
        told = phrase.lowers[at] == "of" and phrase.lowers[at + 1] in _OF_THESE and phrase.tokens[at + 2].text == ","
        if told and (phrase.tags[at - 1] == "NUM" or phrase.lowers[at - 1] in _SOME):
            names = _names(phrase, at + 3)
            if names and _no_people(phrase, at + 3, names[-1][1] + 1):
                for first, last in names:
                    _take(phrase, first, last)


def _begin(phrase: Phrase, at: int) -> int:
    """Return where the list behind a noun begins, 0 if none does: a colon, a comma, including."""
    if phrase.tag(at - 2) == "D" and phrase.name(at):
        return at if _no_people(phrase, at, min(at + 7, phrase.size)) else 0  # the clubs Neptun and Blue Wave
    for i in range(at, min(at + 7, phrase.size)):
        mark = phrase.lower(i)
        if mark == ":":
            return i + 1
        if mark in (",", "(", "–", "—") or mark in ("including", "namely", "such"):
            after = i if mark.isalpha() else i + 1
            for opener in _OPENERS:
                if tuple(phrase.lowers[after : after + len(opener)]) == opener:
                    return after + len(opener)
            if (i == at and phrase.lower(after) in ("the",)) or (i == at and phrase.name(after)):
                return after
        if phrase.tags[i] in ("V", "A") and i - at < 3:
            return _behind_the_verb(phrase, at, i)
        if phrase.tags[i] in ("V", "M", "A", "PUNCT", "W", "S"):
            return 0
    return 0


def _behind_the_verb(phrase: Phrase, noun: int, verb: int) -> int:
    """Two companies were taken into the Association: X and Y; return where the names begin that are counted before."""
    counted = phrase.tag(phrase.phrase_start(noun - 1)) == "NUM" or phrase.tag(noun - 2) == "NUM"
    colon = next((i for i in range(verb, phrase.size) if phrase.lower(i) == ":"), 0)
    between = set(phrase.lowers[verb:colon])
    if not counted or not colon or between & {"by", "represented", "said", "told"}:
        return 0
    return colon + 1 if _no_people(phrase, colon + 1, phrase.size) else 0


def _no_people(phrase: Phrase, begin: int, end: int) -> bool:
    words = [phrase.bare(i) for i in range(begin, end) if phrase.name(i)]
    return not any(word in phrase.known.names or SURNAME.search(word) for word in words)


def _names(phrase: Phrase, at: int) -> list[tuple[int, int]]:
    """Return (first, last) of each name of a list; an empty list where something else stands among them."""
    found: list[tuple[int, int]] = []
    while len(found) < _MOST and at < phrase.size:
        at += phrase.lower(at) in ("the", "and")
        at += phrase.lower(at) == "the"
        if not phrase.name(at):
            return []
        chunk = phrase.taken[at]
        if chunk is not None and chunk.kind not in ("Organization", "Name"):
            return []
        last = chunk.top().last if chunk is not None else run_end(phrase, at)
        while chunk is None and phrase.lower(last + 1) in ("of", "for", "&") and phrase.name(last + 2):
            last = run_end(phrase, last + 2)
        if last - at > _LONGEST + 3:
            return []
        found.append((at, last))
        mark = phrase.lower(last + 1)
        ends = phrase.lower(at - 1) == "and" or phrase.lower(at - 2) == "and"
        if mark not in (",", "and", ";") or (ends and mark == ","):
            return found if ends and (len(found) > 1) else []
        at = last + 2
    return []


def _take(phrase: Phrase, first: int, last: int) -> None:
    if not phrase.free(first, last):
        return
    label = phrase.words(first, last)
    body = phrase.chunk("Organization", first, last, label=label, lemma=phrase.lemma(last), rule="organization.listed")
    body.core, body.confidence = label, 0.8
    phrase.known.brands.add(label)
    phrase.take(body)
