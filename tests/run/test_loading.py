"""`kg load`: databases of N-Quads from anywhere, and one sentence about what is broken."""

from __future__ import annotations

import gzip
import json
import shutil
from pathlib import Path

import pyoxigraph as ox
import pytest
from backports import zstd
from click.testing import CliRunner

from kg.cli import main
from kg.errors import KgError
from kg.graph.shards import Shard, shard, write_list
from kg.graph.store import open_store
from kg.run.loading import load

TRIG = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://example.org/a> skos:prefLabel "Дана {0}"@kk , "тырнақша \\" және \\n жол"@kk .
<https://example.org/g/{0}> {{ <https://example.org/a> skos:notation {0} }}
"""


def trig(number: int) -> bytes:
    """Return one of many pieces of a graph."""
    return TRIG.format(number).encode("utf-8")


def line(number: int) -> str:
    """Return one line of N-Quads."""
    return f'<https://example.org/{number}> <https://example.org/p> "{number}" .\n'


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """Give a folder of three shards with their list and a report."""
    folder = tmp_path / "shards"
    folder.mkdir()
    made = [shard(f"graph-{number:05}", trig(number)) for number in range(3)]
    for one, content in made:
        (folder / one.file).write_bytes(content)
    write_list(str(folder), [one for one, _ in made])
    (folder / "report.json").write_text('{"version": "test"}')
    return folder


def quads(out: Path) -> set[ox.Quad]:
    """Return what a database holds."""
    return set(open_store(out))


def test_shards_are_the_graph(written: Path, tmp_path: Path) -> None:
    """What was written in pieces is one graph again, with the report that lay beside it."""
    assert load([str(written)], tmp_path / "graph") == 7
    wanted = {quad for n in range(3) for quad in ox.parse(TRIG.format(n), format=ox.RdfFormat.TRIG)}
    assert quads(tmp_path / "graph") == wanted
    assert json.loads((tmp_path / "graph" / "report.json").read_text()) == {"version": "test"}


def test_the_same_shards_have_the_same_bytes() -> None:
    """A shard's name says what is in it."""
    assert shard("a", trig(1)) == shard("a", trig(1))
    assert shard("a", trig(1))[0].file != shard("a", trig(2))[0].file


@pytest.mark.parametrize("how", ["folder", "files", "pattern", "list", "file://", "local://"])
def test_places(written: Path, tmp_path: Path, how: str) -> None:
    """Files, folders, patterns and addresses, of pyarrow's schemes and of fsspec's."""
    if "://" in how:
        pytest.importorskip("pyarrow")
    given = {
        "folder": [str(written)],
        "files": [str(path) for path in written.glob("*.zst")],
        "pattern": [str(written / "*.nq.zst")],
        "list": [str(written / "shards.json")],
        "file://": [f"file://{written}"],
        "local://": [f"local://{written}"],
    }[how]
    assert load(given, tmp_path / "graph") == 7


def test_files_from_elsewhere(tmp_path: Path) -> None:
    """N-Quads and N-Triples need no list and may be packed or not."""
    (tmp_path / "dump" / "deep").mkdir(parents=True)
    (tmp_path / "dump" / "a.nq").write_text(line(1) + line(2))
    (tmp_path / "dump" / "b.nt").write_text(line(3))
    (tmp_path / "dump" / "deep" / "c.nq.gz").write_bytes(gzip.compress(line(4).encode()))
    (tmp_path / "dump" / "deep" / "d.nq.zst").write_bytes(zstd.compress(line(4).encode() + line(5).encode()))
    (tmp_path / "dump" / "notes.txt").write_text("not RDF")
    assert load([str(tmp_path / "dump")], tmp_path / "graph") == 5


def broken(folder: Path, how: str) -> str:
    """Break the second shard; return the sentence that is wanted, from behind the file's name."""
    path = sorted(folder.glob("*.zst"))[1]
    content = path.read_bytes()
    lines = zstd.decompress(content).decode().splitlines(keepends=True)
    if how == "missing":
        path.unlink()
        return "is missing; get it anew"
    if how == "cut off":
        path.write_bytes(content[: len(content) // 2])
        return "is cut off"
    if how == "another byte":
        path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
        return "is broken"
    if how == "a line less":
        path.write_bytes(zstd.compress("".join(lines[:-1]).encode()))
        return "is not what was written: it holds 2 quads, and shards.json says 3"
    path.write_bytes(zstd.compress("".join([lines[0], lines[1].replace("> ", "", 1), lines[2]]).encode()))
    return ", line 2: "


@pytest.mark.parametrize("how", ["missing", "cut off", "another byte", "a line less", "no N-Quads"])
def test_what_is_broken_is_named(written: Path, tmp_path: Path, how: str) -> None:
    """One sentence with the file and, where one can be told, the line; the database that was there stays."""
    (tmp_path / "dump.nq").write_text(line(1))
    load([str(tmp_path / "dump.nq")], tmp_path / "graph")
    name = str(sorted(written.glob("*.zst"))[1])
    wanted = broken(written, how)
    done = CliRunner().invoke(main, ["load", str(written), "-o", str(tmp_path / "graph")])
    assert done.exit_code == 2
    assert done.stderr.startswith(f"kg: {name}{'' if wanted.startswith(',') else ' '}{wanted}")
    assert done.stderr.count("\n") == 1
    assert len(quads(tmp_path / "graph")) == 1
    assert not [path for path in (tmp_path / "graph").iterdir() if path.name.startswith(".")]


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("nothing", "nothing does not exist"),
        ("*.nq", "no file matches"),
        ("empty", "holds no N-Quads"),
        ("nope://a/b", "nope://a/b (can't be reached|is an address, which needs pyarrow)"),
    ],
)
def test_what_is_no_graph(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str, wanted: str) -> None:
    """One sentence says so."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    with pytest.raises(KgError, match=wanted):
        load([given], tmp_path / "graph")


@pytest.mark.parametrize("file", ["../../secret.nq", "/etc/hosts"])
def test_a_list_names_only_what_lies_beside_it(written: Path, tmp_path: Path, file: str) -> None:
    """Who sends a list can't have other files read."""
    write_list(str(written), [Shard(file, 1, "")])
    with pytest.raises(KgError, match=r"shards\.json is broken .* lies elsewhere"):
        load([str(written)], tmp_path / "graph")


def test_a_build_is_not_overwritten(written: Path, tmp_path: Path) -> None:
    """Its Turtle and picture would tell of another graph than the database."""
    (tmp_path / "graph").mkdir()
    (tmp_path / "graph" / "graph.ttl").write_text("")
    with pytest.raises(KgError, match=r"holds a graph that was built there \(graph.ttl\); choose another"):
        load([str(written)], tmp_path / "graph")


def test_new_shards_take_the_place_of_the_old(written: Path) -> None:
    """The files that a list named are gone when it names others; what it never named stays."""
    before = sorted(written.glob("*.zst"))
    shutil.copy(before[0], written / "mine.nq.zst")
    one, content = shard("graph-00000", trig(9))
    (written / one.file).write_bytes(content)
    write_list(str(written), [one])
    assert sorted(path.name for path in written.glob("*.zst")) == sorted([one.file, "mine.nq.zst"])
