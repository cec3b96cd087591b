"""An export of a build is a copy of what the build wrote, and only as long as nobody changed any of it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.export.formats import export
from kg.export.ready import ready
from kg.graph import replaced, unchanged
from kg.graph.dataset import BASE, quads
from kg.graph.store import open_store, write_store
from kg.graph.write import write_graph
from kg.pipeline import build
from tests.examples import entities, extractions

TEXTS = sorted((Path(__file__).parents[2] / "data" / "announcements").rglob("*.txt"))[:3]
FORMATS = [("turtle", None), ("trig", None), ("trig", False)]
MOVED = {f"{BASE}person/old": f"{BASE}person/new", f"{BASE}person/older": f"{BASE}person/new"}


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a build."""
    folder = tmp_path_factory.mktemp("once")
    build(TEXTS, folder)
    return folder


@pytest.fixture
def built(once: Path, tmp_path: Path) -> Path:
    """Return a copy of that build, with its times."""
    return Path(shutil.copytree(once, tmp_path / "built"))


@pytest.mark.parametrize(("name", "evidence"), FORMATS)
def test_the_copy_is_what_the_database_gives(name: str, evidence: bool | None, built: Path) -> None:
    """Byte for byte, and `kg export` writes it."""
    found = ready(built, name, evidence=evidence)
    assert found == export(open_store(built), name, evidence=evidence)
    option = ["--without-evidence"] if evidence is False else []
    done = CliRunner().invoke(main, ["export", str(built), "-f", name, *option])
    assert [done.stdout_bytes] == list((found or {}).values())


@pytest.mark.parametrize("other", ["ntriples", "nquads", "jsonld", "csv", "rdfxml"])
def test_other_formats_are_made_of_the_database(other: str, built: Path) -> None:
    """No file of the build has them; nor is evidence put where it has no room."""
    assert ready(built, other) is None
    assert ready(built, "turtle", evidence=True) is None


def test_what_took_whose_place_is_in_the_dataset(tmp_path: Path) -> None:
    """The graph that only the database has stands behind the others, its prefix among theirs."""
    said = quads(extractions(), entities())
    write_graph(said, tmp_path)
    write_store([*said, *replaced.quads(MOVED, BASE)], tmp_path)
    (tmp_path / replaced.NAME).write_text(replaced.text(MOVED, BASE), "utf-8")
    unchanged.record(tmp_path)
    for name, evidence in FORMATS:
        assert ready(tmp_path, name, evidence=evidence) == export(open_store(tmp_path), name, evidence=evidence)


def test_another_base_is_kept(tmp_path: Path) -> None:
    """The copy says the same as the database, in the short form of the build."""
    build(TEXTS, tmp_path, base="https://example.org/news/")
    for name, format_ in (("turtle", ox.RdfFormat.TURTLE), ("trig", ox.RdfFormat.TRIG)):
        (copy,) = (ready(tmp_path, name) or {}).values()
        (made,) = export(open_store(tmp_path), name).values()
        assert set(ox.parse(copy, format=format_)) == set(ox.parse(made, format=format_))
        assert copy.startswith(b"@base <https://example.org/news/>")


@pytest.mark.parametrize("file", ["graph.ttl", "graph.trig"])
def test_a_changed_file_is_not_taken_for_the_graph(file: str, built: Path) -> None:
    """Whoever edits one of them, even without another size, gets what the database holds."""
    before = (built / file).read_bytes()
    (built / file).write_bytes(before.replace(b"skos:prefLabel", b"skos:prefLabex", 1))
    assert all(ready(built, name) is None for name in ("turtle", "trig"))
    content = CliRunner().invoke(main, ["export", str(built), "-f", file[6:].replace("ttl", "turtle")]).stdout_bytes
    assert content == before


def test_a_changed_database_is_asked(built: Path) -> None:
    """What another program adds to the database is exported."""
    store = ox.Store(str(built / "store"))
    added = ox.Quad(ox.NamedNode(f"{BASE}person/new"), ox.NamedNode("http://schema.org/name"), ox.Literal("Added"))
    store.add(added)
    del store
    assert ready(built, "turtle") is None
    content = CliRunner().invoke(main, ["export", str(built), "-f", "turtle"]).stdout_bytes
    assert added in set(ox.parse(content, format=ox.RdfFormat.TURTLE))


def test_a_lost_record_or_another_time_only_costs_time(built: Path) -> None:
    """A copy without its times, a folder without its record or without a file: the database is asked."""
    assert ready(built, "turtle") is not None
    os.utime(built / "graph.trig", ns=(0, 0))
    assert ready(built, "turtle") is None
    unchanged.record(built)
    assert ready(built, "turtle") is not None
    (built / "graph.trig").unlink()
    assert ready(built, "turtle") is None
    (built / "store" / "habar-files").write_text("broken")
    assert ready(built, "turtle") is None


def test_a_second_build_notes_its_own_files(built: Path) -> None:
    """After another announcement came, the copy is of the new graph."""
    before = ready(built, "turtle")
    build(sorted((Path(__file__).parents[2] / "data" / "announcements").rglob("*.txt"))[:4], built)
    assert ready(built, "turtle") not in (None, before)
    assert ready(built, "turtle") == export(open_store(built), "turtle")
