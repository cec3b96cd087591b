"""Pages for people, and the IRIs of individuals."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import httpx
import pyoxigraph as ox
import pytest

from kg import build
from tests.serve.conftest import HOSTILE, SAMPLES, Server

if TYPE_CHECKING:
    from playwright.sync_api import Browser

IMASHEV = "/id/person/berik-imashev"
HTML = {"Accept": "text/html"}
HOSTILE_PAGE = "/id/announcement/" + quote(HOSTILE.id, safe="")


def test_an_individual_is_a_page_for_people(client: httpx.Client) -> None:
    """A page tells posts and meetings, and quotes the words that say so with a link to their place."""
    page = client.get(IMASHEV, headers=HTML).text
    assert "<h1>Берік Имашев</h1>" in page
    assert 'href="/id/organization/cec-kz"' in page
    assert re.search(r'href="/id/announcement/2017-12-21-election-commission-kk#w\d+-\d+"', page)


def test_what_happened_is_told_in_order(client: httpx.Client) -> None:
    """The timeline of a body has its dated facts, the earliest first."""
    page = client.get("/id/organization/cec-kz", headers=HTML).text
    timeline = page[page.index('<ol class="timeline">') : page.index("</ol>", page.index('<ol class="timeline">'))]
    days = re.findall(r'datetime="([^"]+)"', timeline)
    assert days == sorted(days)
    assert "2013-10" in days
    assert "2017-12-21" in days


@pytest.mark.parametrize("form", ["text/turtle", "application/ld+json", "application/n-triples", "application/rdf+xml"])
def test_an_individual_is_triples_for_programs(client: httpx.Client, form: str) -> None:
    """The same IRI gives RDF by Accept, the memberships with it."""
    answer = client.get(IMASHEV, headers={"Accept": form})
    assert answer.headers["content-type"].startswith(form)
    assert "Accept" in answer.headers["vary"]
    triples = list(ox.parse(answer.content, format=ox.RdfFormat.from_media_type(form) or ox.RdfFormat.TURTLE))
    assert any(str(triple.predicate) == "<http://www.w3.org/ns/org#role>" for triple in triples)


def test_an_announcement_is_shown_with_its_marks(client: httpx.Client) -> None:
    """The whole text is there, with what was found marked and the places that quotes link to."""
    page = client.get("/id/announcement/2017-12-21-election-commission-kk", headers=HTML).text
    text = (SAMPLES / "2017-12-21-election-commission-kk.txt").read_text("utf-8")
    shown = re.sub(
        r"<[^>]+>", "", page[page.index('<div class="text"') : page.index("</div>", page.index('<div class="text"'))]
    )
    assert "".join(shown.split()) in "".join(text.replace('"', "&#34;").split()) + ">"
    assert len(re.findall(r"<mark ", page)) > 10
    linked = set(re.findall(r'href="#(w\d+-\d+)"', page))
    assert linked <= set(re.findall(r'<a id="(w\d+-\d+)">', page))
    assert linked


def test_a_claim_leads_to_its_words(client: httpx.Client) -> None:
    """The IRI of a claim leads to its line under the announcement, and is RDF for programs."""
    query = "SELECT ?claim { GRAPH ?g { ?claim a kg:Claim } } ORDER BY ?claim LIMIT 1"
    (row,) = client.get("/sparql", params={"query": query}).json()["results"]["bindings"]
    path = row["claim"]["value"].replace("https://w3id.org/habar", "")
    there = client.get(path, headers=HTML)
    assert there.status_code == 303
    place, _, name = there.headers["location"].partition("#")
    assert f'id="{name}"' in client.get(place, headers=HTML).text
    assert b"Claim" in client.get(path, headers={"Accept": "text/turtle"}).content


@pytest.mark.parametrize("typed", ["Имашев", "imashev", "ИМАШЕВ", "берік имашев", "Berik"])
def test_a_name_is_found_in_any_alphabet(client: httpx.Client, typed: str) -> None:
    """The search finds a person by part of a name as it is typed."""
    assert f'href="{IMASHEV}"' in client.get("/search", params={"q": typed}).text


def test_a_named_question_is_answered_on_the_page(client: httpx.Client) -> None:
    """A question with its parameter filled in shows a table whose individuals are links."""
    asked = {"question": "members-of", "p-organization": "A-WEB", "lang": "en"}
    page = client.get("/query", params=asked).text
    assert "<th>member</th>" in page
    assert "Central Election Commission" in page
    wrong = client.get("/query", params={**asked, "p-organization": "Nobody at All"})
    assert wrong.status_code == 400
    assert "is called" in wrong.text


def test_triples_of_a_query_are_drawn(client: httpx.Client) -> None:
    """What a CONSTRUCT gives can be looked at as the picture."""
    drawn = client.get("/query/picture", params={"query": "CONSTRUCT WHERE { ?m kg:participant ?p ; a ?c }"})
    assert drawn.status_code == 200
    assert "vis" in drawn.text
    assert client.get("/query/picture", params={"query": "ASK { ?s ?p ?o }"}).status_code == 400


def test_pages_speak_three_languages(client: httpx.Client) -> None:
    """The language is chosen by a link and kept in a cookie."""
    chosen = client.get(IMASHEV, params={"lang": "ru"}, headers=HTML)
    assert "Должности и членство" in chosen.text
    assert "lang=ru" in chosen.headers["set-cookie"]
    kept = client.get(IMASHEV, headers={**HTML, "Cookie": "lang=en"})
    assert "Posts and memberships" in kept.text
    client.cookies.clear()


@pytest.mark.parametrize(
    "path", ["/id/person/nobody-at-all", "/nothing", "/id/", "/id/%00", "/id/../../etc/passwd", "/id/a%20b"]
)
def test_what_is_not_there_is_a_plain_page(client: httpx.Client, path: str) -> None:
    """A wrong address gets 404 and a page, whatever stands in it."""
    answer = client.get(path, headers=HTML)
    assert answer.status_code == 404
    assert "<h1>" in answer.text


@pytest.mark.parametrize(
    "path",
    [
        HOSTILE_PAGE,
        "/announcements",
        "/",
        "/search?q=%3Cscript%3Ealert(1)%3C/script%3E",
        "/query?query=%3C/textarea%3E%3Cscript%3E",
    ],
)
def test_text_never_becomes_markup(client: httpx.Client, path: str) -> None:
    """Neither announcements nor what is typed can put a tag or a script link on a page, and no script may run."""
    answer = client.get(path, headers=HTML)
    assert answer.status_code in (200, 400)
    assert "<script" not in answer.text
    assert "<img" not in answer.text
    assert "javascript:" not in answer.text
    assert "script" not in answer.headers["content-security-policy"]


def test_the_server_is_well(client: httpx.Client) -> None:
    """/health is for whoever watches the server."""
    assert client.get("/health").json()["status"] == "ok"


def test_another_name_for_this_machine_is_refused(client: httpx.Client) -> None:
    """A page of another site can't reach a local server under a name of its own (DNS rebinding)."""
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 400


def test_a_graph_built_anew_is_served(tmp_path: Path) -> None:
    """Pages and queries answer from a new build as soon as it is in place."""
    build([SAMPLES / "2017-12-21-election-commission-kk.txt"], tmp_path)
    server = Server(tmp_path)
    try:
        count = {"query": "SELECT ?a { ?a a kg:Announcement }"}
        before = server.client.get("/sparql", params=count).json()["results"]["bindings"]
        build(sorted(SAMPLES.glob("2017-*.txt")), tmp_path)
        after = server.client.get("/sparql", params=count).json()["results"]["bindings"]
        assert (len(before), len(after)) == (1, 3)
        assert server.client.get("/announcements", headers=HTML).text.count('hreflang="en"') == 1
    finally:
        assert server.stop() == 0


@pytest.mark.browser
def test_a_browser_without_scripts_reads_everything(server: Server, browser: Browser) -> None:
    """Without JavaScript a reader gets from the start to a person, a quote and its place; no other host is asked."""
    context = browser.new_context(java_script_enabled=False, locale="en-GB", viewport={"width": 390, "height": 844})
    page = context.new_page()
    asked: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: wrong.append(message.text))
    page.goto(server.address)
    page.get_by_role("searchbox").fill("imashev")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("link", name="Berik Imashev").click()
    assert page.locator("h1").inner_text() == "Berik Imashev"
    page.locator("details summary").first.click()
    page.locator("blockquote a").first.click()
    assert page.locator("mark").count() > 5
    assert all(url.startswith((server.address, "data:")) for url in asked)
    assert wrong == []
    context.close()
