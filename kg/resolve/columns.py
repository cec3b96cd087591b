"""Posts and meetings of all announcements as columns of numbers: so those that something touched are found quickly."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from kg.resolve.told import Told

Numbers = NDArray[np.int64]

TOLD, POST, MEMBER, BODY, ROLE = range(5)
"""The columns of posts: the announcement, the membership, and who, where and as what, -1 for what is not told."""

OF_POST, OF_MET = 5, 2
"""How many columns there are."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Posts (see above), one in each row, and in ``met`` announcements with whoever or whatever is at their meeting."""

    posts: Numbers
    met: Numbers


def columns(told: Iterable[Told]) -> Columns:
    """Return the posts and meetings of announcements."""
    posts: list[int] = []
    met: list[int] = []
    for one in told:
        for post in one.posts:
            posts += (one.number, post.node, post.member, post.body, post.role)
        there = {node for each in one.met for node in chain(each.present, each.organizers, each.places)}
        met += chain.from_iterable((one.number, node) for node in sorted(there))
    return Columns(in_rows(np.array(posts, np.int64), OF_POST), in_rows(np.array(met, np.int64), OF_MET))


def in_rows(numbers: Numbers, width: int) -> Numbers:
    """Return numbers that stand one after the other in rows."""
    return numbers.reshape(-1, width)
