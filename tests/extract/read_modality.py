"""Reads the tables of what is a fact and what is none (modality/*.txt, one a language).

    === a post given | role | PERSON | POST | BODY
    - negated verb: A sentence that denies, plans, proposes … the fact above, which must not be asserted.
    + not only, but: One that differs little and states it, so that it must be asserted.
    + told of another -> role | PERSON | POST | BODY: A row may name a fact of its own.
    x- question: A row that is not understood yet; it must lose the x as soon as it is.

A fact is that of tests/golden/facts.py without its meeting: role, role.since, role.until, memberOf, memberOf.since,
memberOf.until, program, agreement.party, agreement.date, and "agreement | NAME" for a signed one; meeting.participant,
meeting.date and meeting.place of any meeting, held.participant, held.date and held.place of one that was held, neither
planned nor cancelled.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "modality"
PUBLISHED = "2021-03-05"


@dataclass(frozen=True)
class Row:
    """A sentence, the fact that it is near to, and whether it states it; ``way`` says by what means."""

    id: str
    lang: str
    relation: str
    way: str
    text: str
    fact: tuple[str, ...]
    stated: bool
    understood: bool


def rows(folder: Path = FOLDER) -> list[Row]:
    """Return all rows in the order of the files; raises ValueError for a line that is none."""
    return [row for file in sorted(folder.glob("*.txt")) for row in _in_file(file)]


def _in_file(file: Path) -> Iterator[Row]:
    relation = ""
    fact: tuple[str, ...] = ()
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if line.startswith("=== "):
            relation, _, rest = line[4:].partition("|")
            relation, fact = relation.strip(), _fact(rest)
        elif line.strip() and not line.startswith("#"):
            mark, _, rest = line.partition(" ")
            way, colon, text = rest.partition(": ")
            way, _, own = way.partition(" -> ")
            if mark not in ("-", "+", "x-", "x+") or not colon or not fact:
                raise ValueError(f"{file.name}:{number}: a row begins with - or + and a way: {line}")
            yield Row(
                f"{file.stem}:{number} {relation}: {way}",
                file.stem,
                relation,
                way,
                text.strip(),
                _fact(own) if own else fact,
                mark.endswith("+"),
                not mark.startswith("x"),
            )


def _fact(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|"))
