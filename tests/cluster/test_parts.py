"""What a build on a cluster is put together from, looked at without a cluster."""

from __future__ import annotations

import os
import pickle
import signal
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.cluster.inputs import expected, files, read, units
from kg.cluster.machines import keys_told, scores_told
from kg.cluster.on_machine import Common, Found, Task, _understood, read_batch
from kg.errors import KgError
from kg.read import Document, documents
from kg.records import Refusal
from kg.resolve import resolve
from kg.resolve.score import Kind, Scores, Scoring, scored
from kg.run.pack import Packed
from kg.run.understand import Miss
from kg.run.workers import Workers
from tests.benchmarks.synthetic import Synthetic


def test_what_is_read_is_what_one_machine_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Folders, patterns, files named twice, what is missing: in the same order and under the same names."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "texts").mkdir()
    for number in range(70):
        (tmp_path / "texts" / f"{number:02}.txt").write_text(f"text {number}\n")
    (tmp_path / "texts" / "many.jsonl").write_text(
        '{"id": "x", "text": "one"}\n{"id": "y"}\n{"id": "z", "text": "three"}\n'
    )
    (tmp_path / "texts" / "page.html").write_text("<p>")
    given = ["texts/0*.txt", "texts", "nothing", "texts/page.html"]
    found, refused = files(given)
    ours = [one for unit in units(found) for _, one in read(unit, None)]
    theirs = list(documents(given))
    assert [one for one in ours if not isinstance(one, Refusal)] == [
        one for one in theirs if not isinstance(one, Refusal)
    ]
    assert {one for one in [*ours, *refused] if isinstance(one, Refusal)} == {
        one for one in theirs if isinstance(one, Refusal)
    }
    assert [len(unit) for unit in units(found)] == [64, 6, 1, 1]
    assert expected(found[:70]) == 70
    assert expected(found) == 0


def test_what_another_machine_does_not_see(tmp_path: Path) -> None:
    """A file that is here and not there is refused with what may be wrong."""
    (tmp_path / "a.txt").write_text("here")
    found, _ = files([tmp_path])
    (tmp_path / "a.txt").unlink()
    ((_, refusal),) = read(found, None)
    assert isinstance(refusal, Refusal)
    assert refusal.reason.startswith(f"{tmp_path / 'a.txt'} cannot be read (No such file or directory)")


def test_rows_are_small(tmp_path: Path) -> None:
    """A file of many announcements becomes rows of a few, so that many machines have some of it."""
    (tmp_path / "many.jsonl").write_text("".join(f'{{"id": "{n}", "text": "text {n}"}}\n' for n in range(25)))
    found, _ = files([tmp_path])
    rows = list(read_batch({"unit": [pickle.dumps(found)]}, Task("", b"", None, (), 10)))
    assert [len(pickle.loads(row["documents"][0])) for row in rows] == [10, 10, 5]


def dies(miss: Miss) -> Packed:
    """Understand, unless the text is one that kills."""
    if "KILL" in miss[1].text:
        os.kill(os.getpid(), signal.SIGKILL)
    return Packed(miss[1].text.encode(), b"")


def test_what_kills_its_process_costs_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ray would give the whole row to another machine, and to the next; here the others are understood."""
    numbered = [((0, n), Document(f"{n}", "KILL" if n == 3 else f"text {n}", f"{n}.txt")) for n in range(6)]
    task, common = Task("", b"", None, (), 10), Common(frozenset(), {})
    with Workers(1, dies) as workers:
        monkeypatch.setattr("kg.cluster.on_machine._workers", lambda _: workers)
        found = {one.id: one.result for one in _understood(numbered, task, common) if isinstance(one, Found)}
    refused = found.pop("3")
    assert isinstance(refused, Refusal)
    assert refused.reason.startswith("3.txt ended the process that read it, twice")
    assert found == {f"{n}": Packed(f"text {n}".encode(), b"") for n in range(6) if n != 3}


def in_parts(number: int, rows: int) -> Scoring:
    """Return a scoring that does what the cluster does, one part after another."""

    def score(kind: Kind, things: dict, allowed: object, known: object = None) -> Scores:  # type: ignore[type-arg]
        items = list(things.items())
        told: dict[int, list[bytes]] = {}
        for at in range(0, len(items), rows):
            for row in keys_told({"things": [pickle.dumps(items[at : at + rows])]}, kind, number):
                told.setdefault(row["part"][0], []).append(row["told"][0])
        found: Scores = {}
        for part in reversed(told.values()):
            found |= pickle.loads(scores_told({"told": part}, kind)["scores"][0])
        assert found.keys() >= scored(kind, things, allowed).keys()  # type: ignore[arg-type]
        return {pair: found[pair] for pair in found if allowed(*pair)}  # type: ignore[operator]

    return score  # type: ignore[return-value]


@pytest.mark.parametrize(("number", "rows"), [(1, 1000), (7, 13)])
def test_who_is_who_whatever_the_parts(number: int, rows: int) -> None:
    """However keys are spread over machines, the same things are one, for the same reasons."""
    extractions = list(Synthetic(300))
    whole = resolve(extractions)
    assert resolve(extractions, scoring=in_parts(number, rows)) == whole
    assert whole.doubts


@pytest.mark.parametrize("address", ["127.0.0.1:1", "ray://127.0.0.1:1", "127.0.0.1:999999"])
def test_no_cluster_answers(tmp_path: Path, address: str) -> None:
    """It is said at once, and nothing is left."""
    pytest.importorskip("ray")
    (tmp_path / "a.txt").write_text("text")
    options = ["--engine", "ray", "--address", address, "-o", str(tmp_path / "out")]
    done = CliRunner().invoke(main, ["build", str(tmp_path / "a.txt"), *options])
    assert done.exit_code == 2
    assert done.stderr.startswith(f"kg: no Ray cluster answers at {address} (")
    assert list((tmp_path / "out").iterdir()) == []


def test_what_a_cluster_cannot_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence says what is wrong and what to do."""
    (tmp_path / "a.txt").write_text("text")

    def said(*options: str) -> str:
        done = CliRunner().invoke(main, ["build", str(tmp_path / "a.txt"), *options])
        assert done.exit_code == 2
        return done.stderr

    out = ["-o", str(tmp_path / "out"), "--engine", "ray"]
    assert "--spacy works on one machine only" in said(*out, "--spacy", "blank")
    assert "only a cluster writes to an address" in said("-o", "s3://bucket/graph")
    with pytest.raises(KgError, match="can't read standard input"):
        files(["-"])
    (tmp_path / "out").mkdir(exist_ok=True)
    (tmp_path / "out" / "graph.ttl").touch()
    assert "built on one machine; choose another folder" in said(*out)
    (tmp_path / "out" / "graph.ttl").unlink()
    monkeypatch.setitem(sys.modules, "ray", None)
    assert "pip install 'habar[ray]'" in said(*out)
