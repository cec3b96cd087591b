"""A function called for many things in several processes, of which any may die.

The processes come from a fork server: a process of one thread that has loaded the models, so that a worker starts in
milliseconds and shares them. (A fork of this process would copy the locks of its threads, spawning loads everything
anew.) What a worker was at when it died is tried once more, alone in a worker; what kills that one too is given up.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, ProcessPoolExecutor, wait
from itertools import islice
from multiprocessing.connection import wait as wait_for
from multiprocessing.context import BaseContext
from typing import Generic, TypeVar

from kg.errors import KgError

T = TypeVar("T")
R = TypeVar("R")

_BATCH = 8  # things sent at once: passing them costs little beside working on them, and little is lost with a worker
_WAITING = 2  # batches in line for each worker


class Died:
    """What is returned for a thing that killed its worker."""


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def begin(preload: Sequence[str]) -> None:
    """Have the fork server load modules while this process goes on; nothing is done where there is no fork server."""
    if _METHOD == "forkserver":
        from multiprocessing import forkserver

        _context(preload)
        forkserver.ensure_running()


_METHOD = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"


def _context(preload: Sequence[str]) -> BaseContext:
    context = multiprocessing.get_context(_METHOD)
    if _METHOD == "forkserver":
        context.set_forkserver_preload(list(preload))
    return context


class Workers(Generic[T, R]):
    """Processes that call a function of a module; a context manager.

    ``preload`` names the modules that the fork server loads.
    """

    def __init__(self, number: int, function: Callable[[T], R], preload: Sequence[str] = ()) -> None:
        self._number, self._function = number, function
        self._context = _context(preload)
        self._pool = self._new(number)

    def __enter__(self) -> Workers[T, R]:
        return self

    def __exit__(self, *_: object) -> None:
        _kill(self._pool)

    def map(self, things: Iterable[T], meanwhile: Iterator[None] | None = None) -> Iterator[list[tuple[T, R | Died]]]:
        """Yield batches of things with their results, as they get ready; only a few are held at a time.

        While none is ready, this process takes small steps of what it has to do ``meanwhile``. Raises what the
        function raises.
        """
        batches = _batches(things)
        waiting: dict[Future[list[R]], list[T]] = {}
        lost: list[list[T]] = []
        more = True
        while more or waiting:
            while more and not lost and len(waiting) < self._number * (1 + _WAITING):
                batch = next(batches, None)
                more = batch is not None
                if batch:
                    self._submit(batch, waiting, lost)
            for done in _ready(waiting, meanwhile or iter(())):
                batch = waiting.pop(done)
                try:
                    yield list(zip(batch, done.result(), strict=True))
                except BrokenExecutor:
                    lost.append(batch)
            if lost and not waiting:
                yield from self._one_by_one(lost)
                lost = []
                self._pool = self._new(self._number)

    def _submit(self, batch: list[T], waiting: dict[Future[list[R]], list[T]], lost: list[list[T]]) -> None:
        try:
            waiting[self._pool.submit(_each, self._function, batch)] = batch
        except BrokenExecutor:
            lost.append(batch)

    def _one_by_one(self, lost: list[list[T]]) -> Iterator[list[tuple[T, R | Died]]]:
        """Try what was under way when a worker died again, each alone."""
        _kill(self._pool)
        self._pool = self._new(1)
        for batch in lost:
            results: list[tuple[T, R | Died]] = []
            for thing in batch:
                try:
                    results.append((thing, self._pool.submit(self._function, thing).result()))
                except BrokenExecutor:
                    results.append((thing, Died()))
                    _kill(self._pool)
                    self._pool = self._living()
            yield results
        _kill(self._pool)

    def _living(self) -> ProcessPoolExecutor:
        """Return a pool of one that works; raises KgError where no process can be started at all."""
        pool = self._new(1)
        try:
            pool.submit(int).result()
        except BrokenExecutor:
            _kill(pool)
            raise KgError("no worker process can be started here; give --workers 0 to do all in this one") from None
        return pool

    def _new(self, number: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(number, self._context, initializer=_begin)


def _batches(things: Iterable[T]) -> Iterator[list[T]]:
    left = iter(things)
    while batch := list(islice(left, _BATCH)):
        yield batch


def _ready(waiting: Collection[Future[list[R]]], meanwhile: Iterator[None]) -> Collection[Future[list[R]]]:
    """Return those of the futures that are done, at least one unless there is none."""
    while not (done := wait(waiting, timeout=0).done) and waiting:
        try:
            next(meanwhile)
        except StopIteration:
            return wait(waiting, return_when=FIRST_COMPLETED).done
    return done


def _each(function: Callable[[T], R], batch: list[T]) -> list[R]:
    return [function(thing) for thing in batch]


def _begin() -> None:
    """Leave Ctrl-C to the parent, and end when it is no more, even if it was killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait_for([sentinel])
    os._exit(1)


def _kill(pool: ProcessPoolExecutor) -> None:
    """End a pool at once; what its workers are at is of no use any more."""
    processes = list((pool._processes or {}).values())
    pool.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        process.kill()
    for process in processes:
        process.join()
