"""The words that we know: read once from the lists in words/, which anybody can edit."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.lang.reading import Reading

_WORDS = Path(__file__).parent / "words"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Known words, all in lower case but for the names.

    ``nominals`` maps a lemma to its parts of speech; ``names`` lower case to the name; ``verbs`` a stem
    to the stem of its verbal noun.
    ``short_stems`` maps a lemma to the stem that a possessive vowel leaves (орын -> орн), ``long_stems`` back.
    ``closed`` maps a form to its readings; ``derivations`` a suffix to (parts of speech of its base, of the result).
    ``name_ends`` are ends of personal names, ``costs`` how unlikely each kind of reading is.
    """

    nominals: dict[str, tuple[str, ...]]
    names: dict[str, str]
    verbs: dict[str, str]
    short_stems: dict[str, str]
    long_stems: dict[str, str]
    closed: dict[str, tuple[Reading, ...]]
    derivations: dict[str, tuple[tuple[str, str], ...]]
    name_ends: tuple[str, ...]
    costs: dict[str, int]


def _lines(name: str) -> Iterator[str]:
    for line in (_WORDS / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


def _rows(name: str) -> Iterator[dict[str, str]]:
    yield from csv.DictReader(_lines(name))


def _nominals() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for file, pos in (
        ("nouns.txt", "NOUN"),
        ("adjectives.txt", "ADJ"),
        ("adverbs.txt", "ADV"),
        ("numerals.txt", "NUM"),
    ):
        for line in _lines(file):
            word = line.split()[0]
            found[word] = (*found.get(word, ()), pos)
    return found


def _short_stems() -> dict[str, str]:
    return {parts[0]: parts[1] for parts in map(str.split, _lines("nouns.txt")) if len(parts) > 1}


_OF_VERBS = ("verb_form", "tense", "polarity")


def _closed() -> dict[str, tuple[Reading, ...]]:
    found: dict[str, tuple[Reading, ...]] = {}
    for row in _rows("closed.csv"):
        nominative = row["form"] if row["case"] in ("", "Nom") or row["possessor"] else row["lemma"]
        given = {name: row[name] for name in ("lemma", "pos", "case", "number", "possessor", *_OF_VERBS)}
        reading = Reading(**given, nominative=nominative)
        found[row["form"]] = (*found.get(row["form"], ()), reading)
    return found


def _derivations() -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in _rows("derivation.csv"):
        for suffix in row["suffixes"].split():
            found[suffix] = (*found.get(suffix, ()), (row["of"], row["makes"]))
    return found


@cache
def lexicon() -> Lexicon:
    """Return the words that we know."""
    short = _short_stems()
    return Lexicon(
        nominals=_nominals(),
        names={name.lower(): name for name in _lines("names.txt")},
        verbs={parts[0]: parts[-1] for parts in map(str.split, _lines("verbs.txt"))},
        short_stems=short,
        long_stems={stem: lemma for lemma, stem in short.items()},
        closed=_closed(),
        derivations=_derivations(),
        name_ends=tuple(_lines("name_ends.txt")),
        costs={row["what"]: int(row["cost"]) for row in _rows("costs.csv")},
    )
