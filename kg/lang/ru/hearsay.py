"""Sentences that only pass on a rumour: По неподтверждённым данным, …; Говорят, …; Если верить блогерам, X назначен."""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.ru.phrase import Phrase
from kg.lang.syntax import Clause

_WORDS = cues("ru").words
_ASIDE = _WORDS["rumoured-aside"]
_PHRASES = tuple(tuple(words.split(" ")) for words in sorted(_WORDS["rumoured"]))
_FIRST = frozenset(words[0] for words in _PHRASES)


def doubt_rumours(phrase: Phrase, clauses: list[Clause]) -> None:
    """Let nothing be a fact that a sentence tells as a rumour; what it says of the rumour itself may be."""
    aside = phrase.lower(0) in _ASIDE and phrase.lower(1) == ","
    if not aside and (_FIRST.isdisjoint(phrase.lowers) or not _rumoured(phrase)):
        return
    for clause in clauses:
        if clause.modality in ("asserted", "planned") and "speak" not in clause.concepts:
            clause.modality = "denied"


def _rumoured(phrase: Phrase) -> bool:
    for at, word in enumerate(phrase.lowers):
        if word in _FIRST and any(
            tuple(phrase.lowers[at : at + len(words)]) == words for words in _PHRASES if words[0] == word
        ):
            return not any(lower in _WORDS["in-spite-of"] for lower in phrase.lowers[max(0, at - 1) : at])
    return False
