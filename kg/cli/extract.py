"""`kg extract`: the facts that an announcement states."""

from __future__ import annotations

import click

from kg.cli import options
from kg.cli.examples import WithExamples
from kg.cli.json_lines import claim_rows, dump


@click.command(
    "extract", cls=WithExamples, examples=("kg extract data/announcements/2017-12-21-election-commission-kk.txt",)
)
@click.argument("file")
@options.gazetteer
@options.lang
def command(file: str, lang: str | None) -> None:
    """Print the facts that an announcement states, as JSON lines, each with the words that say it.

    FILE is an announcement, or - for standard input. Offsets count Unicode characters from the start of the text. What
    is proposed or denied bears that modality.
    """
    from kg.extract import extract
    from kg.read import read_path

    for row in claim_rows(extract(read_path(file, lang=lang))):
        click.echo(dump(row))
