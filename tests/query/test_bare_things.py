"""A thing of which little is known is in the answers all the same: no part that a text may leave out is demanded."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.ontology import PREFIXES
from kg.query.ask import ask

BARE = """
<meeting/held> a kg:Meeting .
<meeting/met> a kg:Meeting ; kg:participant <person/a> .
<meeting/planned> a kg:Meeting ; schema:eventStatus schema:EventScheduled .
<program/p> a kg:Program .
<agreement/g> a kg:Agreement .
<election/e> a kg:Election .
<membership/m> a kg:Membership ; org:member <person/a> ; org:organization <organization/o> .
<membership/post> a kg:Membership ; org:member <person/a> ; org:organization <organization/o> ; org:role <role/r> .
<announcement/n> a kg:Announcement .
<person/a> a kg:Person .
<organization/o> a kg:Organization .
<role/r> a kg:Role .
"""
POSTS = ["membership/m", "membership/post"]


@pytest.fixture(scope="module")
def bare() -> ox.Store:
    """Return a graph of things of which nothing is known but what they are and whom they tie."""
    store = ox.Store()
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    store.load(prefixes + BARE, format=ox.RdfFormat.TURTLE, base_iri="https://w3id.org/habar/id/")
    return store


@pytest.mark.parametrize(
    ("name", "parameters", "found"),
    [
        ("planned-meetings", {}, ["meeting/planned"]),
        ("meetings-of", {"entity": "person/a"}, ["meeting/met"]),
        ("most-connected", {}, ["person/a"]),
        ("agreements", {}, ["agreement/g"]),
        ("elections", {}, ["election/e"]),
        ("programmes", {}, ["program/p"]),
        ("announcements", {}, ["announcement/n"]),
        ("posts", {}, ["membership/post"]),
        ("members-of", {"organization": "organization/o"}, POSTS),
        ("ever-members", {"organization": "organization/o"}, POSTS),
        ("memberships-of", {"entity": "person/a"}, POSTS),
        ("holders-of-post", {"organization": "organization/o"}, ["membership/post"]),
        ("holder-on-date", {"organization": "organization/o", "date": "2021"}, ["membership/post"]),
        ("members-on-date", {"organization": "organization/o", "date": "2021"}, POSTS),
        ("tenures", {}, ["membership/post"]),
        ("successors", {"organization": "organization/o"}, ["membership/post"]),
    ],
)
def test_a_bare_thing_still_appears(name: str, parameters: dict[str, str], found: list[str], bare: ox.Store) -> None:
    """The last column, the thing itself, is there though its date, names, place and participants are not."""
    rows = list(ask(bare, name, parameters))  # type: ignore[arg-type]
    assert sorted(tuple(row)[-1].value.removeprefix("https://w3id.org/habar/id/") for row in rows) == found


def test_a_meeting_without_a_date_is_counted(bare: ox.Store) -> None:
    """Held meetings of no known day are under an empty month; a planned one is not among them."""
    rows = [[cell.value for cell in row] for row in ask(bare, "meetings-by-month")]  # type: ignore[union-attr]
    assert rows == [["", "2"]]


def test_a_named_meeting_is_among_the_names() -> None:
    """A meeting that bears a name is listed by it; one without is not."""
    store = ox.Store()
    node, other = (ox.NamedNode(f"https://w3id.org/habar/id/meeting/{name}") for name in ("named", "nameless"))
    for one in (node, other):
        store.add(ox.Quad(one, ox.NamedNode(PREFIXES["rdf"] + "type"), ox.NamedNode(PREFIXES["kg"] + "Meeting")))
    store.add(ox.Quad(node, ox.NamedNode(PREFIXES["skos"] + "prefLabel"), ox.Literal("Су форумы", language="kk")))
    assert [(row["kk"].value, row["entity"]) for row in ask(store, "labels")] == [("Су форумы", node)]  # type: ignore[union-attr]


@pytest.mark.parametrize(("lang", "shown"), [("kk", "Берік"), ("ru", "Берик")])
def test_one_name_is_shown(lang: str, shown: str) -> None:
    """A name in the language asked for leaves no room for one in an unknown language, which is shown by itself."""
    store = ox.Store()
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    people = """<meeting/m> a kg:Meeting ; kg:participant <person/a>, <person/b> .
    <person/a> a kg:Person ; skos:prefLabel "Берік"@kk, "Берик"@ru, "Berik?"@und .
    <person/b> a kg:Person ; skos:prefLabel "Anna"@und ."""
    store.load(prefixes + people, format=ox.RdfFormat.TURTLE, base_iri="https://w3id.org/habar/id/")
    rows = [(row["person"].value, row["other"].value) for row in ask(store, "who-met-whom", lang=lang)]  # type: ignore[union-attr]
    assert rows == [(shown, "Anna")]
