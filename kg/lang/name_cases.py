"""Foreign names of people that a text keeps in another case, put right by the same text or by how such names are built.

No dictionary knows Хун, so Пак Чи Хуном and Ли Мин Сумен stay as they stand. Where the name is in the text without the
ending too, it is that; and in a name of three words of which two have one syllable, the third has one as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable

from kg.lang.person_names import PARTICLES, PATRONYMIC, SURNAME

_VOWELS = re.compile("[аәеёиоөуұүыіэюя]", re.IGNORECASE)
_SYLLABLES = 3  # words of a name, each of one syllable but for a surname of two


def in_nominative(label: str, bases_of: Callable[[str], Iterable[str]], labels: Collection[str]) -> str:
    """Return a name without the case of its last word, if the text's ``labels`` or its syllables show one.

    ``bases_of`` gives what a word may be in the nominative if it stands in another case (kg.lang.packs.Pack).
    """
    *before, last = label.split(" ")
    if not before or "." in label or SURNAME.search(last):
        return label  # Имашева is a woman, whoever else is there
    bases = list(bases_of(last))
    for base in bases:
        if (bare := " ".join([*before, base])) in labels:
            return bare
    if _of_syllables(before) and len(_VOWELS.findall(last)) > 1 and not PATRONYMIC.search(last):
        base = next((base for base in bases if len(_VOWELS.findall(base)) == 1), last)
        return " ".join([*before, base])
    return label


def _of_syllables(words: list[str]) -> bool:
    counts = [len(_VOWELS.findall(word)) for word in words if word.lower() not in PARTICLES]
    return len(counts) == _SYLLABLES - 1 and counts[0] in (1, 2) and counts[1] == 1
