"""A disk that fills up in the middle of a build: one sentence, exit code 2, and what was there is there."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from kg.graph.store import open_store
from kg.pipeline import build
from kg.query.run import run

CACHE = {"cache.sqlite", "cache.sqlite-wal", "cache.sqlite-shm"}
SAMPLES = sorted((Path(__file__).parent.parent / "data" / "announcements").rglob("*.txt"))[:12]


def limited(limit: int, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run kg where no file can grow beyond so many bytes, as on a disk that has no more room."""
    return subprocess.run(
        [sys.executable, "-m", "kg", *arguments, "--workers", "0"],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
        capture_output=True,
        text=True,
        check=False,
    )


def contents(folder: Path) -> dict[str, bytes]:
    """Return the files that a reader opens."""
    names = ("graph.ttl", "graph.trig", "graph.html", "report.json")
    return {name: (folder / name).read_bytes() for name in names}


@pytest.mark.parametrize("limit", [1_000, 60_000])
def test_no_room_for_what_is_understood(tmp_path: Path, limit: int) -> None:
    """Before anything is read or while it is: the sentence names the file, and no half graph is left."""
    done = limited(limit, "build", *map(str, SAMPLES), "-o", str(tmp_path / "out"))
    assert done.returncode == 2, done.stderr
    assert "cache.sqlite can't be written" in done.stderr.splitlines()[-1]
    assert "make room" in done.stderr
    assert "Traceback" not in done.stderr
    assert {path.name for path in (tmp_path / "out").iterdir()} <= {
        "cache.sqlite",
        "cache.sqlite-wal",
        "cache.sqlite-shm",
    }


def test_no_room_for_the_graph(tmp_path: Path) -> None:
    """The old graph stays whole and can be asked; with room again, the next build is the one that would have been."""
    out = tmp_path / "out"
    build(SAMPLES, out)
    whole = contents(out)
    (out / "graph.trig").write_text("a person wrote here", "utf-8")  # so that all is written anew
    before = contents(out)
    done = limited(60_000, "build", *map(str, SAMPLES), "-o", str(out))
    assert done.returncode == 2, done.stderr
    assert f"{out}" in done.stderr.splitlines()[-1]
    assert "can't be written" in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr
    assert contents(out) == before
    assert next(iter(run(open_store(out), "SELECT ?a { ?a a kg:Announcement } LIMIT 1")), None) is not None  # type: ignore[arg-type]
    assert not list(out.glob(".graph*"))
    build(SAMPLES, out)
    assert contents(out) == whole
