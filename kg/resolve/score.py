"""How two things are compared: a list of named features with weights, and a score that says what each contributed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, Protocol, TypeVar

JOINS = 0.7
"""From this score on two things are taken for one."""

DOUBTFUL = 0.5
"""From this score on, if under JOINS, two things stay apart and are listed for a person to settle."""

# Of a key that more nodes share, each is compared only with its neighbours: near is likelier to be the same than far.
ALL_PAIRS = 12
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
    spoken = []
    for feature in features:
        said = feature.compare(one, other)
        if said and (share := round(feature.weight * said, 4)):
            spoken.append((feature.name, share))
    total = min(1.0, max(0.0, sum(share for _, share in spoken)))
    return _score(round(total, 4), tuple(spoken))


# There are few kinds of scores and millions of pairs: what is equal is held once.
_score = lru_cache(maxsize=10_000)(Score)


Scores = dict[tuple[int, int], Score]
"""Pairs of things that may be one or are doubtful, the lesser number first, with their scores."""
Known = dict[tuple[int, int], Score | None]
"""The same, and None for pairs that were compared and have nothing to do with each other."""


@dataclass(frozen=True, slots=True)
class Kind(Generic[T]):
    """How the things of a class are compared, as functions of a module, so that it can be done anywhere.

    ``keys`` gives the keys of a thing and its place among those that share one: only things with a common key are
    compared. ``comparable`` tells which pairs may be one at all.
    """

    features: Sequence[Feature[T]]
    keys: Callable[[int, T], Iterable[tuple[Hashable, Any]]]
    comparable: Callable[[T, T], bool]


class Scoring(Protocol):
    """What scores the pairs of things that have a key in common; ``allowed`` tells which pairs of numbers may be.

    In ``known`` are scores of things of which the same is said, None for those under DOUBTFUL and those that can't be
    compared; more may be put there.
    """

    def __call__(
        self, kind: Kind[T], things: Mapping[int, T], allowed: Callable[[int, int], bool], known: Known | None = None
    ) -> Scores:
        """Return the pairs that are doubtful or better."""
        ...


_NEW = Score(-1.0, ())  # stands for what was not compared


def scored(
    kind: Kind[T], things: Mapping[int, T], allowed: Callable[[int, int], bool], known: Known | None = None
) -> Scores:
    """Score the pairs of things in this process."""
    found: Scores = {}
    known = {} if known is None else known
    for pair in dict.fromkeys(candidates(blocks(kind, things))):
        score = known.get(pair, _NEW)
        if score is _NEW:
            one, other = things[pair[0]], things[pair[1]]
            score = compare(kind.features, one, other) if kind.comparable(one, other) else None
            score = known[pair] = score if score and score.total >= DOUBTFUL else None
        if score and allowed(*pair):
            found[pair] = score
    return found


def blocks(kind: Kind[T], things: Mapping[int, T]) -> Iterator[list[int]]:
    """Yield the things that share a key, by place and number, those that share several keys once."""
    first: dict[Hashable, tuple[Any, int]] = {}  # most keys are one thing's alone
    others: defaultdict[Hashable, list[tuple[Any, int]]] = defaultdict(list)
    for number, thing in things.items():
        here: tuple[Any, int] = ("", number)
        for key, place in kind.keys(number, thing):
            here = here if here[0] == place else (place, number)
            if first.setdefault(key, here) is not here:
                others[key].append(here)
    found = [[first[key], *behind] for key, behind in others.items()]
    del first, others
    known: set[tuple[int, ...]] = set()
    while found:
        numbers = tuple(number for _, number in sorted(found.pop()))
        if numbers not in known:
            known.add(numbers)
            yield list(numbers)


def candidates(blocks: Iterable[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs to compare: all of a small block, of a great one each with its neighbours in the order given."""
    for block in blocks:
        reach = len(block) if len(block) <= ALL_PAIRS else _NEIGHBOURS
        for place, one in enumerate(block):
            for other in block[place + 1 : place + 1 + reach]:
                yield (one, other) if one < other else (other, one)
