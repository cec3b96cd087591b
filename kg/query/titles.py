"""What to call anything in a store: by its name, a meeting by who met and when, a membership by its parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pyoxigraph as ox

from kg.graph.called import best, names
from kg.graph.iris import BASE, thing
from kg.ontology import KG, ORG, RDF, SCHEMA, label, terms
from kg.query.display import readable, short
from kg.query.naming import expand
from kg.records import LANGUAGES


class Titles:
    """Names of what a store holds, each looked up once."""

    def __init__(self, store: ox.Store, base: str = BASE) -> None:
        self._said, self._base = _Said(store), base

    def names(self, iri: str) -> dict[str, str]:
        """Return what a thing is called, by language; {} for one that has no name. A meeting bears its day."""
        if self._is(iri, KG.Membership):
            return {lang: self._membership(iri, lang) for lang in LANGUAGES}
        found = names(iri, self._said)
        days = [day.value for day in self.parts(iri, SCHEMA.startDate)] if self._is(iri, KG.Meeting) else []
        return {lang: ", ".join([name, *days]) for lang, name in found.items()}

    def of(self, term: object, lang: str) -> str:
        """Return a term as a person reads it: in the language, else in kk, ru, en, else as a short IRI or value."""
        if isinstance(term, ox.Literal):
            return readable(term.value)
        iri = term.value if isinstance(term, ox.NamedNode) else str(term)
        if iri in terms():
            return readable(label(iri, lang))
        return readable(best(self.names(iri), (lang, *LANGUAGES)) or short(iri))

    def of_slug(self, value: str, lang: str) -> str:
        """Return what is called by the part of its IRI after the base, by a CURIE, or a value as it is."""
        term = expand(value)
        if term is not None:
            return self.of(term, lang)
        node = thing(self._base, value)
        return self.of(node, lang) if self._said.get(node.value) else readable(value)

    def parts(self, iri: str, predicate: str) -> Sequence[Any]:
        """Return what the knowledge holds for a thing and predicate, sorted."""
        return self._said.get(iri, {}).get(predicate, ())

    def _is(self, iri: str, class_: str) -> bool:
        return ox.NamedNode(class_) in self.parts(iri, RDF.type)

    def _membership(self, iri: str, lang: str) -> str:
        parts = (part for predicate in (ORG.member, ORG.role, ORG.organization) for part in self.parts(iri, predicate))
        return ", ".join(self.of(part, lang) for part in parts) or short(iri)


class _Said(Mapping[str, Mapping[str, Sequence[Any]]]):
    """The default graph as subject -> predicate -> objects, sorted; read when it is asked for."""

    def __init__(self, store: ox.Store) -> None:
        self._store = store
        self._read: dict[str, dict[str, list[Any]]] = {}

    def __getitem__(self, iri: str) -> Mapping[str, Sequence[Any]]:
        if iri not in self._read:
            found: dict[str, list[Any]] = {}
            for quad in self._store.quads_for_pattern(ox.NamedNode(iri), None, None, ox.DefaultGraph()):
                found.setdefault(quad.predicate.value, []).append(quad.object)
            self._read[iri] = {predicate: sorted(objects, key=str) for predicate, objects in found.items()}
        return self._read[iri]

    def __iter__(self) -> Iterator[str]:
        return iter(self._read)

    def __len__(self) -> int:
        return len(self._read)
