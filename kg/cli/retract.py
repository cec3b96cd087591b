"""`kg retract`: take announcements back."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import click

from kg.cli import options
from kg.cli.examples import WithExamples


@click.command(
    "retract",
    cls=WithExamples,
    examples=(
        "kg retract 2023-05-24-artisans-ru",
        "kg retract data/announcements/2023-05-24-artisans-ru.txt -o output",
        "kg retract --undo 2023-05-24-artisans-ru",
    ),
)
@click.argument("announcements", nargs=-1, required=True, metavar="ID...")
@options.output
@click.option("--undo", is_flag=True, help="Bring what was retracted back.")
@options.cache
@click.option("--quiet", is_flag=True, help="Print nothing.")
def command(announcements: tuple[str, ...], output: Path, undo: bool, cache: Path | None, quiet: bool) -> None:
    """Take announcements out of a graph as if they had never been read.

    An ID may also be an announcement's IRI or the path of its file. What only it said goes; later builds leave it out
    too, until --undo. The list is retracted.json in the folder.
    """
    from kg.cli.progress import progress, stopping
    from kg.cli.summary import print_summary
    from kg.pipeline import retract

    started = perf_counter()
    with stopping(), progress(quiet) as step:
        built = retract(announcements, output, undo=undo, cache=cache, progress=step)
    if not quiet:
        print_summary(built, output, perf_counter() - started)
