"""An earlier resolution, seen from a world in which few announcements tell something else than then.

Nodes have the numbers of now. Those that are told of no more have numbers behind all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from kg.gazetteer import Gazetteer
from kg.records import Entity
from kg.resolve.aligned_again import At, Then
from kg.resolve.columns import OF_POST, POST, TOLD, distinct, in_rows
from kg.resolve.joins import NONE, Join, Joins
from kg.resolve.keys import ByName, Numbers, by_name
from kg.resolve.naming import Named
from kg.resolve.score import Score
from kg.resolve.told import Digest, Told, World, as_node
from kg.resolve.trace import Trace
from kg.resolve.tracing import unpacked

_OF_JOINS, _OF_OPEN = 4, 6  # columns

Mask = NDArray[np.bool_]


class Earlier:
    """What was decided then, by what is told now.

    ``total`` is the number of nodes now and then, ``touched`` says which of them are told of by an announcement that is
    another now or was then, and ``told_otherwise`` for which of them that matters by itself: others are told of beside
    the same nodes in the same order. ``others`` are the numbers of such announcements now, ``gone`` their places then,
    and ``told_once`` is what these told, with the nodes of their things; ``rewritten`` are those of them that are still
    told, as of the same day, and what they tell now, ``come_and_gone`` the nodes of all others.
    ``posts_gone`` are the posts that are told of no more.
    """

    def __init__(self, trace: Trace, world: World) -> None:
        assert world.columns
        self._trace, self._size, self._tells = trace, len(world.nodes), world.columns
        numbers = {told.id: told.number for told in world.told}
        self.now = np.full(len(trace.told), -1)
        for place, (id_, key, *_) in enumerate(trace.told):
            number = numbers.get(id_, -1)
            if number >= 0 and key and world.told[number].key == key:
                self.now[place] = number
        self.gone = np.flatnonzero(self.now < 0).tolist()
        self.others = sorted(set(numbers.values()) - set(self.now.tolist()))

    def place(self, world: World, gazetteer: Gazetteer, gone: Sequence[Digest]) -> None:
        """Find the nodes of now for those of then; ``gone`` are the announcements that are others now, as they were."""
        self._place_nodes(world, gone)
        self.by_name = self._by_name(world, gazetteer)
        self._keyed, (_, self._keys) = self.by_name.keyed[0], np.unique(self.by_name.keyed[1], return_inverse=True)
        posts = in_rows(unpacked(self._trace.posts), OF_POST)
        posts[:, POST:] = self._at(posts[:, POST:])
        self.posts_gone = posts[self.now[posts[:, TOLD]] < 0]
        self.told_once = [(one, self._nodes_of(place)) for place, one in zip(self.gone, gone, strict=True)]
        self._tell_apart(world)

    def _place_nodes(self, world: World, gone: Sequence[Digest]) -> None:
        same_then, same_now = self.now >= 0, np.zeros(len(world.told), bool)
        same_now[self.now[same_then]] = True
        sizes, nodes = unpacked(self._trace.sizes), unpacked(self._trace.nodes)
        sizes_now, nodes_now = self._tells.sizes, self._tells.nodes
        told, told_now = np.repeat(same_then, sizes), np.repeat(same_now, sizes_now)
        self._nodes = np.full(int(nodes.max(initial=-1)) + 1, -1)
        self._nodes[nodes[told]] = nodes_now[told_now]
        self._starts, self._then = np.concatenate(([0], np.cumsum(sizes))), nodes
        self._place_others(world, gone)
        left = np.flatnonzero(self._nodes < 0)
        self._nodes[left] = self._size + np.arange(len(left))
        self.total = self._size + len(left)
        self.touched = np.zeros(self.total, bool)
        self.touched[self._nodes[nodes[~told]]] = True
        self.touched[nodes_now[~told_now]] = True
        new = np.ones(self.total, bool)
        new[self._nodes] = False
        self.new = np.flatnonzero(new).tolist()
        self.stayed = self._nodes[self._nodes < self._size]

    def _place_others(self, world: World, gone: Sequence[Digest]) -> None:
        """Find the nodes of what only announcements tell of that are others now, where it is told of alike."""
        numbers = {world.told[number].id: number for number in self.others}
        placed = set(self._nodes.tolist())
        for place, one in zip(self.gone, gone, strict=True):
            now = world.told[numbers[one.id]].things() if one.id in numbers else {}
            for key, said, node in zip(one.keys, one.things, self._of(place), strict=True):
                number = now.get(key, -1)
                free = self._nodes[node] < 0 <= number and number not in placed
                if free and as_node(number, said) == world.nodes[number]:
                    self._nodes[node] = number
                    placed.add(number)

    def _tell_apart(self, world: World) -> None:
        """Tell which nodes are told of in other announcements than then, or behind other nodes in them."""
        self.told_otherwise = np.zeros(self.total, bool)
        numbers = {world.told[number].id: number for number in self.others}
        self.rewritten: list[tuple[Digest, list[int], Told]] = []
        self.come_and_gone: set[int] = set()
        for one, nodes in self.told_once:
            number = numbers.get(one.id)
            if number is not None and world.told[number].day == one.day:
                del numbers[one.id]
                self.rewritten.append((one, nodes, world.told[number]))
                now = world.told[number].nodes
                same = {*nodes} & {*now}
                in_order = [node for node in nodes if node in same] == [node for node in now if node in same]
                self.told_otherwise[list({*nodes} ^ {*now} if in_order else {*nodes, *now})] = True
            else:
                self.told_otherwise[nodes] = True
                self.come_and_gone.update(nodes)
        for number in numbers.values():
            self.told_otherwise[list(world.told[number].nodes)] = True
            self.come_and_gone.update(world.told[number].nodes)

    def _by_name(self, world: World, gazetteer: Gazetteer) -> ByName:
        trace, now = self._trace, self._nodes.tolist()
        before = ByName(
            (self._nodes[unpacked(trace.keyed[0])], np.frombuffer(trace.keyed[1], np.uint64)),
            (self._nodes[unpacked(trace.loose[0])], np.frombuffer(trace.loose[1], np.uint64)),
            {now[number]: row for number, row in trace.rows.items()},
            {now[number]: whose for number, whose in trace.states.items()},
            frozenset(self._mapped(trace.parts).tolist()),
            frozenset(self._mapped(trace.owned).tolist()),
        )
        return by_name([world.nodes[number] for number in self.new], gazetteer, before, world.nodes)

    def _nodes_of(self, place: int) -> list[int]:
        """Return the nodes of an announcement that was told then, by its place."""
        found: list[int] = self._nodes[self._of(place)].tolist()
        return found

    def _of(self, place: int) -> Numbers:
        return self._then[self._starts[place] : self._starts[place + 1]]

    def told_then(self) -> list[tuple[str, bytes]]:
        """Return the ids and keys that announcements had then which are others now."""
        return [self._trace.told[place][:2] for place in self.gone]

    def days(self) -> list[str]:
        """Return the days of the announcements that are others now, as they were then."""
        return [self._trace.told[place][2] for place in self.gone]

    def joins(self, stretch: int, but: Mask) -> Iterator[Join]:
        """Yield the joins of a stretch, but those of some nodes."""
        some = self._stretch(stretch)
        ones, others = self._mapped(self._trace.ones)[some], self._mapped(self._trace.others)[some]
        whys = unpacked(self._trace.whys)[some]
        chosen, reasons = ~(but[ones] | ((others != NONE) & but[others])), self._trace.reasons
        rows = zip(ones[chosen].tolist(), others[chosen].tolist(), whys[chosen].tolist(), strict=True)
        return ((one, other, reasons[why]) for one, other, why in rows)

    def _stretch(self, number: int) -> slice:
        return slice(self._trace.ends[number - 1] if number else 0, self._trace.ends[number])

    def _mapped(self, data: bytes) -> Numbers:
        """Return the nodes of now for those of then."""
        return self._at(unpacked(data))

    def _at(self, numbers: Numbers) -> Numbers:
        return np.where(numbers == NONE, NONE, self._nodes[numbers])

    def labels(self, stretch: int) -> Numbers:
        """Return for each node one that stood for its group by the beginning of a stretch."""
        end = self._stretch(stretch).start
        ones, others = self._mapped(self._trace.ones)[:end], self._mapped(self._trace.others)[:end]
        labels, joined = np.arange(self.total), others != NONE
        labels[others[joined]] = ones[joined]
        return settled(labels)

    def labels_now(self, parents: Sequence[int]) -> Numbers:
        """Return the same for the groups of now."""
        return settled(np.concatenate((np.array(parents, np.int64), np.arange(self._size, self.total))))

    def rows(self, stretch: int) -> dict[int, str]:
        """Return the rows of the gazetteer as which nodes were recognised by the beginning of a stretch."""
        end = self._stretch(stretch).start
        recognised = np.flatnonzero(unpacked(self._trace.others)[:end] == NONE)
        ones, whys = self._mapped(self._trace.ones)[recognised], unpacked(self._trace.whys)[recognised]
        return {one: self._trace.reasons[why] for one, why in zip(ones.tolist(), whys.tolist(), strict=True)}

    def moved(self, then: Numbers, now: Numbers) -> Mask:
        """Tell of which nodes, told of then and now, the groups are others, but for nodes that are not both."""
        was, is_ = then[self.stayed], now[self.stayed]
        pairs = distinct(was * self.total + is_)
        split = np.bincount(pairs // self.total, minlength=self.total) > 1
        united = np.bincount(pairs % self.total, minlength=self.total) > 1
        found = np.zeros(self.total, bool)
        found[self.stayed] = split[was] | united[is_]
        return found

    def reached(self, seeds: Mask, *labels: Numbers) -> Mask:
        """Return the nodes that keys bring together with some, directly or by way of others; so do ``labels``."""
        nodes, places = [self._keyed], [self._keys]
        for one in labels:
            nodes.append(np.arange(self.total))
            places.append(one + int(places[-1].max(initial=-1)) + 1)
        node, place = np.concatenate(nodes), np.concatenate(places)
        found, shared = seeds.copy(), np.zeros(int(place.max(initial=-1)) + 1, bool)
        count = -1
        while count != (count := int(found.sum())):
            shared[place[found[node]]] = True
            found[node[shared[place]]] = True
        return found

    def joined_otherwise(self, now: Joins) -> Mask:
        """Tell which nodes had a part in joins then and not now, or now and not then, for the same reason."""
        reasons = {why: number for number, why in enumerate(dict.fromkeys((*self._trace.reasons, *now.reasons)))}
        rows = (
            (self._mapped(self._trace.ones), self._mapped(self._trace.others), self._trace.whys, self._trace.reasons),
            (np.array(now.ones, np.int64), np.array(now.others, np.int64), now.whys.tobytes(), now.reasons),
        )
        codes: list[Numbers] = []
        for ones, others, whys, texts in rows:
            number = np.array([reasons[why] for why in texts], np.int64)[unpacked(whys)]
            codes.append((ones * (self.total + 1) + others + 1) * len(reasons) + number)
        both, counts = np.unique(np.concatenate([distinct(some) for some in codes]), return_counts=True)
        pairs = both[counts == 1] // max(1, len(reasons))
        found = np.zeros(self.total + 1, bool)
        found[pairs // (self.total + 1)] = True
        found[pairs % (self.total + 1) - 1] = True  # NONE is behind all
        return found[:-1]

    def named(self, otherwise: Mask, labels: Numbers, entities: Sequence[Entity]) -> Iterator[Named]:
        """Yield the things of then whose groups are the same now: those in which nothing is otherwise."""
        if len(self._trace.roots) != 4 * len(entities):
            return
        roots, others = self._mapped(self._trace.roots), np.zeros(self.total, bool)
        others[labels[otherwise]] = True
        same = ~others[labels[roots]]
        for place, root in zip(np.flatnonzero(same).tolist(), labels[roots[same]].tolist(), strict=True):
            entity = entities[place]
            yield Named(root, self._trace.texts.get(place, entity.slug), entity)

    def alike(self, but: Iterable[int]) -> list[tuple[float, int, int]]:
        """Return the announcements that may be versions, but those pairs whose first is one of some."""
        left = set(but)
        ones, others = (self.now[unpacked(side)].tolist() for side in self._trace.alike[:2])
        rows = zip(self._trace.alike[2], ones, others, strict=True)
        return [row for row in rows if row[1] >= 0 and row[2] >= 0 and row[1] not in left]

    def pairs(self) -> set[tuple[int, int]]:
        """Return the announcements that were versions, by their numbers now, -1 for those that are others."""
        ones, others = (self.now[unpacked(side)].tolist() for side in self._trace.pairs)
        return set(zip(ones, others, strict=True))

    def scored(self, place: int) -> Numbers:
        """Return the pairs of people that were doubtful or better in a round, by nodes of their groups, in two rows."""
        ones, others, which, _ = self._trace.compared[place]
        some = unpacked(which) >= 0
        return np.stack((self._mapped(ones)[some], self._mapped(others)[some]))

    def compared(self, place: int, but: Mask, labels: Numbers) -> tuple[Numbers, tuple[Score, ...]]:
        """Return the pairs of people that were compared in a round, but those of some nodes, and the scores.

        A pair is two nodes that stand for their groups, the lesser first, and the place of its score.
        """
        ones, others, which, scores = self._trace.compared[place]
        here, there = self._mapped(ones), self._mapped(others)
        chosen = ~(but[here] | but[there])
        here, there = labels[here], labels[there]
        chosen &= here < there
        return np.stack((here[chosen], there[chosen], unpacked(which)[chosen])), scores

    def aligned(self, stretch: int) -> Then:
        """Return what was joined and doubted in versions in a stretch; those that are others now are left out."""
        joins = in_rows(unpacked(self._trace.aligned), _OF_JOINS)
        doubts = in_rows(unpacked(self._trace.open), _OF_OPEN)
        pairs = self.pairs()
        found: dict[At, list[Join]] = {}
        lost: set[int] = set()
        done = self.joins(stretch, np.zeros(self.total, bool))
        for round_, mine, theirs, count in joins.tolist():
            at = round_, *self.now[[mine, theirs]].tolist()
            some = list(islice(done, count))
            if min(at) < 0:
                lost.update(node for join in some for node in join[:2])
            else:
                found[at] = some
        left: defaultdict[At, list[tuple[int, int, Score]]] = defaultdict(list)
        for round_, mine, theirs, one, other, score in doubts.tolist():
            at = round_, *self.now[[mine, theirs]].tolist()
            left[at].append((*self._nodes[[one, other]].tolist(), self._trace.scores[score]))
        return Then(pairs, found, left, lost)

    def doubts(self, kind: int, but: Mask) -> dict[tuple[int, int], Score]:
        """Return the doubts of a kind, but those of some nodes."""
        ones, others, which = self._trace.doubts[kind]
        here, there = self._mapped(ones), self._mapped(others)
        chosen = ~(but[here] | but[there])
        scores = self._trace.scores
        rows = zip(here[chosen].tolist(), there[chosen].tolist(), unpacked(which)[chosen].tolist(), strict=True)
        return {(one, other): scores[score] for one, other, score in rows}


def settled(labels: Numbers) -> Numbers:
    """Return for each node the one that stands for its group, given the next on the way there."""
    while not np.array_equal(labels, following := labels[labels]):
        labels = following
    return labels
