"""The ontology is complete and valid, and shapes, context and graphs use only its terms."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SH

from kg.graph.dataset import quads
from kg.ontology import PREFIXES, comment, compact, expand, instances, label, superclasses, terms
from kg.records import LANGUAGES
from kg.resources import resource
from tests.examples import entities, extractions

KG = PREFIXES["kg"]
SHAPES = rdflib.Graph().parse(resource("ontology/shapes.ttl"))
ONTOLOGY = rdflib.Graph().parse(resource("ontology/kg.ttl"))
OWN = sorted({str(node) for node in ONTOLOGY.subjects() if str(node).startswith(KG)})
with (Path(__file__).parent / "contract.csv").open(encoding="utf-8", newline="") as file:
    CONTRACT = list(csv.DictReader(file))
SHAPED = tuple(PREFIXES[prefix] for prefix in ("kg", "org", "schema", "skos", "prov", "oa", "foaf"))


@pytest.mark.parametrize("row", CONTRACT, ids=lambda row: row["class"])
def test_every_term_of_the_contract_is_there(row: dict[str, str]) -> None:
    """Each class has the classes that it also is, and each of its properties is declared."""
    assert {compact(iri) for iri in superclasses(row["class"])} == set(row["also"].split())
    for curie in (row["class"], *row["properties"].split()):
        assert expand(curie) in terms()


@pytest.mark.parametrize("iri", OWN, ids=compact)
def test_own_term_is_explained_in_three_languages(iri: str) -> None:
    """Every term of kg: has a type, a label and a comment in Kazakh, Russian and English, each in its script."""
    term = terms()[iri]
    assert term.types
    for lang in LANGUAGES:
        for text in (label(iri, lang), comment(iri, lang)):
            assert text == text.strip() != ""
            assert bool(re.search("[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүІі]", text)) == (lang != "en")
        assert re.search(r"[.]$", comment(iri, lang))
    assert len({comment(iri, lang) for lang in LANGUAGES}) == 3


def test_all_own_terms_are_collected() -> None:
    """The parametrized tests above look at every own term: 13 classes, 15 properties, 16 individuals."""
    assert len(OWN) == 44
    assert len(CONTRACT) == 12


@pytest.mark.parametrize("iri", sorted(set(terms()) - set(OWN)), ids=compact)
def test_term_of_another_vocabulary_has_labels(iri: str) -> None:
    """Tables and pictures can name every term in every language."""
    assert set(terms()[iri].labels) == set(LANGUAGES)


def test_kazakh_labels_are_kazakh() -> None:
    """Kazakh texts are not Russian ones copied: nearly all comments have a letter that only Kazakh has."""
    kazakh = [comment(iri, "kk") for iri in OWN]
    assert sum(bool(re.search("[әғқңөұүіӘҒҚҢӨҰҮІ]", text)) for text in kazakh) >= len(kazakh) - 2


def test_ontology_is_versioned_and_says_what_kind_each_term_is() -> None:
    """The version IRI ends in the version, and each own term is a class, one kind of property or an individual."""
    (ontology,) = ONTOLOGY.subjects(RDF.type, OWL.Ontology)
    version = str(ONTOLOGY.value(ontology, OWL.versionInfo))
    assert str(ONTOLOGY.value(ontology, OWL.versionIRI)) == f"{ontology}/{version}"
    kinds = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.NamedIndividual}
    for iri in OWN:
        assert len(kinds & set(ONTOLOGY.objects(rdflib.URIRef(iri), RDF.type))) == 1, iri
        assert (rdflib.URIRef(iri), RDFS.isDefinedBy, ontology) in ONTOLOGY


def test_ontology_refers_only_to_own_terms_that_it_declares() -> None:
    """Nothing in kg.ttl points to a term of kg: that isn't there."""
    used = {str(node) for node in ONTOLOGY.all_nodes() if str(node).startswith(KG) and str(node) != KG}
    assert {node for node in used if isinstance(node, rdflib.URIRef)} <= set(OWN)


def test_shapes_use_only_known_terms() -> None:
    """A mistyped class or property in the shapes would check nothing; none is there."""
    used = {str(node) for triple in SHAPES for node in triple if isinstance(node, rdflib.URIRef)}
    queries = " ".join(str(query) for query in SHAPES.objects(None, SH.select))
    used |= {PREFIXES[prefix] + name for prefix, name in re.findall(r"\b(kg|oa|schema|prov):(\w+)", queries)}
    known = {iri for iri in used if iri.startswith(SHAPED)}
    assert len(known) > 40
    assert sorted(known - set(terms())) == []


def test_shapes_are_well_formed() -> None:
    """The shapes conform to the shapes of SHACL itself."""
    conforms, _, text = pyshacl.validate(rdflib.Graph(), shacl_graph=SHAPES, meta_shacl=True)
    assert conforms, text


@pytest.mark.parametrize(
    ("path", "class_"), [("kg:meetingKind", "kg:MeetingKind"), ("kg:agreementStatus", "kg:AgreementStatus")]
)
def test_shapes_list_the_individuals_of_the_ontology(path: str, class_: str) -> None:
    """The kinds of meeting and statuses of an agreement that the shapes allow are those that the ontology has."""
    (shape,) = SHAPES.subjects(SH.path, rdflib.URIRef(expand(path)))
    (head,) = SHAPES.objects(shape, SH["in"])
    assert [str(item) for item in SHAPES.items(head)] == list(instances(class_))


def test_every_term_of_a_graph_is_declared() -> None:
    """A graph of all kinds of things uses no class or property that kg.ttl lacks."""
    used = {quad.predicate.value for quad in quads(extractions(), entities())}
    used |= {
        str(quad.object)[1:-1] for quad in quads(extractions(), entities()) if quad.predicate.value == str(RDF.type)
    }
    assert len(used) > 40
    assert used <= set(terms())


def test_context_names_only_known_terms_and_all_own_ones() -> None:
    """Each name of the JSON-LD context stands for a declared term, and each own class and property has a name."""
    context = json.loads(resource("ontology/context.jsonld").read_text(encoding="utf-8"))["@context"]
    meant = {
        entry["@id"] if isinstance(entry, dict) else entry for entry in context.values() if not isinstance(entry, float)
    }
    curies = {curie for curie in meant if not curie.startswith(("@", "http"))}
    assert {expand(curie) for curie in curies} <= set(terms())
    concepts = {iri for iri in OWN if instances(iri)} | {iri for kind in OWN for iri in instances(kind)}
    assert {compact(iri) for iri in set(OWN) - concepts} <= curies
    assert {prefix: iri for prefix, iri in context.items() if prefix in PREFIXES} == {
        prefix: iri for prefix, iri in PREFIXES.items() if prefix != "owl"
    }


def test_context_gives_the_graph_that_its_names_mean() -> None:
    """A small document with the context is read as the triples that one expects."""
    context = json.loads(resource("ontology/context.jsonld").read_text(encoding="utf-8"))
    document = context | {
        "id": "https://w3id.org/habar/id/organization/wc",
        "type": "Organization",
        "prefLabel": {"kk": "Су кеңесі", "en": "Water Council"},
        "altLabel": {"kk": ["СК"]},
        "memberCount": 104,
        "country": "https://w3id.org/habar/id/country/kz",
    }
    found = {str(quad.triple) for quad in ox.parse(json.dumps(document), format=ox.RdfFormat.JSON_LD)}
    wc = "<https://w3id.org/habar/id/organization/wc>"
    skos, xsd = PREFIXES["skos"], PREFIXES["xsd"]
    assert found == {
        f"{wc} <{RDF.type}> <{KG}Organization>",
        f'{wc} <{skos}prefLabel> "Су кеңесі"@kk',
        f'{wc} <{skos}prefLabel> "Water Council"@en',
        f'{wc} <{skos}altLabel> "СК"@kk',
        f'{wc} <{KG}memberCount> "104"^^<{xsd}integer>',
        f"{wc} <{KG}country> <https://w3id.org/habar/id/country/kz>",
    }
