"""How fast announcements become a graph, how much faster the second time, and how much memory it takes.

    python -m tests.benchmarks.bench_build [COUNT …]

For each number of announcements (1,000 if none is given): a build from nothing in one process, with one worker and with
two, and how much of two cores these make use of; a build in which nothing is new; builds in which a single announcement
has a word more, is another text altogether, or is new; their files must equal those of a build from nothing. Each in a
process of its own, so that time and memory are its own. Seconds fluctuate with whatever else the machine does: compare
within one run, and rather CPU seconds.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.texts import texts, write

FILES = ("graph.ttl", "graph.trig", "graph.html", "report.json")
_CODE = """
import json, os, resource, sys, time
from pathlib import Path
from kg.pipeline import build

def of_workers():
    # seconds of the processes under this one, and of those that they waited for, by what Linux says of them
    told, parents = {}, {}
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = file.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        told[int(file.parent.name)] = sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
        parents[int(file.parent.name)] = int(fields[1])
    under = {os.getpid()}
    while more := {one for one, parent in parents.items() if parent in under} - under:
        under |= more
    return sum(told.get(one, 0) for one in under - {os.getpid()})

if __name__ == "__main__":
    stages, began = [], time.perf_counter()
    def tell(stage, done, total):
        if not stages or stages[-1][0] != stage:
            stages.append((stage, time.process_time()))
    workers = int(sys.argv[3])
    build(sys.argv[1], sys.argv[2], workers=workers or None, progress=tell)
    ended, last = time.perf_counter(), time.process_time()
    own = resource.getrusage(resource.RUSAGE_SELF)
    ends = [start for _, start in stages[1:]] + [last]
    print(json.dumps({
        "seconds": ended - began,
        "cpu": own.ru_utime + own.ru_stime,
        "workers_cpu": of_workers(),
        "own_mb": own.ru_maxrss // 1024,
        "stages": {stage: end - start for (stage, start), end in zip(stages, ends)},
    }))
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """One build: seconds on the clock, seconds of a processor and megabytes at most of the process itself.

    ``workers_cpu`` are those of its workers and of what starts them, ``stages`` are seconds of a processor too.
    """

    seconds: float
    cpu: float
    workers_cpu: float
    own_mb: int
    stages: dict[str, float]


def measured(texts: Path, out: Path, workers: int) -> Measured:
    """Build in a process of its own; 0 workers is no other process."""
    with tempfile.NamedTemporaryFile("w", suffix=".py") as script:
        script.write(_CODE)
        script.flush()
        command = [sys.executable, script.name, str(texts), str(out), str(workers)]
        path = os.pathsep.join([str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH", "")])
        done = subprocess.run(
            command, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, check=True
        )
    return Measured(**json.loads(done.stdout))


def bench(count: int) -> None:
    """Measure with so many announcements, and print it."""
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        write(count, home / "texts")
        print(f"\n{count} announcements        seconds  a second  own CPU s  workers'  own peak MB")
        alone = _row("one process", home, "a", 0, count)
        _row("1 worker", home, "b", 1, count)
        two = _row("2 workers", home, "c", 2, count)
        _row("nothing is new", home, "a", 0, count)
        again = [(name, _changed(name, change, home, count)) for name, change in CHANGES]
        _row("the same from nothing", home, "d", 2, count)
        equal = all((home / "a" / name).read_bytes() == (home / "d" / name).read_bytes() for name in FILES)
        print(f"equal bytes: {'yes' if equal else 'NO'}")
        for name, one in again:
            faster, less = alone.seconds / one.seconds, alone.cpu / one.cpu
            print(f"{name}: {faster:.1f} times faster than from nothing in one process, CPU {less:.1f} times less")
        print(f"2 workers: {alone.seconds / two.seconds:.2f} times faster than one process")
        # One process loads its database in a thread, so what one core would take is its CPU seconds, not the clock's.
        print(f"efficiency of 2 workers: {alone.cpu / two.seconds / 2:.2f} by the clock, ", end="")
        print(f"{alone.cpu / (two.cpu + two.workers_cpu):.2f} by CPU (what they cost more than one process)")
        for name, one in (("from nothing", alone), *again):
            stages = ", ".join(f"{stage} {seconds:.1f}" for stage, seconds in one.stages.items())
            print(f"CPU seconds, {name}: {stages}")


def _changed(name: str, change: Callable[[Path], object], home: Path, count: int) -> Measured:
    """Change one announcement in the middle and build again."""
    change(sorted((home / "texts").rglob("*.txt"))[count // 2])
    return _row(name, home, "a", 0, count)


CHANGES: tuple[tuple[str, Callable[[Path], object]], ...] = (
    ("a word more", lambda file: file.write_text(file.read_text("utf-8") + "12.03.2031 | Astana\n", "utf-8")),
    ("another text", lambda file: file.write_text(next(texts(1, seed=2)).text, "utf-8")),
    ("a new one", lambda file: file.with_name("new.txt").write_text(next(texts(1, seed=3)).text, "utf-8")),
)


def _row(name: str, home: Path, out: str, workers: int, count: int) -> Measured:
    one = measured(home / "texts", home / out, workers)
    seconds = f"{one.seconds:9.1f} {count / one.seconds:9.1f} {one.cpu:10.1f} {one.workers_cpu:9.1f}"
    print(f"{name:24}  {seconds} {one.own_mb:12}", flush=True)
    return one


if __name__ == "__main__":
    for each in [int(number) for number in sys.argv[1:]] or [1000]:
        bench(each)
