"""The CSV tables: complete, readable, one row for each thing."""

from __future__ import annotations

import csv
from io import StringIO

import pyoxigraph as ox
import pytest

from kg.export.columns import TABLES
from kg.export.formats import export
from kg.ontology import PREFIXES, terms
from tests.export.conftest import person

ROWS = {
    "organizations": 3,
    "persons": 4,
    "memberships": 5,
    "meetings": 5,
    "participants": 14,
    "programs": 1,
    "agreements": 2,
    "elections": 1,
    "claims": 7,
}


def rows(store: ox.Store, table: str) -> list[dict[str, str]]:
    """Return a table as a reader of CSV sees it."""
    content = export(store, "csv")[f"{table}.csv"].decode("utf-8")
    return list(csv.DictReader(StringIO(content, newline=""), strict=True))


@pytest.mark.parametrize("table", ROWS)
def test_a_table_has_a_row_for_each_thing(table: str, store: ox.Store) -> None:
    """Counted in the example by hand."""
    assert len(rows(store, table)) == ROWS[table]


def test_no_table_is_forgotten(store: ox.Store) -> None:
    """The export has exactly these files; without evidence there are no claims."""
    assert set(export(store, "csv")) == {f"{name}.csv" for name in ROWS}
    assert set(export(store, "csv", evidence=False)) == {f"{name}.csv" for name in ROWS if name != "claims"}


def test_names_are_in_three_languages(store: ox.Store) -> None:
    """A missing name is an empty cell, never another language's."""
    ministry = next(row for row in rows(store, "organizations") if row["iri"].endswith("industry-ministry"))
    assert [ministry[f"name_{lang}"] for lang in ("kk", "ru", "en")] == ["Өнеркәсіп министрлігі", "Министерство промышленности", ""]  # fmt: skip  # noqa: E501


def test_several_values_share_a_cell_in_order(store: ox.Store) -> None:
    """Topics and parties are sorted and set apart by a semicolon."""
    assert rows(store, "meetings")[0]["topic"] == "зертханаларды жаңарту; су есептегіштерді тексеру"
    signed = next(row for row in rows(store, "agreements") if row["status"] == "kg:Signed")
    assert signed["party_en"] == "National Institute of Measurement; World Metrology League"


def test_a_claim_stands_with_its_words(store: ox.Store) -> None:
    """A denied claim has its modality, who said it, and the quote with its offsets."""
    denied = next(row for row in rows(store, "claims") if row["modality"] == "denied")
    shown = [
        denied[column] for column in ("subject_ru", "predicate", "said_by_en", "quote", "quote_start", "quote_end")
    ]
    assert shown == ["Айгуль Сарсенова", "kg:participant", "Minho Park", "қатыспайды", "120", "130"]


def test_hard_texts_survive(hard: ox.Store) -> None:
    """Quotes and line breaks are inside their cell; a leading = is data."""
    (person,) = rows(hard, "persons")
    assert person["name_kk"].endswith("\U0001f600 \u0600")
    assert "\nsecond line\r\n" in person["name_kk"]
    assert person["other_names"] == "=1+1; second; name"


def test_csv_has_no_mark_that_programs_take_for_a_name(store: ox.Store) -> None:
    """The first column is called as it should be even by a reader that knows plain UTF-8 alone."""
    assert all(not content.startswith(b"\xef\xbb\xbf") for content in export(store, "csv").values())
    assert next(iter(rows(store, "persons")[0])) == "name_kk"


def test_excel_tables_say_the_same_in_what_a_double_click_opens(store: ox.Store) -> None:
    """UTF-16 with its mark, little end first, and tabs; the cells are those of the CSV."""
    content = export(store, "excel")
    assert set(content) == set(export(store, "csv"))
    assert all(one.startswith(b"\xff\xfe") for one in content.values())
    for name in ROWS:
        text = StringIO(content[f"{name}.csv"].decode("utf-16"), newline="")
        assert list(csv.DictReader(text, delimiter="\t", strict=True)) == rows(store, name)


@pytest.mark.parametrize("text", ["=1+1", "+7 701", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_excel_computes_nothing_of_a_text(text: str) -> None:
    """What would be a formula is text after an apostrophe; in CSV it is as it was."""
    store = person(text)
    (row,) = csv.DictReader(
        StringIO(export(store, "excel")["persons.csv"].decode("utf-16"), newline=""), delimiter="\t"
    )
    assert row["name_kk"] == f"'{text}"
    assert rows(store, "persons")[0]["name_kk"] == text


def test_columns_rest_on_terms_that_exist() -> None:
    """Each path and class of a column is declared in the ontology."""
    used = {curie for table in TABLES for column in table.columns for curie in column.path}
    used |= {curie for table in TABLES for curie in (*table.of, *([table.each] if table.each else []))}
    iris = {PREFIXES[curie.partition(":")[0]] + curie.partition(":")[2] for curie in used}
    assert iris - set(terms()) == set()
