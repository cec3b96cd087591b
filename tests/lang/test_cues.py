"""The words of each language: what stands in a file twice would count once, or take the place of the first."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

FILES = sorted((Path(__file__).parents[2] / "kg" / "lang").glob("*/cues/*.txt"))


def twice(some: list[str]) -> list[str]:
    """Return what stands there more than once."""
    return [one for one, count in Counter(some).items() if count > 1]


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parts[-3]}/{file.name}")
def test_no_cue_stands_twice(file: Path) -> None:
    """No key has two rows, no row a word twice, and no word of a list without keys two lines."""
    lines = [line for line in file.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]
    rows = [line.partition(": ") for line in lines if ": " in line]
    words = {key: twice([word.strip() for word in some.split(",")]) for key, _, some in rows}
    assert not twice([key for key, _, _ in rows])
    assert not {key: some for key, some in words.items() if some}
    assert not twice([line for line in lines if ": " not in line])
