"""Draws docs/growth.png, time and memory against the number of announcements: `python -m docs.make_growth`.

The figures are those of docs/growth.csv, which `python -m tests.benchmarks.bench_growth` measures. Needs matplotlib
(`pip install --group plots`).
"""

from __future__ import annotations

from pathlib import Path

import matplotlib

matplotlib.use("agg")
import matplotlib.pyplot as plt

from tests.benchmarks.bench_growth import Row, read

TARGET = Path(__file__).with_name("growth.png")
STAGES = ("Understanding", "Resolving", "Drawing up", "Checking", "Writing", "Filling", "Drawing")
COLOURS = ("#2f6690", "#d1495b", "#66a182", "#edae49", "#9a86c4", "#5f4b8b", "#8d96a3")


def main() -> None:
    """Draw both and write the file."""
    rows = read()
    sizes = sorted({row.announcements for row in rows})
    figure, (time, memory) = plt.subplots(1, 2, figsize=(10, 4), layout="constrained")
    heights = [[_seconds(rows, size, stage) / size * 1000 for size in sizes] for stage in STAGES]
    time.stackplot(sizes, heights, labels=STAGES, colors=COLOURS)
    time.set(title="Milliseconds of one core for each announcement", ylim=(0, None))
    handles, labels = time.get_legend_handles_labels()
    time.legend(handles[::-1], labels[::-1], loc="lower left", fontsize="small")
    peaks = [max(row.peak_mb for row in rows if row.announcements == size) for size in sizes]
    memory.plot(sizes, peaks, marker="o", color=COLOURS[0])
    memory.set(title="Megabytes at the peak", ylim=(0, None))
    for axes in (time, memory):
        axes.set(xscale="log", xlabel="announcements", xticks=sizes, xticklabels=[f"{size:,}" for size in sizes])
        axes.minorticks_off()
        axes.grid(axis="y", alpha=0.3)
        axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(TARGET, dpi=120, metadata={"Software": None})


def _seconds(rows: list[Row], size: int, stage: str) -> float:
    """Return what a stage took; sizes that were measured before the database had a thread of its own lack its stage."""
    return sum(row.seconds for row in rows if (row.announcements, row.stage) == (size, stage))


if __name__ == "__main__":
    main()
