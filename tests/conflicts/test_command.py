"""`kg conflicts` as a user runs it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.conflicts import conflicts
from kg.graph.dataset import quads
from kg.graph.store import write_store
from kg.graph.write import write_graph
from tests.conflicts.cases import Case, cases

TWO_CHAIRS = """\
1. two holders: Chair, Union, 2021-03-04  (organization/union)
   Aset Omarov
     2021-03-04  kk  2021-03-04-kk  0-75
       «membership/aset-omarov--chair--union org:member person/aset-omarov asserted»
   Gulnar Bektasova
     2021-03-04  ru  2021-03-04-ru  0-85
       «membership/gulnar-bektasova--chair--union org:member person/gulnar-bektasova asserted»
"""
DENIED = """\
1. stated and denied: Meeting: Aset Omarov, participant  (meeting/forum)
   Aset Omarov
     2021-05-15  kk  2021-05-15-kk  0-56
       «meeting/forum kg:participant person/aset-omarov asserted»
   not Aset Omarov
     2021-06-01  ru  2021-06-01-ru  0-54
       «meeting/forum kg:participant person/aset-omarov denied»
"""


def case(name: str) -> Case:
    """Return a case of cases.txt."""
    return next(case for case in cases() if case.name == name)


def built(case: Case, folder: Path) -> Path:
    """Write a case's graph as a build leaves it."""
    found = quads(case.extractions, case.entities)
    write_store(found, folder)
    write_graph(found, folder)
    return folder


def asked(*arguments: str) -> str:
    """Run `kg conflicts` and return what it prints."""
    done = CliRunner().invoke(main, ["conflicts", *arguments])
    assert done.exit_code == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize(("name", "page"), [("Two chairs on one day", TWO_CHAIRS), ("Took part and did not", DENIED)])
def test_a_page_for_people(name: str, page: str, tmp_path: Path) -> None:
    """Each side stands with its announcements, their days and languages, and its words."""
    assert asked(str(built(case(name), tmp_path)), "--lang", "en") == page


def test_nothing_found(tmp_path: Path) -> None:
    """A graph without contradictions says so."""
    assert asked("-d", str(built(case("A chair who changed"), tmp_path))) == "No contradictions were found.\n"
    assert asked("-d", str(tmp_path), "-f", "json") == "[]\n"


def test_data(tmp_path: Path) -> None:
    """JSON holds the rows of report.json and names; CSV a line for each quote; graph.trig serves as the store does."""
    two = case("Two chairs on one day")
    folder = built(two, tmp_path)
    (row,) = json.loads(asked(str(folder), "--format", "json"))
    assert row == {"name": "Union", **conflicts(two.extractions, two.entities)[0]}
    lines = list(csv.DictReader(io.StringIO(asked(str(folder / "graph.trig"), "--format", "csv"), newline="")))
    assert [(line["conflict"], line["value"], line["published"], line["lang"]) for line in lines] == [
        ("1", "Aset Omarov", "2021-03-04", "kk"),
        ("1", "Gulnar Bektasova", "2021-03-04", "ru"),
    ]
