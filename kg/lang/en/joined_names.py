"""Names in which and joins words before one head noun: the Hotel and Restaurant Association.

Two bodies under one article are told apart by a head noun, post, state or known name on the left (the Government and
National Bank), or by an adjective on the right that begins a name of its own (National, Regional, Kazakh).
"""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.en.body_parts import is_plural_at
from kg.lang.en.capitals import head_in, honorific_at, run_end
from kg.lang.en.demonyms import demonyms
from kg.lang.en.phrase import Phrase
from kg.lang.en.where_people_begin import person_like

_WORDS = cues("en").words
_FIELDS = _WORDS["joined-fields"] | _WORDS["domains"]
_OPENING = _WORDS["opening-names"] | _WORDS["relational"]
_AND = frozenset({"and", "&"})
_BEFORE = frozenset({"the", "our", "this", "a", "an"})
_MOST = 4  # words that and or commas join


def joined_end(phrase: Phrase, at: int, end: int) -> int | None:
    """Return the end of a name that goes on behind "and" to its head noun, None where the run of capitals is all."""
    behind = phrase.lower(end + 1)
    if behind not in _AND and behind != ",":
        return None
    last = _last_joined(phrase, end)
    if last is None or phrase.possessive(end):
        return None
    begin, end_of_name = last
    head = head_in(phrase, begin, end_of_name)
    if head is None or head[0] == begin or is_plural_at(phrase, head[1]) or _post_in(phrase, at, end_of_name):
        return None
    field = behind in _AND and phrase.lower(end) in _FIELDS
    if not field and not _one_name(phrase, at, end, begin, head[0]):
        return None
    phrase.known.joined.add((phrase.lower(end), phrase.lower(begin)))
    return end_of_name


def note_joined(phrase: Phrase) -> None:
    """Note the words that and joins before one head noun, for where they stand behind another: the Board of the …."""
    if _AND.isdisjoint(phrase.present):
        return
    for at in phrase.capitals:
        if at > 1 and phrase.lower(at - 1) == "the" and phrase.lower(at - 2) == "of" and phrase.taken[at] is None:
            joined_end(phrase, at, run_end(phrase, at))


def _last_joined(phrase: Phrase, end: int) -> tuple[int, int] | None:
    """Return the run behind and, one behind commas too: Wool, Flax and Silk Museum."""
    for _ in range(_MOST):
        begin = end + 2
        if not phrase.name(begin) or phrase.taken[begin] is not None:
            return None
        if phrase.lower(end + 1) in _AND:
            return begin, run_end(phrase, begin)
        if phrase.lower(end + 1) != "," or not phrase.tokens[begin].text.isalpha():
            return None
        end = begin
    return None


def _one_name(phrase: Phrase, at: int, end: int, begin: int, head: int) -> bool:
    """Tell whether what and joins stands under one article, or was joined so elsewhere in the text."""
    if (phrase.lower(end), phrase.lower(begin)) in phrase.known.joined:
        return True
    heads_line = at == 0 and phrase.title and phrase.tag(run_end(phrase, begin) + 1) in ("", "I", "PUNCT")
    if not heads_line and phrase.lower(at - 1) not in _BEFORE and not phrase.possessive(at - 1):
        return False
    return _describes(phrase, at, end) and not _begins_a_name(phrase, begin, head)


def _describes(phrase: Phrase, at: int, end: int) -> bool:
    """Tell whether the left side is no name by itself: no body, state, place or person."""
    if head_in(phrase, at, end) is not None or honorific_at(phrase, at) or phrase.tokens[end].acronym:
        return False
    places = phrase.cues.places
    if any(
        phrase.lemma(i) in phrase.cues.events or places.get(phrase.lemma(i)) == "region" for i in range(at, end + 1)
    ):
        return False
    found = phrase.longest_known(at, "Organization", "Country", "Place")
    whole = found is not None and found[0] == end
    return not whole and not person_like(phrase, end) and not _several_names(phrase, at, end)


def _several_names(phrase: Phrase, at: int, end: int) -> bool:
    return phrase.bare(end) in phrase.known.brands or phrase.words(at, end) in phrase.known.brands


def _begins_a_name(phrase: Phrase, begin: int, head: int) -> bool:
    """Tell whether the right side is a name by itself: National Bank, Regional Council, Almaty Museum."""
    low = phrase.lower(begin)
    if low in _OPENING or low in demonyms() or phrase.tokens[begin].acronym:
        return True
    found = phrase.longest_known(begin, "Organization", "Country", "Place")
    return found is not None and found[0] < head + 1


def _post_in(phrase: Phrase, at: int, end: int) -> bool:
    """Tell whether the word for a post stands in a run, before its last noun."""
    roles = phrase.cues.roles
    return any(
        (phrase.lemmas[i] in roles and not is_plural_at(phrase, i))
        or f"{phrase.lower(i)} {phrase.lemma(i + 1)}" in roles
        for i in range(at, end)
    )
