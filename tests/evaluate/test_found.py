"""What a graph says, as flat facts."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.evaluate import Fact, facts_of

GRAPH = """
@prefix : <https://w3id.org/habar/id/> .
@prefix kg: <https://w3id.org/habar/ontology#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
:ada a kg:Person ; skos:prefLabel "Ada"@en, "Ада"@kk .
:chair a kg:Role ; skos:prefLabel "chair"@en .
:club a kg:Organization ; skos:prefLabel "Club"@en ; skos:altLabel "Клуб"@kk ; kg:memberCount 12 .
:union a kg:Organization .
:m1 a kg:Membership ; org:member :ada ; org:role :chair ; org:organization :club ; schema:endDate "2020" .
:m2 a kg:Membership ; org:member :ada ; org:role :chair ; org:organization :club ; schema:startDate "2021" .
:m3 a kg:Membership ; org:member :club ; org:role :chair ; org:organization :union ; schema:startDate "2019-03" .
:talk a kg:Meeting ; schema:startDate "2021-05-12" ; schema:location :hall, :town .
:talk schema:eventStatus schema:EventCancelled .
:hall skos:prefLabel "Hall"@en . :town skos:prefLabel "Town"@en .
:plan a kg:Program ; kg:participant :club .
:claimed { :talk kg:participant :ada }
"""
ADA, CHAIR, CLUB, UNION = ("Ada", "Ада"), ("chair",), ("Club", "Клуб"), ("https://w3id.org/habar/id/union",)


@pytest.fixture
def graph() -> list[ox.Quad]:
    """Return a graph with each relation."""
    return list(ox.parse(GRAPH, format=ox.RdfFormat.TRIG))


def test_every_relation_is_read(graph: list[ox.Quad]) -> None:
    """Places are one fact, a post that has ended is known to have, only the knowledge is looked at."""
    assert facts_of(graph, "en") == (
        Fact("meeting.date", (("2021-05-12",),), "talk"),
        Fact("meeting.place", (("Hall", "Town"),), "talk"),
        Fact("meeting.cancelled", (), "talk"),
        Fact("role", (ADA, CHAIR, CLUB), ended=True),
        Fact("role", (ADA, CHAIR, CLUB)),
        Fact("memberOf", (CLUB, UNION)),
        Fact("memberOf.role", (CLUB, UNION, CHAIR)),
        Fact("memberOf.since", (CLUB, UNION, ("2019-03",))),
        Fact("program", (("https://w3id.org/habar/id/plan",), CLUB)),
        Fact("memberCount", (CLUB, ("12",))),
    )


def test_names_of_the_language_come_first(graph: list[ox.Quad]) -> None:
    """So that what is shown is in the language of the announcement."""
    assert facts_of(graph, "kk")[-1] == Fact("memberCount", (("Клуб", "Club"), ("12",)))
