"""Where the heavy parts of putting a graph together are done, if not in processes of this machine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

from kg.resolve.score import Scoring

T = TypeVar("T")
R = TypeVar("R")


class Elsewhere(Protocol):
    """Machines that call functions of modules: the same results in any order, whichever of the machines are lost."""

    @property
    def scoring(self) -> Scoring:
        """What compares people and meetings."""
        ...

    def map(self, function: Callable[[T], R], things: Iterable[T]) -> Iterator[list[R]]:
        """Yield the results for some of the things, as they get ready; only a few are held at a time."""
        ...
