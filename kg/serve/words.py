"""The server's own words in Kazakh, Russian and English, from assets/words.json."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from kg.records import LANGUAGES

ASSETS = Path(__file__).parent / "assets"


@cache
def words(lang: str) -> dict[str, str]:
    """Return word -> text in a language."""
    loaded: dict[str, dict[str, str]] = json.loads((ASSETS / "words.json").read_text(encoding="utf-8"))
    return {name: texts[lang] for name, texts in loaded.items()}


def preferred(accept_language: str) -> str:
    """Return which of kk, ru, en an Accept-Language header likes best; kk if it names none of them."""
    found: list[tuple[float, int, str]] = []
    for place, part in enumerate(accept_language.split(",")):
        name, _, weight = part.partition(";")
        lang = name.strip().lower().partition("-")[0]
        if lang in LANGUAGES:
            try:
                found.append((-float(weight.strip().lower().removeprefix("q=") or 1), place, lang))
            except ValueError:
                continue
    return min(found)[2] if found else LANGUAGES[0]
