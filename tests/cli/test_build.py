"""`kg build` and `kg validate`, with an ideal extraction (see tests/conftest.py) and all else real."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import main


def kg(*args: str | Path, given: str | None = None) -> Result:
    """Run a command."""
    return CliRunner().invoke(main, [str(arg) for arg in args], input=given)


def test_a_build(ideal: Path, tmp_path: Path) -> None:
    """Files are written, stages go to standard error, and a table closes it."""
    done = kg("build", ideal, "-o", tmp_path / "out")
    assert done.exit_code == 0, done.output
    assert (tmp_path / "out" / "graph.ttl").exists()
    table = {line.split()[0]: line.split()[-1] for line in done.stdout.splitlines() if line.strip()}
    assert table["announcements"] == "3"
    assert table["Person"] == "2"
    assert table["conflicts"] == "0"
    assert table["valid"] == "yes"
    assert "seconds" in table
    assert "open graph.html" in done.stdout
    assert done.stderr.splitlines()[:2] == ["Reading", "Understanding (3)"]


def test_a_quiet_build(ideal: Path, tmp_path: Path) -> None:
    """With --quiet nothing is printed but what could not be read."""
    (ideal / "empty.txt").write_bytes(b"")
    done = kg("build", ideal, "-o", tmp_path / "out", "--quiet")
    assert done.exit_code == 0
    assert done.stdout == ""
    assert done.stderr == f"kg: {ideal}/empty.txt is empty; give a file with the text of an announcement\n"


def test_some_of_it_built(ideal: Path, tmp_path: Path) -> None:
    """Exit code 0 when some was built; refusals are on standard error, in the table and in the report."""
    done = kg("build", ideal, "/missing.txt", "-o", tmp_path / "out")
    assert done.exit_code == 0
    assert "kg: /missing.txt does not exist; check the path" in done.stderr
    assert "refused" in done.stdout
    report = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))
    assert report["refused"] == [{"source": "/missing.txt", "reason": "/missing.txt does not exist; check the path"}]


def test_nothing_built(tmp_path: Path) -> None:
    """Exit code 2 when nothing was built, with a line for each source."""
    (tmp_path / "empty.txt").write_bytes(b"")
    done = kg("build", "/missing.txt", tmp_path / "empty.txt", "-o", tmp_path / "out", "--quiet")
    assert done.exit_code == 2
    assert done.stderr.splitlines() == [
        "kg: /missing.txt does not exist; check the path",
        f"kg: {tmp_path}/empty.txt is empty; give a file with the text of an announcement",
    ]


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n", b"\xff\xfe\xff"])
def test_bad_standard_input(data: bytes, tmp_path: Path) -> None:
    """Bad bytes on standard input are refused by that name."""
    done = CliRunner().invoke(main, ["build", "-", "-o", str(tmp_path / "out"), "--quiet"], input=data)
    assert done.exit_code == 2
    assert done.stderr.startswith("kg: standard input ")
    assert len(done.stderr.splitlines()) == 1


def test_an_output_that_cannot_be_written(ideal: Path, tmp_path: Path) -> None:
    """An unwritable folder is one line and exit code 2."""
    (tmp_path / "file").write_text("")
    done = kg("build", ideal, "-o", tmp_path / "file")
    assert done.exit_code == 2
    assert "can't be written" in done.stderr
    assert "Traceback" not in done.output


def test_markup_in_the_name_of_the_folder(ideal: Path, tmp_path: Path) -> None:
    """A folder's name is printed as it is, not as markup."""
    done = kg("build", ideal, "-o", tmp_path / "[red]out")
    assert f"{tmp_path}/[red]out" in done.stdout


def test_validate(ideal: Path, tmp_path: Path) -> None:
    """A build is valid; a graph with a padded date is not, and says what is wrong."""
    kg("build", ideal, "-o", tmp_path / "out")
    assert kg("validate", tmp_path / "out").exit_code == 0
    wrong = tmp_path / "wrong.ttl"
    wrong.write_text(
        "@prefix kg: <https://w3id.org/habar/ontology#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        '<https://example.org/x> a kg:Person ; skos:prefLabel "no language" .\n',
        "utf-8",
    )
    done = kg("validate", wrong)
    assert done.exit_code == 1
    assert "Violation" in done.output
    assert "not valid" in done.output


def test_validate_nothing(tmp_path: Path) -> None:
    """A folder without a build and a file that is no RDF are errors, exit code 2."""
    (tmp_path / "a.txt").write_text("x")
    assert kg("validate", tmp_path).exit_code == 2
    assert kg("validate", tmp_path / "a.txt").exit_code == 2
    assert kg("validate", tmp_path / "missing.ttl").exit_code == 2
