"""What speaks for a stem: is it known, made of known parts, or only possible; with how many points against it."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from kg.lang.kk.alphabet import FRONT, VOWELS, harmonies, verb_kinds
from kg.lang.kk.lexicon import lexicon
from kg.lang.kk.verbs import voice_endings


class Stem(NamedTuple):
    """One way to understand a stem; ``cost`` counts against it."""

    lemma: str
    pos: str
    cost: int
    voice: str = ""


_FRONT_LETTERS = frozenset("әөүіе")
_LONGEST_SUFFIX = 6
_voices = cache(voice_endings)


@lru_cache(maxsize=65536)
def known_nominals(stem: str, depth: int = 2) -> tuple[Stem, ...]:
    """Return what a lower-case nominal stem is by our lists, itself or made of known words; () if unknown."""
    costs = lexicon().costs
    found = [Stem(stem, pos, costs["known"]) for pos in lexicon().nominals.get(stem, ())]
    if stem in lexicon().names:
        found.append(Stem(lexicon().names[stem], "PROPN", costs["known"]))
    if not found and depth:
        found = _derived(stem, depth) or _compound(stem)
    return tuple(found)


def _derived(stem: str, depth: int) -> list[Stem]:
    found: dict[str, Stem] = {}
    derivations = lexicon().derivations
    for length in range(2, min(_LONGEST_SUFFIX, len(stem) - 2) + 1):
        for bases, makes in derivations.get(stem[-length:], ()):
            base = stem[:-length]
            if any(known.pos in bases for known in known_nominals(base, depth - 1)) and _agrees(base, stem[-length:]):
                cost = lexicon().costs["derived"] * (3 - depth)
                for pos in makes.split():
                    found.setdefault(pos, Stem(stem, pos, cost))
    return list(found.values())


def _agrees(base: str, suffix: str) -> bool:
    front = any(letter in _FRONT_LETTERS for letter in suffix)
    return any((harmony == FRONT) == front for harmony in harmonies(base))


def _compound(stem: str) -> list[Stem]:
    """Return what the last part of a hyphenated word makes of it: қызмет-іс is a noun as іс is."""
    head, hyphen, last = stem.rpartition("-")
    if not (head and hyphen and last):
        return []
    cost = lexicon().costs["compound"]
    return [Stem(stem, known.pos, known.cost + cost) for known in known_nominals(last) if known.pos != "PROPN"]


def unlikely(stem: str) -> int:
    """Return the points against an unknown lower-case stem for its shape."""
    costs = lexicon().costs
    against = costs["short_unknown"] * max(0, 4 - len(stem))
    if not VOWELS.intersection(stem):
        against += costs["no_vowel"]
    if len(stem) > 2 and stem[-1] not in VOWELS and stem[-2] not in VOWELS and stem[-2:] not in _CLUSTERS:
        against += costs["cluster"]
    return against


_CLUSTERS = frozenset(
    [
        "рт",
        "нт",
        "лт",
        "ст",
        "йт",
        "рк",
        "нк",
        "лк",
        "ск",
        "рс",
        "рқ",
        "нд",
        "кт",
        "рд",
        "лл",
        "нс",
        "рг",
        "нг",
        "вт",
        "фт",
        "рш",
        "мп",
        "пт",
        "кс",
        "ль",
        "нь",
        "рь",
        "лм",
        "рм",
        "рн",
        "тр",
    ]
)


@lru_cache(maxsize=65536)
def verb_stems(stem: str) -> tuple[Stem, ...]:
    """Return the verbs that a stem is of: itself, the passive of a known one, or made of a known noun."""
    lex = lexicon()
    found = [*_voiced(stem)]
    if stem in lex.verbs:
        own = Stem(lex.verbs[stem], "VERB", lex.costs["known"])
        # тағайындал- is the passive of тағайында- even if listed; ойлан-, a verb of its own, may be too
        found = [*found, own._replace(cost=lex.costs["voice"] + 1)] if found else [own]
    elif not found:
        found = _causative(stem) or _of_noun(stem)
    return tuple(found)


def _stripped(stem: str) -> list[tuple[str, str]]:
    """Return (voice, stem without its voice ending)."""
    found = []
    for length in (1, 2, 3):
        for voice, lost, kinds in _voices().get(stem[-length:], ()):
            base = stem[:-length] + lost
            if len(base) > 1 and verb_kinds(base) & kinds:
                found.append((voice, base))
    return found


def _voiced(stem: str) -> list[Stem]:
    costs = lexicon().costs
    bases = [base for voice, base in _stripped(stem) if voice == "Pass"]
    known = [base for base in bases if base in lexicon().verbs and (len(base) > 2 or stem not in lexicon().verbs)]
    if known:
        return [Stem(lexicon().verbs[base], "VERB", costs["voice"], "Pass") for base in known]
    made = [(base, [*_causative(base), *_of_noun(base)]) for base in bases if base not in lexicon().verbs]
    return [
        Stem(base, "VERB", found[0].cost + costs["voice"], "Pass")
        for base, found in made
        if found and stem not in lexicon().verbs
    ]


def _causative(stem: str) -> list[Stem]:
    """Return a verb made of a known verb by -т, -дыр, -ғыз or -ыс; it is its own lemma."""
    known = any(base in lexicon().verbs for voice, base in _stripped(stem) if voice != "Pass")
    return [Stem(stem, "VERB", lexicon().costs["verb_derived"])] if known else []


_VERB_MAKERS = frozenset(
    head + vowel + tail
    for head in "лдт"
    for vowel in "ае"
    for tail in ("", "н", "с", "т", "ндыр", "ндір", "стыр", "стір")
)


def _of_noun(stem: str) -> list[Stem]:
    """Return a verb made of a known noun by -ла, -лан, -лас …: жоспар-ла-, цифр-лан-."""
    for length in (2, 3, 6):
        base = stem[:-length]
        if (
            stem[-length:] in _VERB_MAKERS
            and len(base) > 1
            and any(one.pos in _MAKE_VERBS for one in known_nominals(base, 1))
        ):
            return [Stem(stem, "VERB", lexicon().costs["verb_of_noun"])]
    return []


_MAKE_VERBS = ("NOUN", "ADJ")
