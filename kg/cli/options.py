"""Options that several commands share."""

from __future__ import annotations

import click

from kg.records import LANGUAGES

lang = click.option(
    "--lang", type=click.Choice(LANGUAGES), help="Language of the text; without it the language is detected."
)
paths = click.argument("paths", nargs=-1, required=True, metavar="PATH...")
