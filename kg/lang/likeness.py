"""Names of people in two alphabets within one announcement: Берик Имашев is Berik Imashev, Ержан is Yerzhan.

A word is brought to Latin letters and stripped of what spellings differ in: its vowels but the first, doubled letters,
kh and h, dzh and zh. That is coarse; it serves to compare whole names of the few people of one announcement.
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import combining, normalize

_LATIN = str.maketrans(
    dict(zip("абвгдежзийклмнопрстуфхцчшщыэёәғқңөұүһі", "abvgdejziiklmnoprstufhscssieeagknouuhi", strict=True))
    | {"ю": "iu", "я": "ia", "ъ": "", "ь": ""}
)
_SAME = (("sch", "s"), ("sh", "s"), ("tch", "c"), ("ch", "c"), ("dzh", "j"), ("zh", "j"), ("kh", "h"), ("gh", "g"),
         ("ph", "f"), ("ts", "s"), ("tz", "s"), ("x", "ks"), ("q", "k"), ("w", "v"), ("ye", "e"), ("yo", "e"),
         ("y", "i"))  # fmt: skip


@lru_cache(maxsize=4096)
def likeness(name: str) -> str:
    """Return a name in a form that is the same for its spellings in our alphabets: Berik Imashev -> Brk Imsv."""
    return re.sub(r"[^\W\d_]+", lambda word: _word(word.group()), name)


def readings(name: str) -> tuple[str, ...]:
    """Return the likenesses of a name, in Latin letters as English reads it and as German does: Jörg Bach, Йорг Бах."""
    if not any(char < "\u0250" for char in name if char.isalpha()):
        return (likeness(name),)
    plain = "".join(c for c in normalize("NFKD", name.replace("ß", "ss")) if not combining(c))
    german = re.sub(r"(?<![Ss])[Cc]h", "kh", re.sub("[Jj]", "y", plain)).replace("z", "ts").replace("Z", "Ts")
    return tuple(dict.fromkeys((likeness(name), likeness(plain), likeness(german))))


def _word(word: str) -> str:
    low = word.lower().replace("дж", "j")
    low = low.translate(_LATIN)
    for spelling, letter in _SAME:
        low = low.replace(spelling, letter)
    kept = low[:1] + re.sub(r"[aeiou]", "", low[1:])
    return re.sub(r"(.)\1", r"\1", kept).capitalize()
