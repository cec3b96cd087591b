"""What a name is made of: its label, the state or larger body that owns it, and the bodies behind of in it."""

from __future__ import annotations

import re

from kg.lang.en.capitals import Chain, Segment, is_acronym_at
from kg.lang.en.phrase import Phrase
from kg.lang.syntax import Chunk
from kg.names import fold

DETERMINED = frozenset({"the", "this", "that", "its", "their", "said"})


def is_plural_at(phrase: Phrase, at: int) -> bool:
    """Tell whether a token is a plural."""
    return phrase.lemma(at) != phrase.bare(at).lower()


def label_of(phrase: Phrase, at: int, last: int, chain: Chain) -> str:
    """Return the name without its bracketed abbreviation and quotes."""
    if chain.bracket is None and chain.brand is None:
        return _without_brackets(phrase, at, chain)
    opening, close = chain.bracket or (chain.last + 1, chain.last)
    end = chain.brand[0] - 1 if chain.brand else chain.last
    if chain.brand and phrase.tokens[end].kind == "quote":
        end -= 1
    before = phrase.words(at, min(opening - 1, end))
    after = phrase.words(close + 1, end) if close < end else ""
    brand = phrase.words(*chain.brand) if chain.brand else ""
    return " ".join(part for part in (before, after, brand) if part)


def _without_brackets(phrase: Phrase, at: int, chain: Chain) -> str:
    """Board of the Alliance of Museums (AIM): the abbreviation is that of the body within."""
    parts = []
    for opening, close in _brackets_in(chain):
        parts.append(phrase.words(at, opening - 1))
        at = close + 1
    return " ".join(part for part in (*parts, phrase.words(at, chain.last)) if part)


def _brackets_in(chain: Chain) -> list[tuple[int, int]]:
    inner = [pair for segment in chain.segments if segment.chain for pair in _brackets_in(segment.chain)]
    return sorted([*([chain.bracket] if chain.bracket else []), *inner])


def keep_larger_body(phrase: Phrase, chunk: Chunk, at: int, first: int) -> None:
    """Keep the body or state that the name begins with: OSCE Programme Office, Kazakhstan's Supreme Court."""
    found = phrase.longest_known(at, "Organization", "Country", longest=max(1, first - at)) if at < first else None
    if found is not None and found[0] < first and phrase.tokens[found[0] + 1].kind != "dash":
        last, entry = found
        if any(set(fold(chunk.label).split()) <= set(fold(name.text).split()) for name in entry.names):
            chunk.known = chunk.known or entry.id  # the Atameken National Chamber of Entrepreneurs is Atameken
            return
        owner = phrase.chunk(
            entry.kind, at, last, label=phrase.words(at, last), lemma=phrase.lemma(last), rule="gazetteer"
        )
        owner.known = entry.id
        owner.acronym = owner.label if owner.label.isupper() else ""
        chunk.owner = phrase.keep(owner, chunk)
    elif at < first and is_acronym_at(phrase, at):
        owner = acronym_chunk(phrase, at)
        chunk.owner = phrase.keep(owner, chunk)
    elif (before := possessor(phrase, at)) is not None:
        own(phrase, chunk, before)


def own(phrase: Phrase, chunk: Chunk, before: Chunk) -> None:
    """The Union's Council, Armenia's Ministry of Foreign Affairs."""
    if before.kind not in ("Organization", "Country", "Place") or before.inside is not None:
        return
    chunk.owner = before
    before.inside = chunk
    if before.kind == "Country":
        chunk.state = before.known or before.label
    if not chunk.proper:
        chunk.proper, chunk.rule = True, "organization.of-owner"
        chunk.label = chunk.core = f"{chunk.label} of {_whole(phrase, before)}"
        chunk.value = ""
    elif before.kind == "Organization" and before.proper and _LOCAL.fullmatch(chunk.label):
        chunk.label = chunk.core = f"{before.label} {chunk.label}"  # every organisation has an Office in Moscow


def _whole(phrase: Phrase, before: Chunk) -> str:
    """Return the name of a body as it stands behind of, with the article that it has in the text."""
    articled = before.kind == "Organization" and before.proper and phrase.lower(before.first - 1) == "the"
    return f"the {before.label}" if articled else before.label


_LOCAL = re.compile(
    r"(?:(?:Country|Regional|Liaison|Resident|Local|Field) )?(?:Office|Bureau|Mission|Branch)(?: in .+)?"
)
"""What a body's offices are called, which tells nothing without it."""


def possessor(phrase: Phrase, at: int) -> Chunk | None:
    """Return the chunk whose possessive stands right before a token: Armenia's, the United States'."""
    if at > 1 and phrase.tokens[at - 1].text in ("'", "’") and phrase.possessive(at - 2):
        return phrase.taken[at - 2]
    return phrase.taken[at - 1] if at and phrase.possessive(at - 1) else None


def take_with_whole(phrase: Phrase, first: int, at: int, chain: Chain, lemma: str, *, rule: str) -> Chunk:
    """Take a head noun in small letters with the whole behind it, which makes a name of it: the maslikhat of X."""
    label = label_of(phrase, first, chain.last, chain)
    label = label[:1].upper() + label[1:]
    chunk = phrase.chunk("Organization", first, chain.last, label=label, lemma=lemma, rule=rule)
    chunk.core = label
    phrase.take(chunk)
    keep_parts(phrase, chunk, first, at, chain)
    return chunk


def keep_parts(phrase: Phrase, chunk: Chunk, at: int, last: int, chain: Chain) -> None:
    """Keep the state or larger body behind of, and what the name is without it."""
    single = at == last
    for segment in chain.segments:
        if segment.word == "named after":
            chunk.names.append(phrase.words(at, segment.first - 3))
            continue
        owner = owner_of(phrase, segment)
        if owner is None or segment.word not in ("of", "in"):
            continue
        if segment.word == "in" and chunk.owner is None and owner.kind == "Country":
            phrase.keep(owner, chunk)
            continue
        phrase.keep(owner, chunk)
        if segment.word == "of":
            chunk.owner = chunk.owner or owner
            if owner.kind == "Country":
                chunk.state = owner.known or owner.label
            telling = not single or segment is not chain.segments[0]  # Committee on Agriculture; not Committee
            if telling and segment is chain.segments[-1] and not chain.brand:
                chunk.core = _before(phrase, at, segment, chain)
    place = chain.segments[-1] if chain.segments else None
    if place is not None and place.word == "in" and not single and not chunk.state:
        chunk.names.append(_before(phrase, at, place, chain))
    if chain.brand and chain.bracket:
        # National Chamber of Entrepreneurs (NCE) Atameken is also NCE Atameken, and Atameken
        brand = phrase.words(*chain.brand)
        chunk.names += [f"{chain.acronym} {brand}", brand]
    elif chain.brand:
        chunk.names.append(phrase.words(*chain.brand))


def _before(phrase: Phrase, at: int, segment: Segment, chain: Chain) -> str:
    stop = segment.first - 1
    while phrase.lower(stop) in ("the", segment.word):
        stop -= 1
    if chain.bracket and chain.bracket[0] <= stop:
        return " ".join(
            p for p in (phrase.words(at, chain.bracket[0] - 1), phrase.words(chain.bracket[1] + 1, stop)) if p
        )
    return phrase.words(at, stop)


def owner_of(phrase: Phrase, segment: Segment) -> Chunk | None:
    """Return the chunk of a part of a name that is a state, a region or a body itself."""
    if segment.entry is not None and segment.chain is None:
        kind = segment.entry.kind
        chunk = phrase.chunk(
            kind,
            segment.first,
            segment.last,
            label=phrase.words(segment.first, segment.last),
            lemma="",
            rule="gazetteer",
        )
        chunk.known = segment.entry.id
        return chunk
    if segment.chain is not None:
        inner = segment.chain
        if segment.head in phrase.cues.organizations:
            at = segment.first
            head = (segment.last, segment.last, segment.head)
            return _inner_body(phrase, at, head, inner)
        chunk = acronym_chunk(phrase, segment.first)
        chunk.label = chunk.label if segment.entry is None else phrase.words(segment.first, segment.last)
        chunk.last, chunk.end = segment.last, phrase.tokens[segment.last].end
        chunk.known = segment.entry.id if segment.entry else chunk.known
        if not chunk.label.isupper():
            chunk.acronym = inner.acronym
        if segment.entry:
            chunk.flags.discard("unexplained")
            chunk.core = chunk.label
        return chunk
    if phrase.cues.places.get(phrase.lower(segment.last)) == "region" and segment.first < segment.last:
        return region_chunk(phrase, segment.first, segment.last)
    return None


def _inner_body(phrase: Phrase, at: int, head: tuple[int, int, str], chain: Chain) -> Chunk | None:
    label = label_of(phrase, at, head[1], chain)
    chunk = phrase.chunk("Organization", at, chain.last, label=label, lemma=head[2], rule="organization.head-noun")
    chunk.kind_of, chunk.acronym, chunk.core = phrase.cues.organizations[head[2]], chain.acronym, label
    entry = phrase.known_as(label, "Organization")
    chunk.known = entry.id if entry else None
    note_brand(phrase, chunk, at, head[0])
    if at == head[1] and not chain.segments and not chain.brand and entry is None:
        chunk.proper, chunk.rule = False, "organization.common-noun"
        return chunk
    keep_larger_body(phrase, chunk, at, head[0])
    keep_parts(phrase, chunk, at, head[1], chain)
    return chunk


def note_brand(phrase: Phrase, chunk: Chunk, at: int, first: int) -> None:
    """Note what a company is called without its legal form, for when it is named so: Darya Su JSC; Darya Su."""
    if chunk.lemma in phrase.cues.words["legal-forms"] and at < first:
        brand = phrase.words(at, first - 1)
        chunk.names.append(brand)
        phrase.known.brands.add(brand)


def region_chunk(phrase: Phrase, first: int, last: int) -> Chunk:
    """Make the chunk of a region: Sarydala Region."""
    label, lemma = phrase.words(first, last), phrase.lemma(last)
    chunk = phrase.chunk("Place", first, last, label=label, lemma=lemma, rule="place.head-noun")
    chunk.kind_of = phrase.cues.places.get(lemma, "")
    entry = phrase.known_as(label, "Organization", "Place")
    chunk.known = entry.id if entry else None
    return chunk


def acronym_chunk(phrase: Phrase, at: int) -> Chunk:
    """Make the chunk of an abbreviation, of two words if it was explained so; one that nothing explains is flagged."""
    name, last = phrase.bare(at), at
    if at + 1 < phrase.size and (two := f"{name} {phrase.bare(at + 1)}") in phrase.known.acronyms:
        name, last = two, at + 1
    entry = phrase.known_as(name, "Organization")
    chunk = phrase.chunk("Organization", at, last, label=name, lemma=name, rule="organization.acronym")
    chunk.acronym, chunk.core = name, name
    chunk.known = entry.id if entry else None
    chunk.confidence = 0.9 if entry or name in phrase.known.acronyms else 0.6
    if entry is None and name not in phrase.known.acronyms:
        chunk.flags.add("unexplained")
    return chunk
