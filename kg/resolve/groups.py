"""Disjoint groups of things, each join with its reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

Member = tuple[str, str]


class Groups:
    """Things that were found to be one, by union and find; the least member stands for its group."""

    def __init__(self, members: Iterable[Member]) -> None:
        self._parent = {member: member for member in members}
        self._reasons: dict[Member, set[str]] = defaultdict(set)

    def of(self, member: Member) -> Member:
        """Return the member that stands for the group."""
        root = member
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[member] != root:
            self._parent[member], member = root, self._parent[member]
        return root

    def join(self, members: Iterable[Member], reason: str) -> None:
        """Make the members one group; the reason is kept where they were not one before."""
        roots = sorted({self.of(member) for member in members})
        for other in roots[1:]:
            self._parent[other] = roots[0]
            self._reasons[roots[0]] |= self._reasons.pop(other, set()) | {reason}

    def all(self) -> list[list[Member]]:
        """Return the groups, each sorted, in the order of their least members."""
        found: dict[Member, list[Member]] = defaultdict(list)
        for member in sorted(self._parent):
            found[self.of(member)].append(member)
        return list(found.values())

    def reasons(self, member: Member) -> tuple[str, ...]:
        """Return why the members of a group were joined, sorted."""
        return tuple(sorted(self._reasons.get(self.of(member), ())))
