"""How far a build is: a bar on a terminal, plain lines elsewhere, both on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from kg.pipeline import Progress


@contextmanager
def progress(quiet: bool) -> Iterator[Progress | None]:
    """Give a function to report steps to, or None when nothing is to be shown."""
    if quiet:
        yield None
    elif sys.stderr.isatty():
        yield from _bar()
    else:
        yield _plain


def _plain(stage: str, done: int, total: int) -> None:
    """Print a line when a stage begins, not for every announcement."""
    if done == 0:
        click.echo(f"{stage}{f' ({total})' if total > 1 else ''}", err=True)


def _bar() -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)

        def step(stage: str, done: int, total: int) -> None:
            # a stage of one step has no middle: its bar only moves to and fro
            bar.update(task, description=stage, completed=done, total=total if total > 1 else None)

        yield step
