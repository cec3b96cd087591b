"""A word of a body's name, and whether two words in two languages answer to each other: by meaning, sound or root."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise, takewhile

from kg.names import fold
from kg.resolve.orthographies import reads, tongues
from kg.resolve.sound import far, loose, other_script, sound, sounds
from kg.resolve.spellings import spellings

STATE = "state:"
"""What the id of a word that names a state begins with; the small ISO code follows."""

NONE: frozenset[str] = frozenset()
_NO_FAMILY: frozenset[int] = frozenset()
# Endings of words that are nobody's name, Kazakh ones after those of the plural: аллергологтарының, аллергологов.
_COMMON_ENDINGS = {
    "ru": re.compile(
        r"(?:н(?:ый|ого|ому|ым|ой|ая|ую|ое|ые|ых|ыми)|(?:ическ|ск)?(?:ий|ого|ому|им|ой|ая|ую|ое|ие|их|ими)"
        r"|ов|ев|ей|ам|ами|ах|ям|ями|ях|ом|ем|[иы]?[йяею]|[аяыиуюеоьй])$"
    ),
    "kk": re.compile(
        r"(?:[лдт][ыі][қк])?(?:[лдт][ае]р)?(?:с?[ыі])?(?:н?[ыі]ң|[дтн][ае]н|н?[дт][ае](?:ғы|гі)?|[мпб]ен|[гғкқ][ае])?$"
        r"|[лдт][ыі]$"
    ),
    "en": re.compile(r"(?:'s|s|ical|ics?)$"),
}
_ENDINGS = {
    "ru": re.compile(
        r"(?:(?:ин|ын|ан|ян|ов|ев)?ск(?:ий|ая|ое|ого|ому|ой|ую|им|ом|ие|их)|[ыи]й|[ое]го|ой|ом|ей|ем|[аяыиуюеоьй])$"
    ),
    "kk": re.compile(
        r"(?:(?:сы|сі|ы|і)?(?:[дт]ағы|[дт]егі|ның|нің|дың|дің|тың|тің)|лық|лік|дық|дік|тық|тік|сы|сі|[ыіа])$"
    ),
    "en": re.compile(r"(?:'s)$"),
}
_LEAST = 3  # letters of a proper name that must agree
_CHANGED = str.maketrans("uwh", "vvg")  # Уәлиханов, Валиханов; Humboldt, Гумбольдт
_A_NAME = 5  # letters
_AS_WRITTEN = 4  # letters of one name in two languages of one alphabet: «Даму»
_TOGETHER = 5  # letters of a name of two words that another language writes as one
_READ = 6  # letters of a name that is read as no language is known to read it
_ROOT, _AFTER_ROOT = 6, 5  # letters that two common words must share, and that they may have behind


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name: what it may mean, its stem and that by sound, how much it tells, whether it says where."""

    ids: frozenset[str]
    bare: str
    weight: str
    text: str
    place: bool = False
    stem: str = field(init=False)  # as it sounds
    state: str = field(init=False)  # that it names ("uz"), "" for any other word
    families: frozenset[int] = field(init=False)  # names that tradition spells in several ways of which it is one

    def __post_init__(self) -> None:
        """Note what is asked of each word again and again."""
        state = next((id_.removeprefix(STATE) for id_ in self.ids if id_.startswith(STATE)), "")
        families = _NO_FAMILY if state else spellings(self.bare) | spellings(self.text)
        for name, value in (("stem", sound(self.bare)), ("state", state), ("families", families)):
            object.__setattr__(self, name, value)

    @property
    def begins(self) -> str:
        """What the spellings of a proper name in all languages begin with; v and w, h and g are changed at will."""
        if self.families:
            return str(min(self.families))
        letters = vowels(self.stem)[:_LEAST]
        return letters[:1].translate(_CHANGED) + letters[1:]


@lru_cache(maxsize=65_536)
def bare(word: str, lang: str) -> str:
    """Return a word without its ending."""
    folded = fold(word)
    endings = _COMMON_ENDINGS if word.islower() and lang != "en" else _ENDINGS
    stem = endings[lang].sub("", folded, count=1) if len(folded) > 4 else folded
    return stem if len(stem) >= _LEAST else folded


def vowels(stem: str) -> str:
    """Fold o and u, which Kazakh and Russian spellings of places change: Торғай and Тургай."""
    return stem.replace("o", "u")


def answering(
    mine: Iterable[Word], theirs: Iterable[Word], local: bool = False
) -> tuple[list[Word], list[Word], list[Word]]:
    """Return the words that answer to each other, those of the one left over and those of the other.

    Of ``local`` bodies one name may say in which place they are and the other have the place as an adjective.
    """
    right, left, found = list(theirs), [], []
    for word in mine:
        beside = [w for w in right if w.place == word.place] + [w for w in right if local and w.place != word.place]
        same = (
            next((w for w in beside if w.ids & word.ids and w.stem == word.stem), None)
            or next((w for w in beside if _one_brand(w, word)), None)
            or next((w for w in beside if w.ids & word.ids), None)
            or next((w for w in beside if one_stem(word, w)), None)
        )
        if same is None:
            left.append(word)
        else:
            right.remove(same)
            found.append(word)
    return found, left, right


def _one_brand(one: Word, other: Word) -> bool:
    """Tell whether one is the other though only one language knows what it means: «Даму», Damu beside Development."""
    return bool(one.ids) != bool(other.ids) and one.stem == other.stem and one.text.istitle() and other.text.istitle()


def grown_together(apart: list[Word], whole: list[Word]) -> list[Word]:
    """Return two words of the one and the proper name of the other that they are in one: Сары-Арка, Сарыарқа."""
    for first, second in pairwise(apart):
        name = f"{first.text}{second.text}".lower()
        for word in whole if len(sound(name)) >= _TOGETHER else ():
            if word.weight == "proper" and one_stem(
                replace(first, ids=NONE, bare=name, text=name), replace(word, ids=NONE)
            ):
                return [first, second, word]
    return []


def one_stem(one: Word, other: Word) -> bool:
    """Tell whether two words are one by their letters, as those of a name are in any language."""
    if one.ids and other.ids:
        return _one_name(one.text, other.text)
    mine, theirs = sorted((vowels(one.stem), vowels(other.stem)), key=len)
    if len(mine) >= _LEAST and theirs.startswith(mine) and len(theirs) - len(mine) <= 2:
        return True
    if sounds(one.text) & sounds(other.text) or sounds(one.bare) & sounds(other.bare) or _one_root(one, other):
        return True
    if one.families & other.families:
        return True
    return other_script(one.text, other.text) and _reads(one, other)


def _reads(one: Word, other: Word) -> bool:
    """Tell whether a foreign name in Latin letters is read as the other language writes it: Fraunhofer, Фраунгофер."""
    latin, written = (one, other) if one.bare[:1] < "\u0400" else (other, one)
    ways = tongues((latin.bare,)) | ({"any"} if len(latin.bare) >= _READ else NONE)
    if any(reads(latin.bare, text, way) for way in ways for text in (written.bare, fold(written.text))):
        return True
    if not (far(one.text) or far(other.text)):
        return False
    from rapidfuzz import fuzz

    return fuzz.ratio(loose(one.text), loose(other.text)) >= 80


def _one_name(one: str, other: str) -> bool:
    """Tell whether capitalised words of two meanings sound alike, as names in two languages do: «Белес»."""
    if not (one.istitle() and other.istitle()):
        return False
    shorter = min(len(one), len(other))
    return (shorter >= _AS_WRITTEN and one == other) or (shorter >= _A_NAME and bool(sounds(one) & sounds(other)))


def _one_root(one: Word, other: Word) -> bool:
    """Tell whether two words of which one is no name begin so alike that they are one: когнитивных and cognitive."""
    if not (one.text.islower() or other.text.islower()):
        return False
    mine, theirs = loose(one.stem), loose(other.stem)
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(mine, theirs, strict=False)))
    return common >= _ROOT and len(mine) + len(theirs) - 2 * common <= _AFTER_ROOT
