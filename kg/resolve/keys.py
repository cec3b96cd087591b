"""What may bring a thing together with others by its names alone, whatever else is told of it.

Two things of which nothing joins the keys, not even by way of others, are never compared; so what is decided of the
one does not depend on the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b

from kg.gazetteer import Gazetteer
from kg.resolve.body_name import body_name
from kg.resolve.named import MEANT, NAMED, acronym_keys, embassy_keys, meaning_keys, name_keys
from kg.resolve.nobodys_name import is_part
from kg.resolve.people import sounds
from kg.resolve.renamed import old_and_new
from kg.resolve.rows import row_of
from kg.resolve.told import Node

_BYTES = 8


def keys(node: Node, gazetteer: Gazetteer) -> set[int]:
    """Return hashes of the keys of a thing; two that are equal by chance only have more compared than need be."""
    found = {repr((node.type, *key)) for key in _keys(node, gazetteer)}
    return {int.from_bytes(blake2b(key.encode(), digest_size=_BYTES).digest()) for key in found}


def _keys(node: Node, gazetteer: Gazetteer) -> Iterator[tuple[str, ...]]:
    if node.known:
        yield "row", node.known
    if node.type == "Person":
        for name in node.names:
            yield from (("sounds", *key) for key in sounds(name.text))
    if node.type in NAMED:
        yield from (("name", *key) for key in name_keys(node))
    if node.type in MEANT:
        yield from (("means", key) for key, _, _ in meaning_keys(node))
    if node.type == "Organization":
        yield from _keys_of_body(node, gazetteer)


def _keys_of_body(node: Node, gazetteer: Gazetteer) -> Iterator[tuple[str, ...]]:
    if node.known is None and (row := row_of(node, gazetteer)):
        yield "row", row
    yield from (("embassy", *key) for key in embassy_keys(node, gazetteer))
    yield from (("letters", *key) for key in acronym_keys(node))
    if old_and_new(node.names) or not is_part(node.names):
        for name in node.names:
            if name.kind == "full" and (key := body_name(name.text, name.lang).key):
                yield "renamed", key
