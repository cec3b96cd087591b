"""Finds what a name means in a store: by any of its labels, in any language and letter case."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store

from kg.errors import KgError
from kg.graph.iris import BASE
from kg.names import fold
from kg.ontology import PREFIXES
from kg.query.display import in_quotes, readable

_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_PREF = NamedNode(PREFIXES["skos"] + "prefLabel")
_REPLACED = NamedNode(PREFIXES["dct"] + "isReplacedBy")
_ALT = NamedNode(PREFIXES["skos"] + "altLabel")


class AmbiguousError(KgError):
    """A name that several things have."""


def find(store: Store, name: str, kind: str = "thing") -> NamedNode:
    """Return the one individual that ``name`` means: an IRI, its part after the base, or a label.

    ``kind`` is a class CURIE (kg:Person) that it must have, or "thing". A main name wins over other names. Raises
    KgError when nothing has the name (with the nearest one) or when several have it (with their IRIs).
    """
    by_iri = _by_iri(store, name)
    if by_iri:
        return by_iri
    for predicates in ((_PREF,), (_ALT,)):
        found = {node for label, node in _labels(store, predicates, kind) if fold(label) == fold(name)}
        if len(found) == 1:
            return found.pop()
        if found:
            raise AmbiguousError(_ambiguous(name, found))
    raise KgError(_unknown(store, name, kind))


def base_of(store: Store) -> str:
    """Return what the IRIs of individuals in a graph begin with, told by its announcements."""
    for quad in store.quads_for_pattern(None, _TYPE, NamedNode(PREFIXES["kg"] + "Announcement"), DefaultGraph()):
        if isinstance(quad.subject, NamedNode) and "announcement/" in quad.subject.value:
            return quad.subject.value.rpartition("announcement/")[0]
    return BASE


def expand(curie: str) -> NamedNode | None:
    """Return the IRI of a CURIE with one of the contract's prefixes, or None when it isn't one."""
    prefix, colon, local = curie.partition(":")
    return _node(PREFIXES[prefix] + local) if colon and prefix in PREFIXES else None


def _by_iri(store: Store, text: str) -> NamedNode | None:
    inner = text[1:-1] if text.startswith("<") and text.endswith(">") else text
    absolute = inner if re.match(r"[a-z][a-z0-9+.-]*://", inner) else None
    node = _node(absolute or base_of(store) + inner)
    if node and any(True for _ in store.quads_for_pattern(node, None, None, None)):
        return _now(store, node)
    if absolute:
        raise KgError(f"Nothing in the graph has the IRI {readable(absolute)}.")
    return None


def _now(store: Store, node: NamedNode) -> NamedNode:
    """Return what an individual that once had another IRI is called now, however often that changed."""
    passed = {node}
    while True:
        later = [quad.object for quad in store.quads_for_pattern(node, _REPLACED, None, None)]
        node = next((one for one in later if isinstance(one, NamedNode) and one not in passed), node)
        if node in passed:
            return node
        passed.add(node)


def _node(iri: str) -> NamedNode | None:
    try:
        return NamedNode(iri)
    except ValueError:
        return None


def _labels(store: Store, predicates: Iterable[NamedNode], kind: str) -> Iterator[tuple[str, NamedNode]]:
    members = None if kind == "thing" else _members(store, kind)
    for predicate in predicates:
        for quad in store.quads_for_pattern(None, predicate, None, DefaultGraph()):
            node, name = quad.subject, quad.object
            if isinstance(node, NamedNode) and isinstance(name, Literal) and (members is None or node in members):
                yield name.value, node


def _members(store: Store, kind: str) -> set[object]:
    return {quad.subject for quad in store.quads_for_pattern(None, _TYPE, expand(kind), DefaultGraph())}


def _ambiguous(name: str, found: Iterable[NamedNode]) -> str:
    choices = " or ".join(sorted(node.value.removeprefix(BASE) for node in found))
    return f"{in_quotes(name)} is the name of several things; choose one by its IRI: {choices}."


def _unknown(store: Store, name: str, kind: str) -> str:
    what = "Nothing" if kind == "thing" else f"No {kind.partition(':')[2].lower()}"
    labels = {fold(label): label for label, _ in sorted(_labels(store, (_PREF, _ALT), kind), key=lambda pair: pair[0])}
    near = get_close_matches(fold(name), labels, n=1, cutoff=0.6)
    hint = f"; did you mean {in_quotes(labels[near[0]])}?" if near else "; `kg query labels` lists all names."
    return f"{what} in the graph is called {in_quotes(name)}{hint}"
