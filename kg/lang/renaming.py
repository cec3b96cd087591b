"""How a language says that a body had, or now has, another name: patterns of each language's cues (renaming.txt)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_BRACKETS = r"\s*\((?:{})[\s,:–—-]*[«“]?"
_APPOSED = r",\s*(?:{})[«“]?"


@dataclass(frozen=True, slots=True)
class Called:
    """A verb of calling: how it stands before a name, how behind it, and a word of time before where one is needed."""

    before: re.Pattern[str]
    behind: re.Pattern[str]
    time: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Renaming:
    """What stands between a body's name and the one it had, in brackets or behind a comma, and verbs of calling."""

    in_brackets: re.Pattern[str]
    apposed: re.Pattern[str]
    called: tuple[Called, ...]


@lru_cache(maxsize=8)
def renaming(language: str) -> Renaming:
    """Return how a language that has a folder here tells of other names."""
    rows = (Path(__file__).parent / language / "cues" / "renaming.txt").read_text("utf-8").splitlines()
    parts = [row.split("\t") for row in rows if row.strip() and not row.startswith("#")]
    of = {key: [rest for name, *rest in parts if name == key] for key in ("in-brackets", "apposed", "called")}
    return Renaming(
        _pattern(_BRACKETS.format("|".join(row[0] for row in of["in-brackets"]))),
        _pattern(_APPOSED.format("|".join(row[0] for row in of["apposed"]))),
        tuple(Called(*map(_pattern, (*row, "", "")[:3])) for row in of["called"]),
    )


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)
