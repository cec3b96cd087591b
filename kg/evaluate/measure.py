"""From folders of labelled announcements to figures: each is read by itself and compared with its labels."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from kg.errors import KgError
from kg.evaluate.facts import Fact
from kg.evaluate.found import facts_of
from kg.evaluate.labels import Labels, read_labels
from kg.evaluate.match import compare, counted, hasty
from kg.evaluate.score import Score, by_relation
from kg.pipeline import Progress, build
from kg.read import read_path
from kg.records import Announcement, Refusal


@dataclass(frozen=True)
class Evaluated:
    """How what was found in one announcement differs from its labels; ``hasty`` are the negatives that were given."""

    labels: Labels
    source: str
    right: tuple[Fact, ...]
    missed: tuple[Fact, ...]
    extra: tuple[Fact, ...]
    hasty: tuple[Fact, ...]

    @property
    def relations(self) -> dict[str, Score]:
        """The score of each relation, sorted by name."""
        right, extra, missed = ([fact.relation for fact in facts] for facts in (self.right, self.extra, self.missed))
        return by_relation(right, extra, missed)

    @property
    def score(self) -> Score:
        """The score over all relations."""
        return Score(len(self.right), len(self.extra), len(self.missed))


@dataclass(frozen=True)
class Evaluation:
    """All announcements that were evaluated, in the order of their folders and names, and what could not be."""

    documents: tuple[Evaluated, ...]
    refused: tuple[Refusal, ...]

    @cached_property
    def relations(self) -> dict[str, Score]:
        """The score of each relation in all announcements, sorted by name."""
        return _sums((relation, score) for one in self.documents for relation, score in one.relations.items())

    @cached_property
    def languages(self) -> dict[str, Score]:
        """The score of each language of the labels, sorted by code."""
        return _sums((one.labels.lang, one.score) for one in self.documents)

    @property
    def score(self) -> Score:
        """The score over all relations and announcements."""
        return sum((one.score for one in self.documents), Score())

    @property
    def negatives(self) -> tuple[int, int]:
        """How many of the facts that no announcement states were given, and how many such facts the labels name."""
        return sum(len(one.hasty) for one in self.documents), sum(len(one.labels.negatives) for one in self.documents)


def evaluate(
    folders: Iterable[str | os.PathLike[str]], *, lang: str | None = None, progress: Progress | None = None
) -> Evaluation:
    """Read each labelled announcement of folders by itself and compare what is found with its labels.

    An announcement is NAME.txt, its labels are NAME.json beside it. ``lang`` ("kk", "ru", "en") takes only those that
    are labelled as in this language. What has labels that can't be read, or no text, is refused; of a text that the
    program refuses nothing was found, so all its facts are missed, and it stands among the refused too.
    """
    files, refused = _files(folders)
    documents = []
    for number, file in enumerate(files):
        if progress:
            progress("Evaluating", number, len(files))
        try:
            labels = _labels(file)
        except KgError as error:
            refused.append(Refusal(str(file), str(error)))
            continue
        if lang in (None, labels.lang):
            document, faults = _evaluated(file.with_suffix(".txt"), labels)
            documents.append(document)
            refused += faults
    return Evaluation(tuple(documents), tuple(refused))


def _files(folders: Iterable[str | os.PathLike[str]]) -> tuple[list[Path], list[Refusal]]:
    """Return the label files of folders, each once, and the folders that have none."""
    found: dict[Path, Path] = {}
    refused = []
    for folder in map(Path, folders):
        files = sorted(file for file in folder.rglob("*.json") if file.is_file()) if folder.is_dir() else []
        if not folder.is_dir():
            what = "is not a folder" if folder.exists() else "does not exist"
            refused.append(Refusal(str(folder), f"{folder} {what}; give a folder of labelled announcements"))
        elif not files:
            reason = f"{folder} holds no labels; put a NAME.json beside each NAME.txt or give another folder"
            refused.append(Refusal(str(folder), reason))
        for file in files:
            found.setdefault(file.resolve(), file)
    return list(found.values()), refused


def _labels(file: Path) -> Labels:
    text = file.with_suffix(".txt")
    if not text.is_file():
        raise KgError(f"{file} has no {text.name} beside it; put the announcement there or remove the labels")
    return read_labels(file)


def _evaluated(text: Path, labels: Labels) -> tuple[Evaluated, Sequence[Refusal]]:
    got: tuple[Fact, ...] = ()
    refused = []
    try:
        got = facts_of(build(_as_published(text, labels)).quads, labels.lang)
    except KgError as error:
        refused.append(Refusal(str(text), str(error)))
    told = compare(labels.facts, got)
    wrong = hasty(labels.negatives, told, got)
    return Evaluated(labels, str(text), told.right, told.missed, counted(told, got), wrong), refused


def _as_published(text: Path, labels: Labels) -> Announcement:
    """Return the announcement with the day that its labels say it came out on, if it tells none itself.

    A site or feed gives that day beside the text; without it "on 10 December" is no day.
    """
    read = read_path(text)
    return read if read.published else replace(read, published=labels.published)


def _sums(scores: Iterable[tuple[str, Score]]) -> dict[str, Score]:
    found: dict[str, Score] = {}
    for name, score in scores:
        found[name] = found.get(name, Score()) + score
    return dict(sorted(found.items()))
