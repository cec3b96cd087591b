"""`kg build`: from announcements to a graph."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import click

from kg.cli import options
from kg.cli.examples import WithExamples
from kg.cli.terminal import harmless
from kg.pipeline import BASE, NothingBuiltError


@click.command(
    "build",
    cls=WithExamples,
    examples=(
        "kg build data/announcements",
        "kg build 'news/*.html' archive/ -o graph",
        "cat announcement.txt | kg build - --lang kk",
    ),
)
@options.paths
@click.option(
    "-o",
    "--output",
    metavar="DIR",
    default=options.DEFAULT,
    show_default=True,
    type=click.Path(path_type=Path),
    help="Folder to write.",
)
@click.option(
    "--base-iri", metavar="IRI", default=BASE, show_default=True, help="What the IRIs of individuals begin with."
)
@click.option(
    "--gazetteer",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Your own names of bodies, posts and programmes, on top of ours.",
)
@click.option(
    "--judgements",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help=f"What a person decided (see kg review).  [default: {options.JUDGEMENTS}, if there]",
)
@click.option("--quiet", is_flag=True, help="Print nothing but what could not be read.")
@options.lang
def command(
    paths: tuple[str, ...],
    output: Path,
    base_iri: str,
    gazetteer: Path | None,
    judgements: Path | None,
    quiet: bool,
    lang: str | None,
) -> None:
    """Read announcements and write their graph into a folder.

    Each PATH is a file, a folder, a pattern in quotes, or - for standard input. The folder gets graph.ttl, graph.trig,
    graph.html (the picture), store/ (the database) and report.json.
    """
    from kg.cli.progress import progress
    from kg.cli.summary import print_summary
    from kg.pipeline import build

    started = perf_counter()
    try:
        with progress(quiet) as step:
            judgements = judgements or (options.JUDGEMENTS if options.JUDGEMENTS.exists() else None)
            more = {"gazetteer": gazetteer, "judgements": judgements}
            built = build(paths, output, base=base_iri, lang=lang, progress=step, **more)
    except NothingBuiltError as error:
        for refusal in error.refused[:-1]:
            click.echo(f"kg: {harmless(refusal.reason)}", err=True)
        raise
    for refused in built.report["refused"] + built.report["idle judgements"]:
        click.echo(f"kg: {harmless(refused['reason'])}", err=True)
    if not quiet:
        print_summary(built.report, output, perf_counter() - started)
