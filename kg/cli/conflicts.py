"""`kg conflicts`: what announcements contradict each other in."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli import options, stdout
from kg.cli.examples import WithExamples
from kg.records import LANGUAGES

if TYPE_CHECKING:
    from kg.conflicts import Conflict, Side
    from kg.query.titles import Titles

_COLUMNS = (
    "conflict", "kind", "thing", "predicate", "role", "when", "value", "modality", "announcement", "published", "lang",
    "start", "end", "quote", "subject", "object",
)  # fmt: skip


@click.command(
    "conflicts",
    cls=WithExamples,
    examples=("kg conflicts", "kg conflicts output --lang en", "kg conflicts output/graph.trig --format csv"),
)
@options.graph_argument
@options.graph
@click.option("-f", "--format", "form", type=click.Choice(("table", "json", "csv")), default="table", show_default=True)
@click.option("--lang", type=click.Choice(LANGUAGES), default="kk", show_default=True, help="Language of names.")
def command(named: Path | None, folder: Path | None, form: str, lang: str) -> None:
    """List what announcements contradict each other in, each side with its quotes.

    DIR is a folder that `kg build` wrote, or an RDF file with its named graphs (graph.trig); it may be named with -d as
    well. Listed are different days of one thing, different numbers at one time, two holders of one post on a day, and
    what is stated here and denied there. Both sides stay in the graph; `kg review` helps to settle them.
    """
    from kg.conflicts import conflicts_in
    from kg.graph.store import as_store
    from kg.query.naming import base_of
    from kg.query.titles import Titles

    store = as_store(options.graph_at(folder, named))
    base = base_of(store)
    found, titles = conflicts_in(store, base), Titles(store, base)
    if form == "json":
        rows = [{"name": titles.of_slug(one.subject, lang), **one.row()} for one in found]
        stdout.write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
    else:
        stdout.write(_csv(found, titles, lang) if form == "csv" else _page(found, titles, lang))


def _page(found: Sequence[Conflict], titles: Titles, lang: str) -> str:
    if not found:
        return "No contradictions were found.\n"
    blocks = ("\n".join(block(conflict, titles, lang, str(number))) for number, conflict in enumerate(found, 1))
    return "\n\n".join(blocks) + "\n"


def block(conflict: Conflict, titles: Titles, lang: str, number: str) -> Iterator[str]:
    """Yield the lines that show a conflict: what it is about, then each side with its quotes."""
    yield f"{number}. {conflict.kind}: {_what(conflict, titles, lang)}  ({conflict.subject})"
    for side in conflict.sides:
        yield f"   {_value(side, titles, lang)}"
        for one in side.row()["quotes"]:
            where = f"{one['announcement']}  {one['start']}-{one['end']}"
            yield f"     {one['published'] or 'no date'}  {one['lang']}  {where}"
            yield f"       «{_one_line(one['quote'])}»"
        rest = len(side.sayings) - len(side.row()["quotes"])
        if rest > 0:
            yield f"     … and {rest} more"


def _what(conflict: Conflict, titles: Titles, lang: str) -> str:
    from kg.ontology import label

    about = titles.of_slug(conflict.subject, lang)
    if conflict.role:
        return f"{titles.of_slug(conflict.role, lang)}, {about}, {conflict.when.replace('/', ' – ')}"
    return f"{about}, {label(conflict.predicate, lang)}"


def _value(side: Side, titles: Titles, lang: str) -> str:
    return f"{'not ' if side.modality == 'denied' else ''}{titles.of_slug(side.value, lang)}"


def _one_line(text: str) -> str:
    from kg.query.display import readable

    return readable(text)


def _csv(found: Sequence[Conflict], titles: Titles, lang: str) -> str:
    """Return a line for each quote; lines of one conflict bear its number."""
    out = io.StringIO()
    table = csv.DictWriter(out, _COLUMNS, lineterminator="\r\n")
    table.writeheader()
    for number, conflict in enumerate(found, 1):
        for side in conflict.sides:
            for one in side.row()["quotes"]:
                table.writerow(
                    {
                        **{column: one[column] for column in _COLUMNS if column in one},
                        "conflict": number,
                        "kind": conflict.kind,
                        "thing": titles.of_slug(conflict.subject, lang),
                        "predicate": conflict.predicate,
                        "role": titles.of_slug(conflict.role, lang) if conflict.role else "",
                        "when": conflict.when,
                        "value": titles.of_slug(side.value, lang),
                        "modality": side.modality,
                        "subject": side.about,
                        "object": side.value,
                    }
                )
    return out.getvalue()
