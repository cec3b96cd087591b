"""`kg view`: the graph as an interactive page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli import options
from kg.cli.examples import WithExamples
from kg.cli.terminal import harmless
from kg.errors import KgError
from kg.records import LANGUAGES

if TYPE_CHECKING:
    import networkx as nx

CLASSES = ("Person", "Organization", "Meeting", "Country", "Program", "Agreement", "Election", "Place")


@click.command(
    "view",
    cls=WithExamples,
    examples=(
        "kg view",
        "kg view output --title 'Сайлау хабарлары' --lang ru -o picture.html",
        "kg view --focus ОСК --depth 2 --since 2017 --until 2018-06 -o ock.html",
        "kg view --timeline",
    ),
)
@options.graph_argument
@options.graph
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="File to write.  [default: graph.html, timeline.html or matrix.html in DIR]",
)
@click.option("--title", metavar="TEXT", default="", help="What stands above the picture.")
@click.option("--lang", type=click.Choice(LANGUAGES), default=LANGUAGES[0], show_default=True,
              help="Language that the page opens in; a reader may choose another there.")  # fmt: skip
@click.option("--focus", metavar="NAME", help="Only what is around this thing: any of its names, or its IRI.")
@click.option("--depth", type=click.IntRange(0, 9), default=2, show_default=True,
              help="With --focus, how many relations away.")  # fmt: skip
@click.option("--since", metavar="DATE", help="Only from this year, month or day on.")
@click.option("--until", metavar="DATE", help="Only up to this year, month or day.")
@click.option("--class", "kinds", type=click.Choice(CLASSES, case_sensitive=False), multiple=True,
              help="Only things of this class; may be given several times.")  # fmt: skip
@click.option("--timeline", "page", flag_value="timeline", help="What was when, as a page to read.")
@click.option("--matrix", "page", flag_value="matrix", help="Who met whom and how often, as a table.")
def command(
    named: Path | None,
    folder: Path | None,
    output: Path | None,
    title: str,
    lang: str,
    focus: str | None,
    depth: int,
    since: str | None,
    until: str | None,
    kinds: tuple[str, ...],
    page: str | None,
) -> None:
    """Draw a graph as one HTML file that needs no network.

    DIR is a folder that `kg build` wrote, or an RDF file; it may be named with -d as well. A large graph begins with
    groups that a click opens.
    """
    from kg.view import matrix, timeline
    from kg.view import page as picture
    from kg.view.report import report_beside

    source = options.graph_at(folder, named)
    graph = _chosen(_network(source), source, focus, depth, kinds, (since, until))
    target = output or (source if source.is_dir() else source.parent) / f"{page or 'graph'}.html"
    languages = (lang, *(other for other in LANGUAGES if other != lang))
    if page:
        {"timeline": timeline, "matrix": matrix}[page].write(graph, target, title, languages)
    else:
        picture.write(graph, target, title, languages, report_beside(source))
    drawn = f"{len(graph)} things and {graph.number_of_edges()} relations"
    click.echo(f"{harmless(str(target))}: {drawn}; open it in a browser to look at them.")


def _network(source: Path) -> nx.MultiDiGraph[str]:
    from kg.graph.network import network

    return network(source)


def _chosen(
    graph: nx.MultiDiGraph[str],
    source: Path,
    focus: str | None,
    depth: int,
    kinds: tuple[str, ...],
    period: tuple[str | None, str | None],
) -> nx.MultiDiGraph[str]:
    """Return the part of the graph that the options ask for: its time first, then around a thing, then its classes."""
    from kg.view import selection
    from kg.view.times import OPEN, asked_day

    if any(period):
        since, until = period
        days = asked_day(since, end=False) if since else 1, asked_day(until, end=True) if until else OPEN
        if days[0] > days[1]:
            raise KgError(f"--since {since} is after --until {until}; name the earlier first.")
        graph = selection.between(graph, *days)
    if focus:
        graph = selection.around(graph, _found(graph, source, focus), depth)
    return selection.of_kinds(graph, set(kinds)) if kinds else graph


def _found(graph: nx.MultiDiGraph[str], source: Path, name: str) -> str:
    from kg.graph.store import as_store
    from kg.query.naming import find

    node = find(as_store(source), name).value
    if node not in graph:
        raise KgError(f"Nothing of {name!r} is in the picture; it is no thing that is drawn, or not of that time.")
    return node
