"""The closing table of a build."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.terminal import harmless
from kg.places import shown

if TYPE_CHECKING:
    from kg.cluster import Clustered
    from kg.pipeline import Built


def print_summary(built: Built | Clustered, output: Path | str, seconds: float) -> None:
    """Print what was built: announcements, entities by class, claims by modality, conflicts, time, and where it is."""
    from rich.console import Console
    from rich.table import Table

    table = Table(show_header=False, box=None, pad_edge=False)
    table.add_column()
    table.add_column(justify="right")
    for name, value in _rows(built):
        table.add_row(name, value)
    table.add_row("seconds", f"{seconds:.1f}")
    console = Console(highlight=False)
    console.print(table)
    console.print(f"\n{_where(built, shown(str(output)))}", soft_wrap=True)


def _where(built: Built | Clustered, output: str) -> str:
    from rich.markup import escape

    from kg.pipeline import Built

    place = escape(harmless(output))
    if not isinstance(built, Built):
        return f"Written to {place} in {len(built.shards)} files; kg load {place} -o DIR makes a database of them."
    if built.unchanged:
        return f"Nothing is new: {place} stays as it is."
    look = "open graph.html in a browser" if Path(output, "graph.html").exists() else "kg view draws the picture"
    return f"Written to {place}: {look} to look at it."


def _rows(built: Built | Clustered) -> list[tuple[str, str]]:
    report = built.report
    rows = [("announcements", str(len(report["announcements"])))]
    if machines := getattr(built, "machines", None):
        rows.append(("machines", str(len(machines))))
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
