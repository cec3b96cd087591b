"""What an English word form may be: closed-class words, verb forms, plurals, and a guess by the ending for the rest."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kg.lang.cues import cues
from kg.lang.reading import Reading

_WORDS = Path(__file__).parent / "words"
_VOWELS = frozenset("aeiou")
_ADJECTIVE = ("al", "ive", "ous", "ic", "ful", "able", "ible", "ary", "less", "ish", "ian", "ese", "wide", "ern")
_NOUN = ("tion", "sion", "ment", "ness", "ity", "ship", "ance", "ence", "ism", "hood", "dom", "ure", "age", "ist", "or")
_DOUBLED = cues("en").words["doubled"]
_PLURALS = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "chairmen": "chairman", "feet": "foot",
    "chairwomen": "chairwoman", "media": "medium", "data": "datum", "criteria": "criterion", "memoranda": "memorandum",
    "memorandums": "memorandum", "spokesmen": "spokesman", "businessmen": "businessman", "symposia": "symposium",
}  # fmt: skip
_MUTE = re.compile(r"(?:qu|[^aeiou])*[aeiou][^aeiouwxy]$")
_NO_VERBS = cues("en").words["no-verbs"]
_NO_PLURALS = cues("en").words["no-plurals"]


_NOUNS_IN_LY = cues("en").words["nouns-in-ly"]


_NOUNS_LIKE_ADJECTIVES = cues("en").words["nouns-like-adjectives"]


@dataclass(frozen=True, slots=True)
class VerbForm:
    """A form of a verb: ``kind`` is base, third (-s), past, participle or ing."""

    base: str
    kind: str


def _rows(name: str) -> list[str]:
    rows = (_WORDS / name).read_text("utf-8").splitlines()
    return [row.strip() for row in rows if row.strip() and not row.startswith("#")]


@lru_cache(maxsize=1)
def closed_class() -> dict[str, frozenset[str]]:
    """Return the parts (D, R, O, I, C, S, W, M, A, ADV, J) that each closed-class word may play."""
    found: dict[str, set[str]] = {}
    for row in _rows("closed.txt"):
        part, _, words = row.partition(":")
        for word in words.split():
            found.setdefault(word, set()).add(part)
    return {word: frozenset(parts) for word, parts in found.items()}


@lru_cache(maxsize=1)
def verb_forms() -> dict[str, tuple[VerbForm, ...]]:
    """Return every form of every verb that is known, with what it may be."""
    found: dict[str, list[VerbForm]] = {}

    def add(form: str, base: str, kind: str) -> None:
        found.setdefault(form, []).append(VerbForm(base, kind))

    irregular = [row.split() for row in _rows("irregular.txt")]
    for base, past, participle in irregular + [row.split() for row in _rows("irregular-past.txt")]:
        for form in past.split("/"):
            add(form, base, "past")
        for form in participle.split("/"):
            add(form, base, "participle")
    for base in dict.fromkeys([row[0] for row in irregular] + " ".join(_rows("verbs.txt")).split()):
        if base in ("be", "have", "do"):
            continue
        add(base, base, "base")
        add(_third(base), base, "third")
        add(_ing(base), base, "ing")
        if base not in {row[0] for row in irregular}:
            for kind in ("past", "participle"):
                add(_ed(base), base, kind)
    for form, base in {"being": "be", "having": "have", "doing": "do"}.items():
        add(form, base, "ing")
    return {form: tuple(dict.fromkeys(forms)) for form, forms in found.items()}


def _third(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    return base[:-1] + "ies" if base.endswith("y") and base[-2] not in _VOWELS else base + "s"


def _ed(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    return base + (base[-1] if base in _DOUBLED else "") + "ed"


def _ing(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "ye", "oe")):
        return base[:-1] + "ing"
    return base + (base[-1] if base in _DOUBLED else "") + "ing"


@lru_cache(maxsize=32_768)
def forms_of(word: str) -> tuple[VerbForm, ...]:
    """Return what a word in small letters may be as a verb; an unknown -ed or -ing form is guessed to be one."""
    known = verb_forms().get(word)
    if known is not None:
        return known
    if word.startswith("co-") and (once := verb_forms().get(word[len("co-") :])) is not None:
        return tuple(VerbForm(f"co-{form.base}", form.kind) for form in once)  # co-chaired
    if word.endswith("ed") and (len(word) > 5 or (_MUTE.match(word[:-2]) and word not in _NO_VERBS)):
        base = _guessed_base(word[:-2])
        return (VerbForm(base, "past"), VerbForm(base, "participle"))
    if len(word) > 6 and word.endswith("ing"):
        return (VerbForm(_guessed_base(word[:-3]), "ing"),)
    return ()


def _guessed_base(stem: str) -> str:
    """Return the base of an unknown verb from what stands before -ed or -ing: affiliat-, pencill-, reschedul-."""
    last, before = stem[-1], stem[-2]
    if _MUTE.match(stem):
        return stem + "e"  # dined, smoked: one short vowel would double what stands behind it
    if last == before and last not in "sfz":
        return stem[:-1]
    mute = last in "csvzgu" or stem.endswith(("at", "ur", "ir")) or (last == "l" and before not in _VOWELS)
    return stem + "e" if mute and not stem.endswith(("ss", "ng")) else stem


@lru_cache(maxsize=32_768)
def singular(word: str) -> str:
    """Return the singular of a noun; case is kept (Ministries -> Ministry), a noun without a plural stays."""
    low = word.lower()
    if low in _PLURALS:
        base = _PLURALS[low]
        return base.capitalize() if word[0].isupper() else base
    if low in _NO_PLURALS or len(low) < 4 or not low.endswith("s") or low.endswith(("ss", "us", "is")):
        return word
    if low.endswith("ies") and len(low) > 4:
        return word[:-3] + "y"
    if low.endswith(("sses", "xes", "ches", "shes", "zes")):
        return word[:-2]
    return word[:-1]


def is_plural(word: str) -> bool:
    """Tell whether a noun form is a plural."""
    return singular(word) != word


@lru_cache(maxsize=32_768)
def parts_of_speech(word: str) -> frozenset[str]:
    """Return the parts that a word in small letters may play: those of the closed classes, V, N, J, ADV."""
    closed = closed_class().get(word)
    parts = set(closed or ())
    if forms_of(word) and not (closed and closed & {"A", "M", "I", "R", "D", "S"}):
        parts.add("V")
    if closed:
        return frozenset(parts)
    if word.endswith("ly") and len(word) > 4 and word not in _NOUNS_IN_LY:
        parts.add("ADV")
    elif (
        len(word) > 5 and word.endswith(_ADJECTIVE) and not word.endswith(_NOUN) and word not in _NOUNS_LIKE_ADJECTIVES
    ):
        parts.add("J")
    else:
        parts.add("N")
    return frozenset(parts)


def lemma_of(word: str) -> str:
    """Return the dictionary form of a word: the base of a verb that is nothing else, the singular of a noun."""
    low = word.lower().removesuffix("'s").removesuffix("’s")
    if low in ("am", "is", "are", "was", "were", "been"):
        return "be"
    forms = forms_of(low)
    if (forms and forms[0].kind in ("past", "participle")) or low in ("has", "had"):
        return forms[0].base if forms else "have"
    return singular(low)


_UD = {"D": "DET", "R": "PRON", "O": "PRON", "I": "ADP", "C": "CCONJ", "S": "SCONJ", "W": "PRON", "M": "AUX",
       "A": "AUX", "ADV": "ADV", "J": "ADJ", "V": "VERB", "N": "NOUN"}  # fmt: skip
_UD_FORM = {"base": ("Inf", ""), "third": ("Fin", "Pres"), "past": ("Fin", "Past"), "participle": ("Part", "Past"),
            "ing": ("Ger", "Pres")}  # fmt: skip


@lru_cache(maxsize=32_768)
def analyse(form: str) -> tuple[Reading, ...]:
    """Return every way to understand a word form, the features named as in Universal Dependencies."""
    low = form.lower()
    found: list[Reading] = []
    for part in sorted(parts_of_speech(low)):
        if part == "V":
            found += [
                Reading(f.base, "VERB", verb_form=_UD_FORM[f.kind][0], tense=_UD_FORM[f.kind][1]) for f in forms_of(low)
            ]
        elif part == "N":
            number = "Plur" if is_plural(low) else "Sing"
            found.append(Reading(singular(low), "NOUN", number=number, nominative=form))
        else:
            found.append(Reading(low, _UD[part]))
    return tuple(found)
