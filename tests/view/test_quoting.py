"""Which quotes bring marks of their own."""

from __future__ import annotations

import pytest

from kg.view.quoting import quoted_itself


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("«Су» бірлестігі мүше болды", True),
        ("мүше болды «Су»", True),
        ("мүше болды «Су».", True),
        (" “Water” joined", True),
        ('he said "yes"', True),
        ("мүше «Су» бірлестігі болды", False),
        ("жиын өтті.", False),
        ("Қазақстанның", False),
        ("", False),
        ("…", False),
    ],
)
def test_marks_at_either_end_are_seen(text: str, own: bool) -> None:
    """Only the ends count, a full stop after the mark aside."""
    assert quoted_itself(text) is own
