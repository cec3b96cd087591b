"""The quads of a dataset: their layout, what is left out, and that the same input gives the same bytes."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import KgError
from kg.graph.dataset import BASE, quads, skipped
from kg.graph.turtle import trig, turtle
from kg.graph.validate import validate
from kg.ontology import KG, OA, PROV, RDF, SCHEMA, SKOS, expand
from kg.records import Announcement, Claim, Entity, Extraction, Literal, Name, Span, Thing
from tests.examples import HOSTILE_NAME, entities, extractions

GOLDEN = Path(__file__).parent / "golden" / "graph.ttl"


def test_graph_is_the_golden_one() -> None:
    """The hand-made announcements give the graph that a person has read and approved, byte for byte."""
    assert turtle(quads(extractions(), entities())) == GOLDEN.read_text(encoding="utf-8")


def test_order_of_input_changes_nothing() -> None:
    """Announcements, entities, claims and mentions in any order give the same quads and the same files."""
    expected = quads(extractions(), entities())
    shuffled, shuffle = list(entities()), random.Random(7).shuffle
    shuffle(shuffled)
    turned = [
        replace(one, claims=one.claims[::-1], mentions=one.mentions[::-1], things=one.things[::-1])
        for one in reversed(extractions())
    ]
    turned_entities = [replace(entity, members=entity.members[::-1]) for entity in shuffled]
    assert quads(turned, turned_entities) == expected
    assert trig(reversed(expected)) == trig(expected)


def test_hash_seed_changes_nothing() -> None:
    """Two processes with different hash seeds write the same graph.ttl and graph.trig."""
    code = (
        "from tests.examples import *; from kg.graph.dataset import quads; from kg.graph.turtle import trig, turtle;"
        "made = quads(extractions(), entities()); import sys;"
        "sys.stdout.buffer.write((turtle(made) + trig(made)).encode())"
    )
    written = [_run(code, seed) for seed in ("0", "1")]
    assert written[0] == written[1]
    made = quads(extractions(), entities())
    assert written[0].decode() == turtle(made) + trig(made)


def test_every_evidence_is_the_words_at_its_offsets() -> None:
    """For each evidence, the text of its announcement from start to end is exactly its words."""
    made = quads(extractions(), entities())
    texts = {_announcement(one.announcement.id): one.announcement.text for one in extractions()}
    starts, ends = _objects(made, OA.start), _objects(made, OA.end)
    words, sources = _objects(made, OA.exact), _objects(made, OA.hasSource)
    assert len(words) > 30
    for node, (exact,) in words.items():
        (start,), (end,), (source,) = starts[node], ends[node], sources[node]
        assert texts[source.value][int(start.value) : int(end.value)] == exact.value


def test_default_graph_is_union_of_facts_and_descriptions() -> None:
    """The knowledge holds every triple of every facts graph, and facts graphs hold nothing else."""
    made = quads(extractions(), entities())
    default = {quad.triple for quad in made if isinstance(quad.graph_name, ox.DefaultGraph)}
    facts = {quad.triple for quad in made if str(quad.graph_name).endswith("/facts>")}
    assert facts
    assert facts <= default


def test_what_is_denied_is_a_claim_and_no_triple() -> None:
    """A denied participation is kept as a claim with its modality and whose words it is, and nowhere else."""
    made = quads(extractions(), entities())
    seminar = ox.NamedNode(BASE + "meeting/2021-05-20-wwa-seminar")
    present = {quad.object.value for quad in made if (quad.subject, quad.predicate.value) == (seminar, KG.participant)}
    assert BASE + "person/maria-lindgren" not in present
    (claim,) = [quad.subject for quad in made if quad.predicate.value == KG.modality]
    about = {quad.predicate.value: quad.object.value for quad in made if quad.subject == claim}
    assert about[KG.modality] == "denied"
    assert about[RDF.subject] == seminar.value
    assert about[RDF.object] == BASE + "person/maria-lindgren"
    assert about[KG.saidBy] == BASE + "organization/world-water-association"


def test_meeting_that_is_only_denied_is_no_thing() -> None:
    """A nameless thing of which nothing is asserted has no node in the knowledge."""
    denied = Claim("m", "schema:startDate", Literal("2021-03-15", "date"), (Span(0, 4),), "by-hand", modality="denied")
    made = quads([_one(denied)], [Entity("meeting/none", "Meeting", (), (("a", "m"),))])
    assert not [quad for quad in made if quad.subject.value == BASE + "meeting/none"]
    assert [quad for quad in made if quad.predicate.value == RDF.subject]


def test_claims_without_an_entity_are_skipped_and_told() -> None:
    """A claim about a thing that resolution left out is not in the graph, and is named with its announcement."""
    claim = Claim("m", "kg:participant", "p", (Span(0, 4),), "by-hand")
    meeting = Entity("meeting/one", "Meeting", (), (("a", "m"),))
    assert skipped([_one(claim)], [meeting]) == [("a", claim)]
    assert not [quad for quad in quads([_one(claim)], [meeting]) if quad.predicate.value == KG.participant]
    assert skipped(extractions(), entities()) == []


def test_one_preferred_label_in_a_language() -> None:
    """The first full name of a language is preferred, the others are other labels, an acronym never before a name."""
    names = (
        Name("ОСК", "kk", "acronym"),
        Name("Орталық комиссия", "kk"),
        Name("Комиссия", "kk"),
        Name("ЦИК", "ru", "acronym"),
    )
    made = quads([], [Entity("organization/cec", "Organization", names, ())])
    labels = {(quad.predicate.value, str(quad.object)) for quad in made if "core#" in quad.predicate.value}
    assert labels == {
        (SKOS.prefLabel, '"Орталық комиссия"@kk'),
        (SKOS.altLabel, '"Комиссия"@kk'),
        (SKOS.altLabel, '"ОСК"@kk'),
        (SKOS.prefLabel, '"ЦИК"@ru'),
    }


def test_thing_has_the_classes_that_the_contract_names() -> None:
    """A meeting is also a schema:Event and a prov:Activity, a country a schema:Country alone."""
    made = quads(extractions(), entities())
    types = _objects(made, RDF.type)
    meeting = ox.NamedNode(BASE + "meeting/2021-05-20-wwa-seminar")
    assert {node.value for node in types[meeting]} == {KG.Meeting, SCHEMA.Event, expand("prov:Activity")}
    assert {node.value for node in types[ox.NamedNode(BASE + "country/kz")]} == {SCHEMA.Country}


@pytest.mark.parametrize(
    ("dates", "kept"),
    [
        (["2013", "2013-10"], {"2013-10"}),
        (["2013-10-09", "2013", "2013-10"], {"2013-10-09"}),
        (["2013", "2014-10"], {"2013", "2014-10"}),
        (["201", "2013"], {"201", "2013"}),
    ],
)
def test_coarse_date_gives_way_to_a_finer_one_that_agrees(dates: list[str], kept: set[str]) -> None:
    """A "2013" is not repeated beside "2013-10" in the knowledge, but stays in the facts of its announcement."""
    types = {4: "gYear", 3: "gYear", 7: "gYearMonth", 10: "date"}
    claims = [Claim("m", "schema:startDate", Literal(date, types[len(date)]), (Span(0, 4),), "r") for date in dates]
    made = quads([_one(*claims)], [Entity("membership/one", "Membership", (), (("a", "m"),))])
    found = [quad for quad in made if quad.predicate.value == SCHEMA.startDate]
    assert {quad.object.value for quad in found if isinstance(quad.graph_name, ox.DefaultGraph)} == kept
    assert {quad.object.value for quad in found if not isinstance(quad.graph_name, ox.DefaultGraph)} == set(dates)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ([("2021-03-01", "EventScheduled")], "EventScheduled"),
        ([("2021-03-01", "EventScheduled"), ("2021-04-23", "")], ""),
        ([("2021-04-23", ""), ("2021-03-01", "EventScheduled")], ""),
        ([("2021-03-01", "EventScheduled"), ("2021-03-09", "EventCancelled")], "EventCancelled"),
        ([("2021-03-09", "EventScheduled"), ("2021-03-01", "EventCancelled")], "EventScheduled"),
        ([("2021-03-01", "EventScheduled"), ("2021-03-01", "EventCancelled")], "EventCancelled"),
    ],
)
def test_latest_announcement_says_whether_a_meeting_is_still_planned(said: list[tuple[str, str]], kept: str) -> None:
    """A planned meeting that a later announcement reports as held bears no status; the latest word holds."""
    read, members = [], []
    for number, (published, status) in enumerate(said):
        claims = [Claim("m", "kg:topic", Literal("су", "string", "kk"), (Span(0, 4),), "r")]
        if status:
            claims.append(Claim("m", "schema:eventStatus", Literal(f"schema:{status}", "iri"), (Span(0, 4),), "r"))
        read.append(_one(*claims, id_=f"a{number}", published=published))
        members.append((f"a{number}", "m"))
    made = quads(read, [Entity("meeting/one", "Meeting", (), tuple(members))])
    found = [quad for quad in made if quad.predicate.value == SCHEMA.eventStatus]
    default = {quad.object.value for quad in found if isinstance(quad.graph_name, ox.DefaultGraph)}
    assert default == ({SCHEMA[kept]} if kept else set())


@pytest.mark.parametrize(
    "base", ["", "habar/", "https://example.org", "https://a b/", "https://example.org/<x>/", "x:"]
)
def test_base_that_cannot_be_one_is_refused(base: str) -> None:
    """A base IRI that is relative, has no end or holds what an IRI can't is a clear error."""
    with pytest.raises(KgError, match="base IRI"):
        quads(extractions(), entities(), base)


@pytest.mark.parametrize("base", ["https://data.example.kz/id/", "http://example.org/kg#"])
def test_another_base_names_everything(base: str) -> None:
    """With another base every individual lives there, and the files say the same when read back."""
    made = quads(extractions(), entities(), base)
    assert all(quad.subject.value.startswith(base) for quad in made)
    assert set(ox.parse(trig(made, base), format=ox.RdfFormat.TRIG)) == set(made)


@given(
    id_=st.text(min_size=1, max_size=20), words=st.text(min_size=1, max_size=40), name=st.text(min_size=1, max_size=40)
)
def test_any_text_survives(id_: str, words: str, name: str) -> None:
    """Whatever an announcement's id, words and names hold, the files are read back as the same quads."""
    text = words + "\n" + name
    claim = Claim("m", "kg:topic", Literal(name, "string", "kk"), (Span(len(words) + 1, len(text)),), name)
    made = quads(
        [Extraction(Announcement(id_, text, "kk", publisher=name, url=name), (Thing("m", "Meeting"),), (), (claim,))],
        [Entity(name, "Meeting", (Name(name, "kk"),), ((id_, "m"),), name, (name,))],
    )
    assert set(ox.parse(trig(made), format=ox.RdfFormat.TRIG)) == set(made)
    assert {quad.object.value for quad in made if quad.predicate.value == OA.exact} == {name}


def test_hostile_label_is_plain_text() -> None:
    """Markup and quotes in a name come out as the text they are."""
    made = quads(extractions(), entities())
    back = ox.parse(turtle(made), format=ox.RdfFormat.TURTLE)
    assert HOSTILE_NAME in {quad.object.value for quad in back if quad.predicate.value == SKOS.prefLabel}


def test_announcement_is_described_and_its_text_kept_with_its_claims() -> None:
    """Headline, date, language, hash and length are knowledge; the text itself is only in the claims graph."""
    made = quads(extractions(), entities())
    first = extractions()[0].announcement
    node = ox.NamedNode(_announcement(first.id))
    said = {quad.predicate.value: quad.object.value for quad in made if quad.subject == node}
    assert said[SCHEMA.headline] == first.headline
    assert said[SCHEMA.datePublished] == "2021-03-15"
    assert said[KG.contentHash] == first.content_hash
    assert said[KG.textLength] == str(len(first.text))
    (text,) = [quad for quad in made if quad.subject == node and quad.predicate.value == SCHEMA.text]
    assert text.object.value == first.text
    assert text.graph_name == ox.NamedNode(node.value + "/claims")


def test_same_rule_saying_a_thing_twice_is_one_claim() -> None:
    """Two finds of one triple by one rule are one claim with both quotes and the better confidence."""
    topic = Literal("су", "string", "kk")
    twice = [Claim("m", "kg:topic", topic, (Span(at, at + 2),), "r", sure) for at, sure in ((0, 0.5), (2, 0.75))]
    participant = Claim("m", "kg:participant", "p", (Span(0, 4),), "r")
    made = quads(
        [_one(*twice, participant)],
        [
            Entity("meeting/one", "Meeting", (), (("a", "m"),)),
            Entity("person/one", "Person", (Name("Су", "kk"),), (("a", "p"),)),
        ],
    )
    (claim,) = {quad.subject for quad in made if quad.predicate.value == RDF.object and quad.object.value == "су"}
    assert [quad.object.value for quad in made if quad.subject == claim and quad.predicate.value == KG.confidence] == [
        "0.75"
    ]
    assert len([quad for quad in made if quad.subject == claim and quad.predicate.value == KG.evidence]) == 2
    assert validate(made).results == ()


def test_claim_is_derived_from_its_announcement() -> None:
    """Every claim names the announcement in whose graph it stands."""
    made = quads(extractions(), entities())
    derived = [quad for quad in made if quad.predicate.value == PROV.wasDerivedFrom]
    assert len(derived) > 40
    assert all(quad.graph_name.value == quad.object.value + "/claims" for quad in derived)


def _one(*claims: Claim, id_: str = "a", published: str | None = None) -> Extraction:
    return Extraction(Announcement(id_, "Суды талқылады.", "kk", published), claims=claims)


def _announcement(id_: str) -> str:
    return f"{BASE}announcement/{id_.replace(' ', '%20')}"


def _objects(made: Iterable[ox.Quad], predicate: str) -> dict[object, set[ox.NamedNode | ox.Literal]]:
    found: dict[object, set[ox.NamedNode | ox.Literal]] = {}
    for quad in made:
        if quad.predicate.value == predicate:
            found.setdefault(quad.subject, set()).add(quad.object)
    return found


def _run(code: str, seed: str) -> bytes:
    env = os.environ | {"PYTHONHASHSEED": seed}
    root = Path(__file__).parents[2]
    return subprocess.run([sys.executable, "-c", code], env=env, cwd=root, capture_output=True, check=True).stdout
