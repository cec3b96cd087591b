"""Capitals that are words with a meaning and begin no name: posts, heads of bodies, adjectives, small words."""

from __future__ import annotations

from functools import partial

from kg.lang.by_form import ByForm
from kg.lang.cues import cues
from kg.lang.ru.morphology import forms
from kg.lang.ru.names import named_by_form
from kg.lang.ru.phrase import Phrase, adjectives_of

_EMPHATIC = cues("ru").words["emphatic"]


def _means_something(opening: bool, text: str) -> bool:
    found, known = forms(text), cues("ru")
    if not found:
        return False
    if opening and text.lower() in _EMPHATIC:
        return True  # Сам Иван Белов промолчал
    top, lemmas = found[0], frozenset(f.lemma for f in found)
    if named_by_form(text) and not (opening and top.pos not in ("NOUN", "UNKN")):
        return bool(lemmas & known.roles.keys()) and not any(f.name for f in found)
    if lemmas & known.roles.keys() or lemmas & known.organizations.keys() or lemmas & known.places.keys():
        return True
    if lemmas & known.events.keys() or lemmas & known.words["honorific"]:
        return True
    if (
        top.pos
        in ("PREP", "CONJ", "PRCL", "NPRO", "ADVB", "VERB", "INFN", "PRTS", "GRND", "NUMR", "PRED", "INTJ", "COMP")
        and top.known
    ):
        return opening or top.pos in ("PREP", "CONJ", "NPRO", "NUMR")
    return bool(adjectives_of(text) and top.pos in ("ADJF", "PRTF") and top.known)


MEANS_SOMETHING = {opening: ByForm(partial(_means_something, opening)) for opening in (False, True)}


def like_an_adjective(phrase: Phrase, at: int) -> bool:
    """Сырым Орманов: no adjective, which would agree with the surname behind it."""
    if phrase.opening(at) or at + 1 >= phrase.size or named_by_form(phrase.tokens[at].text):
        return False
    own, surname = adjectives_of(phrase.tokens[at].text), phrase.tokens[at + 1].text
    nominative = surname.endswith(("ов", "ев")) and phrase.name_like[at + 1]
    return nominative and bool(own) and all(f.case in ("Ins", "Dat") for f in own)
