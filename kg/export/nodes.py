"""Reads a store node by node, whichever graph holds it."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, Store, Triple

from kg.export.quads import Term
from kg.ontology import PREFIXES, compact, label, terms


class Nodes:
    """The nodes of a store, with their values and names."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def members(self, classes: Iterable[str]) -> list[Term]:
        """Return the members of any of the classes (CURIEs), each once, sorted."""
        kinds = [_node(name) for name in classes]
        quads = (quad for kind in kinds for quad in self._store.quads_for_pattern(None, _node("rdf:type"), kind, None))
        return sorted({quad.subject for quad in quads}, key=str)

    def values(self, node: Term, predicate: str) -> list[Term]:
        """Return the values of a property (CURIE) of a node, each once, sorted."""
        if isinstance(node, Literal | Triple):
            return []
        quads = self._store.quads_for_pattern(node, _node(predicate), None, None)
        return sorted({quad.object for quad in quads}, key=str)

    def names(self, node: Term, form: str) -> list[str]:
        """Return a node's main name in a language ("kk", "ru", "en") or its other names ("other")."""
        if isinstance(node, NamedNode) and node.value in terms():
            return [] if form == "other" else [label(node.value, form)]
        if form == "other":
            return [self.text(name) for name in self.values(node, "skos:altLabel")]
        names = self.values(node, "skos:prefLabel")
        return [name.value for name in names if isinstance(name, Literal) and name.language == form]

    def text(self, term: Term) -> str:
        """Return a value as a cell shows it: a term of the ontology as a CURIE, other IRIs whole."""
        if isinstance(term, NamedNode):
            return compact(term.value)
        return term.value if isinstance(term, Literal) else str(term)


def _node(curie: str) -> NamedNode:
    prefix, _, name = curie.partition(":")
    return NamedNode(PREFIXES[prefix] + name)
