"""The namespaces know their terms and no others."""

from __future__ import annotations

import subprocess
import sys

import pytest

from kg.ontology import KG, ORG, SCHEMA, comment, compact, expand, label, superclasses


def test_term_is_its_iri() -> None:
    """An attribute of a namespace, or an item where Python reserves the name, is the term's IRI."""
    assert KG.Meeting == "https://w3id.org/habar/ontology#Meeting"
    assert SCHEMA["startDate"] == SCHEMA.startDate == "https://schema.org/startDate"
    assert ORG.member in ORG
    assert ORG.member not in KG
    assert "Meeting" in dir(KG)
    assert str(KG) == "https://w3id.org/habar/ontology#"


def test_mistyped_term_raises_and_names_the_nearest() -> None:
    """A slip is an error that shows what was meant, in every way to ask for a term."""
    with pytest.raises(AttributeError, match=r"kg:Meetng is no term .* did you mean kg:Meeting\?"):
        _ = KG.Meetng
    with pytest.raises(KeyError, match=r"did you mean kg:participant\?"):
        KG["participants"]
    with pytest.raises(KeyError, match=r"did you mean schema:startDate\?"):
        expand("schema:startsDate")
    with pytest.raises(KeyError, match="no prefix"):
        expand("ex:Meeting")


def test_curies_and_iris_are_two_forms_of_one_term() -> None:
    """What is compacted expands again; an IRI of no known vocabulary stays as it is."""
    assert compact(expand("kg:memberCount")) == "kg:memberCount"
    assert compact("https://example.org/a") == "https://example.org/a"


def test_terms_are_named_in_each_language() -> None:
    """A label is in the language asked for, else in English, else the local name; IRIs and CURIEs are alike."""
    assert [label("kg:Meeting", lang) for lang in ("kk", "ru", "en", "de")] == [
        "Кездесу",
        "Встреча",
        "Meeting",
        "Meeting",
    ]
    assert label(KG.Meeting, "kk") == "Кездесу"
    assert label("https://schema.org/unheardOf", "kk") == "unheardOf"
    assert comment("kg:Person", "en") == "A human being whom an announcement names."
    assert comment("kg:Persn") == ""


def test_class_knows_what_its_members_also_are() -> None:
    """Superclasses are those of the contract; a class without any has none."""
    assert [compact(iri) for iri in superclasses("kg:Meeting")] == ["schema:Event", "prov:Activity"]
    assert superclasses("schema:Country") == ()


def test_importing_it_reads_and_loads_nothing() -> None:
    """The command line may import the namespaces without paying for any RDF library."""
    code = "import sys, kg.ontology; print([m for m in ('rdflib', 'pyoxigraph') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
