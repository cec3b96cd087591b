"""Finds things by part of a name, typed in any of the languages and either alphabet."""

from __future__ import annotations

from dataclasses import dataclass

import pyoxigraph as ox

from kg.names import fold
from kg.ontology import SKOS, class_order, compact
from kg.resolve.slug import latin


@dataclass(frozen=True, slots=True)
class Found:
    """A thing that a search found: its IRI, its class (a local name), and the name by which it was found."""

    iri: str
    kind: str
    name: str


class Names:
    """The names of a graph, folded once; a search reads them all, which takes some milliseconds for 100,000."""

    def __init__(self, store: ox.Store) -> None:
        kinds = _kinds(store)
        rows = {
            (quad.object.value, quad.subject.value)
            for predicate in (SKOS.prefLabel, SKOS.altLabel)
            for quad in store.quads_for_pattern(None, ox.NamedNode(predicate), None, ox.DefaultGraph())
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal)
        }
        self._rows = [(*_keys(name), Found(iri, kinds.get(iri, ""), name)) for name, iri in sorted(rows)]

    def find(self, text: str, most: int = 50) -> list[Found]:
        """Return at most ``most`` things of which a name holds all words of the text, those that begin with it first.

        A word in the other alphabet counts if it is written alike: imashev finds Имашев.
        """
        words, latin_words = (key.split() for key in _keys(text))
        if not words:
            return []
        found: dict[str, tuple[int, int, str, Found]] = {}
        for folded, plain, one in self._rows:
            rank = _rank(folded, words, 0) or _rank(plain, latin_words, 3)
            if rank and (one.iri not in found or (rank, len(folded), folded) < found[one.iri][:3]):
                found[one.iri] = (rank, len(folded), folded, one)
        ordered = sorted(found.values(), key=lambda entry: (*entry[:3], entry[3].iri))
        return [one for *_, one in ordered[:most]]


def _keys(name: str) -> tuple[str, str]:
    folded = fold(name)
    return folded, latin(folded)


def _rank(name: str, words: list[str], worst: int) -> int:
    """Return how well a name fits, 1 the best: it is the words, begins with them, or holds them; 0 if it does not."""
    if not all(word in name for word in words):
        return 0
    whole = " ".join(words)
    return worst + (1 if name == whole else 2 if name.startswith(whole) else 3)


def _kinds(store: ox.Store) -> dict[str, str]:
    """Return the class of each thing, the first in the ontology's order where it has several."""
    found: dict[str, str] = {}
    type_ = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    for class_ in class_order():
        for quad in store.quads_for_pattern(None, type_, ox.NamedNode(class_), ox.DefaultGraph()):
            if isinstance(quad.subject, ox.NamedNode):
                found.setdefault(quad.subject.value, compact(class_).partition(":")[2])
    return found
