"""A build on a real Ray cluster is the build of one machine, also when a machine is killed in the middle of it."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox
import pytest
from click.testing import CliRunner

import kg
from kg.cli import main
from kg.cluster import Clustered, build, understand
from kg.graph.store import open_store
from tests.benchmarks.texts import texts

if TYPE_CHECKING:
    from ray.cluster_utils import Cluster

pytestmark = pytest.mark.cluster

LATIN = "Bügin Astanada ministr Berik Asqarov jańa baǵdarlama týraly aıtty jáne ekonomıkanyń damýy týraly málimdedi."


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of texts, and of files with many, in which something is wrong with some."""
    home = tmp_path_factory.mktemp("archive")
    (home / "again").mkdir()
    made = list(texts(90))
    for one in made[:50]:
        (home / f"{one.id}.txt").write_text(one.text, "utf-8")
    lines = [json.dumps({"id": one.id, "text": one.text, "lang": one.lang}, ensure_ascii=False) for one in made[50:]]
    lines.insert(7, '{"id": "broken"')
    (home / "more.jsonl.gz").write_bytes(gzip.compress("\n".join(lines).encode("utf-8")))
    (home / "cut.jsonl.gz").write_bytes(gzip.compress(lines[0].encode("utf-8"))[:-20])
    (home / "latin.txt").write_text(LATIN, "utf-8")
    (home / "again" / f"{made[3].id}.txt").write_text(made[3].text, "utf-8")  # a copy
    (home / "again" / f"{made[4].id}.txt").write_text(f"{made[4].text}\n{made[5].text}", "utf-8")  # another of one name
    return home


@pytest.fixture(scope="module")
def local(archive: Path) -> kg.Built:
    """Return what one machine makes of it."""
    return kg.build([archive, archive / "nothing.txt"])


@pytest.fixture(scope="module")
def killed() -> list[str]:
    """Collect which machine was killed."""
    return []


@pytest.fixture(scope="module")
def clustered(
    cluster: Cluster, archive: Path, killed: list[str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Clustered, Path, list[tuple[str, int, int]]]]:
    """Yield what the cluster makes of it while the first machine that has understood something is killed."""
    take = understand._take

    def take_and_kill(row: dict[str, Any], *rest: Any) -> None:
        take(row, *rest)
        if not killed and rest[-1].machines[row["machine"]]:
            (node,) = (one for one in cluster.worker_nodes if one.node_id == row["machine"])
            cluster.remove_node(node, allow_graceful=False)
            killed.append(row["machine"])

    out = tmp_path_factory.mktemp("clustered") / "shards"
    steps: list[tuple[str, int, int]] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kg.cluster.understand._take", take_and_kill)
        patch.setattr("kg.cluster.understand._AT_ONCE", 4)
        patch.setattr("kg.cluster.machines._WORTH_SENDING", 0)
        patch.setattr("kg.cluster.building._THINGS", 40)
        patch.setattr("kg.cluster.building._ANNOUNCEMENTS", 20)
        given = [archive, archive / "nothing.txt"]
        built = build(given, out, address=cluster.address, progress=lambda *step: steps.append(step))
        yield built, out, steps


def loaded(shards: str, graph: Path) -> set[ox.Quad]:
    """Return the quads of shards, by way of `kg load`."""
    done = CliRunner().invoke(main, ["load", shards, "-o", str(graph)])
    assert done.exit_code == 0, done.output
    return set(open_store(graph))


def test_the_graph_is_that_of_one_machine(
    clustered: tuple[Clustered, Path, Any], local: kg.Built, killed: list[str], tmp_path: Path
) -> None:
    """Quad for quad, though one of two machines was killed when it had done a part."""
    built, out, _ = clustered
    assert loaded(str(out), tmp_path / "graph") == set(local.quads)
    assert len(killed) == 1
    assert len(built.machines) == 2
    assert 0 < built.machines[killed[0]] < sum(built.machines.values())


def test_the_report_is_that_of_one_machine(clustered: tuple[Clustered, Path, Any], local: kg.Built) -> None:
    """What was refused and why, who may be one, what contradicts what, and whether it is valid."""
    built, out, _ = clustered
    assert built.report == local.report
    assert json.loads((out / "report.json").read_text("utf-8")) == local.report
    reasons = " ".join(row["reason"] for row in built.report["refused"])
    for wanted in ("line 8 is no JSON", "cut off", "Latin script", "is a copy of", "does not exist"):
        assert wanted in reasons
    assert any("has the same name" in " ".join(row["notes"]) for row in built.report["announcements"])


def test_progress_is_told(clustered: tuple[Clustered, Path, list[tuple[str, int, int]]]) -> None:
    """Stage by stage, and within a stage."""
    built, _, steps = clustered
    assert list(dict.fromkeys(stage for stage, _, _ in steps)) == [
        "Reading", "Understanding", "Resolving", "Drawing up", "Checking", "Writing",
    ]  # fmt: skip
    done = [done for stage, done, _ in steps if stage == "Understanding"]
    assert done == sorted(done)
    assert done[-1] == len(built.report["announcements"]) + 2  # and what is refused: in Latin script, a copy
    assert len(set(done)) > 5


def test_the_shards_are_what_any_store_takes(clustered: tuple[Clustered, Path, Any], local: kg.Built) -> None:
    """N-Quads in several files, packed with Zstandard: knowledge and announcements apart."""
    from backports import zstd

    built, out, _ = clustered
    names = sorted(path.name for path in out.glob("*.nq.zst"))
    assert names == sorted(one.file for one in built.shards)
    assert {name.partition("-")[0] for name in names} == {"knowledge", "announcements"}
    assert len(names) > 5
    content = b"".join(zstd.decompress((out / name).read_bytes()) for name in names)
    assert set(ox.parse(content, format=ox.RdfFormat.N_QUADS)) == set(local.quads)
    assert content.count(b"\n") == sum(one.quads for one in built.shards)


def test_a_second_build_understands_nothing_anew(
    clustered: tuple[Clustered, Path, Any], cluster: Cluster, archive: Path
) -> None:
    """It takes what the cache has, and writes the same bytes."""
    first, out, _ = clustered
    again = build([archive, archive / "nothing.txt"], out, address=cluster.address)
    assert again.known == len(again.report["announcements"])
    assert again.machines == {}
    assert again.shards == first.shards


def test_addresses(
    clustered: tuple[Clustered, Path, Any], cluster: Cluster, archive: Path, local: kg.Built, tmp_path: Path
) -> None:
    """Announcements and shards may lie at an address; the command line says where the graph is and how to load it."""
    shards = f"file://{tmp_path}/shards"
    cache = str(clustered[1] / "cache.sqlite")
    options = ["--engine", "ray", "--address", cluster.address, "--cache", cache, "-o", shards]
    done = CliRunner().invoke(main, ["build", f"file://{archive}", *options])
    assert done.exit_code == 0, done.output
    assert f"kg load {shards} -o DIR" in done.stdout
    assert loaded(shards, tmp_path / "graph") == set(local.quads)


def test_a_machine_with_another_version(cluster: Cluster, archive: Path, tmp_path: Path) -> None:
    """Its results would not be ours: the build ends and says so."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kg.run.program.understanding", lambda: "another")
        with pytest.raises(kg.KgError, match="another version of habar; install the same"):
            build([archive / "latin.txt"], tmp_path / "out", address=cluster.address)
