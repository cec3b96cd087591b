"""The command `kg` itself: help, version, errors, and how little is loaded for them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click
import pyoxigraph as ox
import pytest
from click.testing import CliRunner

from kg import __version__
from kg.cli import COMMANDS, main
from kg.graph.iris import BASE
from kg.graph.store import write_store
from kg.ontology import KG

HEAVY = (
    "rdflib",
    "pyoxigraph",
    "networkx",
    "numpy",
    "babel",
    "pyvis",
    "pyshacl",
    "rich",
    "razdel",
    "charset_normalizer",
)


def test_help_names_every_command() -> None:
    """The table of commands is what help shows, in its order."""
    said = CliRunner().invoke(main, ["--help"]).output
    places = [said.index(f"\n  {name} ") for name in COMMANDS]
    assert places == sorted(places)
    assert all(text in said for _, text in COMMANDS.values())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str) -> None:
    """Each line of the table leads to a command of that name that explains itself."""
    done = CliRunner().invoke(main, [name, "--help"])
    assert done.exit_code == 0, done.output
    assert f"Usage: main {name}" in done.output
    assert len(done.output.split("Options:")[0].splitlines()) > 3


def test_version() -> None:
    """The version is the package's."""
    assert CliRunner().invoke(main, ["--version"]).output == f"kg {__version__}\n"


def test_help_loads_nothing_heavy() -> None:
    """`kg --help` imports none of the large libraries, nor any command."""
    code = "import sys; from kg.cli import main; main(['--help'], standalone_mode=False); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split("\n")[-2].split())
    assert "kg.cli" in loaded
    assert not {name for name in loaded if name.split(".")[0] in HEAVY}
    assert not loaded & {module for module, _ in COMMANDS.values()}


def test_a_query_loads_no_more_than_it_needs(tmp_path: Path) -> None:
    """`kg query` on a built graph needs Oxigraph, and of the other large libraries only what draws the table."""
    meeting = f"<{BASE}meeting/m> a <{KG}Meeting> ."
    write_store(ox.parse(meeting, format=ox.RdfFormat.TURTLE), tmp_path)
    code = (
        "import sys; from kg.cli import main; main(['query', '-d', sys.argv[1], sys.argv[2]], standalone_mode=False);"
        "print(*sys.modules)"
    )
    command = [sys.executable, "-c", code, str(tmp_path), "SELECT ?m { ?m a kg:Meeting }"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "meeting/m" in done.stdout
    loaded = {name.split(".")[0] for name in done.stdout.split("\n")[-2].split()}
    assert loaded & set(HEAVY) <= {"pyoxigraph", "rich"}
    assert not loaded & {"msgspec", "rapidfuzz", "pymorphy3", "pycrfsuite", "httpx", "starlette", "jinja2", "backports"}


def test_importing_the_library_loads_nothing_heavy() -> None:
    """`import kg` costs nothing until something is used."""
    code = "import sys, kg; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {name for name in done.stdout.split() if name.split(".")[0] in (*HEAVY, "click")}


def test_an_unknown_command() -> None:
    """A mistyped command is refused with exit code 2."""
    done = CliRunner().invoke(main, ["bild"])
    assert done.exit_code == 2
    assert "No such command 'bild'" in done.output


@pytest.mark.parametrize("command", ["mentions", "extract", "explain", "build"])
def test_an_error_is_one_line(command: str, tmp_path: object) -> None:
    """What the user can mend is one line on standard error, with exit code 2 and without a traceback."""
    out = ["-o", str(tmp_path)] if command == "build" else []
    done = CliRunner().invoke(main, [command, "/missing/a.txt", *out, *(["--quiet"] if out else [])])
    assert done.exit_code == 2
    assert done.stdout == ""
    assert done.stderr == "kg: /missing/a.txt does not exist; check the path\n"


def test_an_error_cannot_harm_the_terminal() -> None:
    """A file name with control characters is shown without them."""
    done = CliRunner().invoke(main, ["mentions", "\x1b[2J\u202eevil.txt"])
    assert done.exit_code == 2
    assert "\x1b" not in done.stderr
    assert "\u202e" not in done.stderr


def test_the_group_is_what_the_wheel_calls() -> None:
    """The entry point is a click command."""
    assert isinstance(main, click.Group)
