"""What is another in a graph than it was: the text that is gone and new, and so the quads to take out and put in.

A database pays some ten microseconds for each quad that goes or comes, and a moved IRI or a new label touches few of
the hundreds that an announcement has. Text of ours is compared by the descriptions of subjects, each as a whole; what
differs is parsed, and only the quads that are not in both remain. No term of ours holds a line break, so an empty line
parts two descriptions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.graph.turtle import Terms
from kg.ontology import PREFIXES

Bodies = tuple[str, str]
"""What is gone and what is new, both as the body of a TriG file."""


def of_default(before: str, now: str) -> Bodies:
    """Return what differs between two texts of the file graph.ttl."""
    old, new = set(before.split("\n\n")), set(now.split("\n\n"))
    gone, come = _descriptions(old - new), _descriptions(new - old)  # nearly all are in both
    return "\n".join(sorted(gone - come)), "\n".join(sorted(come - gone))


def _descriptions(texts: Iterable[str]) -> set[str]:
    return {text.rstrip("\n") for text in texts if not text.startswith(("@", "\n#", "# "))}


def of_graphs(before: str, now: str) -> Bodies:
    """Return what differs between named graphs in TriG, as kg.graph.turtle writes them."""
    old, new = _by_graph(before), _by_graph(now)
    none: set[str] = set()
    gone = "".join(_graph(name, old[name] - new.get(name, none)) for name in old)
    come = "".join(_graph(name, new[name] - old.get(name, none)) for name in new)
    return gone, come


def quads_of(changes: Iterable[Bodies], base: str) -> tuple[list[ox.Quad], list[ox.Quad]]:
    """Return the quads that are in what is gone and not in what is new, and the other way round."""
    bodies = list(changes)
    gone, come = (_parsed("".join(body[side] for body in bodies), base) for side in (0, 1))
    both = gone.keys() & come.keys()
    return [quad for quad in gone if quad not in both], [quad for quad in come if quad not in both]


def _by_graph(text: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for graph in _graphs(text):
        name, _, body = graph.partition(" {\n")
        found[name] = {block.rstrip("\n") for block in body.split("\n\n")}
    return found


def _graphs(text: str) -> Iterator[str]:
    return (graph.strip("\n") for graph in text.split("\n}\n") if graph.strip("\n"))


def _graph(name: str, blocks: set[str]) -> str:
    return "\n".join([f"\n{name} {{", *sorted(blocks), "}\n"]) if blocks else ""


def _parsed(body: str, base: str) -> dict[ox.Quad, None]:
    header = Terms(base).header(PREFIXES)
    return dict.fromkeys(ox.parse(header + body, format=ox.RdfFormat.TRIG, lenient=True))
