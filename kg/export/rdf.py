"""The RDF formats: Turtle and TriG for people, N-Triples, N-Quads and RDF/XML for programs."""

from __future__ import annotations

from pyoxigraph import Literal, RdfFormat, Store, Triple, serialize

from kg.export.quads import Term, dataset, knowledge
from kg.export.xml import without_forbidden
from kg.graph import turtle as readable
from kg.graph.dumped import turtle_of
from kg.ontology import PREFIXES


def turtle(store: Store, _: bool) -> dict[str, bytes]:
    """Write the knowledge in Turtle, as graph.ttl has it."""
    return {"graph.ttl": turtle_of(store).encode("utf-8")}


def trig(store: Store, evidence: bool) -> dict[str, bytes]:
    """Write the dataset in TriG, as graph.trig has it."""
    return {"graph.trig": readable.trig(dataset(store, evidence)).encode("utf-8")}


def ntriples(store: Store, _: bool) -> dict[str, bytes]:
    """Write the knowledge in N-Triples, one triple a line, sorted."""
    return {"graph.nt": serialize(knowledge(store), format=RdfFormat.N_TRIPLES) or b""}


def nquads(store: Store, evidence: bool) -> dict[str, bytes]:
    """Write the dataset in N-Quads, one quad a line, sorted by graph."""
    return {"graph.nq": serialize(dataset(store, evidence), format=RdfFormat.N_QUADS) or b""}


def rdfxml(store: Store, _: bool) -> dict[str, bytes]:
    """Write the knowledge in RDF/XML; characters that XML forbids become \ufffd."""
    triples = [Triple(said.subject, said.predicate, _for_xml(said.object)) for said in knowledge(store)]
    return {"graph.rdf": serialize(triples, format=RdfFormat.RDF_XML, prefixes=dict(PREFIXES)) or b""}


def _for_xml(term: Term) -> Term:
    if not isinstance(term, Literal):
        return term
    text = without_forbidden(term.value)
    return Literal(text, language=term.language) if term.language else Literal(text, datatype=term.datatype)
