"""Names of people and places compared across alphabets: Берік, Берик and Berik are one spelling of one sound.

``sound`` is strict: what it makes equal is one name. ``loose`` is for names from further away (Jürgen, Чжао), which
no table spells alike; two of them are compared by how much of it they share.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kg.lang.person_names import split_name
from kg.names import fold
from kg.resolve.slug import latin

# What one language writes so and another so; the order counts.
_SPELLINGS = (
    ("shch", "S"), ("sh", "S"), ("chzh", "j"), ("dzh", "j"), ("zh", "j"), ("dj", "j"), ("kh", "h"), ("gh", "g"),
    ("ng", "n"), ("ph", "f"), ("ck", "k"), ("ch", "C"), ("ce", "se"), ("ci", "si"), ("c", "k"), ("q", "k"), ("w", "u"),
    ("x", "ks"), ("ye", "e"), ("y", "i"), ("ii", "i"), ("ss", "s"),
)  # fmt: skip
_FIRST = re.compile(r"^(?:[iy]e|yo)")
# Russian writes the soft vowels of Turkic names with я, ю: Ляззат for Ләззат, Гюльшен for Gülşen.
_SOFT_VOWEL = re.compile(r"(?<=[bcdfgjklmnprstvz])y(?=[au])")
# Letters of Turkish, Azerbaijani and the Latin alphabets of Kazakh and Uzbek.
_TURKIC = str.maketrans({"ş": "sh", "ç": "ch", "ğ": "g", "ı": "i", "ñ": "n", "ū": "u", "ə": "a"})
_TURKIC_WORD = re.compile("[şğı]")
_MARKS = re.compile(r"[^a-z]")

# Foreign names as they are read.
_READINGS = (
    ("chzh", "j"), ("sch", "S"), ("shch", "S"), ("sh", "S"), ("tch", "S"), ("ch", "S"), ("dzh", "j"), ("zh", "j"),
    ("tsz", "j"), ("th", "t"), ("ph", "f"), ("ck", "k"), ("kh", ""), ("gh", "g"), ("ce", "se"), ("ci", "si"),
    ("c", "k"), ("q", "k"), ("w", "u"), ("v", "u"), ("h", ""), ("ee", "i"), ("oo", "u"), ("ng", "n"), ("y", "i"),
)  # fmt: skip
_NO_TRANSLITERATION = re.compile(
    r"w|x|q|th|ph|c(?!h)|ee|oo|ou|ea|ie|(?<![cgksz])h[mnl]|[^\W\d_a-z]|([bdfglmnprtz])\1|e$"
)
_FAR_CYRILLIC = re.compile(r"чж|цз|дж|вэ|сяо|ньг|эй|бьо|мью|^[йю]|э")
_LATIN = re.compile(r"[a-z]")
_NARROW = re.compile(r"(?<=[бвгғджзкқлмнңпрстуфхһцчшщ])[іы](?=[бвгғджзкқлмнңпрстфхһцчшщ])")
_ROUND = re.compile("[үұө]")
_NARROW_BEHIND = re.compile("(?<=[бвгғджзкқлмнңпрстфхһцчшщ])[іы](?=[бвгғджзкқлмнңпрстфхһцчшщ])")
_NARROW_LATIN = re.compile(r"(?<=^[bcdfghjklmnpqrstvz])[iy](?=[bcdfghjklmnpqrstvz])")
_YO = re.compile(r"(?<=[bdfgklmnprstvz])yo(?=[a-z])")
_TELLING_LETTERS = 5


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """Return a word as it sounds, in a few Latin letters: "jaksilikov" for Жақсылықов, Жаксылыков and Zhaksylykov."""
    folded = fold(word)
    if _TURKIC_WORD.search(folded):
        folded = re.sub("c(?!h)", "j", folded)
    folded = folded.replace("hydro", "gidro")  # Kazhydromet, Казгидромет
    spoken = _MARKS.sub("", latin(folded.translate(_TURKIC)))
    spoken = _SOFT_VOWEL.sub("", _FIRST.sub("e", spoken))
    for written, heard in _SPELLINGS:
        spoken = spoken.replace(written, heard)
    return spoken


@lru_cache(maxsize=65_536)
def sounds(word: str) -> frozenset[str]:
    """Return how a word may sound in the other languages: Russian hears ө as у or о and drops narrow vowels.

    Төлегенов is Толегенов or Тулегенов, Тілеубаев is Тилеубаев or Тлеубаев; Мён is Myong, Вэй is Wei.
    """
    folded = fold(word)
    written = {folded, folded.replace("ө", "у"), folded.replace("w", "v"), fold(word.lower().replace("ё", "йо"))}
    written.add(fold(word.lower().replace("ё", "о")))  # Ерёменко, Yeromenko
    written.add(_YO.sub("e", folded))  # Fyodorov, Федоров
    if folded[0] in "ыі":
        written.add(folded[1:])  # Ырысбек, Рысбек
    if "x" in folded or "ў" in folded:
        written.add(folded.replace("x", "h").replace("ў", "у"))  # of Uzbek: Xolmatov, Холматов
    if _ROUND.search(folded):
        written.add(_NARROW_BEHIND.sub("у", folded))  # Жүнісова is Жунусова
    written |= {_NARROW.sub("", one, count=1) for one in written} | {_NARROW_LATIN.sub("", one) for one in written}
    return frozenset(sound(one) for one in written)


@lru_cache(maxsize=65_536)
def loose(word: str) -> str:
    """Return about how a foreign word sounds: "siaomin" for Xiaoming and Сяомин, "smit" for Smith and Смит."""
    folded = fold(word.lower().replace("ё", "йо")).translate(_TURKIC)
    read = _MARKS.sub("", latin(folded))
    if _LATIN.match(folded):
        read = re.sub(r"(?<=[a-z]{3})e$", "", read).replace("x", "s" if re.search("xi", read) else "ks")
        read = read.replace("j", "i") if re.search("[äöüøå]|j[^aeiouy]", fold(word)) else read
    for written, heard in _READINGS:
        read = read.replace(written, heard)
    return re.sub(r"(.)\1", r"\1", read)


@lru_cache(maxsize=65_536)
def far(word: str) -> bool:
    """Tell whether a word is spelled as no name of Kazakh or Russian origin is, so that its letters prove little."""
    folded = fold(word)
    return bool((_NO_TRANSLITERATION if _LATIN.search(folded) else _FAR_CYRILLIC).search(folded))


def other_script(one: str, other: str) -> bool:
    """Tell whether two words are of different alphabets."""
    return _is_latin(one) != _is_latin(other)


@lru_cache(maxsize=65_536)
def _is_latin(word: str) -> bool:
    return bool(_LATIN.search(fold(word)))


def skeleton(spoken: str) -> str:
    """Return the consonants of a sound, which outlive most differences of spelling."""
    return re.sub(r"[aeiou]", "", spoken) or spoken


def sound_of_name(name: str) -> str:
    """Return given name and surname as they sound, in the order of the alphabet; "" for a name of one word."""
    split = split_name(name)
    words = [sound(word) for word in split.words if word != split.patronymic or word == split.surname]
    return " ".join(sorted(words)) if len(words) > 1 and all(len(word) > 1 for word in words) else ""


def sound_of_title(name: str) -> str:
    """Return a title as it sounds, word by word; "" for one so short that another may sound like it by chance."""
    words = [sound(word) for word in name.split()]
    return " ".join(words) if all(words) and sum(map(len, words)) >= _TELLING_LETTERS else ""
