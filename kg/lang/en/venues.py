"""Where in a house or on what ground: in the main building, at the company's head office, in the old canteen.

Such a noun in small letters is a place only where words before it single it out, or where it is told whose it is.
"""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.en.body_parts import possessor
from kg.lang.en.capitals import run_end
from kg.lang.en.phrase import Phrase
from kg.lang.syntax import Chunk

_ROOMS = cues("en").words["rooms-and-buildings"]
_NO_ROOMS = cues("en").words["no-rooms"]
_WHERE = frozenset({"in", "at", "inside", "on"})
_ON = cues("en").words["grounds"]
_ARTICLES = frozenset({"the", "a", "an"})
_LONGEST = 5  # words of such a place


def find_venues(phrase: Phrase) -> None:
    """Take rooms, buildings and grounds that something may happen in."""
    if phrase.title or phrase.present.isdisjoint(_ROOMS):
        return
    for at, lemma in enumerate(phrase.lemmas):
        if lemma in _ROOMS and phrase.tags[at] == "N" and (phrase.taken[at] is None or _no_body(phrase, at)):
            _take_room(phrase, at)


def _no_body(phrase: Phrase, at: int) -> bool:
    """The old brine house, the head office: a noun that may be a body's, where the text has named none such."""
    chunk = phrase.taken[at]
    if chunk is None or chunk.rule != "organization.common-noun" or chunk.lemma in phrase.known.heads:
        return False
    return chunk.first == chunk.last == at and bool(chunk.value) and chunk.inside is None


def _take_room(phrase: Phrase, at: int) -> None:
    if phrase.tag(at + 1) == "N":
        return  # the building site
    owner = _whose(phrase, at)
    first = at
    while first > 0 and phrase.taken[first - 1] is None and phrase.tags[first - 1] in ("J", "N", "P", "G", "X"):
        first -= 1
    if at - first > _LONGEST or _NO_ROOMS & set(phrase.lowers[first:at]):
        return
    before = possessor(phrase, first)
    edge = phrase.phrase_start(before.first) if before is not None else first
    article = phrase.lower(edge - 1) in _ARTICLES or phrase.tag(edge - 1) == "O"
    prep = phrase.lower(edge - 1 - article) if before is None or article else phrase.lower(edge - 1)
    told = first < at or owner is not None or (before is not None and before.kind == "Organization")
    if prep not in _WHERE or not told or (prep == "on" and phrase.lower(at) not in _ON):
        return
    if before is None and not article:
        return  # in public buildings
    if first == at and f"{prep} the {phrase.lower(at)} of" in phrase.cues.postpositions:
        return  # in the building of the Court: at the Court
    if (old := phrase.taken[at]) is not None:
        phrase.chunks.remove(old)
        phrase.taken[at] = None
    last = owner.last if owner is not None else _town_behind(phrase, at)
    label = phrase.words(first, last)
    chunk = phrase.chunk("Place", first, last, label=label[:1].upper() + label[1:], lemma=phrase.lemma(at), rule="")
    chunk.kind_of, chunk.rule, chunk.confidence = "venue", "place.room", 0.7
    whole = owner or (before if before is not None and before.kind == "Organization" else None)
    if whole is not None and whole.inside is None:
        chunk.owner, whole.inside, chunk.value = whole, chunk, whole.label
    for i in range(first, last + 1):
        phrase.taken[i] = phrase.taken[i] or chunk
    phrase.chunks.append(chunk)


def _town_behind(phrase: Phrase, at: int) -> int:
    """Return the last token of the town hall of Vik, where nothing is known of Vik."""
    named = phrase.lower(at + 1) == "of" and phrase.name(at + 2) and phrase.taken[at + 2] is None
    return run_end(phrase, at + 2) if named else at


def _whose(phrase: Phrase, at: int) -> Chunk | None:
    """Return the body or town that a room is of: the assembly hall of the Museum, the town hall of Vik."""
    if phrase.lower(at + 1) != "of":
        return None
    behind = at + 2 + (phrase.tag(at + 2) in ("D", "O"))
    owner = phrase.taken[behind] if behind < phrase.size else None
    top = owner.top() if owner is not None else None
    return top if top is not None and top.kind in ("Organization", "Place") and not top.plural else None
