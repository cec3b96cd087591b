"""How two things are compared: a list of named features with weights, and a score that says what each contributed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

JOINS = 0.7
"""From this score on two things are taken for one."""

DOUBTFUL = 0.5
"""From this score on, if under JOINS, two things stay apart and are listed for a person to settle."""

# Of a key that more nodes share, each is compared only with its neighbours: near is likelier to be the same than far.
_ALL_PAIRS = 12
_NEIGHBOURS = 4

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Feature(Generic[T]):
    """Something that speaks for or against two things being one: ``compare`` gives from 0 to 1, ``weight`` the sign."""

    weight: float
    compare: Callable[[T, T], float]

    @property
    def name(self) -> str:
        """What the feature is called: the name of its function, whose docstring explains it."""
        return self.compare.__name__


@dataclass(frozen=True, slots=True)
class Score:
    """How surely two things are one, from 0 to 1, and the share of each feature that says anything."""

    total: float
    shares: tuple[tuple[str, float], ...]

    def __str__(self) -> str:
        """The features that spoke, with their shares, the greatest first: "same full name +0.60, same body +0.35"."""
        ranked = sorted(self.shares, key=lambda share: (-abs(share[1]), share[0]))
        return ", ".join(f"{name.replace(chr(95), chr(32))} {share:+.2f}" for name, share in ranked)


def compare(features: Sequence[Feature[T]], one: T, other: T) -> Score:
    """Return the score of two things by all features."""
    shares = [(feature.name, round(feature.weight * feature.compare(one, other), 4)) for feature in features]
    spoken = tuple((name, share) for name, share in shares if share)
    total = min(1.0, max(0.0, sum(share for _, share in spoken)))
    return Score(round(total, 4), spoken)


def candidates(blocks: Iterable[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs to compare: all of a small block, of a great one each with its neighbours in the order given."""
    for block in blocks:
        reach = len(block) if len(block) <= _ALL_PAIRS else _NEIGHBOURS
        for place, one in enumerate(block):
            for other in block[place + 1 : place + 1 + reach]:
                yield (one, other) if one < other else (other, one)
