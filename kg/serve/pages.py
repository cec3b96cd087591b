"""The pages for people: what the graph holds, what it says of a thing, announcements with their marks."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import unquote

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from kg.ontology import KG, PREFIXES, RDF, SCHEMA
from kg.serve.about import about, kind_of
from kg.serve.answers import triples_as
from kg.serve.look import page
from kg.serve.marked import document
from kg.serve.negotiation import TRIPLES, best
from kg.serve.neighbours import drawing
from kg.serve.opened import Opened
from kg.serve.words import words

_PER_PAGE = 100
_REPLACED = ox.NamedNode(PREFIXES["dct"] + "isReplacedBy")
_TYPE = ox.NamedNode(RDF.type)
_COUNTED = ("Person", "Organization", "Meeting", "Program", "Agreement", "Election")


def home(request: Request) -> Response:
    """What the graph holds: how many of each class, who is most connected, the latest announcements."""
    opened, lang = _graph(request), request.state.lang
    titles = opened.titles()
    return page(
        request,
        "home.html.j2",
        title="",
        counts=[(kind, opened.count(KG[kind])) for kind in _COUNTED],
        announcements=opened.count(KG.Announcement),
        connected=[
            (titles.of(ox.NamedNode(iri), lang), opened.href(iri), kind_of(opened.store, ox.NamedNode(iri)), number)
            for iri, number in opened.busiest
        ],
        latest=_announcements(opened, 0, 8),
    )


def search(request: Request) -> Response:
    """Things by part of their name."""
    opened, text = _graph(request), request.query_params.get("q", "")[:200]
    found = opened.names.find(text)
    titles = opened.titles()
    rows = [(one, titles.of(ox.NamedNode(one.iri), request.state.lang), opened.href(one.iri)) for one in found]
    return page(request, "search.html.j2", title=words(request.state.lang)["found"], asked=text, rows=rows)


def announcements(request: Request) -> Response:
    """All announcements, the latest first, some hundred a page."""
    opened = _graph(request)
    skipped = _number(request.query_params.get("from", ""))
    return page(
        request,
        "announcements.html.j2",
        title=words(request.state.lang)["announcements"],
        rows=_announcements(opened, skipped, _PER_PAGE),
        total=opened.count(KG.Announcement),
        following=skipped + _PER_PAGE,
    )


def individual(request: Request) -> Response:
    """Answer for the IRI of an individual: a page for people, triples for programs, its new place if it has moved."""
    opened = _graph(request)
    sent: bytes = request.scope.get("raw_path") or request.url.path.encode()
    iri = opened.iri(sent.decode("ascii", "replace").partition("?")[0])
    try:
        node = ox.NamedNode(iri)
    except ValueError:
        return missing(request)
    later = next((q.object for q in opened.store.quads_for_pattern(node, _REPLACED, None, None)), None)
    if isinstance(later, ox.NamedNode) and not _said(opened, node):
        return RedirectResponse(opened.href(later.value) or later.value, 301)
    kind = iri.removeprefix(opened.base).partition("/")[0]
    if kind in ("claim", "evidence"):
        return _words_of(request, opened, node)
    if not _said(opened, node):
        return missing(request)
    media = best(request.headers.get("accept", ""), ("text/html", *TRIPLES))
    wanted = request.query_params.get("format")
    media = next((one for one, name in TRIPLES.items() if name == wanted), media)
    if media not in ("text/html", None):
        return _triples(opened, node, str(media))
    return _document(request, opened, iri) if kind == "announcement" else _thing(request, opened, iri)


def missing(request: Request) -> Response:
    """Say that there is no such page."""
    return page(request, "message.html.j2", 404, title=words(request.state.lang)["missing"], message=request.url.path)


def _thing(request: Request, opened: Opened, iri: str) -> Response:
    told = about(opened, iri, request.state.lang)
    assert told is not None
    kinds = {row.iri: kind_of(opened.store, ox.NamedNode(row.iri)) for row in told.others()}
    drawn = drawing(told, opened, kinds)
    return page(request, "thing.html.j2", title=told.title, told=told, drawn=drawn, kinds=kinds, opened=opened)


def _document(request: Request, opened: Opened, iri: str) -> Response:
    read = document(opened, iri, request.state.lang)
    assert read is not None
    title = read.headline or unquote(iri.rpartition("/")[2])
    return page(request, "announcement.html.j2", title=title, read=read, opened=opened)


def _words_of(request: Request, opened: Opened, node: ox.NamedNode) -> Response:
    """Lead from a claim or its evidence to the words in their announcement, or give its triples to programs."""
    held = list(opened.store.quads_for_pattern(node, None, None, None))
    if not held:
        return missing(request)
    media = best(request.headers.get("accept", ""), ("text/html", *TRIPLES))
    if media not in ("text/html", None):
        triples = [ox.Triple(q.subject, q.predicate, q.object) for q in held]
        return Response(triples_as(TRIPLES[str(media)], triples), media_type=media, headers={"Vary": "Accept"})
    graph = held[0].graph_name
    place = graph.value.removesuffix("/claims") if isinstance(graph, ox.NamedNode) else ""
    return RedirectResponse(f"{opened.href(place)}#{node.value.rpartition('/')[2]}", 303, {"Vary": "Accept"})


def _triples(opened: Opened, node: ox.NamedNode, media: str) -> Response:
    """Give what the knowledge says of a thing, with the memberships and meetings that it has part in, as RDF."""
    default, store = ox.DefaultGraph(), opened.store
    found = {ox.Triple(q.subject, q.predicate, q.object) for q in store.quads_for_pattern(node, None, None, default)}
    for pointing in store.quads_for_pattern(None, None, node, default):
        found.add(ox.Triple(pointing.subject, pointing.predicate, pointing.object))
        if isinstance(pointing.subject, ox.NamedNode) and pointing.predicate.value.startswith(PREFIXES["org"]):
            held = store.quads_for_pattern(pointing.subject, None, None, default)
            found |= {ox.Triple(q.subject, q.predicate, q.object) for q in held}
    media_type = f"{media}; charset=utf-8" if media.startswith("text/") else media
    body = triples_as(TRIPLES[media], sorted(found, key=str))
    return Response(body, media_type=media_type, headers={"Vary": "Accept"})


def _graph(request: Request) -> Opened:
    opened: Opened = request.app.state.current.get()
    return opened


def _said(opened: Opened, node: ox.NamedNode) -> bool:
    return any(True for _ in opened.store.quads_for_pattern(node, None, None, ox.DefaultGraph()))


def _announcements(opened: Opened, skipped: int, most: int) -> list[Mapping[str, str]]:
    """Return some announcements, the latest first: address, headline, day, language."""
    store, found = opened.store, []
    for quad in store.quads_for_pattern(None, _TYPE, ox.NamedNode(KG.Announcement), ox.DefaultGraph()):
        if isinstance(quad.subject, ox.NamedNode):
            found.append((_value(store, quad.subject, SCHEMA.datePublished), quad.subject.value))
    chosen = sorted(found, key=lambda pair: (pair[0], pair[1]), reverse=True)[skipped : skipped + most]
    return [
        {
            "href": opened.href(iri),
            "day": day,
            "headline": _value(store, ox.NamedNode(iri), SCHEMA.headline) or unquote(iri.rpartition("/")[2]),
            "lang": _value(store, ox.NamedNode(iri), SCHEMA.inLanguage),
        }
        for day, iri in chosen
    ]


def _value(store: ox.Store, node: ox.NamedNode, predicate: str) -> str:
    quads = store.quads_for_pattern(node, ox.NamedNode(predicate), None, ox.DefaultGraph())
    return next((str(q.object.value) for q in quads if isinstance(q.object, ox.Literal | ox.NamedNode)), "")


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
