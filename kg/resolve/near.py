"""Whom it may touch that something else is told of some people: those compared with them, and all that hang on these.

The scores of all others are known. Which of them are compared is others than then only among those who share a name, or
a surname and a body, with some of whom something else is told: of many each is compared with the nearest alone.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.gazetteer import Gazetteer
from kg.resolve.columns import BODY, MEMBER, Numbers
from kg.resolve.groups import Groups
from kg.resolve.keys import Hashes, Keyed, name_hash, name_hashes
from kg.resolve.people import PEOPLE, SURNAME
from kg.resolve.person import Person
from kg.resolve.score import DOUBTFUL, Known, Score, candidates, compare
from kg.resolve.scored import known
from kg.resolve.told import Node, World
from kg.resolve.told_of_people import FOREIGN_MINISTRY, people_of, served_abroad

Mask = NDArray[np.bool_]

_MOST = 200  # people who hang together

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Near:
    """All that brings people together: ``keyed`` are their names, ``posts`` and ``ties`` those of then and of now.

    ``gone`` are the nodes of which nothing is told any more, ``labels`` the groups of then and of now.
    """

    world: World
    groups: Groups
    gazetteer: Gazetteer
    keyed: Keyed
    posts: Numbers
    ties: Sequence[Pair]
    gone: Sequence[Node]
    labels: tuple[Numbers, Numbers]

    def touched(
        self, changed: Mask, pairs: Numbers, scores: Sequence[Score], scored: Numbers
    ) -> tuple[Mask, Known, set[Pair]] | None:
        """Return those who may be joined otherwise as some have ``changed``, None where it can't be told.

        With them come scores of pairs that may be others than then, and pairs that are not compared any more, as others
        are nearer to both. ``pairs`` are those people who were compared then and have not changed, with the places of
        their ``scores``; ``scored`` all that were doubtful or better then.
        """
        bodies = self._bodies(changed)
        if bodies is None:
            return None
        size, hashes = len(self.world.nodes), self._hashes(changed, surnames=False)
        near = self._near(changed, bodies, hashes)
        people = people_of(self.world.within(np.flatnonzero(near[:size]).tolist()), self.groups, self.gazetteer)
        surnames = self._hashes(changed, surnames=True)
        hashes_ = {*hashes.tolist(), *surnames.tolist()}
        blocks = self._blocks(people, bodies, hashes_)
        now = set(candidates(blocks))
        compared = known(zip(*pairs[:, near[pairs[0]] & near[pairs[1]]].tolist(), strict=True), scores)
        apart = _apart({pair for pair, score in compared.items() if score} - now, blocks)
        if any(self._otherwise(people[one], people[other], bodies, hashes_) for one, other in apart):
            return None
        found: Known = dict.fromkeys(apart)
        for one, other in now:
            if changed[one] or changed[other] or (one, other) not in compared:
                mine, theirs = people[one], people[other]
                score = compare(PEOPLE.features, mine, theirs) if PEOPLE.comparable(mine, theirs) else None
                found[one, other] = score if score and score.total >= DOUBTFUL else None
        linked = np.array([pair for pair, score in found.items() if score], np.int64).reshape(-1, 2).T
        seeds = changed.copy()
        seeds[[number for pair, score in found.items() if score or pair in apart for number in pair]] = True
        hanging = self._hanging(seeds, np.concatenate((scored, linked), axis=1))
        return (hanging, found, apart) if len(np.unique(self.labels[1][hanging])) <= _MOST else None

    def _hanging(self, changed: Mask, scored: Numbers) -> Mask:
        """Return those who have changed and all that hang on them by pairs that are doubtful or better."""
        (ones, others), found, count = scored, self._whole(changed), -1
        while count != (count := int(found.sum())):
            linked = found[ones] | found[others]
            found[ones[linked]] = found[others[linked]] = True
            found = self._whole(found)
        return found

    def _blocks(self, people: dict[int, Person], bodies: Mask, hashes: set[int]) -> list[list[int]]:
        """Return, in their order, who share a name with somebody who has changed, or a surname and one of the bodies.

        Nobody else shares these keys, so they are blocks as kg.resolve.score has them.
        """
        found: dict[Hashable, list[tuple[str, int]]] = {}
        for number, person in people.items():
            for key, place in PEOPLE.keys(number, person):
                if self._asked(key, bodies, hashes):
                    found.setdefault(key, []).append((place, number))
        return [[number for _, number in sorted(some)] for some in found.values()]

    def _asked(self, key: Hashable, bodies: Mask, hashes: set[int]) -> bool:
        """Tell whether somebody who has changed may have a key, or may have had it."""
        assert isinstance(key, tuple)
        return name_hash(key) in hashes and (key[0] != SURNAME or bool(bodies[key[-1]]))

    def _otherwise(self, one: Person, other: Person, bodies: Mask, hashes: set[int]) -> bool:
        """Tell whether two people share another key than those."""
        mine, theirs = ({key for key, _ in PEOPLE.keys(some.group, some)} for some in (one, other))
        return any(not self._asked(key, bodies, hashes) for key in mine & theirs)

    def _bodies(self, changed: Mask) -> Mask | None:
        """Return the bodies at which those who have changed serve or served, and what these are parts of.

        None where foreign ministries are among them, whose parts are others abroad.
        """
        found = np.zeros_like(changed)
        found[self._posts[1][changed[self._posts[0]]]] = True
        found = self._whole(found)
        found[[parent for child, parent in self.ties if found[child]]] = True
        found = self._whole(found)
        return None if any(self._abroad(number) for number in np.flatnonzero(found).tolist()) else found

    @property
    def _posts(self) -> tuple[Numbers, Numbers]:
        held = (self.posts[:, MEMBER] >= 0) & (self.posts[:, BODY] >= 0)
        return self.posts[held, MEMBER], self.posts[held, BODY]

    def _near(self, changed: Mask, bodies: Mask, hashes: Hashes) -> Mask:
        """Return those who share a name with some who have changed, or a surname and one of the bodies."""
        at, member = bodies.copy(), self._posts[0]
        at[[child for child, parent in self.ties if bodies[parent]]] = True
        serving, heard = np.zeros_like(changed), np.zeros_like(changed)
        serving[member[self._whole(at)[self._posts[1]]]] = True
        heard[self._bearing(self._hashes(changed, surnames=True))] = True
        near = changed | (self._whole(serving) & self._whole(heard))
        near[self._bearing(hashes)] = True
        return self._whole(near)

    def _bearing(self, hashes: Hashes) -> Numbers:
        return self.keyed[0][np.isin(self.keyed[1], hashes)]

    def _hashes(self, changed: Mask, *, surnames: bool) -> Hashes:
        return np.array(
            [one for node in self._nodes(changed) for one in name_hashes(node, surnames=surnames)], np.uint64
        )

    def _abroad(self, number: int) -> bool:
        """Tell whether a body may be part of a foreign ministry that it serves abroad, or have such parts."""
        if number >= len(self.world.nodes):
            return True
        node = self.world.nodes[number]
        return (node.known or "").startswith(FOREIGN_MINISTRY) or bool(served_abroad(node, self.gazetteer))

    def _nodes(self, some: Mask) -> Iterator[Node]:
        size = len(self.world.nodes)
        yield from (self.world.nodes[number] for number in np.flatnonzero(some[:size]).tolist())
        yield from (node for node in self.gone if some[node.number])

    def _whole(self, some: Mask) -> Mask:
        return whole(some, *self.labels)


def whole(some: Mask, *labels: Numbers) -> Mask:
    """Return some nodes with all that are in a group with one of them."""
    found = some.copy()
    for one in labels:
        shared = np.zeros_like(found)
        shared[one[found]] = True
        found |= shared[one]
    return found


def _apart(pairs: set[Pair], blocks: Sequence[Sequence[int]]) -> set[Pair]:
    """Return the pairs of whom both share a block, in which they are not near each other."""
    others: dict[int, set[int]] = {}
    for one, other in pairs:
        others.setdefault(one, set()).add(other)
    return {
        (one, other) for block in blocks for one in block if one in others for other in others[one].intersection(block)
    }
