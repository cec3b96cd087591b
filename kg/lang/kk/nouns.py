"""The endings of Kazakh nouns: number, possessor, case, and the adjective in -дағы; both ways, apart and together."""

from __future__ import annotations

from typing import NamedTuple

from kg.lang.kk.alphabet import (
    BUZZ,
    GLIDE,
    HARD,
    HARMONIES,
    LABIAL,
    LIQUID,
    NASAL,
    VELAR,
    VOWEL,
    harmonies,
    kind,
    noun_finals,
)
from kg.lang.kk.endings import final_of, join, spell

NUMBERS = {"Sing": "", "Plur": "LAр"}
POSSESSORS = {"": "", "3": "SI", "1": "Vм", "1Plur": "VмIз", "2": "Vң", "2Form": "VңIз"}
CASES = {"Nom": "", "Gen": "NIң", "Dat": "GA", "Acc": "CI", "Loc": "DA", "Abl": "BAн", "Ins": "Fен"}
# After a possessive ending some cases are others.
_CASES_AFTER = {
    "3": {"Gen": "нIң", "Dat": "нA", "Acc": "н", "Loc": "ндA", "Abl": "нAн"},
    "1": {"Dat": "A"},
    "2": {"Dat": "A"},
}
PATRONYMIC = ("ұл", "қыз")  # with -ы they end names, and take the cases of a possessed noun
_NOUN_FINALS = (VOWEL, GLIDE, LIQUID, NASAL, BUZZ, HARD, VELAR, LABIAL)


class Ending(NamedTuple):
    """One way to understand the end of a noun.

    ``lost`` is what the stem gave up for it (кіта|бы lost "п"); ``bare`` the ending without its case (-ларында ->
    -лары); ``kinds`` the mask of stems that it fits; ``local`` says that -дағы makes an adjective of it.
    """

    lost: str
    number: str
    possessor: str
    case: str
    bare: str
    kinds: int
    local: bool = False


def _pattern(possessor: str, case: str) -> str:
    return _CASES_AFTER.get(possessor, {}).get(case, CASES[case])


def _with_case(bare: str, possessor: str, case: str, final: int, harmony: int) -> str:
    return bare + spell(_pattern(possessor, case), final_of(bare) if bare else final, harmony)


def spelled_endings(final: int, harmony: int) -> list[tuple[str, Ending]]:
    """Return (letters, Ending) for each number, possessor and case of one kind of stem, the empty ending first."""
    found: list[tuple[str, Ending]] = []
    bit = kind(final, harmony)
    for number, plural in NUMBERS.items():
        for possessor, owner in POSSESSORS.items():
            lost, bare = join(plural + owner, final, harmony)
            if final in (VELAR, LABIAL) and not lost:
                continue  # the HARD kind of the same stem has these
            for case in CASES:
                letters = _with_case(bare, possessor, case, final, harmony)
                found.append((letters, Ending(lost, number, possessor, case, bare, bit)))
                if case == "Ins":
                    found.append((letters + "ен", found[-1][1]))  # the older and poetic -менен
            local = _with_case(bare, possessor, "Loc", final, harmony) + "ғг"[harmony] + "ыі"[harmony]
            found.append((local, Ending(lost, number, possessor, "Loc", bare, bit, local=True)))
    return found


def _merged(table: dict[str, dict[tuple[str, str, str, str, str, bool], int]]) -> dict[str, tuple[Ending, ...]]:
    return {
        letters: tuple(Ending(*key[:5], kinds=mask, local=key[5]) for key, mask in entries.items())
        for letters, entries in table.items()
    }


def noun_endings() -> dict[str, tuple[Ending, ...]]:
    """Return every written ending with the ways to understand it; "" is the bare noun."""
    table: dict[str, dict[tuple[str, str, str, str, str, bool], int]] = {}
    for final in _NOUN_FINALS:
        for harmony in HARMONIES:
            for letters, end in spelled_endings(final, harmony):
                key = (end.lost, end.number, end.possessor, end.case, end.bare, end.local)
                entries = table.setdefault(letters, {})
                entries[key] = entries.get(key, 0) | end.kinds
    return _merged(table)


def inflect(lemma: str, case: str, number: str = "Sing", possessor: str = "") -> str:
    """Return a noun with endings; "комиссия", "Loc" and possessor "3" make "комиссиясында".

    ``case`` is Nom, Gen, Dat, Acc, Loc, Abl or Ins; ``number`` Sing or Plur; ``possessor`` "", 1, 1Plur, 2, 2Form or
    3. Raises KeyError for another value.
    """
    from kg.lang.kk.lexicon import lexicon  # the lists are read only when words are asked for

    harmony = harmonies(lemma.lower())[0] if lemma else HARMONIES[0]
    if number == "Sing" and possessor and lemma in lexicon().short_stems:
        stem = lexicon().short_stems[lemma]
        bare = spell(POSSESSORS[possessor], final_of(stem), harmony)
        return stem + _with_case(bare, possessor, case, HARD, harmony)
    if number == "Sing":
        lemma = _written_stem(lemma, possessor)
    if number == "Sing" and not possessor and lemma[:1].isupper() and lemma[:-1].endswith(PATRONYMIC):
        return lemma + _with_case("", "3", case, VOWEL, harmony)
    final = _final_for(lemma)
    lost, bare = join(NUMBERS[number] + POSSESSORS[possessor], final, harmony)
    if not lost:
        final = noun_finals(lemma.lower())[0]
    stem = lemma[: len(lemma) - len(lost)] if lost else lemma
    return stem + _with_case(bare, possessor, case, final, harmony)


def _written_stem(lemma: str, possessor: str) -> str:
    """Return the stem without the soft sign that a possessive vowel drives out: модель, модел-і."""
    return lemma[:-1] if possessor and lemma.endswith("ль") else lemma


def _final_for(lemma: str) -> int:
    """Return the final sound for putting endings to a lemma: native к, қ and п soften, a foreign cluster does not."""
    finals = noun_finals(lemma.lower())
    softens = len(finals) == 2 and finals[1] in (VELAR, LABIAL) and lemma[-2:-1].lower() in tuple("аәеөоұүыіиу")
    return finals[1] if softens else finals[0]
