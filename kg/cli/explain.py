"""`kg explain`: what was found in an announcement, where, and which rule found it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from kg.cli import options
from kg.cli.examples import WithExamples
from kg.cli.json_lines import ClaimRow, claim_rows
from kg.cli.terminal import harmless
from kg.records import Extraction, Mention

if TYPE_CHECKING:
    from rich.text import Text

# Colours that differ on a dark and on a light terminal.
COLOURS = {
    "Person": "bold blue",
    "Organization": "bold red",
    "Country": "bold yellow",
    "Place": "yellow",
    "Role": "bold magenta",
    "Program": "bold cyan",
    "Agreement": "cyan",
    "Election": "magenta",
    "Event": "bold green",
    "Date": "green",
}


@click.command(
    "explain", cls=WithExamples, examples=("kg explain data/announcements/2017-12-21-election-commission-kk.txt",)
)
@click.argument("file")
@options.gazetteer
@options.lang
def command(file: str, lang: str | None) -> None:
    """Show the text of FILE with what was found in it marked, then each mention and each fact with its rule.

    FILE is an announcement, or - for standard input.
    """
    from rich.console import Console

    from kg.extract import extract
    from kg.read import read_path

    extraction = extract(read_path(file, lang=lang))
    console = Console(highlight=False, soft_wrap=True)
    for part in explanation(extraction, brackets=console.no_color or not console.is_terminal):
        console.print(part)


def explanation(extraction: Extraction, *, brackets: bool) -> Iterator[Text]:
    """Yield what to print; with ``brackets`` mentions stand in brackets too, for where there are no colours."""
    yield _head(extraction)
    yield _marked(extraction, brackets)
    yield from _mentions(extraction)
    yield from _facts(extraction)


def _head(extraction: Extraction) -> Text:
    from rich.text import Text

    announcement = extraction.announcement
    day = announcement.published or "no date"
    head = Text(harmless(f"{announcement.id}  ({announcement.lang}, {day})\n"), style="bold")
    for note in announcement.notes + extraction.notes:
        head.append(harmless(f"Note: {note}\n"), style="not bold italic")
    return head


def _marked(extraction: Extraction, brackets: bool) -> Text:
    from rich.text import Text

    text = harmless(extraction.announcement.text)
    marked, at = Text(), 0
    for mention in _outermost(extraction.mentions):
        marked.append(text[at : mention.start])
        words = text[mention.start : mention.end]
        marked.append(f"[{words}]" if brackets else words, style=COLOURS.get(mention.type, "bold"))
        at = mention.end
    marked.append(text[at:].rstrip() + "\n")
    return marked


def _outermost(mentions: tuple[Mention, ...]) -> Iterator[Mention]:
    end = 0
    for mention in sorted(mentions, key=lambda mention: (mention.start, -mention.end)):
        if mention.start >= end:
            end = mention.end
            yield mention


def _mentions(extraction: Extraction) -> Iterator[Text]:
    from rich.text import Text

    yield Text(f"Mentions: {len(extraction.mentions)}", style="bold")
    for mention in sorted(extraction.mentions, key=lambda mention: (mention.start, mention.end)):
        line = Text(f"{mention.start:>6}-{mention.end:<6}")
        line.append(f"{mention.type:13}", style=COLOURS.get(mention.type, "bold"))
        line.append(_one_line(mention.text))
        if mention.label and mention.label != mention.text:
            line.append(f" = {_one_line(mention.label)}")
        line.append(f"  {mention.rule} {mention.confidence:.2f}", style="dim")
        yield line


def _facts(extraction: Extraction) -> Iterator[Text]:
    """Yield the facts, those about one thing together, in the order in which the text speaks of the things."""
    from rich.text import Text

    about: dict[str, list[ClaimRow]] = {}
    for row in claim_rows(extraction):
        about.setdefault(row["subject_key"], []).append(row)
    yield Text(f"\nFacts: {len(extraction.claims)}", style="bold")
    for rows in about.values():
        yield Text(f"  {_one_line(rows[0]['subject'])}", style="bold")
        yield from map(_fact, rows)


def _fact(row: ClaimRow) -> Text:
    from rich.text import Text

    line = Text("    ")
    line.append("" if row["modality"] == "asserted" else f"{row['modality']}: ", style="bold red")
    line.append(_one_line(f"{row['predicate']}  {row['object']}"))
    line.append(f"  {row['rule']} {row['confidence']:.2f}", style="dim")
    for quote in row["evidence"]:
        line.append(f"\n        {quote['start']}-{quote['end']} “{_one_line(quote['text'])}”", style="italic")
    return line


def _one_line(text: str) -> str:
    return harmless(text).replace("\n", " ")
