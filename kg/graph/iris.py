"""The IRIs of a graph: stable, readable, and safe whatever an announcement's id or a slug holds."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import sha256
from urllib.parse import quote, urlsplit

import pyoxigraph as ox

from kg.errors import KgError

BASE = "https://w3id.org/habar/id/"
"""Where individuals live unless another base is chosen."""


def checked_base(base: str) -> str:
    """Return the base if individuals can be named under it, else raise KgError that says why not."""
    parts = urlsplit(base)
    if not re.fullmatch(r"[^\s<>\"{}|\\^`]+[/#]", base) or not parts.scheme or not parts.netloc:
        raise KgError(f'{base!r} can\'t be a base IRI; give a full one that ends in "/" or "#", such as {BASE}')
    return base


def thing(base: str, slug: str) -> ox.NamedNode:
    """Return the IRI of an entity."""
    return ox.NamedNode(base + quote(slug, safe="/"))


@lru_cache(maxsize=1024)
def announcement(base: str, id_: str) -> ox.NamedNode:
    """Return the IRI of an announcement."""
    return ox.NamedNode(f"{base}announcement/{_segment(id_)}")


def facts(base: str, id_: str) -> ox.NamedNode:
    """Return the IRI of the graph of the triples that an announcement supports."""
    return ox.NamedNode(f"{base}announcement/{_segment(id_)}/facts")


def claims(base: str, id_: str) -> ox.NamedNode:
    """Return the IRI of the graph of an announcement's claims and evidence."""
    return ox.NamedNode(f"{base}announcement/{_segment(id_)}/claims")


def replaced(base: str) -> ox.NamedNode:
    """Return the IRI of the graph of IRIs that others took the place of."""
    return ox.NamedNode(f"{base}replaced")


def evidence(base: str, id_: str, start: int, end: int) -> ox.NamedNode:
    """Return the IRI of words of an announcement, from ``start`` to ``end`` in code points."""
    return ox.NamedNode(f"{base}evidence/{_segment(id_)}/{start}-{end}")


def claim(base: str, *what: str) -> ox.NamedNode:
    """Return the IRI of a claim: a hash of what it says, where, and by which rule."""
    digest = sha256("\x1f".join(what).encode("utf-8")).hexdigest()
    return ox.NamedNode(f"{base}claim/{digest[:16]}")


@lru_cache(maxsize=1024)
def _segment(id_: str) -> str:
    # "." and ".." would be eaten when a relative IRI is resolved
    return quote(id_, safe="") if id_.strip(".") else id_.replace(".", "%2E")
