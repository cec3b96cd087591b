"""What would fill the memory goes by portions, packed or on disk, and the files of a build are the same bytes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from random import Random

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.iris import BASE
from kg.graph.store import open_store
from kg.graph.write import Blocks
from kg.pipeline import build
from kg.run.output import report_text
from tests.benchmarks.texts import write

FILES = ("graph.ttl", "graph.trig", "graph.html", "report.json")


def contents(out: Path) -> dict[str, bytes]:
    """Return the bytes of a build's files."""
    return {name: (out / name).read_bytes() for name in FILES}


@pytest.mark.parametrize("workers", [None, 2])
def test_things_are_the_same_by_any_portions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, workers: int | None
) -> None:
    """Whether all that is told of things is held together, or of a few things at a time."""
    write(60, tmp_path / "texts")
    build(tmp_path / "texts", tmp_path / "whole")
    monkeypatch.setattr("kg.run.things._TOLD_AT_ONCE", 7)
    monkeypatch.setattr("kg.run.said._HELD", 5)
    monkeypatch.setattr("kg.run.parts._WORTH_PROCESSES", 1)
    monkeypatch.setattr("kg.run.output._MANY", 1)
    monkeypatch.setattr("kg.run.output._ROWS", 7)
    monkeypatch.setattr("kg.graph.filling._PIECE", 5_000)
    build(tmp_path / "texts", tmp_path / "portions", workers=workers)
    assert contents(tmp_path / "portions") == contents(tmp_path / "whole")
    assert set(open_store(tmp_path / "portions")) == set(open_store(tmp_path / "whole"))


@given(
    st.dictionaries(st.text(), st.lists(st.dictionaries(st.text(), st.text() | st.lists(st.integers()))) | st.none())
)
def test_a_report_in_pieces_is_the_report(report: dict[str, object]) -> None:
    """A report is written a few rows at a time, and reads as if it had been written at once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kg.run.output._ROWS", 2)
        pieces = "".join(report_text(report))
    whole = msgspec.json.format(msgspec.json.encode(report), indent=2).decode() if report else "{\n}"
    assert pieces == whole + "\n"


@pytest.mark.parametrize("held", [0, 10**6], ids=["sorted on disk", "sorted in memory"])
def test_the_default_graph_is_in_order_whatever_the_order_it_came_in(
    held: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """First by section, then by subject, by the code points of its letters; what is alike stays in its order."""
    monkeypatch.setattr("kg.graph.write._HELD", held)
    monkeypatch.setattr("kg.graph.write._AT_ONCE", 4)
    given = [
        (place, f"<thing/{name}>", f"{name} {place}\n") for place in (2, 0, 1) for name in ("ә", "a-b", "a", "Z", "a")
    ]
    chance, blocks = Random(1), Blocks(BASE)
    chance.shuffle(given)
    for block in given:
        blocks.take(block, ["kg"])
    assert list(blocks.blocks) == sorted(given, key=lambda block: block[:2])
    assert list(blocks.blocks) == list(blocks.blocks)
    assert blocks.prefixes == {"kg"}


_FILLING = """
import sys
from kg.graph import write
write._HELD = 1_000_000
blocks = write.Blocks("https://example.org/")
for number in range(20_000):
    blocks.take((number % 7, f"<thing/{number * 7919 % 20_000}>", "said of it " * 30), ())
first = next(blocks.blocks)
print("ready", flush=True)
sys.stdin.read()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_a_build_that_is_killed_leaves_nothing_behind(tmp_path: Path) -> None:
    """The default graph lies in a file that has no name, so that even a kill leaves none."""
    environment = {**os.environ, "SQLITE_TMPDIR": str(tmp_path), "TMPDIR": str(tmp_path)}
    filling = subprocess.Popen(
        [sys.executable, "-c", _FILLING], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert filling.stdout
    assert filling.stdout.readline() == b"ready\n"
    filling.send_signal(signal.SIGKILL)
    filling.communicate()
    assert not list(tmp_path.iterdir())
