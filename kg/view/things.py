"""The graph's nodes and edges as the picture needs them: every attribute present, every text clean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.view.labels import date_text
from kg.view.selection import edge_span, node_span
from kg.view.style import POSTS
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

    ``id`` ("t3") is safe to use anywhere in the page, ``iri`` is the node's name in the graph.
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


@dataclass(frozen=True, slots=True)
class Relation:
    """An edge: ``words`` says in every language of the page what it is, ``span`` when it was."""

    id: str
    source: str
    target: str
    predicate: str
    words: Mapping[str, str]
    start: str = ""
    end: str = ""
    quotes: tuple[Quote, ...] = ()
    span: Span = NEVER

    @property
    def sure(self) -> float | None:
        """The confidence of the surest quote; None where no quote was kept."""
        return max((quote.confidence for quote in self.quotes), default=None)


def things(
    graph: networkx.MultiDiGraph[str], languages: Sequence[str], order: Sequence[str] | None = None
) -> tuple[Thing, ...]:
    """Return the graph's nodes in an order, else sorted by id."""
    return tuple(
        _thing(f"t{number}", node, graph.nodes[node], languages)
        for number, node in enumerate(sorted(graph, key=str) if order is None else order)
    )


def relations(
    graph: networkx.MultiDiGraph[str], languages: Sequence[str], order: Sequence[str] | None = None
) -> tuple[Relation, ...]:
    """Return the graph's edges, sorted by their ends and predicate; a thing's tie to itself is left out."""
    ids = {node: f"t{number}" for number, node in enumerate(sorted(graph, key=str) if order is None else order)}
    edges = sorted(graph.edges(keys=True, data=True), key=lambda edge: tuple(map(str, edge[:3])))
    return tuple(
        _relation(
            (f"r{number}", ids[source], ids[target]), str(key), data, languages, span=_span(graph, source, target, data)
        )
        for number, (source, target, key, data) in enumerate(edges)
        if source != target
    )


def clean(value: object) -> str:
    """Return a value as text that can be written as UTF-8 and into HTML: no lone surrogates, no control characters."""
    text = "" if value is None else str(value)
    if text.isprintable():  # nearly every text, and much quicker than looking at each character
        return text
    return "".join(
        character if character == "\n" or (ord(character) >= 32 and not 0x7F <= ord(character) < 0xA0) else " "
        for character in text.encode("utf-8", "replace").decode("utf-8")
    )


def _thing(number: str, node: str, data: Mapping[str, Any], languages: Sequence[str]) -> Thing:
    given = _labels(data.get("labels"))
    fallback = clean(data.get("label")) or next(iter(given.values()), "") or clean(node)
    order = sorted(given.items(), key=lambda pair: (languages.index(pair[0]) if pair[0] in languages else 9, pair))
    names = [*order, *(("", clean(name)) for name in data.get("alt") or ())]
    if not any(name == fallback for _, name in names) and data.get("label"):
        names.insert(0, ("", fallback))
    return Thing(
        id=number,
        iri=clean(node),
        kind=clean(data.get("kind")) or "Thing",
        labels={lang: given.get(lang) or fallback for lang in languages},
        names=tuple(dict.fromkeys(names)),
        start=clean(data.get("start")),
        end=clean(data.get("end")),
        status=clean(data.get("status")),
        values=tuple(_value(value, languages) for value in data.get("values") or ()),
        span=node_span(data),
    )


def _value(data: Mapping[str, Any], languages: Sequence[str]) -> Value:
    given, plain = _labels(data.get("labels")), clean(data.get("value"))
    labels = {lang: given.get(lang) or date_text(plain, lang) for lang in languages}
    return Value(clean(data.get("predicate")), labels, tuple(_quotes(data.get("quotes") or ())))


def _span(graph: networkx.MultiDiGraph[str], source: str, target: str, data: Mapping[str, Any]) -> Span:
    return edge_span((graph.nodes[source], graph.nodes[target]), data)


def _relation(
    ids: tuple[str, str, str], key: str, data: Mapping[str, Any], languages: Sequence[str], span: Span
) -> Relation:
    predicate = clean(data.get("predicate")) or key
    return Relation(
        id=ids[0],
        source=ids[1],
        target=ids[2],
        predicate=predicate,
        words=_relation_words(predicate, clean(data.get("label")), _labels(data.get("labels")), languages),
        start=clean(data.get("start")),
        end=clean(data.get("end")),
        quotes=tuple(_quotes(data.get("quotes") or ())),
        span=span,
    )


def _relation_words(predicate: str, label: str, given: Mapping[str, str], languages: Sequence[str]) -> dict[str, str]:
    """Name a relation: by its own labels, a post by its name, any other by our word for its predicate."""
    ours = words()["predicates"].get(predicate, {})
    plain = label if predicate in POSTS and label not in {"", "member"} else ""
    return {
        lang: given.get(lang) or plain or ours.get(lang) or label or next(iter(given.values()), predicate)
        for lang in languages
    }


def _web_address(url: str) -> str:
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
            _web_address(clean(quote.get("url"))),
        )
        for quote in given
    }
    return sorted(found, key=lambda quote: (-quote.confidence, quote.announcement, quote.start, quote.end, quote.text))
