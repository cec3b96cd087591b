"""What cards, tooltips, search and list say: plain data for the page's script."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kg.view import style
from kg.view.labels import date_text, period_text
from kg.view.quoting import quoted_itself
from kg.view.scene import TAG, Box, Line
from kg.view.things import Quote, Relation, Thing


def thing_facts(thing: Thing, languages: Sequence[str]) -> dict[str, Any]:
    """Return a thing's kind, labels, names and dates, the dates written in every language."""
    held = thing.kind in style.POINTS and not thing.end
    return {
        "id": thing.id,
        "iri": thing.iri,
        "kind": style.look(thing.kind).kind,
        "labels": dict(thing.labels),
        "known": [lang for lang in languages if any(name[0] == lang for name in thing.names)],
        "names": [list(name) for name in thing.names],
        "order": thing.start,
        "status": thing.status,
        "values": [
            {
                "predicate": value.predicate,
                "labels": dict(value.labels),
                "quotes": [_quote(quote, languages) for quote in value.quotes],
            }
            for value in thing.values
        ],
        "when": {
            lang: date_text(thing.start, lang) if held else period_text(thing.start, thing.end, lang)
            for lang in languages
        },
    }


def relation_facts(relation: Relation, languages: Sequence[str]) -> dict[str, Any]:
    """Return a relation's ends, its name and time in every language, and the quotes that say it."""
    return {
        "id": relation.id,
        "from": relation.source,
        "to": relation.target,
        "words": dict(relation.words),
        "post": relation.predicate in style.POSTS,
        "order": relation.start,
        "when": {lang: period_text(relation.start, relation.end, lang) for lang in languages},
        "quotes": [_quote(quote, languages) for quote in relation.quotes],
    }


def box_facts(box: Box) -> dict[str, Any]:
    """Return how a box is drawn in every language."""
    return {
        "id": box.id,
        "kind": TAG if box.kind == TAG else style.look(box.kind).kind,
        "relation": box.id.removeprefix("tag-") if box.kind == TAG else None,
        "lines": {lang: list(lines) for lang, lines in box.lines.items()},
        "sizes": {lang: list(size) for lang, size in box.sizes.items()},
        "room": list(box.size),
        "anchor": box.anchor,
        "band": dict(box.band),
        "letters": dict(box.letters),
        "status": box.status,
    }


def line_facts(line: Line) -> dict[str, Any]:
    """Return which relation a line draws and how."""
    return {"id": line.id, "relation": line.relation, "from": line.source, "to": line.target, "strong": line.strong}


def look_facts() -> list[dict[str, Any]]:
    """Return how each class looks, in the order of the legend."""
    return [
        {
            "kind": one.kind,
            "form": one.form,
            "ink": list(one.ink),
            "tint": list(one.tint),
            "outline": one.outline,
            "mark": one.mark,
        }
        for one in style.LOOKS
    ]


def _quote(quote: Quote, languages: Sequence[str]) -> dict[str, Any]:
    return {
        "text": quote.text,
        "quoted": quoted_itself(quote.text),
        "announcement": quote.announcement,
        "start": quote.start,
        "end": quote.end,
        "confidence": round(quote.confidence, 3),
        "rule": quote.rule,
        "headline": quote.headline,
        "published": {lang: date_text(quote.published, lang) for lang in languages},
        "url": quote.url,
    }
