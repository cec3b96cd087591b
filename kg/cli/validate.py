"""`kg validate`: whether a graph is what the ontology says."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import options
from kg.cli.examples import WithExamples
from kg.cli.terminal import harmless


@click.command("validate", cls=WithExamples, examples=("kg validate", "kg validate output/graph.trig"))
@options.graph_argument
@options.graph
def command(named: Path | None, folder: Path | None) -> None:
    """Check a graph against the ontology's SHACL shapes.

    DIR is a folder that `kg build` wrote, or an RDF file; it may be named with -d as well.

    The exit code is 0 if it is valid and 1 if it is not.
    """
    from kg.graph.validate import validate

    validation = validate(options.graph_at(folder, named))
    for result in validation.results:
        click.echo(harmless(str(result)))
    verdict = "valid" if validation.conforms else "not valid"
    click.echo(f"{verdict}: {validation.checked} triples checked, {len(validation.results)} remarks")
    raise SystemExit(0 if validation.conforms else 1)
