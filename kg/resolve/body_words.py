"""What the words of names mean in any of the languages (body_words.csv): университеті, университет and University."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations
from pathlib import Path

from kg.names import fold
from kg.records import LANGUAGES

_TABLE = Path(__file__).with_name("body_words.csv")
# How the last letter of a Kazakh stem changes before a vowel: көліг for көлік, одағ for одақ, фестивал for фестиваль.
_SOFT = {"к": "г", "қ": "ғ", "п": "б", "ь": ""}
# How many letters of endings may follow a stem: Kazakh министрлігінің has more than English.
_ENDINGS = {"kk": 9, "ru": 9, "en": 8}
# What may follow a short stem ("~" in the table), which begins many other words: endings of nouns and their adjectives.
_OWN_ENDINGS = {
    "kk": re.compile(
        r"(?:ш[ыі]|ия)?(?:[лдт][ыі][қкғг]?|с[ыі]з){0,2}(?:[лдт][ае]р)?(?:с?[ыі])?"
        r"(?:[ндт][ыі]ң|[ндт][ыі]|[ғгқкн]?[ае]|н?[дт][ае](?:ғы|гі)?|н?[дтн][ае]н|[мбп]ен|н)?"
    ),
    "ru": re.compile(
        r"(?:[аяуюеоыиьй]|[ое][йм]|ью|[ое]в|[ая](?:ми?|х)|и[йяюеи]|ием|ост(?:ь|и|ью))?"
        r"|(?:[иь]?(?:ческ|ск)|еск|[ое]в|(?:ич|и?аль|ель|ар|ив|он|ен|о|е)?н)?"
        r"(?:[ыио]й|[ое]е|[ая]я|[уюео]ю|[ое](?:го|му)|[ыи](?:ми?|х|е)|ей)"
    ),
    "en": re.compile(r"(?:e?s)?'?s?"),
}

Meant = tuple[tuple[str, str], ...]
"""Meanings of a word, each by its id and its weight."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word may mean (ids of body_words.csv), and how much it tells: its ``weight`` as the table has it."""

    ids: frozenset[str]
    weight: str


@dataclass(slots=True)
class _Words:
    exact: dict[str, Meant] = field(default_factory=dict)  # as written: АҚ is no ақ
    whole: dict[str, Meant] = field(default_factory=dict)
    stems: dict[str, Meant] = field(default_factory=dict)
    short: dict[str, Meant] = field(default_factory=dict)  # stems that only inflection follows

    def found(self, folded: str, length: int, lang: str) -> Meant:
        """Return what a word means by so many of its letters."""
        stem = folded[:length]
        some = self.stems.get(stem, ())
        if stem in self.short and _OWN_ENDINGS[lang].fullmatch(folded, length):
            return some + self.short[stem]
        return some


@lru_cache(maxsize=65_536)
def meaning(word: str, lang: str) -> Meaning | None:
    """Return what a word of a language means, by the whole word or its longest stem; None for one that is not known."""
    words = _table()[lang]
    if word in words.exact:
        return _meaning(words.exact[word])
    folded = fold(word)
    if folded in words.whole:
        return _meaning(words.whole[folded] + words.found(folded, len(folded), lang))
    length = stem_length(folded, lang)
    return _meaning(words.found(folded, length, lang)) if length else None


@lru_cache(maxsize=65_536)
def stem_length(folded: str, lang: str) -> int:
    """Return how many letters of a folded word its longest stem in the table has, 0 for none.

    No phrase and no word with a hyphen has the stem of its first part: военно-морской is more than военный.
    """
    words = _table()[lang]
    shortest = max(1, len(folded) - _ENDINGS[lang] - 1, folded.rfind(" "), folded.rfind("-"))
    return next((length for length in range(len(folded), shortest, -1) if words.found(folded, length, lang)), 0)


@lru_cache(maxsize=65_536)
def may_end_phrase(word: str, lang: str) -> bool:
    """Tell whether some phrase of the table ends with a word, or with the stem of it."""
    folded = fold(word)
    return any(folded[:length] in _last_words()[lang] for length in range(len(folded), 1, -1))


@lru_cache(maxsize=1)
def _last_words() -> dict[str, frozenset[str]]:
    """Return the stems of the last words of all phrases."""
    table = _table()
    return {
        lang: frozenset(
            text.rpartition(" ")[2]
            for text in (*table[lang].stems, *table[lang].short, *table[lang].whole)
            if " " in text
        )
        for lang in LANGUAGES
    }


@lru_cache(maxsize=1024)
def class_of(id_: str) -> str:
    """Return what stands for all meanings that some word makes hard to tell from this one (world and peace: мир)."""
    return _classes().get(id_, id_)


def _meaning(found: Meant) -> Meaning:
    weights = {weight for _, weight in found}
    weight = next(w for w in ("proper", "heavy", "kind", "light", "none") if w in weights)
    return Meaning(frozenset(id_ for id_, _ in found), weight)


@lru_cache(maxsize=1)
def _table() -> dict[str, _Words]:
    """Return the words of each language; the table is written as names are folded, but for ё, and has no quotes."""
    lines = (line for line in _TABLE.read_text("utf-8").replace("ё", "е").splitlines() if line[0] != "#")
    _, _, *langs = next(lines).split(",")
    found = {lang: _Words() for lang in LANGUAGES}
    words = [(lang, found[lang]) for lang in langs]
    for line in lines:
        id_, weight, *cells = line.split(",")
        meant = ((id_, weight),)
        for (lang, own), cell in zip(words, cells, strict=True):
            for form in cell.split("|") if cell else ():
                mark = form[0]
                text = form[1:] if mark in "=~" else form
                place = own.whole if mark == "=" else own.short if mark == "~" else own.stems
                if not text.islower():
                    place = own.exact
                place[text] = place[text] + meant if text in place else meant
                if lang == "kk" and mark != "=" and text[-1] in _SOFT:
                    soft = text[:-1] + _SOFT[text[-1]]
                    place[soft] = place[soft] + meant if soft in place else meant
    return found


@lru_cache(maxsize=1)
def _classes() -> dict[str, str]:
    """Join meanings that one word may have, so that names can be looked up by what they mean."""
    parent: dict[str, str] = {}

    def root(id_: str) -> str:
        while (above := parent.get(id_, id_)) != id_:
            id_ = above
        return id_

    for words in _table().values():
        places = (words.exact, words.whole, words.stems, words.short)
        for together in (found for place in places for found in place.values() if len(found) > 1):
            _join(together, parent, root)
        for one, other in combinations(places[1:], 2):
            for word in one.keys() & other.keys():
                _join(one[word] + other[word], parent, root)
    return {id_: root(id_) for id_ in parent}


def _join(found: Meant, parent: dict[str, str], root: Callable[[str], str]) -> None:
    least, *others = sorted({root(id_) for id_, _ in found})
    for other in others:
        parent[other] = least
