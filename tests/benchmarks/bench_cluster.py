"""How much of a build a cluster can spread, and what it is expected to gain: measured on one core, then divided.

    python -m tests.benchmarks.bench_cluster [COUNT …]

For each number of announcements (1,000 if none is given) the functions that machines of a cluster call are called here,
one after another, and their CPU seconds are told apart from those of the machine that leads: receiving, deciding who is
who, putting the report together. With k cores the spread part takes a k-th; the rest stays. CPU seconds and not those
on the wall, since other work of this machine must not count.
"""

from __future__ import annotations

import pickle
import resource
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path
from time import process_time
from typing import Any, TypeVar

from kg.cluster import building
from kg.cluster.inputs import files, units
from kg.cluster.machines import keys_told, scores_told
from kg.cluster.on_machine import Found, read_batch
from kg.cluster.understand import Seen, _named, _take, _together, task
from kg.graph.iris import BASE
from kg.read.document import text_digest
from kg.resolve.score import Kind, Scores
from kg.run.cache import Cache
from kg.run.understand import key_of, understood
from kg.run.whole import whole
from tests.benchmarks.texts import write

T = TypeVar("T")
R = TypeVar("R")

CORES = (1, 2, 4, 8, 16, 32, 64, 128)


class OneAfterAnother:
    """Does here what machines would do, and counts the seconds for each kind of work."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()

    @contextmanager
    def doing(self, what: str) -> Iterator[None]:
        """Count the seconds of a block."""
        began = process_time()
        yield
        self.seconds[what] += process_time() - began

    def map(self, function: Callable[[T], R], things: Iterable[T]) -> Iterator[list[R]]:
        """Call the function as a machine does, with what was sent to it."""
        left = iter(things)
        while batch := list(islice(left, 16)):
            sent = pickle.loads(pickle.dumps(batch))
            with self.doing(getattr(function, "__name__", "shards")):
                results = [function(one) for one in sent]
            yield results

    def scoring(
        self, kind: Kind[T], things: Mapping[int, T], allowed: Callable[[int, int], bool], known: object = None
    ) -> Scores:
        """Compare things in one part."""
        items = list(things.items())
        told: list[bytes] = []
        for at in range(0, len(items), 500):
            packed = pickle.dumps(items[at : at + 500])
            with self.doing("comparing"):
                told += [content for row in keys_told({"things": [packed]}, kind, 1) for content in row["told"]]
        with self.doing("comparing"):
            (scores,) = scores_told({"told": told}, kind)["scores"]
        found: Scores = pickle.loads(scores)
        return {pair: found[pair] for pair in sorted(found) if allowed(*pair)}


def rows(home: Path, given: Any, spread: OneAfterAnother) -> Iterator[dict[str, Any]]:
    """Yield what machines would send back."""
    found, _ = files([home])
    for unit in units(found):
        with spread.doing("reading"):
            batches = list(read_batch({"unit": [pickle.dumps(unit)]}, given))
        for batch in batches:
            for packed in batch["documents"]:
                with spread.doing("understanding"):
                    numbered = pickle.loads(packed)
                    results = [
                        Found(place, one.id, one.source, text_digest(one), key, understood((key, one)))
                        for place, one in numbered
                        for key in (key_of(one, given.salt),)
                    ]
                    sent = pickle.dumps(results)
                yield {"found": sent, "machine": "this"}


def one(count: int) -> None:
    """Print the figures of one number of announcements."""
    with tempfile.TemporaryDirectory() as folder, closing(Cache(Path(folder) / "cache.sqlite")) as cache:
        home, out = Path(folder) / "texts", Path(folder) / "out"
        write(count, home)
        given, spread, seen = task(None, None), OneAfterAnother(), Seen()
        understood_once(given)
        began = process_time()
        for row in rows(home, given, spread):
            _take(row, cache, seen)
        _, kept = _named(seen)
        found = _together(kept, seen.refused, cache, frozenset())
        received = process_time()
        made = whole(cache, found.entries, found.refused, BASE, None, _silent, (), ((), ()), "", spread)  # type: ignore[arg-type]
        building.Machines = lambda at_once: spread  # type: ignore[assignment, misc]
        building._written(made, str(out), _silent)
        total = process_time() - began
        size = sum(path.stat().st_size for path in out.glob("*.zst"))
    apart = sum(spread.seconds.values())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\n{count:,} announcements: {total:.1f} CPU s, {1000 * total / count:.2f} ms each; peak {peak:,.0f} MB")
    for name, seconds in spread.seconds.most_common():
        print(f"  spread   {name:15} {1000 * seconds / count:7.2f} ms each")
    print(f"  leading  {'all else':15} {1000 * (total - apart) / count:7.2f} ms each")
    print(f"  shards: {size / count:,.0f} bytes each; receiving ended after {received - began:.1f} s")
    for cores in CORES:
        seconds = apart / cores + total - apart
        print(
            f"  {cores:4} cores: {count / seconds:7.0f} announcements a second, {total / seconds:5.1f} times one core"
        )


def understood_once(given: Any) -> None:
    """Load the words and models, which every process does once."""
    import kg.run.ready  # noqa: F401


def _silent(stage: str, done: int, total: int) -> None:
    pass


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(int(sys.argv[2]))
    else:
        for number in [int(count) for count in sys.argv[1:]] or [1_000]:
            subprocess.run([sys.executable, "-m", __spec__.name, "--one", str(number)], check=True)
