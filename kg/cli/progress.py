"""How far a build is: a bar on a terminal, plain lines elsewhere, both on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

import click

from kg.pipeline import Progress

_BETWEEN = 10  # seconds between two lines about one stage


@contextmanager
def progress(quiet: bool) -> Iterator[Progress | None]:
    """Give a function to report steps to, or None when nothing is to be shown."""
    if quiet:
        yield None
    elif sys.stderr.isatty():
        yield from _bar()
    else:
        yield _Plain()


@contextmanager
def stopping() -> Iterator[None]:
    """Turn Ctrl-C into a word on what is kept."""
    try:
        yield
    except KeyboardInterrupt:
        click.echo("\nkg: stopped; what was understood is kept, and the next build goes on from there", err=True)
        raise SystemExit(130) from None


class _Plain:
    """Prints a line when a stage begins, and in a long one now and then how far it is and how long it will take."""

    def __init__(self) -> None:
        self._stage, self._began, self._told = "", 0.0, 0.0

    def __call__(self, stage: str, done: int, total: int) -> None:
        now = monotonic()
        if stage != self._stage:
            self._stage, self._began, self._told = stage, now, now
            click.echo(f"{stage}{f' ({total})' if total > 1 else ''}", err=True)
        elif done and now - self._told >= _BETWEEN:
            self._told = now
            click.echo(f"{stage}: {_so_far(done, total, now - self._began)}", err=True)


def _so_far(done: int, total: int, seconds: float) -> str:
    rate = done / seconds
    if not total:
        return f"{done}, {rate:.0f} a second"
    return f"{done} of {total}, {rate:.0f} a second, {_minutes((total - done) / rate)} left"


def _minutes(seconds: float) -> str:
    return f"{int(seconds // 60)}:{int(seconds % 60):02}"


def _bar() -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, Task, TextColumn, TimeRemainingColumn
    from rich.text import Text

    class Rate(TextColumn):
        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:.0f}/s" if task.speed and (task.total or 0) > 1 else "")

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Rate(""), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        current = ""

        def step(stage: str, done: int, total: int) -> None:
            nonlocal current
            # a stage of one step has no middle: its bar only moves to and fro
            size = total if total > 1 else None
            if stage != current:
                current = stage
                bar.reset(task, description=stage, total=size)
            bar.update(task, completed=done, total=size)

        yield step
