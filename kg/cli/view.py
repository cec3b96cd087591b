"""`kg view`: the graph as an interactive page."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.terminal import harmless


@click.command("view")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path), default=Path("output"))
@click.option(
    "-o", "--output", metavar="FILE", type=click.Path(path_type=Path), help="File to write.  [default: DIR/graph.html]"
)
@click.option("--title", metavar="T", default="", help="What stands above the picture.")
def command(folder: Path, output: Path | None, title: str) -> None:
    """Draw the graph in DIR (a folder that `kg build` wrote) as one HTML file that needs no network."""
    from kg.graph.network import network
    from kg.graph.store import open_store
    from kg.view.page import write

    target = output or folder / "graph.html"
    graph = network(open_store(folder))
    write(graph, target, title)
    drawn = f"{len(graph)} things and {graph.number_of_edges()} relations"
    click.echo(f"{harmless(str(target))}: {drawn}; open it in a browser to look at them.")
