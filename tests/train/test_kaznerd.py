"""Reading labelled sentences and putting a tenth aside."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import KgError
from kg.train.kaznerd import Labelled, hold_out, read_iob2, twins
from tests.train import sentences


def sentence(words: str) -> Labelled:
    """Return a sentence without names."""
    return Labelled(tuple(words.split()), ("O",) * len(words.split()))


def test_reading(tmp_path: Path) -> None:
    """Words and tags come as they stand; numbers of every sort are one class, classes of no use to us none."""
    file = tmp_path / "some.iob2"
    file.write_text("Асан B-PERSON\n50 B-PERCENTAGE\n% I-PERCENTAGE\nтұмау B-DISEASE\n\n\nБару O\n", "utf-8")
    assert read_iob2(file) == [
        Labelled(("Асан", "50", "%", "тұмау"), ("B-PERSON", "B-NUMBER", "I-NUMBER", "O")),
        Labelled(("Бару",), ("O",)),
    ]


@pytest.mark.parametrize(("content", "said"), [("Асан\n", "line 1"), ("Асан X\n", "line 1"), ("\n\n", "no sentence")])
def test_what_is_no_iob2(tmp_path: Path, content: str, said: str) -> None:
    """A line without a tag and a file without a sentence are refused with the place."""
    file = tmp_path / "some.iob2"
    file.write_text(content, "utf-8")
    with pytest.raises(KgError, match=said):
        read_iob2(file)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """A missing file is refused in one sentence."""
    with pytest.raises(KgError, match="can't be read"):
        read_iob2(tmp_path / "none.iob2")


def test_twins_stay_together() -> None:
    """One sentence with its numbers in digits and in words is one group, another sentence is another."""
    spoken = sentence("Қорға жиырма миллион теңге бөлінді .")
    written = sentence("Қорға 20000000 теңге бөлінді .")
    respelt = sentence("Кандидаттарды тіркеу сағат 18 : 00-де аяқталады .")
    spelt = sentence("Кандидаттарды тіркеу сағат он сегіз нөл-нөлде аяқталады .")
    assert twins([spoken, respelt, written, spelt]) == [[0, 2], [1, 3]]


def test_a_tenth_is_held_out(tmp_path: Path) -> None:
    """Every sentence is on one side, no twins on both, and the split doesn't depend on the order of the file."""
    file = tmp_path / "some.iob2"
    file.write_text(sentences.iob2(), "utf-8")
    given = read_iob2(file)
    learn, held = hold_out(given)
    assert len(learn) + len(held) == len(given)
    assert 0 < len(held) < len(given) / 3
    assert not set(learn) & set(held)
    assert hold_out(given) == (learn, held)
