"""How time and memory grow with the number of announcements: `python -m tests.benchmarks.bench_growth [COUNT …]`.

Each number (1,000 and 3,000 if none is given) is built from nothing in one process of its own. A row for each stage
has the processor seconds that it took and the most megabytes that the process had held by its end; Filling is what the
thread took that loads the database beside the other stages. Between two numbers it says what each announcement more
takes at the peak by the end of each stage. The rows are kept in docs/growth.csv, those of a number that is measured
again in the place of the old ones; docs/make_growth.py draws them.
"""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import astuple, dataclass
from pathlib import Path

from tests.benchmarks.texts import write

HOME = Path(__file__).parents[2]
KEPT = HOME / "docs" / "growth.csv"
FIELDS = ("announcements", "bytes", "stage", "seconds", "peak_mb", "triples")
_CODE = """
import json, resource, sys, time
from kg.pipeline import build

stages, last = {}, [None]
def tell(stage, done, total):
    # this thread's own seconds; those of the thread that fills the database are told apart
    now, peak = time.thread_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    if last[0] is None or last[0][0] != stage:
        if last[0]:
            before = stages.setdefault(last[0][0], [0, 0])
            stages[last[0][0]] = [before[0] + now - last[0][1], peak]
        last[0] = (stage, now)
built = build(sys.argv[1], sys.argv[2], progress=tell)
tell("", 0, 0)
stages["Filling"] = [time.process_time() - time.thread_time(), stages["Writing"][1]]
rows = [(name, seconds, peak) for name, (seconds, peak) in stages.items()]
print(json.dumps({"rows": rows, "triples": built.report["validation"]["checked"]}))
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One stage of a build of so many announcements, of so many bytes: its seconds, and the peak by its end."""

    announcements: int
    bytes: int
    stage: str
    seconds: float
    peak_mb: int
    triples: int


def main(counts: list[int]) -> None:
    """Measure, print and keep."""
    before: list[Row] = []
    for count in counts:
        rows = measured(count)
        _print(rows)
        keep(rows)
        _compare(before, rows)
        before = rows


def measured(count: int) -> list[Row]:
    """Build so many announcements in a process of its own."""
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        write(count, home / "texts")
        size = sum(file.stat().st_size for file in (home / "texts").rglob("*.txt"))
        path = os.pathsep.join([str(HOME), os.environ.get("PYTHONPATH", "")])
        command = [sys.executable, "-c", _CODE, str(home / "texts"), str(home / "out")]
        done = subprocess.run(
            command, env={**os.environ, "PYTHONPATH": path}, stdout=subprocess.PIPE, text=True, check=True
        )
    found = json.loads(done.stdout)
    rows = found["rows"]
    return [Row(count, size, stage, round(seconds, 1), round(mb), found["triples"]) for stage, seconds, mb in rows]


def _print(rows: list[Row]) -> None:
    first = rows[0]
    whole = sum(row.seconds for row in rows)
    each = whole / first.announcements
    print(f"\n{first.announcements:,} announcements of {first.bytes / first.announcements:.0f} bytes")
    print(f"{'':16} CPU s   ms each   peak MB by its end")
    for row in rows:
        print(f"{row.stage:16} {row.seconds:6.1f} {1000 * row.seconds / row.announcements:8.2f} {row.peak_mb:9}")
    print(f"{'all':16} {whole:6.1f} {1000 * each:8.2f} {max(row.peak_mb for row in rows):9}")
    print(f"of 2 KB a second on one core: {first.bytes / first.announcements / 2048 / each:.0f}", flush=True)


def _compare(before: list[Row], rows: list[Row]) -> None:
    """Print how many kilobytes each announcement more takes at the peak by the end of a stage."""
    fewer = {row.stage: row for row in before}
    for row in rows:
        if (one := fewer.get(row.stage)) and one.announcements != row.announcements:
            each = 1024 * (row.peak_mb - one.peak_mb) / (row.announcements - one.announcements)
            print(f"{row.stage:16} {each:6.1f} KB for each announcement more", flush=True)


def keep(rows: list[Row]) -> None:
    """Put rows into docs/growth.csv, sorted by size."""
    sizes = {row.announcements for row in rows}
    kept = [row for row in read() if row.announcements not in sizes]
    with KEPT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(FIELDS)
        writer.writerows(astuple(row) for row in sorted([*kept, *rows], key=lambda row: row.announcements))


def read() -> list[Row]:
    """Return the rows of docs/growth.csv."""
    if not KEPT.exists():
        return []
    with KEPT.open(encoding="utf-8", newline="") as file:
        return [Row(int(r[0]), int(r[1]), r[2], float(r[3]), int(r[4]), int(r[5])) for r in list(csv.reader(file))[1:]]


if __name__ == "__main__":
    main([int(number) for number in sys.argv[1:]] or [1_000, 3_000])
