"""The embedded database and the ways to come to a store: real folders on disk, clear errors."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kg.errors import KgError
from kg.graph.dataset import quads
from kg.graph.store import as_dataset, as_store, open_store, read_quads, write_store
from kg.graph.write import write_graph
from kg.ontology import KG
from kg.pipeline import build
from tests.examples import entities, extractions


@pytest.fixture(scope="module")
def made() -> list[ox.Quad]:
    """Return the dataset of the hand-made announcements."""
    return quads(extractions(), entities())


def test_store_holds_the_dataset(made: list[ox.Quad], tmp_path: Path) -> None:
    """What is written to disk is read back, by several readers at once."""
    write_store(made, tmp_path / "new" / "folder")
    readers = [open_store(tmp_path / "new" / "folder") for _ in range(3)]
    assert all(set(reader) == set(made) for reader in readers)
    with pytest.raises(RuntimeError, match="read-write"):
        readers[0].add(ox.Quad(ox.NamedNode("urn:a"), ox.NamedNode("urn:b"), ox.Literal("c")))


def test_new_store_replaces_the_old_whole(made: list[ox.Quad], tmp_path: Path) -> None:
    """Building again leaves only the new quads, nothing beside the store, and an open reader undisturbed."""
    write_store(made, tmp_path)
    reader = open_store(tmp_path)
    write_store(made[:3], tmp_path)
    assert set(open_store(tmp_path)) == set(made[:3])
    assert set(reader) == set(made)
    assert [path.name for path in tmp_path.iterdir()] == ["store"]


def test_failure_leaves_the_old_store(made: list[ox.Quad], tmp_path: Path) -> None:
    """When the new database can't be built, the old one is still there."""
    write_store(made[:3], tmp_path)

    def broken() -> object:
        yield made[0]
        raise KgError("the source broke")

    with pytest.raises(KgError, match="the source broke"):
        write_store(broken(), tmp_path)  # type: ignore[arg-type]
    assert set(open_store(tmp_path)) == set(made[:3])
    assert [path.name for path in tmp_path.iterdir()] == ["store"]


def test_folder_without_a_build_is_a_clear_error(tmp_path: Path) -> None:
    """The error names the folder and the command that makes a graph there."""
    with pytest.raises(KgError, match=r"holds no graph; run kg build PATH -o .* first"):
        open_store(tmp_path)


def test_broken_store_is_a_clear_error(tmp_path: Path) -> None:
    """A database with a damaged file is named, with the remedy."""
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "CURRENT").write_text("garbage", encoding="utf-8")
    with pytest.raises(KgError, match=r"store is broken .* run kg build PATH"):
        open_store(tmp_path)


def test_unwritable_place_is_a_clear_error(made: list[ox.Quad], tmp_path: Path) -> None:
    """A file where the folder should be is named, with the remedy."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(KgError, match=r"can't be written .* -o"):
        write_store(made, tmp_path / "file")
    with pytest.raises(KgError, match=r"can't be written .* -o"):
        write_graph(made, tmp_path / "file")


def test_rdflib_dataset_tells_the_knowledge_from_the_claims(made: list[ox.Quad], tmp_path: Path) -> None:
    """The rdflib face has our prefixes, its default graph is the knowledge, and named graphs are reached by GRAPH."""
    write_store(made, tmp_path)
    for dataset in (as_dataset(tmp_path), as_dataset(made)):
        assert isinstance(dataset, rdflib.Dataset)
        assert len(list(dataset.query("SELECT ?claim { ?claim a kg:Claim }"))) == 0
        assert len(list(dataset.query("SELECT DISTINCT ?claim { GRAPH ?g { ?claim a kg:Claim } }"))) > 40
        assert (None, None, rdflib.URIRef(KG.Meeting)) in dataset


@pytest.mark.parametrize("suffix", ["ttl", "trig", "nt", "nq"])
def test_files_of_each_format_are_read(made: list[ox.Quad], tmp_path: Path, suffix: str) -> None:
    """A graph written in any format of RDF is read as the same quads."""
    format_ = ox.RdfFormat.from_extension(suffix)
    assert format_ is not None
    given = [quad for quad in made if format_.supports_datasets or isinstance(quad.graph_name, ox.DefaultGraph)]
    path = tmp_path / f"graph.{suffix}"
    path.write_bytes(ox.serialize(given if format_.supports_datasets else [q.triple for q in given], format=format_))
    assert set(read_quads(path)) == set(given)


def test_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    """A file that is no RDF by its name is refused with what to give instead."""
    path = tmp_path / "page.html"
    path.write_text("<html>", encoding="utf-8")
    with pytest.raises(KgError, match=r"page\.html is no RDF file; give"):
        as_store(path)


def test_what_rdflib_holds_becomes_the_same_store(made: list[ox.Quad], tmp_path: Path) -> None:
    """A dataset or graph in rdflib's own memory is taken over, its default graph as default graph."""
    write_graph(made, tmp_path)
    dataset = rdflib.Dataset()
    dataset.parse(tmp_path / "graph.trig")
    assert set(as_store(dataset)) == set(made)
    graph = rdflib.Graph().parse(tmp_path / "graph.ttl")
    assert set(as_store(graph)) == {quad for quad in made if isinstance(quad.graph_name, ox.DefaultGraph)}


def test_a_store_of_another_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is refused in a sentence that says what to do, and a build makes it anew even if little has changed."""
    texts = sorted((Path(__file__).parents[2] / "data" / "announcements").rglob("*.txt"))[:6]
    build(texts, tmp_path)
    (tmp_path / "store" / "habar-layout").unlink()  # as the first versions left it
    monkeypatch.setattr("kg.graph.store.LAYOUT", "2")
    with pytest.raises(KgError, match=r"written by another version of kg; run kg build PATH -o .* again"):
        open_store(tmp_path)
    build(texts[:-1], tmp_path)
    assert len(list(open_store(tmp_path).quads_for_pattern(None, None, ox.NamedNode(KG.Announcement)))) == 5
