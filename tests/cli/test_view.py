"""`kg view` draws a build again."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from pyoxigraph import RdfFormat, serialize

from kg.cli.view import command
from kg.errors import KgError
from kg.graph.dataset import quads
from kg.graph.store import write_store
from tests import examples


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """Return a folder with the database of the hand-made graph."""
    write_store(quads(examples.extractions(), examples.entities()), tmp_path)
    return tmp_path


def test_draws_into_the_folder_and_says_where(built: Path) -> None:
    """Without options the page is DIR/graph.html, from the database alone."""
    result = CliRunner().invoke(command, [str(built)], catch_exceptions=False)
    page = (built / "graph.html").read_text("utf-8")
    assert result.exit_code == 0
    assert str(built / "graph.html") in result.output
    assert "14 things" in result.output
    assert "Дүниежүзілік су қауымдастығы" in page
    assert examples.HOSTILE_NAME not in page


def test_other_file_and_title(built: Path) -> None:
    """-o names the file, --title what stands above; the title is text."""
    target = built / "new" / "picture.html"
    CliRunner().invoke(command, [str(built), "-o", str(target), "--title", "Су <b>туралы</b>"], catch_exceptions=False)
    assert "Су &lt;b&gt;туралы&lt;/b&gt;" in target.read_text("utf-8")
    assert not (built / "graph.html").exists()


def test_the_language_that_the_page_opens_in(built: Path, tmp_path: Path) -> None:
    """--lang chooses it; without it the page is in Kazakh."""
    for lang, given in (("en", ["--lang", "en"]), ("kk", [])):
        CliRunner().invoke(command, ["-d", str(built), "-o", str(tmp_path / "p.html"), *given], catch_exceptions=False)
        assert f'<html lang="{lang}">' in (tmp_path / "p.html").read_text("utf-8")


def test_an_rdf_file_can_be_drawn(tmp_path: Path) -> None:
    """The graph may be a file; the page comes beside it."""
    file = tmp_path / "graph.nq"
    file.write_bytes(serialize(quads(examples.extractions(), examples.entities()), format=RdfFormat.N_QUADS) or b"")
    result = CliRunner().invoke(command, [str(file)], catch_exceptions=False)
    assert "14 things" in result.output
    assert (tmp_path / "graph.html").exists()


def test_folder_without_a_graph(tmp_path: Path) -> None:
    """A folder that holds no build is one clear sentence that says what to run."""
    with pytest.raises(KgError, match="kg build"):
        CliRunner().invoke(command, [str(tmp_path)], catch_exceptions=False)


def drawn(built: Path, target: Path, *given: str) -> str:
    """Run `kg view` with options; return what it says was drawn."""
    result = CliRunner().invoke(command, [str(built), "-o", str(target), *given], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def test_part_of_a_graph(built: Path, tmp_path: Path) -> None:
    """--focus and --depth choose what is around a thing, --class its classes, --since and --until its time."""
    target = tmp_path / "part.html"
    everything = "14 things and 20 relations"
    assert everything in drawn(built, target)
    name = "Дүниежүзілік су қауымдастығы"
    alone = drawn(built, target, "--focus", name, "--depth", "0")
    near = drawn(built, target, "--focus", name, "--depth", "1")
    assert "1 things and 0 relations" in alone
    assert int(near.split(": ")[1].split()[0]) in range(3, 14)
    people = drawn(built, target, "--class", "Person")
    assert int(people.split(": ")[1].split()[0]) in range(2, 8)
    assert "0 things" in drawn(built, target, "--until", "1990")
    assert everything not in drawn(built, target, "--since", "2017", "--until", "2018-06")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (["--focus", "Жоқ Адамов"], "Жоқ Адамов"),
        (["--since", "кеше"], "no date"),
        (["--since", "2019", "--until", "2018"], "earlier"),
    ],
)
def test_what_cannot_be_chosen_is_one_sentence(built: Path, tmp_path: Path, given: list[str], told: str) -> None:
    """A name that nothing has, a word that is no date, a period that ends before it begins."""
    with pytest.raises(KgError, match=told):
        CliRunner().invoke(command, [str(built), "-o", str(tmp_path / "p.html"), *given], catch_exceptions=False)


@pytest.mark.parametrize("page", ["timeline", "matrix"])
def test_pages_to_read(built: Path, page: str) -> None:
    """--timeline and --matrix write pages of their own beside the picture."""
    CliRunner().invoke(command, [str(built), f"--{page}", "--lang", "ru"], catch_exceptions=False)
    assert '<html lang="ru">' in (built / f"{page}.html").read_text("utf-8")
    assert not (built / "graph.html").exists()


def test_the_report_beside_a_graph_is_shown(built: Path) -> None:
    """Contradictions of report.json reach the page; a broken report costs only itself."""
    from kg.view.report import report_beside

    (built / "report.json").write_text('{"conflicts": []}', "utf-8")
    assert report_beside(built) == {"conflicts": []}
    (built / "report.json").write_text("[1,", "utf-8")
    assert report_beside(built) == {}
    assert drawn(built, built / "graph.html")
