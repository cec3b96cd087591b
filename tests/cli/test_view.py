"""`kg view` draws a build again."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

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


def test_folder_without_a_graph(tmp_path: Path) -> None:
    """A folder that holds no build is one clear sentence that says what to run."""
    with pytest.raises(KgError, match="kg build"):
        CliRunner().invoke(command, [str(tmp_path)], catch_exceptions=False)
