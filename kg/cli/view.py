"""`kg view`: the graph as an interactive page."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import options
from kg.cli.examples import WithExamples
from kg.cli.terminal import harmless
from kg.records import LANGUAGES


@click.command(
    "view",
    cls=WithExamples,
    examples=("kg view", "kg view output --title 'Сайлау хабарлары' --lang ru -o picture.html"),
)
@options.graph_argument
@options.graph
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="File to write.  [default: graph.html in DIR]",
)
@click.option("--title", metavar="TEXT", default="", help="What stands above the picture.")
@click.option("--lang", type=click.Choice(LANGUAGES), default=LANGUAGES[0], show_default=True,
              help="Language that the page opens in; a reader may choose another there.")  # fmt: skip
def command(named: Path | None, folder: Path | None, output: Path | None, title: str, lang: str) -> None:
    """Draw a graph as one HTML file that needs no network.

    DIR is a folder that `kg build` wrote, or an RDF file; it may be named with -d as well.
    """
    from kg.graph.network import network
    from kg.view.page import write

    source = options.graph_at(folder, named)
    target = output or (source if source.is_dir() else source.parent) / "graph.html"
    graph = network(source)
    write(graph, target, title, (lang, *(other for other in LANGUAGES if other != lang)))
    drawn = f"{len(graph)} things and {graph.number_of_edges()} relations"
    click.echo(f"{harmless(str(target))}: {drawn}; open it in a browser to look at them.")
