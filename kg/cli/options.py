"""Options and arguments that several commands share, so that each means the same wherever it stands."""

from __future__ import annotations

from pathlib import Path

import click

from kg.errors import KgError
from kg.records import LANGUAGES

DEFAULT = Path("output")
"""Where `kg build` writes and the other commands look when no folder is named."""

JUDGEMENTS = Path("data/judgements.csv")
"""Where what a person decided is read and written when no file is named."""

output = click.option(
    "-o",
    "--output",
    metavar="DIR",
    default=DEFAULT,
    show_default=True,
    type=click.Path(path_type=Path),
    help="The folder that holds the graph.",
)
lang = click.option(
    "--lang", type=click.Choice(LANGUAGES), help="Language of the text.  [default: found from the text]"
)
cache = click.option(
    "--cache",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Where to keep what was understood.  [default: cache.sqlite in DIR]",
)
paths = click.argument("paths", nargs=-1, required=True, metavar="PATH...")


def _in_use(ctx: click.Context, _: click.Parameter, path: Path | None) -> Path | None:
    """Have the user's names known until the command ends."""
    if path is not None:
        from kg.gazetteer import using

        ctx.with_resource(using(path))
    return path


gazetteer = click.option(
    "--gazetteer",
    metavar="FILE",
    type=click.Path(path_type=Path),
    callback=_in_use,
    expose_value=False,
    help="Your own names of bodies, posts and programmes, on top of ours.",
)
spacy = click.option(
    "--spacy",
    metavar="MODEL",
    help="A spaCy pipeline of yours, by name or folder: what it finds fills what grammar left.  [needs habar[spacy]]",
)
graph = click.option(
    "-d",
    "--dir",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help=f"The graph: a folder that `kg build` wrote, or an RDF file.  [default: {DEFAULT}]",
)
graph_argument = click.argument("named", metavar="[DIR]", required=False, type=click.Path(path_type=Path))


def graph_at(option: Path | None, argument: Path | None = None) -> Path:
    """Return where the graph is that the user named by -d or as an argument, or the default folder.

    Raises KgError when two different ones are named or nothing is there yet.
    """
    if option and argument and option != argument:
        raise KgError(f"Two graphs are named, {argument} and -d {option}; name one.")
    path = option or argument or DEFAULT
    if path.exists():
        return path
    if option or argument:
        raise KgError(f"{path} does not exist; check the path, or run kg build PATH -o {path} first.")
    raise KgError(f"There is no folder {path} here yet; run kg build PATH first, or name another folder with -d.")
