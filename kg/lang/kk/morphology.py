"""Understands Kazakh word forms: lemma, part of speech, number, possessor, case; tense and the like of verbs.

A form is split at every place where one of the endings of nouns.py or verbs.py begins. A split counts if the ending
agrees with the stem in harmony and sound; what speaks for the stem (stems.py) and for the ending orders the readings.
The costs are in words/costs.csv: points against a reading.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from kg.lang.kk.alphabet import repair
from kg.lang.kk.lexicon import lexicon
from kg.lang.kk.mixed import mixed_readings
from kg.lang.kk.noun_readings import Candidate, nominal_readings
from kg.lang.kk.nouns import inflect
from kg.lang.kk.respelled import respelled_readings
from kg.lang.kk.verb_readings import GUESS, verbal_readings
from kg.lang.reading import Reading

__all__ = ["analyse", "inflect", "is_case", "lemma_of", "nominative"]

LONGEST = 64  # no Kazakh word is longer; what is longer is not read
NOMINAL = ("NOUN", "PROPN", "ADJ", "PRON", "NUM", "X")
_MOST = 12
_WITHIN = 30  # readings that cost so much more than the likeliest are dropped
_SURE = 15  # a reading of a known word costs less, and fewer are kept beside it
_WITHIN_SURE = 25
_FIRST = 20  # by so much the readings of closed.csv come before others


@lru_cache(maxsize=131072)
def analyse(form: str) -> tuple[Reading, ...]:
    """Return the readings of a word form, the likeliest first; at least one, whatever the form."""
    if not form or len(form) > LONGEST:
        return (Reading(form, "X", nominative=form),)
    repaired = repair(form)
    readings = mixed_readings(repaired, analyse)
    if readings:
        return readings
    found = [*_closed(repaired), *nominal_readings(repaired)]
    cheapest = min((cost for cost, _ in found), default=GUESS)
    found += verbal_readings(repaired, guess=cheapest + _WITHIN >= GUESS)
    if min((cost for cost, _ in found), default=_SURE) >= _SURE:
        found += respelled_readings(repaired)
    return _in_order(found) or (Reading(form, "X", nominative=form),)


def nominative(form: str) -> str:
    """Return the form without its case ending, number and possessive kept: комиссиясында -> комиссиясы."""
    return next((reading.nominative for reading in analyse(form) if reading.pos in NOMINAL), form) or form


def lemma_of(form: str) -> str:
    """Return the lemma of the likeliest reading."""
    return analyse(form)[0].lemma


def is_case(form: str, case: str) -> bool:
    """Tell whether some reading of the form is in a case ("Gen", "Abl" …)."""
    return any(reading.case == case for reading in analyse(form))


def _in_order(found: list[Candidate]) -> tuple[Reading, ...]:
    if not found:
        return ()
    found.sort(key=lambda candidate: candidate[0])
    best = found[0][0]
    limit = best + (_WITHIN if best >= _SURE else _WITHIN_SURE)
    readings = dict.fromkeys(reading for cost, reading in found if cost <= limit)
    return tuple(readings)[:_MOST]


def _closed(form: str) -> Iterator[Candidate]:
    for place, reading in enumerate(lexicon().closed.get(form.lower(), ())):
        as_written = replace(reading, nominative=form) if reading.nominative == form.lower() else reading
        yield place - _FIRST, as_written
