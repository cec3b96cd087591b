"""From text to the words, numbers and signs that dates are made of."""

from __future__ import annotations

import re
from datetime import date
from itertools import product
from typing import Final, NamedTuple

from kg.lang.date_words import BREAK, KINDS, WEAK, DateLanguage, Word
from kg.lang.numbers import compose, same_length_lower

_SPACES: Final = (" ", "\u00a0", "\u202f", "\u2009")
_SIGNS: Final = {"-": "-", "–": "-", "—": "-", "‑": "-", ",": ","}
_GAPS: Final = {"": "", **dict.fromkeys(_SPACES, ""), "  ": ""} | {
    before + sign + after: code
    for (sign, code), before, after in product(_SIGNS.items(), ("", *_SPACES), ("", *_SPACES))
}
_QUOTES: Final = frozenset(("«", " «", "»", "» ", ' "', '" ', " “", "” "))  # «21» желтоқсан, as official papers have it
_FULL = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4})|([0-9]{4})([.-])([0-9]{1,2})\6([0-9]{1,2})")
_SHORT_YEAR = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{2})")
_TIME = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])(?::[0-5][0-9])?")
_DAY_MONTH = re.compile(r"([0-9]{1,2})\.([0-9]{2})")
_BARE = re.compile(r"[0-9]+(?:[.,:/\-–—][0-9]+)*")
_MONTH_WORD_NEXT = re.compile(r"\w+ ай")
_MONTHS: Final = frozenset("mMslgat")
_LONGEST_NUMBER: Final = 24  # 21.12.2017–23.12.2017; longer runs of digits and signs are no dates
_REACH: Final = 4  # characters between neighbours at most: a dot, a sign and the spaces around it
_SENTENCE_START: Final = '.!?…:|\n«"“'
_REPLY = re.compile(r"(?:^|\n)[–—-]\s*$")  # – Маусымның 19-ында: a dash opens what somebody answers


class Token(NamedTuple):
    """A word, number or sign; ``code`` is a letter of KINDS, ``parts`` day, month, year or hour, minute of digits."""

    code: str
    start: int
    end: int
    value: int = 0
    relation: str = ""
    parts: tuple[int, ...] = ()


def tokens_of(text: str, language: DateLanguage, start: int, end: int) -> list[Token]:
    """Return the tokens of text[start:end] in order, with signs and breaks between those that are not neighbours."""
    lexing = _Lexing(text, language)
    return _with_gaps(_numerals_joined(lexing.over(start, end), lexing.lower), lexing.lower)


class _Lexing:
    """One pass over a text; ``out`` holds the tokens found, without the signs between them."""

    def __init__(self, text: str, language: DateLanguage) -> None:
        self.text = text
        self.language = language
        self.lower = same_length_lower(text)
        for wrong, right in language.data.lookalikes:
            self.lower = self.lower.replace(wrong, right)
        self.out: list[Token] = []

    def over(self, start: int, end: int) -> list[Token]:
        words, weak = self.language.words, WEAK
        near, beside = start - _REACH, False  # where the last word ended, and whether it is kept
        held: list[tuple[Word, int, int]] = []  # words that are dates only beside others, none of which has come yet
        for match in self.language.lexer.finditer(self.lower, start, end):
            form = match.group()
            word = words.get(form)
            if word is None:
                if form[0] > "9" and " " not in form and "\u00a0" not in form:
                    continue
                if form[0] > "9":
                    word = words[form.replace(" ", "_").replace("\u00a0", "_")]
            begin, ended = match.span()
            if begin - near > _REACH:
                held.clear()
                beside = False
            near = ended
            if word is not None and not beside and word.code in weak:
                held.append((word, begin, ended))
                continue
            beside = True
            for waiting in held:
                self._word(*waiting)
            held.clear()
            if word is not None:
                self._word(word, begin, ended)
            else:
                self.out.extend(self._digits(form, begin))
        return self.out

    def _word(self, word: Word, start: int, end: int) -> None:
        dotted = word.dot != "" and self.lower.startswith(".", end)
        if word.dot == "must" and not dotted:
            return
        if word.code not in _MONTHS or self._is_month(start):
            self.out.append(Token(word.code, start, end + dotted, word.value, word.relation))

    def _is_month(self, start: int) -> bool:
        """Whether a month's name means the month: Қазан (the city), Марта (a woman) and may (a verb) do not."""
        capital = self.text[start].isupper()
        if self.language.data.months_capital:
            return capital
        if not capital or (self.out and self.out[-1].code in "dobx" and start - self.out[-1].end <= 3):
            return True
        if self.lower.startswith(self.language.towns, start) and not _MONTH_WORD_NEXT.match(self.lower, start):
            return False
        return self.text[start : start + 2].isupper() or self._starts_sentence(start)

    def _starts_sentence(self, start: int) -> bool:
        before = self.text[max(0, start - 3) : start].rstrip(" \u00a0")
        reply = _REPLY.search(self.text, max(0, start - 3), start) is not None
        return not before or before[-1] in _SENTENCE_START or reply

    def _digits(self, form: str, start: int) -> list[Token]:
        """Return the tokens of digits with what is glued to them: "18-20", "2013-жылы", "21st", "18:00-ге"."""
        bare = _BARE.match(form)
        length = bare.end() if bare else 0
        if not 0 < length <= _LONGEST_NUMBER or _is_label(self.lower, start):
            return [Token(BREAK, start, start + len(form))]
        numbers = _numbers(form[:length], start, self.lower)
        glued = self._glued(form, start, length)
        if not numbers or glued is None:
            return [Token(BREAK, start, start + len(form))]
        return numbers + glued

    def _glued(self, form: str, start: int, length: int) -> list[Token] | None:
        """Return the token of a suffix or word glued to digits, [] if there is none, None if it makes them no date."""
        glued, at, end = form[length:].lstrip("-–"), start + length, start + len(form)
        if not glued:
            return []
        if glued in self.language.suffixes:
            return [Token(KINDS["suffix"], at, end, 0, self.language.suffixes[glued])]
        word = self.language.words.get(glued)
        if word is None or word.code == KINDS["numeral"]:
            return None
        dotted = word.dot != "" and self.lower.startswith(".", end)
        return [Token(word.code, at, end + dotted, word.value, word.relation)]


def _is_label(lower: str, start: int) -> bool:
    """Whether digits are the number of a thing or part of a telephone number: № 123, +7."""
    before = lower[max(0, start - 2) : start].rstrip()
    return before.endswith(("№", "#", "+"))


def _numbers(form: str, start: int, lower: str) -> list[Token]:
    whole = _number(form, start, lower)
    if whole.code != BREAK:
        return [whole]
    parts = re.split("([-–—])", form)
    if len(parts) != 3:
        return []
    left, right = _number(parts[0], start, lower), _number(parts[2], start + len(parts[0]) + 1, lower)
    return [left, right] if BREAK not in (left.code, right.code) else []


def _number(form: str, start: int, lower: str) -> Token:
    end = start + len(form)
    if form.isdigit():
        return Token(_kind_of_number(form), start, end, int(form))
    if match := _FULL.fullmatch(form):
        day, _, month, year, year_first, _, month_then, day_last = match.groups()
        parts = (int(day or day_last), int(month or month_then), int(year or year_first))
        return Token("F", start, end, 1 if form[2:3] == "/" or form[1:2] == "/" else 0, "", parts)
    if match := _TIME.fullmatch(form):
        return Token("T", start, end, 0, "", (int(match[1]), int(match[2])))
    if match := _DAY_MONTH.fullmatch(form):
        return Token("G", start, end, 0, "", (int(match[1]), int(match[2])))
    if (match := _SHORT_YEAR.fullmatch(form)) and re.compile(r"\s?[гж]\b").match(lower, end):
        return Token("F", start, end, 0, "", (int(match[1]), int(match[2]), 2000 + int(match[3])))
    return Token(BREAK, start, end)


def _kind_of_number(form: str) -> str:
    value = int(form)
    if len(form) <= 2:
        return "d" if 1 <= value <= 31 else "b"
    return "y" if len(form) == 4 and 1000 <= value <= 2199 else "n"


def _numerals_joined(found: list[Token], lower: str) -> list[Token]:
    """Return the tokens with neighbouring number words as one number: екі мың он жетінші."""
    out: list[Token] = []
    run: list[Token] = []
    for each in [*found, Token(BREAK, len(lower), len(lower))]:
        ninety = each.code == "q" and each.value and run and _near(run, each, lower)  # the other meaning of тоқсан
        token = each._replace(code="u") if ninety else each
        near = token.code == "u" and (not run or _near(run, token, lower))
        if run and not near:
            out.extend(_composed(run))
            run = []
        if token.code == "u":
            run.append(token)
        else:
            out.append(token)
    return out[:-1]


def _near(run: list[Token], token: Token, lower: str) -> bool:
    return run[-1].relation != "ordinal" and lower[run[-1].end : token.start] in (" ", "\u00a0", "-")


def _composed(run: list[Token]) -> list[Token]:
    out, first = [], 0
    for length, value, ordinal in compose([(token.value, token.relation == "ordinal") for token in run]):
        code = "o" if ordinal and 1 <= value <= 31 else "y" if ordinal and 1000 <= value <= 2199 else "n"
        out.append(Token(code, run[first].start, run[first + length - 1].end, value))
        first += length
    return out


def _with_gaps(found: list[Token], lower: str) -> list[Token]:
    out: list[Token] = []
    for token in found:
        if out:
            before = out[-1]
            gap = lower[before.end : min(token.start, before.end + 4)]
            sign = "" if gap in _QUOTES and "d" in (before.code, token.code) else _GAPS.get(gap, BREAK)
            if sign:
                out.append(Token(sign, before.end, token.start))
        out.append(token)
    return out


def day_of(iso: str | None) -> date | None:
    """Return an ISO day as a date; None if there is none or it cannot be."""
    try:
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        return None
