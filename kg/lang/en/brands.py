"""A brand with its head noun in small letters: Arna-Kepil insurance company, company "Astyk"."""

from __future__ import annotations

from kg.lang.en.body_parts import is_plural_at, region_chunk
from kg.lang.en.capitals import head_at
from kg.lang.en.phrase import Phrase
from kg.lang.person_names import SURNAME
from kg.lang.syntax import Chunk


def brand_of_small_head(phrase: Phrase, at: int, end: int) -> int | None:
    """Return the token of a head noun in small letters behind a name: Arna-Kepil insurance company."""
    for last in range(end + 1, min(end + 4, len(phrase))):
        if phrase.tags[last] not in ("N", "J") or phrase.taken[last] is not None:
            return None
        lemma = phrase.lemma(last)
        flag = phrase.cues.organizations.get(lemma)
        if flag is not None and flag not in ("unit", "board", "region", "state") and phrase.lower(last) == lemma:
            return None if phrase.tag(last + 1) == "N" and lemma in ("party", "bank", "office") else last
    return None


def take_branded(phrase: Phrase, at: int, end: int) -> int:
    """Take a brand with its head noun in small letters on either side."""
    last = brand_of_small_head(phrase, at, end)
    if last is not None and not phrase.possessive(end):
        lemma = phrase.lemma(last)
        brand = phrase.words(at, end)
        chunk = phrase.chunk(
            "Organization", at, last, label=phrase.words(at, last), lemma=lemma, rule="organization.brand"
        )
        chunk.core, chunk.names = chunk.label, [brand]
        phrase.take(chunk)
        return last
    before = at - 1
    named = not person_like(phrase, end) or phrase.words(at, end).isupper()
    if named and phrase.lower(before) in phrase.cues.words["branded"] and phrase.tag(before) == "N":
        label, lemma = phrase.words(at, end), phrase.lemma(before)
        chunk = phrase.chunk("Organization", before, end, label=label, lemma=lemma, rule="organization.brand")
        chunk.core, chunk.names = chunk.label, [phrase.words(before, end)]
        phrase.take(chunk)
        return end
    place = phrase.cues.places.get(phrase.lemma(end))
    if place in ("region", "") and end > at and phrase.lower(end) == phrase.lemma(end):
        chunk = region_chunk(phrase, at, end)
        if place == "":
            chunk.names = [phrase.words(at, end - 1)]
        phrase.take(chunk)
        return end
    return end


def take_small_head_before(phrase: Phrase, chunk: Chunk) -> None:
    """National company KAZAKH INVEST: the noun before a known name says what it is."""
    at = chunk.first - 1
    if (
        chunk.kind == "Organization"
        and phrase.lemma(at) in phrase.cues.words["branded"]
        and phrase.tag(at) == "N"
        and phrase.free(at, at)
    ):
        chunk.names = [phrase.words(at, chunk.last)]
        chunk.first, chunk.start, chunk.lemma = at, phrase.tokens[at].start, phrase.lemma(at)


def person_like(phrase: Phrase, at: int) -> bool:
    """Tell whether a word is known as a person's name here or ends like a surname."""
    word = phrase.bare(at)
    return word in phrase.known.names or SURNAME.search(word) is not None


def take_quoted(phrase: Phrase, at: int) -> None:
    """Take a quoted name with its head noun in small letters on either side: "Astyk" association, company "Astyk"."""
    close = phrase.pairs[at]
    if close - at > 8 or close - at < 2 or not phrase.free(at, close) or not phrase.tokens[at + 1].text[0].isupper():
        return
    name = phrase.words(at + 1, close - 1)
    last = brand_of_small_head(phrase, at, close)
    before = head_at(phrase, at - 1, at - 1) if at else None
    if last is not None:
        chunk = phrase.chunk(
            "Organization",
            at,
            last,
            label=f"{name} {phrase.words(close + 1, last)}",
            lemma=phrase.lemma(last),
            rule="organization.quoted",
        )
    elif before is not None and phrase.taken[at - 1] is None and not is_plural_at(phrase, at - 1):
        chunk = phrase.chunk("Organization", at - 1, close, label=name, lemma=before[2], rule="organization.quoted")
    else:
        return
    chunk.core, chunk.names = chunk.label, [name]
    phrase.take(chunk)
