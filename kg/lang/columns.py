"""What is told of a word by its form alone, laid out along a sentence: told once for each form, asked for many times.

A language remembers one row for each form (a NamedTuple); a sentence has a column for each thing told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import compress, count
from typing import Any, TypeVar

_T = TypeVar("_T")


class _Places(dict[int, _T]):
    """What stands at each place, and what is outside of them all."""

    __slots__ = ("outside",)
    outside: _T

    def __missing__(self, at: int) -> _T:
        return self.outside


def columns(rows: Sequence[tuple[Any, ...]], width: int) -> list[list[Any]]:
    """Return the columns of rows that have ``width`` fields each."""
    return list(map(list, zip(*rows, strict=True))) if rows else [[] for _ in range(width)]


def where(told: Iterable[object]) -> list[int]:
    """Return the places at which something is told."""
    return list(compress(count(), told))


def at_place(column: Sequence[_T], outside: _T) -> Callable[[int], _T]:
    """Return what gives the value at a place, ``outside`` where there is none: no function of Python is called."""
    places = _Places(enumerate(column))
    places.outside = places[-1] = places[len(column)] = outside
    return places.__getitem__
