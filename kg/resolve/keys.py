"""What the names of things tell of them, whatever else is told: above all what may bring them together with others.

Two things of which no key is the same, not even by way of others, are never compared; so what is decided of the one
does not depend on the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from kg.gazetteer import Gazetteer
from kg.records import Name
from kg.resolve.body_name import body_name
from kg.resolve.named import MEANT, NAMED, acronym_keys, embassy_keys, may_mean_one, meaning_keys, name_keys
from kg.resolve.nobodys_name import is_part
from kg.resolve.parts import is_owned
from kg.resolve.people import ALIKE, SURNAME, sounds
from kg.resolve.renamed import old_and_new
from kg.resolve.rows import row_of
from kg.resolve.score import ALL_PAIRS
from kg.resolve.told import Node
from kg.resolve.whose_state import Whose, whose_states

Numbers = NDArray[np.int64]
Hashes = NDArray[np.uint64]
Keyed = tuple[Numbers, Hashes]
"""Nodes and hashes of their keys; two that are equal by chance only have more compared than need be."""

_BYTES = 8


@dataclass(frozen=True, slots=True)
class ByName:
    """The keys of nodes, rows of the gazetteer that names mean without being theirs, states of bodies, and parts.

    What shares a ``loose`` key may mean the same; it is a key only where names do, or where too many share it.
    Bodies of ``parts`` are called as every body has some, ``owned`` ones as parts are whose body a text names.
    """

    keyed: Keyed
    loose: Keyed
    rows: dict[int, str]
    states: dict[int, Whose]
    parts: frozenset[int]
    owned: frozenset[int]


_NONE = np.empty(0, np.int64), np.empty(0, np.uint64)
NOTHING = ByName(_NONE, _NONE, {}, {}, frozenset(), frozenset())


def by_name(
    nodes: Sequence[Node], gazetteer: Gazetteer, before: ByName = NOTHING, known: Sequence[Node] = ()
) -> ByName:
    """Return what the names of nodes tell, behind what is told ``before`` of others, which are found in ``known``."""
    unknown = (node for node in nodes if _is_body(node) and not node.known)
    rows = {node.number: row for node in unknown if (row := row_of(node, gazetteer))}
    meant = {node.number: _loose(node) for node in nodes if node.type in MEANT}
    exact = [(node.number, _hash(key)) for node in nodes for key in set(_exact(node, rows.get(node.number), gazetteer))]
    keyed = _together(before.keyed, exact)
    loose = _together(before.loose, [(number, key) for number, keys in meant.items() for key in keys])
    asked = {key for keys in meant.values() for key in keys} | {_hash(key) for node in nodes for key in _renamed(node)}
    means = _meaning(np.array(list(asked), np.uint64), meant, known or nodes, keyed, loose)
    return ByName(
        _together(keyed, means),
        loose,
        before.rows | rows,
        before.states | whose_states(nodes, gazetteer),
        before.parts | {node.number for node in nodes if _is_body(node) and is_part(node.names)},
        before.owned | {node.number for node in nodes if is_owned(node)},
    )


def _together(before: Keyed, rows: Sequence[tuple[int, int]]) -> Keyed:
    numbers, keys = np.array([n for n, _ in rows], np.int64), np.array([key for _, key in rows], np.uint64)
    return np.concatenate((before[0], numbers)), np.concatenate((before[1], keys))


def _meaning(
    asked: Hashes, meant: Mapping[int, Mapping[int, list[Name]]], known: Sequence[Node], keyed: Keyed, loose: Keyed
) -> list[tuple[int, int]]:
    """Return keys for those who share a loose key, one of those that are ``asked``, and may be one by it.

    ``meant`` are the names of those of which it is to be told, by their loose keys.
    """
    sharing: dict[int, list[int]] = defaultdict(list)
    for number, key in _rows(loose, asked):
        if number < len(known):
            sharing[key].append(number)
    have: dict[int, set[int]] = defaultdict(set)
    for number, key in _rows(keyed, asked):
        have[key].add(number)
    found: list[tuple[int, int]] = []
    for key, numbers in sharing.items():
        if key in have or len(numbers) > ALL_PAIRS:
            found += [(number, key) for number in numbers if number not in have[key]]
        elif len(numbers) > 1:
            names = {number: (meant.get(number) or _loose(known[number]))[key] for number in numbers}
            for pair in combinations(numbers, 2):
                if not meant.keys().isdisjoint(pair) and _may_mean_one(*(names[number] for number in pair)):
                    found += [(number, _hash((key, *pair))) for number in pair]
    return found


def _rows(some: Keyed, asked: Hashes) -> Iterable[tuple[int, int]]:
    chosen = np.isin(some[1], asked)
    return zip(some[0][chosen].tolist(), some[1][chosen].tolist(), strict=True)


def _may_mean_one(mine: Iterable[Name], theirs: Sequence[Name]) -> bool:
    return any(may_mean_one(one, other) or may_mean_one(other, one) for one in mine for other in theirs)


def _exact(node: Node, row: str | None, gazetteer: Gazetteer) -> Iterator[tuple[str, ...]]:
    """Yield keys of which each brings together all that have it."""
    if row or node.known:
        yield node.type, "row", row or node.known or ""
    if node.type == "Person":
        for name in node.names:
            yield from (("sounds", *key) for key in sounds(name.text))
    if node.type in NAMED:
        yield from ((node.type, "name", *key) for key in name_keys(node))
    if _is_body(node):
        yield from (("embassy", *key) for key in embassy_keys(node, gazetteer))
        yield from (("letters", *key) for key in acronym_keys(node))
        yield from _renamed(node)


def name_hashes(node: Node, *, surnames: bool) -> list[int]:
    """Return hashes of the keys of somebody's surnames, or of those of the names as wholes."""
    keys = (key for name in node.names for key in sounds(name.text))
    return [_hash(("sounds", *key)) for key in keys if (key[0] == SURNAME) == surnames]


def name_hash(key: tuple[object, ...]) -> int:
    """Return the hash of a name's key, given one by which such people are compared."""
    return _hash(("sounds", *key[: 2 if key[0] in (ALIKE, SURNAME) else 1]))


def _renamed(node: Node) -> Iterator[tuple[str, ...]]:
    names = old_and_new(node.names) if _is_body(node) else ()
    return (("renamed", body_name(name.text, name.lang).key) for name in names)


def _loose(node: Node) -> dict[int, list[Name]]:
    """Return names by hashes of what they mean; behind a body's with any name that another may have borne before."""
    found: dict[int, list[Name]] = defaultdict(list)
    for key, _, name in meaning_keys(node):
        found[_hash((node.type, "means", key))].append(name)
    if _is_body(node) and not is_part(node.names):
        for name in node.names:
            if name.kind == "full" and (key := body_name(name.text, name.lang).key):
                found[_hash(("renamed", key))] = []
    return found


def _is_body(node: Node) -> bool:
    return node.type == "Organization"


def _hash(key: tuple[object, ...]) -> int:
    return int.from_bytes(blake2b(repr(key).encode(), digest_size=_BYTES).digest())
