"""What never tells two names apart: case, quotes, kinds of dashes and spaces, ё, letters of the wrong alphabet."""

from __future__ import annotations

import re
from functools import lru_cache

# Letters that look the same in both alphabets, each at the same place in both strings (ə, ɵ: old fonts' ә, ө).
_LATIN = "ABCEHIKMOPTXYaceopxyihƏəƟɵ"
_CYRILLIC = "АВСЕНІКМОРТХУасеорхуіһӘәӨө"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)

_HAS_LATIN = re.compile(r"[A-Za-zƏəƟɵ]")
_HAS_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_DROPPED = dict.fromkeys('«»„“”‟"‹›\u00ad\u200b\u200c\u200d\ufeff', "")
_SPELLED = str.maketrans(
    {**_DROPPED, **dict.fromkeys("‐‑‒–—―−", "-"), **dict.fromkeys("’‘ʼ`´", "'"), "Ё": "Е", "ё": "е"}
)
_DOTTED = "i\u0307"  # what is left of the capital in TÜRKİYE
_AROUND_DASH = re.compile(r"\s*-\s*")


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Return the name in the spelling by which names are compared; never show it to a reader.

    Case, ё, double quotes, kinds of dashes, apostrophes and spaces are folded, as are letters of the other alphabet
    that only look right: Cyrillic А in `А-WEB`, Latin K in `Kазақстан`.
    """
    name = name.translate(_SPELLED)
    if "-" in name:
        name = _AROUND_DASH.sub("-", name)
    words = name.split()
    if _HAS_LATIN.search(name) and _HAS_CYRILLIC.search(name):
        words = [one_alphabet(word) for word in words]
    return " ".join(words).casefold().replace(_DOTTED, "i")


def one_alphabet(word: str) -> str:
    """Return the word with the look-alikes of the other alphabet put right; hyphened parts may differ (`A-WEB-тің`)."""
    if not (_HAS_LATIN.search(word) and _HAS_CYRILLIC.search(word)):
        return word
    parts = word.split("-")
    found = [_alphabet(part) for part in parts]
    own = ["" if alphabet == "mixed" else alphabet for alphabet in found]
    # А-WEB-тің: the part that could be either goes with the next one that could not, else with the last
    for i in reversed(range(len(own) - 1)):
        own[i] = own[i] or own[i + 1]
    for i in range(1, len(own)):
        own[i] = own[i] or own[i - 1]
    return "-".join(
        part if first == "mixed" else part.translate(_TO_LATIN if alphabet == "latin" else _TO_CYRILLIC)
        for part, first, alphabet in zip(parts, found, own, strict=True)
    )


def of_two_alphabets(name: str) -> list[str]:
    """Return the words of a name in which letters of two alphabets stand (Latin K in `Kазақстан`, `вместе c`).

    Hyphened parts may differ (`A-WEB-тің`); a single Latin letter is told by the Cyrillic words around it.
    """
    cyrillic = _HAS_CYRILLIC.search(name)
    parts = [part for word in name.translate(_SPELLED).split() for part in word.split("-")]
    return [
        part
        for part in parts
        if _HAS_LATIN.search(part) and (_HAS_CYRILLIC.search(part) or (cyrillic and part in _LATIN and len(part) == 1))
    ]


def other_alphabet(name: str) -> str | None:
    """Return the name as it looks when typed in the other alphabet (`ОСК` for Latin OCK), or None if it can't be."""
    for table, letters in ((_TO_CYRILLIC, _LATIN), (_TO_LATIN, _CYRILLIC)):
        if name and all(letter in letters for letter in name):
            return name.translate(table)
    return None


def _alphabet(part: str) -> str:
    """Say which alphabet the letters that exist in only one of them belong to; "" where none or both speak."""
    latin = any(_HAS_LATIN.match(letter) and letter not in _LATIN for letter in part)
    cyrillic = any(_HAS_CYRILLIC.match(letter) and letter not in _CYRILLIC for letter in part)
    if latin == cyrillic:
        return "mixed" if latin else ""
    return "latin" if latin else "cyrillic"
