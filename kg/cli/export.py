"""`kg export`: write a graph in another format."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from kg.cli import options, stdout
from kg.cli.examples import WithExamples
from kg.errors import KgError
from kg.export.formats import FORMATS, export
from kg.files import write_atomically


@click.command(
    "export",
    cls=WithExamples,
    examples=(
        "kg export --format jsonld > graph.jsonld",
        "kg export output --format csv -o tables/",
        "kg export output --format excel -o tables/",
    ),
)
@options.graph_argument
@options.graph
@click.option("-f", "--format", "name", type=click.Choice(tuple(FORMATS)), required=True, help="The format to write.")
@click.option(
    "-o",
    "--output",
    "target",
    metavar="PATH",
    help="A file, or a folder for csv and excel.  [default: standard output]",
)
@click.option("--with-evidence/--without-evidence", "evidence", default=None,
              help="Whether to write the claims and quotes too.  [default: where the format has room]")  # fmt: skip
def command(named: Path | None, folder: Path | None, name: str, target: str | None, evidence: bool | None) -> None:
    """Write a graph in another format.

    DIR is a folder that `kg build` wrote, or an RDF file; it may be named with -d as well.

    csv is a table for each class, for programs: UTF-8, commas and no byte order mark, which tools that turn CSV into
    RDF take for a part of the first column's name. excel is the same tables so that a double click opens them rightly
    in Excel, whatever its language: UTF-16 and tabs.
    """
    from kg.export.ready import ready
    from kg.graph.store import as_store

    several = FORMATS[name].folder
    if several and target in {None, "-"}:
        raise KgError(f"{name} is several files; name a folder for them with -o.")
    if target not in {None, "-"} and not several and Path(target or "").is_dir():
        raise KgError(f"{target} is a folder; name a file with -o.")
    graph = options.graph_at(folder, named)
    files = ready(graph, name, evidence=evidence) or export(as_store(graph), name, evidence=evidence)
    _place(files, target, several)


def _place(files: Mapping[str, bytes], target: str | None, several: bool) -> None:
    for file, content in files.items():
        if target is None or target == "-":
            stdout.write(content)
        else:
            write_atomically(Path(target) / file if several else Path(target), content)
