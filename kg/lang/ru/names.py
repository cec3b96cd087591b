"""Names of people in Russian text: how each word of a name may be understood, and the case that all of them share.

Dictionary names decline as pymorphy3 says; the names that it does not know (Мельдешов, Сарир, Ыргалиев) by the rules of
Russian for foreign ones: consonants decline for men only, -а declines, -о, -у, -и, -ко never do.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import lru_cache
from math import prod
from typing import NamedTuple

from kg.lang.cues import cues
from kg.lang.person_names import PARTICLES
from kg.lang.ru.morphology import CASES, forms, inflected, like

_NAME_WORD = re.compile(r"^[^\W\d_]+(?:[-\u2011'’][^\W\d_]+)*$")
_SURNAME = re.compile(r"(?:[оеё]в|[ыи]н)$")
_CONSONANTS = "бвгджзйклмнпрстфхцчшщ"
_VOWELS = "аеёиоуыэюя"
_HARD = "бвгджзйклмнпрстфхц"
_OF_HIS_FATHER = re.compile(r"(?:вич|ьич|[вч]н|ичн)(?:[ауеы]|ем|ой)?$")
_NAME_AND_SURNAME = 2
_HARDLY = 0.2
_OF_A_LETTER = 2
_SHORT = 4
_OF_TWO_SYLLABLES = 6  # letters that a syllable hardly has
_SOFT_HUSH = "жшщчц"
_ADJECTIVAL = re.compile(r"(?:ск|цк)$")

_WORDS = cues("ru").words
TITLES = _WORDS["titles-in-names"]  # Наурызбай кажы Таганулы: it stands in a name and is no part of it
# Men's names in -ий that people bear; the dictionary has hundreds out of old calendars (Асий, Раний) besides.
_MEN = _WORDS["men-with-adjectival-names"]  # fmt: skip
_ADJECTIVE = 1.2  # how likely an adjective is a surname: more than an unknown word that declines otherwise
_OF_FATHER = re.compile(r"\w{3}([уұ]лы|[кқ]ызы)$")  # Досмаганбетулы, Тлектескызы: never declined
_ARTICLE = re.compile(r"(?:[аэ]ль|а[сшднтрз]|э[сшдр])-(?=[А-ЯЁ])")  # аль-Мансури, ас-Самахи


# Words that end a name: Тургунбек уулу, Асан кызы; whose they make it.
CHILD_OF = {"уулу": "Masc", "кызы": "Fem", "оглы": "Masc", "оглу": "Masc"}
_SON_OF = frozenset({"бин", "ибн", "бен"})
_TURKIC_VERB = re.compile(r"(?:балд|бер[дг]|[гк]ель?д|турд)[ыи]$")  # Сатыбалды, Аллаберды: a verb that never declines


class Part(NamedTuple):
    """One way to understand a word of a name: its nominative, case, gender ("" for either), what it is, how sure."""

    nominative: str
    case: str
    gender: str
    kind: str
    weight: float


def has_article(word: str) -> bool:
    """Tell whether a word is an Arabic surname with its article: аль-Мансури."""
    return bool(_ARTICLE.match(word))


@lru_cache(maxsize=65_536)
def name_like(word: str) -> bool:
    """Tell whether a word is written as a name is: a capital, then small letters (or such parts joined by a hyphen)."""
    if len(word) < 2 or not _NAME_WORD.match(word):
        return False
    if word[0].islower():
        return bool(_ARTICLE.match(word))
    if not word[0].isupper():
        return False
    parts = re.split(r"[-\u2011'’]", word)
    return all(part[1:].islower() or len(part) == 1 for part in parts) and not word.isascii()


@lru_cache(maxsize=32_768)
def parts_of(word: str) -> tuple[Part, ...]:
    """Return every way to understand a word as part of a person's name."""
    if word in PARTICLES or word in TITLES:
        return tuple(Part(word, case, "", "", 1.0) for case in CASES)
    small = word.lower() in PARTICLES and len(word) > _OF_A_LETTER  # Дирком Ван Лооем
    if article := _ARTICLE.match(word):
        return tuple(p._replace(nominative=article[0] + p.nominative) for p in parts_of(word[article.end() :]))
    if kazakh := _OF_FATHER.search(word):
        gender = "Fem" if kazakh[1][0] in "кқ" else "Masc"
        return tuple(Part(word, case, gender, "Patr", 1.6) for case in CASES)
    found: list[Part] = []
    if bare_name_of_a_woman(word):
        found = [Part(word, case, "Fem", "Name", 2.0) for case in CASES]
    for form in forms(word):
        if form.number == "Plur" or form.pos != "NOUN" or not form.case:
            continue
        if form.name in ("Name", "Surn", "Patr"):
            weight = 3.0 if form.known else 1.6
            nominative = like(word, form.lemma)
            if form.name != "Name" and form.gender == "Fem" and not form.fixed:
                nominative = _feminine(word, form.lemma, form.case)
            found.append(Part(nominative, form.case, form.gender, form.name, weight))
    found += _woman_rather(word, found)
    found += _by_rule(word)
    found += [Part(word, case, "", "", 0.5) for case in CASES] if small else []
    if "-" in word:
        found = [_both_declined(word, part) for part in found]
    best: dict[tuple[str, str, str], Part] = {}
    for part in found:
        key = part[:3]
        if key not in best or best[key].weight < part.weight:
            best[key] = part
    return tuple(best.values())


def _both_declined(word: str, part: Part) -> Part:
    """Карлом-Густавом is of Карл-Густав: both parts of a man's name decline if both end alike."""
    first, _, last = word.partition("-")
    ending = next((e for e in ("ом", "ем", "а", "у") if first.endswith(e) and last.endswith(e)), "")
    if not ending or part.case == "Nom" or part.gender != "Masc" or part.nominative == word:
        return part
    alike = [p for p in parts_of(first) if (p.case, p.gender) == (part.case, "Masc") and p.nominative != first]
    if not alike:
        return part
    own = max(alike, key=lambda p: p.weight).nominative
    return part._replace(nominative=f"{own}-{part.nominative.partition('-')[2]}")


@lru_cache(maxsize=32_768)
def bare_name_of_a_woman(word: str) -> bool:
    """Гульнар, Динар: a Kazakh woman's name that the dictionary has with -а only, and takes for many of them."""
    found = forms(word)
    several = any(f.name == "Name" and f.known and f.gender == "Fem" and f.number == "Plur" for f in found)
    several = several or any(f.name == "Name" and f.known and f.number == "Plur" and f.case == "Gen" for f in found)
    return several and word.endswith(("ар", "нур", "гуль")) and not any(f.name and f.number == "Sing" for f in found)


def _woman_rather(word: str, found: list[Part]) -> list[Part]:
    """Асия, Жания: a dictionary that lacks a woman's name takes it for the genitive of a man's that nobody bears."""
    if not word.endswith("ия") or word[:-1] + "й" in _MEN or any(part.case == "Nom" for part in found):
        return []
    return [Part(word, "Nom", "Fem", "Name", part.weight) for part in found[:1]]


def _feminine(word: str, lemma: str, case: str) -> str:
    """Pymorphy cites women's surnames by the man's: Матвеевой is of Матвеева."""
    if case == "Nom":
        return word
    for ending, nominative in (
        ("ской", "ская"),
        ("скую", "ская"),
        ("цкой", "цкая"),
        ("цкую", "цкая"),
        ("ой", "а"),
        ("у", "а"),
    ):
        if word.endswith(ending):
            return word[: -len(ending)] + nominative
    if word.endswith(("вны", "вне", "чны", "чне")):
        return word[:-1] + "а"
    return like(word, lemma)


def _by_rule(word: str) -> list[Part]:
    lower = word.lower()
    found: list[Part] = [Part(word, "Nom", "", "", 1.0)]
    if _SURNAME.search(lower) and len(lower) > 4:
        found.append(Part(word, "Nom", "Masc", "Surn", 2.0))
    for ending, case in (("а", "Gen"), ("а", "Acc"), ("у", "Dat"), ("ым", "Ins"), ("е", "Loc")):
        base = word[: -len(ending)]
        if lower.endswith(ending) and _SURNAME.search(base.lower()) and len(base) > 4:
            found.append(Part(base, case, "Masc", "Surn", 2.0))
    if lower.endswith("а") and _SURNAME.search(lower[:-1]) and len(lower) > 5:
        found.append(Part(word, "Nom", "Fem", "Surn", 2.0))
    for ending, cases in (("ой", ("Gen", "Dat", "Ins", "Loc")), ("у", ("Acc",))):
        base = word[: -len(ending)]
        if lower.endswith(ending) and _SURNAME.search(base.lower()) and len(base) > 4:
            found += [Part(base + "а", case, "Fem", "Surn", 2.0) for case in cases]
    found += _like_adjective(word, lower)
    found += _of_an_adjective(word)
    found += _consonant(word, lower)
    found += _vowel(word, lower)
    surnames = {p.case for p in found if p.kind == "Surn"}
    if surnames and "Nom" not in surnames:  # Имашевой is of Имашева, hardly a name as it stands
        found = [p._replace(weight=0.2) if p.case == "Nom" else p for p in found]
    weight, gender = _undeclined(lower)
    found += [Part(word, case, gender, "", weight) for case in ("Gen", "Dat", "Acc", "Ins", "Loc")]
    return found


def _undeclined(lower: str) -> tuple[float, str]:
    """Return how likely a name stays as it is in every case, and whose it must be then."""
    if lower.endswith(("ко", "о", "швили", "дзе", "ых", "их", "улы", "кызы", "қызы", "ұлы", "оглы", "ийн")):
        return 1.6, ""
    if _TURKIC_VERB.search(lower):
        return 2.0, ""
    if lower[-1] in "еиуюэыі":
        return (1.2 if len(lower) < 4 else 0.6), ""
    if lower.endswith(("ом", "ем", "ым")) and len(lower) > 4:
        return _HARDLY, "Fem"
    if lower[-1] == "а" and _SURNAME.search(lower[:-1]):
        return 0.05, "Fem"  # Сапарова is no genitive, whatever stands before it
    if lower.endswith(("ов", "ев")) and len(lower) > _SHORT:
        return 0.3, "Fem"  # Канат Орманов is no woman whose name stays in the genitive
    return (0.8, "Fem") if lower[-1] in _CONSONANTS else (0.3, "Fem")


_OF_ADJECTIVE = (
    ("ий", "Masc", "Nom"), ("ого", "Masc", "Gen"), ("ого", "Masc", "Acc"), ("ому", "Masc", "Dat"),
    ("им", "Masc", "Ins"), ("ом", "Masc", "Loc"), ("ая", "Fem", "Nom"),
    ("ой", "Fem", "Gen"), ("ой", "Fem", "Dat"), ("ой", "Fem", "Ins"),
    ("ой", "Fem", "Loc"), ("ую", "Fem", "Acc"),
)  # fmt: skip


def _like_adjective(word: str, lower: str) -> list[Part]:
    found = []
    for ending, gender, case in _OF_ADJECTIVE:
        base = word[: -len(ending)]
        if lower.endswith(ending) and _ADJECTIVAL.search(base.lower()) and len(base) > 3:
            found.append(Part(base + ("ий" if gender == "Masc" else "ая"), case, gender, "Surn", 2.0))
    return found


def _of_an_adjective(word: str) -> list[Part]:
    """Заречную is of Заречная, Заречного of Заречный: a surname that is an adjective by itself declines as one."""
    found = []
    for form in forms(word):
        if form.pos == "ADJF" and form.known and form.number == "Sing" and form.gender in ("Masc", "Fem"):
            nominative = inflected(word.lower(), form.lemma, "ADJF", "Nom", "Sing", form.gender)
            found.append(Part(like(word, nominative), form.case, form.gender, "", _ADJECTIVE))
    return found


def _consonant(word: str, lower: str) -> list[Part]:
    """Сариром is of Сарир, Гилаури stays, Джамалем is of Джамаль."""
    found = []
    if lower[-1] in _CONSONANTS:
        found.append(Part(word, "Nom", "Masc", "", 1.1))
    for ending, case in (("а", "Gen"), ("а", "Acc"), ("у", "Dat"), ("ом", "Ins"), ("ем", "Ins"), ("е", "Loc")):
        base = word[: -len(ending)]
        if len(base) > 1 and lower.endswith(ending) and base[-1].lower() in _CONSONANTS and base[-1] != "й":
            if (ending == "ем" and base[-1] not in _SOFT_HUSH) or (ending == "ом" and base[-1] in _SOFT_HUSH):
                continue
            found.append(Part(base, case, "Masc", "", 0.9 if case != "Loc" else 0.4))
    for ending, case in (("я", "Gen"), ("я", "Acc"), ("ю", "Dat"), ("ем", "Ins"), ("е", "Loc")):
        base = word[: -len(ending)]
        if len(base) > 1 and lower.endswith(ending):
            if base[-1] in "аеиоуэюяы":
                found.append(Part(base + "й", case, "Masc", "", 0.9 if case != "Loc" else 0.4))
            elif base[-1].lower() in "лнрт":
                found.append(Part(base + "ь", case, "Masc", "", 0.6 if case != "Loc" else 0.3))
    return found


def _vowel(word: str, lower: str) -> list[Part]:
    """Каей is of Кая, Уршулу of Уршула."""
    found = []
    if lower[-1] in "ая":
        found.append(Part(word, "Nom", "", "", 1.0))
    for ending, nominative, case in (
        ("ы", "а", "Gen"), ("и", "а", "Gen"), ("е", "а", "Dat"), ("е", "а", "Loc"), ("у", "а", "Acc"),
        ("ой", "а", "Ins"), ("и", "я", "Gen"), ("е", "я", "Dat"),
        ("е", "я", "Loc"), ("ю", "я", "Acc"), ("ей", "я", "Ins"),
    ):  # fmt: skip
        base = word[: -len(ending)]
        if len(base) < 2 or not lower.endswith(ending):
            continue
        last = base[-1].lower()
        if nominative == "а" and (
            (last not in _CONSONANTS)
            or (ending == "и" and last not in "гкхжшщч")
            or (ending == "ы" and last in "гкхжшщч")
        ):
            continue
        if nominative == "я" and last not in "аеиоуйлнтрсь":
            continue
        # hardly a name ends in -ы by itself: Александра Вернигоры is of Вернигора
        weight = 0.8 if ending in ("ой", "ей", "у", "ю") else 0.7 if ending == "ы" and len(base) > _SHORT else 0.5
        found.append(Part(base + nominative, case, "", "", weight))
    return found


class Name(NamedTuple):
    """A name understood: its words in the nominative, its case, gender, and how well the words agree."""

    words: tuple[str, ...]
    case: str
    gender: str
    weight: float


def read_name(words: tuple[str, ...], cases: Collection[str], known: Collection[str]) -> list[Name]:
    """Return the ways to understand words as one name in one of the cases, the best first.

    ``known`` are nominatives of names that the text gives elsewhere; they weigh more.
    """
    return list(_read(words, tuple(cases), frozenset(n for word in words for n in _nominatives(word) if n in known)))


@lru_cache(maxsize=32_768)
def _read(words: tuple[str, ...], cases: tuple[str, ...], known: frozenset[str]) -> tuple[Name, ...]:
    found: list[Name] = []
    if len(words) > _NAME_AND_SURNAME and words[-1] in CHILD_OF:  # Нурланбека Тургунбек уулу: the first declines
        own = [n for n in _read(words[:-2], cases, known) if n.gender in ("", CHILD_OF[words[-1]])]
        return tuple(n._replace(words=(*n.words, *words[-2:])) for n in own)
    best = [_best(word, known & _nominatives(word)) for word in words]
    best = [
        _behind_particle(w, of) if b in _SON_OF else of for b, w, of in zip(("", *words), words, best, strict=False)
    ]
    of_one = _only_gender(words)
    for case in cases:
        for gender in (of_one,) if of_one and case != "Ins" else ("Masc", "Fem"):
            parts = [part for of_word in best if (part := of_word.get((case, gender))) is not None]
            if gender == "Masc" and len(parts) == len(words) - 1 > 0 and (first := _first_of_asian(words[0], case)):
                parts = [first, *parts] if (case, gender) not in best[0] else parts
            if len(parts) == len(words):
                weight = prod(part.weight for part in parts)
                found.append(Name(tuple(part.nominative for part in parts), case, gender, weight))
    found.sort(key=lambda n: -n.weight)
    return tuple(found)


def _behind_particle(word: str, best: Mapping[tuple[str, str], Part]) -> Mapping[tuple[str, str], Part]:
    """Фейсала бин Ханиф: what stands behind бин may decline or not."""
    rest = {(case, "Masc"): Part(word, case, "Masc", "", 1.0) for case in CASES}
    return {**rest, **best}


def _only_gender(words: tuple[str, ...]) -> str:
    """Return whose a name must be: a patronymic tells it, and a man's given name, which declines (Айбек), "" if none.

    A foreign woman's may be a man's elsewhere (Даниэль, Мишель), so that one with a soft end tells nothing; nor does
    any in the instrumental, in which many leave a foreign name as it is (с директором Дженгиз Озтюрк).
    """
    if len(words) > _NAME_AND_SURNAME:
        told = {f.gender for word in words[1:] for f in forms(word) if f.name == "Patr" and _OF_HIS_FATHER.search(word)}
        told |= {p.gender for word in words[1:] if _OF_FATHER.search(word) for p in parts_of(word)}
        if len(told) == 1:
            return told.pop()
    own = forms(words[0]) if len(words) > 1 and words[0][-1] in _HARD else ()
    given = {f.gender for f in own if f.name == "Name" and f.known}
    return "Masc" if given == {"Masc"} and any(f.case == "Nom" for f in own if f.name) else ""


def _first_of_asian(word: str, case: str) -> Part | None:
    """с Чэнь Вэем, у Ван Цзина: a family name of one syllable that stands first stays as it is."""
    one = sum(letter in _VOWELS for letter in word.lower()) == 1 and len(word) < _OF_TWO_SYLLABLES
    return Part(word, case, "Masc", "Surn", 0.6) if one else None


@lru_cache(maxsize=32_768)
def _nominatives(word: str) -> frozenset[str]:
    return frozenset(part.nominative for part in parts_of(word))


@lru_cache(maxsize=32_768)
def _best(word: str, known: frozenset[str]) -> Mapping[tuple[str, str], Part]:
    """Return the likeliest way to understand a word in each case, for a man and for a woman."""
    best: dict[tuple[str, str], Part] = {}
    for part in parts_of(word):
        # Мином, read first as it stands, is no more likely to stay so in the instrumental
        told = part.nominative in known and (part.case == "Nom" or part.weight > _HARDLY)
        weighed = part._replace(weight=part.weight * 3) if told else part
        for gender in (part.gender,) if part.gender else ("Masc", "Fem"):
            key = (part.case, gender)
            old = best.get(key)
            # Кемалу is of Кемал rather than a name that stays as it is, if both are as likely
            declined = old is not None and part.case != "Nom" and old.nominative == word != weighed.nominative
            if old is None or weighed.weight > old.weight or (declined and weighed.weight == old.weight):
                best[key] = weighed
    return best


@lru_cache(maxsize=32_768)
def named_by_form(word: str) -> str:
    """Return "Name", "Surn" or "Patr" when the form itself tells that a word is part of a person's name, else ""."""
    if any(f.name == "Orgn" and f.known for f in forms(word)):
        return ""  # Минфина is no genitive of Минфин the man
    # a patronymic shows its form even if the father's name is in no dictionary: Габдуллаевич
    kinds = {p.kind for p in parts_of(word) if p.kind and p.weight >= (1.5 if p.kind == "Patr" else 2.0)}
    for kind in ("Patr", "Surn", "Name"):
        if kind in kinds:
            return kind
    return ""
