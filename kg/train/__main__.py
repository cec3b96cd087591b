"""`python -m kg.train --data FILE --out kg/lang/kk/model`: trains the Kazakh tagger, measures it, writes its card."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.errors import KgError
from kg.lang.kk.tagger import Tagger
from kg.train import measure
from kg.train.card import Training, card, table
from kg.train.crf import ITERATIONS, train
from kg.train.kaznerd import Labelled, hold_out, read_iob2
from kg.train.written_style import written_copies


@click.command()
@click.option(
    "--data", type=click.Path(path_type=Path), required=True, help="Labelled sentences, IOB2 with KazNERD's classes."
)
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Folder for tagger.crf and CARD.md.")
@click.option("--date", default="date not given", help="Day of the training, for the card.")
@click.option("--iterations", default=ITERATIONS, show_default=True, help="Most steps of the optimiser.")
@click.option(
    "--held-out", type=click.Path(path_type=Path), help="Folder to keep the tenth and the model that hasn't seen it."
)
def command(data: Path, out: Path, date: str, iterations: int, held_out: Path | None) -> None:
    """Train the Kazakh tagger and measure it on a tenth that it was not trained on."""
    try:
        run(data, out, date, iterations, held_out or out)
    except KgError as error:
        click.echo(f"kg.train: {error}", err=True)
        sys.exit(2)


def run(data: Path, out: Path, date: str, iterations: int, held_out: Path) -> None:
    """Measure a model trained on nine tenths, then write the one trained on all and its card to ``out``."""
    sentences = read_iob2(data)
    learn, held = hold_out(sentences)
    if not learn or not held:
        raise KgError(f"{data} holds too few sentences to put a tenth aside; name a larger file")
    partial = held_out / "tagger-without-held-out.crf"
    train([*learn, *written_copies(learn)], partial, iterations)
    model = Tagger(partial)
    alone, grammar = measure.alone(model, held), measure.with_grammar(model, held)
    del model
    _keep_or_drop(partial, held, held_out, keep=held_out != out)
    for title, figures in (("The tagger alone", alone), ("With grammar", grammar)):
        click.echo(f"{title}\n{table(figures)}\n")
    copies = list(written_copies(sentences))
    train([*sentences, *copies], out / "tagger.crf", iterations)
    size = (out / "tagger.crf").stat().st_size
    told = Training(date, len(sentences), len(copies), len(held), size, alone, grammar)
    (out / "CARD.md").write_text(card(told), "utf-8")


def _keep_or_drop(partial: Path, held: list[Labelled], folder: Path, keep: bool) -> None:
    if not keep:
        partial.unlink()
        return
    blocks = ("\n".join(f"{w} {t}" for w, t in zip(s.words, s.tags, strict=True)) for s in held)
    (folder / "held-out.iob2").write_text("\n\n".join(blocks) + "\n", "utf-8")


if __name__ == "__main__":
    command()
