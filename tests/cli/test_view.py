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
