"""The wheel that users get: built from the sdist, installed into a fresh environment, used outside the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.wheel

ROOT = Path(__file__).parents[1]
TEXT = (
    "14.05.2021 |\nАуыл мұғалімдері форумы өтті\n2021 жылғы 14 мамырда Қарағандыда ауыл мұғалімдерінің форумы өтті.\n"
)
SHIPPED = ("ontology/kg.ttl", "ontology/shapes.ttl", "data/gazetteer/states.csv")


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command without what the checkout's environment would lend it, and return what it prints."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with sdist and wheel: that of `make test` or, in a plain run of pytest, a new one."""
    if made := os.environ.get("HABAR_DIST"):
        return Path(made)
    folder = tmp_path_factory.mktemp("dist")
    # Without a choice of sdist or wheel, build makes the wheel from the sdist, which proves the sdist whole.
    run(sys.executable, "-m", "build", "--outdir", folder, ROOT, cwd=ROOT)
    return folder


@pytest.fixture(scope="session")
def installed(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the bin folder of a fresh environment with the wheel in it.

    Its dependencies are lent by a .pth file; the .pth of the editable checkout is not read there, so that kg itself can
    come from the wheel only.
    """
    venv = tmp_path_factory.mktemp("venv")
    run(sys.executable, "-m", "venv", "--without-pip", venv, cwd=venv)
    python = venv / "bin" / "python"
    (wheel,) = dist.glob("*.whl")
    run(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel, cwd=venv)
    own = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=venv).strip())
    (own / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return venv / "bin"


def test_what_the_wheel_holds(dist: Path) -> None:
    """Ontology, gazetteer and the packages' data files are in the wheel; tests are not."""
    (wheel,) = dist.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {f"kg/_shipped/{path}" for path in SHIPPED} <= names
    data = {str(path.relative_to(ROOT)) for path in (ROOT / "kg").rglob("*") if _is_data(path)}
    assert data
    assert data <= names
    assert not {name for name in names if name.startswith("tests/")}


def _is_data(path: Path) -> bool:
    return path.is_file() and "__pycache__" not in path.parts and path.suffix != ".pyc" and path.name != ".gitkeep"


def test_what_the_sdist_holds(dist: Path) -> None:
    """All that is needed to build and test again is in the sdist."""
    (sdist,) = dist.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"pyproject.toml", "README.md", "LICENSE", "Makefile", "tests/conftest.py", *SHIPPED} <= names


def test_a_build_with_the_installed_wheel(installed: Path, tmp_path: Path) -> None:
    """The command works outside the checkout, from the wheel alone, and finds ontology and gazetteer."""
    home = run(installed / "python", "-c", "import kg; print(kg.__file__)", cwd=tmp_path)
    assert str(installed.parent) in home
    (tmp_path / "forum.txt").write_text(TEXT, "utf-8")
    run(installed / "kg", "build", "forum.txt", "-o", "out", cwd=tmp_path)
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        "graph.ttl",
        "graph.trig",
        "graph.html",
        "store",
        "report.json",
        "cache.sqlite",
    }
    assert run(installed / "kg", "validate", "out", cwd=tmp_path).startswith("valid")
    assert "Organization" in run(installed / "kg", "gazetteer", "check", cwd=tmp_path)
    assert run(installed / "kg", "query", "--list", cwd=tmp_path)
