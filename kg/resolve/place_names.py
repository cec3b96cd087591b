"""Names of towns in names of bodies: Хоргос and Қорғас, Рижский and Riga, whatever else their words may mean.

A town is told by the gazetteer, in Kazakh and Russian with their endings, and is written as its Russian name sounds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.gazetteer import Gazetteer, shipped
from kg.names import fold

_LEAST = 4  # letters of a name, or two of one in Russian: Ош
_KAZAKH = re.compile(r"(?:[лдт][ыі][қк])?(?:[ндт][ыі]ң|[дт][ае](?:ғы|гі)?)?")
_NOUN = re.compile(r"[аеиоуыьюя]|ой|ей|ом|ем|ью")
_ADJECTIVE = re.compile(r"(?<=[сц]к)(?:ий|ая|ое|ого|ому|ой|ую|им|ом|ие|их|ими)$")
_ITS_VOWEL = re.compile(r"[аеийоуыьюя]$")
_HARD_TO_SOFT = str.maketrans("гкцх", "жччш")
_LINKS = ("", "ин", "ен", "ан", "ий", "й", "е")
"""What stands between a town and the ending of its adjective: Бакинский, Брненский, Делийский."""


def town(word: str, lang: str) -> str:
    """Return the Russian name of the town that a word of a name is, with any ending; "" for any other word."""
    if not word[:1].isupper():
        return ""
    folded = fold(word)
    if lang == "ru":
        return _russian(shipped()).get(folded, "") or _declined(folded)
    if lang == "kk":
        names = _named(shipped(), "kk")
        forms = (folded[:end] for end in range(len(folded), _LEAST - 1, -1) if _KAZAKH.fullmatch(folded, end))
        return next((names[form] for form in forms if form in names), "")
    return _named(shipped(), "en").get(folded.removesuffix("'s"), "")


def in_towns(tokens: list[str]) -> list[str]:
    """Put the words of an English name of a town together: New York."""
    found: list[str] = []
    for token in tokens:
        if found and town(f"{found[-1]} {token}", "en"):
            found[-1] = f"{found[-1]} {token}"
        else:
            found.append(token)
    return found


def _declined(folded: str) -> str:
    adjective = _ADJECTIVE.sub("", folded)
    if adjective != folded:
        return _adjectives(shipped()).get(adjective, "")
    stems = (folded[:-length] for length in (1, 2) if _NOUN.fullmatch(folded, len(folded) - length))
    return next((found for stem in stems if (found := _stems(shipped()).get(stem))), "")


@lru_cache(maxsize=4)
def _named(gazetteer: Gazetteer, lang: str) -> dict[str, str]:
    """Return the Russian names of towns by their names in a language."""
    return {fold(name): town for town, names in _towns(gazetteer, lang) for name in names if len(name) >= _LEAST}


@lru_cache(maxsize=4)
def _russian(gazetteer: Gazetteer) -> dict[str, str]:
    return {fold(name): town for town, names in _towns(gazetteer, "ru") for name in names}


@lru_cache(maxsize=4)
def _stems(gazetteer: Gazetteer) -> dict[str, str]:
    return {_ITS_VOWEL.sub("", name): town for name, town in _russian(gazetteer).items() if name[-1] not in "иоуэ"}


@lru_cache(maxsize=4)
def _adjectives(gazetteer: Gazetteer) -> dict[str, str]:
    """Return the towns by what their adjectives may be without the ending: рижск, бакинск, шахтинск."""
    found: dict[str, str] = {}
    for name, its_town in _russian(gazetteer).items():
        bare = _ITS_VOWEL.sub("", name)
        if name.endswith(("ск", "цк")):
            found[name] = its_town
        soft = bare[:-1] + bare[-1].translate(_HARD_TO_SOFT)
        for stem in (name, bare, soft):
            for link in _LINKS:
                found.setdefault(f"{stem}{link}ск", its_town)
    return found


def _towns(gazetteer: Gazetteer, lang: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each town's Russian name with its names of one word in a language, in English of two as well."""
    for entry in gazetteer.of_kind("Place"):
        first = next((name.text for name in entry.names if name.lang == "ru"), "")
        if first and first[0].isupper() and len(first.split()) == 1:
            names = [name.text.removeprefix("The ").replace(".", "") for name in entry.names if name.lang == lang]
            yield first, [name for name in names if len(name.split()) <= (2 if lang == "en" else 1)]
