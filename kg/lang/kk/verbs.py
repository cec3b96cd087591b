"""The endings of Kazakh verbs: negation, tenses and persons, participles, converbs, verbal nouns; and the voices."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from kg.lang.kk.alphabet import (
    BUZZ,
    EE,
    GLIDE,
    HARD,
    HARMONIES,
    LABIAL,
    LIQUID,
    NARROW,
    NASAL,
    VELAR,
    VOWEL,
    YOT,
    harmonies,
    kind,
    verb_final,
)
from kg.lang.kk.endings import final_of, join, join_verb, spell
from kg.lang.kk.nouns import Ending, spelled_endings

_FINALS = (VOWEL, GLIDE, LIQUID, NASAL, BUZZ, HARD, VELAR, LABIAL, NARROW, YOT, EE)


class VerbEnding(NamedTuple):
    """One way to understand the end of a verb form.

    ``lost`` is what the stem gave up; ``kinds`` the mask of stems that it fits. Forms that take nominal endings
    (қатысқанын) have ``case``, ``number`` and ``possessor``; ``bare`` is the ending without its case. ``noun`` tells
    how a form that is a noun is cited: "" (no noun), "у" (the verbal noun) or "ушы" (the doer: қатысушы). ``spoken``
    marks what announcements hardly use: first and second persons, commands, wishes.
    """

    lost: str = ""
    kinds: int = 0
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


def _future_endings(final: int, harmony: int) -> list[tuple[str, VerbEnding]]:
    lost, written = _future(final, harmony)
    part = VerbEnding(lost, kind(final, harmony), "Part", "Fut", bare=written)
    persons = [written + spell(who, final_of(written), harmony) for who in ("", *_PERSONS)]
    return [(written, part), *((letters, part._replace(verb_form="Fin", bare="")) for letters in persons)]


def _plain_endings(final: int, harmony: int) -> list[tuple[str, VerbEnding]]:
    bit = kind(final, harmony)
    found = _future_endings(final, harmony)
    for pattern, features in (*_FINITE, *_CONVERBS):
        lost, letters = _join_any(pattern, final, harmony)
        found.append((letters, features._replace(lost=lost, kinds=bit)))
    return found


def _join_any(pattern: str, final: int, harmony: int) -> tuple[str, str]:
    """Join a verb pattern; "aйIн" and "aйIQ" (let me, let us) keep their а before й: бара|йын, баста|йын."""
    if pattern.startswith("aй"):
        if final == VOWEL:
            return "", spell(pattern[1:], VOWEL, harmony)
        lost, written = ("", "") if final == NARROW else join_verb("a", final, harmony)
        return lost, written + spell(pattern[1:], VOWEL, harmony)
    return join_verb(pattern, final, harmony)


@cache
def _noun_tail(final: int, harmony: int) -> tuple[tuple[str, Ending], ...]:
    return tuple(spelled_endings(final, harmony))


def _nominal_endings(final: int, harmony: int) -> list[tuple[str, VerbEnding]]:
    bit = kind(final, harmony)
    found = []
    for pattern, features in _NOMINAL:
        lost, head = join_verb(pattern, final, harmony)
        last = final_of(head)
        if head[-1] in "қк":
            last = VELAR
        for letters, end in _noun_tails(head, last, harmony):
            found.append((letters, features._replace(lost=lost, kinds=bit, **end)))
    return found


def _noun_tails(head: str, last: int, harmony: int) -> list[tuple[str, dict[str, str | bool]]]:
    tails = list(_noun_tail(last, harmony))
    if last == VELAR:
        tails += [pair for pair in _noun_tail(HARD, harmony) if not pair[1].possessor or pair[1].number == "Plur"]
    stems = ((head[: len(head) - len(end.lost)], letters, end) for letters, end in tails)
    return [
        (
            stem + letters,
            {
                "case": end.case,
                "number": end.number,
                "possessor": end.possessor,
                "bare": stem + end.bare,
                "local": end.local,
            },
        )
        for stem, letters, end in stems
    ]


def _negated(found: list[tuple[str, VerbEnding]], head: str, bit: int) -> list[tuple[str, VerbEnding]]:
    return [
        (
            head[: len(head) - len(end.lost)] + letters,
            end._replace(lost="", kinds=bit, polarity="Neg", bare=head + end.bare if end.bare else ""),
        )
        for letters, end in found
    ]


def _negative_endings(final: int, harmony: int) -> list[tuple[str, VerbEnding]]:
    bit = kind(final, harmony)
    head = spell("MA", final, harmony)
    tails = [(letters, end) for letters, end in _positive(VOWEL, harmony) if not letters.startswith("р")]
    tails += [(spell(pattern, VOWEL, harmony), end) for pattern, end in _NEGATIVE_CONVERBS]
    tails += [(letters, _NEVER._replace(**end)) for letters, end in _noun_tails("с", HARD, harmony)]
    never = VerbEnding(verb_form="Fin", tense="Fut")
    tails += [("с" + spell(who, HARD, harmony) if who else "с", never) for who in ("", *_PERSONS)]
    return [*_negated(tails, head, bit), (head, VerbEnding("", bit, "Fin", mood="Imp", polarity="Neg"))]


@cache
def _positive(final: int, harmony: int) -> tuple[tuple[str, VerbEnding], ...]:
    return (*_plain_endings(final, harmony), *_nominal_endings(final, harmony))


def verb_endings() -> dict[str, tuple[VerbEnding, ...]]:
    """Return every written ending of a verb with the ways to understand it; "" (the command) is not among them."""
    table: dict[str, dict[VerbEnding, int]] = {}
    for final in _FINALS:
        for harmony in HARMONIES:
            for letters, end in (*_positive(final, harmony), *_negative_endings(final, harmony)):
                entries = table.setdefault(letters, {})
                key = end._replace(kinds=0)
                entries[key] = entries.get(key, 0) | end.kinds
    return {
        letters: tuple(end._replace(kinds=mask) for end, mask in entries.items()) for letters, entries in table.items()
    }


def voice_endings() -> dict[str, tuple[tuple[str, str, int], ...]]:
    """Return the endings that make a stem of a stem: letters -> (voice, what the stem lost, mask of kinds).

    ``voice`` is Pass (-ыл, -ын), Rcp (-ыс) or Cau (-т, -дыр, -ғыз).
    """
    patterns = (("Pass", "Vл"), ("Pass", "Vн"), ("Rcp", "Vс"), ("Cau", "т"), ("Cau", "DIр"), ("Cau", "GIз"))
    table: dict[str, dict[tuple[str, str], int]] = {}
    for final in _FINALS:
        for harmony in HARMONIES:
            for voice, pattern in patterns:
                lost, letters = join(pattern, final, harmony)
                entries = table.setdefault(letters, {})
                entries[voice, lost] = entries.get((voice, lost), 0) | kind(final, harmony)
    return {letters: tuple((*key, mask) for key, mask in entries.items()) for letters, entries in table.items()}


@lru_cache(maxsize=16384)
def verbal_noun(stem: str) -> str:
    """Return how dictionaries cite a verb: verbal_noun("шық") -> "шығу", verbal_noun("оқы") -> "оқу"."""
    final = verb_final(stem)
    lost, letters = join_verb("u", HARD if final is None else final, harmonies(stem)[0])
    return stem[: len(stem) - len(lost)] + letters if lost else stem + letters


def doer(stem: str, suffix: str) -> str:
    """Return the noun for one who does it: doer("қатыс", "ушы") -> "қатысушы"."""
    harmony = harmonies(stem)[0]
    return verbal_noun(stem) + spell("шIлIQ" if suffix == "ушылық" else "шI", VOWEL, harmony)
