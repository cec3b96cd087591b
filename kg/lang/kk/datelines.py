"""What a Kazakh story begins with before a dash and does nothing in its sentence: its town and day, or its agency.

Астана, 2024 жылғы 5 сәуір – X енгізілді    Алматы. KAZINFORM – X сайланды
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.lang.kk.phrase import Phrase
from kg.lang.syntax import DAY, Chunk, Sentence

_DASHES = frozenset("–—-")
_LONGEST = 12  # tokens before the dash
_SHORT = 6  # tokens of a sentence that is a town and perhaps a day
_AHEAD = frozenset({"Place", "Date"})


def leave_dateline(phrase: Phrase, chunks: list[Chunk], before: Iterable[Sentence]) -> list[Chunk]:
    """Take its part in the sentence from what stands before the dash, and return the days that stand there."""
    if phrase.size < 3 or not chunks or chunks[0].first:
        return []
    dash = next((i for i in range(1, min(_LONGEST, phrase.size)) if phrase.tokens[i].text in _DASHES), 0)
    head = [c for c in chunks if c.last < dash]
    if not head or any(phrase.tokens[i].kind == "word" and phrase.taken[i] is None for i in range(dash)):
        return []
    days = [c for c in head if c.kind == "Date" and len(c.value) == DAY]
    town = head[0].kind == "Place" and bool(days) and all(c.kind in (*_AHEAD, "Country") for c in head)
    agency = len(head) == 1 and head[0].kind == "Organization" and _towns_alone(list(before))
    for chunk in head if town or agency else ():
        if chunk.function == "subject":
            chunk.function = ""
    return days if town else []


def leave_day(sentence: Sentence, days: list[Chunk]) -> None:
    """Leave the dateline's day out of a clause that names another one."""
    for clause in sentence.clauses if days else ():
        if any(d.kind_of == "on" and d not in days for d in clause.having("date")):
            clause.chunks = [c for c in clause.chunks if c not in days]


def _towns_alone(sentences: list[Sentence]) -> bool:
    return bool(sentences) and all(map(_town_alone, sentences))


def _town_alone(sentence: Sentence) -> bool:
    kinds = {c.kind for c in sentence.chunks}
    return bool(kinds) and kinds <= _AHEAD and len(sentence.tokens) <= _SHORT
