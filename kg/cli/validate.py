"""`kg validate`: whether a graph is what the ontology says."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.terminal import harmless


@click.command("validate")
@click.argument("path", type=click.Path(path_type=Path))
def command(path: Path) -> None:
    """Check the graph PATH (a folder that `kg build` wrote, or a file) against the SHACL shapes.

    The exit code is 0 if it is valid and 1 if it is not.
    """
    from kg.graph.validate import validate

    validation = validate(path)
    for result in validation.results:
        click.echo(harmless(str(result)))
    verdict = "valid" if validation.conforms else "not valid"
    click.echo(f"{verdict}: {validation.checked} triples checked, {len(validation.results)} remarks")
    raise SystemExit(0 if validation.conforms else 1)
