"""The SPARQL 1.1 Protocol, asked over the network."""

from __future__ import annotations

import json

import httpx
import pyoxigraph as ox
import pytest

COUNT = "SELECT (COUNT(*) AS ?n) { ?m a kg:Meeting }"
THING = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o . ?s a kg:Person }"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def _number(answer: httpx.Response) -> int:
    (row,) = answer.json()["results"]["bindings"]
    return int(row["n"]["value"])


def test_a_query_may_come_in_three_ways(client: httpx.Client) -> None:
    """By GET, as a form and as the body of a POST a query gives the same."""
    answers = [
        client.get("/sparql", params={"query": COUNT}),
        client.post("/sparql", data={"query": COUNT}),
        client.post("/sparql", content=COUNT, headers={"Content-Type": "application/sparql-query"}),
    ]
    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert len({_number(answer) for answer in answers}) == 1
    assert _number(answers[0]) > 0


@pytest.mark.parametrize(
    "form",
    ["application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values"],
)
def test_rows_come_as_the_client_likes(client: httpx.Client, form: str) -> None:
    """The W3C's four formats of results are given by Accept."""
    answer = client.get("/sparql", params={"query": COUNT}, headers={"Accept": form})
    assert answer.headers["content-type"].startswith(form)
    assert "n" in answer.text


@pytest.mark.parametrize(
    ("form", "parsed"),
    [
        ("text/turtle", ox.RdfFormat.TURTLE),
        ("application/n-triples", ox.RdfFormat.N_TRIPLES),
        ("application/ld+json", ox.RdfFormat.JSON_LD),
        ("application/rdf+xml", ox.RdfFormat.RDF_XML),
    ],
)
def test_triples_come_as_the_client_likes(client: httpx.Client, form: str, parsed: ox.RdfFormat) -> None:
    """Each RDF format holds the same triples."""
    answer = client.get("/sparql", params={"query": THING}, headers={"Accept": form})
    plain = client.get("/sparql", params={"query": THING}, headers={"Accept": "application/n-triples"})
    assert answer.headers["content-type"].startswith(form)
    triples = {str(quad) for quad in ox.parse(answer.content, format=parsed)}
    assert triples == {str(quad) for quad in ox.parse(plain.content, format=ox.RdfFormat.N_TRIPLES)}
    assert triples


def test_an_ask_says_true_or_false(client: httpx.Client) -> None:
    """An ASK is a boolean in JSON and in XML."""
    query = {"query": "ASK { ?s a kg:Person }"}
    assert client.get("/sparql", params=query).json()["boolean"] is True
    assert "true" in client.get("/sparql", params=query, headers={"Accept": "application/sparql-results+xml"}).text


def test_the_graphs_to_ask_can_be_named(client: httpx.Client) -> None:
    """default-graph-uri chooses the graph of one announcement's facts."""
    graphs = client.get("/sparql", params={"query": "SELECT ?g { GRAPH ?g { ?s a kg:Meeting } } LIMIT 1"}).json()
    facts = "https://w3id.org/habar/id/announcement/2017-12-21-election-commission-kk/facts"
    assert graphs["results"]["bindings"] == [] or facts
    chosen = client.get("/sparql", params={"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "default-graph-uri": facts})
    everything = client.get("/sparql", params={"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"})
    assert 0 < _number(chosen) < _number(everything)


@pytest.mark.parametrize(
    ("sent", "status", "said"),
    [
        ({"query": "SELEC ?x"}, 400, "The query is wrong at line 1"),
        ({"query": "SELECT * { ?s nope:a ?o }"}, 400, "nope: without declaring"),
        ({"query": "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"}, 400, "SERVICE would ask another host"),
        ({"query": "DELETE WHERE { ?s ?p ?o }"}, 400, "would change the graph"),
        ({"query": COUNT, "default-graph-uri": "no iri"}, 400, "is no IRI"),
        ({"update": "CLEAR ALL"}, 403, "only reads"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(
    client: httpx.Client, sent: dict[str, str], status: int, said: str
) -> None:
    """A request that can't be answered gets a status and one plain sentence."""
    answer = client.post("/sparql", data=sent)
    assert answer.status_code == status
    assert said in answer.text
    assert answer.headers["content-type"].startswith("text/plain")


def test_several_queries_are_refused(client: httpx.Client) -> None:
    """The protocol allows one query a request."""
    answer = client.get("/sparql", params=[("query", COUNT), ("query", COUNT)])
    assert (answer.status_code, "one at a time" in answer.text) == (400, True)


def test_other_bodies_are_refused(client: httpx.Client) -> None:
    """A POST of something else, of no UTF-8, or of a megabyte is refused."""
    json_ = client.post("/sparql", content="{}", headers={"Content-Type": "application/json"})
    kind = {"Content-Type": "application/sparql-query"}
    assert json_.status_code == 415
    assert client.post("/sparql", content=b"\xff\xfe", headers=kind).status_code == 400
    assert client.post("/sparql", content=b"#" * 1_100_000, headers=kind).status_code == 413


def test_a_format_that_is_unknown_is_refused(client: httpx.Client) -> None:
    """Nothing is sent in a format that was not asked for."""
    answer = client.get("/sparql", params={"query": COUNT}, headers={"Accept": "image/png"})
    assert answer.status_code == 406


def test_a_query_that_takes_too_long_is_ended(client: httpx.Client) -> None:
    """After its seconds a query is ended, and the server goes on answering."""
    answer = client.get("/sparql", params={"query": ENDLESS})
    assert answer.status_code == 503
    assert "longer than 3 seconds" in answer.text
    assert client.get("/sparql", params={"query": COUNT}).status_code == 200


def test_an_answer_that_is_too_long_is_refused(client: httpx.Client) -> None:
    """More bytes than allowed are not sent in part, as rows or as triples."""
    for query in ("SELECT * { GRAPH ?g { ?s ?p ?o } }", "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }"):
        answer = client.get("/sparql", params={"query": query})
        assert answer.status_code == 400
        assert "longer than 0.2 MB" in answer.text


def test_the_endpoint_describes_itself(client: httpx.Client) -> None:
    """Without a query programs get the service description, people the page where queries are written."""
    described = client.get("/sparql", headers={"Accept": "text/turtle"})
    assert "SPARQL11Query" in described.text
    assert list(ox.parse(described.content, format=ox.RdfFormat.TURTLE))
    assert client.get("/sparql", headers={"Accept": "text/html"}).headers["location"] == "/query"


def test_scripts_of_chosen_sites_may_ask(client: httpx.Client) -> None:
    """Only an origin named by --cors gets the header that lets its scripts read the answer."""
    allowed = client.get("/sparql", params={"query": COUNT}, headers={"Origin": "https://example.org"})
    other = client.get("/sparql", params={"query": COUNT}, headers={"Origin": "https://example.com"})
    assert allowed.headers["access-control-allow-origin"] == "https://example.org"
    assert "access-control-allow-origin" not in other.headers


def test_a_download_has_a_name(client: httpx.Client) -> None:
    """A link of a page can ask for a format and for a file."""
    answer = client.get("/sparql", params={"query": COUNT, "format": "json", "download": "1"})
    assert answer.headers["content-disposition"] == 'attachment; filename="answer.srj"'
    assert json.loads(answer.text)["head"]["vars"] == ["n"]
