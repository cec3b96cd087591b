"""Boards of a body that are named in small letters by what they are: the Fund's audit commission.

Such a board is a body of its own, called after whose it is; what only tells a post (chairman of the board of X) is not.
"""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.en.body_parts import own, possessor, take_with_whole
from kg.lang.en.capitals import follow
from kg.lang.en.phrase import Phrase

_SITTING = cues("en").words["sitting-parts"]
_OF_PEOPLE = cues("en").words["board-members"]
_INTO = frozenset({"of", "on", "to", "from", "as", "into"})


def take_named_part(phrase: Phrase, at: int, lemma: str) -> bool:
    """Take a board in small letters whose owner stands right before it or behind of; tell whether it was one."""
    if lemma not in _SITTING or phrase.lowers[at] != lemma:
        return False
    begin = at
    while begin > 0 and phrase.taken[begin - 1] is None and phrase.tags[begin - 1] in ("J", "N", "G"):
        begin -= 1
    last = at
    if phrase.lower(at + 1) == "of" and phrase.lower(at + 2) in _OF_PEOPLE and phrase.taken[at + 2] is None:
        last = at + 2  # the Fund's board of trustees
    if phrase.tag(last + 1) == "N" and phrase.taken[last + 1] is None:
        return False
    before = possessor(phrase, begin)
    if before is not None:
        outside = phrase.phrase_start(before.first) - 1
        return _acts(phrase, outside) and _owned(phrase, begin, last, lemma)
    return _acts(phrase, phrase.phrase_start(begin) - 1) and _of_another(phrase, begin, at, last, lemma)


def _acts(phrase: Phrase, outside: int) -> bool:
    """Tell whether a board stands where it does something or something is done by it, not where someone sits on it."""
    return outside < 0 or (phrase.lower(outside) not in _INTO and phrase.tags[outside] not in ("V", "X", "B", "G"))


def _owned(phrase: Phrase, begin: int, last: int, lemma: str) -> bool:
    before = possessor(phrase, begin)
    if before is None or before.kind != "Organization" or before.inside is not None:
        return False
    label = phrase.words(begin, last)
    chunk = phrase.chunk("Organization", begin, last, label=label[:1].upper() + label[1:], lemma=lemma, rule="")
    chunk.proper, chunk.kind_of = False, "board"
    phrase.take(chunk)
    own(phrase, chunk, before)
    return True


def _of_another(phrase: Phrase, begin: int, at: int, last: int, lemma: str) -> bool:
    chain = follow(phrase, last, lemma)
    if not chain.segments or chain.segments[0].word != "of" or chain.last <= last:
        return False
    whole = chain.segments[0]
    named = whole.entry is None and (whole.head in phrase.cues.organizations or whole.head.isupper())
    if not named and not (whole.entry is not None and whole.entry.kind == "Organization"):
        return False
    take_with_whole(phrase, begin, at, chain, lemma, rule="organization.named-part").kind_of = "board"
    return True
