"""From announcements to the files of a build, with an ideal extraction (see tests/conftest.py) and all else real."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from kg.errors import KgError
from kg.pipeline import OUTPUTS as WRITTEN
from kg.pipeline import NothingBuiltError, build
from kg.records import Announcement
from tests import examples

OUTPUTS = (*WRITTEN, "cache.sqlite")
FILES = ("graph.ttl", "graph.trig", "graph.html", "report.json")


def report(out: Path) -> dict[str, Any]:
    """Return the report of a build."""
    found: dict[str, Any] = json.loads((out / "report.json").read_text("utf-8"))
    return found


def contents(out: Path) -> dict[str, bytes]:
    """Return the bytes of a build's files."""
    return {name: (out / name).read_bytes() for name in FILES}


def test_what_a_build_leaves(ideal: Path, tmp_path: Path) -> None:
    """The five outputs, the cache and nothing else; the report counts what is in them; the store answers."""
    from kg.graph.store import open_store

    out = tmp_path / "new" / "out"
    built = build(ideal, out)
    assert sorted(path.name for path in out.iterdir()) == sorted(OUTPUTS)
    assert report(out) == built.report
    assert [row["id"] for row in built.report["announcements"]] == ["su-kenesi en", "su-kenesi kk", "su-kenesi ru"]
    assert built.report["entities"]["Person"] == 2
    assert built.report["claims"]["denied"] == 1
    assert built.report["refused"] == []
    assert built.report["validation"]["conforms"]
    assert len(list(open_store(out))) == len(built.quads)


def test_the_faces_of_a_graph(ideal: Path) -> None:
    """Without a folder nothing is written; the graph is there for rdflib and networkx."""
    built = build(str(ideal))
    found = built.dataset.query("SELECT DISTINCT ?person { ?person a kg:Person }")
    assert len(found) == 2
    people = [node for node, attributes in built.network.nodes(data=True) if attributes["kind"] == "Person"]
    assert len(people) == 2


def test_announcements_instead_of_paths() -> None:
    """A library user may give announcements, alone or several, and get the real extraction of them."""
    built = build(Announcement("a", "Бүгін ауыл кітапханасында кеш өтті.", "kk"))
    assert built.extractions[0].announcement.lines


def test_the_order_of_sources_changes_nothing(ideal: Path, tmp_path: Path) -> None:
    """The same announcements give the same bytes in whatever order they are given."""
    files = sorted(ideal.iterdir())
    build(files, tmp_path / "one")
    build(reversed(files), tmp_path / "two")
    build(ideal, tmp_path / "three")
    assert contents(tmp_path / "one") == contents(tmp_path / "two") == contents(tmp_path / "three")


def test_the_hash_seed_changes_nothing(tmp_path: Path) -> None:
    """Two processes with other hash seeds, one of them given the files the other way round, write the same bytes."""
    texts = tmp_path / "texts"
    texts.mkdir()
    for extraction in examples.extractions():
        (texts / f"{extraction.announcement.id}.txt").write_text(extraction.announcement.text, "utf-8")
    files = sorted(str(path.relative_to(tmp_path)) for path in texts.iterdir())
    for seed, given in (("1", files), ("2", files[::-1])):
        command = [sys.executable, "-m", "kg", "build", *given, "-o", seed, "--quiet"]
        subprocess.run(command, cwd=tmp_path, env={**os.environ, "PYTHONHASHSEED": seed}, check=True)
    assert contents(tmp_path / "1") == contents(tmp_path / "2")


def test_a_fault_costs_one_announcement(ideal: Path, tmp_path: Path) -> None:
    """An announcement that makes a rule fail is refused with a sentence; all else is built."""
    (ideal / "fault.txt").write_text("Бүгін кеңес отырысы өтті. FAULT", "utf-8")
    built = build(ideal, tmp_path / "out")
    assert len(built.extractions) == 3
    (refused,) = report(tmp_path / "out")["refused"]
    assert refused["source"] == str(ideal / "fault.txt")
    assert "fault in habar (ValueError: a fault in a rule)" in refused["reason"]


def test_bad_files_are_listed(ideal: Path, tmp_path: Path) -> None:
    """What can't be read is in the report, sorted, and costs only itself."""
    (ideal / "z-empty.txt").write_bytes(b"")
    (ideal / "image.txt").write_bytes(b"\x89PNG\r\n")
    built = build([tmp_path / "missing", ideal])
    reasons = [row["reason"] for row in built.report["refused"]]
    assert len(built.extractions) == 3
    assert [word for word in ("missing", "PNG", "empty") if any(word in reason for reason in reasons)] == [
        "missing",
        "PNG",
        "empty",
    ]
    assert reasons == sorted(reasons)


def test_nothing_to_build(tmp_path: Path) -> None:
    """When no source can be read, an error says why and nothing is left behind."""
    with pytest.raises(NothingBuiltError, match=r"missing-2\.txt does not exist") as caught:
        build([tmp_path / "missing-1.txt", tmp_path / "missing-2.txt"], tmp_path / "out")
    assert len(caught.value.refused) == 2
    assert not list((tmp_path / "out").iterdir())
    with pytest.raises(NothingBuiltError, match="nothing was given"):
        build([])


def test_other_files_in_the_folder_stay(ideal: Path, tmp_path: Path) -> None:
    """Only our own names are replaced."""
    out = tmp_path / "out"
    (out / "store").mkdir(parents=True)
    (out / "store" / "old").write_text("old")
    (out / "mine.txt").write_text("mine")
    build(ideal, out)
    assert (out / "mine.txt").read_text() == "mine"
    assert not (out / "store" / "old").exists()
    assert sorted(path.name for path in out.iterdir()) == sorted([*OUTPUTS, "mine.txt"])


def test_a_failed_build_leaves_the_old_one(ideal: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When writing fails half-way, the folder is what it was before."""
    out = tmp_path / "out"
    build(ideal, out)
    before = contents(out)
    (ideal / "su-kenesi en.txt").unlink()
    monkeypatch.setattr("kg.graph.filling.ox.Store", _no_space)
    with pytest.raises(KgError, match=r"store can't be written \(.*No space.*\)"):
        build(ideal, out)
    assert contents(out) == before
    assert sorted(path.name for path in out.iterdir()) == sorted(OUTPUTS)


def _no_space(*folder: str) -> ox.Store:
    """Make a database in memory, but none on disk."""
    if folder:
        raise OSError(28, "No space left on device")
    return IN_MEMORY()


IN_MEMORY = ox.Store


def test_output_that_cannot_be_written(ideal: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An unwritable folder is an error before any work begins."""
    (tmp_path / "file").write_text("a file")
    monkeypatch.setattr("kg.read.sources", None)
    with pytest.raises(KgError, match=r"can't be written .*; choose another folder"):
        build(ideal, tmp_path / "file")
    with pytest.raises(KgError, match=r"can't be written .*; choose another folder"):
        build(ideal, "/proc/out")


@pytest.mark.parametrize("base", ["", "no iri", "https://example.org", "https://example.org/<a>/"])
def test_a_base_that_is_none(ideal: Path, base: str) -> None:
    """A base under which nothing can be named is refused."""
    with pytest.raises(KgError, match="base"):
        build(ideal, base=base)


def test_another_base(ideal: Path) -> None:
    """Individuals live under the base that is given."""
    built = build(ideal, base="https://example.org/kg/")
    subjects = {str(quad.subject) for quad in built.quads}
    assert all(subject.startswith("<https://example.org/kg/") for subject in subjects)


def test_progress_is_told(ideal: Path, tmp_path: Path) -> None:
    """Each stage is told, and how far the understanding is."""
    told: list[tuple[str, int, int]] = []
    build(ideal, tmp_path / "out", progress=lambda *step: told.append(step))
    assert list(dict.fromkeys(stage for stage, _, _ in told)) == [
        "Reading",
        "Understanding",
        "Resolving",
        "Drawing up",
        "Checking",
        "Writing",
        "Drawing",
    ]
    assert [(done, total) for stage, done, total in told if stage == "Understanding"] == [
        (0, 3),
        (1, 3),
        (2, 3),
        (3, 3),
    ]


def test_the_notes_of_reading_and_understanding(ideal: Path) -> None:
    """What is odd about an announcement, and that it was not understood, stands in the report."""
    (ideal / "other.txt").write_text("Бүгін ауыл кітапханасында кеш өтті.", "utf-8")
    rows = {row["id"]: row for row in build(ideal).report["announcements"]}
    assert rows["other"]["notes"] == [
        "no date line, so the day of publication is not known",
        "not understood: no example",
    ]
    assert rows["su-kenesi kk"]["claims"] == len(examples.extractions()[0].claims)


def test_hostile_names_of_files(ideal: Path, tmp_path: Path) -> None:
    """A file's name is never more than a name, in no output."""
    name = '"><script>alert(1)</script> %2e .. {}'.replace("/", "⁄")
    os.rename(ideal / "su-kenesi kk.txt", ideal / f"{name}.txt")  # noqa: PTH104
    build(ideal, tmp_path / "out")
    assert report(tmp_path / "out")["announcements"][0]["id"] == name
    assert "<script>alert(1)" not in (tmp_path / "out" / "graph.html").read_text("utf-8")
    assert "<script>alert(1)" not in (tmp_path / "out" / "graph.ttl").read_text("utf-8")
