"""Names of people compared across alphabets: Берік, Берик and Berik are one spelling of one sound."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.lang.person_names import PATRONYMIC, split_name
from kg.names import fold
from kg.resolve.slug import latin

# What one language writes so and another so; the order counts.
_SPELLINGS = (
    ("shch", "S"), ("sh", "S"), ("dzh", "j"), ("zh", "j"), ("kh", "h"), ("gh", "g"), ("ng", "n"), ("ph", "f"),
    ("ck", "k"), ("ch", "C"), ("ce", "se"), ("ci", "si"), ("c", "k"), ("q", "k"), ("w", "u"), ("x", "ks"),
    ("ye", "e"), ("y", "i"), ("ii", "i"), ("ss", "s"),
)  # fmt: skip
_FIRST = re.compile(r"^(?:[iy]e|yo)")
_TELLING_LETTERS = 5
_MARKS = re.compile(r"[^a-z]")


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """Return a word as it sounds, in a few Latin letters: "jaksilikov" for Жақсылықов, Жаксылыков and Zhaksylykov."""
    spoken = _MARKS.sub("", latin(fold(word)))
    spoken = _FIRST.sub("e", spoken)
    for written, heard in _SPELLINGS:
        spoken = spoken.replace(written, heard)
    return spoken


def sound_of_name(name: str) -> str:
    """Return given name and surname as they sound, in the order of the alphabet; "" for a name of one word."""
    split = split_name(name)
    words = [sound(word) for word in split.words if word != split.patronymic or word == split.surname]
    return " ".join(sorted(words)) if len(words) > 1 and all(len(word) > 1 for word in words) else ""


def sound_of_title(name: str) -> str:
    """Return a title as it sounds, word by word; "" for one so short that another may sound like it by chance."""
    words = [sound(word) for word in name.split()]
    return " ".join(words) if all(words) and sum(map(len, words)) >= _TELLING_LETTERS else ""


def sound_of_patronymic(name: str) -> str:
    """Return the father's name in a patronymic as it sounds: "majit" for Мәжитұлы and Мажитович; "" without one."""
    return sound(PATRONYMIC.sub("", split_name(name).patronymic))
