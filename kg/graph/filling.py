"""The database of a build, filled in a thread of its own while the rest of the graph is still put together.

Oxigraph sorts and writes without Python, so another core does it; at the end, when nothing else is left to do, two do.
What is given is loaded in pieces, in any order: what the database holds is the same.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from queue import Empty, Full, Queue

import pyoxigraph as ox

from kg.files import beside, remove
from kg.graph.store import NAME, placing
from kg.graph.turtle import Terms
from kg.ontology import PREFIXES

_PIECE = 4_000_000  # bytes, 80,000 quads: 60 MB at most; larger ones take more (12 MB: 300) and no less time


class Filling:
    """The database ``folder``/store, made beside what is there and put in its place when it is finished."""

    def __init__(self, folder: Path, base: str) -> None:
        self._dest = folder / NAME
        self._new = beside(self._dest)
        self._header = Terms(base).header(PREFIXES).encode("utf-8")
        self._pieces: Queue[bytes | None] = Queue(maxsize=1)
        self._piece: list[bytes] = []
        self._size, self._enough = 0, _PIECE // 2  # the first piece is smaller, so that the work begins soon
        self._store: ox.Store | None = None
        self._error: BaseException | None = None
        self._made = threading.Event()
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

    def rest(self) -> None:
        """Have all loaded that was taken, and wait for it: what comes next may need the memory."""
        self.hand_over()
        for _ in range(2):  # there is room for the second once the first, of nothing, is taken: all before it is loaded
            self._pieces.put(b"")

    def finish(self) -> None:
        """Wait until all is loaded, and put it in place; raises KgError when it can't be written."""
        with placing(self._new, self._dest):
            self._help()
            self._end()
            self._store = None  # releases the database's lock
            if self._error:
                raise self._error

    def give_up(self) -> None:
        """Leave nothing behind, unless it is finished."""
        if self._thread.is_alive():
            self._error = self._error or InterruptedError()
            self._end()
        self._store = None
        remove(self._new)

    def _help(self) -> None:
        """Load what is left together with the thread: each takes the next piece."""
        middle = len(self._piece) // 2
        left = [self._header + b"".join(some) for some in (self._piece[:middle], self._piece[middle:]) if some]
        self._piece, self._size = [], 0
        while True:
            try:
                while left:
                    self._pieces.put_nowait(left[-1])
                    left.pop()
            except Full:
                pass
            try:
                piece = self._pieces.get_nowait()
            except Empty:
                if not left:
                    return
            else:
                self._load_one(piece)

    def _end(self) -> None:
        self._pieces.put(None)
        self._thread.join()

    def _load(self) -> None:
        try:
            self._store = ox.Store(str(self._new))
        except (OSError, RuntimeError) as error:
            self._error = error
        self._made.set()
        while (piece := self._pieces.get()) is not None:
            self._load_one(piece)
        if self._store is not None and self._error is None:
            self._try(self._store.flush)

    def _load_one(self, piece: bytes | None) -> None:
        self._made.wait()
        store = self._store
        if store is not None and piece and self._error is None:
            self._try(lambda: store.bulk_load(piece, format=ox.RdfFormat.TRIG, lenient=True))

    def _try(self, work: Callable[[], None]) -> None:
        """Do a part of the work; what goes wrong is told to who waits for the end."""
        try:
            work()
        except Exception as error:
            self._error = self._error or error
