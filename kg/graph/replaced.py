"""IRIs that are no more, and what took their place: `old dct:isReplacedBy new`, kept from build to build.

Two things that turn out to be one, or a better name, move an IRI; whoever wrote the old one down can still follow it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pyoxigraph as ox

from kg.graph import iris
from kg.graph.turtle import turtle
from kg.ontology import PREFIXES

NAME = "replaced.ttl"
Replaced = dict[str, str]
"""Old IRI -> the IRI of what it is now."""
Members = Mapping[str, Iterable[tuple[str, str]]]
"""IRI -> the (announcement id, Thing key) pairs that it stands for."""

_IS_REPLACED_BY = ox.NamedNode(PREFIXES["dct"] + "isReplacedBy")


def read(path: Path) -> Replaced:
    """Return what a file says; {} when there is none or it is broken, since it can't be mended by stopping."""
    try:
        found = ox.parse(path=path, format=ox.RdfFormat.TURTLE)
        return {
            quad.subject.value: quad.object.value
            for quad in found
            if quad.predicate == _IS_REPLACED_BY
            and isinstance(quad.subject, ox.NamedNode)
            and isinstance(quad.object, ox.NamedNode)
        }
    except (OSError, SyntaxError):
        return {}


def moved(before: Members, now: Members, comparable: set[str]) -> Replaced:
    """Return the IRIs of ``before`` that are no more, each with the one that most of its members have ``now``.

    Only members of announcements whose ids are ``comparable`` tell: those that still say the same.
    """
    gone = sorted(set(before) - set(now))
    if not gone:
        return {}
    where = {member: iri for iri, members in now.items() for member in members}
    found = {}
    for iri in gone:
        votes = Counter(where[one] for one in before[iri] if one[0] in comparable and one in where)
        if votes:
            most = max(votes.values())
            found[iri] = min(new for new, number in votes.items() if number == most)
    return found


def together(earlier: Replaced, fresh: Replaced, alive: set[str]) -> Replaced:
    """Return what is replaced by what after both: chains shortened, and nothing said of IRIs that are ``alive``.

    What led to a thing that is gone for good is forgotten.
    """
    steps = {**earlier, **fresh}
    found = {}
    for old in sorted(steps):
        new, seen = steps[old], {old}
        while new not in alive and new in steps and new not in seen:
            seen.add(new)
            new = steps[new]
        if old not in alive and new in alive:
            found[old] = new
    return found


def quads(replaced: Replaced, base: str) -> Iterator[ox.Quad]:
    """Yield them as quads of the graph `{base}replaced`, which a database has beside the others."""
    graph = iris.replaced(base)
    for old, new in sorted(replaced.items()):
        yield ox.Quad(ox.NamedNode(old), _IS_REPLACED_BY, ox.NamedNode(new), graph)


def text(replaced: Replaced, base: str) -> str:
    """Return them in Turtle."""
    return turtle((ox.Quad(quad.subject, quad.predicate, quad.object) for quad in quads(replaced, base)), base)
