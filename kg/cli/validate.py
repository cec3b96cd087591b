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
    from kg.graph.validate import validate_path

    report = validate_path(path)
    for result in report["results"]:
        click.echo(harmless(str(result)))
    click.echo("valid" if report["conforms"] else f"not valid: {len(report['results'])} faults")
    raise SystemExit(0 if report["conforms"] else 1)
