"""Numbers in running text: digits and words, cardinal and ordinal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from importlib import import_module
from typing import Final

LANGUAGES: Final = ("kk", "ru", "en")
_THOUSAND: Final = 1000
_MOST_DIGITS: Final = 18  # more is a code, not a count
_SPACE: Final = " \u00a0\u202f"
_FORM = re.compile(
    rf"[0-9]{{1,3}}(?:[{_SPACE}][0-9]{{3}})+(?![0-9])(?:-?[^\W\d_]+)?"  # 1 200
    r"|[0-9]+(?:[.,:/\-–—][0-9]+)*(?:[-–]?[^\W\d_]+)?"
    r"|[^\W\d_]\w*(?:[-–][0-9]\w*)?"
)
_DIGITS = re.compile(rf"[0-9]+(?:[{_SPACE}.,:/\-–—][0-9]+)*")
_PHONE = re.compile(r"(?:\+[0-9]{1,3}|\b8)[ -]?\(?[0-9]{3,4}\)?(?:[ -]?[0-9]{2,3}){2,4}")
_NEAR: Final = (" ", "\u00a0", "\u202f")


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A number in a text: where it stands, its value, and whether it is ordinal (the third) or cardinal (three)."""

    start: int
    end: int
    value: int
    ordinal: bool


@dataclass(frozen=True, slots=True)
class NumberData:
    """The number words of one language.

    ``words`` maps each form to (value, ordinal). ``suffixes`` are what may be glued to digits, ``ordinal_suffixes``
    those that make them ordinal. ``joiners`` are words inside a number (one hundred and four). ``scales`` are
    abbreviations that only follow digits (млн). ``commas`` is whether 3,000 is three thousand. ``not_after_ordinal``
    are words that mean something else there (бірінші тоқсан: the first quarter).
    """

    words: Mapping[str, tuple[int, bool]]
    suffixes: frozenset[str]
    ordinal_suffixes: frozenset[str]
    scales: Mapping[str, int]
    joiners: frozenset[str] = frozenset()
    commas: bool = False
    not_after_ordinal: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Piece:
    """One word or group of digits; ``scale`` for an abbreviation that needs digits before it."""

    start: int
    end: int
    value: int | Fraction
    ordinal: bool
    digits: bool = False
    scale: bool = False


def find_numbers(text: str, lang: str, outside: Sequence[tuple[int, int]] = ()) -> list[NumberMention]:
    """Return the numbers of a text in order, without telephone numbers, clock times, decimals, percentages and № 123.

    ``outside`` are stretches of the text, such as those of its dates, in which no number is sought. An unknown
    language has none. Never raises.
    """
    if lang not in LANGUAGES:
        return []
    data = number_data(lang)
    closed = sorted([*outside, *(match.span() for match in _PHONE.finditer(text))])
    lower = same_length_lower(text)
    mentions: list[NumberMention] = []
    for run in _runs(_open(_pieces(lower, data), closed), lower, data):
        mentions.extend(_mentions(run))
    return mentions


def number_words(lang: str) -> Mapping[str, tuple[int, bool]]:
    """Return every number word of a language in every form, with its value and whether it is ordinal."""
    return number_data(lang).words


@lru_cache(maxsize=8)
def number_data(lang: str) -> NumberData:
    """Return the number words of a language ("kk", "ru", "en"), built at first use."""
    data: NumberData = import_module(f"kg.lang.{lang}.numbers").NUMBERS
    return data


def compose(words: Sequence[tuple[int, bool]]) -> list[tuple[int, int, bool]]:
    """Return the numbers that a run of number words is: (how many words, value, ordinal) for each.

    екі мың он жетінші -> [(4, 2017, True)]; five six -> [(1, 5, False), (1, 6, False)].
    """
    out = []
    at = 0
    while at < len(words):
        length, value, ordinal = _first_number(words, at)
        out.append((length, value, ordinal))
        at += length
    return out


def _first_number(words: Sequence[tuple[int, bool]], at: int) -> tuple[int, int, bool]:
    total, group, last_scale = 0, 0, None
    for length, (value, ordinal) in enumerate(words[at : at + 16]):
        if value >= _THOUSAND and value % _THOUSAND == 0 and (group < _THOUSAND):
            if last_scale is not None and value >= last_scale:
                return length, total + group, False
            total, group, last_scale = total + (group or 1) * value, 0, value
        elif value == 100 and 1 <= group < 10:
            group *= 100
        elif _fits(value, group, total, last_scale):
            group += value
        else:
            return length, total + group, False
        if ordinal:
            return length + 1, total + group, True
    return min(len(words) - at, 16), total + group, False


def _fits(value: int, group: int, total: int, last_scale: int | None) -> bool:
    """Whether a lower place may follow: five after twenty, not six after five."""
    if group == 0:
        return (total == 0 or value != 0) and (last_scale is None or value < last_scale)
    place = 10 ** len(str(value))
    return value != 0 and group % place == 0


def same_length_lower(text: str) -> str:
    """Return text in lower case with every character at its own place (İ would become two)."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def _pieces(lower: str, data: NumberData) -> Iterator[_Piece]:
    words, scales = data.words, data.scales
    for match in _FORM.finditer(lower):
        form = match.group()
        if form in words:
            value, ordinal = words[form]
            yield _Piece(match.start(), match.end(), value, ordinal)
        elif form[0] <= "9":
            yield from _digits(form, match.start(), lower, data)
        elif form in scales:
            yield _Piece(match.start(), match.end(), scales[form], False, scale=True)


def _digits(form: str, start: int, lower: str, data: NumberData) -> Iterator[_Piece]:
    bare = _DIGITS.match(form)
    if bare is None or bare.end() > 2 * _MOST_DIGITS or lower[max(0, start - 2) : start].rstrip().endswith(("№", "#")):
        return
    glued = form[bare.end() :].lstrip("-–")
    if glued and glued not in data.suffixes and glued not in data.ordinal_suffixes:
        return
    end = start + len(form)
    if lower[end : end + 2].lstrip().startswith("%"):
        return
    ordinal = glued in data.ordinal_suffixes
    parts = re.split("([-–—])", bare.group())
    values = [_value(part, data) for part in parts[::2]]
    if len(values) > 2 or None in values:
        return
    at = start
    for part, value in zip(parts[::2], values, strict=True):
        last = at + len(part) == start + bare.end()
        yield _Piece(at, end if last else at + len(part), value or 0, ordinal and last, digits=True)
        at += len(part) + 1


def _value(form: str, data: NumberData) -> int | Fraction | None:
    """Return what digits are worth: 1 200, 3,000 (en), 1,5; None for codes, times and 007."""
    if re.fullmatch(rf"[0-9]{{1,3}}(?:[{_SPACE}][0-9]{{3}})+", form) or (
        data.commas and re.fullmatch(r"[0-9]{1,3}(?:,[0-9]{3})+", form)
    ):
        form = re.sub("[^0-9]", "", form)
    elif re.fullmatch(r"[0-9]+[.,][0-9]+", form):
        return Fraction(form.replace(",", "."))
    if not form.isdigit() or len(form) > _MOST_DIGITS or (form[0] == "0" and len(form) > 1):
        return None
    return int(form)


def _open(pieces: Iterator[_Piece], closed: Sequence[tuple[int, int]]) -> Iterator[_Piece]:
    """Leave out the pieces that overlap a closed stretch."""
    at = 0
    for piece in pieces:
        while at < len(closed) and closed[at][1] <= piece.start:
            at += 1
        if at == len(closed) or closed[at][0] >= piece.end:
            yield piece


def _runs(pieces: Iterator[_Piece], lower: str, data: NumberData) -> Iterator[list[_Piece]]:
    run: list[_Piece] = []
    for piece in pieces:
        if run and not _joins(run[-1], piece, lower, data):
            yield run
            run = []
        if not (run and run[-1].ordinal and lower[piece.start : piece.end] in data.not_after_ordinal):
            run.append(piece)
    if run:
        yield run


def _joins(before: _Piece, piece: _Piece, lower: str, data: NumberData) -> bool:
    gap = lower[before.end : min(piece.start, before.end + 6)]
    if gap in _NEAR:
        if piece.digits != before.digits:  # 40 million, 2 мың 500, but not 2000 five
            return max(before.value, piece.value) >= _THOUSAND and (before.digits or piece.value < before.value)
        return not piece.digits
    if gap.strip() in data.joiners:
        return before.value >= 100 and before.value % 100 == 0 and not piece.digits and piece.value < 100
    return gap == "-" and 20 <= before.value < 100 and before.value % 10 == 0 and 0 < piece.value < 10


def _mentions(run: list[_Piece]) -> Iterator[NumberMention]:
    """Put the pieces of a run together; decimals count only if a scale makes them whole (1,5 млн)."""
    pieces = list(_scaled(run))
    whole = [piece for piece in pieces if piece.value.denominator == 1]
    at = 0
    for length, value, ordinal in compose([(int(piece.value), piece.ordinal) for piece in whole]):
        yield NumberMention(whole[at].start, whole[at + length - 1].end, value, ordinal)
        at += length


def _scaled(run: list[_Piece]) -> Iterator[_Piece]:
    held: _Piece | None = None
    for piece in run:
        if held is not None and held.digits and piece.value >= _THOUSAND and not piece.digits:
            held = _Piece(held.start, piece.end, held.value * piece.value, piece.ordinal)
            continue
        if held is not None:
            yield held
        held = None if piece.scale else piece
    if held is not None:
        yield held
