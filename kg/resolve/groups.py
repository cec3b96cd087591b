"""Disjoint groups of nodes, each join with its reason, and what may never be joined."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TypeVar

from kg.resolve.joins import NONE, Join, Joins
from kg.resolve.told import World
from kg.resolve.whose_state import Whose, both, clash

T = TypeVar("T")

_FEW = 8
"""As many are held in a tuple: a set takes four times the memory, and there may be a million groups."""


class Groups:
    """Nodes that were found to be one, by union and find; the least node, which is told of first, stands for its group.

    Two groups are never joined when a person judged them different, when the gazetteer knows them apart, or (unless
    the gazetteer or a person says otherwise) when one announcement tells of both as two, or they are bodies of two
    ``states``.
    """

    def __init__(self, world: World, states: Mapping[int, Whose] = MappingProxyType({})) -> None:
        self._world = world
        self._states = dict(states)
        self._parent = list(range(len(world.nodes)))
        self._reasons: dict[int, Collection[str]] = {}
        self._shared: dict[tuple[str, ...], tuple[str, ...]] = {}  # reasons: many groups have the same
        self._known = dict(world.known())
        self._told: dict[int, Collection[int]] = {}  # of groups of several nodes, and of nodes that are often told of
        self._only = array("i", map(world.only, range(len(world.nodes))))
        self._sides: dict[int, set[tuple[int, int]]] = {}
        self._nodes: dict[int, tuple[int, ...]] = {}
        self._joined: dict[int, int] = {}
        self.joins = 0  # how many there were so far
        self.log = Joins()

    def of(self, node: int) -> int:
        """Return the node that stands for the group."""
        parent = self._parent
        root = parent[node]
        if parent[root] == root:  # as it is nearly always
            return root
        while parent[root] != root:
            root = parent[root]
        while parent[node] != root:
            parent[node], node = root, parent[node]
        return root

    def known(self, node: int) -> str | None:
        """Return the row of the gazetteer that the group is."""
        return self._known.get(self.of(node))

    def recognise(self, node: int, row: str, state: str, rows: dict[str, list[int]]) -> None:
        """Let a group be a row of the gazetteer, with what is it already; not if an announcement has both.

        ``state`` is the row's: what is joined with another state's body is not it.
        """
        others = rows.setdefault(row, [])
        if clash(self._states.get(self.of(node), ("", "")), (state, "")):
            return
        if not others or self.join(others[0], node, f"its name means what the gazetteer calls {row}"):
            self._recognise(self.of(node), row)
            others.append(node)

    def _recognise(self, group: int, row: str) -> None:
        self.log.take(group, NONE, row)
        self._known.setdefault(group, row)

    def joined(self, node: int) -> int:
        """Return which of all joins was the last that the group had a part in, 0 for none."""
        return self._joined.get(self.of(node), 0)

    def nodes(self, node: int) -> Sequence[int]:
        """Return the nodes of the group."""
        root = self.of(node)
        return self._nodes.get(root) or (root,)

    def told(self, node: int) -> Collection[int]:
        """Return the numbers of the announcements that tell of the group, each once."""
        root = self.of(node)
        found = self._told.get(root)
        if found is None:
            nodes = self._nodes.get(root)
            if nodes is None and (only := self._only[root]) >= 0:
                return (only,)
            world, told = self._world, self._world.told
            numbers = (number for one in nodes or (root,) for number in world.numbers(one))
            found = _held({told[number].number for number in numbers})  # the numbers that all share
            if nodes or len(found) > _FEW:  # most nodes are told of once
                self._told[root] = found
        return found

    def take_side(self, node: int, judgement: int, side: int) -> None:
        """Put a group on one side (0 or 1) of a judgement by which the two sides are never one."""
        self._sides.setdefault(self.of(node), set()).add((judgement, side))

    def judged_apart(self, one: int, other: int) -> int | None:
        """Return the judgement that keeps two groups apart, if there is one."""
        mine, theirs = self._sides.get(self.of(one), ()), self._sides.get(self.of(other), ())
        return min((judgement for judgement, side in mine if (judgement, 1 - side) in theirs), default=None)

    def may_join(self, one: int, other: int, *, certain: bool = False) -> bool:
        """Tell whether two groups may be one; ``certain`` overrides that one announcement tells of both."""
        mine, theirs = self.of(one), self.of(other)
        if mine == theirs:
            return True
        if self._sides and self.judged_apart(mine, theirs) is not None:
            return False
        row, other_row = self._known.get(mine), self._known.get(theirs)
        if row != other_row and row is not None and other_row is not None:
            return False
        return certain or not (self._of_two_states(mine, theirs) or self._told_together(mine, theirs))

    def _of_two_states(self, mine: int, theirs: int) -> bool:
        one, other = self._states.get(mine), self._states.get(theirs)
        return one is not None and other is not None and clash(one, other)

    def _told_together(self, mine: int, theirs: int) -> bool:
        """Tell whether an announcement tells of both groups, which are given by the nodes that stand for them."""
        if mine not in self._nodes and theirs not in self._nodes:
            one, another = self._only[mine], self._only[theirs]
            if one >= 0 and another >= 0:  # as of most nodes
                return one == another
        own, other = self.told(mine), self.told(theirs)
        if isinstance(own, set):
            return not own.isdisjoint(other)
        if isinstance(other, set):
            return not other.isdisjoint(own)
        return any(number in other for number in own)

    def clash(self, one: int, other: int) -> bool:
        """Tell whether two groups are bodies of two states."""
        return self._of_two_states(self.of(one), self.of(other))

    def join(self, one: int, other: int, reason: str, *, certain: bool = False) -> bool:
        """Make two groups one and keep the reason, if they may be; tell whether they are one now."""
        mine, theirs = sorted((self.of(one), self.of(other)))
        if mine == theirs:
            return True
        if not self.may_join(mine, theirs, certain=certain):
            return False
        self._join(mine, theirs, reason)
        return True

    def force(self, one: int, other: int, reason: str) -> bool:
        """Make two groups one because a person says so; only a person's word that they differ prevents it."""
        mine, theirs = sorted((self.of(one), self.of(other)))
        if mine == theirs:
            return True
        if self.judged_apart(mine, theirs) is not None:
            return False
        self._join(mine, theirs, reason)
        return True

    def chain(
        self,
        nodes: Iterable[int],
        reason: str,
        *,
        certain: bool = False,
        unlike: Callable[[int, int], bool] = lambda _one, _other: False,
    ) -> None:
        """Join all nodes with the first of them that each may be joined with and that it is not ``unlike``."""
        firsts: list[int] = []
        for node in sorted(nodes):
            alike = (first for first in firsts if not unlike(first, node))
            if not any(self.join(first, node, reason, certain=certain) for first in alike):
                firsts.append(node)

    def again(self, joins: Iterable[Join]) -> None:
        """Do again what was done when the same was told of all that it is done with, in the same order."""
        told = self._told
        for one, other, why in joins:
            if other == NONE:
                self._recognise(one, why)
            else:
                if told:  # who tells of them is found out where it is asked for
                    told.pop(one, None)
                    told.pop(other, None)
                self._unite(one, other, why)

    def roots(self) -> list[int]:
        """Return the nodes that stand for groups."""
        return [node for node, parent in enumerate(self._parent) if node == parent]

    def labels(self) -> Sequence[int]:
        """Return for each node one of its group, the same for none of another group."""
        return self._parent

    def reasons(self, node: int) -> tuple[str, ...]:
        """Return why the nodes of a group were joined, sorted."""
        return tuple(sorted(self._reasons.get(self.of(node), ())))

    def _join(self, mine: int, theirs: int, reason: str) -> None:
        told, others = self._told.pop(mine, None) or self.told(mine), self.told(theirs)
        self._told.pop(theirs, None)
        self._told[mine] = _united(told, others)
        self._unite(mine, theirs, reason)

    def _unite(self, mine: int, theirs: int, reason: str) -> None:
        self.log.take(mine, theirs, reason)
        self._parent[theirs] = mine
        self.joins += 1
        self._joined[mine] = self.joins
        self._nodes[mine] = (*self._nodes.get(mine, (mine,)), *self._nodes.pop(theirs, (theirs,)))
        self._reasons[mine] = self._why(self._reasons.get(mine, ()), self._reasons.pop(theirs, ()), reason)
        if (known := self._known.pop(theirs, None)) and mine not in self._known:
            self._known[mine] = known
        if whose := self._states.pop(theirs, None):
            self._states[mine] = both(self._states.get(mine, whose), whose)
        if sides := self._sides.pop(theirs, None):
            self._sides[mine] = self._sides.get(mine, set()) | sides

    def _why(self, mine: Collection[str], theirs: Collection[str], reason: str) -> Collection[str]:
        if not theirs and (not mine or reason in mine):
            return mine or self._shared.setdefault((reason,), (reason,))
        if isinstance(mine, set):
            mine.add(reason)
            mine.update(theirs)
            return mine
        both = _held({*mine, *theirs, reason})
        return self._shared.setdefault(both, both) if isinstance(both, tuple) else both


def _held(some: set[T]) -> Collection[T]:
    return some if len(some) > _FEW else tuple(some)


def _united(some: Collection[int], others: Collection[int]) -> Collection[int]:
    """Return what is in either; the greater of two sets takes up the other."""
    if isinstance(some, set) and len(some) >= len(others):
        some.update(others)
        return some
    if isinstance(others, set):
        others.update(some)
        return others
    return _held({*some, *others})
