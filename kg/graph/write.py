"""The files of a build: graph.ttl with the knowledge, graph.trig with the whole dataset."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from kg.errors import KgError
from kg.files import Piece, write_atomically
from kg.graph.iris import BASE
from kg.graph.turtle import Block, Terms, sections, trig, turtle


def write_graph(quads: Iterable[ox.Quad], folder: Path | str, base: str = BASE) -> None:
    """Write graph.ttl and graph.trig into ``folder``; raises KgError that names the file when it can't be written."""
    quads = list(quads)
    write_atomically(Path(folder) / "graph.ttl", turtle(quads, base))
    write_atomically(Path(folder) / "graph.trig", trig(quads, base))


_HELD = 10_000_000  # characters of the default graph, that of some 10,000 announcements; more is sorted on disk
_AT_ONCE = 500
_IN_ORDER = "SELECT place, subject, text FROM block ORDER BY place, subject"


class Blocks:
    """The default graph as it is written: its subjects in the order of the file, and the prefixes that they use.

    They come in any order, and there may be millions; so where they are many they are not held, but sorted by SQLite,
    in a temporary file of its own that is gone however the program ends.
    """

    def __init__(self, base: str) -> None:
        self.base, self.prefixes = base, set[str]()
        self._waiting: list[Block] = []
        self._held = 0
        self._db: sqlite3.Connection | None = None

    def take(self, block: Block, prefixes: Iterable[str]) -> None:
        """Take up a subject; raises KgError when there is no room for it."""
        self._waiting.append(block)
        self._held += len(block[2])
        self.prefixes.update(prefixes)
        if self._held > _HELD and len(self._waiting) >= _AT_ONCE:
            self._put()

    @property
    def blocks(self) -> Iterator[Block]:
        """Its subjects as text; raises KgError as ``take`` does."""
        if self._db is None:
            self._waiting.sort(key=lambda block: block[:2])
            yield from self._waiting
            return
        db = self._put()
        try:
            db.execute("CREATE INDEX IF NOT EXISTS in_order ON block (place, subject)")
            for place, subject, text in db.execute(_IN_ORDER):
                yield place, subject, text.decode("utf-8")
        except sqlite3.OperationalError as error:
            raise _no_room(error) from error

    def _put(self) -> sqlite3.Connection:
        """Put what waits on disk."""
        if self._db is None:
            self._db = sqlite3.connect("")
            self._db.execute("PRAGMA journal_mode = OFF")
            self._db.execute("CREATE TABLE block (place INTEGER, subject TEXT, text BLOB)")
        rows = ((place, subject, text.encode("utf-8")) for place, subject, text in self._waiting)
        try:
            self._db.executemany("INSERT INTO block VALUES (?, ?, ?)", rows)
        except sqlite3.OperationalError as error:
            raise _no_room(error) from error
        self._waiting = []
        return self._db

    def text(self) -> Iterator[bytes]:
        """Yield it in Turtle, without a header."""
        return (text.encode("utf-8") for text in sections(self.blocks))

    def write_turtle(self, path: Path) -> None:
        """Write it as Turtle; raises OSError."""
        with path.open("wb", buffering=1 << 20) as file:
            file.write(self._header())
            file.writelines(self.text())

    def write_trig(self, path: Path, written: Path, graphs: Iterable[bytes | Piece], prefixes: Iterable[str]) -> None:
        """Write it as TriG with named ``graphs`` behind it, which use more ``prefixes``; raises OSError.

        ``written`` is the file that ``write_turtle`` wrote. Graphs may be pieces of another file in TriG.
        """
        start = len(self._header())
        with path.open("wb", buffering=1 << 20) as file, written.open("rb") as own:
            file.write(self._header(prefixes))
            Piece(own, start, written.stat().st_size - start).write_to(file)
            for one in graphs:
                one.write_to(file) if isinstance(one, Piece) else file.write(one)

    def _header(self, more: Iterable[str] = ()) -> bytes:
        return Terms(self.base).header(self.prefixes.union(more)).encode("utf-8")


def _no_room(error: sqlite3.OperationalError) -> KgError:
    return KgError(f"the temporary folder can't be written ({error}); make room there, or name another with TMPDIR")
