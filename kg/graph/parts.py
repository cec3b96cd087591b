"""The part of a dataset that one announcement makes: its own two graphs, and what is known of it as a document.

It depends on the extraction and on what the announcement's things are called in the whole, and on nothing else; so it
can be drawn up anywhere, and kept. All parts and the knowledge (kg.graph.knowledge) are what kg.graph.dataset gives.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

import pyoxigraph as ox

from kg.graph import iris
from kg.graph.dataset import claims, facts, merged
from kg.graph.describe import Said, Triple, announcement_triples
from kg.graph.statements import Placed, statements
from kg.graph.turtle import Block, Terms, described, graphs_of
from kg.records import Extraction


@dataclass(frozen=True, slots=True)
class Part:
    """What one announcement adds to the files of a dataset.

    ``graphs`` is its two graphs in TriG, ``document`` what the default graph says of it; prefixes are what each uses.
    ``said`` is what its claims and the default graph say of each node of its own, that is all but its facts.
    """

    graphs: str
    prefixes: tuple[str, ...]
    document: Block
    document_prefixes: tuple[str, ...]
    said: Mapping[ox.NamedNode, Said]


def part(extraction: Extraction, placed: Placed, base: str) -> Part:
    """Return what one announcement adds to a dataset; ``placed`` need hold no Things but its own."""
    terms, others, id_ = Terms(base), Terms(base), extraction.announcement.id
    said = merged(statements(extraction, placed, base))
    stated, claimed = facts(said), claims(extraction, said, base)
    graphs = [(terms.write(iris.claims(base, id_)), claimed), (terms.write(iris.facts(base, id_)), stated)]
    text = graphs_of(((name, nodes) for name, nodes in sorted(graphs, key=itemgetter(0)) if nodes), terms)
    document = list(announcement_triples(extraction.announcement, base))
    block = described([ox.Quad(*triple) for triple in document], others)
    own = {**claimed, document[0][0]: _and(claimed[document[0][0]], document)}
    return Part(text, tuple(sorted(terms.used)), block, tuple(sorted(others.used)), own)


def _and(said: Said, triples: Iterable[Triple]) -> Said:
    """Return what is said of a node by both."""
    found = {predicate: dict.fromkeys(objects) for predicate, objects in said.items()}
    for _, predicate, each in triples:
        found.setdefault(predicate.value, {})[each] = None
    return {predicate: tuple(objects) for predicate, objects in found.items()}


def in_file(ids: Sequence[str], base: str) -> list[int]:
    """Return the places of announcements (ids) in the order in which a file has their graphs."""
    terms = Terms(base)
    return sorted(range(len(ids)), key=[terms.write(iris.claims(base, id_)) for id_ in ids].__getitem__)
