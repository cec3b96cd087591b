"""A brand with its head noun in small letters: Arna-Kepil insurance company, company "Astyk"."""

from __future__ import annotations

from kg.lang.en.body_parts import is_plural_at, keep_parts, label_of, region_chunk
from kg.lang.en.capitals import follow, head_at, head_in, run_end
from kg.lang.en.demonyms import demonyms
from kg.lang.en.phrase import Phrase
from kg.lang.person_names import SURNAME
from kg.lang.syntax import Chunk


def brand_of_small_head(phrase: Phrase, at: int, end: int) -> int | None:
    """Return the token of a head noun in small letters behind a name: Arna-Kepil insurance company."""
    for last in range(end + 1, min(end + 4, phrase.size)):
        if phrase.tags[last] not in ("N", "J") or phrase.taken[last] is not None:
            return None
        lemma = phrase.lemma(last)
        flag = phrase.cues.organizations.get(lemma)
        if flag is not None and flag not in ("unit", "board", "region", "state") and phrase.lower(last) == lemma:
            if _said_of_another(phrase, last + 1):
                return None  # the "Falcon" seed fund programme
            if lemma in phrase.cues.roles:
                return None  # elected Karina Ospan chair
            return None if phrase.tag(last + 1) == "N" and lemma in ("party", "bank", "office") else last
    return None


def _said_of_another(phrase: Phrase, at: int) -> bool:
    """Tell whether a programme or encounter follows, which the nouns before it only describe."""
    return phrase.tag(at) == "N" and (
        phrase.lemma(at) in phrase.cues.programs or phrase.lemma(at) in phrase.cues.events
    )


def take_branded(phrase: Phrase, at: int, end: int) -> int:
    """Take a brand with its head noun in small letters on either side."""
    last = brand_of_small_head(phrase, at, end)
    if last is not None and at == 0 and phrase.lower(last) in phrase.cues.words["branded"] and phrase.name(last + 1):
        last = None if phrase.taken[last + 1] is None and not person_like(phrase, last + 1) else last  # Rail operator X
    if last is not None and not phrase.possessive(end) and not (at == end and phrase.lower(at) in demonyms()):
        lemma = phrase.lemma(last)
        brand = phrase.words(at, end)
        chunk = phrase.chunk(
            "Organization", at, last, label=phrase.words(at, last), lemma=lemma, rule="organization.brand"
        )
        chunk.core, chunk.names = chunk.label, [brand]
        phrase.take(chunk)
        return last
    before = at - 1
    named = not (person_like(phrase, end) or person_behind(phrase, at, end)) or phrase.words(at, end).isupper()
    if named and phrase.lower(before) in phrase.cues.words["branded"] and phrase.tag(before) == "N":
        label, lemma = phrase.words(at, end), phrase.lemma(before)
        chunk = phrase.chunk("Organization", before, end, label=label, lemma=lemma, rule="organization.brand")
        chunk.core, chunk.names = chunk.label, [phrase.words(before, end)]
        phrase.known.brands.add(label)
        phrase.take(chunk)
        return end
    place = phrase.cues.places.get(phrase.lemma(end))
    if place in ("region", "") and end > at and phrase.lower(end) == phrase.lemma(end):
        return take_region(phrase, at, end)
    if small_place_at(phrase, end + 1) and end - at < 3 and not phrase.possessive(end):
        return take_region(phrase, at, end + 1)
    if phrase.words(at, end) in phrase.known.brands:
        label = phrase.words(at, end)
        chunk = phrase.chunk("Organization", at, end, label=label, lemma=label, rule="organization.brand-alone")
        chunk.core = label
        phrase.take(chunk)
    return end


def person_behind(phrase: Phrase, at: int, end: int) -> bool:
    """Deputy Chairman of the party Yevgeny Moroz: of the party named before, the capitals are who has the post."""
    if (
        end != at + 1
        or phrase.lower(at - 2) not in ("the", "this", "our")
        or phrase.lemma(at - 1) not in phrase.known.heads
    ):
        return False
    of_post = phrase.lower(at - 3) == "of" and phrase.lemma(at - 4) in phrase.cues.roles
    return of_post and phrase.words(at, end) not in phrase.known.brands


def small_place_at(phrase: Phrase, at: int) -> bool:
    """Tell whether the noun of a place in small letters stands behind a name: Aksu district, Saryozek village."""
    kind = phrase.cues.places.get(phrase.lower(at))
    return kind in ("region", "") and phrase.tag(at) == "N" and phrase.free(at, at)


def take_region(phrase: Phrase, at: int, last: int) -> int:
    """Take a place whose noun ends its name; return its last token."""
    chunk = region_chunk(phrase, at, last)
    if chunk.kind_of == "":
        chunk.names = [phrase.words(at, last - 1)]
    phrase.take(chunk)
    return last


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
    """Take a quoted name with its head noun beside it: "Astyk" association, company "Astyk", "Birlik" Federation of X.

    A quoted name alone is a body if the text calls it one elsewhere ("Birlik" was affiliated in 2018).
    """
    close = phrase.pairs[at]
    if close - at > 8 or close - at < 2 or not phrase.free(at, close) or not phrase.tokens[at + 1].text[0].isupper():
        return
    name = phrase.words(at + 1, close - 1)
    last = brand_of_small_head(phrase, at, close)
    before = head_at(phrase, at - 1, at - 1) if at else None
    if last is not None:
        label, first, lemma = f"{name} {phrase.words(close + 1, last)}", at, phrase.lemma(last)
    elif (chunk := _quoted_before_head(phrase, at, close)) is not None:
        phrase.known.brands.add(name)
        chunk.names.append(name)
        return
    elif before is not None and phrase.taken[at - 1] is None and not is_plural_at(phrase, at - 1):
        label, first, last, lemma = name, at - 1, close, before[2]
    elif name in phrase.known.brands and phrase.tag(close + 1) not in ("N", "J", "P"):
        label, first, last, lemma = name, at, close, name
    else:
        return
    chunk = phrase.chunk("Organization", first, last, label=label, lemma=lemma, rule="organization.quoted")
    chunk.core, chunk.names = chunk.label, [name]
    phrase.known.brands.add(name)
    phrase.take(chunk)


def _quoted_before_head(phrase: Phrase, at: int, close: int) -> Chunk | None:
    """Take "Taza Su" Public Foundation, "Birlik" Federation of Trade Unions (BFTU)."""
    begin = close + 1
    if not phrase.name(begin) or phrase.taken[begin] is not None:
        return None
    head = head_in(phrase, begin, run_end(phrase, begin))
    if head is None or is_plural_at(phrase, head[1]) or phrase.lemma(begin) in phrase.cues.roles:
        return None
    chain = follow(phrase, head[1], head[2])
    rest = label_of(phrase, begin, head[1], chain)
    label = f"{phrase.words(at + 1, close - 1)} {rest}"
    chunk = phrase.chunk("Organization", at, chain.last, label=label, lemma=head[2], rule="organization.quoted")
    chunk.core, chunk.acronym, chunk.kind_of = label, chain.acronym, phrase.cues.organizations[head[2]]
    phrase.take(chunk)
    keep_parts(phrase, chunk, at, head[1], chain)
    chunk.core = label
    return chunk
