"""The graph's nodes and edges as the picture needs them: every attribute present, every text clean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.view.labels import date_text
from kg.view.selection import edge_span, node_span
from kg.view.style import POINTS, POSTS
from kg.view.times import NEVER, Span
from kg.view.words import words

if TYPE_CHECKING:
    import networkx


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an announcement; ``start`` and ``end`` are its offsets there, ``confidence`` is from 0 to 1.

    ``headline``, ``published`` (an ISO day) and ``url`` are the announcement's, "" where not known; a url that isn't of
    the web is not known.
    """

    text: str
    announcement: str
    start: int
    end: int
    confidence: float
    rule: str
    headline: str = ""
    published: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """Something said of one thing alone: a topic, a number, a date; ``labels`` has it in every language of the page."""

    predicate: str
    labels: Mapping[str, str]
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Thing:
    """A node: ``labels`` has one name in every language of the page, ``names`` all names, (language or "", name).

    ``id`` ("t3") is safe to use anywhere in the page, ``iri`` is the node's name in the graph. ``said`` are the
    announcements that give its values.
    """

    id: str
    iri: str
    kind: str
    labels: Mapping[str, str]
    names: tuple[tuple[str, str], ...]
    start: str = ""
    end: str = ""
    status: str = ""
    values: tuple[Value, ...] = ()
    span: Span = NEVER
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """An edge: ``words`` says in every language of the page what it is, ``span`` when it was.

    ``source`` and ``target`` are ids of things, ``key`` tells it from others between them. ``said`` are the
    announcements that say so, ``sure`` is the confidence of the surest quote; None where no quote was kept.
    """

    id: str
    source: str
    target: str
    key: str
    predicate: str
    words: Mapping[str, str]
    start: str = ""
    end: str = ""
    quotes: tuple[Quote, ...] = ()
    span: Span = NEVER
    said: tuple[str, ...] = ()
    sure: float | None = None


def things(graph: networkx.MultiDiGraph[str], languages: Sequence[str]) -> tuple[Thing, ...]:
    """Return the graph's nodes, sorted by IRI."""
    order = sorted(graph, key=str)
    return numbered((thing_of(node, graph.nodes[node], languages) for node in order), order)


def relations(graph: networkx.MultiDiGraph[str], languages: Sequence[str]) -> tuple[Relation, ...]:
    """Return the graph's edges, sorted by their ends and predicate; a thing's tie to itself is left out."""
    found = sorted((relation for _, relation in edges(graph, languages)), key=ends)
    return tuple(tied(found, things(graph, languages)))


def edges(graph: networkx.MultiDiGraph[str], languages: Sequence[str]) -> Iterator[tuple[str, Relation]]:
    """Yield the graph's edges between different nodes, with IRIs as ends, each behind the IRI of what makes it."""
    for edge in graph.edges(keys=True, data=True):
        if edge[0] != edge[1]:
            yield clean(edge[3].get("iri")) or clean(edge[0]), relation_of(edge, languages)


def ends(relation: Relation) -> tuple[str, str, str]:
    """Return the key by which relations are sorted."""
    return relation.source, relation.target, relation.key


def numbered(things: Iterable[Thing], order: Sequence[str]) -> tuple[Thing, ...]:
    """Return things in an order of their IRIs, with ids that tell their place: t0, t1."""
    by_iri = {thing.iri: thing for thing in things}
    return tuple(with_id(by_iri[clean(node)], f"t{number}") for number, node in enumerate(order))


def with_id(one: Thing, id_: str) -> Thing:
    """Return a thing with an id."""
    # not dataclasses.replace, which takes four times as long
    named = id_, one.iri, one.kind, one.labels, one.names, one.start, one.end, one.status
    return Thing(*named, one.values, one.span, one.said)


def tied(relations: list[Relation], things: Sequence[Thing]) -> list[Relation]:
    """Return the list of relations, each with its id (r0, r1) and those of the things at its ends, and when it was.

    One without a time of its own was when the meeting at its end was. They take the place of those in the list, since
    there may be many of them.
    """
    ids = {thing.iri: thing.id for thing in things}
    points = {thing.iri: thing.span for thing in things if thing.kind in POINTS and thing.span != NEVER}
    for number, one in enumerate(relations):
        span = one.span
        if not one.start and not one.end:
            span = points.get(one.source) or points.get(one.target) or span
        # not dataclasses.replace, which takes four times as long
        source, target, said = ids[one.source], ids[one.target], one.said
        named = f"r{number}", source, target, one.key, one.predicate, one.words, one.start, one.end
        relations[number] = Relation(*named, one.quotes, span, said, one.sure)
    return relations


def clean(value: object) -> str:
    """Return a value as text that can be written as UTF-8 and into HTML: no lone surrogates, no control characters."""
    text = "" if value is None else str(value)
    if text.isprintable():  # nearly every text, and much quicker than looking at each character
        return text
    return "".join(
        character if character == "\n" or (ord(character) >= 32 and not 0x7F <= ord(character) < 0xA0) else " "
        for character in text.encode("utf-8", "replace").decode("utf-8")
    )


def thing_of(node: str, data: Mapping[str, Any], languages: Sequence[str]) -> Thing:
    """Return a node with these attributes as a thing that has no id yet."""
    given = _labels(data.get("labels"))
    fallback = clean(data.get("label")) or next(iter(given.values()), "") or clean(node)
    order = sorted(given.items(), key=lambda pair: (languages.index(pair[0]) if pair[0] in languages else 9, pair))
    names = [*order, *(("", clean(name)) for name in data.get("alt") or ())]
    if not any(name == fallback for _, name in names) and data.get("label"):
        names.insert(0, ("", fallback))
    values = tuple(_value(value, languages) for value in data.get("values") or ())
    return Thing(
        id="",
        iri=clean(node),
        kind=clean(data.get("kind")) or "Thing",
        labels={lang: given.get(lang) or fallback for lang in languages},
        names=tuple(dict.fromkeys(names)),
        start=clean(data.get("start")),
        end=clean(data.get("end")),
        status=clean(data.get("status")),
        values=values,
        span=node_span(data),
        said=tuple(sorted({quote.announcement for value in values for quote in value.quotes})),
    )


def _value(data: Mapping[str, Any], languages: Sequence[str]) -> Value:
    given, plain = _labels(data.get("labels")), clean(data.get("value"))
    labels = {lang: given.get(lang) or date_text(plain, lang) for lang in languages}
    return Value(clean(data.get("predicate")), labels, tuple(_quotes(data.get("quotes") or ())))


def relation_of(edge: tuple[str, str, str, Mapping[str, Any]], languages: Sequence[str]) -> Relation:
    """Return an edge as a relation that has no id yet, between IRIs; its span is only its own."""
    source, target, key, data = edge
    predicate = clean(data.get("predicate")) or clean(key)
    quotes = tuple(_quotes(data.get("quotes") or ()))
    return Relation(
        id="",
        source=clean(source),
        target=clean(target),
        key=clean(key),
        predicate=predicate,
        words=_relation_words(predicate, clean(data.get("label")), _labels(data.get("labels")), languages),
        start=clean(data.get("start")),
        end=clean(data.get("end")),
        quotes=quotes,
        span=edge_span((), data),
        said=tuple(sorted({quote.announcement for quote in quotes})),
        sure=max((quote.confidence for quote in quotes), default=None),
    )


def _relation_words(predicate: str, label: str, given: Mapping[str, str], languages: Sequence[str]) -> dict[str, str]:
    """Name a relation: by its own labels, a post by its name, any other by our word for its predicate."""
    ours = words()["predicates"].get(predicate, {})
    plain = label if predicate in POSTS and label not in {"", "member"} else ""
    return {
        lang: given.get(lang) or plain or ours.get(lang) or label or next(iter(given.values()), predicate)
        for lang in languages
    }


def web_address(url: str) -> str:
    """Return the address if a click on it can only open a page of the web, else ""."""
    return url if url.lower().startswith(("https://", "http://")) else ""


def _labels(given: Mapping[str, object] | None) -> dict[str, str]:
    return {lang: clean(text) for lang, text in sorted((given or {}).items()) if clean(text).strip()}


def _quotes(given: Iterable[Mapping[str, Any]]) -> Iterable[Quote]:
    found = {
        Quote(
            clean(quote.get("text")),
            clean(quote.get("announcement")),
            int(quote.get("start") or 0),
            int(quote.get("end") or 0),
            float(1.0 if quote.get("confidence") is None else quote["confidence"]),
            clean(quote.get("rule")),
            clean(quote.get("headline")),
            clean(quote.get("published")),
            web_address(clean(quote.get("url"))),
        )
        for quote in given
    }
    return sorted(found, key=lambda quote: (-quote.confidence, quote.announcement, quote.start, quote.end, quote.text))
