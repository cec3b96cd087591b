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
        "kg build archive.jsonl.zst -o graph --workers 8",
    ),
)
@options.paths
@options.output
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
@click.option("-f", "--format", "format_", type=click.Choice(["txt", "jsonl"]), default="txt", help="What - holds.")
@click.option(
    "--workers",
    metavar="N",
    type=click.IntRange(0),
    help="Processes to spread the work over; 0 is none but this.  [default: all cores]",
)
@options.cache
@click.option("--fresh", is_flag=True, help="Understand everything again, whatever the cache holds.")
@options.spacy
@click.option("--quiet", is_flag=True, help="Print nothing but what could not be read.")
@options.lang
def command(
    paths: tuple[str, ...],
    output: Path,
    base_iri: str,
    gazetteer: Path | None,
    judgements: Path | None,
    format_: str,
    workers: int | None,
    cache: Path | None,
    fresh: bool,
    spacy: str | None,
    quiet: bool,
    lang: str | None,
) -> None:
    """Read announcements and write their graph into a folder.

    Each PATH is a file, a folder, a pattern in quotes, or - for standard input. Files may be texts, JSON lines (.jsonl)
    or tar archives, also compressed (.gz, .zst). The folder gets graph.ttl, graph.trig, graph.html (the picture),
    store/ (the database), report.json, and a cache: the next build understands only what is new.
    """
    from kg.cli.progress import progress, stopping
    from kg.cli.summary import print_summary
    from kg.extract.spacy_pipeline import load
    from kg.pipeline import build
    from kg.run.workers import cores

    started = perf_counter()
    pipeline = load(spacy) if spacy else None
    try:
        with stopping(), progress(quiet) as step:
            built = build(
                paths,
                output,
                base=base_iri,
                lang=lang,
                gazetteer=gazetteer,
                judgements=judgements or (options.JUDGEMENTS if options.JUDGEMENTS.exists() else None),
                format=format_,
                workers=cores() if workers is None else workers or None,
                cache=cache,
                fresh=fresh,
                nlp=pipeline,
                progress=step,
            )
    except NothingBuiltError as error:
        for refusal in error.refused[:-1]:
            click.echo(f"kg: {harmless(refusal.reason)}", err=True)
        raise
    rows = built.report["refused"] + built.report["idle judgements"]
    for reason in [*(row["reason"] for row in rows), *built.report["notices"]]:
        click.echo(f"kg: {harmless(reason)}", err=True)
    if not quiet:
        print_summary(built, output, perf_counter() - started)
