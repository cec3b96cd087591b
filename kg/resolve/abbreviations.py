"""What letters and clipped words stand for in names of bodies of any state (abbreviations.csv): МВД, НИИ, Минюст."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path


def abbreviated(word: str, lang: str) -> tuple[str, ...]:
    """Return the words that an abbreviation of a language stands for, () for what is none."""
    return _table().get((lang, word), ())


def clipped(name: str, lang: str) -> tuple[str, ...]:
    """Return the words that a name stands for that is one clipped word, () for any other: Минтруда, Облсуд, not МВД."""
    return () if name.isupper() else abbreviated(name, lang)


@lru_cache(maxsize=1)
def _table() -> dict[tuple[str, str], tuple[str, ...]]:
    text = Path(__file__).with_name("abbreviations.csv").read_text("utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {(row["lang"], row["short"]): tuple(row["words"].split()) for row in rows}
