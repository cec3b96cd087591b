"""Writes the endings of each kind of stem out in full, from a few patterns.

A pattern is a string in which capitals stand for sounds that agree with what goes before:

    A а е      I ы і      D д т      G ғ г қ к      L л д т (plural)      N н д т (genitive)
    C н д т (accusative)  B н д т (ablative)        M м б п               F м б п (instrumental)
    V ы і, only after a consonant           S с, only after a vowel
"""

from __future__ import annotations

from kg.lang.kk.alphabet import BUZZ, EE, FRONT, GLIDE, HARD, LABIAL, LIQUID, NARROW, NASAL, VELAR, VOWEL, YOT

_OPEN = frozenset((VOWEL, NARROW))
_VOICELESS = frozenset((HARD, VELAR, LABIAL))

_FINAL_OF = {
    **dict.fromkeys("аеыія", VOWEL),
    **dict.fromkeys("рйую", GLIDE),
    "л": LIQUID,
    **dict.fromkeys("мнң", NASAL),
    "з": BUZZ,
    "и": EE,
}


def final_of(ending: str) -> int:
    """Return the final sound of something that already has an ending."""
    return _FINAL_OF.get(ending[-1], HARD)


def _lateral(final: int) -> str:
    if final in _VOICELESS:
        return "т"
    return "л" if final in _OPEN or final in (GLIDE, YOT, EE) else "д"


def _genitive(final: int) -> str:
    if final in _VOICELESS:
        return "т"
    return "н" if final in _OPEN or final == NASAL else "д"


def _accusative(final: int) -> str:
    if final in _VOICELESS:
        return "т"
    return "н" if final in _OPEN else "д"


def _ablative(final: int) -> str:
    if final in _VOICELESS:
        return "т"
    return "н" if final == NASAL else "д"


def _negative(final: int) -> str:
    if final in _VOICELESS:
        return "п"
    return "б" if final in (NASAL, BUZZ) else "м"


def _instrumental(final: int) -> str:
    if final in _VOICELESS:
        return "п"
    return "б" if final == BUZZ else "м"


def _plain(final: int) -> str:
    return "т" if final in _VOICELESS else "д"


_CONSONANTS = {
    "L": _lateral,
    "N": _genitive,
    "C": _accusative,
    "B": _ablative,
    "M": _negative,
    "F": _instrumental,
    "D": _plain,
}


def _sound(symbol: str, final: int, harmony: int) -> str:
    if symbol in _CONSONANTS:
        return _CONSONANTS[symbol](final)
    if symbol == "G":
        return ("қк" if final in _VOICELESS else "ғг")[harmony]
    if symbol == "V":
        return "" if final in _OPEN else "ыі"[harmony]
    if symbol == "S":
        return "с" if final in _OPEN else ""
    if symbol == "Q":
        return "қк"[harmony]
    return {"A": "ае", "I": "ыі"}[symbol][harmony] if symbol in "AI" else symbol


def spell(pattern: str, final: int, harmony: int) -> str:
    """Return the ending that a pattern is after a stem of this kind.

    "LAр" after VOWEL, FRONT is "лер".
    """
    letters = ""
    for symbol in pattern:
        sound = _sound(symbol, final, harmony)
        letters += sound
        if sound:
            final = final_of(sound)
    return letters


# What a vowel does to the end of the stem: harmony -> (letters of the stem that go, letters that come).
_BEFORE_VOWEL = {VELAR: (("қ", "ғ"), ("к", "г")), LABIAL: (("п", "б"), ("п", "б"))}


def join(pattern: str, final: int, harmony: int) -> tuple[str, str]:
    """Return (what the stem loses, what is written instead).

    "SI" after LABIAL, BACK is ("п", "бы"): кіта|бы. A к or п softens only before a vowel.
    """
    ending = spell(pattern, final, harmony)
    if final in _BEFORE_VOWEL and ending[:1] in tuple("аеыіу"):
        lost, written = _BEFORE_VOWEL[final][harmony]
        return lost, written + ending
    return "", ending


def join_verb(pattern: str, final: int, harmony: int) -> tuple[str, str]:
    """Return what `join` does, for verb patterns, which may begin with a (present), u (verbal noun) or p (converb)."""
    front = harmony == FRONT
    head, rest = pattern[:1], pattern[1:]
    if head not in ("a", "u", "p"):
        return join(pattern, final, harmony)
    lost, written = {"a": _present, "u": _verbal_noun, "p": _converb}[head](final, front)
    return lost, written + (spell(rest, final_of(written), harmony) if rest else "")


def _present(final: int, front: bool) -> tuple[str, str]:
    """бастай, оқ|и, қо|я, сүй|е, шы|ға."""
    if final == VOWEL:
        return "", "й"
    if final == NARROW:
        return "ыі"[front], "и"
    if final == YOT:
        return ("", "е") if front else ("й", "я")
    if final == EE:
        return "", "е" if front else "я"
    return join("A", final, int(front))


def _verbal_noun(final: int, front: bool) -> tuple[str, str]:
    """бастау, оқ|у, қо|ю, ки|ю, шы|ғу, та|бу."""
    if final == NARROW:
        return "ыі"[front], "у"
    if final == YOT:
        return "й", "ю"
    if final == EE:
        return "", "ю"
    return join("у", final, int(front))


def _converb(final: int, front: bool) -> tuple[str, str]:
    """бастап, оқып, келіп, шы|ғып, та|уып."""
    if final == LABIAL:
        return "п", "уіп" if front else "уып"
    return join("Vп", final, int(front))
