"""The ways to understand a word form as a form of a verb, or as a noun that any verb makes, each with its cost."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kg.lang.kk.alphabet import verb_kinds
from kg.lang.kk.lexicon import lexicon
from kg.lang.kk.noun_readings import Candidate
from kg.lang.kk.stems import Stem, unlikely, verb_stems
from kg.lang.kk.verbs import VerbEnding, doer, verb_endings, verbal_noun
from kg.lang.reading import Reading

_TELLING = 7  # letters of an ending beyond which it tells no more
GUESS = 50  # no verb that we don't know costs less

_table = cache(verb_endings)


@cache
def _longest() -> int:
    return max(map(len, _table()))


def verbal_readings(form: str, guess: bool) -> Iterator[Candidate]:
    """Yield (cost, reading) for every place where an ending may begin; unknown verbs only if `guess`."""
    lower = form.lower()
    table = _table()
    for place in range(len(lower) - 1, max(1, len(lower) - _longest()) - 1, -1):
        for kinds, end in table.get(lower[place:], ()):
            stem = lower[:place] + end.lost
            if verb_kinds(stem) & kinds:
                yield from _verb_candidates(form, place, stem, end, guess)
    if lower in lexicon().verbs:
        yield lexicon().costs["Imp"], Reading(verbal_noun(lower), "VERB", verb_form="Fin", mood="Imp")


def _verb_candidates(form: str, place: int, stem: str, end: VerbEnding, guess: bool) -> Iterator[Candidate]:
    known = verb_stems(stem)
    for one in known:
        yield one.cost + _verb_cost(end), _verb_reading(form, place, one, end)
    if guess and not known and len(stem) > 2:
        cost = _verb_cost(end) + _unknown_cost(stem, len(form) - place)
        yield cost, _verb_reading(form, place, Stem(stem, "VERB", 0), end)


def _unknown_cost(stem: str, letters: int) -> int:
    costs = lexicon().costs
    return costs["verb_unknown"] + unlikely(stem) - costs["verb_letter"] * min(letters, _TELLING)


def _verb_cost(end: VerbEnding) -> int:
    costs = lexicon().costs
    cost = costs["verb"] + costs.get(end.mood, 0) + costs.get(end.verb_form, 0) + costs.get(end.tense, 0)
    if end.spoken:
        cost += costs["spoken"]
    if end.case:
        cost += costs[end.case] + costs["poss_" + end.possessor]
    return cost


def _verb_reading(form: str, place: int, stem: Stem, end: VerbEnding) -> Reading:
    if end.noun:
        return _noun_of_verb(form[: place + len(end.bare)], stem, end)
    lemma = verbal_noun(stem.lemma)
    features = (end.verb_form, end.tense, end.mood, end.polarity, stem.voice)
    if end.case in ("", "Nom") and not end.possessor and end.number != "Plur":
        return Reading(lemma, "VERB", "", "", "", "", *features)
    return Reading(lemma, "VERB", end.case, end.number, end.possessor, form[: place + len(end.bare)], *features)


def _noun_of_verb(bare: str, stem: Stem, end: VerbEnding) -> Reading:
    """Return the reading of a verbal noun (кездесу) or of one who does it (қатысушы)."""
    lemma = verbal_noun(stem.lemma) if end.noun == "у" else doer(stem.lemma, end.noun)
    nominal = ("ADJ" if end.local else "NOUN", end.case, end.number, end.possessor, bare)
    return Reading(lemma, *nominal, end.verb_form, polarity=end.polarity, voice=stem.voice)
