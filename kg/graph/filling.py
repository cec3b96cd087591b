"""The database of a build, filled in a thread of its own while the rest of the graph is still put together.

Oxigraph sorts and writes without Python, so another core does it. What is given is loaded in pieces, in any order: what
the database holds is the same.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from queue import Queue

import pyoxigraph as ox

from kg.files import beside, remove
from kg.graph.store import NAME, placing
from kg.graph.turtle import Terms
from kg.ontology import PREFIXES

_PIECE = 12_000_000  # bytes, a quarter of a million quads: 300 MB at most; 1.8 GB when Oxigraph is given all at once


class Filling:
    """The database ``folder``/store, made beside what is there and put in its place when it is finished."""

    def __init__(self, folder: Path, base: str) -> None:
        self._dest = folder / NAME
        self._new = beside(self._dest)
        self._header = Terms(base).header(PREFIXES).encode("utf-8")
        self._pieces: Queue[bytes | None] = Queue(maxsize=1)
        self._piece: list[bytes] = []
        self._size, self._enough = 0, _PIECE // 2  # the first piece is smaller, so that the work begins soon
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._load, daemon=True)
        self._thread.start()

    def take(self, trig: Iterable[bytes]) -> None:
        """Have graphs in TriG loaded; they use the base and the prefixes of the ontology without declaring them."""
        for each in trig:
            self._piece.append(each)
            self._size += len(each)
            if self._size >= self._enough:
                self.hand_over()

    def take_quads(self, quads: Iterable[ox.Quad]) -> None:
        """Have quads of named graphs loaded."""
        self.take(f"{one.graph_name} {{ {one.subject} {one.predicate} {one.object} }}\n".encode() for one in quads)

    def hand_over(self) -> None:
        """Have what was taken loaded without waiting for more, since no more comes for a while."""
        if self._piece:
            self._pieces.put(self._header + b"".join(self._piece))
            self._enough = _PIECE
        self._piece, self._size = [], 0

    def finish(self) -> None:
        """Wait until all is loaded, and put it in place; raises KgError when it can't be written."""
        with placing(self._new, self._dest):
            self.hand_over()
            self._end()
            if self._error:
                raise self._error

    def give_up(self) -> None:
        """Leave nothing behind, unless it is finished."""
        if self._thread.is_alive():
            self._error = self._error or InterruptedError()
            self._end()
        remove(self._new)

    def _end(self) -> None:
        self._pieces.put(None)
        self._thread.join()

    def _load(self) -> None:
        try:
            store = ox.Store(str(self._new))
        except (OSError, RuntimeError) as error:
            self._error = error
        while (piece := self._pieces.get()) is not None:
            if self._error is None:
                self._try(lambda: store.bulk_load(piece, format=ox.RdfFormat.TRIG, lenient=True))
        if self._error is None:
            self._try(store.flush)

    def _try(self, work: Callable[[], None]) -> None:
        """Do a part of the work; what goes wrong is told to who waits for the end."""
        try:
            work()
        except Exception as error:
            self._error = self._error or error
