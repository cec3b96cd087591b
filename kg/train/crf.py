"""Learns a conditional random field from labelled sentences."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kg.lang.kk.tagger_features import features
from kg.train.kaznerd import Labelled

ITERATIONS = 150
SETTINGS = {"c1": 0.01, "c2": 0.2, "max_iterations": ITERATIONS, "feature.possible_transitions": True}


def train(sentences: Iterable[Labelled], path: Path, iterations: int = ITERATIONS) -> None:
    """Write the model that the sentences teach to ``path``; the same sentences give the same bytes."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params={**SETTINGS, "max_iterations": iterations}, verbose=False)
    for sentence in sentences:
        trainer.append(features(sentence.words), list(sentence.tags))
    path.parent.mkdir(parents=True, exist_ok=True)
    trainer.train(str(path))
