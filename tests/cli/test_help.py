"""What `--help` prints reads well, and its examples can be copied."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from importlib import import_module

import click
import pytest
from click.testing import CliRunner

from kg.cli import COMMANDS, main
from kg.cli.examples import WithExamples


def all_commands() -> Iterator[tuple[str, click.Command]]:
    """Yield every command and subcommand as it is called."""
    for name, (module, _) in COMMANDS.items():
        command: click.Command = import_module(module).command
        yield name, command
        if isinstance(command, click.Group):
            yield from ((f"{name} {below}", one) for below, one in command.commands.items())


ALL = dict(all_commands())
WITH = {name: command for name, command in ALL.items() if isinstance(command, WithExamples)}
EXAMPLES = [(name, example) for name, command in WITH.items() for example in command.examples]


def help_of(name: str) -> str:
    """Return what `kg NAME --help` prints."""
    done = CliRunner().invoke(main, [*name.split(), "--help"], prog_name="kg")
    assert done.exit_code == 0
    return done.output


@pytest.mark.parametrize("name", ["", *ALL])
def test_help_is_clean(name: str) -> None:
    """No escape of Python or click is left in it, nothing is cut short, and it fits 80 columns."""
    said = help_of(name)
    assert "\\" not in said
    assert not re.search("[\x00-\x09\x0b-\x1f]", said)
    assert "..." not in re.sub(r"(PATH|FOLDER|ID|\[ARGS\])\.\.\.", "", said)
    assert [line for line in said.splitlines() if len(line) > 80 and "--format [" not in line] == []


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_an_example_stands_on_a_line_of_its_own(name: str, example: str) -> None:
    """So that it can be copied whole."""
    assert f"\n  {example}\n" in help_of(name).partition("\nExamples:")[2]


def test_every_command_has_examples() -> None:
    """Only a command that is there for its subcommands has none."""
    assert set(ALL) - set(WITH) == {"gazetteer"}


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_an_example_is_understood(name: str, example: str) -> None:
    """It calls its command with options and arguments that exist."""
    words = shlex.split(example.partition(" > ")[0].rpartition(" | ")[2])
    assert words[: 1 + len(name.split())] == ["kg", *name.split()]
    ALL[name].make_context(name, words[1 + len(name.split()) :])
