"""The network: which things are nodes, what they are called, what ties them and by which words."""

from __future__ import annotations

from pathlib import Path

from kg.graph.dataset import BASE, quads
from kg.graph.network import network
from kg.graph.store import as_dataset, write_store
from tests.examples import HOSTILE_NAME, entities, extractions

MADE = quads(extractions(), entities())
GRAPH = network(MADE)
BILATERAL = BASE + "meeting/2021-03-15-bedelov-lindgren"


def test_things_are_nodes_but_not_their_memberships_roles_or_announcements() -> None:
    """Each thing of the hand-made graph is a node of its kind."""
    kinds = sorted(data["kind"] for _, data in GRAPH.nodes(data=True))
    assert kinds == sorted(
        ["Person"] * 2 + ["Organization"] * 2 + ["Meeting"] * 3 + ["Program"] * 2 + ["Place"] * 2
        + ["Agreement", "Election", "Country"]
    )  # fmt: skip
    assert GRAPH.graph == {"announcements": 3}


def test_node_is_called_in_every_language_it_has() -> None:
    """The label is in the first language asked for that has one; others and acronyms are there too."""
    node = GRAPH.nodes[BASE + "organization/world-water-association"]
    assert node["label"] == "Дүниежүзілік су қауымдастығы"
    assert list(node["labels"]) == ["kk", "ru", "en"]
    assert node["alt"] == ["WWA", "ВВА", "ДСҚ"]
    assert (
        network(MADE, ("en",)).nodes[BASE + "organization/world-water-association"]["label"]
        == "World Water Association"
    )
    assert network(MADE, ("en",)).nodes[BASE + "country/kz"]["label"] == "Қазақстан"


def test_meeting_is_called_by_its_kind_and_who_met() -> None:
    """A meeting has no name of its own: its kind and the people, or whoever organises it, make it known."""
    node = GRAPH.nodes[BILATERAL]
    assert node["labels"] == {
        "kk": "Екіжақты кездесу: Асқар Беделов, Мария Линдгрен",
        "ru": "Двусторонняя встреча: Аскар Беделов, Мария Линдгрен",
        "en": "Bilateral meeting: Askar Bedelov, Maria Lindgren",
    }
    assert (node["start"], node["end"], node["status"]) == ("2021-03-15", None, None)
    planned = GRAPH.nodes[BASE + "meeting/2021-04-22-wc-kz-session"]
    assert (planned["label"], planned["status"]) == ("Отырыс: Қазақстан Су кеңесі", "planned")


def test_values_of_a_node_have_their_quotes() -> None:
    """A number of members is no tie but a value of the node, with the words that give it."""
    (value,) = GRAPH.nodes[BASE + "organization/world-water-association"]["values"]
    assert (value["predicate"], value["value"]) == ("kg:memberCount", "104")
    assert [quote["text"] for quote in value["quotes"]] == ["оның құрамына 104 ұйым кіреді"]


def test_tie_has_its_words() -> None:
    """A participation is an edge from the meeting, with its predicate in three languages and its quotes."""
    edge = GRAPH.edges[BILATERAL, BASE + "person/maria-lindgren", "kg:participant"]
    assert edge["labels"] == {"kk": "қатысушы", "ru": "участник", "en": "participant"}
    (quote,) = edge["quotes"]
    assert quote["announcement"] == "su-kenesi kk"
    assert extractions()[0].announcement.text[quote["start"] : quote["end"]] == quote["text"]
    assert not GRAPH.has_edge(BASE + "meeting/2021-05-20-wwa-seminar", BASE + "person/maria-lindgren")


def test_membership_is_an_edge_called_by_its_role() -> None:
    """An organisation's membership runs from the member to the organisation, with its role, its start and its IRI."""
    iri = BASE + "membership/wc-kz-world-water-association-institutional-member"
    edge = GRAPH.edges[BASE + "organization/wc-kz", BASE + "organization/world-water-association", iri]
    assert (edge["predicate"], edge["label"], edge["start"], edge["iri"]) == (
        "kg:Membership",
        "Институционалдық мүше",
        "2013-10",
        iri,
    )
    assert "2013 жылғы қазаннан бері" in [quote["text"] for quote in edge["quotes"]]
    post = GRAPH.get_edge_data(BASE + "person/asqar-bedelov", BASE + "organization/wc-kz")
    assert [data["labels"] for data in post.values()] == [{"kk": "Төраға", "ru": "Председатель", "en": "Chairman"}]


def test_every_tie_has_a_quote() -> None:
    """No edge of the hand-made graph is without words."""
    assert [edge for *edge, data in GRAPH.edges(keys=True, data=True) if not data["quotes"]] == []
    assert GRAPH.number_of_edges() == 20


def test_hostile_name_is_plain_text() -> None:
    """Markup in a name stays the text it is; escaping is the page's task."""
    assert GRAPH.nodes[BASE + "program/rivers-us"]["label"] == HOSTILE_NAME


def test_folder_and_dataset_give_the_same_network(tmp_path: Path) -> None:
    """A build on disk and an rdflib.Dataset give the same nodes and edges, in the same order."""
    write_store(MADE, tmp_path)
    for source in (tmp_path, as_dataset(MADE)):
        other = network(source)
        assert list(other.nodes(data=True)) == list(GRAPH.nodes(data=True))
        assert list(other.edges(keys=True, data=True)) == list(GRAPH.edges(keys=True, data=True))
