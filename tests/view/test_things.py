"""The graph's attributes as the picture reads them."""

from __future__ import annotations

import networkx as nx

from kg.graph.dataset import quads
from kg.graph.network import network
from kg.view.things import clean, relations, things
from tests import examples
from tests.view.sample import quote

LANGUAGES = ("kk", "ru", "en")


def pair(**edge: object) -> nx.MultiDiGraph[str]:
    """Return two things with one relation."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node("b", kind="Organization", label="Кеңес", labels={"kk": "Кеңес", "en": "Council"})
    graph.add_node("a", kind="Person")
    graph.add_edge("a", "b", **edge)
    return graph


def test_name_is_in_every_language() -> None:
    """A language without a label of its own gets another's; a thing without any name its IRI."""
    nameless, council = things(pair(), LANGUAGES)
    assert dict(council.labels) == {"kk": "Кеңес", "ru": "Кеңес", "en": "Council"}
    assert nameless.labels["kk"] == nameless.iri == "a"


def test_post_is_called_by_its_name() -> None:
    """A membership's label is the post; another predicate has our word in each language."""
    (post,) = relations(pair(predicate="kg:Membership", label="Төраға"), LANGUAGES)
    assert set(post.words.values()) == {"Төраға"}
    (met,) = relations(pair(predicate="kg:participant", label="participant"), LANGUAGES)
    assert dict(met.words) == {"kk": "қатысушы", "ru": "участник", "en": "participant"}
    (member,) = relations(pair(predicate="kg:Membership", label="", labels={"ru": "член"}), LANGUAGES)
    assert member.words["kk"] == "член"


def test_quotes_are_told_once_and_the_surest_first() -> None:
    """The same quote twice is one; a link is kept only if it is of the web."""
    unsure, sure = quote("екі", confidence=0.5), quote("бір") | {"url": "https://example.org/1"}
    script = quote("үш", start=9) | {"url": "javascript:alert(1)"}
    (relation,) = relations(pair(quotes=[script, unsure, sure, sure]), LANGUAGES)
    assert [(one.text, one.url) for one in relation.quotes] == [
        ("бір", "https://example.org/1"), ("үш", ""), ("екі", "")
    ]  # fmt: skip


def test_text_that_no_file_can_hold_is_mended() -> None:
    """Lone surrogates and control characters go, newlines stay."""
    assert clean("a\ud800b\x00c\x9fd\ne") == "a?b c d\ne"
    assert clean(None) == ""


def test_real_network_is_understood() -> None:
    """What kg.graph.network gives, the picture reads: posts, values with quotes, statuses."""
    graph = network(quads(examples.extractions(), examples.entities()))
    found = {thing.iri.rpartition("/id/")[2]: thing for thing in things(graph, LANGUAGES)}
    association = found["organization/world-water-association"]
    assert [(value.predicate, value.labels["kk"]) for value in association.values] == [("kg:memberCount", "104")]
    assert association.values[0].quotes[0].text == "оның құрамына 104 ұйым кіреді"
    assert {thing.status for thing in found.values()} == {"", "planned"}
    ties = relations(graph, LANGUAGES)
    assert "Төраға" in {tie.words["kk"] for tie in ties if tie.predicate == "kg:Membership"}
    assert all(quote.text for tie in ties for quote in tie.quotes)
