"""Builds after builds: only what is new is done, and the result is what a build from nothing gives."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import pyoxigraph as ox
import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.errors import KgError
from kg.files import Piece
from kg.graph.iris import BASE
from kg.graph.store import open_store
from kg.pipeline import build, retract
from kg.records import Extraction
from kg.run.cache import Cache
from kg.run.output import workshop
from kg.view import page
from tests.benchmarks.texts import texts

if TYPE_CHECKING:
    from kg.run.last import Last
    from kg.run.whole import Whole
    from kg.view.shown import Shown

FILES = ("graph.ttl", "graph.trig", "graph.html")


def contents(out: Path) -> tuple[dict[str, bytes], set[ox.Quad]]:
    """Return the bytes of a build's files, and what is in its database but for the IRIs that were replaced."""
    files = {name: (out / name).read_bytes() for name in FILES}
    return files, {quad for quad in open_store(out) if quad.graph_name != ox.NamedNode(f"{BASE}replaced")}


DRAWN = page.drawn


@pytest.fixture(scope="module", autouse=True)
def quick_picture() -> Iterator[None]:
    """Write what would be drawn in the place of the picture, since laying it out is most of a small build."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kg.view.page.drawn", _drawn)
        yield


def _drawn(shown: Shown, report: object = None) -> Iterator[str]:
    stretches = [(one.sketch(), one.details(), one.relations()) for one in shown.stretches]
    yield repr([stretches, shown.languages, shown.documents, shown.announcements])


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with ten announcements in texts/ and a build of them in out/."""
    home = tmp_path_factory.mktemp("first")
    (home / "texts").mkdir()
    for one in texts(10):
        (home / "texts" / f"{one.id}.txt").write_text(one.text, "utf-8")
    assert build(home / "texts", home / "out").known == 0
    return home


@pytest.fixture
def home(first: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a copy of the announcements and their build to change, and stand in it."""
    shutil.copytree(first, tmp_path / "home", copy_function=shutil.copy2)
    monkeypatch.chdir(tmp_path / "home")
    return tmp_path / "home"


def of_nothing(home: Path) -> tuple[dict[str, bytes], set[ox.Quad]]:
    """Return what a build of the announcements from nothing gives."""
    build(home / "texts", home / "anew")
    return contents(home / "anew")


def some(home: Path) -> list[Path]:
    """Return the announcements, sorted."""
    return sorted((home / "texts").iterdir())


def test_nothing_is_new(home: Path) -> None:
    """When nothing changed nothing is written, and the same is returned."""
    before = build(home / "texts", home / "out")  # they lie elsewhere now: the report names their sources
    times = {path: path.stat().st_mtime_ns for path in (home / "out").rglob("*") if path.name != "cache.sqlite"}
    built = build(home / "texts", home / "out")
    assert built.unchanged
    assert built.known == 10
    assert built.report == before.report
    assert built.entities == before.entities
    assert len(built.quads) == len(list(open_store(home / "out")))
    assert {path: path.stat().st_mtime_ns for path in times} == times


@pytest.mark.parametrize("most_changed", [0, 10**9], ids=["the database is changed", "the database is loaded anew"])
def test_a_change_a_new_one_and_a_deletion(home: Path, monkeypatch: pytest.MonkeyPatch, most_changed: int) -> None:
    """Only the new texts are understood; all bytes are those of a build from nothing."""
    monkeypatch.setattr("kg.run.output._MOST_CHANGED", most_changed)
    changed, deleted, *_ = some(home)
    changed.write_text(changed.read_text("utf-8") + "Келесі кездесу 2031 жылғы 3 мамырда Астанада өтеді.\n", "utf-8")
    deleted.unlink()
    (home / "texts" / "new.txt").write_text(next(texts(1, seed=2)).text, "utf-8")
    built = build(home / "texts", home / "out")
    assert built.known == 8
    assert contents(home / "out") == of_nothing(home)


JUDGED = """verdict,subject,predicate,object,lang,why
rename,person/madina-zhumakhanova,,Мадина Серікқызы,kk,she said so
reject,«Алтын Бастау» қоры,kg:memberCount,,,a slip
"""
NAMES = """id,kind,kk,ru,en,acronyms_kk,acronyms_ru,acronyms_en,parent,state,source
altyn-bastau,Organization,«Алтын Бастау» қоры,Фонд «Алтын Бастау»,Altyn Bastau Foundation,,,,,,ours
"""


def test_one_change_after_another(home: Path) -> None:
    """Whatever happens to the announcements, what a person decided and the names: each build is one from nothing."""
    changed, deleted, swapped, other, *_ = some(home)
    given: dict[str, Path] = {}

    def judge() -> None:
        given["judgements"] = home / "judgements.csv"
        given["judgements"].write_text(JUDGED, "utf-8")

    def name() -> None:
        given["gazetteer"] = home / "names.csv"
        given["gazetteer"].write_text(NAMES, "utf-8")

    def swap() -> None:
        one, two = swapped.read_bytes(), other.read_bytes()
        swapped.write_bytes(two)
        other.write_bytes(one)

    steps: list[Callable[[], object]] = [
        lambda: changed.write_text(changed.read_text("utf-8").replace("Болат", "Асқар"), "utf-8"),
        deleted.unlink,
        lambda: [(home / "texts" / f"{one.id}-new.txt").write_text(one.text, "utf-8") for one in texts(3, seed=2)],
        swap,
        judge,
        name,
        given.clear,
    ]
    for number, step in enumerate(steps):
        step()
        built = build(home / "texts", home / "out", **given)  # type: ignore[arg-type]
        anew = build(home / "texts", home / f"anew-{number}", cache=home / "of-nothing", fresh=True, **given)  # type: ignore[arg-type]
        assert built.report == anew.report
        assert not built.report["idle judgements"]
        assert contents(home / "out") == contents(home / f"anew-{number}")


def test_the_picture_of_a_changed_build(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is drawn of kept parts is what kg view draws of the database, and what a build from nothing draws."""
    from kg.graph.network import network
    from kg.view import communities, style

    monkeypatch.setattr(page, "drawn", DRAWN)
    monkeypatch.setattr(style, "MOST_SHOWN", 10)
    monkeypatch.setattr(communities, "LEAF", 8)
    build("texts", "out", fresh=True)
    changed = some(home)[0]
    changed.write_text(changed.read_text("utf-8").replace("Болат", "Асқар"), "utf-8")
    report = build("texts", "out").report
    shown = (home / "out" / "graph.html").read_text("utf-8")
    assert shown == page.render(network("out"), "", report=report)
    build("texts", "anew")
    assert shown == (home / "anew" / "graph.html").read_text("utf-8")


def test_a_picture_that_shows_the_same_is_taken_over(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is drawn again only where something else is to be seen; what it was put together of is kept meanwhile."""
    from kg.run.picture import Pictured

    drawn: list[int] = []
    monkeypatch.setattr(page, "drawn", lambda shown, report: drawn.append(1) or DRAWN(shown, report=report))  # type: ignore[func-returns-value]
    build(home / "texts", home / "out", fresh=True)
    changed = some(home)[0]
    for number in range(7):  # more builds than what they do not use is kept for
        changed.write_text(changed.read_text("utf-8") + f"Ақпарат {number}\n", "utf-8")
        assert not build(home / "texts", home / "out").unchanged
    assert len(drawn) == 1
    build(home / "texts", home / "anew")
    assert (home / "out" / "graph.html").read_bytes() == (home / "anew" / "graph.html").read_bytes()
    with closing(Cache(home / "out" / "cache.sqlite")) as cache:
        used = set(cache.note("pictured", Pictured).used)
        assert used
        assert used <= cache.keys("stretch")
    changed.write_text(changed.read_text("utf-8").replace("Болат", "Асқар"), "utf-8")
    build(home / "texts", home / "out")
    assert len(drawn) == 3
    build(home / "texts", home / "out", fresh=True)
    assert len(drawn) == 4


def test_a_picture_that_was_changed_or_left_out_is_drawn_again(home: Path) -> None:
    """Only one that is as the last build left it is taken over."""
    words = iter(["Ақпарат", "Хабар", "Дерек", "Мәлімет"])

    def built(*, picture: bool = True) -> None:
        file = some(home)[0]
        file.write_text(f"{file.read_text('utf-8')}{next(words)}\n", "utf-8")
        build(home / "texts", home / "out", picture=picture)

    built()
    (home / "out" / "graph.html").write_text("somebody's own", "utf-8")
    built()
    assert contents(home / "out") == of_nothing(home)
    built(picture=False)
    (home / "out" / "graph.html").write_text("drawn by kg view", "utf-8")
    built()
    assert contents(home / "out") == of_nothing(home)


def test_no_picture(home: Path) -> None:
    """It is left out where it isn't wanted, also an old one; one that kg view draws there is no reason to build."""
    build(home / "texts", home / "out", picture=False)
    assert not (home / "out" / "graph.html").exists()
    (home / "out" / "graph.html").write_text("drawn by kg view")
    assert build(home / "texts", home / "out", picture=False).unchanged
    assert not build(home / "texts", home / "out").unchanged
    assert contents(home / "out") == of_nothing(home)


@pytest.mark.parametrize("table", ["part", "thing", "stretch", "note"])
def test_what_is_broken_in_the_cache_is_worked_out_again(home: Path, table: str) -> None:
    """Bytes that are not what was put there are noticed, whichever they are; the graph is the same."""
    import sqlite3

    columns = {"part": "head, graphs", "thing": "head, details", "stretch": "packed", "note": "data"}[table]
    with closing(sqlite3.connect(home / "out" / "cache.sqlite")) as db, db:
        db.execute(f"UPDATE {table} SET {', '.join(f'{c} = substr({c}, 2)' for c in columns.split(', '))}")
    some(home)[0].unlink()
    build(home / "texts", home / "out")
    assert contents(home / "out") == of_nothing(home)


def test_files_at_rest_are_not_read_again(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what is not as it was is opened, or what the cache has lost; with --fresh all is."""
    from kg.read import find
    from kg.run.last import last

    opened: list[str] = []
    read = find._bytes
    monkeypatch.setattr("kg.read.stamps._AT_REST", 0)
    monkeypatch.setattr("kg.read.find._bytes", lambda path: opened.append(Path(path).name) or read(path))  # type: ignore[func-returns-value]

    def built() -> list[str]:
        opened.clear()
        build(home / "texts", home / "out")
        return list(opened)

    assert len(built()) == 10
    assert not built()
    changed, lost, *_ = some(home)
    changed.write_text(changed.read_text("utf-8") + "Келесі кездесу 2031 жылғы 3 мамырда Астанада өтеді.\n", "utf-8")
    with closing(Cache(home / "out" / "cache.sqlite")) as cache:
        cache.forget(entry.key for entry in last(cache).entries if entry.id == lost.stem)  # type: ignore[union-attr]
    assert built() == [changed.name, lost.name]
    assert contents(home / "out") == of_nothing(home)
    opened.clear()
    build(home / "texts", home / "out", fresh=True)
    assert len(opened) == 10


def test_graphs_that_are_the_same_are_copied(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """graph.trig is put together of the old file and of what is new, whatever was changed, deleted or added."""
    from kg.run.splice import spliced

    pieces: list[bytes | Piece] = []

    def noted(whole: Whole, old: Last, file: BinaryIO) -> Iterator[bytes | Piece]:
        for one in spliced(whole, old, file):
            pieces.append(one)
            yield one

    monkeypatch.setattr("kg.run.output.spliced", noted)
    first, second, third, *_, last = some(home)
    first.write_text(f"{first.read_text('utf-8')}31.12.2030 | Астана\n", "utf-8")
    second.unlink()
    last.with_name("zz.txt").write_text(f"{third.read_text('utf-8')}31.12.2030 | Астана\n", "utf-8")
    build(home / "texts", home / "out")
    assert {type(one) for one in pieces} == {bytes, Piece}
    assert contents(home / "out") == of_nothing(home)


def test_only_what_is_new_is_read_for_who_is_who(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Resolution and the search for contradictions go by what is kept of the other announcements."""
    from kg.resolve.digest import digest

    read: list[str] = []

    def noted(extraction: Extraction, *args: object) -> object:
        read.append(extraction.announcement.id)
        return digest(extraction, *args)  # type: ignore[arg-type]

    monkeypatch.setattr("kg.run.digests.digest", noted)
    changed = some(home)[0]
    changed.write_text(next(texts(1, seed=2)).text, "utf-8")
    build(home / "texts", home / "out")
    assert read == [changed.stem]


def test_a_copy_of_a_file_elsewhere_costs_nothing(home: Path) -> None:
    """Where an announcement lies is no part of what it says; the report names the new place."""
    (home / "texts").rename(home / "archive")
    built = build(home / "archive", home / "out")
    assert built.known == 10
    assert built.report["announcements"][0]["source"].startswith(str(home / "archive"))


def test_files_that_a_person_changed_are_written_anew(home: Path) -> None:
    """A build doesn't trust what isn't as it left it."""
    whole = contents(home / "out")
    (home / "out" / "graph.ttl").write_text("")
    shutil.rmtree(home / "out" / "store")
    build(home / "texts", home / "out")
    assert contents(home / "out") == whole


@pytest.mark.parametrize("named", ["id", "path", "iri"])
def test_what_is_retracted_is_gone(home: Path, named: str) -> None:
    """As if it had never been read; later builds leave it out, until it is brought back."""
    whole = contents(home / "out")
    chosen = some(home)[4]
    names = {"id": chosen.stem, "path": f"texts/{chosen.name}", "iri": f"{BASE}announcement/{chosen.stem}"}
    build(home / "texts", home / "out")
    assert CliRunner().invoke(main, ["retract", names[named], "-o", "out", "--quiet"]).exit_code == 0
    rest = [path for path in some(home) if path != chosen]
    build(rest, home / "anew")
    assert contents(home / "out") == contents(home / "anew")
    assert build(home / "texts", home / "out").report["retracted"] == [chosen.stem]
    assert contents(home / "out") == contents(home / "anew")
    retract([chosen.stem], home / "out", undo=True)
    assert contents(home / "out") == whole
    assert not (home / "out" / "retracted.json").exists()


def test_retracting_what_is_not_there(home: Path, tmp_path: Path) -> None:
    """One sentence, and nothing changes."""
    with pytest.raises(KgError, match="nobody is no announcement of this graph; name it by its id"):
        retract(["nobody"], home / "out")
    with pytest.raises(KgError, match="holds no graph; run kg build"):
        retract(["nobody"], tmp_path / "nothing")
    (home / "out" / "retracted.json").write_text('{"a": 1}')
    with pytest.raises(KgError, match="no list of ids"):
        build(home / "texts", home / "out")


def test_an_iri_that_moved_leads_to_what_took_its_place(home: Path) -> None:
    """Between builds an entity got another slug: the old IRI is kept with the new one, in the file and the database."""
    with closing(Cache(home / "out" / "cache.sqlite")) as cache:
        from kg.run.last import Members, members

        before = members(cache)
        iri = next(iri for iri in sorted(before.of) if "/person/" in iri)
        moved = {(f"{BASE}person/old-name" if one == iri else one): found for one, found in before.of.items()}
        cache.set_notes(members=Members(moved, before.said))
    some(home)[0].unlink()
    build(home / "texts", home / "out")
    wanted = f"<person/old-name> dct:isReplacedBy <{iri.removeprefix(BASE)}> ."
    assert wanted in (home / "out" / "replaced.ttl").read_text("utf-8")
    row = ox.Quad(
        ox.NamedNode(f"{BASE}person/old-name"),
        ox.NamedNode("http://purl.org/dc/terms/isReplacedBy"),
        ox.NamedNode(iri),
        ox.NamedNode(f"{BASE}replaced"),
    )
    assert row in set(open_store(home / "out"))
    assert contents(home / "out") == of_nothing(home)
    some(home)[0].unlink()
    build(home / "texts", home / "out")
    assert wanted in (home / "out" / "replaced.ttl").read_text("utf-8"), "it is kept from build to build"
    assert row in set(open_store(home / "out"))


@pytest.mark.parametrize("rubbish", [b"", b"rubbish" * 1000, None])
def test_a_broken_cache_costs_time_only(home: Path, rubbish: bytes | None) -> None:
    """The graph is the same; a sentence on the terminal and in the report says what was wrong."""
    whole = contents(home / "out")
    cache = home / "out" / "cache.sqlite"
    if rubbish is None:
        with cache.open("r+b") as file:
            file.seek(cache.stat().st_size // 8)
            file.write(os.urandom(cache.stat().st_size // 4 * 3))
    else:
        cache.write_bytes(rubbish)
    done = CliRunner().invoke(main, ["build", "texts", "-o", "out", "--quiet", "--workers", "1"])
    assert done.exit_code == 0, done.output
    assert ("the cache" in done.stderr) == bool(rubbish or rubbish is None)
    assert contents(home / "out") == whole


def test_a_cache_elsewhere_and_none(home: Path) -> None:
    """--cache names another file; --fresh leaves nothing of the old one."""
    build(home / "texts", home / "one", cache=home / "kept")
    assert not (home / "one" / "cache.sqlite").exists()
    assert build(home / "texts", home / "two", cache=home / "kept").known == 10
    assert build(home / "texts", home / "two", cache=home / "kept", fresh=True).known == 0
    assert contents(home / "one") == contents(home / "two") == contents(home / "out")


def test_another_version_of_the_program_understands_anew(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another version understood is not taken for what this one would."""
    monkeypatch.setattr("kg.run.program.understanding", lambda: "another version")
    assert build(home / "texts", home / "out").known == 0


def test_any_number_of_workers(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same bytes, whoever did the work."""
    monkeypatch.setattr("kg.run.understand._WORTH_PROCESSES", 0)
    monkeypatch.setattr("kg.run.parts._WORTH_PROCESSES", 0)
    build(home / "texts", home / "anew", workers=2)
    assert contents(home / "anew") == contents(home / "out")


def test_killed_at_any_moment(home: Path) -> None:
    """The next build goes on where the killed one was, says so, and ends where it would have."""
    code = "from kg.pipeline import build; build('texts', 'killed')"
    process = subprocess.Popen(
        [sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    )
    while process.poll() is None and _understood(home / "killed" / "cache.sqlite") < 3:
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    told: list[str] = []
    built = build(home / "texts", home / "killed", progress=lambda stage, done, total: told.append(stage))
    assert 3 <= built.known <= 10
    assert [stage for stage in told if stage.startswith("Going on where a build was stopped: ")]
    assert contents(home / "killed") == contents(home / "out")
    assert not list((home / "killed").glob(".*")), "what the killed one left half done is swept away"


@pytest.mark.parametrize("stage", ["Checking", "Writing"])
def test_killed_while_a_change_is_built(home: Path, stage: str) -> None:
    """What was there stays as it was, and the next build ends where it would have."""
    whole = contents(home / "out")
    changed = some(home)[0]
    changed.write_text(changed.read_text("utf-8").replace("Болат", "Асқар"), "utf-8")
    code = f"""
import os, signal
from kg.pipeline import build
def die(stage, done, total):
    if stage == {stage!r}:
        os.kill(os.getpid(), signal.SIGKILL)
build('texts', 'out', progress=die)
"""
    done = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}, check=False
    )
    assert done.returncode == -signal.SIGKILL
    assert contents(home / "out") == whole
    build(home / "texts", home / "out")
    assert contents(home / "out") == of_nothing(home)


def _understood(path: Path) -> int:
    import sqlite3

    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as db:
            return int(db.execute("SELECT count(*) FROM extraction").fetchone()[0])
    except sqlite3.Error:
        return 0


def test_two_builds_in_one_folder(home: Path) -> None:
    """The second is told; readers are not disturbed."""
    with workshop(home / "out"), pytest.raises(KgError, match="another build is at work in"):
        build(home / "texts", home / "out")


def test_readers_see_a_whole_build(home: Path) -> None:
    """A database that was opened before a build answers from the old one to the end, any number of readers at once."""
    old = open_store(home / "out")
    number = len(list(old))
    some(home)[0].unlink()
    build(home / "texts", home / "out")
    new, other = open_store(home / "out"), open_store(home / "out")
    assert len(list(old)) == number
    assert len(list(new)) == len(list(other)) < number
