"""What part a noun phrase plays in its clause: by its preposition, by its place before or behind the verb.

A phrase of several prepositions counts as one (on behalf of, on the margins of, as part of).
"""

from __future__ import annotations

from functools import cache, lru_cache

from kg.lang.cues import cues
from kg.lang.en.morphology import forms_of
from kg.lang.en.phrase import Phrase
from kg.lang.en.post_holders import extent
from kg.lang.syntax import Chunk

ACTORS = frozenset({"Person", "Organization", "Country", "Place", "Delegation", "Side", "Pronoun", "Role"})
_OPENERS = frozenset({"after", "before", "since", "until", "till", "once", "while", "when", "because", "although"})
_TIMES = cues("en").words["times"]
_LONGEST = 5  # words of a preposition
_AMONG_OTHERS = ([",", "among", "others"], [",", "inter", "alia"])
_PHRASAL = cues("en").words["phrasal"]
_PARTICLES = frozenset(pair.partition(" ")[2] for pair in _PHRASAL)
_LINKS = frozenset({",", "and", "&", "or", ";", "as", "well", "plus"})


@cache
def _lengths_by_last() -> dict[str, tuple[int, ...]]:
    """Return how many words the prepositions of several have that end in a word, the longest first."""
    found: dict[str, set[int]] = {}
    for words in (phrase.split(" ") for phrase in cues("en").postpositions):
        if 1 < len(words) <= _LONGEST:
            found.setdefault(words[-1], set()).add(len(words))
    return {word: tuple(sorted(lengths, reverse=True)) for word, lengths in found.items()}


def preposition(phrase: Phrase, chunk: Chunk) -> str:
    """Return the part that the preposition before a chunk's phrase gives it, "" where there is none."""
    first = extent(phrase, chunk)[0] if chunk.kind != "Pronoun" else chunk.first  # before that she chaired it
    apart = phrase.tags[first] == "D"  # in the hall of the Court a seminar was held: not the Court's
    whose = phrase.taken[first - 1] if chunk.kind == "Event" and first and not apart else None
    if whose is not None and whose.kind == "Organization" and whose.last == first - 1:
        first, _ = extent(phrase, whose.top())  # at the IACA meeting
    table = phrase.cues.postpositions
    if phrase.lower(first - 1) == "," and phrase.lowers[max(0, first - 4) : first - 1] in _AMONG_OTHERS:
        first -= 4  # speeches were made by, among others, X and Y
    word = phrase.lower(first - 1)
    if first == 1 and word in table:
        return table[word]
    for length in _lengths_by_last().get(word, ()):
        compound = " ".join(phrase.lowers[first - length : first]) if length <= first else ""
        if compound in table:
            return table[compound]
    if word in _PARTICLES and phrase.tag(first - 2) in ("V", "X", "G", "B") and _phrasal(phrase.lower(first - 2), word):
        return ""  # took in the Institute as a member, carries on the programme
    if phrase.tag(first - 1) == "S" and word in _OPENERS:
        return ""  # after the Congress accepted X
    if (
        chunk.kind != "Date"
        and first > 1
        and phrase.lower(chunk.first - 1) in _TIMES
        and phrase.tag(first) in ("D", "J")
    ):
        return ""  # since the beginning of the year X and Y have run: the name is no part of the day or year
    if (phrase.tag(first - 1) in ("I", "S") and phrase.taken[first - 1] is None) or word == "of":
        if word == "as" and phrase.lower(first - 2) == "well":
            return ""
        return table.get(word, "")
    return ""


@lru_cache(maxsize=4_096)
def _phrasal(verb: str, particle: str) -> bool:
    return any(f"{form.base} {particle}" in _PHRASAL for form in forms_of(verb))


def linked(phrase: Phrase, previous: Chunk, chunk: Chunk, *, again: bool = False) -> str:
    """Return "and" or "comma" if only a conjunction or comma stands between two phrases, else ""."""
    first, _ = extent(phrase, chunk)
    _, last = extent(phrase, previous)
    between = phrase.lowers[last + 1 : first]
    if again and len(between) > 1:
        between = between[:-1]  # by X as well as by Y
    if not between or len(between) > 4 or not all(word in _LINKS for word in between):
        return ""
    return "and" if any(word not in (",", ";") for word in between) else "comma"


def alike(one: Chunk, two: Chunk) -> bool:
    """Tell whether two chunks may be members of one list; a person and a town never are."""
    if {one.kind, two.kind} == {"Person", "Place"}:
        return False
    return (one.kind in ACTORS and two.kind in ACTORS) or one.kind == two.kind
