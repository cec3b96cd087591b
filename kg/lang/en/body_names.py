"""A body named with a head noun in capitals: Central Election Commission (CEC) of the Republic of Kazakhstan."""

from __future__ import annotations

from kg.gazetteer import Entry
from kg.lang.cues import cues
from kg.lang.en.body_parts import DETERMINED, keep_larger_body, keep_parts, label_of, note_brand, own, possessor
from kg.lang.en.capitals import Chain
from kg.lang.en.phrase import Phrase
from kg.lang.syntax import Chunk

_INNER = cues("en").words["inner"]


def take_body(phrase: Phrase, at: int, head: tuple[int, int, str], chain: Chain) -> Chunk | None:
    """Take a body with a head noun; the words before the head may begin with the larger body that owns it."""
    first, last, lemma = head
    flag = phrase.cues.organizations[lemma]
    label = label_of(phrase, at, last, chain)
    entry = phrase.known_as(label, "Organization")
    if lemma == "house" and not _chamber(phrase, chain):
        return None
    alone = at == first and not (chain.segments or chain.brand or chain.acronym or chain.numbered)
    if (
        at == first
        and first == last
        and not chain.brand
        and not chain.acronym
        and flag == "weak"
        and not chain.segments
        and not chain.numbered
    ):
        told = determined(phrase, at) or (not phrase.title and phrase.lower(last + 1) in phrase.cues.roles)
        return None if entry is None and not told else _alone(phrase, at, last, lemma, entry)  # Port director X
    if alone:
        return _alone(phrase, at, last, lemma, entry)
    if flag == "board" and not _board_of_its_own(phrase, at, first, chain):
        return None  # Chairman of the Management Board: the post keeps it
    chunk = phrase.chunk("Organization", at, chain.last, label=label, lemma=lemma, rule="organization.head-noun")
    chunk.kind_of, chunk.acronym, chunk.known = flag, chain.acronym, entry.id if entry else None
    chunk.core = label
    phrase.take(chunk)
    note_brand(phrase, chunk, at, first)
    _state_in_brackets(phrase, chunk)
    keep_larger_body(phrase, chunk, at, first)
    keep_parts(phrase, chunk, at, last, chain)
    return chunk


def _chamber(phrase: Phrase, chain: Chain) -> bool:
    """House of Representatives; the House of Friendship is a venue, a publishing house is its own word."""
    return bool(chain.segments) and phrase.lower(chain.segments[0].first) in phrase.cues.words["chambers"]


def _board_of_its_own(phrase: Phrase, at: int, first: int, chain: Chain) -> bool:
    """Board of Directors, Supervisory Board, Judicial Board for Civil Cases: they sit apart from who runs the body."""
    if chain.segments and phrase.lower(chain.segments[0].first) in phrase.cues.words["board-members"]:
        return True
    if chain.segments and chain.segments[0].word == "of" and not _of_a_post(phrase, at):
        return True  # the session of the Executive Board of the Union
    if at < first:
        owned = possessor(phrase, at) is not None and not _of_a_post(phrase, at)
        if phrase.lower(first - 1) not in _INNER and phrase.tokens[first].capital and not phrase.title:
            return True  # the Licensing Board, the Forest Board
        return owned or phrase.lower(first - 1) in phrase.cues.words["boards"]
    return bool(chain.segments) and chain.segments[0].word == "for"


def _of_a_post(phrase: Phrase, at: int) -> bool:
    """Chairman of the Board of the Union: the board only tells which post it is."""
    i = at - 2 if phrase.lower(at - 1) == "the" else at - 1
    return phrase.lower(i) in ("of", "on", "to", "for") and phrase.lemma(i - 1) in phrase.cues.roles


def _state_in_brackets(phrase: Phrase, chunk: Chunk) -> None:
    """Polytechnic University of Almenara (Spain): where it is, not one more phrase."""
    opening = chunk.last + 1
    if phrase.lower(opening) == "(" and opening in phrase.pairs and phrase.pairs[opening] - opening <= 4:
        close = phrase.pairs[opening]
        found = phrase.longest_known(opening + 1, "Country", "Place")
        if found is not None and found[0] == close - 1:
            for i in range(opening, close + 1):
                phrase.taken[i] = chunk


def determined(phrase: Phrase, at: int) -> bool:
    """Tell whether an article or a possessive stands before a token."""
    return phrase.lower(at - 1) in DETERMINED or possessor(phrase, at) is not None


def _alone(phrase: Phrase, at: int, last: int, lemma: str, entry: Entry | None) -> Chunk | None:
    """The Commission, the Senate: a head noun that takes up a body named before, or that a state has one of."""
    flag = phrase.cues.organizations[lemma]
    of_post = _of_a_post(phrase, at) and phrase.lower(at - 2) != "to"  # an adviser to the Board
    if flag == "board" and not (lemma in phrase.known.heads and determined(phrase, at) and not of_post):
        return None  # the Board is one that the text has named
    chunk = phrase.chunk("Organization", at, last, label=phrase.words(at, last), lemma=lemma, rule="organization.known")
    chunk.kind_of = flag
    if lemma == "senate" and "university" in phrase.known.heads:
        chunk.core = chunk.label  # that of the university, not of the state
        return phrase.take(chunk)
    if entry is not None:
        chunk.known, chunk.core = entry.id, chunk.label
    elif lemma in phrase.cues.words["national-parliaments"] and determined(phrase, at):
        chunk.core = chunk.label  # the Seimas: a name of its own
    else:
        chunk.proper, chunk.rule = False, "organization.common-noun"
        if not determined(phrase, at):
            chunk.value = "any"
    phrase.take(chunk)
    if (before := possessor(phrase, at)) is not None:
        own(phrase, chunk, before)
    return chunk
