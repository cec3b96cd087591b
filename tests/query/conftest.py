"""The example graph in a real database on disk."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.graph.store import open_store, write_store

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
