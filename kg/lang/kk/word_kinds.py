"""What our word lists say of a word form: head noun of a body, post or programme; name of a state, town or person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from kg.gazetteer import shipped
from kg.lang.cues import cues
from kg.lang.kk.dates import MONTHS, WEEKDAYS
from kg.lang.kk.morphology import analyse

_MONTHS = tuple(MONTHS.split())
_WEEKDAYS = tuple(WEEKDAYS.split())
_WORDS = Path(__file__).parent / "words"
_READINGS = 3  # how many readings of a form are asked for their lemma


def kinds_of(form: str) -> tuple[str, ...]:
    """Return what a word may be, by the lists; names count only with a capital.

    Head nouns: "O", "O.unit" … (body), "R" (post), "L" (place), "G" (programme), "A" (agreement), "E" (encounter).
    Names: "country", "place", "place-part", "body", "town", "given", "surname".
    """
    capital = form[:1].isupper()
    found = [
        kind
        for lemma in _lemmas(form)
        for kind in (*_heads().get(lemma, ()), *(_names().get(lemma, ()) if capital else ()))
    ]
    return tuple(dict.fromkeys([*found, *_of_time(form)]))


def _of_time(form: str) -> Iterator[str]:
    low = form.lower()
    if any(low.startswith(month) for month in _MONTHS):
        yield "month"
    if any(low.startswith(day) for day in _WEEKDAYS):
        yield "weekday"
    if any(reading.pos == "NUM" for reading in analyse(form)[:1]):
        yield "number"


def _lemmas(form: str) -> Iterable[str]:
    return dict.fromkeys((*(reading.lemma.lower() for reading in analyse(form)[:_READINGS]), form.lower()))


@cache
def _heads() -> dict[str, tuple[str, ...]]:
    known = cues("kk")
    bodies = ((lemma, f"O.{flag}" if flag else "O") for lemma, flag in known.organizations.items())
    others = (
        ("R", known.roles),
        ("L", known.places),
        ("G", known.programs),
        ("A", known.agreements),
        ("E", known.events),
    )
    return _table([*bodies, *((lemma, kind) for kind, lemmas in others for lemma in lemmas)])


@cache
def _names() -> dict[str, tuple[str, ...]]:
    return _table([*_of_gazetteer(), *_of_lists()])


def _of_gazetteer() -> Iterator[tuple[str, str]]:
    kinds = {"Country": "country", "Place": "place", "Organization": "body"}
    for entry in shipped().entries:  # the tagger has learned from these, whatever a user adds
        for name in entry.all_names:
            if name.lang != "kk" or entry.kind not in kinds:
                continue
            first, *others = name.text.split()
            if not others:
                yield first, kinds[entry.kind]
            elif entry.kind != "Organization":
                yield first, "place-part"


def _of_lists() -> Iterator[tuple[str, str]]:
    for file, kind in (("given_names.txt", "given"), ("surnames.txt", "surname"), ("towns.txt", "town")):
        for line in (_WORDS / file).read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                yield line, kind


def _table(rows: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for word, kind in rows:
        found.setdefault(word.lower(), {})[kind] = None
    return {word: tuple(kinds) for word, kinds in found.items()}
