"""The endings of Kazakh verbs: negation, tenses and persons, participles, converbs, verbal nouns; and the voices."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from kg.lang.kk.alphabet import (
    FINALS,
    HARD,
    HARMONIES,
    LIQUID,
    NARROW,
    VELAR,
    VOWEL,
    harmonies,
    kind,
    verb_final,
)
from kg.lang.kk.endings import final_of, join, join_verb, spell
from kg.lang.kk.nouns import Ending, spelled_endings


class VerbEnding(NamedTuple):
    """One way to understand the end of a verb form.

    ``lost`` is what the stem gave up. Forms that take nominal endings
    (қатысқанын) have ``case``, ``number`` and ``possessor``; ``bare`` is the ending without its case. ``noun`` tells
    how a form that is a noun is cited: "" (no noun), "у" (the verbal noun) or "ушы" (the doer: қатысушы). ``spoken``
    marks what announcements hardly use: first and second persons, commands, wishes.
    """

    lost: str = ""
    verb_form: str = ""
    tense: str = ""
    mood: str = ""
    polarity: str = ""
    case: str = ""
    number: str = ""
    possessor: str = ""
    bare: str = ""
    noun: str = ""
    local: bool = False
    spoken: bool = False


Spelled = tuple[str, VerbEnding]

_PAST_PERSONS = ("", "м", "ң", "ңIз", "Q", "ңдAр", "ңIздAр")
_PERSONS = ("FIн", "сIң", "сIз", "FIз", "сIңдAр", "сIздAр")
_PERFECT_PERSONS = ("мIн", "сIң", "сIз", "бIз", "сIңдAр", "сIздAр")

# (pattern, features); a pattern may begin with a, u or p, see endings.join_verb
_FINITE: tuple[tuple[str, VerbEnding], ...] = (
    *((f"DI{who}", VerbEnding(verb_form="Fin", tense="Past", spoken=who != "")) for who in _PAST_PERSONS),
    *(
        (f"a{who}", VerbEnding(verb_form="Fin", tense="Pres", spoken=who != "дI"))
        for who in ("дI", "мIн", "сIң", "сIз", "мIз", "сIздAр")
    ),
    ("GAн", VerbEnding(verb_form="Fin", tense="Past")),
    *((f"GAн{who}", VerbEnding(verb_form="Fin", tense="Past", spoken=True)) for who in _PERFECT_PERSONS),
    *(
        (f"p{who}", VerbEnding(verb_form="Fin", tense="Past", spoken=who != "тI"))
        for who in ("тI", "пIн", "сIз", "пIз")
    ),
    *((f"сA{who}", VerbEnding(verb_form="Cond", spoken=who != "")) for who in _PAST_PERSONS),
    *((f"MAQ{who}", VerbEnding(verb_form="Fin", mood="Int")) for who in ("", "шI", "шIмIн", "шIмIз", "пIн", "пIз")),
    *(
        (pattern, VerbEnding(verb_form="Fin", mood="Imp", spoken=True))
        for pattern in ("сIн", "VңIз", "VңIздAр", "Vң", "VңдAр")
    ),
    *(
        (pattern, VerbEnding(verb_form="Fin", mood="Opt"))
        for pattern in ("GAй", "aйIн", "aйIQ", "GIм", "GIсI", "GIмIз")
    ),
)
_CONVERBS: tuple[tuple[str, VerbEnding], ...] = tuple(
    (pattern, VerbEnding(verb_form="Conv"))
    for pattern in ("p", "a", "GAлI", "GAншA", "GAндAй", "GAндIQтAн", "aтIндAй", "aтIндIQтAн")
)
_NEGATIVE_CONVERBS: tuple[tuple[str, VerbEnding], ...] = (
    ("стAн", VerbEnding(verb_form="Conv")),
    ("йIншA", VerbEnding(verb_form="Conv")),
)
_NEVER = VerbEnding(verb_form="Part", tense="Fut")  # -мас, which also takes the endings of nouns
# Forms that take the endings of nouns.
_NOMINAL: tuple[tuple[str, VerbEnding], ...] = (
    ("u", VerbEnding(verb_form="Vnoun", noun="у")),
    ("uшI", VerbEnding(noun="ушы")),
    ("uшIлIQ", VerbEnding(noun="ушылық")),
    ("GAн", VerbEnding(verb_form="Part", tense="Past")),
    ("GAндIQ", VerbEnding(verb_form="Part", tense="Past")),
    ("aтIн", VerbEnding(verb_form="Part", tense="Pres")),
    ("aтIндIQ", VerbEnding(verb_form="Part", tense="Pres")),
)


def _future(final: int, harmony: int) -> tuple[str, str]:
    """бол|ар, баста|р, оқ|ыр, шы|ғар, қо|яр."""
    if final in (VOWEL, NARROW):
        return "", "р"
    lost, written = join_verb("a", final, harmony)
    return lost, written + "р"


def _future_endings(final: int, harmony: int) -> list[Spelled]:
    lost, written = _future(final, harmony)
    part = VerbEnding(lost, "Part", "Fut", bare=written)
    fin = VerbEnding(lost, "Fin", "Fut")
    return [(written, part), *((written + spell(who, LIQUID, harmony), fin) for who in ("", *_PERSONS))]


def _plain_endings(final: int, harmony: int) -> list[Spelled]:
    found = _future_endings(final, harmony)
    for pattern, features in (*_FINITE, *_CONVERBS):
        lost, letters = _join_any(pattern, final, harmony)
        found.append((letters, features._replace(lost=lost) if lost else features))
    return found


def _join_any(pattern: str, final: int, harmony: int) -> tuple[str, str]:
    """Join a verb pattern; "aйIн" and "aйIQ" (let me, let us) keep their а before й: бара|йын, баста|йын."""
    if not pattern.startswith("aй"):
        return join_verb(pattern, final, harmony)
    lost, written = ("", "") if final in (VOWEL, NARROW) else join_verb("a", final, harmony)
    return lost, written + spell(pattern[1:], VOWEL, harmony)


@cache
def _noun_tail(final: int, harmony: int) -> tuple[tuple[str, Ending], ...]:
    if final != VELAR:
        return tuple(spelled_endings(final, harmony))
    hard = spelled_endings(HARD, harmony)
    return (
        *spelled_endings(VELAR, harmony),
        *(pair for pair in hard if not pair[1].possessor or pair[1].number == "Plur"),
    )


def _nominal_endings(final: int, harmony: int) -> list[Spelled]:
    found = []
    for pattern, features in _NOMINAL:
        lost, head = join_verb(pattern, final, harmony)
        found += _with_noun_tails(head, features._replace(lost=lost), harmony)
    return found


def _with_noun_tails(head: str, features: VerbEnding, harmony: int) -> list[Spelled]:
    """Return the forms of a participle or verbal noun that ends in `head`: қатысқан, қатысқаны, қатысқанын."""
    lost, verb_form, tense, mood, polarity, *_, noun, _, spoken = features
    last = VELAR if head[-1] in "қк" else final_of(head)
    found = []
    for letters, end in _noun_tail(last, harmony):
        stem = head[:-1] if end.lost else head
        nominal = (end.case, end.number, end.possessor, stem + end.bare)
        found.append(
            (stem + letters, VerbEnding(lost, verb_form, tense, mood, polarity, *nominal, noun, end.local, spoken))
        )
    return found


@cache
def _negative_endings(head: str, harmony: int) -> tuple[Spelled, ...]:
    """Return the endings that begin with -ма, -ме, -ба … (`head`)."""
    tails = [pair for pair in _positive(VOWEL, harmony) if not pair[0].startswith("р")]
    tails += [(spell(pattern, VOWEL, harmony), end) for pattern, end in _NEGATIVE_CONVERBS]
    tails += _with_noun_tails("с", _NEVER, harmony)
    tails += [("с" + spell(who, HARD, harmony), _NEVER._replace(verb_form="Fin")) for who in ("", *_PERSONS)]
    tails.append(("", VerbEnding("", "Fin", mood="Imp", spoken=True)))
    return tuple(
        (head + letters, end._replace(polarity="Neg", bare=head + end.bare if end.bare else ""))
        for letters, end in tails
    )


@cache
def _positive(final: int, harmony: int) -> tuple[Spelled, ...]:
    return (*_plain_endings(final, harmony), *_nominal_endings(final, harmony))


def verb_endings() -> dict[str, tuple[tuple[int, VerbEnding], ...]]:
    """Return every written ending of a verb with the ways to understand it, each after the mask of stems it fits.

    The empty ending (the command: бар!) is not among them.
    """
    table: dict[str, dict[VerbEnding, int]] = {}
    for final in FINALS:
        for harmony in HARMONIES:
            bit = kind(final, harmony)
            negative = _negative_endings(spell("MA", final, harmony), harmony)
            for letters, end in (*_positive(final, harmony), *negative):
                entries = table.setdefault(letters, {})
                entries[end] = entries.get(end, 0) | bit
    return {letters: tuple((mask, end) for end, mask in entries.items()) for letters, entries in table.items()}


def voice_endings() -> dict[str, tuple[tuple[str, str, int], ...]]:
    """Return the endings that make a stem of a stem: letters -> (voice, what the stem lost, mask of kinds).

    ``voice`` is Pass (-ыл, -ын), Rcp (-ыс) or Cau (-т, -дыр, -ғыз).
    """
    patterns = (("Pass", "Vл"), ("Pass", "Vн"), ("Rcp", "Vс"), ("Cau", "т"), ("Cau", "DIр"), ("Cau", "GIз"))
    table: dict[str, dict[tuple[str, str], int]] = {}
    for final in FINALS:
        for harmony in HARMONIES:
            for voice, pattern in patterns:
                lost, letters = join(pattern, final, harmony)
                entries = table.setdefault(letters, {})
                entries[voice, lost] = entries.get((voice, lost), 0) | kind(final, harmony)
    return {letters: tuple((*key, mask) for key, mask in entries.items()) for letters, entries in table.items()}


@lru_cache(maxsize=16384)
def verbal_noun(stem: str) -> str:
    """Return how dictionaries cite a verb: шық- is cited as шығу, оқы- as оқу."""
    final = verb_final(stem)
    lost, letters = join_verb("u", HARD if final is None else final, harmonies(stem)[0])
    return stem[: len(stem) - len(lost)] + letters if lost else stem + letters


def doer(stem: str, suffix: str) -> str:
    """Return the noun for one who does it: қатысушы of қатыс- for the suffix "ушы"."""
    harmony = harmonies(stem)[0]
    return verbal_noun(stem) + spell("шIлIQ" if suffix == "ушылық" else "шI", VOWEL, harmony)
