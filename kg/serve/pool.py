"""Processes that answer queries and can be ended: Oxigraph itself can't be told to stop.

Each worker holds the store open for reading and answers one query at a time. When a query takes too long, needs too
much memory, or nobody waits for it any more, its process is killed and another one begun.
"""

from __future__ import annotations

import contextlib
import multiprocessing as mp
import queue
import time
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Event, Lock

from kg.errors import KgError
from kg.serve.answers import Answer, Question, TooBigError

_LOOKS = 0.1
"""Seconds between looks whether somebody still waits."""
_GIGABYTE = 1 << 30


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may cost: seconds, bytes of its answer, bytes of memory (where the system can limit that)."""

    seconds: float = 30.0
    answer: int = 64_000_000
    memory: int = 2 * _GIGABYTE


class TooSlowError(KgError):
    """A query that took longer than allowed, needed too much memory, or for which no worker was free in time."""


class Pool:
    """``workers`` processes over the store in ``folder``; safe to be used by several threads."""

    def __init__(self, folder: Path, workers: int, limits: Limits) -> None:
        self._folder, self._limits = folder, limits
        self._free: queue.Queue[_Worker] = queue.Queue()
        self._all: set[_Worker] = set()
        self._lock, self._closed = Lock(), False
        for _ in range(workers):
            self._begin()

    def ask(self, question: Question, gone: Event | None = None) -> Answer:
        """Answer a question; when ``gone`` is set, its process is ended.

        Raises KgError for a query that is wrong, TooBigError or TooSlowError for one that costs too much.
        """
        worker = self._idle(gone)
        replace = True
        try:
            said = worker.ask(question, self._limits.seconds, gone)
            replace = worker.stale
        finally:
            if replace:
                self._end(worker)
                self._begin()
            else:
                self._free.put(worker)
        if isinstance(said, KgError):
            raise said
        return said

    def renew(self) -> None:
        """Have every worker open the store anew, after it was built anew; running queries finish first."""
        with self._lock:
            for worker in self._all:
                worker.stale = True

    def close(self) -> None:
        """End all workers."""
        with self._lock:
            self._closed = True
            for worker in self._all:
                worker.kill()

    def _idle(self, gone: Event | None) -> _Worker:
        until = time.monotonic() + self._limits.seconds
        while not (gone and gone.is_set()) and time.monotonic() < until:
            with contextlib.suppress(queue.Empty):
                worker = self._free.get(timeout=_LOOKS)
                if not worker.stale:
                    return worker
                self._end(worker)
                self._begin()
        raise TooSlowError("All workers are busy with other queries; ask again in a while.")

    def _begin(self) -> None:
        with self._lock:
            if not self._closed:
                worker = _Worker(self._folder, self._limits)
                self._all.add(worker)
                self._free.put(worker)

    def _end(self, worker: _Worker) -> None:
        worker.kill()
        with self._lock:
            self._all.discard(worker)


class _Worker:
    def __init__(self, folder: Path, limits: Limits) -> None:
        context = mp.get_context("spawn")  # a fork of a process with threads may stand still
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(str(folder), theirs, limits), daemon=True)
        self._process.start()
        theirs.close()
        self.stale = False

    def ask(self, question: Question, seconds: float, gone: Event | None) -> Answer | KgError:
        """Return the answer or what is wrong; afterwards ``stale`` says that the process must be replaced."""
        try:
            self._pipe.send(question)
            until = time.monotonic() + seconds
            while not self._pipe.poll(_LOOKS):
                if gone and gone.is_set():
                    self.stale = True
                    return TooSlowError("Nobody waits for the answer any more.")
                if time.monotonic() > until:
                    self.stale = True
                    return TooSlowError(
                        f"The query took longer than {seconds:g} seconds and was ended; ask for less, or start the "
                        "server with a larger --most-seconds."
                    )
            said: Answer | KgError = self._pipe.recv()
        except (EOFError, OSError):
            self.stale = True
            return TooSlowError("The query needed too much memory and was ended; ask for less.")
        return said

    def kill(self) -> None:
        """End the process at once."""
        self._process.kill()
        self._process.join()
        self._pipe.close()


def _serve(folder: str, pipe: Connection, limits: Limits) -> None:
    """Answer what comes through the pipe until it is closed; the work of a process."""
    import signal

    from kg.graph.store import open_store
    from kg.serve.answers import answer

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which ends us
    store = open_store(folder)
    _limit_memory(limits.memory)
    while True:
        try:
            question = pipe.recv()
        except EOFError:
            return
        try:
            said: Answer | KgError = answer(store, question, limits.answer)
        except TooBigError as error:
            said = TooBigError(str(error))
        except KgError as error:
            said = KgError(str(error))
        except MemoryError:
            said = TooSlowError("The query needed too much memory and was ended; ask for less.")
        pipe.send(said)


def _limit_memory(more: int) -> None:
    """Let the process take that many bytes beyond what it has, where the system knows such limits."""
    try:
        import resource

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + more,) * 2)
    except (ImportError, OSError, ValueError):
        return
