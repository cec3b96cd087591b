"""`kg push`: bring a graph to a SPARQL server."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import options
from kg.cli.examples import WithExamples
from kg.cli.progress import progress


@click.command(
    "push",
    cls=WithExamples,
    examples=(
        "kg push http://localhost:7878/store",
        "kg push http://localhost:7878/update --protocol update",
        "kg push http://localhost:8890/sparql-graph-crud-auth --graph urn:knowledge",
    ),
)
@click.argument("address", metavar="URL")
@options.graph
@click.option(
    "--protocol",
    type=click.Choice(("graph-store", "update")),
    default="graph-store",
    show_default=True,
    help="What stands at URL: a Graph Store, or SPARQL Update.",
)
@click.option(
    "--graph", "knowledge", default="", metavar="IRI", help="Graph for the knowledge.  [default: the default one]"
)
@click.option("--everything", is_flag=True, help="Send also what an earlier push has brought there.")
@click.option("--quiet", is_flag=True, help="Show no progress.")
def command(address: str, folder: Path | None, protocol: str, knowledge: str, everything: bool, quiet: bool) -> None:
    """Bring a graph to a SPARQL 1.1 server, whichever it is: the knowledge, and for each announcement its graphs.

    Graphs are replaced whole. Only what has changed since the last push to URL is sent; a push that was interrupted
    goes on when it is called again. Credentials are read from HABAR_PUSH_USER and HABAR_PUSH_PASSWORD (Basic or
    Digest), or HABAR_PUSH_TOKEN (Bearer).
    """
    from kg.graph.store import as_store
    from kg.push import push

    path = options.graph_at(folder)
    beside = path if path.is_dir() else path.parent
    with progress(quiet) as tell:
        done = push(
            as_store(path),
            address,
            beside,
            protocol=protocol,
            knowledge=knowledge,
            everything=everything,
            progress=tell,
        )
    click.echo(f"{done.sent} graphs sent, {done.unchanged} unchanged, {done.dropped} taken away.", err=True)
