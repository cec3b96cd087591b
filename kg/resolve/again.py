"""Decides again only what something touched: the parts of each step in which something is new or has changed.

All else is joined as it was; what is decided otherwise is followed through all steps.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
from msgspec.structs import astuple

from kg.gazetteer import Gazetteer
from kg.records import Entity
from kg.resolve.aligned import TYPES, Aligned
from kg.resolve.aligned_again import Realigning
from kg.resolve.columns import BODY, MEMBER, POST, ROLE, TOLD, distinct
from kg.resolve.course import MEETINGS, MEMBERSHIPS, NAMES, PEOPLE_AGAIN, VERSIONS, Course, Doubts, Pairs
from kg.resolve.earlier import Earlier, Mask
from kg.resolve.groups import Groups
from kg.resolve.keys import ByName, Numbers
from kg.resolve.meetings import reached
from kg.resolve.naming import Named
from kg.resolve.near import Near, whole
from kg.resolve.people import Compared
from kg.resolve.score import Score
from kg.resolve.scored import known
from kg.resolve.told import Node, World, as_node, placed_post
from kg.resolve.told_of_people import FOREIGN_MINISTRY, served_abroad
from kg.resolve.versions import Alike, alike, around

_MOST = 2  # of what was found in versions: more in each two is let go of

_NOBODY: tuple[Numbers, tuple[Score, ...]] = np.empty((3, 0), np.int64), ()


class Again(Course):
    """Goes through what may be decided otherwise than in an earlier resolution, and joins all else as it was there."""

    def __init__(
        self, world: World, groups: Groups, gazetteer: Gazetteer, earlier: Earlier, entities: Sequence[Entity]
    ) -> None:
        super().__init__(world, groups, keeps=True)
        self._gazetteer, self._earlier = gazetteer, earlier
        self.by_name: ByName = earlier.by_name
        self._gone, self._entities = earlier.told_once, entities
        self._now = [world.told[number] for number in earlier.others]
        self._through: Mask = np.zeros(earlier.total, bool)
        self._named, self._left = self._through, _NOBODY
        self._otherwise: set[int] = set()
        self._unlike: set[tuple[int, int]] = set()
        assert world.columns
        self._tells = world.columns
        self._classes = self._places_of_types()

    def names(self) -> World:
        """Return the things that names bring together with those that changed."""
        self._named = self._earlier.reached(self._earlier.told_otherwise)
        return self._but(NAMES, self._named)

    def people(self, stretch: int, compared: Compared) -> World:
        """Return the people whom names bring together with those of whom something else is told."""
        then, now = self._labels(stretch)
        moved = self._earlier.moved(then, now)
        seeds = (self._earlier.told_otherwise | moved) & self._people()
        seeds[list(self._told_otherwise(seeds))] = True
        roles, bodies = moved, self._bodies_otherwise(moved, then, now)
        if bodies is None:
            self._left = _NOBODY
            return self._but(stretch, np.ones_like(moved))
        posts = self._tells.posts
        asked = (_among(posts[:, ROLE], roles) | _among(posts[:, BODY], bodies)) & (posts[:, MEMBER] >= 0)
        seeds[posts[asked, MEMBER]] = True
        changed = whole(seeds, then, now) & self._people()
        pairs, scores = self._earlier.compared(stretch == PEOPLE_AGAIN, changed, now)
        touched = self._near(then, now).touched(changed, pairs, scores, self._earlier.scored(stretch == PEOPLE_AGAIN))
        through = touched[0] if touched else self._earlier.reached(seeds, then, now)
        asked = through[pairs[0]] & through[pairs[1]]
        compared.given = known(zip(*pairs[:, asked].tolist(), strict=True), scores)
        self._left = pairs[:, ~asked], scores
        if touched:
            compared.given.update(touched[1])
            groups = {self.groups.of(number) for number in _which(through) if number < len(self.world.nodes)}
            self._unlike = set(combinations(sorted(groups), 2)) - compared.given.keys() | touched[2]
            compared.given.update(dict.fromkeys(self._unlike))
        return self._but(stretch, through)

    def _near(self, then: Numbers, now: Numbers) -> Near:
        """Return all that brings people together, then or now."""
        gone = [(nodes[child], nodes[parent]) for one, nodes in self._gone for child, _, parent in one.ties]
        ties = [(child, parent) for told in self.world.tying() for child, _, parent in told.ties]
        posts = np.concatenate((self._tells.posts, self._earlier.posts_gone))
        keyed, nodes_gone = self.by_name.keyed, self._nodes_gone()
        return Near(self.world, self.groups, self._gazetteer, keyed, posts, [*ties, *gone], nodes_gone, (then, now))

    def compared(self, stretch: int, found: Compared) -> None:
        """Take note of what was compared in a stretch, and of what is known of all others."""
        for pair in self._unlike:
            found.scores.pop(pair, None)
        self._unlike = set()
        (ones, others, which), scores = self._left
        kept = self.scores[stretch]
        kept.scores = {score: place for place, score in enumerate(scores)}
        for column, numbers in ((kept.ones, ones), (kept.others, others), (kept.which, which)):
            column.frombytes(numbers.astype(np.int32).tobytes())
        super().compared(stretch, found)

    def meetings(self, pairs: Pairs) -> World:
        """Return the meetings that a day and what else they share, or versions, bring together with those that changed.

        Where one takes part who is one with others than then, so does the whole day.
        """
        then, now = self._labels(MEETINGS)
        moved = self._earlier.moved(then, now)
        days = {met.day for gone, _ in self._gone for met in gone.met}
        told, there = self._tells.met.T
        for number in distinct(told[moved[there]]).tolist():
            for met in self.world.told[number].met:
                if moved[[*met.present, *met.organizers, *met.places]].any():
                    days.add(met.day)
        tied = {(mine.number, theirs.number) for mine, theirs in pairs}
        others = {number for pair in self._earlier.pairs() ^ tied for number in pair} | {*self._earlier.others}
        through = np.zeros(self._earlier.total, bool)
        through[reached(self.world, self.groups, tied, days - {""}, others - {-1}, self._tells.on)] = True
        through[len(self.world.nodes) :] = True
        return self._but(MEETINGS, through)

    def memberships(self) -> World:
        """Return the memberships that one who is another now holds, or in such a body or role, and what is like them.

        What is like one has its member, body and role, or had them then.
        """
        then, now = self._labels(MEMBERSHIPS)
        moved = self._earlier.moved(then, now)
        posts, gone = self._tells.posts, self._earlier.posts_gone
        seeds = np.isin(posts[:, TOLD], self._earlier.others)
        for column in (MEMBER, BODY, ROLE):
            seeds |= _among(posts[:, column], moved)
        like_now, like_then = self._like(posts, now), self._like(np.concatenate((posts, gone)), then)
        some = np.isin(like_now, like_now[seeds])
        some |= np.isin(like_then[: len(posts)], like_then[np.concatenate((seeds, np.ones(len(gone), bool)))])
        through = np.zeros(self._earlier.total, bool)
        through[posts[some, POST]] = True
        through[gone[:, POST]] = True
        return self._but(MEMBERSHIPS, through)

    def align(self, pairs: Pairs, memory: Aligned | None) -> Doubts:
        """Join what corresponds in versions as then, but where something that they tell of is otherwise."""
        memory = memory or Aligned()
        if len(memory.known) <= _MOST * len(pairs):
            memory.now = {**memory.known}
        then, now = self._labels(VERSIONS)
        realigning = Realigning(pairs, self._earlier.aligned(VERSIONS), self.world, self.groups)
        realigning.tell([*self._earlier.others, *self._otherwise])
        others = self._earlier.moved(then, now)
        others[self._earlier.new] = True
        others[len(self.world.nodes) :] = True
        for node in _which(whole(others, then, now) & (self._classes >= 0)):
            if node < len(self.world.nodes):
                realigning.tell(self.world.numbers(node))
        for one, other in self._together_otherwise(now):
            realigning.apart(one, other, self._earlier.others)
        return realigning.align(memory, self.steps)

    def _together_otherwise(self, labels: Numbers) -> set[tuple[int, int]]:
        """Return groups of one class of which an announcement told together and does not now, or does now."""
        told = [nodes for _, nodes in self._gone], [list(one.nodes) for one in self._now]
        then, now = ({pair for nodes in some for pair in self._pairs_in(nodes, labels)} for some in told)
        return then ^ now

    def _pairs_in(self, nodes: Sequence[int], labels: Numbers) -> Iterator[tuple[int, int]]:
        groups = sorted(set(labels[list(nodes)].tolist())) if nodes else []
        classes = self._classes[groups].tolist()
        for (one, mine), (other, theirs) in combinations(zip(groups, classes, strict=True), 2):
            if mine == theirs >= 0 and other < len(self.world.nodes):
                yield one, other

    def alike(self) -> list[Alike]:
        """Return the announcements that may be versions; only those are compared that came out near what changed."""
        self._otherwise = self._known_otherwise()
        numbers = {*self._earlier.others, *self._otherwise}
        near, first = around(self.world, {*self._earlier.days(), *(self.world.told[n].day for n in numbers)})
        self.scored = self._earlier.alike(first) + alike(self.world, self.groups, near, first)
        return self.scored

    def named(self) -> dict[int, Named]:
        """Return the things that are as they were, by the nodes that stand for them."""
        labels = self._earlier.labels_now(self.groups.labels())
        otherwise = self._earlier.touched | self._earlier.joined_otherwise(self.groups.log)
        return {one.root: one for one in self._earlier.named(otherwise, labels, self._entities)}

    def doubts(self, kind: int, found: Doubts) -> Doubts:
        """Return all doubts of a kind: those that were found, and those of then of all that was not gone through."""
        return super().doubts(kind, self._earlier.doubts(kind, self._through) | found)

    def _but(self, stretch: int, some: Mask) -> World:
        """Join all but some nodes as in a stretch of then; return the world in which these are gone through."""
        self._through = some
        self.groups.again(self._earlier.joins(stretch, some))
        return self.world.within(np.flatnonzero(some[: len(self.world.nodes)]).tolist())

    def _labels(self, stretch: int) -> tuple[Numbers, Numbers]:
        return self._earlier.labels(stretch), self._earlier.labels_now(self.groups.labels())

    def _people(self) -> Mask:
        found: Mask = self._classes == TYPES.index("Person")
        return found

    def _like(self, posts: Numbers, labels: Numbers) -> Numbers:
        """Return a number for each post, the same for those of one member, body and, if it is a person, role."""
        member, body, role = (np.where(posts[:, c] < 0, -1, labels[posts[:, c]]) for c in (MEMBER, BODY, ROLE))
        role[(member < 0) | ~self._people()[member]] = -1
        for column in (body, role):
            _, member = np.unique(member * (self._earlier.total + 1) + column + 1, return_inverse=True)
        return member

    def _told_otherwise(self, people: Mask) -> set[int]:
        """Return of whom announcements tell something else than then, where some people are told of otherwise."""
        found = set(self._earlier.come_and_gone)
        for one, nodes, now in self._earlier.rewritten:
            beside = {*nodes, *now.nodes}
            if people[list(beside)].any():
                found |= beside
            else:
                posts = {astuple(placed_post(post, [*nodes, -1])) for post in one.posts}
                found |= {member for _, member, *_ in posts ^ {astuple(post) for post in now.posts}}
        return found & _which(self._people())

    def _places_of_types(self) -> Numbers:
        """Return for each node the place of its type among TYPES, -1 for one of no such type."""
        place = {type_: number for number, type_ in enumerate(TYPES)}
        found = np.full(self._earlier.total, -1)
        of_class = np.array([place.get(type_, -1) for type_ in self._tells.classes], np.int64)
        found[: len(self.world.nodes)] = of_class[self._tells.types]
        for node in self._nodes_gone():
            found[node.number] = place.get(node.type, -1)
        return found

    def _nodes_gone(self) -> list[Node]:
        """Return the nodes of which nothing is told any more."""
        told = {number: said for gone, nodes in self._gone for number, said in zip(nodes, gone.things, strict=True)}
        return [as_node(number, said) for number, said in told.items() if number >= len(self.world.nodes)]

    def _bodies_otherwise(self, moved: Mask, then: Numbers, now: Numbers) -> Mask | None:
        """Return the bodies that are one with others than then, or whose parents or states are; None if any may be."""
        changed = [*(self.world.nodes[number] for number in self._earlier.new), *self._nodes_gone()]
        others = _which(moved)
        rows = [
            *(node.known for node in changed),
            *(self.world.nodes[n].known for n in others if n < len(self.world.nodes)),
        ]
        if any(row.startswith(FOREIGN_MINISTRY) for row in rows if row):
            return None
        found = others | {node.number for node in changed if served_abroad(node, self._gazetteer)}
        ties = {tie for told in self._now for tie in told.ties}
        ties ^= {(nodes[child], kind, nodes[parent]) for gone, nodes in self._gone for child, kind, parent in gone.ties}
        found |= {child for child, _, _ in ties}
        found |= {child for told in self.world.tying() for child, _, parent in told.ties if parent in others}
        mask = np.zeros_like(moved)
        mask[list(found)] = True
        return whole(mask, then, now)

    def _known_otherwise(self) -> set[int]:
        """Return the announcements that tell of a thing which is another row of the gazetteer than then, or none."""
        then, now = self._labels(VERSIONS)
        size = len(self.world.nodes)
        asked = self._named | self._earlier.moved(then, now)
        labels = np.zeros_like(asked)
        labels[then[asked]] = True
        rows = self._earlier.rows(VERSIONS)
        rows |= {node.number: node.known for node in self._nodes_gone() if node.known}
        rows |= {
            number: known
            for number in _which(labels[then])
            if number < size and (known := self.world.nodes[number].known)
        }
        row_of = {int(then[number]): row for number, row in rows.items()}
        return {
            told
            for number in _which(asked)
            if number < size and row_of.get(int(then[number])) != self.groups.known(number)
            for told in self.world.numbers(number)
        }


def _among(nodes: Numbers, some: Mask) -> Mask:
    """Tell which nodes are some, -1 being none."""
    return some[nodes] & (nodes >= 0)


def _which(some: Mask) -> set[int]:
    return set(np.flatnonzero(some).tolist())
