"""Whether a Japanese name in Russian or Kazakh letters is one in Latin letters, syllable by syllable.

Polivanov's system, which Russian keeps to, and Hepburn's write each syllable in one way: Кэндзи is Kenji, Кэйдзи
Keiji.
What does not fall apart into such syllables is no Japanese name, and nothing is said of it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kg.names import fold

_ROWS = {
    "": "", "k": "к", "g": "г", "s": "с", "z": "дз", "t": "т", "d": "д", "n": "н", "h": "х", "b": "б", "p": "п",
    "m": "м", "r": "р",
}  # fmt: skip
_VOWELS = {"a": "а", "i": "и", "u": "у", "e": "э", "o": "о"}
_SOFT = {"a": "я", "u": "ю", "o": "ё"}
# Hepburn writes these as they sound.
_AS_HEARD = {"shi": "си", "chi": "ти", "tsu": "цу", "ji": "дзи", "fu": "фу", "wa": "ва", "n": "н", "m": "м"}
_SOFT_AS_HEARD = {"sh": "с", "ch": "т", "j": "дз"}
_NOT_SO = frozenset({"si", "ti", "tu", "zi", "di", "du", "hu"})


@lru_cache(maxsize=1)
def _syllables() -> dict[str, str]:
    """Return how Polivanov writes each syllable of Hepburn's."""
    found = {r + v: c + w for r, c in _ROWS.items() for v, w in _VOWELS.items() if r + v not in _NOT_SO}
    found |= {f"{r}y{v}": c + w for r, c in _ROWS.items() for v, w in _SOFT.items() if r}
    found |= {r + v: c + w for r, c in _SOFT_AS_HEARD.items() for v, w in _SOFT.items()}
    found |= {f"y{v}": w for v, w in _SOFT.items()}
    return found | _AS_HEARD


_DOUBLED = re.compile(r"([kstp])(?=\1|ch)")


def read(word: str) -> str | None:
    """Return a word in Hepburn's letters as Polivanov writes it, kept to its bare sounds; None for no Japanese word."""
    left = _DOUBLED.sub("", _long(fold(word)))
    found = ""
    while left:
        size = next((n for n in (3, 2, 1) if left[:n] in _syllables()), 0)
        if not size:
            return None
        found += _syllables()[left[:size]]
        left = left[size:]
    return _bare(found)


def written(word: str) -> str | None:
    """Return a word in Russian letters kept to its bare sounds; None for one that is not of such syllables."""
    bare = _bare(fold(word))
    return bare if _OF_SYLLABLES.fullmatch(bare) else None


_OF_SYLLABLES = re.compile(r"(?:(?:дз|[кгстднхбпмрвфц])?[аиуэояю]|[нм](?![аиуэояю]))+")
_PLAIN = str.maketrans({"е": "э", "ё": "э", "й": "и", "ъ": "", "ь": ""})
# What is written either way; fold makes one of е and ё.
_EITHER_WAY = (
    ("йо", "э"), ("ио", "э"), ("иа", "ия"), ("джа", "дзя"), ("джу", "дзю"), ("джо", "дзё"), ("дж", "дз"),
    ("ша", "ся"), ("шу", "сю"), ("шо", "сё"), ("ши", "си"), ("ча", "тя"), ("чу", "тю"), ("чо", "тё"), ("чи", "ти"),
    ("тсу", "цу"), ("оу", "о"),
)  # fmt: skip


def _bare(word: str) -> str:
    """Fold what is written either way: э and е, й and и, дж for дз, long and doubled letters."""
    for one, other in _EITHER_WAY:
        word = word.replace(one, other)
    return re.sub(r"(.)\1", r"\1", word.translate(_PLAIN))


def _long(word: str) -> str:
    return word.replace("ō", "o").replace("ū", "u").replace("oh", "o") if not word.endswith("oh") else word[:-1]


@lru_cache(maxsize=65_536)
def same_japanese(latin: str, russian: str) -> bool | None:
    """Tell whether a word in Latin letters is one in Russian letters; None where one of them is not Japanese."""
    heard, seen = read(latin), written(russian)
    if heard is None or seen is None or (heard != seen and "oo" in fold(latin)):  # of Arabic too: Mansoori
        return None
    return heard == seen
