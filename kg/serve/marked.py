"""An announcement's text with the words marked that facts were taken from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

import pyoxigraph as ox

from kg.graph.trace import Term, claimed_in
from kg.ontology import SCHEMA, label
from kg.serve.opened import Opened

_MOST_TOLD = 6
"""Claims that the tooltip of one mark tells."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim in words: what it says, by which rule, how sure, and what it is if no fact ("planned", "denied" …)."""

    id: str
    subject: str
    subject_iri: str
    predicate: str
    object: str
    object_iri: str
    rule: str
    confidence: float
    modality: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text: ``tells`` is "" where nothing was found, ``ids`` are the places that links lead to."""

    text: str
    tells: str
    fact: bool
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """An announcement: headline, lines of pieces, and the claims in their order."""

    iri: str
    headline: str
    published: str
    lang: str
    url: str
    lines: tuple[tuple[Piece, ...], ...]
    claims: tuple[Claimed, ...]


def document(opened: Opened, iri: str, lang: str) -> Document | None:
    """Return an announcement with its marks, things named in a language; None if the graph has no such one."""
    node = ox.NamedNode(iri)
    said = {q.predicate.value: q.object for q in opened.store.quads_for_pattern(node, None, None, ox.DefaultGraph())}
    if not said:
        return None
    text = next((q.object for q in opened.store.quads_for_pattern(node, ox.NamedNode(SCHEMA.text), None, None)), None)
    claims = tuple(_claims(opened, iri, lang))

    def value(predicate: str) -> str:
        found = said.get(predicate)
        return found.value if isinstance(found, ox.Literal | ox.NamedNode) else ""

    whole = text.value if isinstance(text, ox.Literal) else ""
    return Document(
        iri,
        headline=value(SCHEMA.headline),
        published=value(SCHEMA.datePublished),
        lang=(text.language or "") if isinstance(text, ox.Literal) else value(SCHEMA.inLanguage),
        url=value(SCHEMA.url) if value(SCHEMA.url).lower().startswith(("http://", "https://")) else "",
        lines=tuple(_lines(pieces(whole, claims))),
        claims=claims,
    )


def _claims(opened: Opened, iri: str, lang: str) -> Iterable[Claimed]:
    titles = opened.titles()

    def name(term: Term) -> tuple[str, str]:
        return titles.of(term, lang), term.value if isinstance(term, ox.NamedNode) else ""

    for (subject, predicate, object_), found in claimed_in(opened.store, iri):
        yield Claimed(
            found.claim.rpartition("/")[2],
            *name(subject),
            label(predicate.value, lang) if isinstance(predicate, ox.NamedNode) else "",
            *name(object_),
            found.rule,
            found.confidence,
            found.modality,
            found.start,
            found.end,
        )


def pieces(text: str, claims: Iterable[Claimed]) -> list[Piece]:
    """Cut a text wherever the words of a claim begin or end; claims outside of it are left out."""
    inside = sorted(
        (one for one in claims if 0 <= one.start < one.end <= len(text)), key=lambda one: (one.start, one.end)
    )
    cuts = sorted({0, len(text), *(one.start for one in inside), *(one.end for one in inside)})
    found: list[Piece] = []
    over: list[Claimed] = []
    waiting = inside[::-1]
    for start, end in pairwise(cuts):
        begun = []
        while waiting and waiting[-1].start == start:
            begun.append(waiting.pop())
        over = [one for one in over if one.end > start] + begun
        ids = tuple(dict.fromkeys(f"w{one.start}-{one.end}" for one in begun))
        found.append(Piece(text[start:end], _tells(over), any(one.modality == "asserted" for one in over), ids))
    return found


def _tells(over: list[Claimed]) -> str:
    told = list(
        dict.fromkeys(
            f"{one.subject} · {one.predicate} · {one.object}"
            f" ({one.rule}, {one.confidence:.0%}{'' if one.modality == 'asserted' else f', {one.modality}'})"
            for one in over
        )
    )
    return "\n".join([*told[:_MOST_TOLD], *(["…"] if len(told) > _MOST_TOLD else [])])


def _lines(cut: Iterable[Piece]) -> Iterable[tuple[Piece, ...]]:
    line: list[Piece] = []
    for piece in cut:
        first, *rest = piece.text.split("\n")
        line.append(Piece(first, piece.tells, piece.fact, piece.ids))
        for text in rest:
            yield tuple(line)
            line = [Piece(text, piece.tells, piece.fact, ())]
    if line:
        yield tuple(line)
