"""What a language tells the date reader: its words by kind, and which runs of words are dates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import import_module
from typing import Final

BREAK: Final = "~"  # between words that are not neighbours

# The kinds of words and signs that a date is made of. Each has one letter, so that a text becomes a string of letters
# and a rule a regular expression over them. Words of a relation stand before a date (ru, en) or after it (kk).
KINDS: Final[Mapping[str, str]] = {
    "day": "d",  # digits, 1 to 31
    "pronoun": "c",  # біріншісі, the first of them: no day
    "badday": "b",  # digits, 0 or 32 to 99
    "oday": "o",  # a day in words: бірінші, первого, first
    "year": "y",  # 1000 to 2199
    "number": "n",  # any other number
    "full": "F",  # 21.12.2017
    "daymonth": "G",  # 21.12, or 18.00 after a word for the hour
    "time": "T",  # 14:00
    "month": "m",
    "month_season": "M",  # маусым: June, but also a season
    "season_in": "s",  # маусымда
    "month_in": "l",  # қарашада, в ноябре
    "month_of": "g",  # қарашаның, ноября
    "month_from": "a",  # қарашадан
    "month_to": "t",  # қарашаға
    "weekday": "W",
    "yearword": "j",
    "yearwords": "J",
    "monthword": "A",
    "dayword": "K",
    "weekword": "X",
    "quarter": "q",
    "roman": "i",
    "hour": "H",
    "meridiem": "v",
    "which": "h",  # this 0, next 1; same 10, following 11, previous 9
    "past": "P",  # last, өткен: never before a day, where it means something else
    "relday": "R",  # today 0, yesterday -1
    "relyear": "r",  # биыл 0, былтыр -1
    "dayshift": "D",  # ертеңіне 1: from the day last spoken of
    "lastday": "E",  # the closing day of the period last spoken of; with 1 its opening day
    "since": "S",
    "until": "U",
    "after": "C",
    "by": "B",
    "between": "w",
    "in": "p",
    "of": "O",
    "the": "f",
    "edge": "e",  # the beginning, middle or end of
    "and": "&",
    "dash": "-",
    "comma": ",",
    "suffix": "x",
    "stop": "z",  # next to it nothing is a date: a street, an academic year
    "numeral": "u",  # a number word, before neighbours are put together
    "nothing": BREAK,  # a phrase that only looks like a date: бүгінгі таңда
}
_GROUPS: Final[Mapping[str, str]] = {
    "anymonth": "[mMslgat]",
    "casemonth": "[mslgat]",  # every form but the ambiguous маусым
    "whichever": "[hP]",
}
# Words that say nothing of a day by themselves, nor together: no rule holds for these alone.
WEAK: Final = frozenset("SUCBpOfw&,-eh")
RELATIONS: Final[Mapping[str, str]] = {"S": "since", "U": "until", "C": "after", "B": "by", "p": "on"}


@dataclass(frozen=True, slots=True)
class Words:
    """Word forms of one kind, separated by spaces; "_" stands for the space inside a phrase.

    ``dot`` is "may" for an abbreviation that a dot may follow, "must" for one that is no word without its dot.
    """

    kind: str
    forms: str
    value: int = 0
    relation: str = ""
    dot: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """One word form as the tokens know it: the letter of its kind, its value and what it says of the relation."""

    code: str
    value: int = 0
    relation: str = ""
    dot: str = ""


@dataclass(frozen=True, slots=True)
class DateData:
    """The facts of one language: words, the suffixes that are glued to digits, and rules, best first.

    A rule is (name, names of KINDS with the signs of regular expressions; "!" means "not followed by").
    ``since_suffixes`` are those that say "from" (2013-тен). ``prepositions`` is whether words such as "since" stand
    before the date. ``months_capital`` is whether months are written with a capital; if not, a capital speaks
    against a month. ``towns`` are the stems of months that are towns too. ``counted`` is a pattern of what must not
    follow a bare year, ``moved`` one of words after which "from … to" is no period, ``ahead`` one of words in whose
    sentence a bare weekday need not be the one past.
    """

    words: tuple[Words, ...]
    suffixes: str
    rules: tuple[tuple[str, str], ...]
    prepositions: bool
    since_suffixes: str = ""
    months_capital: bool = False
    lookalikes: tuple[tuple[str, str], ...] = ()
    towns: str = ""
    counted: str = ""
    moved: str = ""
    ahead: str = ""


@dataclass(frozen=True, slots=True)
class DateLanguage:
    """A language ready for use: its data, the words by form, and the compiled lexer and rules."""

    data: DateData
    words: Mapping[str, Word]
    suffixes: Mapping[str, str]
    towns: tuple[str, ...]
    lexer: re.Pattern[str]
    grammar: re.Pattern[str]
    counted: re.Pattern[str] | None = field(default=None)
    moved: re.Pattern[str] | None = field(default=None)
    ahead: re.Pattern[str] | None = field(default=None)


@lru_cache(maxsize=8)
def date_language(lang: str) -> DateLanguage | None:
    """Return the dates of a language ("kk", "ru", "en"), compiled at first use; None if it has none."""
    if lang not in ("kk", "ru", "en"):
        return None
    data: DateData = import_module(f"kg.lang.{lang}.dates").DATES
    words = _by_form(lang, data)
    return DateLanguage(
        data,
        words,
        dict.fromkeys(data.suffixes.split(), "") | dict.fromkeys(data.since_suffixes.split(), "since"),
        tuple(data.towns.split()),
        _lexer(words),
        compile_rules(data.rules),
        re.compile(data.counted) if data.counted else None,
        re.compile(data.moved) if data.moved else None,
        re.compile(data.ahead) if data.ahead else None,
    )


def compile_rules(rules: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    """Return one expression over the letters of KINDS that tries the rules in their order."""
    alternatives = "|".join(f"(?:{_letters(rule)})" for _, rule in rules)
    return re.compile(f"(?!{BREAK})(?<!z)(?:{alternatives})(?!z)")


def _letters(rule: str) -> str:
    spelled = re.sub(r"[a-z]\w*", lambda m: _GROUPS.get(m.group()) or re.escape(KINDS[m.group()]), rule)
    spelled = re.sub(r"!(\[[^]]*\]|\\?.)", r"(?!\1)", spelled)
    return spelled.replace("(?!", "\0").replace("(", "(?:").replace("\0", "(?!").replace(" ", "")


def _by_form(lang: str, data: DateData) -> dict[str, Word]:
    from kg.lang.numbers import number_words

    words = {
        form: Word(KINDS["numeral"], value, "ordinal" if ordinal else "")
        for form, (value, ordinal) in number_words(lang).items()
    }
    for row in data.words:
        for form in row.forms.split():
            words[_same_letters(form, data)] = Word(KINDS[row.kind], row.value, row.relation, row.dot)
    return words


def _same_letters(form: str, data: DateData) -> str:
    for wrong, right in data.lookalikes:
        form = form.replace(wrong, right)
    return form


def _lexer(words: Mapping[str, Word]) -> re.Pattern[str]:
    """Phrases first, then digits with what is glued to them, then words."""
    phrases = sorted((form for form in words if not form.isalnum()), key=lambda form: (-len(form), form))
    by_letter: dict[str, list[str]] = {}
    for form in phrases:
        rest = re.escape(form[1:]).replace("_", "[ \u00a0]") + (r"\b" if form[-1].isalnum() else "")
        by_letter.setdefault(form[0], []).append(rest)
    # the first letter tells which phrases are worth a try
    spelled = [f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in by_letter.items()]
    digits = r"[0-9]+(?:[.,:/\-–—][0-9]+)*(?:[-–]?[^\W\d_]+)?"
    word = r"[^\W\d_]\w*(?:[-–][0-9]\w*)?"
    return re.compile("|".join([*spelled, digits, word]))
