"""`kg export` as a user runs it."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner, Result

from kg.cli import main
from kg.export.formats import FORMATS, export
from kg.graph.store import write_store


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, store: ox.Store) -> Path:
    """Return a folder with the example's database."""
    folder = tmp_path_factory.mktemp("built")
    write_store(store, folder)
    return folder


def run(*arguments: object) -> Result:
    """Run `kg export` in this process."""
    return CliRunner().invoke(main, ["export", *map(str, arguments)])


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if not form.folder])
def test_a_file_and_standard_output_get_the_same(name: str, built: Path, store: ox.Store, tmp_path: Path) -> None:
    """With -o FILE, with -o - and without -o; a folder on the way is made, and nothing is left beside the file."""
    (content,) = export(store, name).values()
    assert run(built, "--format", name, "-o", tmp_path / "new" / "file").exit_code == 0
    assert (tmp_path / "new" / "file").read_bytes() == content
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["file"]
    assert run(built, "--format", name).stdout_bytes == content
    assert run(built, "--format", name, "-o", "-").stdout_bytes == content


@pytest.mark.parametrize("name", ["csv", "excel"])
def test_tables_fill_a_folder_and_leave_what_else_is_there(name: str, built: Path, tmp_path: Path) -> None:
    """The tables come beside the user's own files."""
    (tmp_path / "mine.txt").write_text("mine")
    assert run(built, "-f", name, "-o", tmp_path).exit_code == 0
    assert len(list(tmp_path.glob("*.csv"))) == 9
    assert (tmp_path / "mine.txt").read_text() == "mine"


def test_without_evidence_a_dataset_is_the_knowledge(built: Path, store: ox.Store) -> None:
    """The option reaches the format."""
    content = run(built, "-f", "nquads", "--without-evidence").stdout_bytes
    assert content == export(store, "nquads", evidence=False)["graph.nq"]
    assert content != export(store, "nquads")["graph.nq"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-f", "excel"], "name a folder for them with -o"),
        (["-f", "csv"], "name a folder for them with -o"),
        (["-f", "csv", "-o", "-"], "name a folder for them with -o"),
        (["-f", "turtle", "-o", "."], "is a folder"),
        (["-f", "turtle", "--with-evidence"], "no room for the evidence"),
        (["-f", "turtle", "-o", "/dev/null/x"], "can't be written"),
    ],
)
def test_a_mistake_is_one_clear_line_and_exit_code_2(arguments: list[str], said: str, built: Path) -> None:
    """No traceback, nothing on standard output."""
    done = run(built, *arguments)
    assert done.exit_code == 2
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""


def test_a_folder_without_a_graph_says_what_to_do(tmp_path: Path) -> None:
    """The remedy is in the message."""
    done = run(tmp_path, "-f", "turtle")
    assert (done.exit_code, "run kg build" in done.stderr) == (2, True)
