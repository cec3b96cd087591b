"""`kg review`: a person settles doubtful pairs and contradictions, one key each."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli import options
from kg.cli.examples import WithExamples
from kg.cli.terminal import harmless
from kg.records import LANGUAGES

if TYPE_CHECKING:
    from kg.cli.review_text import Shown
    from kg.query.titles import Titles
    from kg.records import Judgement
    from kg.review import Question, Settled


@click.command("review", cls=WithExamples, examples=("kg review", "kg review output --judgements who-is-who.csv"))
@options.graph_argument
@options.graph
@click.option(
    "--judgements",
    "file",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    default=options.JUDGEMENTS,
    show_default=True,
    help="Where to write what you decide.",
)
@click.option("--lang", type=click.Choice(LANGUAGES), default="kk", show_default=True, help="Language of names.")
def command(named: Path | None, folder: Path | None, file: Path, lang: str) -> None:
    """Settle what the program could not: pairs that may be one, and contradictions.

    DIR is a folder that `kg build` wrote. Each question shows both sides with their names, posts and quotes; a key
    answers it, and words after the key are kept as the reason. Every answer is written at once, so you can quit at any
    time and go on later; what is answered isn't asked again. The next `kg build` obeys.
    """
    from kg.cli.review_text import Shown
    from kg.graph.store import open_store
    from kg.judgements import read_judgements
    from kg.query.naming import base_of
    from kg.query.titles import Titles
    from kg.review import Settled, questions, read_report, unsettled

    place = options.graph_at(folder, named)
    store, report = open_store(place), read_report(place)
    base = base_of(store)
    settled, titles = Settled(store, base), Titles(store, base)
    if file.exists():
        known, refused = read_judgements(file)
        settled.add(known)
        for refusal in refused:
            click.echo(f"kg: {harmless(refusal.reason)}", err=True)
    asked = questions(store, report, base)
    open_ = list(unsettled(asked, settled))
    reviewer = _Reviewer(file, titles, settled, Shown(store, base, titles, lang))
    reviewer.walk(open_)
    _close(reviewer, file, len(asked) - len(open_))


@dataclass(slots=True)
class _Reviewer:
    """Asks, writes, and counts the answers."""

    file: Path
    titles: Titles
    settled: Settled
    shown: Shown
    counts: Counter[str] = field(default_factory=Counter)

    def walk(self, open_: list[Question]) -> None:
        """Ask each question that is open when its turn comes, until the person quits or the input ends."""
        for number, question in enumerate(open_, 1):
            if self.settled.settles(question):  # by an answer given just now
                continue
            for line in self.shown.question(question, number, len(open_)):
                click.echo(line)
            if not self._answered(question):
                self.counts["left"] = len(open_) - number + 1
                return

    def _answered(self, question: Question) -> bool:
        """Take one answer and write it; False when the person quits."""
        for words in _typed(_keys(question)):
            key, _, why = words.partition(" ")
            if key == "q":
                return False
            if key == "k":
                self.counts["skipped"] += 1
                return True
            lines = self._lines(question, key.lower(), why.strip())
            if lines:
                self._write(lines)
                return True
            click.echo(f"  «{harmless(words)}» is none of the keys.")
        return False

    def _lines(self, question: Question, key: str, why: str) -> list[Judgement]:
        from kg.review import judged, rejected

        if key == "r" and why[:1].isdigit():
            key, why = f"r{why[0]}", why[1:].strip()
        if key in ("s", "d") and question.pair:
            return [judged({"s": "same", "d": "different"}[key], question.pair, self.titles, why)]
        if key[:1] == "r" and key[1:].isdigit() and 1 <= int(key[1:]) <= len(question.sides):
            return rejected(question, int(key[1:]) - 1, self.titles, why)
        return []

    def _write(self, lines: list[Judgement]) -> None:
        from kg.judgements import append_judgement

        for line in lines:
            append_judgement(self.file, line)
        self.settled.add(lines)
        self.counts["decided"] += 1


def _keys(question: Question) -> str:
    pair = ["s the same", "d different"] if question.pair else []
    sides = [f"r{number} reject {number}" for number in range(1, len(question.sides) + 1)]
    return " · ".join([*pair, *sides, "k skip", "q quit"])


def _typed(keys: str) -> Iterator[str]:
    """Yield what the person types, line by line, with the keys before each; nothing more when the input ends."""
    while True:
        click.echo(f"\n{keys} > ", nl=False)
        line = sys.stdin.readline()
        if not line:
            click.echo()
            return
        if words := line.strip():
            yield words


def _close(reviewer: _Reviewer, file: Path, before: int) -> None:
    counts = reviewer.counts
    parts = [f"{counts[what]} {what}" for what in ("decided", "skipped", "left")]
    if before:
        parts.append(f"{before} settled before")
    click.echo(f"\n{', '.join(parts)}.")
    if counts["decided"]:
        click.echo(f"Written to {harmless(str(file))}; run kg build again to have it obeyed.")
