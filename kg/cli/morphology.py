"""`kg morphology`: how word forms are understood, one word a line in, one JSON line out."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict

import click

from kg.cli.examples import WithExamples
from kg.lang.reading import Reading


def described(reading: Reading) -> dict[str, str]:
    """Return a reading as it is written: five features always, the others if it has them."""
    always = ("lemma", "pos", "case", "number", "possessor")
    return {name: value for name, value in asdict(reading).items() if value or name in always}


def lines_of(words: Iterable[str]) -> Iterator[str]:
    """Yield one JSON line for each word that isn't empty: {"form", "readings"}."""
    from kg.lang.kk.morphology import analyse

    for line in words:
        form = line.strip()
        if form:
            readings = [described(reading) for reading in analyse(form)]
            yield json.dumps({"form": form, "readings": readings}, ensure_ascii=False)


@click.command("morphology", cls=WithExamples, examples=("echo комиссиясының | kg morphology",))
@click.option("--lang", type=click.Choice(["kk"]), default="kk", show_default=True, help="Language of the words.")
def command(lang: str) -> None:
    """Read Kazakh words from standard input, one a line, and print how each is understood, as JSON lines.

    A line has the form and its readings, the likeliest first: lemma, pos, case, number, possessor and what else is
    known, with the values of Universal Dependencies (Gen, Plur).
    """
    words = (raw.decode("utf-8", errors="replace") for raw in sys.stdin.buffer)
    for line in lines_of(words):
        click.echo(line)
