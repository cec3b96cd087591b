"""The example graph in a real database on disk."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.graph.dataset import quads
from kg.graph.store import in_memory, open_store, write_store
from tests.said import announced

EXAMPLE = Path(__file__).parent / "example.trig"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder as `kg build` leaves it, with the example's database."""
    folder = tmp_path_factory.mktemp("built")
    write_store(ox.parse(path=EXAMPLE, format=ox.RdfFormat.TRIG), folder)
    return folder


@pytest.fixture(scope="session")
def store(built: Path) -> ox.Store:
    """Return the example's database, opened for reading."""
    return open_store(built)


@pytest.fixture(scope="session")
def history() -> ox.Store:
    """Return the graph of history.txt: announcements of ten years in a few words."""
    lines = (Path(__file__).parent / "history.txt").read_text("utf-8").splitlines()
    return in_memory(quads(*announced(line for line in lines if line[:2] == "20")))
