"""`kg query`: ask a graph in SPARQL or with a named question."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli import options, stdout
from kg.cli.examples import WithExamples
from kg.errors import KgError
from kg.records import LANGUAGES

if TYPE_CHECKING:
    from pyoxigraph import Store

    from kg.query.run import Result

# kept here, not read from kg.query.formats, so that --help needs no Oxigraph
FORMATS = ("table", "csv", "tsv", "json", "xml", "turtle", "ntriples")


@click.command(
    "query",
    cls=WithExamples,
    examples=(
        "kg query who-met-whom",
        "kg query members-of -p organization=A-WEB --lang en",
        "kg query 'SELECT ?date { ?m a kg:Meeting ; schema:startDate ?date }'",
    ),
)
@click.argument("question", metavar="[SPARQL | NAME]", required=False)
@click.option("--file", "file", metavar="FILE", help="Read SPARQL from a file; - is standard input.")
@click.option("-p", "--param", "params", multiple=True, metavar="NAME=VALUE", help="A parameter of a named question.")
@options.graph
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="How to write the answer.  [default: table, or turtle for triples]",
)
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    help="Language of names; where one is missing, another language's stands.  [default: kk; en for --list]",
)
@click.option("--list", "listing", is_flag=True, help="List the named questions.")
@click.option("--show", metavar="NAME", help="Print the SPARQL of a named question.")
def command(
    question: str | None,
    file: str | None,
    params: tuple[str, ...],
    folder: Path | None,
    form: str | None,
    lang: str | None,
    listing: bool,
    show: str | None,
) -> None:
    """Ask a graph: SPARQL in quotes or a file, or a named question (--list shows them).

    The prefixes of the ontology need not be declared. An ASK exits with 0 for true and 1 for false.
    """
    if listing or show:
        stdout.write(_sparql_of(show) if show else _catalogue(lang or "en"))
        return
    if (question is None) == (file is None):
        raise KgError("Give one of: SPARQL in quotes, --file FILE, or the NAME of a question (`kg query --list`).")
    from kg.graph.store import as_store

    store = as_store(options.graph_at(folder))
    result = (
        _by_name(store, question, params, lang) if _is_name(question) else _by_sparql(store, question, file, params)
    )
    _print(result, form or "table", lang or "kk")


def _is_name(question: str | None) -> bool:
    # no SPARQL query is a single word, so this never takes one for a name
    return question is not None and re.fullmatch(r"[\w.-]+", question.strip()) is not None and question != "-"


def _by_name(store: Store, name: str | None, params: tuple[str, ...], lang: str | None) -> Result:
    from kg.query.ask import ask

    return ask(store, (name or "").strip(), _parsed(params), lang=lang or "kk")


def _by_sparql(store: Store, question: str | None, file: str | None, params: tuple[str, ...]) -> Result:
    from kg.query.run import run

    if params:
        raise KgError("--param goes with a named question; write the values into your own SPARQL.")
    return run(store, question if question not in {None, "-"} else _read(file or "-"))


def _read(file: str) -> str:
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return data.decode("utf-8-sig")
    except OSError as error:
        raise KgError(f"{file} can't be read ({(error.strerror or str(error)).lower()}).") from error
    except UnicodeDecodeError as error:
        raise KgError(f"{file} is not UTF-8 text, so it is no SPARQL query.") from error


def _parsed(params: tuple[str, ...]) -> Mapping[str, str]:
    pairs = [param.partition("=") for param in params]
    for name, equals, _ in pairs:
        if not equals:
            raise KgError(f"--param {name} has no value; write --param {name}=VALUE.")
        if [pair[0] for pair in pairs].count(name) > 1:
            raise KgError(f"--param {name} is given twice.")
    return {name.strip(): value for name, _, value in pairs}


def _print(result: Result, form: str, lang: str) -> None:
    from pyoxigraph import QueryBoolean, QuerySolutions

    from kg.query.formats import written

    drawn = form == "table" and stdout.is_terminal() and isinstance(result, QuerySolutions)
    width = shutil.get_terminal_size().columns if drawn else None
    stdout.write(written(result, form, lang=lang, width=width), drawn=drawn)
    if isinstance(result, QueryBoolean):
        raise SystemExit(0 if result else 1)


def _sparql_of(name: str) -> str:
    from kg.query.catalogue import question

    return question(name).full_sparql


def _catalogue(lang: str) -> str:
    from kg.query.catalogue import questions

    lines = []
    for question in questions():
        lines += [f"{question.name}: {question.titles[lang]}", f"    {question.about}"]
        for parameter in question.parameters:
            optional = "" if parameter.required else " (optional)"
            lines.append(f"    -p {parameter.name}=…{optional}: {parameter.about}")
    return "\n".join(lines) + "\n"
