"""The terms of the ontology, read from ontology/kg.ttl: a mistyped one raises.

``KG.Meeting`` is an IRI as a str; so are ``ORG.member``, ``SCHEMA.startDate`` and every other term that kg.ttl
declares. Nothing is read until a term is first asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from kg.resources import resource

if TYPE_CHECKING:
    import pyoxigraph as ox

PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "kg": "https://w3id.org/habar/ontology#",
        "org": "http://www.w3.org/ns/org#",
        "schema": "https://schema.org/",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "prov": "http://www.w3.org/ns/prov#",
        "oa": "http://www.w3.org/ns/oa#",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "dct": "http://purl.org/dc/terms/",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)
"""Prefix -> namespace IRI, the prefixes that graphs are written with and queries may use."""


@dataclass(frozen=True)
class Term:
    """What kg.ttl says of one term: its IRI, its types and superclasses (IRIs), labels and comments by language."""

    iri: str
    types: tuple[str, ...]
    parents: tuple[str, ...]
    labels: Mapping[str, str]
    comments: Mapping[str, str]


class Namespace:
    """The declared terms of one vocabulary, as attributes or, for names that Python reserves, as items.

    Raises AttributeError (KeyError for an item) that names the nearest term when there is no such term.
    """

    def __init__(self, prefix: str) -> None:
        self._iri = PREFIXES[prefix]
        self._prefix = prefix

    def __getattr__(self, name: str) -> str:
        if name.startswith("_"):
            raise AttributeError(name)
        if (iri := self._iri + name) in terms():
            self.__dict__[name] = iri  # so that this is not asked again
            return iri
        near = get_close_matches(name, list(self), n=1, cutoff=0.0)
        hint = f"; did you mean {self._prefix}:{near[0]}?" if near else ""
        raise AttributeError(f"{self._prefix}:{name} is no term of ontology/kg.ttl{hint}")

    def __getitem__(self, name: str) -> str:
        try:
            return self.__getattr__(name)
        except AttributeError as error:
            raise KeyError(str(error)) from None

    def __iter__(self) -> Iterator[str]:
        return (iri.removeprefix(self._iri) for iri in terms() if iri.startswith(self._iri))

    def __contains__(self, iri: object) -> bool:
        return isinstance(iri, str) and iri.startswith(self._iri) and iri in terms()

    def __dir__(self) -> list[str]:
        return sorted(self)

    def __str__(self) -> str:
        return self._iri


KG = Namespace("kg")
ORG = Namespace("org")
SCHEMA = Namespace("schema")
SKOS = Namespace("skos")
PROV = Namespace("prov")
OA = Namespace("oa")
FOAF = Namespace("foaf")
RDF = Namespace("rdf")


def expand(curie: str) -> str:
    """Return the IRI of a CURIE ("kg:Meeting"); raises KeyError for an unknown prefix or a term kg.ttl lacks."""
    prefix, colon, name = curie.partition(":")
    if not colon or prefix not in PREFIXES:
        raise KeyError(f"{curie} has no prefix of the ontology; known are {', '.join(PREFIXES)}")
    return Namespace(prefix)[name]


def compact(iri: str) -> str:
    """Return the CURIE of an IRI in a known namespace, any other IRI as it is."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def label(term: str, lang: str = "en") -> str:
    """Return what a term, given as IRI or CURIE, is called in a language; its local name when kg.ttl lacks it."""
    found = terms().get(_iri(term))
    labels = found.labels if found else {}
    return labels.get(lang) or labels.get("en") or compact(term).rpartition(":")[2]


def comment(term: str, lang: str = "en") -> str:
    """Return what a term, given as IRI or CURIE, means, in a language; "" when kg.ttl doesn't say."""
    found = terms().get(_iri(term))
    return found.comments.get(lang, "") if found else ""


def superclasses(term: str) -> tuple[str, ...]:
    """Return the IRIs of the classes that the members of a class, given as IRI or CURIE, also belong to."""
    found = terms().get(_iri(term))
    return found.parents if found else ()


def instances(term: str) -> tuple[str, ...]:
    """Return the IRIs of the individuals that kg.ttl declares of a class, in its order (kinds of meeting …)."""
    wanted = _iri(term)
    return tuple(found.iri for found in terms().values() if wanted in found.types)


def class_order() -> tuple[str, ...]:
    """Return the IRIs of all classes in the order of kg.ttl, which is the order of anything sorted by class."""
    return instances("owl:Class")


@cache
def terms() -> Mapping[str, Term]:
    """Return every labelled term of kg.ttl by IRI, in the order of the file."""
    import pyoxigraph as ox

    found: dict[str, dict[str, list[ox.Literal | ox.NamedNode]]] = {}
    for triple in ox.parse(path=resource("ontology/kg.ttl"), format=ox.RdfFormat.TURTLE):
        if isinstance(triple.subject, ox.NamedNode) and isinstance(triple.object, (ox.Literal, ox.NamedNode)):
            of_term = found.setdefault(triple.subject.value, {})
            of_term.setdefault(triple.predicate.value, []).append(triple.object)
    labelled = {iri: _term(iri, said) for iri, said in found.items() if _LABEL in said}
    return MappingProxyType(labelled)


_LABEL = PREFIXES["rdfs"] + "label"


def _term(iri: str, said: dict[str, list[ox.Literal | ox.NamedNode]]) -> Term:
    def iris(predicate: str) -> tuple[str, ...]:
        return tuple(value.value for value in said.get(predicate, ()))

    def by_language(predicate: str) -> Mapping[str, str]:
        return {getattr(value, "language", None) or "": value.value for value in said.get(predicate, ())}

    rdfs = PREFIXES["rdfs"]
    return Term(
        iri,
        iris(PREFIXES["rdf"] + "type"),
        iris(rdfs + "subClassOf"),
        by_language(_LABEL),
        by_language(rdfs + "comment"),
    )


def _iri(term: str) -> str:
    prefix, colon, name = term.partition(":")
    return PREFIXES[prefix] + name if colon and prefix in PREFIXES else term
