"""The name of who publishes, as the line at the head of an announcement has it: Salt and Mining Museum Hallbruck.

Where such a line is nothing but a name, that name is one wherever the text repeats it, whatever stands inside.
"""

from __future__ import annotations

from kg.lang.en.body_parts import is_plural_at
from kg.lang.en.capitals import follow, head_in, in_brackets, run_end
from kg.lang.en.morphology import closed_class, verb_forms
from kg.lang.en.phrase import Phrase
from kg.lang.syntax import Chunk
from kg.lang.tokens import Token, tokens
from kg.records import Announcement

_INSIDE = frozenset({"and", "of", "for", "in", "on", "at", "to", "the", "&", "'", "’", "-"})
_ENDS = frozenset({"·", "|", "•", ",", ":", "–", "—"})
_LEAST, _MOST = 3, 14  # words


def heading_name(announcement: Announcement) -> tuple[str, ...]:
    """Return the words, in small letters, of the name that heads an announcement; () where its first line is none."""
    line = next((line for line in announcement.lines[:2] if line.kind != "image"), None)
    if line is None or line.kind != "title" or len(announcement.lines) < _LEAST:
        return ()
    cut = tokens(announcement.text, line.start, line.end)
    end = next((at for at, token in enumerate(cut) if token.text in _ENDS), len(cut))
    cut = cut[:end]
    if not _LEAST <= len(cut) <= _MOST or not all(map(_may_stand, cut)) or not cut[-1].capital:
        return ()
    words = tuple(token.text.lower() for token in cut)
    told = any(form.kind == "third" for word in words for form in verb_forms().get(word, ()))
    return () if told else words[words[0] == "the" :]


def _may_stand(token: Token) -> bool:
    low = token.text.lower()
    return low in _INSIDE or (token.capital and (low not in closed_class() or low in ("all",)))


def take_heading_name(phrase: Phrase, at: int) -> Chunk | None:
    """Take the name that heads the text, where its own words would make less of it."""
    words = phrase.known.heading
    if not words or phrase.lowers[at] != words[0] or phrase.lowers[at : at + len(words)] != list(words):
        return None
    last = at + len(words) - 1
    head = _head(phrase, at, last)
    longer = phrase.name(last + 1) and not phrase.possessive(last)
    if head is None or not phrase.free(at, last) or longer or _told_by_itself(phrase, at, last):
        return None
    letters = in_brackets(phrase, last)
    label = phrase.words(at, last)
    chunk = phrase.chunk("Organization", at, letters.last, label=label, lemma=head, rule="organization.heading")
    chunk.core, chunk.acronym, chunk.kind_of = label, letters.acronym, phrase.cues.organizations[head]
    return phrase.take(chunk)


def _head(phrase: Phrase, at: int, last: int) -> str | None:
    """Return the noun for a kind of body that the name turns on: the last one before its first "of"."""
    end = next((i - 1 for i in range(at + 1, last) if phrase.lowers[i] in ("of", "for", "in", "at")), last)
    found = head_in(phrase, at, end)
    singular = found is not None and not is_plural_at(phrase, found[1])
    return found[2] if found is not None and singular else None


def _told_by_itself(phrase: Phrase, at: int, last: int) -> bool:
    """Tell whether the words would be read as one name anyway, with the state or body that stands in it."""
    head = head_in(phrase, at, run_end(phrase, at))
    return head is not None and follow(phrase, head[1], head[2]).last >= last
