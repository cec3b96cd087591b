"""`kg gazetteer`: the known bodies, states, posts and programmes."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.examples import WithExamples
from kg.cli.terminal import harmless
from kg.errors import KgError


@click.group("gazetteer")
def command() -> None:
    """Look after the names of known bodies, states, posts and programmes."""


@command.command(
    "check",
    cls=WithExamples,
    short_help="Say what is wrong in the gazetteer or your own.",
    examples=("kg gazetteer check", "kg gazetteer check my-bodies.csv"),
)
@click.argument("path", metavar="[PATH]", required=False, type=click.Path(path_type=Path))
def check(path: Path | None) -> None:
    """Say what is wrong in the gazetteer, and in your own names on top of it: PATH, a CSV file or a folder of them.

    If nothing is wrong, the number of names of each kind is printed; else the exit code is 2.
    """
    from collections import Counter

    from kg.gazetteer import KINDS, load, problems
    from kg.territories import stale

    try:
        wrong = problems(path)
    except KgError as error:
        wrong = [str(error)]
    wrong += [sentence] if (sentence := stale()) else []
    for sentence in wrong:
        click.echo(harmless(sentence), err=True)
    if wrong:
        raise SystemExit(2)
    counts = Counter(entry.kind for entry in load(path).entries)
    for kind in KINDS:
        click.echo(f"{kind:14}{counts[kind]:6}")
    click.echo(f"{'all':14}{sum(counts.values()):6}")


@command.command(
    "territories",
    cls=WithExamples,
    short_help="Print the table of states from Babel.",
    examples=("kg gazetteer territories > data/gazetteer/states-cldr.csv",),
)
def territories() -> None:
    """Print data/gazetteer/states-cldr.csv as the installed Babel would have it."""
    from kg.territories import territories_csv

    click.echo(territories_csv(), nl=False)
