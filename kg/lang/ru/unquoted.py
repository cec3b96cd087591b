"""Names that a Russian text gives in quotes, and then again without them: РГП «Казгидромет», директор Казгидромета."""

from __future__ import annotations

from functools import lru_cache

from kg.lang.ru.morphology import forms
from kg.lang.ru.phrase import Grammar, Phrase

_SHORTEST = 5  # letters of a name that is known again by itself
_ALL = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")
# What stands behind the stem of a name in which case, by how the name itself ends.
_BEHIND_CONSONANT = {"": ("Nom", "Acc"), "а": ("Gen",), "у": ("Dat",), "ом": ("Ins",), "е": ("Loc",)}
_BEHIND_A = {"а": ("Nom",), "ы": ("Gen",), "и": ("Gen",), "е": ("Dat", "Loc"), "у": ("Acc",), "ой": ("Ins",)}
_CONSONANTS = "бвгджзклмнпрстфхцчшщ"


def find_unquoted(phrase: Phrase) -> None:
    """Take words with a capital that are a body's name, which the text has in quotes elsewhere, in any case."""
    quoted = phrase.known.quoted
    for at in phrase.capitals if quoted else ():
        word = phrase.tokens[at].text
        if phrase.taken[at] is not None or phrase.tokens[at - 1].kind == "quote":
            continue
        if phrase.lemmas(at - 1) & phrase.cues.organizations.keys():
            continue  # колледж Бозтала: whose college it is
        for name in (word, word[:-1], word[:-2], f"{word[:-1]}а", f"{word[:-2]}а"):
            cases = _cases(word, name) if quoted.get(name) == "Organization" and _telling(name) else ()
            if cases:
                chunk = phrase.chunk("Organization", at, at, label=name, lemma=name, rule="quoted.bare")
                phrase.take(chunk, Grammar(cases, "Sing"))
                break


@lru_cache(maxsize=65_536)
def _telling(name: str) -> bool:
    """Tell whether a name is one word that no dictionary has: Казгидромет, not Заря."""
    russian = all("а" <= letter <= "я" or letter == "ё" for letter in name.lower())  # Business may go on: Business NZ
    return len(name) >= _SHORTEST and russian and name[0].isupper() and not any(f.known for f in forms(name))


def _cases(word: str, name: str) -> tuple[str, ...]:
    """Return the cases in which a word may be a name, none if it is another word."""
    if name[-1] in _CONSONANTS:
        return _BEHIND_CONSONANT.get(word[len(name) :], ()) if word.startswith(name) else ()
    if name[-1] == "а":
        return _BEHIND_A.get(word[len(name) - 1 :], ()) if word.startswith(name[:-1]) else ()
    return _ALL if word == name else ()
