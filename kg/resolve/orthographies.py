"""Whether a name in the Latin letters of some language is one in Cyrillic: Zsolt Szőke is Жолт Сёке, Wójcik Вуйцик.

Each language reads its letters in its own way (orthographies.csv). Which it may be is told by what only it writes:
ő and zs are Hungarian, ł Polish, eau French. Where several may be meant, any that gives what is written will do; the
whole name must.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from kg.names import fold

_ANY = "any"
_EVIDENCE = "?"
_NOTHING = "-"
_PLAIN = str.maketrans(dict(zip("эёйыіюяәөүұқғңһщ", "ееиииуааоуукгнхш", strict=True)) | dict.fromkeys("ьъ", ""))


@dataclass(slots=True)
class _Tongue:
    """A language: what shows it, and its spellings in the order in which they are tried, each with its readings."""

    shown: re.Pattern[str] = field(default_factory=lambda: re.compile("(?!)"))
    spellings: list[tuple[re.Pattern[str], tuple[str, ...]]] = field(default_factory=list)


def tongues(words: tuple[str, ...]) -> frozenset[str]:
    """Return the languages that the spelling of a name's words shows that it may be of."""
    return frozenset(tongue for word in words if word[0] < "\u0400" for tongue in _shown(word))


@lru_cache(maxsize=16_384)
def _shown(word: str) -> frozenset[str]:
    folded = fold(word)
    return frozenset(name for name, tongue in _table().items() if tongue.shown.search(folded))


@lru_cache(maxsize=65_536)
def reads(latin: str, cyrillic: str, tongue: str) -> bool:
    """Tell whether a word in Latin letters is read in a language as another is written in Cyrillic."""
    target = plain(cyrillic)
    heard, at = {""}, 0
    while at < len(fold(latin)) and heard:
        at, read = _read_at(fold(latin), at, tongue)
        heard = {longer for said in heard for sound in read if target.startswith(longer := _joined(said, sound))}
    return target in heard


@lru_cache(maxsize=16_384)
def likeliest(latin: str, tongue: str) -> str:
    """Return the first reading of a word in a language, in the letters of the table."""
    said, at = "", 0
    while at < len(fold(latin)):
        at, read = _read_at(fold(latin), at, tongue)
        said = _joined(said, read[0])
    return said


def _read_at(word: str, at: int, tongue: str) -> tuple[int, tuple[str, ...]]:
    """Return where the spelling that stands at a place of a word ends, and how it may be read.

    A letter with a mark that nothing tells of is read as it is without.
    """
    for spelled in (word, _unmarked(word)):
        for pattern, read in (*_table()[tongue].spellings, *_table()[_ANY].spellings):
            if (found := pattern.match(spelled, at)) and found.end() > at:
                return found.end(), read
    return at + 1, ("",)


@lru_cache(maxsize=16_384)
def _unmarked(word: str) -> str:
    return "".join(unicodedata.normalize("NFD", letter)[0] for letter in word)


def plain(word: str) -> str:
    """Return a Cyrillic word in the letters of the table, doubled ones once."""
    return _joined("", unicodedata.normalize("NFC", fold(word)).translate(_PLAIN))


def _joined(said: str, sound: str) -> str:
    for letter in sound:
        said += letter if not said.endswith(letter) else ""
    return said


@lru_cache(maxsize=1)
def _table() -> dict[str, _Tongue]:
    text = Path(__file__).with_name("orthographies.csv").read_text("utf-8")
    found: dict[str, _Tongue] = defaultdict(_Tongue)
    for row in csv.DictReader((line for line in text.splitlines() if not line.startswith("#")), delimiter=";"):
        tongue, written = found[row["tongue"]], re.compile(row["written"])
        if row["read"] == _EVIDENCE:
            tongue.shown = written
        else:
            tongue.spellings.append((written, tuple("" if r == _NOTHING else r for r in row["read"].split())))
    return dict(found)
