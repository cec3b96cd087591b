"""Whether two names, in any two of the languages, can be one person's.

A name is its words (hyphens part them, their order counts for nothing), its initials and its patronymic. What is
compared is sound (kg.resolve.sound), so Ёнг-Хи Ким, Ким Ёнг Хи and Yong-Hi Kim are one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.lang.person_names import PATRONYMIC, split_name
from kg.names import fold
from kg.resolve.chinese import same_chinese
from kg.resolve.japanese import same_japanese
from kg.resolve.korean import same_korean
from kg.resolve.orthographies import likeliest, plain, reads, tongues
from kg.resolve.slug import latin
from kg.resolve.sound import far, loose, other_script, skeleton, sound, sounds
from kg.resolve.spellings import spellings, without_marks

# Scores of names alone; JOINS is the least with which two names count as one in the table of pairs.
JOINS = 0.7
_ALIKE = 0.75  # the share of a loose reading that two foreign words must have in common
_ALIKE_AT_HOME = 0.9  # the same for surnames in -ov and -ev, which are spelled by one rule
_AT_HOME = re.compile(r"(?:ов|ев|ёв|ov|ev)[аa]?$")
_SHORT = 4  # letters of a loose reading, of which each counts: аль-Харби is no Al Harthi
_NEVER_CHANGED = ({"o", "i"}, {"a", "i"})  # vowels of which no spelling makes the other: Lehtonen, Лехтинен

# An initial in one language and the first sounds that a name in another may have for it.
_INITIALS = {
    "j": "jiu", "y": "ie", "dzh": "j", "c": "ks", "w": "vu", "v": "vu", "kh": "h", "h": "h", "ts": "tk", "q": "k",
    "zh": "j", "sh": "S", "ch": "C", "yu": "ui", "ya": "ia", "ye": "ei", "e": "e",
}  # fmt: skip
_PARTS = re.compile(r"[\s-]+")
_LATIN = re.compile("[a-zà-ɏḀ-ỿ]")
_READ = 0.95  # a foreign word as its language reads it
_CASES = re.compile(r"(?:[ндт][ыі]ң|[ндт][аеы]н|[ндт][ыі]|[мбп]ен|[гғкқ][ае]|[дт][ае]|дан|ден|тан|тен|нан|нен)$")


@dataclass(frozen=True, slots=True)
class HumanName:
    """A name taken apart: words in full (without the patronymic), initials, the patronymic's father's name by sound."""

    words: tuple[str, ...]
    initials: tuple[str, ...]
    father: str
    surname: str

    @property
    def full(self) -> bool:
        """Whether given name and surname are both written in full."""
        return len(self.words) > 1

    @property
    def tongues(self) -> frozenset[str]:
        """The languages that its Latin letters show that the name may be of."""
        return tongues(self.words)

    @property
    def key(self) -> str:
        """The words by sound in the order of the alphabet: what two full names that are alike have in common."""
        return _key(self.words)


@lru_cache(maxsize=65_536)
def _key(words: tuple[str, ...]) -> str:
    return " ".join(sorted(sound(word) for word in words))


@lru_cache(maxsize=65_536)
def human_name(label: str) -> HumanName:
    """Take a name in the nominative apart."""
    split = split_name(label)
    whole = [word for word in split.words if word != split.patronymic or word == split.surname]
    words = tuple(part for word in whole for part in word.split("-") if len(part) > 1)
    father = sound(PATRONYMIC.sub("", split.patronymic)) if split.patronymic not in whole else ""
    return HumanName(words, split.initials, father, split.surname)


def forget() -> None:
    """Let go of what is remembered of pairs of names and words."""
    name_score.cache_clear()
    word_score.cache_clear()


@lru_cache(maxsize=262_144)
def name_score(one: str, other: str) -> float:
    """Return from 0 to 1 how surely two names can be one person's: 1 the same, 0.8 with initials, under JOINS two.

    One word alone (a surname) can be anyone's: 0.4 at most.
    """
    mine, theirs = human_name(one), human_name(other)
    if mine.father and theirs.father and not same_father(mine.father, theirs.father):
        return 0.0
    if not (mine.words and theirs.words):
        return 0.0
    if mine.full and theirs.full:
        syllables = by_syllables(one, other)
        return _full_score(mine, theirs) if syllables is None else float(syllables)
    if mine.full != theirs.full:
        whole, short = (mine, theirs) if mine.full else (theirs, mine)
        return _short_score(whole, short)
    return _initials_score(mine, theirs)


@lru_cache(maxsize=262_144)
def word_score(one: str, other: str, foreign: bool = False) -> float:
    """Return 1 for words that sound the same, 0.9 for foreign ones that sound alike, 0 for others.

    ``foreign`` says that the rest of the name shows it to be foreign; else the words themselves must.
    """
    if sound(one) == sound(other) or sounds(one) & sounds(other) or spellings(one) & spellings(other):
        return 1.0
    if _without_case(one) == sound(other) or _without_case(other) == sound(one):
        return 0.95
    if not other_script(one, other):
        return 0.95 if without_marks(one) & without_marks(other) else 0.0
    japanese = same_japanese(*((one, other) if one.isascii() else (other, one)))
    if japanese is not None and (foreign or japanese or far(one) or far(other)):
        return float(japanese)
    if not (foreign or far(one) or far(other)):
        return 0.0
    plain_latin = one.isascii() or other.isascii()
    at_home = plain_latin and _AT_HOME.search(one.lower()) and _AT_HOME.search(other.lower())
    short = min(len(loose(one)), len(loose(other))) <= _SHORT
    return 0.9 if _share(one, other) >= (_ALIKE_AT_HOME if at_home or short else _ALIKE) else 0.0


def _word_of(whole: HumanName, word: str, other: str, foreign: bool) -> float:
    """Score a word of a name with one of another, also as the languages read it that the whole name may be of."""
    score = word_score(word, other, foreign)
    if score >= _READ or not other_script(word, other):
        return score
    latin_word, cyrillic = (word, other) if _LATIN.match(fold(word)) else (other, word)
    return _READ if any(reads(latin_word, cyrillic, tongue) for tongue in whole.tongues) else score


@lru_cache(maxsize=65_536)
def _without_case(word: str) -> str:
    """Return a surname without a Kazakh case ending: labels are in the nominative, but for a slip."""
    bare = _CASES.sub("", word)
    return sound(bare) if re.search(r"(?:ов|ев|ин)а?$", bare) else ""


def _share(one: str, other: str) -> float:
    from rapidfuzz import fuzz

    mine, theirs = loose(one), loose(other)
    if (
        not mine
        or not theirs
        or skeleton(mine)[:1] != skeleton(theirs)[:1]
        or mine.endswith("a") != theirs.endswith("a")
        or (mine[-1] in "aeiou") != (theirs[-1] in "aeiou")  # аль-Фарис is no Al Farsi
    ):
        return 0.0
    if len(mine) == len(theirs) and any({a, b} in _NEVER_CHANGED for a, b in zip(mine, theirs, strict=True)):
        return 0.0
    return fuzz.ratio(mine, theirs) / 100


def by_syllables(one: str, other: str) -> bool | None:
    """Tell whether one is the other, syllable by syllable, as Chinese or Korean; None where that says nothing."""
    mine, theirs = human_name(one), human_name(other)
    if mine.initials or theirs.initials or not (mine.full and theirs.full):
        return None
    if other_script(mine.words[0], theirs.words[0]):
        read, written = (mine, theirs) if mine.words[0].isascii() else (theirs, mine)
        if (chinese := same_chinese(read.words, written.words)) is not None:
            return chinese
    return same_korean(*(tuple(_PARTS.split(name)) for name in (one, other)))


def _full_score(mine: HumanName, theirs: HumanName) -> float:
    left = list(theirs.words)
    foreign = any(map(far, (*mine.words, *theirs.words)))
    latin_one = mine if _LATIN.match(fold(mine.words[0])) else theirs
    scores: list[float] = []
    for word in mine.words:
        score, best = max(((_word_of(latin_one, word, w, foreign), w) for w in left), default=(0.0, ""))
        if score:
            scores.append(score)
            left.remove(best)
    unmatched = len(mine.words) - len(scores)
    if len(scores) < 2 or (unmatched and left):
        return 0.5 if len(scores) >= 2 else 0.1 * len(scores)
    if unmatched or left:
        return (0.8 if _initial_left(mine, theirs, left) else 0.75) * min(scores)
    together = [w for w in (mine, theirs) if w.initials]
    return min(scores) if not together else min(scores) * 0.95


def _initial_left(mine: HumanName, theirs: HumanName, left: list[str]) -> bool:
    """Tell whether the word left over is begun by the other's initial: Э. Тейлор-Браун, Elizabeth Taylor-Brown."""
    short, others = (mine, left) if mine.initials else (theirs, [w for w in mine.words if w not in theirs.words])
    return bool(short.initials) and any(initial_fits(short.initials[0], word) for word in others)


def _short_score(whole: HumanName, short: HumanName) -> float:
    """Score Б.М. Имашев against Берік Мәжитұлы Имашев, and a surname alone."""
    [surname] = short.words
    foreign = any(map(far, whole.words))
    latin_one = whole if _LATIN.match(fold(whole.words[0])) else short
    fits = [word for word in whole.words if _word_of(latin_one, word, surname, foreign)]
    if whole.surname in fits:
        fits = [whole.surname]
    if not fits or (whole.surname and whole.surname not in fits and "-" not in whole.surname):
        return 0.0
    if not short.initials:
        return 0.4
    given = [word for word in whole.words if word != fits[0]]
    if not any(initial_fits(short.initials[0], word) for word in given):
        return 0.0
    second = short.initials[1:2]
    if second and whole.father and not initial_fits(second[0], whole.father):
        return 0.0
    return 0.8


def _initials_score(mine: HumanName, theirs: HumanName) -> float:
    latin_one = mine if _LATIN.match(fold(mine.words[0])) else theirs
    if not _word_of(latin_one, mine.words[0], theirs.words[0], foreign=False):
        return 0.0
    if not (mine.initials and theirs.initials):
        return 0.4
    agree = all(
        initial_fits(one, other) or initial_fits(other, one)
        for one, other in zip(mine.initials, theirs.initials, strict=False)
    )
    return 0.8 if agree else 0.0


def initial_fits(initial: str, name: str) -> bool:
    """Tell whether a name may be shortened so: Zh. for Жанар, Е. and Ye. and Y. for Yerlan, but not A. for Берік."""
    letter = latin(initial).strip(". -")
    heard, written = sound(name), latin(name)
    if not letter or not heard:
        return False
    if other_script(initial, name) and any(likeliest(name, t)[:1] == plain(initial)[:1] for t in tongues((name,))):
        return True
    if len(letter) > 1 and written.startswith(letter):
        return True
    if len(letter) == 1 and written.startswith(letter) and not written.startswith((letter + "h", "ts")):
        return True
    return heard.startswith(sound(letter)) or heard[0] in _INITIALS.get(letter, "")


_CLOSE = str.maketrans("oe", "ui")


def same_father(one: str, other: str) -> bool:
    """Tell whether patronymics are of one father: Мәжит and Мажит; an initial or an ending may be lost.

    Close vowels are spelled either way: Ғабдолла, Габдулла.
    """
    one, other = one.translate(_CLOSE), other.translate(_CLOSE)
    return one == other or (min(len(one), len(other)) >= 4 and (one.startswith(other) or other.startswith(one)))
