"""Kazakh typed with Russian letters, or with some of its own letters lost: Казакстаннын, ұйымынын.

Only known words are looked for, and only when a form as it is written is no form of a known word.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kg.lang.kk.alphabet import noun_kinds
from kg.lang.kk.lexicon import lexicon
from kg.lang.kk.noun_readings import Candidate, ending_cost
from kg.lang.kk.nouns import Ending, noun_endings
from kg.lang.reading import Reading

_OWN_LETTERS = frozenset("әғқңөұүһі")
_RUSSIAN = str.maketrans("әғқңөұүһіы", "агкноуухии")  # ы too: it is what і is often written as
_COST = 20  # respelling makes a reading that much less likely
_SHORTEST = 4  # letters that a stem must have: short ones look like too much else


def _may_be_a_name(reading: Reading, form: str) -> int:
    """Return the points against a capitalised form without ending: Камал is a man, not қамал, a fortress."""
    bare = reading.case == "Nom" and reading.nominative == form and not reading.possessor
    return _COST if bare and reading.pos == "NOUN" and form[:1].isupper() else 0


def _plain(word: str) -> str:
    return word.translate(_RUSSIAN)


@cache
def _stems() -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    nouns = [(lemma, "NOUN") for lemma, parts in lexicon().nominals.items() if "NOUN" in parts]
    names = [(name, "PROPN") for name in lexicon().names.values()]
    for lemma, pos in nouns + names:
        if len(lemma) >= _SHORTEST:
            key = _plain(lemma.lower())
            found[key] = (*found.get(key, ()), (lemma, pos))
    return found


@cache
def _endings() -> dict[str, tuple[Ending, ...]]:
    found: dict[str, tuple[Ending, ...]] = {}
    for letters, ends in noun_endings().items():
        found[_plain(letters)] = (*found.get(_plain(letters), ()), *ends)
    return found


def respelled_readings(form: str) -> Iterator[Candidate]:
    """Yield (cost, reading) for each known noun or name that the form is if its letters are restored."""
    lower = form.lower()
    plain = _plain(lower)
    typed_russian = not _OWN_LETTERS.intersection(lower)
    for place in range(len(plain), _SHORTEST - 2, -1):
        for end in _endings().get(plain[place:], ()):
            written = lower[:place] + end.lost
            for lemma, pos in _stems().get(_plain(written), ()):
                if (typed_russian or lemma.lower() == written) and noun_kinds(lemma.lower()) & end.kinds:
                    bare = form[: place + len(end.bare)]
                    reading = Reading(lemma, pos, end.case, end.number, end.possessor, bare)
                    yield _COST + ending_cost(end) + _may_be_a_name(reading, form), reading
