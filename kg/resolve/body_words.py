"""What the words of names mean in any of the languages (body_words.csv): университеті, университет and University."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from kg.names import fold
from kg.records import LANGUAGES

_TABLE = Path(__file__).with_name("body_words.csv")
_SOFT = {"к": "г", "қ": "ғ", "п": "б"}
# How many letters of endings may follow a stem: Kazakh министрлігінің has more than English.
_ENDINGS = {"kk": 9, "ru": 9, "en": 8}


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word may mean (ids of body_words.csv), and how much it tells: its ``weight`` as the table has it."""

    ids: frozenset[str]
    weight: str


@dataclass(slots=True)
class _Words:
    exact: dict[str, list[tuple[str, str]]] = field(default_factory=dict)  # as written: АҚ is no ақ
    whole: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    stems: dict[str, list[tuple[str, str]]] = field(default_factory=dict)


@lru_cache(maxsize=65_536)
def meaning(word: str, lang: str) -> Meaning | None:
    """Return what a word of a language means, by the whole word or its longest stem; None for one that is not known."""
    words = _table()[lang]
    if word in words.exact:
        return _meaning(words.exact[word])
    folded = fold(word)
    if folded in words.whole:
        return _meaning([*words.whole[folded], *words.stems.get(folded, ())])
    length = stem_length(folded, lang)
    return _meaning(words.stems[folded[:length]]) if length else None


@lru_cache(maxsize=65_536)
def stem_length(folded: str, lang: str) -> int:
    """Return how many letters of a folded word its longest stem in the table has, 0 for none.

    No phrase and no word with a hyphen has the stem of its first part: военно-морской is more than военный.
    """
    stems = _table()[lang].stems
    shortest = max(1, len(folded) - _ENDINGS[lang] - 1, folded.rfind(" "), folded.rfind("-"))
    return next((length for length in range(len(folded), shortest, -1) if folded[:length] in stems), 0)


@lru_cache(maxsize=65_536)
def may_end_phrase(word: str, lang: str) -> bool:
    """Tell whether some phrase of the table ends with a word, or with the stem of it."""
    folded = fold(word)
    return any(folded[:length] in _last_words()[lang] for length in range(len(folded), 2, -1))


@lru_cache(maxsize=1)
def _last_words() -> dict[str, frozenset[str]]:
    """Return the stems of the last words of all phrases."""
    table = _table()
    return {
        lang: frozenset(text.rpartition(" ")[2] for text in (*table[lang].stems, *table[lang].whole) if " " in text)
        for lang in LANGUAGES
    }


@lru_cache(maxsize=1024)
def class_of(id_: str) -> str:
    """Return what stands for all meanings that some word makes hard to tell from this one (world and peace: мир)."""
    return _classes().get(id_, id_)


def _meaning(found: list[tuple[str, str]]) -> Meaning:
    weights = {weight for _, weight in found}
    weight = next(w for w in ("proper", "heavy", "kind", "light", "none") if w in weights)
    return Meaning(frozenset(id_ for id_, _ in found), weight)


@lru_cache(maxsize=1)
def _rows() -> tuple[dict[str, str], ...]:
    lines = [line for line in _TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]
    return tuple(csv.DictReader(lines))


@lru_cache(maxsize=1)
def _table() -> dict[str, _Words]:
    found = {lang: _Words() for lang in LANGUAGES}
    for row in _rows():
        for lang in LANGUAGES:
            for cell in filter(None, row[lang].split("|")):
                text = cell.lstrip("=")
                if text != text.lower():
                    found[lang].exact.setdefault(text, []).append((row["meaning"], row["weight"]))
                    continue
                place = found[lang].whole if cell.startswith("=") else found[lang].stems
                for form in (fold(text), _softened(text)) if place is found["kk"].stems else (fold(text),):
                    if form:
                        place.setdefault(form, []).append((row["meaning"], row["weight"]))
    return found


def _softened(stem: str) -> str:
    """Return a Kazakh stem as it is before a vowel: көліг for көлік, одағ for одақ; "" where it stays as it is."""
    return fold(stem[:-1] + _SOFT[stem[-1]]) if stem[-1] in _SOFT else ""


@lru_cache(maxsize=1)
def _classes() -> dict[str, str]:
    """Join meanings that one word may have, so that names can be looked up by what they mean."""
    parent = {row["meaning"]: row["meaning"] for row in _rows()}

    def root(id_: str) -> str:
        while parent[id_] != id_:
            id_ = parent[id_]
        return id_

    for words in _table().values():
        whole = ([*found, *words.stems.get(word, ())] for word, found in words.whole.items())
        for found in (*words.exact.values(), *whole, *words.stems.values()):
            least, *others = sorted({root(id_) for id_, _ in found})
            for other in others:
                parent[other] = least
    return {id_: root(id_) for id_ in parent}
