"""What hangs together: a large graph as a tree of groups, small enough to look at one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

LEAF = 60  # things of a group that is looked at without further groups inside
FEW = 24  # things; a smaller group joins the one that it has most to do with
MOST = 30  # groups that are looked at together
RANDOMNESS = 0.001  # of Leiden's choices between communities that are nearly as good: its authors' own figure
SEED = 1  # of these choices; any number does, as long as it stays

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Group:
    """A group of nodes: either ``children`` or, in a leaf, ``nodes``, the most connected first."""

    nodes: tuple[int, ...] = ()
    children: tuple[Group, ...] = ()

    def __iter__(self) -> Iterator[int]:
        """Yield all nodes inside, in the order of the tree."""
        yield from self.nodes
        for child in self.children:
            yield from child


@dataclass(frozen=True, slots=True)
class Ties:
    """What is tied among ``count`` nodes, which are numbers: the ends of each tie, ``one`` below the ``other``, sorted.

    ``weight`` is how many relations each stands for.
    """

    count: int
    one: Numbers
    other: Numbers
    weight: Numbers

    def rows(self) -> list[list[int]]:
        """Return the ties as rows of both ends and the weight."""
        return [column.tolist() for column in (self.one, self.other, self.weight)]

    def degrees(self) -> Numbers:
        """Return how many others each node is tied to."""
        return np.bincount(np.concatenate((self.one, self.other)), minlength=self.count)

    def called(self, names: Numbers, count: int) -> Ties:
        """Return the ties between what nodes are called instead, added up; a thing's tie to itself is one as well."""
        low, high = np.minimum(names[self.one], names[self.other]), np.maximum(names[self.one], names[self.other])
        pairs, place = np.unique(low * count + high, return_inverse=True)
        weight = np.bincount(place, weights=self.weight, minlength=len(pairs)).astype(np.int64)
        return Ties(count, pairs // count, pairs % count, weight)

    def but_own(self) -> Ties:
        """Return the ties between different nodes."""
        kept = self.one != self.other
        return Ties(self.count, self.one[kept], self.other[kept], self.weight[kept])

    def within(self, parts: Sequence[Numbers]) -> list[Ties]:
        """Return the ties inside each of some parts, of which each is sorted; its first node is 0 there."""
        part, place = np.full(self.count, -1), np.zeros(self.count, np.int64)
        for number, nodes in enumerate(parts):
            part[nodes], place[nodes] = number, np.arange(len(nodes))
        inside = np.flatnonzero((part[self.one] == part[self.other]) & (part[self.one] >= 0))
        inside = inside[np.argsort(part[self.one[inside]], kind="stable")]
        borders = np.searchsorted(part[self.one[inside]], np.arange(len(parts) + 1))
        chosen = [inside[start:end] for start, end in pairwise(borders)]
        return [
            Ties(len(nodes), place[self.one[own]], place[self.other[own]], self.weight[own])
            for nodes, own in zip(parts, chosen, strict=True)
        ]


def weighed(count: int, sources: Numbers, targets: Numbers) -> Ties:
    """Return the ties between nodes up to a count: where there are edges, and how many."""
    return Ties(count, sources, targets, np.ones(len(sources), np.int64)).called(np.arange(count), count).but_own()


@dataclass(frozen=True, slots=True)
class _Part:
    """Some nodes, the most connected first, and the ties between them, in which each is called by its place here."""

    nodes: Numbers
    ties: Ties

    def parted(self, parts: Sequence[Numbers]) -> list[_Part]:
        return [_Part(self.nodes[part], ties) for part, ties in zip(parts, self.ties.within(parts), strict=True)]


def tree(ties: Ties) -> Group:
    """Return the groups of a graph; the same graph always gives the same tree.

    Groups are communities by the Leiden algorithm (Traag et al. 2019, doi:10.1038/s41598-019-41695-z), found again
    inside a large one and between very many. What they leave undivided, such as the five thousand who know one alone,
    is cut.
    """
    order = np.lexsort((np.arange(ties.count), -ties.degrees()))
    rank = np.empty_like(order)
    rank[order] = np.arange(ties.count)
    return _grown(_Part(order, ties.called(rank, ties.count)))


def _grown(whole: _Part) -> Group:
    if len(whole.nodes) <= LEAF:
        return Group(tuple(whole.nodes.tolist()))
    parts = _parts(whole.ties)
    if len(parts) == 1:
        parts = _cut(len(whole.nodes))
    if len(parts) <= MOST:
        return Group(children=tuple(_grown(part) for part in whole.parted(parts)))
    bundles = _above(whole.ties, parts)
    parted = whole.parted(parts)
    return Group(children=tuple(_bundle([parted[number] for number in numbers]) for numbers in bundles))


def _parts(ties: Ties) -> list[Numbers]:
    """Return the communities of nodes, the largest first; each has its nodes in order."""
    lonely = ties.degrees() == 0
    parts = _joined([part for part in _sorted_out(_communities(ties)) if not lonely[part[0]]], ties)
    if lonely.any():
        parts.append(np.flatnonzero(lonely))
    return sorted(parts, key=lambda part: (-len(part), part[0]))


def _sorted_out(numbers: Numbers) -> list[Numbers]:
    """Return the places at which each number stands."""
    values, counts = np.unique(numbers, return_counts=True)
    return np.split(np.argsort(numbers, kind="stable"), np.cumsum(counts)[:-1]) if len(values) else []


def _communities(ties: Ties) -> Numbers:
    """Return the number of each node's community; what nothing ties is each for itself."""
    from graspologic_native import leiden

    number = ties.count + np.arange(ties.count)
    edges = [(str(one), str(other), float(weight)) for one, other, weight in zip(*ties.rows(), strict=True)]
    if edges:
        _, found = leiden(
            edges=edges,
            starting_communities=None,
            resolution=1.0,
            randomness=RANDOMNESS,
            iterations=1,
            use_modularity=True,
            seed=SEED,
            trials=1,
        )
        number[[int(node) for node in found]] = list(found.values())
    return number


def _joined(parts: list[Numbers], ties: Ties) -> list[Numbers]:
    """Let groups that are too small join the one that they have most to do with, else one another."""
    parts = sorted(parts, key=lambda part: (len(part), part[0]))
    near = _near(parts, ties)
    crumbs: list[Numbers] = []
    for number, part in enumerate(parts):
        if len(part) >= FEW:
            continue
        room = [there for there in near[number] if len(parts[there]) + len(part) <= LEAF]
        if room:
            there = min(room, key=lambda one: (-near[number][one], one))
            parts[there] = np.sort(np.concatenate((parts[there], part)))
            for other, weight in near[number].items():
                del near[other][number]
                if other != there:
                    near[other][there] = near[there][other] = near[there].get(other, 0) + weight
        else:
            crumbs.append(part)
            for other in near[number]:
                del near[other][number]
        parts[number] = part[:0]
    loose = np.concatenate(crumbs) if crumbs else np.zeros(0, np.int64)
    bundles = [np.sort(loose[start : start + LEAF]) for start in range(0, len(loose), LEAF)]
    return [part for part in (*parts, *bundles) if len(part)]


def _near(parts: Sequence[Numbers], ties: Ties) -> list[dict[int, int]]:
    """Return for each part those that it is tied to, and how much."""
    near: list[dict[int, int]] = [{} for _ in parts]
    for one, other, weight in zip(*_between(parts, ties).rows(), strict=True):
        near[one][other] = near[other][one] = weight
    return near


def _between(parts: Sequence[Numbers], ties: Ties) -> Ties:
    """Return the ties between parts, which are called by their place; all that is tied must be in one."""
    part = np.zeros(ties.count, np.int64)
    for number, nodes in enumerate(parts):
        part[nodes] = number
    return ties.called(part, max(len(parts), 1)).but_own()


def _cut(count: int) -> list[Numbers]:
    """Cut nodes into about equal parts, as few as make leaves, or as many as are looked at together."""
    size = -(-count // min(MOST, -(-count // LEAF)))
    return [np.arange(start, min(start + size, count)) for start in range(0, count, size)]


def _above(ties: Ties, parts: Sequence[Numbers]) -> list[list[int]]:
    """Group the groups, by the ties between them; return their numbers."""
    groups = [group.tolist() for group in _sorted_out(_communities(_between(parts, ties)))]
    tied = sorted(numbers for numbers in groups if len(numbers) > 1)
    loose = sorted(number for numbers in groups if len(numbers) == 1 for number in numbers)
    bundles = [*tied, *(loose[start : start + MOST] for start in range(0, len(loose), MOST))]
    while len(bundles) > MOST:
        pairs = [bundles[start : start + 2] for start in range(0, len(bundles), 2)]
        bundles = [sorted(number for numbers in pair for number in numbers) for pair in pairs]
    return sorted(bundles, key=lambda numbers: (-sum(len(parts[one]) for one in numbers), numbers))


def _bundle(parts: Sequence[_Part]) -> Group:
    """Return a group of groups, in steps of which each can be looked at."""
    if len(parts) == 1:
        return _grown(parts[0])
    if len(parts) > MOST:
        step = -(-len(parts) // MOST)
        slices = [parts[start : start + step] for start in range(0, len(parts), step)]
        return Group(children=tuple(_bundle(part) for part in slices))
    return Group(children=tuple(_grown(part) for part in parts))
