"""One plural noun for several bodies: the councils of X and Y, the foreign ministries of A and B."""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.en.capitals import run_end
from kg.lang.en.ministries import field_of, with_article
from kg.lang.en.phrase import Phrase
from kg.lang.syntax import Chunk

_KINDS = cues("en").words["distributed"]
_MANY = cues("en").words["many-in-a-state"]  # of which a state has several, though only one national or central
_SOLE = cues("en").words["sole-of-kind"]
_WITH_KIND = cues("en").words["kinds-of-bodies"] | _SOLE
_NOUNS = ("N", "P")
_MODIFIERS = ("J", "N", "P")
_MOST = 6
_LONGEST_FIELD = 5


def find_distributed(phrase: Phrase) -> None:
    """Take one body for each place behind a plural noun: councils of X and Y, the ministries of health of A and B."""
    for at, lemma in enumerate(phrase.lemmas if "of" in phrase.present else ()):
        if lemma in _KINDS and phrase.lowers[at] != lemma and phrase.lower(at + 1) == "of" and phrase.tag(at) in _NOUNS:
            begin, noun, behind = _noun(phrase, at, lemma)
            owners = _places(phrase, behind) if noun else []
            if len(owners) > 1 and _one_each(phrase, noun, lemma, owners):
                _take(phrase, begin, noun, lemma, owners)


def _noun(phrase: Phrase, at: int, lemma: str) -> tuple[int, str, int]:
    """Return where the noun begins with its field or kind, its name in the singular, and where the places begin.

    The medical universities of X and Y are the Medical University of each; the best universities are none that is told.
    """
    before = phrase.lower(at - 1)
    alone = not at or phrase.tag(at - 1) not in _MODIFIERS
    if lemma != "ministry":
        noun = lemma.capitalize()
        if before in _WITH_KIND:
            return at - 1, f"{before.capitalize()} {noun}", at + 2
        return at, noun if alone else "", at + 2
    if not alone:
        begin, field = _field_before(phrase, at)
        return begin, f"Ministry of {field_of(field)}" if field else "", at + 2
    behind = next((i for i in range(at + 3, at + 3 + _LONGEST_FIELD) if phrase.lower(i) == "of"), 0)
    if not behind or phrase.lower(at + 2) not in phrase.cues.words["domains"]:
        return at, "", 0
    field = " ".join(w if w in ("and", "the", "of") else w.capitalize() for w in phrase.lowers[at + 2 : behind])
    return at, f"Ministry of {field}", behind + 1


def _field_before(phrase: Phrase, at: int) -> tuple[int, str]:
    """Foreign, internal affairs: not education and science, of which each place may have one ministry or two."""
    one, before = phrase.lower(at - 1), phrase.lower(at - 2)
    if f"{before} {one}" in phrase.cues.words["domains"]:
        return at - 2, f"{before} {one}"
    more = at > 1 and (before in ("and", ",") or phrase.tag(at - 2) in _MODIFIERS)
    return at - 1, one if one in phrase.cues.words["domains"] and not more else ""


def _one_each(phrase: Phrase, noun: str, lemma: str, owners: list[tuple[int, int]]) -> bool:
    """Tell whether each place has just one: the parliaments of two states, not their universities."""
    states = [(c := phrase.taken[first]) is not None and c.kind == "Country" for first, _ in owners]
    return not any(states) or lemma not in _MANY or noun.split(maxsplit=1)[0].lower() in _SOLE


def _places(phrase: Phrase, at: int) -> list[tuple[int, int]]:
    """Return the first and last token of each name in a list: X, Y and Z."""
    found: list[tuple[int, int]] = []
    while len(found) < _MOST:
        at += phrase.lower(at) == "the"
        if not phrase.name(at):
            return []
        chunk = phrase.taken[at]
        if chunk is not None and (chunk.kind not in ("Country", "Place") or chunk.inside is not None):
            return []
        last = chunk.last if chunk is not None else run_end(phrase, at)
        found.append((at, last))
        mark = phrase.lower(last + 1)
        if found[1:] and phrase.lower(at - 1) in ("and", "the") and mark not in (",", "and"):
            return found
        if mark not in (",", "and"):
            return []
        if mark == "," and len(found) > 1 and phrase.lower(at - 1) == "and":
            return found
        at = last + 2
    return []


def _take(phrase: Phrase, begin: int, noun: str, lemma: str, owners: list[tuple[int, int]]) -> None:
    for i in range(begin, owners[0][0]):
        if (old := phrase.taken[i]) is not None and old in phrase.chunks:
            phrase.chunks.remove(old)
    for index, (first, last) in enumerate(owners):
        state = phrase.taken[first]
        name = with_article(state.label) if state is not None else phrase.words(first, last)
        start = begin if index == 0 else first
        short = "Ministry" if lemma == "ministry" else noun
        body = phrase.chunk(
            "Organization", start, last, label=f"{noun} of {name}", lemma=lemma, rule="organization.distributed"
        )
        body.core, body.confidence, body.names = f"{noun} of {name}", 0.8, [f"{name} {short}"]
        _own(phrase, body, state, noun)
        phrase.take(body)


def _own(phrase: Phrase, body: Chunk, state: Chunk | None, noun: str) -> None:
    if state is None or state.kind != "Country":
        if state is not None:
            state.inside = body
        return
    body.core, body.state, body.owner = noun, state.known or state.label, state
    entry = phrase.known_as(body.label, "Organization")
    body.known = entry.id if entry else None
    state.inside, body.names = body, []
