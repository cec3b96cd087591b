"""The formats that a graph can be exported to: one line each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from kg.errors import KgError

if TYPE_CHECKING:
    from pyoxigraph import Store

Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """How to write a graph: ``writer`` is "module:function", called with the store and whether to write the evidence.

    ``evidence`` says whether the format has room for it (named graphs, or a table of claims); ``folder`` whether it is
    several files.
    """

    writer: str
    evidence: bool = False
    folder: bool = False


FORMATS: Mapping[str, Format] = {
    "turtle": Format("kg.export.rdf:turtle"),
    "ntriples": Format("kg.export.rdf:ntriples"),
    "trig": Format("kg.export.rdf:trig", evidence=True),
    "nquads": Format("kg.export.rdf:nquads", evidence=True),
    "jsonld": Format("kg.export.jsonld:jsonld", evidence=True),
    "rdfxml": Format("kg.export.rdf:rdfxml"),
    "graphml": Format("kg.export.network:graphml"),
    "gexf": Format("kg.export.network:gexf"),
    "csv": Format("kg.export.tables:tables", evidence=True, folder=True),
    "excel": Format("kg.export.tables:excel", evidence=True, folder=True),
}


def export(store: Store, name: str, *, evidence: bool | None = None) -> Files:
    """Return a graph in a format of FORMATS: the content of each file by its name, the same bytes for the same graph.

    The knowledge is always written; ``evidence`` (the named graphs of the announcements) by default wherever the format
    has room for it. Raises KgError for an unknown format and for evidence asked of a format that can't hold it.
    """
    form = FORMATS.get(name)
    if form is None:
        raise KgError(f"{name} is no format of export; use one of {', '.join(FORMATS)}.")
    if evidence and not form.evidence:
        able = ", ".join(other for other, known in FORMATS.items() if known.evidence)
        raise KgError(f"{name} has no room for the evidence; leave out --with-evidence or use one of {able}.")
    module, _, function = form.writer.partition(":")
    write: Callable[[Store, bool], Files] = getattr(import_module(module), function)
    return write(store, form.evidence if evidence is None else evidence)
