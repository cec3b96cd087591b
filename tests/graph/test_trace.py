"""Every fact leads back to the words that say it."""

from __future__ import annotations

import pyoxigraph as ox

from kg.graph.dataset import BASE, quads
from kg.graph.store import as_store, in_memory
from kg.graph.trace import all_quotes, quotes, untraced
from kg.ontology import KG, PREFIXES
from tests.examples import entities, extractions

STORE = as_store(quads(extractions(), entities()))


def test_fact_leads_to_its_words() -> None:
    """A membership's start leads to the words, offsets, rule, confidence and announcement that give it."""
    since = ox.Literal("2013-10", datatype=ox.NamedNode(PREFIXES["xsd"] + "gYearMonth"))
    membership = BASE + "membership/wc-kz-world-water-association-institutional-member"
    (quote,) = quotes(STORE, membership, "schema:startDate", since)
    assert quote.text == "2013 жылғы қазаннан бері"
    assert extractions()[0].announcement.text[quote.start : quote.end] == quote.text
    assert (quote.id, quote.rule, quote.confidence, quote.modality) == ("su-kenesi kk", "by-hand", 0.9, "asserted")
    assert quote.published == "2021-03-15"
    assert quote.headline == extractions()[0].announcement.headline


def test_fact_said_in_three_languages_has_three_quotes() -> None:
    """What each of the announcements says is quoted from each, in order."""
    found = quotes(STORE, BASE + "membership/asqar-bedelov-wc-kz-chair", "org:member", BASE + "person/asqar-bedelov")
    assert [quote.id for quote in found] == ["su-kenesi en", "su-kenesi kk", "su-kenesi ru"]


def test_name_leads_to_its_words() -> None:
    """A label that an announcement uses leads to the words, whatever their case ending."""
    name = ox.Literal("Дүниежүзілік су қауымдастығы", language="kk")
    (quote,) = quotes(STORE, BASE + "organization/world-water-association", "skos:prefLabel", name)
    assert quote.text == "Дүниежүзілік су қауымдастығының"


def test_denial_is_quoted_as_denial() -> None:
    """Words that deny a triple are found for it with their modality, but not among the quotes of facts."""
    denied = BASE + "meeting/2021-05-20-wwa-seminar", KG.participant, BASE + "person/maria-lindgren"
    (quote,) = quotes(STORE, *denied)
    assert quote.modality == "denied"
    assert tuple(map(ox.NamedNode, denied)) not in all_quotes(STORE)


def test_nothing_that_no_one_says_is_quoted() -> None:
    """A triple that isn't there has no quotes, and a hostile object stays a value."""
    attack = ox.Literal('" } } ; DROP ALL #')
    assert quotes(STORE, BASE + "person/asqar-bedelov", "skos:prefLabel", attack) == []


def test_no_triple_is_without_words() -> None:
    """Of the hand-made graph every triple of the contract is traced; one that is slipped in is found."""
    assert untraced(STORE) == []
    invented = ox.Quad(
        ox.NamedNode(BASE + "meeting/2021-05-20-wwa-seminar"),
        ox.NamedNode(KG.participant),
        ox.NamedNode(BASE + "person/maria-lindgren"),
    )
    assert untraced(in_memory([*STORE, invented])) == [tuple(invented.triple)]
