"""Counting what was found."""

from __future__ import annotations

import pytest

from kg.train.figures import FIVE, figures, gold_spans


def test_figures() -> None:
    """A span counts only when start, end and type agree; the five main types have a row of their own, and all."""
    true = {(0, 1, "Person"), (3, 3, "Place"), (5, 6, "Event")}
    found = {(0, 1, "Person"), (3, 3, "Organization"), (7, 7, "Event")}
    rows = {f.name: f for f in figures([(true, found)])}
    assert (rows["Person"].f1, rows["Place"].f1) == (1.0, 0.0)
    assert (rows[FIVE].right, rows[FIVE].extra, rows[FIVE].missed) == (1, 1, 1)
    assert (rows["all"].right, rows["all"].extra, rows["all"].missed) == (1, 2, 2)
    assert rows["all"].f1 == pytest.approx(1 / 3)


def test_gold_spans() -> None:
    """States, regions and buildings are places; classes without a type of mention are left out."""
    tags = ("B-GPE", "I-GPE", "B-FACILITY", "B-NUMBER", "O", "B-LAW")
    assert gold_spans(tags) == {(0, 1, "Place"), (2, 2, "Place"), (5, 5, "Agreement")}
