"""A graph as the page's script reads it: columns of numbers, and every text once.

A text in the languages of the page is a "saying": a row of as many texts. Columns hold numbers of sayings and texts.
What cards say (quotes and values) is apart, in slices that are read when a card needs them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kg.view import style
from kg.view.groups import Plan
from kg.view.labels import date_text, period_text
from kg.view.quoting import quoted_itself
from kg.view.things import Quote, Relation, Thing
from kg.view.times import days

SLICE = 500  # things or relations whose quotes and values are read together
STATUSES = ("", "planned", "cancelled")
KINDS = tuple(look.kind for look in style.LOOKS)


class Texts:
    """Numbers for texts, sayings and announcements, in the order in which they are first needed."""

    def __init__(self, languages: Sequence[str]) -> None:
        """Start with the empty text and the empty saying, whose number is 0."""
        self.languages = languages
        self.texts = {"": 0}
        self.sayings = {(0,) * len(languages): 0}
        self.announcements: dict[str, tuple[str, str, str]] = {}
        self._numbers: dict[str, int] = {}

    def text(self, text: str) -> int:
        """Return the number of a text."""
        return self.texts.setdefault(text, len(self.texts))

    def saying(self, labels: Mapping[str, str]) -> int:
        """Return the number of a text that is there in every language."""
        row = tuple(self.text(labels[lang]) for lang in self.languages)
        return self.sayings.setdefault(row, len(self.sayings))

    def announcement(self, quote: Quote) -> int:
        """Return the number of a quote's announcement."""
        self.announcements.setdefault(quote.announcement, (quote.headline, quote.published, quote.url))
        return self._numbers.setdefault(quote.announcement, len(self._numbers))

    def columns(self) -> dict[str, Any]:
        """Return all texts, sayings and announcements that have a number."""
        rows = [
            (id_, headline, url, self.saying({lang: date_text(published, lang) for lang in self.languages}), published)
            for id_, (headline, published, url) in self.announcements.items()
        ]
        return {
            "announcements": {
                "id": [row[0] for row in rows],
                "headline": [row[1] for row in rows],
                "url": [row[2] for row in rows],
                "published": [row[3] for row in rows],
                "day": [days(row[4]).first for row in rows],
            },
            "texts": list(self.texts),
            "sayings": [number for row in self.sayings for number in row],
        }


def core(
    things: Sequence[Thing], relations: Sequence[Relation], plan: Plan, texts: Texts, disputed: frozenset[int]
) -> dict[str, Any]:
    """Return what the picture, the filters and the list need; ``disputed`` are the things that texts differ on."""
    return {
        "things": _things(things, plan, texts, disputed),
        "relations": _relations(relations, texts),
        "shelves": {
            "first": [one.first for one in plan.shelves],
            "end": [one.end for one in plan.shelves],
            "parent": [one.parent for one in plan.shelves],
            "x": [one.place[0] for one in plan.shelves],
            "y": [one.place[1] for one in plan.shelves],
        },
        **texts.columns(),
    }


def names(things: Sequence[Thing], languages: Sequence[str]) -> list[list[str]]:
    """Return the names of every thing that are no label in a language of the page, for search and cards."""
    return [[name for lang, name in thing.names if lang not in languages] for thing in things]


def slices(things: Sequence[Thing], relations: Sequence[Relation], texts: Texts) -> dict[str, list[Any]]:
    """Return what cards say, in slices: for each relation its quotes, for each thing its values with theirs."""
    quoted = [[_quote(quote, texts) for quote in relation.quotes] for relation in relations]
    valued = [[_value(value, texts) for value in thing.values] for thing in things]
    return {"quotes": _sliced(quoted), "values": _sliced(valued)}


def _things(things: Sequence[Thing], plan: Plan, texts: Texts, disputed: frozenset[int]) -> dict[str, Any]:
    base = _common_base(thing.iri for thing in things)
    return {
        "base": base,
        "iri": [thing.iri.removeprefix(base) for thing in things],
        "kind": [KINDS.index(style.look(thing.kind).kind) for thing in things],
        "label": [texts.saying(thing.labels) for thing in things],
        "known": [_known(thing, texts.languages) for thing in things],
        "when": [texts.saying(_when(thing, texts.languages)) for thing in things],
        "first": [thing.span.first for thing in things],
        "last": [thing.span.last for thing in things],
        "status": [STATUSES.index(thing.status) if thing.status in STATUSES else 0 for thing in things],
        "disputed": [int(number in disputed) for number in range(len(things))],
        "x": [place[0] for place in plan.places],
        "y": [place[1] for place in plan.places],
    }


def _relations(relations: Sequence[Relation], texts: Texts) -> dict[str, Any]:
    said = [sorted({texts.announcement(quote) for quote in relation.quotes}) for relation in relations]
    return {
        "from": [int(relation.source[1:]) for relation in relations],
        "to": [int(relation.target[1:]) for relation in relations],
        "predicate": [texts.text(relation.predicate) for relation in relations],
        "words": [texts.saying(relation.words) for relation in relations],
        "when": [
            texts.saying({lang: period_text(relation.start, relation.end, lang) for lang in texts.languages})
            if relation.start or relation.end
            else 0
            for relation in relations
        ],
        "first": [relation.span.first for relation in relations],
        "last": [relation.span.last for relation in relations],
        "sure": [100 if relation.sure is None else round(100 * relation.sure) for relation in relations],
        "said": [len(numbers) for numbers in said],
        "saidIn": [number for numbers in said for number in numbers],
    }


def _known(thing: Thing, languages: Sequence[str]) -> int:
    """Return in which languages a thing has a name of its own, as bits in their order."""
    own = {lang for lang, _ in thing.names}
    return sum(1 << number for number, lang in enumerate(languages) if lang in own)


def _when(thing: Thing, languages: Sequence[str]) -> dict[str, str]:
    if thing.kind in style.POINTS and not thing.end:
        return {lang: date_text(thing.start, lang) for lang in languages}
    return {lang: period_text(thing.start, thing.end, lang) for lang in languages}


def _common_base(iris: Iterable[str]) -> str:
    """Return what all IRIs begin with, up to a slash: what is common to the first and the last in order is to all."""
    order = sorted(iris)
    first, last = order[0], order[-1]
    same = next(
        (place for place, (one, other) in enumerate(zip(first, last, strict=False)) if one != other), len(first)
    )
    return first[: first.rfind("/", 0, same) + 1]


def _quote(quote: Quote, texts: Texts) -> list[Any]:
    sure = round(100 * quote.confidence)
    marked = int(quoted_itself(quote.text))
    return [texts.announcement(quote), quote.start, quote.end, sure, quote.rule, marked, quote.text]


def _value(value: Any, texts: Texts) -> list[Any]:
    labels = [value.labels[lang] for lang in texts.languages]
    return [value.predicate, labels, [_quote(quote, texts) for quote in value.quotes]]


def _sliced(rows: Sequence[Any]) -> list[Any]:
    return [rows[start : start + SLICE] for start in range(0, len(rows), SLICE)]
