"""The knowledge of a store in Turtle, as kg.graph.turtle writes it, made of the lines that Oxigraph dumps.

A million triples take a few seconds: terms are text from beginning to end, and each IRI is shortened once.
"""

from __future__ import annotations

import pyoxigraph as ox

from kg.graph.iris import BASE
from kg.graph.turtle import Terms, Triples, by_class
from kg.ontology import PREFIXES

_INTEGER = f'"^^<{PREFIXES["xsd"]}integer>'


def turtle_of(store: ox.Store, base: str = BASE) -> str:
    """Return the default graph of a store in Turtle, the same as kg.graph.turtle.turtle makes of its quads."""
    terms = Terms(base)
    dump = store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
    body = "".join(by_class(_read(dump or b"", terms), terms))
    return terms.header() + body


def _read(dump: bytes, terms: Terms) -> Triples:
    """Read N-Triples as Oxigraph writes them: one space between terms, those of a subject one after the other."""
    written, predicates = _Written(terms), _Predicates(terms)
    triples: Triples = {}
    before, said = "", dict[str, list[str]]()
    for line in dump.decode("utf-8").split("\n")[:-1]:
        subject, predicate, rest = line.split(" ", 2)
        if subject != before:
            before, said = subject, triples.setdefault(written[subject], {})
        object_, name = rest[:-2], predicates[predicate]
        shown = _literal(object_, written) if object_[0] == '"' else written[object_]
        if name in said:
            said[name].append(shown)
        else:
            said[name] = [shown]
    return triples


class _Written(dict[str, str]):
    """How terms that are no literals are written, by how N-Triples writes them."""

    def __init__(self, terms: Terms) -> None:
        super().__init__()
        self._terms = terms

    def __missing__(self, term: str) -> str:
        is_iri = term[0] == "<" and not term.startswith("<<")  # not a blank node, nor a triple
        found = self[term] = self._terms.write(ox.NamedNode(term[1:-1])) if is_iri else term
        return found


class _Predicates(dict[str, str]):
    """How predicates are written, by how N-Triples writes them."""

    def __init__(self, terms: Terms) -> None:
        super().__init__()
        self._terms = terms

    def __missing__(self, term: str) -> str:
        found = self[term] = self._terms.predicate(term[1:-1])
        return found


def _literal(term: str, written: _Written) -> str:
    if term[-1] != ">":  # text, with a language or without
        return term
    content, _, datatype = term.rpartition("^^")
    if term.endswith(_INTEGER) and content.isascii() and content[1:-1].removeprefix("-").isdigit():
        return content[1:-1]
    return f"{content}^^{written[datatype]}"
