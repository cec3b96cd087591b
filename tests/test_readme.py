"""README.md says the truth: every console and Python block in it runs and prints what it shows."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE, OutputChecker
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(console|python)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def console() -> Iterator[tuple[str, str]]:
    """Yield each command of the console blocks with the output that is shown under it ("..." stands for anything)."""
    for kind, body in BLOCKS:
        if kind == "console":
            for part in body.split("$ ")[1:]:
                command, _, output = part.partition("\n")
                yield command, output


def python() -> list[str]:
    """Return the Python blocks."""
    return [body for kind, body in BLOCKS if kind == "python"]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the samples in it, where commands of the README find what they name."""
    folder = tmp_path_factory.mktemp("readme")
    (folder / "data").symlink_to(ROOT / "data")
    return folder


def run(command: str | list[str], place: Path) -> str:
    """Run a command as a user would and return what it prints."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    shell = isinstance(command, str)
    environment = {**os.environ, "PATH": path, "COLUMNS": "80"}
    done = subprocess.run(command, shell=shell, cwd=place, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"$ {command}\n{done.stdout}{done.stderr}"
    return done.stdout


def test_all_blocks_are_collected() -> None:
    """No block of another kind hides commands that nobody runs: only making the demo stands outside."""
    assert len(list(console())) >= 4
    assert len(python()) >= 2
    assert re.findall(r"^```(\w*)$", README, re.MULTILINE).count("sh") == 1


def test_console_blocks(place: Path) -> None:
    """Every command runs, in the order of the text, and prints what stands under it."""
    flags = ELLIPSIS | NORMALIZE_WHITESPACE
    for command, shown in console():
        said = run(command, place)
        assert OutputChecker().check_output(shown or "\n", said or "\n", flags), f"$ {command}\n{said}"


@pytest.mark.parametrize("body", python())
def test_python_blocks(body: str, place: Path) -> None:
    """Every Python block runs."""
    assert run([sys.executable, "-c", body], place)


def test_files_that_are_named_exist() -> None:
    """Links and pictures lead somewhere."""
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target
