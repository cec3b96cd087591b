"""JSON-LD, compacted with the ontology's own context.

rdflib writes JSON-LD too, but makes the default graph a named one and leaves nulls in sets of languages.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from kg.export.context import Context, Key
from kg.export.quads import Term, dataset
from kg.ontology import PREFIXES
from kg.resources import resource

_TYPE = PREFIXES["rdf"] + "type"
_STRING = PREFIXES["xsd"] + "string"
_INTEGER = PREFIXES["xsd"] + "integer"
# as a number it is read back the same; longer ones lose digits in JavaScript
_SAFE_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,14}")


def jsonld(store: Store, evidence: bool) -> dict[str, bytes]:
    """Write the dataset in JSON-LD with ontology/context.jsonld inside, nodes and values sorted."""
    context = Context(resource("ontology/context.jsonld"))
    graphs: dict[str, list[Quad]] = {}
    for quad in dataset(store, evidence):
        named = not isinstance(quad.graph_name, DefaultGraph)
        graphs.setdefault(_id(quad.graph_name) if named else "", []).append(quad)
    nodes = _nodes(graphs.pop("", []), context)
    nodes += [{context.id: name, "@graph": _nodes(graphs[name], context)} for name in sorted(graphs)]
    document = {"@context": context.raw, "@graph": nodes}
    return {"graph.jsonld": (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode("utf-8")}


def _nodes(quads: Iterable[Quad], context: Context) -> list[dict[str, Any]]:
    said: dict[str, dict[str, list[Term]]] = {}
    for quad in quads:
        said.setdefault(_id(quad.subject), {}).setdefault(quad.predicate.value, []).append(quad.object)
    return [{context.id: node, **_properties(said[node], context)} for node in sorted(said)]


def _properties(said: dict[str, list[Term]], context: Context) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for predicate in sorted(said):
        if predicate == _TYPE:
            found[context.type] = [context.name(_id(kind)) for kind in said[predicate]]
            continue
        key = context.key(predicate)
        fitting = [term for term in said[predicate] if _fits(term, key)]
        other = [term for term in said[predicate] if not _fits(term, key)]
        if fitting:
            found[key.name] = _held(fitting, key, context)
        if other:  # what the context's key would misread stands under the CURIE, which has no rules
            found[context.compact(predicate)] = [_value(term, Key(""), context) for term in other]
    return found


def _fits(term: Term, key: Key) -> bool:
    """Say whether the context reads a value under this key back as it was."""
    if "@language" in key.held:
        return isinstance(term, Literal) and term.language is not None
    if key.type in {"@id", "@vocab"}:
        return not isinstance(term, Literal)
    return not key.type or (isinstance(term, Literal) and term.datatype.value == key.type)


def _held(terms: list[Term], key: Key, context: Context) -> object:
    """Return the values of a property: by language, as an array, or the one alone."""
    if "@language" not in key.held:
        return _set([_value(term, key, context) for term in terms], key)
    texts: dict[str, list[object]] = {}
    for term in terms:
        if isinstance(term, Literal):
            texts.setdefault(term.language or "", []).append(term.value)
    return {lang: _set(texts[lang], key) for lang in sorted(texts)}


def _set(values: list[object], key: Key) -> object:
    return values if "@set" in key.held or len(values) > 1 else values[0]


def _value(term: Term, key: Key, context: Context) -> object:
    if not isinstance(term, Literal):
        iri = context.compact(_id(term))
        return iri if key.type in {"@id", "@vocab"} else {context.id: iri}
    if key.type == _INTEGER and _SAFE_INTEGER.fullmatch(term.value):
        return int(term.value)
    if key.type or term.datatype.value == _STRING:
        return term.value
    if term.language:
        return {"@value": term.value, "@language": term.language}
    return {"@value": term.value, context.type: context.compact(term.datatype.value)}


def _id(term: object) -> str:
    return term.value if isinstance(term, NamedNode) else str(term)
