"""Text of announcements in a terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.cli.terminal import harmless


@pytest.mark.parametrize("harm", ["\x1b", "\x9b", "\r", "\x08", "\x07", "\x00", "\u202e", "\u2066", "\u2028", "\x7f"])
def test_control_characters_are_replaced(harm: str) -> None:
    """Escape sequences, backspaces and marks that turn the direction lose their power, one character for one."""
    assert harmless(f"А{harm}[31mБ") == "А\ufffd[31mБ"


def test_ordinary_text_stays() -> None:
    """Letters of every script, newlines, tabs and emoji are left alone."""
    text = "Әлем,\n\tмир & world – «A-WEB» 🙂 قازاق"
    assert harmless(text) == text


@given(st.text())
def test_nothing_harmful_is_left(text: str) -> None:
    """No control character but newline and tab is left, and offsets stay what they were."""
    shown = harmless(text)
    assert len(shown) == len(text)
    assert not [char for char in shown if unicodedata.category(char) in ("Cc", "Cs") and char not in "\n\t"]
