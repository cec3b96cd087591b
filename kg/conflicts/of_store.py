"""What was said, from a graph: for `kg conflicts` and `kg review`."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

import pyoxigraph as ox

from kg.conflicts.find import PREDICATES
from kg.conflicts.said import About, Said, Saying
from kg.graph.trace import Quote, Term, Triple, claimed
from kg.ontology import KG, RDF, SCHEMA, SKOS, class_order, compact, expand


def sayings_in(store: ox.Store, base: str) -> Said:
    """Return what the announcements of a graph say that may contradict something, and the things that it is about.

    ``base`` is what the IRIs of individuals begin with; things are named by what follows it.
    """
    found: dict[Triple, list[Quote]] = {}
    for predicate in PREDICATES:
        found |= claimed(store, None, ox.NamedNode(expand(predicate)))
    for triple in _denied(store):
        found |= claimed(store, *triple)
    languages = _values(store, SCHEMA.inLanguage)
    sayings = {one for triple, quotes in found.items() for one in _sayings(triple, quotes, languages, base)}
    return Said(tuple(sorted(sayings)), _things(store, base))


def _denied(store: ox.Store) -> Iterator[Triple]:
    for quad in store.quads_for_pattern(None, ox.NamedNode(KG.modality), ox.Literal("denied"), None):
        claim, graph = quad.subject, quad.graph_name
        parts = [
            next((q.object for q in store.quads_for_pattern(claim, ox.NamedNode(part), None, graph)), None)
            for part in (RDF.subject, RDF.predicate, RDF.object)
        ]
        if parts[0] is not None and parts[1] is not None and parts[2] is not None:
            yield parts[0], parts[1], parts[2]


def _sayings(triple: Triple, quotes: list[Quote], languages: dict[str, str], base: str) -> Iterator[Saying]:
    """Yield one saying for each claim, with the first of its quotes."""
    subject, predicate, value = (_short(part, base) for part in triple)
    first: dict[str, Quote] = {}
    for quote in quotes:
        first.setdefault(quote.claim, quote)
    for quote in first.values():
        yield Saying(
            published=quote.published,
            announcement=quote.id,
            start=quote.start,
            end=quote.end,
            subject=subject,
            predicate=predicate,
            value=value,
            modality=quote.modality,
            lang=languages.get(quote.announcement, ""),
            quote=quote.text,
            rule=quote.rule,
            confidence=quote.confidence,
            claim=quote.claim,
        )


def _short(part: Term, base: str) -> str:
    if isinstance(part, ox.NamedNode):
        return unquote(part.value.removeprefix(base)) if part.value.startswith(base) else compact(part.value)
    return part.value if isinstance(part, ox.Literal) else str(part)


def _values(store: ox.Store, predicate: str) -> dict[str, str]:
    return {iri: value.value for iri, value in _pairs(store, predicate) if isinstance(value, ox.Literal)}


def _pairs(store: ox.Store, predicate: str, value: Term | None = None) -> Iterator[tuple[str, Term]]:
    for quad in store.quads_for_pattern(None, ox.NamedNode(predicate), value, ox.DefaultGraph()):
        if isinstance(quad.subject, ox.NamedNode):
            yield quad.subject.value, quad.object


def _things(store: ox.Store, base: str) -> dict[str, About]:
    names: dict[str, list[str]] = {}
    for predicate in (SKOS.prefLabel, SKOS.altLabel):
        for iri, name in _pairs(store, predicate):
            names.setdefault(iri, []).append(name.value if isinstance(name, ox.Literal) else "")
    known = _values(store, SCHEMA.identifier)
    found: dict[str, About] = {}
    for class_ in class_order():
        kind = compact(class_).rpartition(":")[2]
        for iri, _ in _pairs(store, RDF.type, ox.NamedNode(class_)):
            about = About(kind, known.get(iri, ""), tuple(sorted(names.get(iri, ()))))
            found.setdefault(unquote(iri.removeprefix(base)), about)
    return found
