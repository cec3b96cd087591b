"""JSON-LD, compacted with the ontology's own context."""

from __future__ import annotations

import json
from typing import Any

from pyoxigraph import RdfFormat, Store, serialize

from kg.export.quads import dataset
from kg.resources import resource


def jsonld(store: Store, evidence: bool) -> dict[str, bytes]:
    """Write the dataset in JSON-LD with ontology/context.jsonld inside, keys and nodes sorted."""
    import rdflib

    context = json.loads(resource("ontology/context.jsonld").read_text(encoding="utf-8"))["@context"]
    quads = rdflib.Dataset(default_union=False)
    quads.parse(data=serialize(dataset(store, evidence), format=RdfFormat.N_QUADS) or b"", format="nquads")
    compacted = json.loads(quads.serialize(format="json-ld", context=context, auto_compact=False))
    document = {"@context": context, "@graph": _sorted(_flat(compacted.get("@graph", [])))}
    return {"graph.jsonld": (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode("utf-8")}


def _flat(graphs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Put the default graph's nodes at the top: rdflib writes it as one more graph, which would make it a named one."""
    flat: list[dict[str, Any]] = []
    for item in graphs:
        nameless = "@graph" in item and not {"@id", "id"} & item.keys()
        flat += item["@graph"] if nameless else [item]
    return flat


def _sorted(value: object) -> object:
    """Sort keys and arrays all the way down; RDF gives arrays no order, and the contract has no lists."""
    if isinstance(value, dict):
        return {key: _sorted(value[key]) for key in sorted(value)}
    if isinstance(value, list):
        # rdflib leaves a null behind the values of a language map that is also a set
        return sorted((_sorted(item) for item in value if item is not None), key=_place)
    return value


def _place(item: object) -> tuple[str, str]:
    written = json.dumps(item, ensure_ascii=False, sort_keys=True)
    return (str(item.get("id") or item.get("@id") or "") if isinstance(item, dict) else "", written)
