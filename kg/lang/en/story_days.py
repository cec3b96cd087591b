"""Days that a story tells apart from its clauses: as the heading of a paragraph, as a part of a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.lang.dates import DateMention
from kg.lang.en.phrase import Phrase
from kg.lang.syntax import DAY, Chunk, Sentence

_CLOCK = 8  # tokens of a time between a day and its colon
_PARTS_OF_DAY = frozenset({"afternoon", "evening", "morning"})
_HALF = frozenset({"half"})


def part_of_day(phrase: Phrase, dates: Sequence[DateMention], before: Sequence[Sentence]) -> None:
    """In the afternoon: the day that the story has come to, not one in an aside (X, who left on 14 November)."""
    if (_PARTS_OF_DAY | _HALF).isdisjoint(phrase.present):
        return
    asides = {c.start for s in before for clause in s.clauses if clause.form == "relative" for c in clause.days}
    told = [d for d in reversed(dates) if d.relation == "on" and len(d.value) == DAY]
    day = next((d.value for d in told if d.start not in asides), told[0].value if told else "")
    if not day:
        return
    for at in range(2, min(6, phrase.size)):
        half = phrase.lowers[at : at + 4] == ["half", "of", "the", "day"]  # in the second half of the day
        last = at + 3 if half else at
        part = half or (phrase.lower(at) in _PARTS_OF_DAY and phrase.lower(at - 1) == "the")
        if part and phrase.free(at - 2, last):
            chunk = phrase.chunk("Date", at - 2, last, label=day, lemma="", rule="date.part-of-day")
            chunk.value, chunk.kind_of = day, "on"
            phrase.take(chunk)
            return


def spread_heading(sentences: list[Sentence], day: Chunk | None) -> Chunk | None:
    """Give the last sentence the day that heads its paragraph, if it has none; return the heading's day.

    "Monday, 6 September. The akim held a meeting."; "6 September — the akim held a meeting."
    """
    sentence = sentences[-1]
    first = len(sentences) < 2 or sentences[-2].line != sentence.line
    if sentence.title:
        return None
    if first:
        day = _heading(sentence)
    if day is None or (first and not _goes_on(sentence, day)):
        return day
    if not any(c.kind == "Date" and c is not day for c in sentence.chunks):
        for clause in sentence.clauses:
            if clause.form == "finite" and clause.concepts:
                clause.chunks.append(replace(day.again("date"), first=0, last=0))
    return day


def _heading(sentence: Sentence) -> Chunk | None:
    """Return the day that a sentence consists of, or that stands before its first colon or dash."""
    days = [c for c in sentence.chunks if c.kind == "Date" and len(c.value) == DAY and c.kind_of == "on"]
    if not days or days[0].first > 1:
        return None
    behind = sentence.tokens[days[0].last + 1 :]
    clock = next((i for i, token in enumerate(behind[:_CLOCK]) if token.text == ":"), 0)
    if behind and behind[0].text == "," and clock and any(t.kind == "number" for t in behind[:clock]):
        behind = behind[clock:]  # 9 October, 7.45 a.m.: the Chamber meets X
    closed = not behind or behind[0].text in (".", ":", "–", "—", "-", "|")
    return days[0] if closed and not days[0].names else None


def _goes_on(sentence: Sentence, day: Chunk) -> bool:
    return len(sentence.tokens) > day.last + 3
