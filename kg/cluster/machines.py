"""Functions called on the machines of a cluster, and things compared there, as Ray Data."""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import Any, TypeVar
from zlib import crc32

from kg.resolve.score import Kind, Known, Scores, Scoring, scored

T = TypeVar("T")
R = TypeVar("R")
Batch = dict[str, Any]

_TRIES = 3  # of a batch that kills its process; then it is done here, where there may be more room
_WAITING = 2  # batches in line for each core
_WORTH_SENDING = 5_000  # things to compare: fewer are compared here before the cluster has begun
_AT_ONCE = 500


class Machines:
    """All machines of the cluster that this process is connected to (see kg.run.elsewhere)."""

    def __init__(self, at_once: int = 16) -> None:
        self._at_once = at_once

    @property
    def scoring(self) -> Scoring:
        """What compares people and meetings."""
        return compared

    def map(self, function: Callable[[T], R], things: Iterable[T]) -> Iterator[list[R]]:
        """Yield the results for some of the things in the order given; only a few are held at a time."""
        import ray

        remote = ray.remote(_each).options(num_cpus=1, max_retries=_TRIES, scheduling_strategy="SPREAD")
        left = iter(things)
        waiting: deque[tuple[Any, list[T]]] = deque()
        most = cores() * (1 + _WAITING)
        while True:
            while len(waiting) < most and (batch := list(islice(left, self._at_once))):
                waiting.append((remote.remote(function, batch), batch))
            if not waiting:
                return
            yield _result(*waiting.popleft(), function)


def cores() -> int:
    """Return how many cores the cluster has now."""
    import ray

    return max(1, int(ray.cluster_resources().get("CPU", 1)))


def _each(function: Callable[[T], R], batch: list[T]) -> list[R]:
    return [function(thing) for thing in batch]


def _result(reference: Any, batch: list[T], function: Callable[[T], R]) -> list[R]:
    import ray
    from ray.exceptions import RayError

    try:
        found: list[R] = ray.get(reference)
        return found
    except RayError:  # also an error of the function, which is then raised here as it is
        return _each(function, batch)


def compared(
    kind: Kind[T], things: Mapping[int, T], allowed: Callable[[int, int], bool], known: Known | None = None
) -> Scores:
    """Score the pairs of things on the machines: their keys are told, things with a key in common come together.

    Few things are compared here, and so are all when the cluster fails.
    """
    from ray.exceptions import RayError

    if len(things) < _WORTH_SENDING:
        return scored(kind, things, allowed, known)
    found: Scores = {}
    try:
        for row in _rows(kind, things):
            found |= pickle.loads(row["scores"])
    except RayError:
        return scored(kind, things, allowed, known)
    return {pair: found[pair] for pair in sorted(found) if allowed(*pair)}


def _rows(kind: Kind[T], things: Mapping[int, T]) -> Iterator[dict[str, Any]]:
    import ray

    parts = min(200, 4 * cores())
    items = iter(things.items())
    rows = []
    while some := list(islice(items, _AT_ONCE)):
        rows.append({"things": pickle.dumps(some)})
    told = ray.data.from_items(rows, override_num_blocks=len(rows)).map_batches(
        keys_told, batch_size=1, fn_kwargs={"kind": kind, "parts": parts}
    )
    together = told.groupby("part", num_partitions=parts)
    yield from together.map_groups(scores_told, fn_kwargs={"kind": kind}, batch_format="numpy").iter_rows()


Told = tuple[int, Any, list[tuple[Hashable, Any]]]
"""A thing's number, the thing, and some of its keys with its place among those that share them."""


def keys_told(batch: Batch, kind: Kind[Any], parts: int) -> Iterator[Batch]:
    """Yield things by the parts that their keys fall into; a thing is in as many parts as its keys."""
    for packed in batch["things"]:
        of_part: dict[int, dict[int, Told]] = {}
        for number, thing in pickle.loads(packed):
            for key, place in kind.keys(number, thing):
                part = crc32(repr(key).encode("utf-8")) % parts
                told = of_part.setdefault(part, {}).setdefault(number, (number, thing, []))
                told[2].append((key, place))
        for part, found in sorted(of_part.items()):
            yield {"part": [part], "told": [pickle.dumps(list(found.values()))]}


def scores_told(batch: Batch, kind: Kind[Any]) -> Batch:
    """Return the scores of the pairs of things in one part."""
    told: list[Told] = [one for packed in batch["told"] for one in pickle.loads(packed)]
    things = {number: thing for number, thing, _ in told}
    keys = {number: found for number, _, found in told}
    here = replace(kind, keys=lambda number, _: keys[number])
    return {"scores": [pickle.dumps(scored(here, things, lambda one, other: True))]}
