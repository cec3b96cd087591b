"""The statistical tagger: which words of a Kazakh sentence name whom or what, learnt from labelled sentences.

The model is a conditional random field that `python -m kg.train` makes; model/CARD.md says from what, and how good
it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import KgError
from kg.lang.kk.tagger_features import features

if TYPE_CHECKING:
    import pycrfsuite

MODEL = Path(__file__).parent / "model" / "tagger.crf"

# The classes of KazNERD that we have a type of mention for; whatever else the model tells apart is left out.
TYPES = {
    "PERSON": "Person",
    "ORGANISATION": "Organization",
    "POSITION": "Role",
    "GPE": "Place",
    "LOCATION": "Place",
    "FACILITY": "Place",
    "DATE": "Date",
    "PROJECT": "Program",
    "EVENT": "Event",
    "LAW": "Agreement",
}
_LONGEST = 400  # words tagged at a time, so that a text without any full stop takes no more memory than another


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """Words ``first`` to ``last`` (both included) name a thing of a type; ``confidence`` is from 0 to 1."""

    first: int
    last: int
    type: str
    confidence: float


class Tagger:
    """A trained model, opened."""

    def __init__(self, path: Path) -> None:
        import pycrfsuite

        if not path.is_file():
            raise KgError(f"{path} is missing: install habar again, or train the model with python -m kg.train")
        self._model: pycrfsuite.Tagger = pycrfsuite.Tagger()
        self._model.open(str(path))

    def spans(self, words: Sequence[str]) -> list[TaggedSpan]:
        """Return the named things of one sentence, in order."""
        found: list[TaggedSpan] = []
        for start in range(0, len(words), _LONGEST):
            tags = self._model.tag(features(words[start : start + _LONGEST]))
            for first, last, kind in spans_of(tags):
                if kind in TYPES:
                    sure = self._confidence(tags, first, last)
                    found.append(TaggedSpan(start + first, start + last, TYPES[kind], sure))
        return found

    def _confidence(self, tags: Sequence[str], first: int, last: int) -> float:
        """Return how likely the least likely tag of a span is."""
        least: float = min(self._model.marginal(tags[i], i) for i in range(first, last + 1))
        return round(least, 3)


def tag(words: Sequence[str]) -> list[TaggedSpan]:
    """Return the people, bodies, posts, places, dates, programmes, events and agreements that a sentence names.

    ``words`` are the tokens of one sentence, marks included. Spans are in order and don't overlap. Raises KgError when
    the model is not installed.
    """
    return tagger().spans(words) if words else []


@lru_cache(maxsize=2)
def tagger(path: Path = MODEL) -> Tagger:
    """Return the tagger of a model file, opened once."""
    return Tagger(path)


def spans_of(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield (first, last, class) of each span in IOB2 tags; one that lacks its B- begins at its first I-."""
    start, kind = 0, ""
    for i, label in enumerate((*tags, "O")):
        if kind and label != f"I-{kind}":
            yield start, i - 1, kind
            kind = ""
        if label != "O" and not kind:
            start, kind = i, label[2:]
