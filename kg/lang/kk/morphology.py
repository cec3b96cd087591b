"""Understands Kazakh word forms: lemma, part of speech, number, possessor, case; tense and the like of verbs.

A form is split at every place where one of the endings of nouns.py or verbs.py begins. A split counts if the ending
agrees with the stem in harmony and sound; what speaks for the stem (stems.py) and for the ending orders the readings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from kg.lang.kk.alphabet import VOWELS, noun_kinds, repair, verb_kinds
from kg.lang.kk.lexicon import lexicon
from kg.lang.kk.mixed import mixed_readings
from kg.lang.kk.nouns import Ending, inflect, noun_endings
from kg.lang.kk.stems import Stem, known_nominals, unlikely, verb_stems
from kg.lang.kk.verbs import VerbEnding, doer, verb_endings, verbal_noun
from kg.lang.reading import Reading

__all__ = ["analyse", "inflect", "is_case", "lemma_of", "nominative"]

Candidate = tuple[int, Reading]

LONGEST = 64  # no Kazakh word is longer; what is longer is not read
_WITHIN = 45  # readings that cost so much more than the likeliest are dropped
_MOST = 12
_TELLING = 7  # letters of an ending beyond which it tells no more
NOMINAL = ("NOUN", "PROPN", "ADJ", "PRON", "NUM", "X")

_noun_table = cache(noun_endings)
_verb_table = cache(verb_endings)


@lru_cache(maxsize=131072)
def analyse(form: str) -> tuple[Reading, ...]:
    """Return the readings of a word form, the likeliest first; at least one, whatever the form."""
    if not form or len(form) > LONGEST:
        return (Reading(form, "X", nominative=form),)
    repaired = repair(form)
    readings = mixed_readings(repaired, analyse)
    if readings:
        return readings
    return _in_order([*_closed(repaired), *_nominal(repaired), *_verbal(repaired)]) or (
        Reading(form, "X", nominative=form),
    )


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
    limit = found[0][0] + _WITHIN
    readings = dict.fromkeys(reading for cost, reading in found if cost <= limit)
    return tuple(readings)[:_MOST]


def _closed(form: str) -> Iterator[Candidate]:
    for place, reading in enumerate(lexicon().closed.get(form.lower(), ())):
        yield place - 20, reading


def _splits(form: str, table: dict[str, tuple[object, ...]], longest: int) -> Iterator[tuple[int, object]]:
    for place in range(len(form), max(1, len(form) - longest) - 1, -1):
        for ending in table.get(form[place:], ()):
            yield place, ending


@cache
def _longest(table: Callable[[], dict[str, object]]) -> int:
    return max(map(len, table()))


def _nominal(form: str) -> Iterator[Candidate]:
    lower = form.lower()
    table = _noun_table()
    for place in range(len(lower), max(1, len(lower) - _longest(_noun_table)) - 1, -1):
        for end in table.get(lower[place:], ()):
            stem = lower[:place] + end.lost
            if noun_kinds(stem) & end.kinds or not (end.bare or end.case != "Nom"):
                yield from _noun_candidates(form, place, stem, end)


def _noun_candidates(form: str, place: int, stem: str, end: Ending) -> Iterator[Candidate]:
    lex = lexicon()
    whole = _whole(stem, end)
    known = known_nominals(whole or stem)
    capital = form[0].isupper()
    for one in known:
        cost = _known_cost(one, end, capital)
        yield cost, _noun_reading(form, place, one.lemma, "NOUN" if _substantive(one, end) else one.pos, end)
        if one.pos == "ADJ" and not end.bare and end.case == "Nom":
            yield cost + lex.costs["adj_noun"], _noun_reading(form, place, one.lemma, "NOUN", end)
    if not whole and _may_be_unknown(stem, known, capital):
        lemma = form[:place] + (end.lost.upper() if form.isupper() else end.lost)
        yield (
            _unknown_cost(stem, end, capital, len(form) - place),
            _noun_reading(form, place, lemma, "PROPN" if capital else "NOUN", end),
        )


def _whole(stem: str, end: Ending) -> str:
    """Return the known noun that lost a sound before its ending, "" if none: орн-ы, модел-і, процес-ке, съез-де."""
    lex = lexicon()
    by_possessor = bool(end.possessor) and end.number == "Sing"
    if by_possessor and stem in lex.long_stems:
        return lex.long_stems[stem]
    if by_possessor and stem.endswith("л") and stem + "ь" in lex.nominals:
        return stem + "ь"
    if not end.bare and end.case == "Nom":
        return ""
    if stem.endswith("кті") and stem[:-1] in lex.nominals:  # факт: фактілер
        return stem[:-1]
    longer = stem + {"з": "д"}.get(stem[-1], stem[-1])
    return longer if longer in lex.nominals and stem not in lex.nominals else ""


def _may_be_unknown(stem: str, known: tuple[Stem, ...], capital: bool) -> bool:
    if not VOWELS.intersection(stem):
        return len(stem) == 1 or capital
    if capital:
        return not any(one.pos == "PROPN" for one in known) and len(stem) > 1
    return not known and len(stem) > 1


def _substantive(stem: Stem, end: Ending) -> bool:
    """An adjective with an ending stands for a noun: жастар."""
    return stem.pos == "ADJ" and not end.local and bool(end.bare or end.case != "Nom")


def _known_cost(stem: Stem, end: Ending, capital: bool) -> int:
    costs = lexicon().costs
    cost = stem.cost + _ending_cost(end)
    inflected = end.bare or end.case != "Nom"
    if stem.pos == "PROPN":
        cost += costs["name_inflected"] if end.possessor or end.number == "Plur" else 0
        return cost + costs["capital_known_name"] if capital else cost + costs["lower_name"]
    if stem.pos == "ADJ":
        return cost + (costs["adj_inflected"] if inflected else costs["adj"])
    if stem.pos == "ADV" and inflected:
        return cost + costs["adv_inflected"]
    return cost


def _ending_cost(end: Ending) -> int:
    costs = lexicon().costs
    cost = costs[end.case] + costs["poss_" + end.possessor]
    if end.number == "Plur":
        cost += costs["Plur"]
    return cost + costs["local"] if end.local else cost


def _unknown_cost(stem: str, end: Ending, capital: bool, letters: int) -> int:
    """Return the points against an unknown stem; a long ending is unlikely to be there by chance."""
    costs = lexicon().costs
    cost = costs["capital_unknown_name" if capital else "unknown"] + _ending_cost(end) + unlikely(stem)
    if end.possessor:
        cost += costs["name_poss"] if capital else costs["unknown_poss_3"]
    cost -= costs["letter"] * min(letters, _TELLING)
    if not end.bare and end.case == "Nom":
        cost += costs["unknown_Nom"]
    if capital and len(stem) > 4 and stem.endswith(lexicon().name_ends):
        cost += costs["name_end"]
    return cost


def _noun_reading(form: str, place: int, lemma: str, pos: str, end: Ending) -> Reading:
    if end.local:
        return Reading(lemma, "ADJ", end.case, end.number, end.possessor, form[:place] + end.bare)
    if pos in ("ADJ", "ADV") and end.case == "Nom" and not end.bare:
        return Reading(lemma, pos, nominative=form)
    return Reading(lemma, pos, end.case, end.number, end.possessor, form[:place] + end.bare)


def _verbal(form: str) -> Iterator[Candidate]:
    lower = form.lower()
    table = _verb_table()
    for place in range(len(lower) - 1, max(1, len(lower) - _longest(_verb_table)) - 1, -1):
        for end in table.get(lower[place:], ()):
            stem = lower[:place] + end.lost
            if verb_kinds(stem) & end.kinds:
                yield from _verb_candidates(form, place, stem, end)
    if lower in lexicon().verbs:
        yield lexicon().costs["Imp"], Reading(verbal_noun(lower), "VERB", verb_form="Fin", mood="Imp")


def _verb_candidates(form: str, place: int, stem: str, end: VerbEnding) -> Iterator[Candidate]:
    known = verb_stems(stem)
    for one in known:
        yield one.cost + _verb_cost(end), _verb_reading(form, place, one, end)
    if not known and len(stem) > 2:
        cost = lexicon().costs["verb_unknown"] + unlikely(stem) + _verb_cost(end) - 2 * min(len(form) - place, _TELLING)
        yield cost, _verb_reading(form, place, Stem(stem, "VERB", 0), end)


def _verb_cost(end: VerbEnding) -> int:
    costs = lexicon().costs
    cost = costs["verb"] + costs.get(end.mood, 0) + costs.get(end.verb_form, 0)
    if end.spoken:
        cost += costs["spoken"]
    if end.case:
        cost += costs[end.case] + costs["poss_" + end.possessor]
    return cost


def _verb_reading(form: str, place: int, stem: Stem, end: VerbEnding) -> Reading:
    if end.noun:
        lemma = verbal_noun(stem.lemma) if end.noun == "у" else doer(stem.lemma, end.noun)
        bare = form[:place] + end.bare
        pos = "ADJ" if end.local else "NOUN"
        return Reading(
            lemma,
            pos,
            end.case,
            end.number,
            end.possessor,
            bare,
            end.verb_form,
            polarity=end.polarity,
            voice=stem.voice,
        )
    inflected = end.case and (end.case != "Nom" or end.possessor or end.number == "Plur")
    return Reading(
        verbal_noun(stem.lemma),
        "AUX" if stem.lemma in ("е",) else "VERB",
        end.case if inflected else "",
        end.number if inflected else "",
        end.possessor if inflected else "",
        form[:place] + end.bare if inflected else "",
        end.verb_form,
        end.tense,
        end.mood,
        end.polarity,
        stem.voice,
    )
