"""The parts of a person's name, and whether two names can be one person's inside an announcement."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

# A letter, or the two that stand for one: Дж., Ye., Zh.
_INITIAL = r"(?:[^\W\d_]ж?|Y[aeou]|[CKSZ]h|Ts)\."
# First letters of a name that languages spell otherwise: Қайратұлы, Кайратович; Yerlanuly, Erlanuly.
_SHARED = str.maketrans("әғқңөұүһіёyiqcj", "агкноуухиеeekkz")
_INITIALS = re.compile(rf"^(?:{_INITIAL}[\s-]*)+$")
PATRONYMIC = re.compile(r"(?:ұлы|қызы|улы|кызы|ович|евич|ьич|ична|овна|евна|uly|kyzy|qyzy|ovich|evich|ovna|evna)$")
SURNAME = re.compile(
    r"(?:[оеё]ва?|[ыи]на?|ский|ская|цкий|цкая|[оеё]вич|енко|чук|швили|дзе|баев|беков|[оеё]вский|[оеё]вская|"
    r"(?<=\w{3})янц?|ogl[uı]|ov|ova|ev|eva|in|ina|sky|skiy|enko|тегі)$"
)

# Марина Вебер, Hüseyin Arslan: ends of surnames that are as common in given names, so that they tell no order.
_GIVEN_TOO = re.compile(r"(?:[ыи]на?|ina?)$")

# Given names that end as surnames do: Лев Гай, Eva Müller, Яков Цой.
_GIVEN_AS_SURNAMES = frozenset({"лев", "lev", "ева", "eva", "иева", "ieva", "яков", "yakov", "iakov", "jakov", "иов"})

# Small words that begin a surname: Усама бин Ладен, Марин Ле Пен, Ursula von der Leyen.
_CYRILLIC_PARTICLES = ("де ди да ду дю дель дер ден ле ла ван фон бин бен ибн аль эль абу цу тер",)
_LATIN_PARTICLES = (
    "de di da do du del dela della der den le la van von bin ben ibn al el abu zu ter dos das des dell af av bint y",
)
PARTICLES = frozenset(word for words in (*_CYRILLIC_PARTICLES, *_LATIN_PARTICLES) for word in words.split())
_CAPITAL_PARTICLES = frozenset({"Ле", "Ла", "Дель", "Le", "La", "Del"})


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name split at its spaces: "Б.М. Имашев" has initials ("Б", "М") and the surname Имашев.

    ``words`` are the words written in full, in order; ``surname`` is "" where it can't be told (Пак Чжон Хо).
    """

    words: tuple[str, ...]
    initials: tuple[str, ...] = ()
    patronymic: str = ""
    surname: str = ""
    given: str = ""

    @property
    def full(self) -> bool:
        """Whether more than a surname is written in full."""
        return len(self.words) > 1

    def display(self) -> str:
        """Return given name and surname (without the patronymic), or the words as they stand."""
        if self.given and self.surname:
            return f"{self.given} {self.surname}"
        if self.initials and len(self.words) == 1:
            return "".join(f"{letter}." for letter in self.initials) + " " + self.words[0]
        return " ".join(self.words)


@lru_cache(maxsize=16_384)
def split_name(label: str) -> PersonName:
    """Split a name in the nominative: initials in either place, patronymic, surname first or last."""
    spaced = re.sub(rf"((?<!\w){_INITIAL})", r" \1 ", label).replace(". -", ".-")
    parts = spaced.split()
    initials = tuple(part.strip("-.") for part in parts if _INITIALS.match(part.strip("-")))
    words = tuple(part for part in parts if not _INITIALS.match(part.strip("-")))
    if len(words) == 1:
        return PersonName(words, initials, surname=words[0])
    patronymic = next((w for w in words[1:] if PATRONYMIC.search(w) and len(w) > 5), "")
    others = _with_particles([w for w in words if w != patronymic])
    if len(others) == 1 and patronymic:
        # Мұхтар Тілдәбекұлы: either a patronymic used as a surname or a name without one
        return PersonName(words, initials, surname=patronymic, given=others[0])
    if len(others) != 2:
        return PersonName(words, initials, patronymic)
    first, last = others
    ends = [bool(SURNAME.search(word)) and word.lower() not in _GIVEN_AS_SURNAMES for word in others]
    surname_first = ends[0] and not (_GIVEN_TOO.search(first) or ends[1] or " " in last)
    if surname_first or (patronymic and words[-1] == patronymic):
        first, last = last, first
    return PersonName(words, initials, patronymic, surname=last, given=first)


def _with_particles(words: list[str]) -> list[str]:
    """Join a particle with the words behind it: Марин, Ле Пен."""
    at = next((i for i, w in enumerate(words) if i and (w in PARTICLES or w in _CAPITAL_PARTICLES)), 0)
    return [*words[:at], " ".join(words[at:])] if 0 < at < len(words) - 1 else words


def by_father(name: PersonName) -> bool:
    """Tell whether a name is a given name and a father's, without a surname: Мадина Тлеулиновна."""
    return (
        len(name.words) == 2
        and bool(name.given)
        and bool(PATRONYMIC.search(name.surname))
        and name.words[1] == name.surname
    )


def may_be_called(known: PersonName, name: PersonName) -> bool:
    """Tell whether somebody may be called so by the given name and the father's (``by_father``)."""
    if by_father(known):
        return False
    if known.given:
        mine, theirs = _folded((known.given, known.patronymic)), _folded((name.given, name.surname))
        second = known.initials[:1]
        fits = not known.patronymic or mine[1] == theirs[1]
        return mine[0] == theirs[0] and fits and (not second or theirs[1].startswith(second[0].casefold()))
    letters = _first_letters(known) + [letter[0].casefold() for letter in known.initials[1:2]]
    return len(letters) > 1 and [word[0] for word in _folded((name.given, name.surname))] == letters[:2]


def compatible(one: PersonName, other: PersonName) -> bool:
    """Tell whether two names in one announcement can be one person's: Б. Имашев and Берік Имашев, but not А. Имашев."""
    if not (set(_folded(one.words)) & set(_folded(other.words))) - PARTICLES:
        return False  # Al Farsi and Al Faris have nothing in common
    if not (one.surname and other.surname) and one.full and other.full and _each_has_another_word(one, other):
        return False  # Ким Ён Хи and Ким Ён Хо: where no word is known to be the surname, each must answer
    if one.surname and other.surname and one.surname.casefold() != other.surname.casefold():
        # a given name alone never joins two surnames; a surname may stand alone beside a longer foreign name
        return set(_folded(one.words)) <= set(_folded(other.words)) or set(_folded(other.words)) <= set(
            _folded(one.words)
        )
    mine, theirs = _first_letters(one), _first_letters(other)
    if mine and theirs and mine[0] != theirs[0]:
        return False
    if one.patronymic and other.patronymic:
        return one.patronymic.casefold() == other.patronymic.casefold() and _same_given(one, other)
    if (second := _second_letter(one)) and (begins := _second_letter(other)) and second != begins:
        return False  # А.Қ. Сүлейменов is no Асқар Ерланұлы
    return _same_given(one, other)


def of_one_father(name: PersonName, known: Iterable[PersonName]) -> bool | None:
    """Tell whether the father's name, or its initial, is one with any that is ``known``; None where nothing tells."""
    mine = _second_letter(name)
    theirs = {letter for one in known if (letter := _second_letter(one))}
    return mine in theirs if mine and theirs else None


def _second_letter(name: PersonName) -> str:
    """Return how the father's name begins, in letters that Kazakh and Russian share: к of Қайратұлы and А.К."""
    initials = name.initials[:1] if name.given else name.initials[1:2]
    letter = name.patronymic[:1] or "".join(initials)[:1]
    return letter.casefold().translate(_SHARED)


def _each_has_another_word(one: PersonName, other: PersonName) -> bool:
    mine, theirs = ({*_folded(n.words)} - {*_folded((n.patronymic,))} for n in (one, other))
    return bool(mine - theirs and theirs - mine)


def _same_given(one: PersonName, other: PersonName) -> bool:
    return not (one.given and other.given) or one.given.casefold() == other.given.casefold()


def _folded(words: tuple[str, ...]) -> list[str]:
    return [word.casefold().replace("ё", "е") for word in words]


def _first_letters(name: PersonName) -> list[str]:
    if name.given:
        return [name.given[0].casefold()]
    return [letter[0].casefold() for letter in name.initials]
