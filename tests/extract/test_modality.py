"""What is a fact and what is none: sentences that deny, plan or propose, beside those that state (modality/*.txt)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.evaluate import Fact
from kg.extract import extract
from kg.names import fold
from kg.read import read_text
from kg.resolve import resolve
from tests.extract.read_modality import PUBLISHED, Row, rows
from tests.golden.facts import found

ROWS = rows()
_LANGUAGES = ("en", "kk", "ru")


def told(row: Row) -> list[tuple[str, tuple[tuple[str, ...], ...]]]:
    """Return the facts that are read from a row, each as its relation and the names of its parts."""
    announcement = replace(read_text(row.text, id="row", lang=row.lang), published=PUBLISHED)
    extraction = extract(announcement)
    facts = found([extraction], resolve([extraction]).entities)
    ahead = {f.meeting for f in facts if f.relation in ("meeting.planned", "meeting.cancelled")}
    held = [f for f in facts if f.meeting and f.meeting not in ahead]
    return [(f.relation, f.parts) for f in facts if _counts(f)] + [
        (f.relation.replace("meeting.", "held."), f.parts) for f in held
    ]


def _counts(fact: Fact) -> bool:
    """Tell whether a fact is one: that an agreement is a draft is none of its being signed."""
    return fact.relation != "agreement" or "kg:Signed" in fact.parts[1]


def states(row: Row) -> bool:
    """Tell whether the fact of a row is read from it; what must not be is looked for by a part of each name too."""
    relation, *wanted = row.fact
    return any(
        relation == said and all(_names(names, want, row) for names, want in zip(parts, wanted, strict=False))
        for said, parts in told(row)
    )


def _names(names: tuple[str, ...], wanted: str, row: Row) -> bool:
    asked = fold(wanted)
    given = [fold(name) for name in names]
    return asked in given or (not row.stated and any(asked in name or name in asked for name in given if name))


@pytest.mark.parametrize(
    "row",
    [pytest.param(row, marks=() if row.understood else pytest.mark.xfail(reason=row.way, strict=True)) for row in ROWS],
    ids=lambda row: row.id,
)
def test_row(row: Row) -> None:
    """A sentence that states a fact has it asserted, one that denies, plans or proposes it has not."""
    assert states(row) == row.stated, f"\n{row.text}\n{row.fact}\n" + "\n".join(map(str, told(row)))


@pytest.mark.parametrize("lang", _LANGUAGES)
def test_all_rows_are_collected(lang: str) -> None:
    """No row is lost to a slip in its form, each is another sentence, and few are not understood yet."""
    own = [row for row in ROWS if row.lang == lang]
    assert len(own) >= 150
    assert len({(row.text, row.fact) for row in own}) == len(own)
    assert len({row.way for row in own if not row.stated}) >= 20
    assert len({row.relation for row in own}) >= 8
    assert sum(row.stated for row in own) >= len(own) // 5
    assert sum(not row.understood for row in own) <= len(own) // 8
