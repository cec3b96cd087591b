"""Which language a text is in.

Letters decide where they can (no Russian text has ә, ғ, қ in every third word); frequent short words and endings decide
the rest, so that Kazakh typed with Russian letters and a headline of three words are told too. What is none of our
languages, or too short to tell, is "und" rather than a guess.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_DATA = Path(__file__).with_name("detect.toml")
_ENOUGH = 40_000  # characters: more of a text than this tells nothing new
_WORD = re.compile(r"[^\W\d_]+(?:[‘’ʻʼ'][^\W\d_]+)?")
_RUSSIAN_LETTERS = str.maketrans("әғқңөұүһі", "агкноуухи")


@dataclass(frozen=True, slots=True)
class _Signs:
    """The words and endings of one language."""

    words: frozenset[str]
    endings: tuple[str, ...]

    def count(self, tokens: list[str]) -> float:
        """Return how much in the tokens speaks for this language: a frequent word weighs 1, an ending a half."""
        total = 0.0
        for token in tokens:
            if token in self.words:
                total += 1
            elif len(token) > 4 and token.endswith(self.endings):
                total += 0.5
        return total


def detect(text: str) -> str:
    """Return the language of a text: "kk", "ru", "en", "kk-Latn", "kk-Arab", or "und" when it cannot be told."""
    sample = text[:_ENOUGH].lower()
    letters = Counter({char: n for char, n in Counter(sample).items() if char.isalpha() or char == "ٴ"})
    script = _main_script(letters)
    if script == "Cyrl":
        return _cyrillic(sample, letters)
    if script == "Latn":
        return _latin(sample, letters)
    return "kk-Arab" if script == "Arab" and _is_kazakh_arabic(letters) else "und"


def signs_of(language: str, text: str) -> float:
    """Return how much in a text speaks for a language ("kk", "ru", "en"), as a number of words."""
    tokens = _WORD.findall(text[:_ENOUGH].lower())
    if language == "en":
        return _signs("en").count([token for token in tokens if _script(token[0]) == "Latn"])
    cyrillic = [token for token in tokens if _script(token[0]) == "Cyrl"]
    own = [token for token in cyrillic if not _letters()["kazakh"].isdisjoint(token)]
    if language == "kk":
        return _signs("kk").count([token.translate(_RUSSIAN_LETTERS) for token in cyrillic]) + len(own) / 2
    return _signs("ru").count([token for token in cyrillic if token not in own])


def _main_script(letters: Counter[str]) -> str:
    scripts: Counter[str] = Counter()
    for char, count in letters.items():
        scripts[_script(char)] += count
    return max(scripts, key=lambda name: (scripts[name], name), default="")


def _script(char: str) -> str:
    code = ord(char)
    if 0x400 <= code <= 0x52F:
        return "Cyrl"
    if code < 0x250 or 0x1E00 <= code <= 0x1EFF:
        return "Latn"
    return "Arab" if 0x600 <= code <= 0x6FF or 0xFB50 <= code <= 0xFEFC else "other"


def _cyrillic(sample: str, letters: Counter[str]) -> str:
    sets = _letters()
    total = sum(count for char, count in letters.items() if _script(char) == "Cyrl")
    if _share(letters, sets["foreign"], total) > 0.005:
        return "und"
    tokens = [word for word in _WORD.findall(sample) if _script(word[0]) == "Cyrl"]
    own = sum(1 for token in tokens if not sets["kazakh"].isdisjoint(token))
    kazakh = _signs("kk").count([token.translate(_RUSSIAN_LETTERS) for token in tokens]) + own / 2
    russian = _signs("ru").count(tokens)
    # Two thirds of Kazakh words have a letter of their own; a Russian sentence with three Kazakh names, one fifth.
    if own > 0.35 * len(tokens) or (kazakh > russian and _share(letters, sets["kazakh"], total) >= 0.03):
        return "kk" if _share(letters, sets["only_kazakh"], total) >= 0.01 else "und"  # else Kyrgyz, Tatar, Mongolian
    if kazakh == russian or max(kazakh, russian) < 0.06 * len(tokens):
        return "und"
    if letters["ъ"] > 0.008 * total and not letters["ы"]:  # Bulgarian
        return "und"
    return "kk" if kazakh > russian else "ru"


def _latin(sample: str, letters: Counter[str]) -> str:
    tokens = [word for word in _WORD.findall(sample) if _script(word[0]) == "Latn"]
    scores = {name: _signs(name).count(tokens) for name in ("en", "kk-Latn", "other")}
    if _share(letters, _letters()["kazakh_latin"], sum(letters.values())) > 0.02:
        scores["kk-Latn"] *= 2
    best = max(scores, key=lambda name: (scores[name], name))
    rest = max(score for name, score in scores.items() if name != best)
    return best if best != "other" and scores[best] > rest and scores[best] >= 0.06 * len(tokens) else "und"


def _is_kazakh_arabic(letters: Counter[str]) -> bool:
    sets, total = _letters(), sum(letters.values())
    return _share(letters, sets["kazakh_arabic"], total) > 0.05 > 10 * _share(letters, sets["foreign_arabic"], total)


def _share(letters: Counter[str], wanted: frozenset[str], total: int) -> float:
    return sum(letters[char] for char in wanted) / total if total else 0.0


@cache
def _data() -> dict[str, dict[str, str]]:
    return tomllib.loads(_DATA.read_text("utf-8"))


@cache
def _letters() -> dict[str, frozenset[str]]:
    return {name: frozenset(chars) for name, chars in _data()["letters"].items()}


@cache
def _signs(name: str) -> _Signs:
    section = _data()[name]
    return _Signs(frozenset(section["words"].split()), tuple(section["endings"].split()))
