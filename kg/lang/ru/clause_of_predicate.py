"""A clause made of its predicate: what it means, whether it is passive, negated, past or yet to come."""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.ru.morphology import Form
from kg.lang.ru.phrase import Phrase
from kg.lang.ru.verbs import Predicate, meanings
from kg.lang.syntax import Clause


def clause_of(phrase: Phrase, predicate: Predicate, tokens: list[int], form: str) -> Clause:
    """Return the clause that a predicate makes of its tokens; ``form`` is that of Clause."""
    concepts = meanings(phrase, predicate, tokens)
    main = predicate.form
    clause = Clause(
        predicate.first, predicate.last, (predicate.first, predicate.last), frozenset(concepts), main.lemma, form
    )
    clause.passive = any(f.passive for f in predicate.forms) or (main.lemma.endswith("ся") and main.lemma in _REFLEXIVE)
    clause.negated = _negated(phrase, predicate, tokens)
    clause.past = any(f.tense == "Past" for f in predicate.forms) and not any(f.tense == "Fut" for f in predicate.forms)
    clause.future = any(f.tense == "Fut" for f in predicate.forms)
    if clause.past and main.lemma in _BELONGS:
        clause.flags.add("belonged")
    return clause


_WORDS = cues("ru").words
_REFLEXIVE = _WORDS["is-carried-out"]
_BELONGS = _WORDS["belongs-lastingly"]


def _negated(phrase: Phrase, predicate: Predicate, tokens: list[int]) -> bool:
    negated = False
    for at in predicate.at:
        if phrase.lower(at - 1) == "не" or (
            phrase.lower(at - 1) in ("бы", "был", "были", "было", "была") and phrase.lower(at - 2) == "не"
        ):
            negated = True
        if phrase.lower(at) == "нет":
            negated = True
    return negated


def agrees(form: Form, number: str, gender: str) -> bool:
    """Tell whether a verb may have a subject of this number and gender."""
    if form.number and number and form.number != number:
        return False
    return not (form.gender and gender and form.number == "Sing" and form.gender != gender)
