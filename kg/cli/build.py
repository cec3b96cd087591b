"""`kg build`: from announcements to a graph."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import click

from kg.cli import options
from kg.cli.examples import WithExamples
from kg.cli.terminal import harmless
from kg.errors import KgError
from kg.pipeline import BASE, NothingBuiltError

if TYPE_CHECKING:
    from kg.cluster import Clustered
    from kg.pipeline import Built, Progress


@click.command(
    "build",
    cls=WithExamples,
    examples=(
        "kg build data/announcements",
        "kg build 'news/*.html' archive/ -o graph",
        "cat announcement.txt | kg build - --lang kk",
        "kg build archive.jsonl.zst -o graph --workers 8",
        "kg build s3://archive/2024 -o s3://archive/graph --engine ray",
    ),
)
@options.paths
@click.option(
    "-o",
    "--output",
    metavar="DIR",
    default=str(options.DEFAULT),
    show_default=True,
    help="The folder that holds the graph, or with --engine ray an address.",
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
@click.option("-f", "--format", "format_", type=click.Choice(["txt", "jsonl"]), default="txt", help="What - holds.")
@click.option(
    "--workers",
    metavar="N",
    type=click.IntRange(0),
    help="Processes to spread the work over; 0 is none but this.  [default: all cores]",
)
@click.option(
    "--engine",
    type=click.Choice(["local", "ray"]),
    default="local",
    show_default=True,
    help="What does the work: this machine, or a Ray cluster, which writes shards for kg load.  [needs habar[ray]]",
)
@click.option("--address", metavar="ADDRESS", help="The Ray cluster.  [default: RAY_ADDRESS, else a new one here]")
@options.cache
@click.option("--fresh", is_flag=True, help="Understand everything again, whatever the cache holds.")
@click.option("--no-picture", is_flag=True, help="Write no graph.html; kg view draws it when it is wanted.")
@options.spacy
@click.option("--quiet", is_flag=True, help="Print nothing but what could not be read.")
@options.lang
def command(
    paths: tuple[str, ...],
    output: str,
    base_iri: str,
    gazetteer: Path | None,
    judgements: Path | None,
    format_: str,
    workers: int | None,
    engine: str,
    address: str | None,
    cache: Path | None,
    fresh: bool,
    no_picture: bool,
    spacy: str | None,
    quiet: bool,
    lang: str | None,
) -> None:
    """Read announcements and write their graph into a folder.

    Each PATH is a file, a folder, a pattern in quotes, or - for standard input. Files may be texts, JSON lines (.jsonl)
    or tar archives, also compressed (.gz, .zst). The folder gets graph.ttl, graph.trig, graph.html (the picture),
    store/ (the database), report.json, and a cache: the next build understands only what is new.

    With --engine ray a Ray cluster does the work. PATH and DIR are then folders that all its machines share, or
    addresses (s3://…), and DIR gets report.json and the graph as N-Quads in several files, for kg load.
    """
    from kg.cli.progress import progress, stopping
    from kg.cli.summary import print_summary

    started = perf_counter()
    how = {
        "base": base_iri,
        "lang": lang,
        "gazetteer": gazetteer,
        "judgements": judgements or (options.JUDGEMENTS if options.JUDGEMENTS.exists() else None),
        "cache": cache,
        "fresh": fresh,
    }
    built: Built | Clustered
    try:
        with stopping(), progress(quiet) as step:
            if engine == "ray":
                built = _on_cluster(paths, output, address, spacy, how, step)
            else:
                built = _here(paths, output, format_, workers, spacy, not no_picture, how, step)
    except NothingBuiltError as error:
        for refusal in error.refused[:-1]:
            click.echo(f"kg: {harmless(refusal.reason)}", err=True)
        raise
    rows = built.report["refused"] + built.report["idle judgements"]
    for reason in [*(row["reason"] for row in rows), *built.report["notices"]]:
        click.echo(f"kg: {harmless(reason)}", err=True)
    if not quiet:
        print_summary(built, output, perf_counter() - started)


def _here(
    paths: tuple[str, ...],
    output: str,
    format_: str,
    workers: int | None,
    spacy: str | None,
    picture: bool,
    how: dict[str, Any],
    step: Progress | None,
) -> Built:
    from kg.extract.spacy_pipeline import load
    from kg.pipeline import build
    from kg.run.workers import cores

    if "://" in output:
        raise KgError(f"only a cluster writes to an address; give a folder, or --engine ray ({output})")
    pipeline = load(spacy) if spacy else None
    number = cores() if workers is None else workers or None
    return build(
        paths, Path(output), format=format_, workers=number, nlp=pipeline, picture=picture, progress=step, **how
    )


def _on_cluster(
    paths: tuple[str, ...],
    output: str,
    address: str | None,
    spacy: str | None,
    how: dict[str, Any],
    step: Progress | None,
) -> Clustered:
    from kg.cluster import build

    if spacy:
        raise KgError("--spacy works on one machine only; leave it out, or leave out --engine ray")
    return build(paths, output, address=address, progress=step, **how)
