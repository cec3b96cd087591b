"""`kg load`: make a database of N-Quads."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import options
from kg.cli.examples import WithExamples


@click.command(
    "load",
    cls=WithExamples,
    examples=(
        "kg load shards -o graph",
        "kg load 'dump/*.nq.zst' -o graph",
        "kg load s3://archive/graph -o graph",
    ),
)
@click.argument("places", nargs=-1, required=True, metavar="PATH...")
@options.output
@click.option("--quiet", is_flag=True, help="Print nothing.")
def command(places: tuple[str, ...], output: Path, quiet: bool) -> None:
    """Make the database of a graph of N-Quads or N-Triples, which the other commands then read.

    Each PATH is a file (.nq, .nt, also .zst and .gz), a folder of them, a pattern in quotes, or an address such as
    s3://… [which needs habar[ray]]. Of a folder that `kg build --engine ray` wrote, all that its shards.json names must
    be there and whole. A database that is there already is replaced when the new one is complete.
    """
    from kg.run.loading import load

    quads = load(places, output)
    if not quiet:
        click.echo(f"{quads} quads loaded into {output}; kg query -d {output} asks them.", err=True)
