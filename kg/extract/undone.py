"""What the text takes back: X is said to have been appointed, but that is not confirmed; It proved to be untrue.

Words of untruth, or of confirming that are denied, behind but or in a sentence of their own that names nobody: what was
told before them in the same sentence, or in the sentence before, is no fact.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter

from kg.lang.cues import Cues
from kg.lang.syntax import Clause, Sentence

_TEXT = attrgetter("text")
_TAKES_UP = 2  # words among which a sentence says what it is about: Это оказалось неправдой
_NOT_SO = 6  # words at the beginning in which it is said that what was told is not so
_LONG = 14  # words of a sentence that only takes something back


def take_back(sentences: list[Sentence], words: Cues) -> None:
    """Mark as denied the clauses that the text itself takes back."""
    contrast, takes_up = _contrast(words), words.words["takes-up"]
    told = words.words.get("what-was-told", frozenset())
    for before, sentence in zip([None, *sentences], sentences, strict=False):
        opening = [token.text.lower() for token in sentence.tokens[:_TAKES_UP]]
        of_what_was_told = _of_what_was_told(sentence, takes_up, told)
        if not of_what_was_told and contrast.isdisjoint(map(_TEXT, sentence.tokens)) and takes_up.isdisjoint(opening):
            continue
        start = next((i for i, token in enumerate(sentence.tokens) if token.text in contrast), -1)
        low = [token.text.lower() for token in sentence.tokens]
        if start > 0 and _untrue(low[start:], words) and _names_nobody(sentence, start):
            _deny(c for c in sentence.clauses if c.predicate[1] < start)
        low = low[: low.index(":")] if ":" in low else low  # Это не так: …
        if before is None or before.line != sentence.line or len(low) > _LONG or not _untrue(low, words):
            continue
        if of_what_was_told or (not takes_up.isdisjoint(opening) and _names_nobody(sentence, 0)):
            _deny(before.clauses)


def _of_what_was_told(sentence: Sentence, takes_up: frozenset[str], told: frozenset[str]) -> bool:
    """Пресс-служба эту информацию опровергла: whoever says so, it is of what was told before."""
    if not told or not 2 < len(sentence.tokens) <= _LONG:
        return False
    low = [token.text.lower() for token in sentence.tokens]
    return any(noun in told and this in takes_up for this, noun in pairwise(low))


@lru_cache(maxsize=8)
def _contrast(words: Cues) -> frozenset[str]:
    """Return but and however as they stand in a sentence, at its beginning and in a headline."""
    return frozenset(form for word in words.words["contrast"] for form in (word, word.capitalize(), word.upper()))


def _untrue(words: list[str], cues: Cues) -> bool:
    said = any(word.startswith(stem) for word in words for stem in cues.words["untrue"])
    said = said or _not_so(words, cues.words["not-so"])
    confirms = any(word.startswith(stem) for word in words for stem in cues.words["confirming"])
    return said or (confirms and bool(set(words) & cues.words["denying"]))


def _not_so(words: list[str], phrases: frozenset[str]) -> bool:
    """Это не так: …; but this is not the case. Not what goes on: это не так много."""
    for phrase in phrases:
        told = phrase.split()
        for at in range(min(_NOT_SO, len(words)) - len(told) + 1):
            behind = at + len(told)
            if words[at:behind] == told and (behind == len(words) or not words[behind][0].isalnum()):
                return True
    return False


def _names_nobody(sentence: Sentence, start: int) -> bool:
    named = (c for c in sentence.chunks if c.first >= start and c.proper and c.inside is None)
    return not any(c.kind in ("Person", "Organization", "Program", "Agreement", "Event") for c in named)


def _deny(clauses: Iterable[Clause]) -> None:
    for clause in clauses:
        if clause.modality == "asserted" and "speak" not in clause.concepts:
            clause.modality = "denied"
