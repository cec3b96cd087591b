"""What a build has written already: an export of it is a copy, as long as nobody changed it.

graph.ttl, graph.trig and the database of a build are made of the same graph. Only what the database has beside them,
which IRIs took the place of others, is put behind the TriG.
"""

from __future__ import annotations

import re
from pathlib import Path

from kg.export.formats import FORMATS, Files
from kg.graph import replaced
from kg.graph.turtle import Terms, named_graph
from kg.graph.unchanged import TRIG, TURTLE, is_unchanged

_HEADER = re.compile(rb"(?:@base <([^>]*)> \.\n)?((?:@prefix .*\n)*)")


def ready(folder: Path | str, name: str, *, evidence: bool | None = None) -> Files | None:
    """Return what ``export`` gives of a build's database if its files have it; None where it must be asked.

    Evidence asked of a format that has no room for it is left to ``export`` to refuse.
    """
    folder = Path(folder)
    if name not in {"turtle", "trig"} or (evidence and not FORMATS[name].evidence) or not is_unchanged(folder):
        return None
    if name == "turtle":
        return {TURTLE: (folder / TURTLE).read_bytes()}
    if evidence is False:
        return {TRIG: (folder / TURTLE).read_bytes()}
    content = (folder / TRIG).read_bytes()
    if moved := replaced.read(folder / replaced.NAME):
        return _with(moved, content)
    return {TRIG: content}


def _with(moved: replaced.Replaced, content: bytes) -> Files | None:
    """Return a TriG file with the graph of what took whose place as its last; None for a base that it does not name."""
    header = _HEADER.match(content)
    if not header or not header[1]:
        return None
    terms = Terms(header[1].decode("utf-8"))
    quads = list(replaced.quads(moved, terms.base))
    graph = named_graph(terms.write(quads[0].graph_name), quads, terms)
    declared = header[2].splitlines(keepends=True)
    needed = [line.encode("utf-8") for line in Terms("").header(terms.used).splitlines(keepends=True)]
    prefixes = b"".join(sorted({*declared, *needed}))
    return {TRIG: b"".join([content[: header.start(2)], prefixes, content[header.end() :], graph.encode("utf-8")])}
