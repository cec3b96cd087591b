"""Names that the gazetteer has: bodies, states and places, and abbreviations."""

from __future__ import annotations

from kg.gazetteer import Entry
from kg.lang.cues import cues
from kg.lang.en.body_parts import acronym_chunk, own, owner_of, possessor
from kg.lang.en.brands import (
    brand_of_small_head,
    person_like,
    small_place_at,
    take_branded,
    take_region,
    take_small_head_before,
)
from kg.lang.en.capitals import follow, head_at, head_in, is_acronym_at, run_end
from kg.lang.en.ministries import with_article
from kg.lang.en.morphology import closed_class
from kg.lang.en.phrase import Phrase
from kg.lang.syntax import Chunk

_SHORTEST = 4  # letters of an abbreviation that nothing but its being joined explains
_BELONGING = cues("en").words["belonging"]


def take_known(phrase: Phrase, at: int, last: int, entry: Entry) -> int:
    """Take a name that the gazetteer has."""
    following = phrase.cues.places.get(phrase.lemma(last + 1)) if phrase.name(last + 1) else None
    if entry.kind == "Place" and ((following is not None and following != "venue") or small_place_at(phrase, last + 1)):
        return take_region(phrase, at, last + 1)
    if entry.kind == "Organization" and (head := head_at(phrase, last, at)) is None and phrase.tokens[at].acronym:
        return take_acronym(phrase, at, last, entry)
    if entry.kind in ("Place", "Country") and brand_of_small_head(phrase, at, run_end(phrase, at)):
        return take_branded(phrase, at, run_end(phrase, at))
    if entry.kind == "Place" and at == last and _begins_another_name(phrase, at):
        return last
    label = phrase.words(at, last)
    chunk = phrase.chunk(entry.kind, at, last, label=label, lemma=phrase.lemma(last), rule="gazetteer")
    chunk.known = entry.id
    if entry.kind == "Organization":
        chunk.core = label
        head = head_in(phrase, at, last)
        chunk.lemma = head[2] if head else chunk.lemma
        chunk.acronym = label if label.isupper() and " " not in label else ""
        if phrase.cues.places.get(chunk.lemma) == "region":
            chunk.kind, chunk.kind_of = "Place", "region"
    take_small_head_before(phrase, chunk)
    phrase.take(chunk)
    if entry.kind == "Organization":
        chain = follow(phrase, last, chunk.lemma)
        if chain.segments and chain.segments[0].entry is not None and chain.segments[0].word == "of":
            segment = chain.segments[0]
            owner = owner_of(phrase, segment)
            if owner is not None and owner.kind == "Country":
                widen(phrase, chunk, segment.last)
                chunk.state = owner.known or ""
                chunk.label = phrase.words(at, segment.last)
                chunk.owner = phrase.keep(owner, chunk)
        elif chain.bracket is not None:
            chunk.acronym = chain.acronym
            widen(phrase, chunk, chain.bracket[1])
        if (before := possessor(phrase, at)) is not None:
            own(phrase, chunk, before)
    return chunk.last


def _begins_another_name(phrase: Phrase, at: int) -> bool:
    """Sofia Marques, the Almaty Ballet: a town that is a name too, or that begins what an article tells of."""
    if phrase.possessive(at) or not phrase.name(at + 1) or phrase.taken[at + 1] is not None or phrase.title:
        return False
    word = phrase.tokens[at + 1]
    if word.acronym or phrase.lower(at + 1) in phrase.cues.roles_begin or phrase.lemma(at + 1) in phrase.cues.roles:
        return False
    if phrase.lower(at) in phrase.cues.words["towns-like-names"]:
        return True
    noun = closed_class().get(phrase.lower(at + 1)) is None and run_end(phrase, at + 1) == at + 1
    return phrase.lower(at - 1) == "the" and noun and phrase.tag(at + 2) in ("C", "V", "A", "M", "PUNCT", "I")


def widen_by_delegation(phrase: Phrase, chunk: Chunk) -> None:
    """Widen the European Union Delegation to Kazakhstan: a mission that stays there, a body of its own."""
    at = chunk.last + 1
    sent = (
        phrase.taken[chunk.last] is chunk
        and phrase.lower(at) == "delegation"
        and phrase.name(at)
        and phrase.lower(at + 1) in ("to", "in")
    )
    where = phrase.longest_known(at + 2, "Country") if sent and phrase.name(at + 2) else None
    if where is None:
        return
    widen(phrase, chunk, where[0])
    chunk.label = chunk.core = phrase.words(chunk.first, chunk.last)
    entry = phrase.known_as(chunk.label, "Organization")
    chunk.known, chunk.acronym, chunk.lemma = entry.id if entry else None, "", "delegation"


def take_longer(phrase: Phrase, at: int, known: tuple[int, Entry], end: int) -> int:
    """Take a whole name of which a known one is the beginning (United Nations Global Compact); 0 if it is none."""
    last, entry = known
    rest = range(last + 1, end + 1)
    if phrase.possessive(last) or any(not phrase.tokens[i].text.isalpha() or person_like(phrase, i) for i in rest):
        return 0
    if is_acronym_at(phrase, at) or any(
        phrase.known_as(phrase.bare(i), "Organization", "Country", "Place") for i in rest
    ):
        return 0
    if any(
        table.get(phrase.lemma(i)) is not None
        for i in rest
        for table in (phrase.cues.places, phrase.cues.events, phrase.cues.programs)
    ):
        return 0
    article = phrase.lower(at - 1) == "the" and entry.kind == "Country"
    article = article and with_article(phrase.words(at, last)).startswith("the ")  # not the Pakistan Glacier Survey
    before = phrase.lower(at - 2 if article else at - 1)
    if entry.kind == "Place" or before in ("in", "at", "of", "to", "from", "for", "with"):
        return 0  # Minister of Health of the Kyrgyz Republic Jan Novak
    kind = "Organization" if entry.kind == "Organization" else "Name"
    rule = "organization.longer-than-known"
    chunk = phrase.chunk(kind, at, end, label=phrase.words(at, end), lemma=phrase.lemma(end), rule=rule)
    chunk.core, chunk.confidence = chunk.label, 0.6
    phrase.take(chunk)
    return end


def take_acronym(phrase: Phrase, at: int, last: int | None = None, entry: Entry | None = None) -> int:
    """Take an abbreviation, with the state behind it (CEC of Kazakhstan)."""
    chunk = acronym_chunk(phrase, at)
    if last is None and (branch := _branch_in_a_state(phrase, at, chunk)) is not None:
        return branch
    if last is not None and last > at:
        chunk.last, chunk.end = last, phrase.tokens[last].end
        chunk.label = chunk.core = phrase.words(at, last)
        chunk.acronym = ""
        chunk.known = entry.id if entry else None
        chunk.flags.discard("unexplained")
        chunk.confidence = 0.9
    if "unexplained" in chunk.flags and _a_whole(phrase, at):
        chunk.flags.discard("unexplained")
    take_small_head_before(phrase, chunk)
    phrase.take(chunk)
    begin = chunk.last + (3 if phrase.lower(chunk.last + 2) == "the" else 2)
    if phrase.lower(chunk.last + 1) == "of" and begin < phrase.size and phrase.name(begin):
        found = phrase.longest_known(begin, "Country")
        if found is not None:
            chunk.state = found[1].id
            owner = phrase.chunk(
                "Country", begin, found[0], label=phrase.words(begin, found[0]), lemma="", rule="gazetteer"
            )
            owner.known = found[1].id
            phrase.keep(owner, chunk)
            widen(phrase, chunk, found[0])
    if (before := possessor(phrase, at)) is not None and before.kind == "Country":
        chunk.state = before.known or ""
        before.inside = chunk
    _acronym_in_brackets(phrase, chunk)
    return chunk.last


def _a_whole(phrase: Phrase, at: int) -> bool:
    """Belongs to INTOSAI, is a member of it and of ASOSAI: letters that something belongs to are a body's."""
    if phrase.title or len(phrase.bare(at)) < _SHORTEST or _BELONGING.isdisjoint(phrase.present):
        return False
    before = phrase.lower(at - 1) if phrase.lower(at - 1) != "the" else phrase.lower(at - 2)
    return before in ("to", "of", "with", "joined") and phrase.tag(at + 1) in ("PUNCT", "C", "I", "W", "")


def _branch_in_a_state(phrase: Phrase, at: int, chunk: Chunk) -> int | None:
    """Take ICOM Kazakhstan, the branch of an international body in a state; return its last token."""
    found = phrase.longest_known(at + 1, "Country", longest=2) if phrase.name(at + 1) else None
    if found is None or phrase.possessive(at) or phrase.tokens[at].text in phrase.known.acronyms or phrase.title:
        return None
    entry = phrase.known.gazetteer.by_id(chunk.known) if chunk.known else None
    if entry is not None and entry.state:
        return None
    label = phrase.words(at, found[0])
    branch = phrase.chunk("Organization", at, found[0], label=label, lemma=label, rule="organization.branch")
    branch.core = label
    phrase.take(branch)
    return branch.last


def _acronym_in_brackets(phrase: Phrase, chunk: Chunk) -> None:
    opening = chunk.last + 1
    if phrase.lower(opening) != "(" or phrase.pairs.get(opening) != opening + 2:
        return
    if phrase.tokens[opening + 1].acronym:
        widen(phrase, chunk, opening + 2)


def widen(phrase: Phrase, chunk: Chunk, last: int) -> None:
    """Stretch a chunk to a later token."""
    for i in range(chunk.last + 1, last + 1):
        phrase.taken[i] = chunk
    chunk.last, chunk.end = last, phrase.tokens[last].end
