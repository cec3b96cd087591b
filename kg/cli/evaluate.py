"""`kg evaluate`: how far the program is from a careful reader."""

from __future__ import annotations

import click

from kg.cli.examples import WithExamples
from kg.cli.terminal import harmless
from kg.records import LANGUAGES


@click.command(
    "evaluate",
    cls=WithExamples,
    examples=(
        "kg evaluate data/gold/kk/batch-01",
        "kg evaluate data/gold/kk/batch-01 --show",
        "kg evaluate data/gold --json",
    ),
)
@click.argument("folders", nargs=-1, required=True, metavar="FOLDER...")
@click.option("--show", is_flag=True, help="List what was missed and what is extra in each announcement.")
@click.option("--json", "as_json", is_flag=True, help="Print all figures and facts as one JSON object.")
@click.option(
    "--lang", type=click.Choice(LANGUAGES), help="Only announcements labelled in this language.  [default: all]"
)
@click.option("--quiet", is_flag=True, help="Do not tell how far it is.")
def command(folders: tuple[str, ...], show: bool, as_json: bool, lang: str | None, quiet: bool) -> None:
    """Compare what is found in labelled announcements with their labels.

    Each FOLDER holds announcements NAME.txt with their labels NAME.json beside them, in folders of its own too. Each is
    read by itself. P is precision, R recall; tp facts were found, fp are not in the labels, fn were not found.

    The exit code is 2 if something could not be evaluated; the rest was.
    """
    from kg.cli.figures import as_data, differences, table
    from kg.cli.json_lines import dump
    from kg.cli.progress import progress
    from kg.evaluate import evaluate

    with progress(quiet) as step:
        evaluation = evaluate(folders, lang=lang, progress=step)
    for refused in evaluation.refused:
        click.echo(f"kg: {harmless(refused.reason)}", err=True)
    if as_json:
        click.echo(dump(as_data(evaluation)))
    elif evaluation.documents or not evaluation.refused:
        lines = [*(differences(evaluation) if show else ()), *table(evaluation)]
        click.echo(harmless("\n".join(lines)))
    raise SystemExit(2 if evaluation.refused else 0)
