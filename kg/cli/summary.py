"""The closing table of a build."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.terminal import harmless
from kg.places import shown

if TYPE_CHECKING:
    from rich.console import Console

    from kg.cluster import Clustered
    from kg.pipeline import Built


def print_summary(built: Built, output: Path, seconds: float) -> None:
    """Print what was built: announcements, entities by class, claims by modality, conflicts, time, and where it is."""
    from rich.markup import escape

    console = _print_table(_rows(built), seconds)
    if built.unchanged:
        console.print(f"\nNothing is new: {escape(harmless(str(output)))} stays as it is.", soft_wrap=True)
        return
    console.print(
        f"\nWritten to {escape(harmless(str(output)))}: open graph.html in a browser to look at it.", soft_wrap=True
    )


def print_clustered(built: Clustered, output: str, seconds: float) -> None:
    """Print the same of a build on a cluster, and on how many machines it was."""
    from rich.markup import escape

    machines = [("machines", str(len(built.machines)))] if built.machines else []
    where = escape(harmless(shown(output)))
    _print_table([*_rows(built), *machines], seconds).print(
        f"\nWritten to {where} in {len(built.shards)} files; kg load {where} -o DIR makes a database of them.",
        soft_wrap=True,
    )


def _print_table(rows: list[tuple[str, str]], seconds: float) -> Console:
    from rich.console import Console
    from rich.table import Table

    table = Table(show_header=False, box=None, pad_edge=False)
    table.add_column()
    table.add_column(justify="right")
    for name, value in rows:
        table.add_row(name, value)
    table.add_row("seconds", f"{seconds:.1f}")
    console = Console(highlight=False)
    console.print(table)
    return console


def _rows(built: Built | Clustered) -> list[tuple[str, str]]:
    report = built.report
    rows = [("announcements", str(len(report["announcements"])))]
    if built.known:
        rows.append(("understood before", str(built.known)))
    if report["retracted"]:
        rows.append(("retracted", str(len(report["retracted"]))))
    if report["refused"]:
        rows.append(("refused", str(len(report["refused"]))))
    not_understood = sum(1 for row in report["announcements"] if any("not understood" in note for note in row["notes"]))
    if not_understood:
        rows.append(("not understood", str(not_understood)))
    rows += [(f"  {name}", str(count)) for name, count in report["entities"].items()]
    rows += [(f"claims {modality}", str(count)) for modality, count in report["claims"].items()]
    rows.append(("conflicts", str(len(report["conflicts"]))))
    return [*rows, ("valid", "yes" if report["validation"]["conforms"] else "no, see report.json")]
