"""`kg export`: write a graph in another format."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from kg.cli import stdout
from kg.errors import KgError
from kg.export.formats import FORMATS, export
from kg.files import write_atomically


@click.command("export")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path), default=Path("output"))
@click.option("-f", "--format", "name", type=click.Choice(tuple(FORMATS)), required=True, help="The format to write.")
@click.option("-o", "--output", "target", metavar="PATH", help="A file, or a folder for csv; - is standard output.")
@click.option("--with-evidence/--without-evidence", "evidence", default=None,
              help="Whether to write the claims and quotes too.  [default: where the format has room]")  # fmt: skip
def command(folder: Path, name: str, target: str | None, evidence: bool | None) -> None:
    r"""Write the graph in DIR (a folder that `kg build` wrote) in another format.

    \b
    kg export output --format jsonld > graph.jsonld
    kg export output --format csv -o tables/
    """
    from kg.graph.store import as_store

    several = FORMATS[name].folder
    if several and target in {None, "-"}:
        raise KgError(f"{name} is several files; name a folder for them with -o.")
    if target not in {None, "-"} and not several and Path(target or "").is_dir():
        raise KgError(f"{target} is a folder; name a file with -o.")
    _place(export(as_store(folder), name, evidence=evidence), target, several)


def _place(files: Mapping[str, bytes], target: str | None, several: bool) -> None:
    for file, content in files.items():
        if target is None or target == "-":
            stdout.write(content)
        else:
            write_atomically(Path(target) / file if several else Path(target), content)
