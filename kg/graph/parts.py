"""The part of a dataset that one announcement makes: its own two graphs, and what is known of it as a document.

It depends on the extraction and on what the announcement's things are called in the whole, and on nothing else; so it
can be drawn up anywhere, and kept. All parts and the knowledge (kg.graph.knowledge) are what kg.graph.dataset gives.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import pyoxigraph as ox

from kg.graph import iris
from kg.graph.dataset import merged, named_graphs
from kg.graph.describe import announcement_triples
from kg.graph.statements import Placed, statements
from kg.graph.turtle import Block, Terms, described, named_graph
from kg.records import Extraction


@dataclass(frozen=True, slots=True)
class Part:
    """What one announcement adds to the files of a dataset, and the quads of it.

    ``graphs`` is its two graphs in TriG, ``document`` what the default graph says of it; prefixes are what each uses.
    """

    graphs: str
    prefixes: tuple[str, ...]
    document: Block
    document_prefixes: tuple[str, ...]
    quads: tuple[ox.Quad, ...]


def part(extraction: Extraction, placed: Placed, base: str) -> Part:
    """Return what one announcement adds to a dataset; ``placed`` need hold no Things but its own."""
    terms = Terms(base)
    own = tuple(dict.fromkeys(named_graphs(extraction, merged(statements(extraction, placed, base)), base)))
    graphs: defaultdict[str, list[ox.Quad]] = defaultdict(list)
    for quad in own:
        graphs[terms.write(quad.graph_name)].append(quad)
    text = "".join(named_graph(name, graphs[name], terms) for name in sorted(graphs))
    document = tuple(ox.Quad(*triple) for triple in announcement_triples(extraction.announcement, base))
    others = Terms(base)
    block = described(document, others)
    return Part(text, tuple(sorted(terms.used)), block, tuple(sorted(others.used)), own + document)


def place_in_file(id_: str, base: str) -> str:
    """Return the key by which the graphs of announcements are sorted in a file."""
    return Terms(base).write(iris.claims(base, id_))
