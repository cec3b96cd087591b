"""In continuous integration no browser test is skipped unseen."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SKIPPED = """
import pytest

@pytest.mark.browser
def test_in_a_browser(chromium):
    pass
"""


@pytest.mark.parametrize(("ci", "passes"), [("", True), ("1", False)])
def test_a_machine_without_chromium(ci: str, passes: bool, tmp_path: Path) -> None:
    """A browser test skips with a reason where there is no Chromium; where CI is set, that is a failure."""
    (tmp_path / "test_skipped.py").write_text(SKIPPED)
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "tests.conftest",
        "-rs",
        "-c",
        str(ROOT / "pyproject.toml"),
        str(tmp_path),
    ]
    environment = {**os.environ, "CI": ci, "PATH": str(tmp_path), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode == 0) is passes, done.stdout + done.stderr
    assert "no Chromium on this machine" in done.stdout
