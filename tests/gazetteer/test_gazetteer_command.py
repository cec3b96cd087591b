"""`kg gazetteer`."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from kg.cli.gazetteer import command
from kg.gazetteer import KINDS
from kg.gazetteer_rows import COLUMNS
from kg.territories import territories_csv


def test_check_counts_rows() -> None:
    """A sound gazetteer is counted by kind."""
    result = CliRunner().invoke(command, ["check"])
    assert result.exit_code == 0
    assert [line.split()[0] for line in result.output.splitlines()] == [*KINDS, "all"]


def test_check_names_what_is_wrong(tmp_path: Path) -> None:
    """Faults of the user's file are printed and the exit code is 2."""
    file = tmp_path / "own.csv"
    file.write_text(",".join(COLUMNS) + "\nx,Planet,Шолпан,,,,,,,,t\n", "utf-8")
    result = CliRunner().invoke(command, ["check", str(file)])
    assert result.exit_code == 2
    assert "own.csv, line 2: the kind 'Planet'" in result.output


def test_check_prints_no_terminal_codes(tmp_path: Path) -> None:
    """An escape sequence in a user's cell does not reach the terminal."""
    file = tmp_path / "own.csv"
    file.write_text(",".join(COLUMNS) + "\nx,Place,Ауыл,,,,,,\x1b[31mred,,t\n", "utf-8")
    result = CliRunner().invoke(command, ["check", str(file)])
    assert result.exit_code == 2
    assert "\x1b" not in result.output


def test_check_without_file(tmp_path: Path) -> None:
    """A missing file is one sentence, no traceback."""
    result = CliRunner().invoke(command, ["check", str(tmp_path / "none.csv")])
    assert result.exit_code == 2
    assert result.output.count("\n") == 1


def test_territories_prints_the_generated_file() -> None:
    """The command gives the very content of states-cldr.csv."""
    assert CliRunner().invoke(command, ["territories"]).output == territories_csv()
