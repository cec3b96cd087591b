"""Which words may stand before the head noun of a Kazakh name and belong to it."""

from __future__ import annotations

from kg.lang.kk.alphabet import RELATIONAL, THERE
from kg.lang.kk.phrase import Phrase

OBLIQUE = frozenset({"Dat", "Loc", "Abl", "Ins"})
_OF_LOANWORDS = ("икалық", "ялық")
_GOING_ON = ("атын", "етін")
_NO_MODIFIERS = frozenset({"VERB", "AUX", "ADP", "PRON", "PART", "ADV", "INTJ", "SCONJ"})


def bare_modifier(phrase: Phrase, at: int) -> bool:
    """Tell whether a word in small letters stands bare, as modifiers between a quoted name and its noun do."""
    reading = phrase.first(at)
    return (
        reading is not None
        and reading.pos in ("ADJ", "NOUN")
        and reading.case in ("", "Nom")
        and reading.possessor != "3"
        and not phrase.tokens[at].capital
    )


def may_modify(phrase: Phrase, at: int, begin: int, nouns_may: bool, weak: bool) -> bool:
    """Tell whether a word may stand in a body's name before what has been found of it from ``begin`` on."""
    readings = phrase.readings[at]
    if not readings:
        return False
    first, word, capital = readings[0], phrase.lower(at), phrase.tokens[at].capital
    words = phrase.cues.words
    if word in words["this"] or word in words["former"] or word in phrase.cues.words["of-encounters"]:
        return False
    if first.lemma in ("мырза", "ханым"):
        return False  # Елші ханым | университет филиалын аралады
    if at and (word in words["besides"] or word in words["together"]) and phrase.pos(at - 1) == "PRON":
        return False  # Сонымен қатар | қоғамдық даму басқармасы
    if first.verb_form in ("Part", "Fin") and first.voice == "Pass" and begin > at + 1 - (word.endswith(_GOING_ON)):
        # мамандандырылған ауданаралық сот, жаңартылатын энергия агенттігі
        return any(r.verb_form == "Part" and not r.case for r in readings)
    if first.pos in ("ADV", "ADP") and any(r.pos == "ADJ" for r in readings):
        return True  # жоғары педагогикалық колледж
    if word == "қарсы" or phrase.lower(at + 1) == "қарсы":
        return _against(phrase, at if word == "қарсы" else at + 1)
    if first.pos == "ADV" and any(r.verb_form == "Vnoun" for r in phrase.readings[at + 1]):
        return nouns_may  # қайта құру және даму банкі
    if not nouns_may and word.endswith(RELATIONAL if capital else _OF_LOANWORDS):
        return True  # Ұлттық Банк, қалалық клиникалық аурухана
    if not nouns_may and word in words["sides-of-world"]:
        return True  # мемлекеттік орталық музей
    if first.pos in _NO_MODIFIERS and not (capital and first.pos == "VERB"):
        return first.verb_form == "Vnoun"
    return _nominal_may_modify(phrase, at, begin, nouns_may, weak)


def _against(phrase: Phrase, at: int) -> bool:
    """Дағдарысқа қарсы кеңес, Допингке қарсы орталық: against what a body was made is part of its name."""
    what = phrase.first(at - 1) if at else None
    return what is not None and what.pos in ("NOUN", "PROPN") and what.case == "Dat"


def _roman(word: str) -> bool:
    return not word.strip("ivxlcdmіхс")


def _nominal_may_modify(phrase: Phrase, at: int, begin: int, nouns_may: bool, weak: bool) -> bool:
    first, word = phrase.readings[at][0], phrase.lower(at)
    if first.verb_form == "Vnoun":
        return nouns_may and first.case in ("Nom", "")
    if word.endswith(THERE):
        return False
    if first.pos == "ADJ" or (first.case == "Nom" and word in phrase.cues.words["regional"]):
        return not first.case or first.case == "Nom"
    if first.pos == "NUM":
        return word.endswith(("ншы", "нші")) or (phrase.tokens[at].capital and at > 0 and not _roman(word))
    if not nouns_may:
        # Damu қоры bears the possessive; a Latin brand before a bare head does too rarely to be refused
        # Атқарушы комитет, though атқарушы is a noun too
        adjective = word.endswith(("шы", "ші")) and any(r.pos == "ADJ" for r in phrase.readings[at])
        return phrase.tokens[at].capital and (phrase.tokens[at].text.isascii() or adjective)
    return _noun_may_modify(phrase, at, begin, weak)


def _joins(phrase: Phrase, at: int) -> bool:
    """Tell whether a word may be a conjunction (ал, енді), which begins sentences and no names."""
    return any(r.pos in ("CCONJ", "SCONJ", "PART", "ADV") for r in phrase.readings[at])


def readings_imperative(phrase: Phrase, at: int) -> bool:
    """Tell whether a word's likeliest reading is a bare verb stem, as of names that are verbs too."""
    first = phrase.first(at)
    return first is not None and first.mood == "Imp"


def _noun_may_modify(phrase: Phrase, at: int, begin: int, weak: bool) -> bool:
    cases = [r for r in phrase.readings[at] if r.pos in ("NOUN", "PROPN", "ADJ")]
    if phrase.tokens[at].capital and readings_imperative(phrase, at) and not _joins(phrase, at):
        return True  # Қорқыт Ата университеті: a name that is also a verb
    if cases and cases[0].case == "Gen" and cases[0].number == "Plur":
        # Дала музейлерінің одағы, Түркі жастарының үйлестіру кеңесі
        return not weak or any(r.verb_form == "Vnoun" for r in phrase.readings[at + 1])
    if cases and _belongs_to_what_follows(phrase, at, cases[0].case):
        return True
    if cases and (cases[0].case in OBLIQUE or cases[0].case == "Gen"):
        return False
    if any((not r.case or r.case == "Nom") and r.possessor != "3" for r in cases):
        return not (cases[0].case in OBLIQUE and not phrase.tokens[at].capital) and cases[0].case != "Gen"
    if any(r.case == "Nom" for r in cases[:1]):
        # сайлау органдары Қауымдастығы: a plural or izafet phrase inside the name
        return True
    if cases and cases[0].case == "Acc":
        # халықты әлеуметтік қорғау министрлігі: the object of a verbal noun in the name
        near = range(begin, min(begin + 2, phrase.size))
        return any(r.verb_form == "Vnoun" for i in near for r in phrase.readings[i])
    return False


def _belongs_to_what_follows(phrase: Phrase, at: int, case: str) -> bool:
    """Tell whether a noun in a case depends on the noun or verbal noun of a name behind it.

    жартасқа өрмелеу федерациясы, депозиттерге кепілдік беру қоры, балаларға көмек қоры; климаттың өзгеруі жөніндегі
    орталық; диабетпен күрес қоры.
    """
    if case not in ("Dat", "Gen", "Ins"):
        return False
    following = phrase.readings[at + 1 : at + 3]
    deeds = [any(r.verb_form == "Vnoun" for r in readings) for readings in following]
    if case == "Dat":
        return (
            any(deeds[:1])
            or (all(r.case in ("Nom", "") for r in following[0][:1]) and any(deeds[1:]))
            or (phrase.lower(at + 1) in phrase.cues.words["help-to"])
        )
    if case == "Gen" and phrase.head(at, phrase.cues.organizations) is None:
        return any(r.verb_form == "Vnoun" and r.possessor == "3" for r in following[0]) and (
            phrase.lower(at + 2) in phrase.cues.words["relating"]
        )
    return case == "Ins" and (any(deeds[:1]) or phrase.lower(at + 1) in phrase.cues.words["done-with"])
