"""What words grown together are made of (compounds.csv): ветроэнергетика, автожол, cybersecurity."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

from kg.names import fold
from kg.resolve.body_words import meaning, stem_length

_LEAST = 3  # letters behind the beginning


@lru_cache(maxsize=65_536)
def parts(word: str, lang: str) -> tuple[str, ...]:
    """Return the words that a compound is made of, () for what is none or is in the table of words itself.

    It is one if all of it is known: a beginning of compounds.csv and a word of body_words.csv behind it.
    """
    folded = fold(word)
    known = stem_length(folded, lang)
    for length in range(len(folded) - _LEAST, max(1, known - 1), -1):
        first = _beginnings().get((lang, folded[:length]))
        if first and meaning(rest := folded[length:], lang) is not None:
            return *first.split(), rest
    return ()


@lru_cache(maxsize=1)
def _beginnings() -> dict[tuple[str, str], str]:
    text = Path(__file__).with_name("compounds.csv").read_text("utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {(row["lang"], fold(row["begin"])): row["word"] for row in rows}
