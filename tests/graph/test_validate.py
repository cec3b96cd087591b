"""What the shapes accept and what they reject, each rejection a small Turtle file that says what it expects."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import KgError
from kg.graph.dataset import quads
from kg.graph.store import as_dataset, write_store
from kg.graph.validate import Result, validate
from kg.graph.write import write_graph
from tests.examples import entities, extractions

CASES = sorted((Path(__file__).parent / "invalid").glob("*.ttl"))
BASE = "https://w3id.org/habar/id/"


def test_all_cases_are_collected() -> None:
    """Every file of rejected graphs is a test: a filter that drops some would show here."""
    assert len(CASES) == 50


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_wrong_graph_is_rejected_for_its_fault(case: Path) -> None:
    """Each wrong graph gives the results that its first lines name, and a violation makes it not conform."""
    validation, wanted = validate(case), _expected(case)
    assert {_row(result) for result in validation.results} == wanted
    assert validation.conforms == all(severity != "Violation" for severity, *_ in wanted)


def test_hand_made_dataset_conforms(tmp_path: Path) -> None:
    """A right dataset gives no results, from quads, a folder, a file and rdflib alike, and all triples are counted."""
    made = quads(extractions(), entities())
    write_store(made, tmp_path)
    write_graph(made, tmp_path)
    triples = {(quad.subject, quad.predicate, quad.object) for quad in made}
    for source in (made, tmp_path, tmp_path / "graph.trig", as_dataset(made)):
        validation = validate(source)
        assert validation.results == ()
        assert validation.conforms
        assert validation.checked == len(triples)


def test_messages_are_in_the_language_asked_for() -> None:
    """Messages come in Kazakh and Russian where the shapes have them."""
    case = next(case for case in CASES if case.stem == "meeting-held-without-participants")
    assert validate(case, "ru").results[0].message.startswith("О состоявшейся встрече известно, кто в ней участвовал")
    assert validate(case, "kk").results[0].message.startswith("Өткен кездесуге кім қатысқаны")


def test_file_that_is_no_rdf_is_a_clear_error(tmp_path: Path) -> None:
    """A broken Turtle file is refused with its name and line."""
    broken = tmp_path / "broken.ttl"
    broken.write_text("<https://a.example/> <https://b.example/>\n  'c", encoding="utf-8")
    with pytest.raises(KgError, match=r"broken\.ttl, line \d"):
        validate(broken)


def _expected(case: Path) -> set[tuple[str, str, str, str]]:
    lines = [line for line in case.read_text(encoding="utf-8").splitlines() if line.startswith("# expect: ")]
    rows = [[part.strip() for part in line.removeprefix("# expect: ").split("|")] for line in lines]
    return {(severity, node, path, message) for severity, node, path, message in rows}


def _row(result: Result) -> tuple[str, str, str, str]:
    return result.severity, result.node.removeprefix(BASE), result.path, result.message
