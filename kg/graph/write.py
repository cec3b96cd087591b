"""The files of a build: graph.ttl with the knowledge, graph.trig with the whole dataset."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from kg.files import write_atomically
from kg.graph.iris import BASE
from kg.graph.turtle import trig, turtle


def write_graph(quads: Iterable[ox.Quad], folder: Path | str, base: str = BASE) -> None:
    """Write graph.ttl and graph.trig into ``folder``; raises KgError that names the file when it can't be written."""
    quads = list(quads)
    write_atomically(Path(folder) / "graph.ttl", turtle(quads, base))
    write_atomically(Path(folder) / "graph.trig", trig(quads, base))
