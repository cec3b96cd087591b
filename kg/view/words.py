"""The page's own words in Kazakh, Russian and English, from assets/words.json."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

ASSETS = Path(__file__).parent / "assets"


@cache
def words() -> dict[str, dict[str, dict[str, str]]]:
    """Return {"kinds" | "one" | "predicates" | "page": {word: {language: text}}}; "one" are classes in the singular."""
    loaded: dict[str, dict[str, dict[str, str]]] = json.loads((ASSETS / "words.json").read_text(encoding="utf-8"))
    return loaded
