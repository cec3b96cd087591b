"""Tables: whole in a file, fitting in a terminal, harmless everywhere."""

from __future__ import annotations

import re

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from kg.query.display import readable, safe_for_xml
from kg.query.table import table

LONG = ox.Literal("Ұлттық өлшем институтының зертханалары " * 5)
_STYLE = re.compile("\x1b\\[[0-9;]*m")


def test_a_plain_table_holds_every_letter() -> None:
    """Nothing is cut off or wrapped where no terminal is."""
    assert LONG.value.rstrip() in table(["a", "b"], [[LONG, None]])


@pytest.mark.parametrize("width", [30, 60, 200])
def test_a_drawn_table_fits_the_terminal(width: int) -> None:
    """No line is wider than the terminal, and no word is lost."""
    drawn = _STYLE.sub("", table(["a", "b"], [[LONG, ox.NamedNode("https://w3id.org/habar/id/person/x")]], width=width))
    assert all(cell_len(line) <= width for line in drawn.splitlines())
    assert drawn.count("зерт") == 5


def test_rows_with_too_many_columns_become_blocks() -> None:
    """Ten columns in eighty characters would be ten stripes of letters; each row is a block of lines instead."""
    columns = [f"column{number}" for number in range(10)]
    blocks = table(columns, [[ox.Literal("a value of some length")] * 10], width=80)
    assert blocks.splitlines()[:2] == ["-- 1", "column0  a value of some length"]


def test_markup_in_data_stays_text() -> None:
    """Square brackets are no style of rich's."""
    assert "[bold red]x[/]" in table(["a"], [[ox.Literal("[bold red]x[/]")]], width=60)


@given(text=st.text())
def test_no_control_character_reaches_a_table(text: str) -> None:
    """Whatever the data holds, it is one line that moves no cursor and turns no direction."""
    shown = readable(text)
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
    assert len(shown) == len(text)


def test_terms_of_the_ontology_are_named_in_the_language() -> None:
    """kg:Seminar is a word of the reader's language."""
    kind = ox.NamedNode("https://w3id.org/habar/ontology#BilateralMeeting")
    assert "Двусторонняя встреча" in table(["kind"], [[kind]], lang="ru")


def test_xml_loses_what_it_cannot_hold() -> None:
    """ESC is no character of XML 1.0, a newline is."""
    assert safe_for_xml("a\x1bb\nc") == "a\ufffdb\nc"
