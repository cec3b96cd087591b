"""How long resolution takes, how much memory it needs and how right it is, on synthetic announcements.

python -m tests.benchmarks.bench_resolve [COUNT …]
"""

from __future__ import annotations

import resource
import subprocess
import sys
from collections import Counter, defaultdict
from time import perf_counter, process_time

from kg.records import Resolution
from kg.resolve import resolve
from tests.benchmarks.synthetic import Synthetic

COUNTS = (1_000, 10_000, 100_000)
CLASSES = ("Person", "Organization", "Meeting")


def main(counts: list[int]) -> None:
    """Measure each number of announcements in a process of its own, so that the memory is its own too."""
    print(
        "announcements   made in, s   resolved in, s   ms each   peak MB   "
        + "   ".join(f"{c}: once, mixed" for c in CLASSES)
    )
    for count in counts:
        subprocess.run([sys.executable, "-m", __spec__.name, "--one", str(count)], check=True)


def one(count: int) -> None:
    """Print the row of one number of announcements."""
    synthetic = Synthetic(count)
    began = process_time()
    for _ in synthetic:
        pass
    made = process_time() - began
    began, wall = process_time(), perf_counter()
    resolution = resolve(synthetic)
    took = process_time() - began - made
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    right = "   ".join(f"{a:.3f} {b:.4f}".rjust(len(c) + 13) for c, (a, b) in _right(synthetic, resolution).items())
    print(f"{count:13,} {made:12.1f} {took:16.1f} {1000 * took / count:9.2f} {peak:9.0f}   {right}", flush=True)
    assert perf_counter() > wall


def _right(synthetic: Synthetic, resolution: Resolution) -> dict[str, tuple[float, float]]:
    """Return for each class which share of the things is exactly one entity, and which share of entities is several."""
    entity = {member: e.slug for e in resolution.entities if e.type in CLASSES for member in e.members}
    whole: dict[str, dict[str, set[str]]] = {kind: defaultdict(set) for kind in CLASSES}
    parts: dict[str, set[str]] = defaultdict(set)
    for extraction, truth in synthetic.told():
        for thing in extraction.things:
            if thing.type in whole:
                slug = entity[extraction.announcement.id, thing.key]
                whole[thing.type][truth[thing.key]].add(slug)
                parts[slug].add(truth[thing.key])
    mixed = Counter(slug.partition("/")[0] for slug, found in parts.items() if len(found) > 1)
    every = Counter(slug.partition("/")[0] for slug in parts)
    return {
        kind: (
            sum(len(slugs) == 1 for slugs in found.values()) / len(found),
            mixed[kind.lower()] / every[kind.lower()],
        )
        for kind, found in whole.items()
    }


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(int(sys.argv[2]))
    else:
        main([int(count) for count in sys.argv[1:]] or list(COUNTS))
