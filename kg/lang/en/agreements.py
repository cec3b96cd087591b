"""Agreements and elections in English text: the noun with what its name goes on with, or the adjectives before it."""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.en.morphology import is_plural, singular
from kg.lang.en.phrase import Phrase
from kg.lang.en.programs import chain_end


def find_agreements(phrase: Phrase) -> None:
    """Take agreements; a draft is told by the word before or of behind it."""
    if phrase.present.isdisjoint(phrase.cues.agreements_begin):
        return
    for at, noun in enumerate(phrase.lemmas):
        if noun not in phrase.cues.agreements_begin or f"{phrase.lower(at - 1)} {noun}" in phrase.cues.events:
            continue  # the annual convention of the Union is held
        for length in (3, 2, 1):
            last = at + length - 1
            if last >= phrase.size or not phrase.free(at, last) or phrase.tags[at] not in ("N", "P"):
                continue
            lemma = " ".join([phrase.lemma(at), *phrase.lowers[at + 1 : last + 1]])
            if lemma in phrase.cues.agreements:
                _agreement(phrase, at, last, lemma)
                break


def _agreement(phrase: Phrase, at: int, last: int, lemma: str) -> None:
    if phrase.tag(last + 1) == "N" and phrase.taken[last + 1] is None:
        return
    first = at
    while first > 0 and phrase.taken[first - 1] is None and phrase.name(first - 1):
        first -= 1
    named = first < at or phrase.tokens[at].capital
    if named and phrase.lower(last + 1) in ("on", "of", "for", "against"):
        last = max(last, chain_end(phrase, last))
    noun = phrase.words(first, last) if named or last > at else lemma
    chunk = phrase.chunk("Agreement", first, last, label=noun, lemma=lemma, rule="agreement.noun")
    chunk.plural = is_plural(phrase.lower(at))
    chunk.proper = named
    begin = phrase.phrase_start(first)
    if "draft" in phrase.lowers[max(0, begin - 3) : first]:
        chunk.flags.add("draft")
    for i in range(first, last + 1):
        inner = phrase.taken[i]
        if inner is not None:
            inner.inside = inner.inside or chunk
    phrase.take(chunk)


def find_elections(phrase: Phrase) -> None:
    """Take elections and referendums with the adjectives that tell which (constitutional referendum)."""
    if phrase.present.isdisjoint(("election", "referendum")):
        return
    for at, lemma in enumerate(phrase.lemmas):
        if lemma in ("election", "referendum") and phrase.taken[at] is None and phrase.tags[at] in ("N", "P"):
            if phrase.tag(at + 1) == "N" and phrase.taken[at + 1] is None:
                continue
            first = at
            while first > 0 and phrase.taken[first - 1] is None and phrase.lower(first - 1) in _ELECTORAL:
                first -= 1
            last = at if first < at else _of_a_chamber(phrase, at)
            if last > at:
                label = phrase.words(at, last)
                chunk = phrase.chunk("Election", at, last, label=label[:1].upper() + label[1:],
                                     lemma=phrase.lemma(at), rule="election.of-chamber")  # fmt: skip
                for inner in {id(c): c for c in phrase.taken[at : last + 1] if c is not None}.values():
                    inner.inside = inner.inside or chunk
                phrase.take(chunk)
            elif first < at:
                noun = phrase.words(first, at)
                label = f"{noun[: -len(phrase.bare(at))]}{singular(phrase.bare(at))}"
                chunk = phrase.chunk("Election", first, at, label=label[:1].upper() + label[1:], lemma=phrase.lemma(at),
                                     rule="election.noun")  # fmt: skip
                phrase.take(chunk)


def _of_a_chamber(phrase: Phrase, at: int) -> int:
    """Return the end of elections to the Mazhilis, the election of deputies of maslikhats; ``at`` for neither."""
    begin = at + 2 + (phrase.tag(at + 2) == "D")
    behind = phrase.taken[begin] if phrase.lower(at + 1) in ("to", "of") and begin < phrase.size else None
    if behind is None:
        return at
    body = behind.owner if behind.kind == "Role" and behind.plural else behind
    known = body is not None and body.kind == "Organization" and body.lemma in _CHAMBERS
    return max(behind.last, body.last) if known and body is not None else at


_CHAMBERS = cues("en").words["elected-chambers"]
_ELECTORAL = cues("en").words["electoral"]
