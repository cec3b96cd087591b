"""Dates in a Russian sentence: which words they take, and which day a weekday means by the tense of its clause."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.lang.cues import cues
from kg.lang.dated import dated, free_dates
from kg.lang.dates import DateMention
from kg.lang.ru.phrase import Grammar, Phrase
from kg.lang.syntax import DAY, YEAR

# What a day that follows soon begins: с момента её учреждения 15 июня 2001 года.
_SINCE = frozenset({"с момента", "со дня", "с даты", "начиная с", "со времени"})


def take_dates(phrase: Phrase, dates: Iterable[DateMention]) -> None:
    """Make a chunk of each date; a bare weekday is one behind в (в среду), the day past until its clause tells."""
    for mention, inside in free_dates(dates, phrase.tokens, phrase.free):
        if mention.coming and phrase.lower(inside[0] - 1) not in ("в", "во") and not _heads_an_entry(phrase, inside):
            continue
        if len(inside) == 1 and phrase.lower(inside[0]) == "накануне" and _of_something(phrase, inside[0] + 1):
            continue
        if mention.kind == "relative" and _explains_a_day(phrase, inside[0]):
            continue
        chunk = phrase.chunk("Date", inside[0], inside[-1], label=mention.value, lemma="", rule=f"date.{mention.kind}")
        dated(chunk, mention).function = "date"
        if phrase.lower(chunk.first - 1) == "не":
            chunk.kind_of = "not"
        elif any(" ".join(phrase.lowers[i : i + 2]) in _SINCE for i in range(max(0, chunk.first - 6), chunk.first - 1)):
            chunk.kind_of = "since"
        phrase.take(chunk, Grammar(()))


# с 1999-го, в 2015-м: a year with its ending and without its word; 1990-х are ten of them.
_YEAR_ENDS = {"го": {"с": "since", "со": "since", "до": "until"}, "м": {"в": "on"}}
_MAY_BE_YEAR = re.compile(r"(?:19|20)..-")
_DAY_ENDS = ("го", "е")
_MOVES = cues("ru").words["moved"]
_THAT_IS = len((",", "то", "есть")) + 1  # tokens from a day to what says the same
_DAYS = 28  # every month has as many


def take_short_years(phrase: Phrase) -> None:
    """Make a date of a year that is written with its ending alone: с 1999-го."""
    if not phrase.tokens or not _MAY_BE_YEAR.search(phrase.text, phrase.tokens[0].start, phrase.tokens[-1].end):
        return
    for at, token in enumerate(phrase.tokens):
        if token.kind != "word" or len(token.text) < YEAR + 2 or not token.text[:YEAR].isdigit():
            continue
        relation = _YEAR_ENDS.get(token.text[YEAR + 1 :], {}).get(phrase.lower(at - 1), "")
        if not relation or token.text[YEAR] != "-" or token.text[:2] not in ("19", "20") or phrase.taken[at]:
            continue
        year = token.text[:YEAR]
        chunk = phrase.chunk("Date", at, at, label=year, lemma="", rule="date.absolute")
        chunk.function, chunk.value, chunk.kind_of = "date", year, relation
        phrase.take(chunk, Grammar(()))


def take_days_without_month(phrase: Phrase) -> None:
    """Make a date of a day that stands for another of its month: не 7 ноября, а 14-го; с 7 ноября перенесли на 14-е."""
    days = [c for c in phrase.chunks if c.kind == "Date" and len(c.value) == DAY]
    for at, token in enumerate(phrase.tokens if days else ()):
        number, _, end = token.text.partition("-")
        if end not in _DAY_ENDS or not number.isdigit() or phrase.taken[at] is not None:
            continue
        if phrase.lower(at - 1) == "на" and not phrase.lemmas_among(0, at).isdisjoint(_MOVES):
            before = [c for c in days if c.last < at]
        elif phrase.lower(at - 1) == "а" and end == "го":
            before = [c for c in days if c.last < at and c.kind_of == "not"]
        else:
            continue
        if not before or not 1 <= int(number) <= _DAYS:
            continue
        value = f"{before[-1].value[:-2]}{int(number):02}"
        chunk = phrase.chunk("Date", at, at, label=value, lemma="", rule="date.other-day")
        chunk.function, chunk.value, chunk.kind_of = "date", value, "on"
        phrase.take(chunk, Grammar(()))


def _heads_an_entry(phrase: Phrase, inside: list[int]) -> bool:
    """Вторник. Вторник: a weekday that is all there is of a sentence, or stands before a colon, heads what follows."""
    return (
        inside[0] == 0
        and phrase.lower(inside[-1] + 1) in (".", ":", "")
        and (inside[-1] + 2 >= phrase.size or phrase.lower(inside[-1] + 1) == ":")
    )


def _explains_a_day(phrase: Phrase, at: int) -> bool:
    """26 октября, то есть днём раньше: what is behind a day only says the same."""
    if phrase.lowers[at - 2 : at] != ["то", "есть"] or at < _THAT_IS:
        return False
    before = phrase.taken[at - _THAT_IS]
    return before is not None and before.kind == "Date"


def _of_something(phrase: Phrase, at: int) -> bool:
    """накануне выборов, накануне Дня знаний: on the eve of something is no day by itself."""
    if at >= phrase.size or phrase.tokens[at].kind != "word":
        return False
    found = [f for f in phrase.forms[at] if f.pos in ("NOUN", "ADJF", "PRTF")]
    return any(f.case == "Gen" for f in found) and not any(f.case == "Nom" for f in found)
