"""Names of people in Kazakh text: initials, patronymics, runs of capitals, and the endings that they carry."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from kg.lang.person_names import PATRONYMIC, SURNAME

# Case endings by what they may stand behind: a vowel, a voiceless consonant (в, б, г, д of foreign names count as
# such), or any other consonant. Possessive forms are left out: names of people take none.
_ENDINGS: dict[str, dict[str, tuple[str, ...]]] = {
    "Gen": {"vowel": ("ның", "нің"), "voiceless": ("тың", "тің"), "nasal": ("ның", "нің"), "voiced": ("дың", "дің")},
    "Dat": {"vowel": ("ға", "ге"), "voiceless": ("қа", "ке"), "nasal": ("ға", "ге"), "voiced": ("ға", "ге")},
    "Acc": {"vowel": ("ны", "ні"), "voiceless": ("ты", "ті"), "nasal": ("ды", "ді"), "voiced": ("ды", "ді")},
    "Loc": {"vowel": ("да", "де"), "voiceless": ("та", "те"), "nasal": ("да", "де"), "voiced": ("да", "де")},
    "Abl": {"vowel": ("дан", "ден"), "voiceless": ("тан", "тен"), "nasal": ("нан", "нен"), "voiced": ("дан", "ден")},
    "Ins": {"vowel": ("мен",), "voiceless": ("пен",), "nasal": ("мен",), "voiced": ("мен", "бен")},
}
_VOWELS = frozenset("аәеёиоөуұүыіэюя")
_VOICELESS = frozenset("пфкқтсшщчцхһвбгд")
_NASAL = frozenset("мнң")
_GLIDES = frozenset("иу")  # written as vowels, ending in й and у: Әлиді, Әлини too; Әлидің, Байсеуді
# Names that end as an inflected word does: Сатыбалды, Құдайберді, Есенгелді, Сүлеймен.
_WHOLE = re.compile(r"(?:балды|берді|[кг]елді|сүлеймен|^к?армен)$", re.IGNORECASE)
# Cases by which a name that is met for the first time may be cut; a bare name is likelier than a rare case.
_TRUSTED = ("Gen", "Ins", "Acc", "Dat")
# An ablative that hardly any name ends in by itself: Нильсоннан, Шмидттен, Мюллерден (no letters of a Kazakh name);
# not Дастан, Рамазан, Шаймерден.
_ABLATIVE = re.compile(r"(?:[мнң]н[ае]н|[пфкқтшщчцхдг]т[ае]н|[фвцчщэюё].*[рлзжй]д[ае]н|[чцз]д[ае]н)$", re.IGNORECASE)
_LONG = 5


def _classes(letter: str) -> tuple[str, ...]:
    """Return what a name's last letter may count as for the ending behind it."""
    letter = letter.casefold()
    if letter in _GLIDES:
        return ("vowel", "voiced")
    if letter in _VOWELS:
        return ("vowel",)
    if letter in _VOICELESS:
        return ("voiceless",)
    return ("nasal",) if letter in _NASAL else ("voiced",)


@lru_cache(maxsize=16_384)
def case_splits(form: str) -> tuple[tuple[str, str], ...]:
    """Return every (base, case) that a name's form may be, the bare form first with case "Nom"."""
    found = [(form, "Nom")]
    for case, by_class in _ENDINGS.items():
        for ending in dict.fromkeys(e for endings in by_class.values() for e in endings):
            base = form[: -len(ending)].rstrip("-'’")
            fits = len(base) >= 2 and any(ending in by_class[kind] for kind in _classes(base[-1]))
            if fits and form.endswith(ending):
                found.append((base, case))
    return tuple(found)


def split_case(form: str, known: Collection[str] = ()) -> tuple[str, str]:
    """Return a name's nominative and the case that its form is in.

    ``known`` are forms of names met elsewhere in the text; a base among them wins. Without such evidence a form that
    ends as surnames do stays whole (Кәрімова is no ablative), and only the commoner cases are cut off.
    """
    for base, case in case_splits(form)[1:]:
        if base in known:
            return base, case
    return (form, "Nom") if form in known else _split_alone(form)


@lru_cache(maxsize=65_536)
def _split_alone(form: str) -> tuple[str, str]:
    if PATRONYMIC.search(form) or _WHOLE.search(form):
        return form, "Nom"
    splits = case_splits(form)
    for base, case in splits[1:]:
        if SURNAME.search(base) or PATRONYMIC.search(base):
            return base, case
    if SURNAME.search(form):
        return form, "Nom"
    for base, case in splits[1:]:
        # Acc and Dat are short endings: Ерманды, Кимді yes, Ерке, Линке no
        short = 2 if case == "Ins" else 3 if case in ("Gen", "Acc") or base[-1] in _GLIDES else 4
        if case in _TRUSTED and len(base) >= short:
            return base, case
        if case == "Abl" and len(base) >= _LONG and _ABLATIVE.search(form):
            return base, case
    return form, "Nom"


_PARTICLE = re.compile(r"^(?:[әаэ][лсшдртнз]|аль|эль)[-'’](?=[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])")  # әл-Хинаи, аль-Фараби
_LOCATED = re.compile(r"(?:дағы|тағы|дегі)$")  # Сендайдағы цунами: where something is, never a name; тегі ends surnames
_NAME_WORD = re.compile(r"^[^\W\d_]+(?:[-'’][^\W\d_]+)*$")


@lru_cache(maxsize=65_536)
def name_like(word: str) -> bool:
    """Tell whether a word is written as a name is: a capital, then small letters (or such parts joined by a hyphen)."""
    word = _PARTICLE.sub("", word)
    if not _NAME_WORD.match(word) or not word[0].isupper() or (len(word) < 2) or _LOCATED.search(word):
        return False
    parts = re.split(r"[-'’]", word)
    return all(part[1:].islower() or len(part) == 1 for part in parts)
