"""What each word of a date contributes: the year, month, day, relation and time that a run of tokens says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from kg.lang.date_tokens import Token
from kg.lang.date_words import RELATIONS

_MONTHS: Final = frozenset("mMslgat")
_LEADING: Final = frozenset("SUCBpOfw,")  # words before a date that are no part of it
_THAT: Final = 10  # "which" values: 10 that one, 11 the one after it, 9 the one before it
_UNITS: Final = {"K": "day", "A": "month", "X": "week", "j": "year"}


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units ("day", "week", "month", "year") from the day of publication, or from the one last spoken of.

    A unit of "first" or "last" counts days from the first or last day of the period last spoken of (the second day).
    """

    unit: str
    steps: int
    from_last: bool


@dataclass(slots=True)
class Part:
    """One date of a run, perhaps without its month or year, for a neighbour may say them.

    ``joiner`` is "-" or "&" if such a sign or word stands before it. ``relation`` is what a word says, ``case`` what
    an ending says. ``which`` goes with a month or weekday (last April). ``slashed`` is whether it is written 5/6/2023,
    ``closes`` whether it is the end of the period that the part before it begins.
    """

    start: int = -1
    end: int = -1
    joiner: str = ""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    which: int | None = None
    shift: Shift | None = None
    year_shift: Shift | None = None
    relation: str = ""
    case: str = ""
    time: str | None = None
    quarter: bool = False
    slashed: bool = False
    closes: bool = False

    def said(self) -> bool:
        """Whether the part says anything of a day, month or year yet."""
        told = (self.year, self.month, self.day, self.weekday, self.shift, self.year_shift)
        return self.quarter or any(value is not None for value in told)


def parts_of(tokens: Sequence[Token], prepositions: bool) -> list[Part]:
    """Return the dates that a run of tokens says; ``prepositions`` is whether relations stand before them."""
    reading = _Reading(tokens, prepositions)
    for at in range(len(tokens)):
        reading.read(at)
    return [part for part in (*reading.parts, reading.part) if part.said()]


class _Reading:
    """Walks once over a run of tokens; ``part`` is the date being read."""

    def __init__(self, tokens: Sequence[Token], prepositions: bool) -> None:
        self.tokens = tokens
        self.prepositions = prepositions
        self.parts: list[Part] = []
        self.part = Part()
        self.which: int | None = None

    def read(self, at: int) -> None:
        token = self.tokens[at]
        before = self.tokens[at - 1].code if at else ""
        after = self.tokens[at + 1].code if at + 1 < len(self.tokens) else ""
        if self.part.start < 0 and token.code in _LEADING:
            self.part.relation = RELATIONS.get(token.code, self.part.relation)
        elif token.code == "-" and before == "T":
            pass  # 10:00–12:00
        elif token.code in "-&":
            self._next(token.code)
        elif token.code in RELATIONS:
            self._relation(token, after)
        elif token.code not in ",fOw" or (token.code == "w" and not self.prepositions):
            self._value(token, before, after)

    def _next(self, joiner: str) -> None:
        if self.part.said():
            self.parts.append(self.part)
            self.part = Part(joiner=joiner)

    def _relation(self, token: Token, after: str) -> None:
        relation = RELATIONS[token.code]
        if not self.prepositions:
            self.part.relation, self.part.end = relation, token.end
        elif after and after in "TG":  # 17 ноября в 18.00: of the hour, not of the day
            self.part.relation = relation if relation == "until" else self.part.relation
        elif relation != "on" and self.part.said():
            self._next("-" if relation == "until" else "")
            self.part.relation = relation

    def _value(self, token: Token, before: str, after: str) -> None:
        code = token.code
        if code in "dob":
            self._day(token, before, after)
        elif code in _MONTHS:
            self._fresh("month").month = token.value
            self.part.which, self.which = self.which, None
            self.part.case = "since" if code == "a" else self.part.case
        elif code == "y":
            self._fresh("year").year = token.value
        elif code in "FGT":
            self._digits(token, after)
        elif code in "hP":
            self.which = token.value
        else:
            self._word(token, before)
        if token.relation and not (code == "x" and before in "TG"):
            self.part.case = token.relation
        self.part.start = token.start if self.part.start < 0 else self.part.start
        self.part.end = token.end

    def _word(self, token: Token, before: str) -> None:
        code, part = token.code, self.part
        if code == "r":
            part.year_shift = Shift("year", token.value, False)
        elif code in "RD":
            part.shift = Shift("day", token.value, code == "D")
        elif code == "W":
            part.weekday, part.which, self.which = token.value, self.which, None
        elif code in "qe":
            part.quarter = part.quarter or code == "q"
            part.day = None if before and before in "dox" else part.day  # the third quarter, the first half
        elif code == "v" and part.time:
            part.time = _of_half_day(part.time, token.value)
        elif code == "E":
            part.shift = Shift("first" if token.value else "last", 0, True)
        elif code == "K" and before == "o" and self.which is None and part.day is not None and part.month is None:
            part.shift, part.day = Shift("first", part.day - 1, True), None  # on the second day
        elif code in _UNITS and self.which is not None:
            self._unit(_UNITS[code])

    def _unit(self, unit: str) -> None:
        which, self.which = self.which or 0, None
        from_last = which >= _THAT - 1
        shift = Shift(unit, which - _THAT if from_last else which, from_last or unit == "day")
        if unit == "year":
            self.part.year_shift = shift
        else:
            self.part.shift = shift

    def _day(self, token: Token, before: str, after: str) -> None:
        if after == "v" or (self.part.day is not None and (before == "H" or after == "H")):
            self.part.time = self.part.time or f"{token.value:02d}:00"
        else:
            self._fresh("day").day = token.value

    def _digits(self, token: Token, after: str) -> None:
        if token.code == "F":
            part = self._fresh("day")
            part.day, part.month, part.year = token.parts
            part.slashed = bool(token.value)
        elif token.code == "G" and after and after in "-U" and any(other.code == "F" for other in self.tokens):
            self.part.day, self.part.month = token.parts
        elif self.part.time is None and token.parts[0] < 24 and token.parts[1] < 60:
            self.part.time = f"{token.parts[0]:02d}:{token.parts[1]:02d}"

    def _fresh(self, name: str) -> Part:
        """Return the part to put a value in: a new one if this one has it already (1 сәуірден 31 тамызға)."""
        if getattr(self.part, name) is not None:
            self._next("")
        return self.part


def _of_half_day(time: str, hours: int) -> str:
    """Return a clock time of 24 hours: 2:30 p.m. is 14:30."""
    hour = int(time[:2])
    return f"{hour % 12 + hours:02d}{time[2:]}" if 1 <= hour <= 12 else time


def completed(parts: Sequence[Part]) -> None:
    """Give each part the month and year that its neighbour says: 18–20 ноября 2021 года.

    A period does not run backwards: 30 December – 2 January 2022 began in 2021.
    """
    pairs = list(pairwise(parts))
    for closes in (True, False):  # the two ends of a period first: 18–20 ноября и 5–7 декабря
        for part, after in [pair for pair in reversed(pairs) if pair[1].closes == closes]:
            _month_from(part, after)
        for before, part in [pair for pair in pairs if pair[1].closes == closes]:
            _month_from(part, before)
    for part, after in reversed(pairs):
        _year_from(part, after, -1 if after.closes and _order(part) > _order(after) else 0)
    years_from_left(parts)


def years_from_left(parts: Sequence[Part]) -> None:
    """Give each part that has none the year of the part before it."""
    for before, part in pairwise(parts):
        _year_from(part, before, 1 if part.closes and _order(part) < _order(before) else 0)


def _month_from(part: Part, other: Part) -> None:
    if part.day is not None and part.month is None:
        part.month = other.month
        if part.shift is None and other.shift is not None and other.shift.unit == "month":
            part.shift = other.shift


def _year_from(part: Part, other: Part, years: int) -> None:
    if part.year is None and part.year_shift is None and (part.month is not None):
        part.year = None if other.year is None else other.year + years
        shift = other.year_shift
        part.year_shift = shift and Shift("year", shift.steps + years, shift.from_last)


def _order(part: Part) -> tuple[int, int]:
    return part.month or 0, part.day or 0
