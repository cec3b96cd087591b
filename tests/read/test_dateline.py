"""Date lines, by cases in data/date_lines.tsv."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read.announce import read_text
from kg.read.dateline import date_line, dated_heading, opening_date


def _rows(name: str) -> list[tuple[str, ...]]:
    rows = (Path(__file__).parent / "data" / name).read_text("utf-8").splitlines()
    return [tuple(row.split("\t")) for row in rows if not row.startswith("#")]


ROWS = _rows("date_lines.tsv")
BESIDE = _rows("dates_beside.tsv")


def test_all_cases_are_collected() -> None:
    """No case is lost on the way from the file."""
    assert len(ROWS) >= 38
    assert len(BESIDE) >= 17


@pytest.mark.parametrize(("line", "expected"), ROWS)
def test_day_of_a_line(line: str, expected: str) -> None:
    """Each line names the day that stands beside it, or is no date line."""
    found = date_line(line)
    assert ("none" if found is None else found.day or "impossible") == expected


@pytest.mark.parametrize(("line", "expected"), BESIDE)
def test_day_beside_other_words(line: str, expected: str) -> None:
    """A heading or the opening of a story may tell the day of publication along with other words."""
    found = dated_heading(line) or opening_date(line)
    assert ("none" if found is None else found.day or "impossible") == expected


@pytest.mark.parametrize("line", _rows("dates_among_words.tsv"), ids=lambda row: row[0])
def test_day_among_few_words(line: tuple[str, str, str]) -> None:
    """A short line bears the day at the top, at the end, or in both; a headline that leads up to one does not."""
    words, top, end = line
    story = "Вчера в Таразе состоялось заседание совета по туризму. Обсудили вопросы развития туризма."
    paragraphs = ["Заголовок о встрече в городе", story, "Второй абзац о чём-то совсем другом и довольно длинный."]
    for lines, expected in (([words, *paragraphs], top), ([*paragraphs, words], end)):
        found = read_text("\n\n".join(lines), id="x", lang="ru").published
        assert (found or "none") == expected


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(["%d.%m.%Y", "%Y-%m-%d", "%d/%m/%Y 09:05 |"]))
def test_every_day_is_read_back(day: date, form: str) -> None:
    """A day that is written in one of the usual forms is read as that day."""
    found = date_line(day.strftime(form))
    assert found is not None
    assert found.day == day.isoformat()


@given(st.text(max_size=90))
def test_any_line_does_no_harm(line: str) -> None:
    """Whatever the line, it has a day or has none."""
    found = date_line(line)
    assert found is None or found.day is None or date.fromisoformat(found.day)
