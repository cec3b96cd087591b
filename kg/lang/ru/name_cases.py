"""What a word of a foreign name may be in the nominative: Хун for Хуном, which no dictionary knows."""

from __future__ import annotations

# Endings of cases, each with what stands in its place in the nominative.
_ENDINGS = (
    ("ом", ""), ("ым", ""), ("а", ""), ("у", ""), ("е", ""), ("ем", "й"), ("я", "й"), ("ю", "й"), ("е", "й"),
    ("ем", "ь"), ("я", "ь"), ("ю", "ь"), ("е", "ь"), ("ой", "а"), ("у", "а"), ("ы", "а"), ("е", "а"), ("ей", "я"),
    ("ю", "я"),
)  # fmt: skip
_SHORTEST = 2
_VOWELS = "аеёиоуыэюяйь"


def nominatives(word: str) -> list[str]:
    """Return what a word of a name may be in the nominative if it stands in another case."""
    found: list[str] = []
    for ending, instead in _ENDINGS:
        base = word.removesuffix(ending) + instead
        if word.endswith(ending) and len(base) >= _SHORTEST and base != word and (instead or base[-1] not in _VOWELS):
            found.append(base)
    return found
