"""How long commands take to start.

    python -m tests.benchmarks.bench_start

User seconds of `kg --help`, and of `kg query` on a built store with a named question and with SPARQL, beyond those of
`python -c pass` in the same run; under 0.3 s is wanted. Then which imports of `kg query` cost most (python -X
importtime, their own milliseconds and with all they import in turn).
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from kg.pipeline import build
from tests.benchmarks.texts import write

WANTED = 0.3
TIMES = 7
SHOWN = 15
SPARQL = "SELECT ?meeting ?day { ?meeting a kg:Meeting ; schema:startDate ?day } LIMIT 10"


def main() -> None:
    """Build a small graph, start each command some times, and print a table."""
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        write(30, home / "texts")
        build(home / "texts", home / "graph")
        kg = ["-m", "kg"]
        asked = [*kg, "query", "-d", str(home / "graph")]
        commands = {
            "python -c pass": ["-c", "pass"],
            "kg --help": [*kg, "--help"],
            "kg query NAME": [*asked, "who-met-whom"],
            "kg query SPARQL": [*asked, "-f", "csv", SPARQL],
        }
        print(f"{'command':20} user seconds   beyond Python's own")
        nothing = None
        for name, command in commands.items():
            seconds = min(_user_seconds(command) for _ in range(TIMES))
            nothing = seconds if nothing is None else nothing
            late = f"   more than {WANTED}" if seconds - nothing >= WANTED else ""
            print(f"{name:20} {seconds:12.3f} {seconds - nothing:21.3f}{late}", flush=True)
        print(f"\nimports of kg query {SHOWN * ' '}own ms   with what they import")
        for own, whole, module in sorted(_imports(commands["kg query NAME"]), reverse=True)[:SHOWN]:
            print(f"{module:40} {own:8.1f} {whole:8.1f}")


def _user_seconds(command: list[str]) -> float:
    """Return the user seconds of one run, of which Unix keeps count."""
    started = subprocess.Popen([sys.executable, *command], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(started.pid, 0)
    assert status == 0, command
    return used.ru_utime


def _imports(command: list[str]) -> list[tuple[float, float, str]]:
    """Return what each import costs itself and with all it imports, the least of some runs, and the module."""
    least: dict[str, tuple[float, float]] = {}
    for _ in range(TIMES):
        run = [sys.executable, "-X", "importtime", *command]
        done = subprocess.run(run, capture_output=True, text=True, check=True)
        rows = re.findall(r"^import time: +(\d+) \| +(\d+) \| +(\S+)", done.stderr, flags=re.MULTILINE)
        for own, whole, module in rows:
            before = least.get(module, (float("inf"), float("inf")))
            least[module] = min(before[0], int(own) / 1000), min(before[1], int(whole) / 1000)
    return [(own, whole, module) for module, (own, whole) in least.items()]


if __name__ == "__main__":
    main()
