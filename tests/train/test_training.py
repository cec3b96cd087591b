"""The one command that trains, on invented sentences."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kg.lang.kk.tagger import Tagger
from tests.train import sentences


def trained(folder: Path) -> Path:
    """Run the command on the invented sentences and return the folder of the model."""
    data, out = folder / "invented.iob2", folder / "model"
    data.write_text(sentences.iob2(), "utf-8")
    command = [sys.executable, "-m", "kg.train", "--data", str(data), "--out", str(out)]
    done = subprocess.run(
        [*command, "--date", "2026-11-22", "--iterations", "15"], capture_output=True, text=True, check=True
    )
    assert "With grammar" in done.stdout
    return out


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a model of the invented sentences."""
    return trained(tmp_path_factory.mktemp("training"))


def test_it_learns(model: Path) -> None:
    """Names never seen, in a sentence of a known form, are found; a number is no mention."""
    found = Tagger(model / "tagger.crf").spans(
        ["Асқар", "Бедел", "бүгін", "Тасбел", "қаласына", "үш", "рет", "келді", "."]
    )
    assert [(span.first, span.last, span.type) for span in found] == [
        (0, 1, "Person"),
        (2, 2, "Date"),
        (3, 3, "Place"),
    ]


def test_it_leaves_a_model_and_its_card_only(model: Path) -> None:
    """The model that was measured is not left behind; the card bears the date and the sentences."""
    assert sorted(path.name for path in model.iterdir()) == ["CARD.md", "tagger.crf"]
    card = (model / "CARD.md").read_text("utf-8")
    assert "2026-11-22" in card
    assert "100 sentences" in card


def test_the_same_data_give_the_same_bytes(model: Path, tmp_path: Path) -> None:
    """Training again, in another process with another hash seed, changes nothing."""
    again = trained(tmp_path)
    for name in ("tagger.crf", "CARD.md"):
        assert (again / name).read_bytes() == (model / name).read_bytes()


def test_too_little_data(tmp_path: Path) -> None:
    """A file too small to put a tenth aside is refused in one sentence, without a traceback."""
    data = tmp_path / "small.iob2"
    data.write_text("Асан B-PERSON\n", "utf-8")
    command = [sys.executable, "-m", "kg.train", "--data", str(data), "--out", str(tmp_path / "model")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "too few sentences" in done.stderr
    assert "Traceback" not in done.stderr
