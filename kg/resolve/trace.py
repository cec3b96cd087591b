"""What is kept of a resolution, so that the next need decide only what something touched."""

from __future__ import annotations

from dataclasses import dataclass

from kg.resolve.score import Score
from kg.resolve.whose_state import Whose

Compared = tuple[bytes, bytes, bytes, tuple[Score, ...]]
"""Two nodes, a place in the scores, -1 for those that have nothing to do with each other, and the scores."""


@dataclass(frozen=True, slots=True)
class Trace:
    """Announcements and nodes, what may bring nodes together, and all that was joined, compared and doubted.

    ``told`` are the id, key, day and language of each announcement, ``keyed_as`` the places of the keys of its things
    in ``keys``; what kg.resolve.columns has of them is ``sizes`` to ``shortening``. What is ``keyed`` and ``loose``,
    ``rows``, ``states``, ``parts`` and ``owned`` tell names (see kg.resolve.keys). Joins are ``ones``, ``others`` and
    ``whys``, places in ``reasons``; ``ends`` are their numbers by the end of each stretch. ``alike`` are
    announcements that may be versions. ``doubts`` are those of people and of meetings: two nodes and a place in
    ``scores``. ``roots`` are the nodes that stand for the things, in the order of these, if they were not judged;
    ``texts`` are slugs of things without the number, of those that have one. Numbers are packed, four bytes each, and
    eight those of hashes. ``compared`` are the pairs of people of whom scores are known in both rounds.
    """

    told: tuple[tuple[str, bytes, str, str], ...]
    keys: tuple[tuple[str, ...], ...]
    keyed_as: bytes
    sizes: bytes
    nodes: bytes
    posts: bytes
    met: bytes
    types: bytes
    classes: tuple[str, ...]
    known: dict[int, str]
    marked: bytes
    marks: bytes
    days: tuple[str, ...]
    held: bytes
    tying: bytes
    shortening: bytes
    keyed: tuple[bytes, bytes]
    loose: tuple[bytes, bytes]
    rows: dict[int, str]
    states: dict[int, Whose]
    parts: bytes
    owned: bytes
    ones: bytes
    others: bytes
    whys: bytes
    reasons: tuple[str, ...]
    ends: tuple[int, ...]
    alike: tuple[bytes, bytes, tuple[float, ...]]
    pairs: tuple[bytes, bytes]
    doubts: tuple[tuple[bytes, bytes, bytes], tuple[bytes, bytes, bytes]]
    scores: tuple[Score, ...]
    compared: tuple[Compared, Compared]
    aligned: bytes
    open: bytes
    roots: bytes
    texts: dict[int, str]
