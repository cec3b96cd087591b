"""Chinese names as Russian writes them by Palladius' system: Qiang is Цян, Qian is Цянь, and the two are never one.

The system turns each syllable of pinyin into one Cyrillic syllable, so no guess is needed: an initial and a final
answer to an initial and a final, -n becomes -нь and -ng becomes -н. Kazakh writes these names as Russian does.
Source: the Palladius system as it is in general use, by initials and finals; what it writes otherwise is in _WHOLE.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

from kg.names import fold

_INITIALS = {
    "b": "б", "p": "п", "m": "м", "f": "ф", "d": "д", "t": "т", "n": "н", "l": "л", "g": "г", "k": "к", "h": "х",
    "zh": "чж", "ch": "ч", "sh": "ш", "r": "ж", "z": "цз", "c": "ц", "s": "с",
}  # fmt: skip
_SOFT_INITIALS = {"b": "б", "p": "п", "m": "м", "d": "д", "t": "т", "n": "н", "l": "л", "j": "цз", "q": "ц", "x": "с"}
_HARD = {
    "a": "а", "o": "о", "e": "э", "ai": "ай", "ei": "эй", "ao": "ао", "ou": "оу", "an": "ань", "en": "энь", "ang": "ан",
    "eng": "эн", "ong": "ун", "u": "у", "ua": "уа", "uo": "о", "uai": "уай", "ui": "уй", "uan": "уань", "un": "унь",
    "uang": "уан",
}  # fmt: skip
_SOFT = {
    "i": "и", "ia": "я", "ie": "е", "iao": "яо", "iu": "ю", "ian": "янь", "in": "инь", "iang": "ян", "ing": "ин",
    "iong": "юн",
}  # fmt: skip
_ROUNDED = {"u": "юй", "ue": "юэ", "uan": "юань", "un": "юнь"}  # behind j, q, x
_WHOLE = {
    "zhi": "чжи", "chi": "чи", "shi": "ши", "ri": "жи", "zi": "цзы", "ci": "цы", "si": "сы", "er": "эр",
    "lü": "люй", "nü": "нюй", "lv": "люй", "nv": "нюй", "hui": "хуэй", "a": "а", "ai": "ай", "an": "ань", "ang": "ан",
    "ao": "ао", "e": "э", "en": "энь", "ou": "оу", "ya": "я", "ye": "е", "yao": "яо", "you": "ю", "yan": "янь",
    "yin": "инь", "yang": "ян", "ying": "ин", "yong": "юн", "yi": "и", "yu": "юй", "yue": "юэ", "yuan": "юань",
    "yun": "юнь", "wa": "ва", "wo": "во", "wai": "вай", "wei": "вэй", "wan": "вань", "wen": "вэнь", "wang": "ван",
    "weng": "вэн", "wu": "у",
}  # fmt: skip
_VOWELS = re.compile("[аеёиоуыэюя]")
_ONLY_CHINESE = re.compile("[чцшжхс][эю]|ся|цз|чж|ця|юй|юэ|уэ|вэ|нь(?!$)|ньг")
_MOST = 3  # syllables of a word: a surname has one or two, a given name as many


def same_chinese(latin: tuple[str, ...], cyrillic: tuple[str, ...]) -> bool | None:
    """Tell whether names, in any order of their words, are one in pinyin and in Palladius; None if not both are such.

    None stands for "nothing is known by this": the words are no pinyin, or not spelled as Palladius spells anything.
    """
    written = tuple(sorted(fold(word) for word in cyrillic))
    read = readings(latin)
    if written in read:
        return True
    if _hard(written) in map(_hard, read):
        return False
    return False if read and _other_given_name(latin, written) else None


def _other_given_name(latin: tuple[str, ...], written: tuple[str, ...]) -> bool:
    """Tell whether one word is the same in both and the rest another Chinese name: Сяомин is not Xiaoping.

    Only where the rest bears what none but Chinese names have in Cyrillic: Ли Елена may be Elena Li.
    """
    rest = [word for word in latin if not palladius(word) & set(written)]
    others = [word for word in written if not any(word in palladius(one) for one in latin)]
    if len(rest) != 1 or len(others) != 1 or not _ONLY_CHINESE.search(others[0]):
        return False
    return _of_syllables(others[0]) and others[0].replace("ь", "") not in {
        one.replace("ь", "") for one in palladius(rest[0])
    }


def readings(latin: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return how a name may be written in Cyrillic, its words in the order of the alphabet; none if it is no pinyin."""
    if len(latin) not in (2, 3):
        return []
    return sorted(tuple(sorted(words)) for words in product(*map(palladius, latin)))


def _hard(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return words, those of one syllable without the sign by which -n and -ng differ; Алан Ли is not Chinese by it."""
    return tuple(sorted(word.rstrip("ь") if len(_VOWELS.findall(word)) == 1 else word for word in words))


@lru_cache(maxsize=16_384)
def palladius(word: str) -> frozenset[str]:
    """Return how a word of pinyin may be written in Cyrillic, small letters; nothing if it is no pinyin.

    Several ways where the syllables part in several: Xian is Сянь or Сиань.
    """
    folded = fold(word).replace("'", "")
    found: set[str] = set()
    left = [("", folded, 0)]
    while left:
        said, rest, count = left.pop()
        if not rest:
            found.add(said)
        elif count < _MOST:
            left += [(said + _syllables()[s], rest[len(s) :], count + 1) for s in _syllables() if rest.startswith(s)]
    return frozenset(found)


@lru_cache(maxsize=1)
def _syllables() -> dict[str, str]:
    found = {i + f: c + r for (i, c), (f, r) in product(_INITIALS.items(), _HARD.items())}
    found |= {i + f: c + r for (i, c), (f, r) in product(_SOFT_INITIALS.items(), _SOFT.items())}
    found |= {i + f: _SOFT_INITIALS[i] + r for i, (f, r) in product("jqx", _ROUNDED.items())}
    return found | _WHOLE


@lru_cache(maxsize=1)
def _in_cyrillic() -> frozenset[str]:
    return frozenset(_syllables().values())


@lru_cache(maxsize=16_384)
def _of_syllables(word: str) -> bool:
    """Tell whether a word in small Cyrillic letters falls apart into syllables of Chinese."""
    ends = {0}
    for at in range(len(word)):
        if at in ends:
            ends |= {at + size for size in range(1, 8) if word[at : at + size] in _in_cyrillic()}
    return len(word) in ends
