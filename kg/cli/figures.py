"""Figures of an evaluation, as a table and as data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kg.evaluate import Evaluated, Evaluation, Fact, Score

_HEADING = f"{'':22}{'P':>7}{'R':>7}{'F1':>7}{'tp':>7}{'fp':>7}{'fn':>7}"


def table(evaluation: Evaluation) -> Iterator[str]:
    """Yield the lines of the table: relations, languages, all, then what should not have been given."""
    yield _HEADING
    yield from (_row(relation, score) for relation, score in evaluation.relations.items())
    yield from (_row(f"in {lang}", score) for lang, score in evaluation.languages.items())
    yield _row("ALL", evaluation.score)
    given, asked = evaluation.negatives
    yield f"hard negatives asserted: {given} of {asked}; announcements: {len(evaluation.documents)}"


def differences(evaluation: Evaluation) -> Iterator[str]:
    """Yield what differs in each announcement beneath its figures, and an empty line."""
    for one in evaluation.documents:
        yield _row(one.labels.id, one.score)
        yield from (f"  {what:9}{said}" for what, facts in _listed(one).items() for said in facts)
        yield ""


def as_data(evaluation: Evaluation) -> dict[str, Any]:
    """Return all figures and facts in a form for JSON."""
    given, asked = evaluation.negatives
    return {
        "relations": {relation: _figures(score) for relation, score in evaluation.relations.items()},
        "languages": {lang: _figures(score) for lang, score in evaluation.languages.items()},
        "all": _figures(evaluation.score),
        "negatives": {"asserted": given, "of": asked},
        "announcements": [
            {"id": one.labels.id, "source": one.source, "lang": one.labels.lang, **_figures(one.score), **_listed(one)}
            for one in evaluation.documents
        ],
        "refused": [{"source": one.source, "reason": one.reason} for one in evaluation.refused],
    }


def _row(name: str, score: Score) -> str:
    figures = "".join(f"{figure:7.3f}" for figure in (score.precision, score.recall, score.f1))
    return f"{name:22}{figures}{score.tp:7}{score.fp:7}{score.fn:7}"


def _figures(score: Score) -> dict[str, float]:
    shares = {"precision": score.precision, "recall": score.recall, "f1": score.f1}
    rounded = {name: round(share, 4) for name, share in shares.items()}
    return {**rounded, "tp": score.tp, "fp": score.fp, "fn": score.fn}


def _listed(one: Evaluated) -> dict[str, list[str]]:
    return {"missed": _said(one.missed), "extra": _said(one.extra), "asserted": _said(one.hasty)}


def _said(facts: tuple[Fact, ...]) -> list[str]:
    return [str(fact) for fact in facts]
