"""How posts are called in Kazakh: the words of a label, the endings that join two of them."""

from __future__ import annotations

from kg.lang.kk.morphology import inflect


def label_of(words: list[str]) -> str:
    """Return the words of a post as one label with a capital."""
    text = " ".join(words)
    return text[:1].upper() + text[1:]


def in_genitive(label: str) -> str:
    """Return a label with its last word in the genitive: төраға, төрағаның."""
    *before, last = label.split(" ")
    return " ".join([*before, inflect(last, "Gen")])


def with_possessive(label: str) -> str:
    """Return a label whose last word bears the possessive: орынбасар, орынбасары."""
    *before, last = label.split(" ")
    return " ".join([*before, inflect(last, "Nom", "Sing", "3")])
