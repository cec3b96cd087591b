"""Kazakh sounds: which endings a stem can take, by the harmony of its vowels and by its last sound.

A *kind* is one pair of harmony and final sound, as a bit. A stem has a mask of kinds: mostly one bit, more where
usage wavers (Париж-де and Париж-да, Чили-нің and Чили-дің). An ending fits a stem if their masks share a bit.
"""

from __future__ import annotations

from functools import lru_cache

BACK, FRONT = 0, 1
HARMONIES = (BACK, FRONT)

VOWELS = frozenset("аәеёиоөуұүыіэюя")
_BACK_VOWELS = frozenset("аоұыяё")
_FRONT_VOWELS = frozenset("әөүіеэ")
LETTERS = frozenset("аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя")

RELATIONAL = ("лық", "лік", "дық", "дік", "тық", "тік")
"""Endings of adjectives made of nouns, those of places above all: қалалық, алматылық, ұлттық."""

GENITIVE = ("ның", "нің", "дың", "дің", "тың", "тің")
THERE = ("дағы", "дегі", "тағы", "тегі")
"""Endings of what is somewhere: Астанадағы, министрліктегі."""

# Final sounds. The first six decide the endings of nouns; verbs tell further kinds of vowel and й, у, к, п apart.
VOWEL, GLIDE, LIQUID, NASAL, BUZZ, HARD, VELAR, LABIAL, NARROW, YOT, EE = range(11)
FINALS = (VOWEL, GLIDE, LIQUID, NASAL, BUZZ, HARD, VELAR, LABIAL, NARROW, YOT, EE)

_NOUN_FINAL: dict[str, tuple[int, ...]] = {
    **dict.fromkeys("аәеоөэяёұүыі", (VOWEL,)),
    "и": (VOWEL, GLIDE),  # Чили-нің, би-дің
    "ю": (VOWEL, GLIDE),
    **dict.fromkeys("руй", (GLIDE,)),
    "л": (LIQUID,),
    **dict.fromkeys("мнң", (NASAL,)),
    **dict.fromkeys("зж", (BUZZ,)),
    **dict.fromkeys("бвгғдтсфхһцчшщ", (HARD,)),
    **dict.fromkeys("кқ", (HARD, VELAR)),  # VELAR: the к becomes г before a vowel
    "п": (HARD, LABIAL),
}
_VERB_FINAL: dict[str, int] = {
    **dict.fromkeys("аәеоөя", VOWEL),
    **dict.fromkeys("ыі", NARROW),
    "й": YOT,
    "и": EE,
    "у": GLIDE,
    "р": LIQUID,
    "л": LIQUID,
    **dict.fromkeys("мнң", NASAL),
    **dict.fromkeys("зж", BUZZ),
    **dict.fromkeys("бвгдтсшчф", HARD),
    **dict.fromkeys("кқ", VELAR),
    "п": LABIAL,
}


def kind(final: int, harmony: int) -> int:
    """Return the bit of one kind of stem."""
    return 1 << (2 * final + harmony)


@lru_cache(maxsize=65536)
def harmonies(stem: str) -> tuple[int, ...]:
    """Return the harmonies that the endings of a lower-case stem may have, the likelier first."""
    foreign = stem[-1:] in ("к", "г", "ь") or stem.endswith(("кт", "рх"))
    passed = ""  # и, у and ю, which are of either harmony
    for letter in reversed(stem):
        if letter in _BACK_VOWELS:
            return _after_back_vowel(stem, letter, passed, foreign)
        if letter in _FRONT_VOWELS:
            return _after_front_vowel(stem, letter, passed)
        if letter in "иую":
            passed += letter
    return (FRONT, BACK) if passed[-1:] == "и" or foreign else (BACK, FRONT)


def _after_back_vowel(stem: str, vowel: str, passed: str, foreign: bool) -> tuple[int, ...]:
    if foreign:  # блог-ы but округ-і
        return (FRONT, BACK)
    # Бектенов-тің as well as Бектенов-тың; тарих-ы but Париж-ге
    mixed = vowel == "о" and _FRONT_VOWELS.intersection(stem)
    return (BACK, FRONT) if mixed or "и" in passed else (BACK,)


def _after_front_vowel(stem: str, vowel: str, passed: str) -> tuple[int, ...]:
    if stem[-1] in "қғ":
        return (BACK,)
    if "у" in passed and stem[-1] != "у":  # кіру-ге, but ресурс-ы
        return (BACK, FRONT)
    # Имашев-тың as well as Имашев-тің
    return (FRONT, BACK) if vowel in "еэ" and _BACK_VOWELS.intersection(stem) else (FRONT,)


def _last_sound(stem: str) -> str:
    return stem.rstrip("ьъ")[-1:]


@lru_cache(maxsize=65536)
def noun_kinds(stem: str) -> int:
    """Return the kinds of a lower-case nominal stem as a mask; 0 if no ending can follow it."""
    mask = 0
    for final in _NOUN_FINAL.get(_last_sound(stem), ()):
        for harmony in harmonies(stem):
            mask |= kind(final, harmony)
    return mask


@lru_cache(maxsize=65536)
def verb_kinds(stem: str) -> int:
    """Return the kinds of a lower-case verb stem as a mask; 0 if it can't be one."""
    final = verb_final(stem)
    if final is None or not VOWELS.intersection(stem):
        return 0
    return sum(kind(final, harmony) for harmony in harmonies(stem))


def noun_finals(stem: str) -> tuple[int, ...]:
    """Return the final sounds that a stem counts as when nominal endings are put to it, the likelier first."""
    return _NOUN_FINAL.get(_last_sound(stem), (HARD,))


def verb_final(stem: str) -> int | None:
    """Return the final sound of a verb stem, None if it can't be one."""
    if stem[-1:] in ("к", "қ") and stem[-2:-1] not in VOWELS:
        return HARD  # қорқ-у
    return _VERB_FINAL.get(stem[-1:])


_LATIN_TWINS = str.maketrans("aeopcyxikABEKMHOPCTYXIhH", "аеорсухікАВЕКМНОРСТУХІһН")


def repair(form: str) -> str:
    """Return the form with Latin letters that look Cyrillic replaced, if it is otherwise a Cyrillic word."""
    if form.isascii() or not any("a" <= letter <= "z" for letter in form.lower()):
        return form
    repaired = form.translate(_LATIN_TWINS)
    return repaired if all(not letter.isalpha() or letter.lower() in LETTERS for letter in repaired) else form
