"""Which body the words behind of name: a firm behind its letters, a part behind its whole, one that has members."""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.en.capitals import run_end
from kg.lang.en.ministries import of_a_person
from kg.lang.en.phrase import Phrase
from kg.lang.syntax import Chunk

_AT_ANY_BODY = cues("en").words["posts-of-any-body"]
_KINDS_OF_MEMBERS = cues("en").words["memberships"]


def belonged_to(phrase: Phrase, chunk: Chunk, begin: int) -> bool:
    """A member of Interferry (since 2021), a principal member of Visa since 2009: what one is a member of is a body."""
    if chunk.plural or chunk.owner is not None or phrase.title or not phrase.name(begin):
        return False
    end = run_end(phrase, begin)
    timed = phrase.lowers[end + 1 : end + 2] == ["since"] or phrase.lowers[end + 1 : end + 3] == ["(", "since"]
    kind = phrase.lower(chunk.first) in _KINDS_OF_MEMBERS
    if not (timed or kind) or end - begin > 2 or not phrase.free(begin, end):
        return False
    if any(
        of_a_person(phrase, i) or phrase.known_as(phrase.bare(i), "Country", "Place") for i in range(begin, end + 1)
    ):
        return False
    label = phrase.words(begin, end)
    body = phrase.chunk("Organization", begin, end, label=label, lemma=label, rule="organization.of-members")
    body.core, body.confidence = label, 0.7
    phrase.known.brands.add(label)
    phrase.take(body)
    chunk.owner, body.inside = body, chunk
    return True


def go_on(phrase: Phrase, chunk: Chunk, owner: Chunk) -> None:
    """General Manager of BDZ Cargo, X: letters that nothing explains, and the capitals behind them, are one name."""
    begin = owner.last + 1
    if "unexplained" not in owner.flags or not phrase.name(begin) or chunk.lemma not in _AT_ANY_BODY:
        return
    end = run_end(phrase, begin)
    ends = phrase.tag(end + 1) in ("PUNCT", "") and phrase.free(begin, end) and end < begin + 2
    tables = (phrase.cues.roles, phrase.cues.events, phrase.cues.programs, phrase.cues.places)
    other = any(phrase.lemma(i) in table for i in range(begin, end + 1) for table in tables)
    if not ends or other or any(of_a_person(phrase, i) for i in range(begin, end + 1)):
        return
    for i in range(begin, end + 1):
        phrase.taken[i] = owner
    owner.last, owner.end = end, phrase.tokens[end].end
    owner.label = owner.core = owner.lemma = phrase.words(owner.first, end)
    owner.acronym, owner.rule = "", "organization.of-post"
    owner.flags.discard("unexplained")
    phrase.known.brands.add(owner.label)


def part_of(phrase: Phrase, owner: Chunk) -> Chunk:
    """Head of the Union's Lori branch: of the part that is named behind the one whose it is."""
    at = owner.last + 1
    part = phrase.taken[at] if phrase.possessive(owner.last) and at < phrase.size else None
    named = part is not None and part.kind == "Organization" and part.proper and part.inside is None
    return part if part is not None and named and part.kind_of in ("part", "weak", "") else owner


def explained(phrase: Phrase, owner: Chunk) -> Chunk:
    """Director of the host museum, the Kostanay Museum: the name behind the comma says which it is."""
    begin = owner.last + 2 + (phrase.lower(owner.last + 2) == "the")
    behind = phrase.taken[begin] if phrase.lower(owner.last + 1) == "," and begin < phrase.size else None
    said = behind is not None and behind.kind == "Organization" and behind.proper and behind.inside is None
    if owner.kind != "Organization" or owner.proper or behind is None or not said or behind.lemma != owner.lemma:
        return owner
    return behind if phrase.lower(behind.last + 1) in (",", ".", ";", ")") else owner
