"""From a triple of the graph back to the words that say it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from sys import intern
from typing import NamedTuple
from urllib.parse import unquote

import pyoxigraph as ox

from kg.graph.store import as_store
from kg.ontology import KG, PREFIXES, RDF, SCHEMA, SKOS

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Triple = tuple[Term, Term, Term]


class Quote(NamedTuple):
    """The words of one announcement that say a triple; ``start`` and ``end`` are offsets in code points of its text.

    ``announcement`` and ``claim`` are IRIs, ``modality`` is "asserted" or says why the triple is no fact.
    """

    announcement: str
    start: int
    end: int
    text: str
    rule: str
    confidence: float
    modality: str = "asserted"
    claim: str = ""
    headline: str = ""
    published: str = ""
    url: str = ""

    @property
    def id(self) -> str:
        """The announcement's id, as it was read."""
        return unquote(self.announcement.rpartition("/")[2])


Facts = dict[Triple, list[Quote]]


def quotes(
    source: ox.Store | Path | str, subject: str | Term, predicate: str | Term, object_: str | Term
) -> list[Quote]:
    """Return all words that say a triple, or deny it, sorted by announcement and offset.

    A str is an IRI or, if its prefix is one of the ontology's, a CURIE; a value is a pyoxigraph.Literal.
    """
    terms = {"subject": _term(subject), "predicate": _term(predicate), "object": _term(object_)}
    substitutions = {ox.Variable(name): term for name, term in terms.items()}
    return sorted(_quote(row) for row in _select(as_store(source), _QUOTES, substitutions))


def claimed(
    source: ox.Store | Path | str,
    subject: Term | None = None,
    predicate: Term | None = None,
    object_: Term | None = None,
) -> dict[Triple, list[Quote]]:
    """Return the words of every triple with these parts (None stands for any), denied and planned ones too."""
    terms = {"subject": subject, "predicate": predicate, "object": object_}
    substitutions = {ox.Variable(name): term for name, term in terms.items() if term is not None}
    found: defaultdict[Triple, list[Quote]] = defaultdict(list)
    for row in _select(as_store(source), _QUOTES, substitutions):
        found[row["subject"], row["predicate"], row["object"]].append(_quote(row))
    return {triple: sorted(of_triple) for triple, of_triple in sorted(found.items(), key=lambda pair: str(pair[0]))}


def claimed_in(source: ox.Store | Path | str, announcement: str) -> list[tuple[Triple, Quote]]:
    """Return every claim of one announcement (an IRI) with its words, facts or not, in the order of the words."""
    substitutions: dict[ox.Variable, Term] = {ox.Variable("announcement"): _term(announcement)}
    rows = _select(as_store(source), _QUOTES, substitutions)
    found = [((row["subject"], row["predicate"], row["object"]), _quote(row)) for row in rows]
    return sorted(found, key=lambda pair: (pair[1], *map(str, pair[0])))


def all_quotes(source: ox.Store | Path | str, besides: Collection[str] = (), surest: bool = False) -> Facts:
    """Return the words of every fact of a dataset by triple, in one pass; what is denied or proposed is left out.

    Facts with a predicate (IRI) of ``besides`` are left out too. With ``surest`` each fact has one quote, the surest.
    """
    store = as_store(source)
    documents, same = _documents(store), _Same()
    found: defaultdict[Triple, list[Quote]] = defaultdict(list)
    but = ", ".join(str(_iri(predicate)) for predicate in sorted(besides))
    for row in _select(store, _FACTS.replace("#besides", f"FILTER (?predicate NOT IN ({but}))" if but else ""), {}):
        triple = (same(row["subject"]), same(row["predicate"]), same(row["object"]))
        quote = _of_fact(row, documents)
        if not surest or not found[triple]:
            found[triple].append(quote)
        elif _surer(quote, found[triple][0]):
            found[triple][0] = quote
    return {triple: sorted(of_triple) for triple, of_triple in found.items()}


def _surer(one: Quote, other: Quote) -> bool:
    return (-one.confidence, one) < (-other.confidence, other)


class _Same:
    """Gives for equal terms one object, so that a large graph's terms are not held many times over."""

    def __init__(self) -> None:
        self._known: dict[Term, Term] = {}

    def __call__(self, term: Term) -> Term:
        return self._known.setdefault(term, term)


Document = tuple[str, str, str, str]
"""An announcement's IRI, headline, day and address."""


def _documents(store: ox.Store) -> dict[str, Document]:
    """Return each announcement by its IRI."""
    values = [
        {
            quad.subject.value: quad.object.value
            for quad in store.quads_for_pattern(None, _iri(predicate), None, ox.DefaultGraph())
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal)
        }
        for predicate in ("schema:headline", "schema:datePublished", "schema:url")
    ]
    announcements = store.quads_for_pattern(None, _iri(RDF.type), _iri(KG.Announcement), ox.DefaultGraph())
    iris = [quad.subject.value for quad in announcements if isinstance(quad.subject, ox.NamedNode)]
    return {iri: (iri, *(of.get(iri, "") for of in values)) for iri in iris}  # type: ignore[misc]


def _of_fact(row: ox.QuerySolution, documents: Mapping[str, Document]) -> Quote:
    """Make a quote whose announcement and rule are the same objects in all quotes."""
    source, start, end, text, rule, confidence, claim = (row[name].value for name in _FACT)
    iri, headline, published, url = documents.get(source) or (source, "", "", "")
    return Quote(
        iri, int(start), int(end), text, intern(rule), float(confidence), "asserted", claim, headline, published, url
    )


def untraced(source: ox.Store | Path | str) -> list[Triple]:
    """Return the triples of the default graph that no claim supports, sorted; a good build has none.

    Not looked at is what no announcement says in words: classes, labels, identifiers, reasons for merging, and the
    description of the announcements themselves.
    """
    store = as_store(source)
    supported = set(all_quotes(store))
    documents = {quad.subject for quad in store.quads_for_pattern(None, _iri(RDF.type), _iri(KG.Announcement), None)}
    said = (
        (quad.subject, quad.predicate, quad.object)
        for quad in store.quads_for_pattern(None, None, None, ox.DefaultGraph())
        if quad.predicate.value not in _NOT_SAID and quad.subject not in documents
    )
    return sorted((triple for triple in said if triple not in supported), key=str)


_QUOTES = """
    SELECT ?subject ?predicate ?object ?announcement ?start ?end ?text ?rule ?confidence ?modality ?claim
           ?headline ?published ?url
    WHERE {
        GRAPH ?graph {
            ?claim rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object ;
                kg:evidence ?evidence ; kg:rule ?rule ; kg:confidence ?confidence .
            ?evidence oa:hasSource ?announcement ; oa:exact ?text ; oa:start ?start ; oa:end ?end .
            OPTIONAL { ?claim kg:modality ?modality }
        }
        OPTIONAL { ?announcement schema:headline ?headline }
        OPTIONAL { ?announcement schema:datePublished ?published }
        OPTIONAL { ?announcement schema:url ?url }
    }"""
_FACT = ("announcement", "start", "end", "text", "rule", "confidence", "claim")
_FACTS = """
    SELECT ?subject ?predicate ?object ?announcement ?start ?end ?text ?rule ?confidence ?claim
    WHERE {
        GRAPH ?graph {
            ?claim rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object ;
                kg:evidence ?evidence ; kg:rule ?rule ; kg:confidence ?confidence .
            ?evidence oa:hasSource ?announcement ; oa:exact ?text ; oa:start ?start ; oa:end ?end .
            FILTER NOT EXISTS { ?claim kg:modality ?modality }
        }
        #besides
    }"""
_NOT_SAID = {RDF.type, SKOS.prefLabel, SKOS.altLabel, SCHEMA.identifier, KG.mergeReason}


def _select(store: ox.Store, query: str, substitutions: dict[ox.Variable, Term]) -> Iterator[ox.QuerySolution]:
    rows = store.query(query, prefixes=dict(PREFIXES), substitutions=dict(substitutions))
    assert isinstance(rows, ox.QuerySolutions)
    yield from rows


def _quote(row: ox.QuerySolution) -> Quote:
    def value(name: str) -> str:
        term = row[name]
        return term.value if isinstance(term, ox.NamedNode | ox.Literal) else ""

    return Quote(
        announcement=value("announcement"),
        start=int(value("start")),
        end=int(value("end")),
        text=value("text"),
        rule=value("rule"),
        confidence=float(value("confidence")),
        modality=value("modality") or "asserted",
        claim=value("claim"),
        headline=value("headline"),
        published=value("published"),
        url=value("url"),
    )


def _term(given: str | Term) -> Term:
    return _iri(given) if isinstance(given, str) else given


def _iri(given: str) -> ox.NamedNode:
    prefix, _, local = given.partition(":")
    return ox.NamedNode(PREFIXES[prefix] + local if prefix in PREFIXES else given)
