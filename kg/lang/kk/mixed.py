"""Forms that are not plain words: punctuation, numbers with endings, abbreviations and Latin names with endings.

The endings of these follow how they are said (ҚР-дың, 5-тен), so harmony with what is written isn't asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from kg.lang.kk.nouns import noun_endings
from kg.lang.reading import Reading

_UPPER = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІ"
_LOWER = "а-яёәғқңөұүһі"
_NUMBER = re.compile(r"[+-]?\d[\d.,:/–—%\s-]*")
_NUMBER_WITH_ENDING = re.compile(rf"(\d[\d.,:/–—-]*?)[-–’'‐]?([{_LOWER}]+)", re.IGNORECASE)
_INITIALS = re.compile(rf"(?:[{_UPPER}]\.){{1,3}}")
_ROMAN = re.compile(r"[IVXLC]{2,7}|[IVX]")
_MARKED = re.compile(rf"(.*[{_UPPER}\d].*|.*[A-Za-z].*)[-–’'‐»”\"]([{_LOWER}]+)")
_ABBREVIATION = re.compile(rf"([{_UPPER}][{_UPPER}\d.-]*[{_UPPER}\d.])([{_LOWER}]+)")
_LATIN = re.compile(rf"([A-Za-z][A-Za-z\d.&’'-]*)([{_LOWER}]*)")
_ORDINAL = re.compile(r"[ыі]?н?ш[ыі]")

_endings = cache(noun_endings)
Analyse = Callable[[str], tuple[Reading, ...]]


def mixed_readings(form: str, analyse: Analyse) -> tuple[Reading, ...]:
    """Return the readings of a form that is no plain word, () for one that is; `analyse` reads its parts."""
    if form[0] >= "Ё" and form.isalpha() and form[1:].islower():
        return ()
    if not any(letter.isalnum() for letter in form):
        return (Reading(form, "PUNCT", nominative=form),)
    if form[0].isdigit() or form[0] in "+-":
        return _number(form, analyse)
    if _INITIALS.fullmatch(form):
        return (Reading(form, "PROPN", "Nom", "Sing", "", form),)
    if _ROMAN.fullmatch(form):
        return (Reading(form, "NUM", nominative=form), Reading(form, "PROPN", "Nom", "Sing", "", form))
    return _marked(form)


def _number(form: str, analyse: Analyse) -> tuple[Reading, ...]:
    if _NUMBER.fullmatch(form):
        return (Reading(form, "NUM", nominative=form),)
    match = _NUMBER_WITH_ENDING.fullmatch(form)
    if not match:
        return ()
    number, tail = match[1], match[2].lower()
    if _ORDINAL.fullmatch(tail):
        return (Reading(form, "NUM", nominative=form),)
    readings = tuple(_with_endings(number, form, tail, "NUM"))
    if readings and tail not in ("жыл", "ай"):
        return readings
    head = form[: match.start(2)]
    return tuple(
        Reading(head + word.lemma, word.pos, word.case, word.number, word.possessor, head + word.nominative)
        for word in analyse(match[2])
        if word.pos in ("NOUN", "ADJ", "PROPN", "X")
    )


def _with_endings(head: str, form: str, tail: str, pos: str) -> Iterator[Reading]:
    """Yield a reading for each way to understand the ending of something whose sound we don't ask for."""
    start = len(form) - len(tail)
    seen = set()
    for end in sorted(_endings().get(tail, ()), key=lambda end: (end.possessor not in ("", "3"), end.number == "Plur")):
        features = (end.case, end.number, end.possessor, end.local)
        if end.lost or features in seen:
            continue
        seen.add(features)
        bare = form[:start] + end.bare if end.bare else head
        yield Reading(head, "ADJ" if end.local else pos, end.case, end.number, end.possessor, bare)


def _marked(form: str) -> tuple[Reading, ...]:
    match = _MARKED.fullmatch(form) or _ABBREVIATION.fullmatch(form)
    if match:
        readings = tuple(_with_endings(match[1], form, match[2], "PROPN"))
        if readings:
            return readings
    match = _LATIN.fullmatch(form)
    if match and (match[2] == "" or match[2] in _endings()):
        readings = tuple(_with_endings(match[1], form, match[2], "PROPN"))
        return readings or (Reading(form, "X", nominative=form),)
    return ()
