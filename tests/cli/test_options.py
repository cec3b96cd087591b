"""Options that several commands share mean the same in each."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.graph.dataset import quads
from kg.graph.store import write_store
from kg.records import LANGUAGES
from tests import examples
from tests.cli.test_help import ALL

READERS = {"query": ["posts"], "view": [], "export": ["--format", "turtle"], "validate": []}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder that the commands run in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", READERS)
def test_without_a_folder_the_command_says_what_to_do(name: str, here: Path) -> None:
    """Before the first build one line names the folder, the command that makes it and the option for another."""
    done = CliRunner().invoke(main, [name, *READERS[name]])
    assert done.exit_code == 2
    assert done.stdout == ""
    assert done.stderr == (
        "kg: There is no folder output here yet; run kg build PATH first, or name another folder with -d.\n"
    )


@pytest.mark.parametrize("name", READERS)
def test_a_named_folder_that_is_missing(name: str, here: Path) -> None:
    """The path that was typed is in the message."""
    done = CliRunner().invoke(main, [name, *READERS[name], "-d", "outptu"])
    assert done.exit_code == 2
    assert done.stderr == "kg: outptu does not exist; check the path, or run kg build PATH -o outptu first.\n"


@pytest.mark.parametrize("name", READERS)
def test_the_graph_is_named_alike_everywhere(name: str, here: Path) -> None:
    """By default, by -d, by --dir and, but for query, as an argument: the same answer."""
    for folder in ("output", "other"):
        write_store(quads(examples.extractions(), examples.entities()), here / folder)
    ways = [[], ["-d", "output"], ["--dir", "output"], *([["output"]] if name != "query" else [])]
    done = [CliRunner().invoke(main, [name, *READERS[name], *way]) for way in ways]
    assert len({(one.exit_code, one.stdout) for one in done}) == 1
    assert done[0].exit_code in {0, 1}
    assert done[0].stdout
    if name != "query":
        twice = CliRunner().invoke(main, [name, *READERS[name], "output", "-d", "other"])
        assert (twice.exit_code, twice.stderr) == (2, "kg: Two graphs are named, output and -d other; name one.\n")


def test_options_of_one_name_are_spelt_alike() -> None:
    """-d, -f, -o and --lang stand for one thing each; --lang offers the three languages."""
    spelt: dict[str, set[tuple[str, ...]]] = {}
    for name, command in ALL.items():
        for option in (one for one in command.params if isinstance(one, click.Option)):
            for word in option.opts:
                spelt.setdefault(word, set()).add(tuple(option.opts))
            if "--lang" in option.opts and name != "morphology":
                assert tuple(getattr(option.type, "choices", ())) == LANGUAGES
    assert {word: ways for word, ways in spelt.items() if len(ways) > 1} == {}
    assert {"-d", "-f", "-o", "--lang"} <= set(spelt)
