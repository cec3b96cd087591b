"""Which format a client gets."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.serve.negotiation import best
from kg.serve.words import preferred

_LINES = (Path(__file__).parent / "accept_cases.txt").read_text("utf-8").splitlines()
CASES = [tuple(part.strip() for part in line.split("|")) for line in _LINES if line and not line.startswith("#")]


def test_all_cases_are_there() -> None:
    """No case is lost by a slip in the file."""
    assert len(CASES) == 11
    assert all(len(case) == 3 for case in CASES)


@pytest.mark.parametrize(("accept", "offered", "chosen"), CASES)
def test_the_best_liked_format_is_chosen(accept: str, offered: str, chosen: str) -> None:
    """Qualities, wildcards and refusals of an Accept header are obeyed."""
    assert (best(accept, offered.split()) or "-") == chosen


@given(st.text(alphabet="texhml/*;q=0.1, ", max_size=60))
def test_any_header_is_borne(accept: str) -> None:
    """Whatever a client sends, what is chosen was offered."""
    assert best(accept, ["text/html", "text/turtle"]) in {"text/html", "text/turtle", None}


@pytest.mark.parametrize(
    ("header", "lang"),
    [
        ("", "kk"),
        ("de,fr", "kk"),
        ("ru-KZ,ru;q=0.9,en;q=0.8", "ru"),
        ("en;q=0.3, kk;q=0.9", "kk"),
        ("en;q=x,ru", "ru"),
        ("en; q=0.5, ru; Q=0.9", "ru"),
    ],
)
def test_the_language_is_the_browsers(header: str, lang: str) -> None:
    """Of the three languages the one that the browser likes best is spoken, Kazakh by default."""
    assert preferred(header) == lang
