"""The files of a build: graph.ttl with the knowledge, graph.trig with the whole dataset."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.files import Piece, write_atomically
from kg.graph.iris import BASE
from kg.graph.turtle import Block, Terms, sections, trig, turtle


def write_graph(quads: Iterable[ox.Quad], folder: Path | str, base: str = BASE) -> None:
    """Write graph.ttl and graph.trig into ``folder``; raises KgError that names the file when it can't be written."""
    quads = list(quads)
    write_atomically(Path(folder) / "graph.ttl", turtle(quads, base))
    write_atomically(Path(folder) / "graph.trig", trig(quads, base))


@dataclass(frozen=True, slots=True)
class Blocks:
    """The default graph as it is written: its subjects in the order of the file, and the prefixes that they use.

    Texts are held in UTF-8, which takes half the memory of a str with a Cyrillic letter.
    """

    encoded: Sequence[tuple[int, str, bytes]]
    prefixes: frozenset[str]
    base: str

    @property
    def blocks(self) -> Iterator[Block]:
        """Its subjects as text."""
        return ((place, subject, text.decode("utf-8")) for place, subject, text in self.encoded)

    def text(self) -> Iterator[bytes]:
        """Yield it in Turtle, without a header."""
        return (text.encode("utf-8") for text in sections(self.blocks))

    def write_turtle(self, path: Path) -> None:
        """Write it as Turtle; raises OSError."""
        with path.open("wb", buffering=1 << 20) as file:
            file.write(Terms(self.base).header(self.prefixes).encode("utf-8"))
            file.writelines(self.text())

    def write_trig(self, path: Path, graphs: Iterable[bytes | Piece], prefixes: Iterable[str]) -> None:
        """Write it as TriG with named ``graphs`` behind it, which use more ``prefixes``; raises OSError.

        Graphs may be pieces of another such file.
        """
        with path.open("wb", buffering=1 << 20) as file:
            file.write(Terms(self.base).header(self.prefixes.union(prefixes)).encode("utf-8"))
            file.writelines(self.text())
            for one in graphs:
                one.write_to(file) if isinstance(one, Piece) else file.write(one)
