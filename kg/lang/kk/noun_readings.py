"""The ways to understand a word form as a noun, name, adjective, adverb or numeral, each with its cost."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kg.lang.kk.alphabet import VOWELS, noun_kinds
from kg.lang.kk.lexicon import lexicon
from kg.lang.kk.nouns import PATRONYMIC, Ending, noun_endings
from kg.lang.kk.stems import Stem, known_nominals, unlikely
from kg.lang.reading import Reading

Candidate = tuple[int, Reading]

_TELLING = 7  # letters of an ending beyond which it tells no more
_SHORTEST = 4  # a name before -қыз or -ұл makes the whole longer than this

_table = cache(noun_endings)


@cache
def _longest() -> int:
    return max(map(len, _table()))


def nominal_readings(form: str) -> Iterator[Candidate]:
    """Yield (cost, reading) for every place where an ending that agrees with its stem may begin."""
    lower = form.lower()
    table = _table()
    for place in range(len(lower), max(1, len(lower) - _longest()) - 1, -1):
        for end in table.get(lower[place:], ()):
            stem = lower[:place] + end.lost
            if _kinds(stem) & end.kinds or not (end.bare or end.case != "Nom"):
                yield from _noun_candidates(form, place, stem, end)


def _kinds(stem: str) -> int:
    """Return the kinds of a stem; қауп-і and морал-і take the endings of қауіп and мораль."""
    lex = lexicon()
    if stem in lex.long_stems:
        return noun_kinds(lex.long_stems[stem])
    if stem.endswith("л") and stem + "ь" in lex.nominals:
        return noun_kinds(stem) | noun_kinds(stem + "ь")
    return noun_kinds(stem)


def _noun_candidates(form: str, place: int, stem: str, end: Ending) -> Iterator[Candidate]:
    lex = lexicon()
    whole = _whole(stem, end)
    known = known_nominals(whole or stem)
    capital = form[0].isupper()
    for one in known:
        cost = _known_cost(one, end, capital)
        yield cost, _noun_reading(form, place, one.lemma, "NOUN" if _substantive(one, end) else one.pos, end)
        if one.pos == "ADJ" and not (one.cost or end.bare) and end.case == "Nom":
            yield cost + lex.costs["adj_noun"], _noun_reading(form, place, one.lemma, "NOUN", end)
    if capital and _is_patronymic(stem, end):
        name = form[: place + len(end.bare)]
        yield _patronymic_cost(end), Reading(name, "PROPN", end.case, "Sing", "", name)
    elif not whole and _may_be_unknown(stem, known, capital):
        lemma = form[:place] + (end.lost.upper() if form.isupper() else end.lost)
        cost = _unknown_cost(stem, end, capital, len(form) - place)
        yield cost, _noun_reading(form, place, lemma, "PROPN" if capital else "NOUN", end)


def _is_patronymic(stem: str, end: Ending) -> bool:
    """Tell whether it is Нұрланқызы-на or Тілдәбекұлы-ның: inflected as what they were, somebody's child."""
    of_somebody = end.possessor == "3" and end.number == "Sing"
    return of_somebody and stem.endswith(PATRONYMIC) and len(stem) > _SHORTEST


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
    if capital:
        return not any(one.pos == "PROPN" for one in known)
    return len(stem) == 1 or bool(not known and VOWELS.intersection(stem))


def _patronymic_cost(end: Ending) -> int:
    costs = lexicon().costs
    return costs["capital_unknown_name"] + 2 * costs["name_end"] + costs[end.case]


def _substantive(stem: Stem, end: Ending) -> bool:
    """Tell whether it is an adjective that stands for a noun: жастар, the young."""
    return stem.pos == "ADJ" and not end.local and bool(end.bare or end.case != "Nom")


def _known_cost(stem: Stem, end: Ending, capital: bool) -> int:
    costs = lexicon().costs
    cost = stem.cost + ending_cost(end)
    inflected = end.bare or end.case != "Nom"
    if stem.pos == "PROPN":
        cost += costs["name_inflected"] if end.possessor or end.number == "Plur" else 0
        return cost + costs["capital_known_name"] if capital else cost + costs["lower_name"]
    if stem.pos == "ADJ":
        return cost + (costs["adj_inflected"] if inflected else costs["adj"])
    if stem.pos == "ADV" and inflected:
        return cost + costs["adv_inflected"]
    return cost


def ending_cost(end: Ending) -> int:
    """Return the points against an ending, whatever its stem."""
    costs = lexicon().costs
    cost = costs[end.case] + costs["poss_" + end.possessor]
    if end.number == "Plur":
        cost += costs["Plur"]
    return cost + costs["local"] if end.local else cost


def _unknown_cost(stem: str, end: Ending, capital: bool, letters: int) -> int:
    """Return the points against an unknown stem; a long ending is unlikely to be there by chance."""
    costs = lexicon().costs
    cost = costs["capital_unknown_name" if capital else "unknown"] + ending_cost(end) + unlikely(stem)
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
        return Reading(lemma, "ADJ", end.case, end.number, end.possessor, form[: place + len(end.bare)])
    if pos in ("ADJ", "ADV", "NUM") and end.case == "Nom" and not end.bare:
        return Reading(lemma, pos, nominative=form)
    return Reading(lemma, pos, end.case, end.number, end.possessor, form[: place + len(end.bare)])
