"""Names whose spellings in other languages no rule foretells (spellings.csv): Park is Пак, Georges is Жорж."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

from kg.names import fold

_LATIN = re.compile("[a-z\u00c0-\u024f]")
_SPELLED_OUT = {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ß": "ss"}


def spellings(word: str) -> frozenset[int]:
    """Return the numbers of the lines of spellings.csv that have the word; two words of one line are one name."""
    return _table().get(_plain(word), frozenset())


@lru_cache(maxsize=65_536)
def without_marks(word: str) -> frozenset[str]:
    """Return a word in plain Latin letters, as who has no others writes it: Ozturk, Mueller; nothing for Cyrillic."""
    folded = fold(word).replace("ı", "i").replace("ø", "ö").replace("ł", "l")
    if not _LATIN.match(folded):
        return frozenset()
    spelled_out = "".join(_SPELLED_OUT.get(letter, letter) for letter in folded)
    return frozenset(_plain(one) for one in (folded, spelled_out))


@lru_cache(maxsize=65_536)
def _plain(word: str) -> str:
    """Return a word without accents: García and Garcia; Й stays what it is."""
    folded = fold(word)
    if not folded[:1].isascii() and folded[:1] < "\u0400":
        return folded
    return "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))


@lru_cache(maxsize=1)
def _table() -> dict[str, frozenset[int]]:
    text = Path(__file__).with_name("spellings.csv").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")][1:]
    found: dict[str, set[int]] = {}
    for number, line in enumerate(lines):
        for word in line.split("|"):
            found.setdefault(_plain(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}
