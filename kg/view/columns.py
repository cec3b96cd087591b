"""A graph as the page's script reads it: columns of numbers, and every text of a stretch once.

A text in the languages of the page is a "saying": a row of as many texts. Columns hold numbers of sayings and texts.
What cards say (quotes and values) is apart, and read when a card needs it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kg.view import style
from kg.view.labels import date_text, period_text
from kg.view.quoting import quoted_itself
from kg.view.things import Quote, Relation, Thing, Value
from kg.view.times import days

STATUSES = ("", "planned", "cancelled")
KINDS = tuple(look.kind for look in style.LOOKS)


class Texts:
    """Numbers for texts and sayings, in the order in which they are first needed."""

    def __init__(self, languages: Sequence[str]) -> None:
        """Start with the empty text and the empty saying, whose number is 0."""
        self.languages = languages
        self.texts = {"": 0}
        self.sayings = {(0,) * len(languages): 0}
        self._sayings: dict[tuple[str, ...], int] = {}

    def text(self, text: str) -> int:
        """Return the number of a text."""
        return self.texts.setdefault(text, len(self.texts))

    def saying(self, labels: Mapping[str, str]) -> int:
        """Return the number of a text that is there in every language."""
        given = tuple(labels[lang] for lang in self.languages)
        if given not in self._sayings:
            row = tuple(self.text(each) for each in given)
            self._sayings[given] = self.sayings.setdefault(row, len(self.sayings))
        return self._sayings[given]

    def period(self, start: str, end: str) -> int:
        """Return the number of a span of time in words, 0 if nothing is known of it."""
        if not start and not end:
            return 0
        return self.saying({lang: period_text(start, end, lang) for lang in self.languages})

    def day(self, iso: str) -> int:
        """Return the number of a day in words."""
        return self.saying({lang: date_text(iso, lang) for lang in self.languages})

    def columns(self) -> dict[str, Any]:
        """Return all texts and sayings that have a number."""
        return {"texts": list(self.texts), "sayings": [number for row in self.sayings for number in row]}


def core(things: Sequence[Thing], relations: Sequence[Relation], languages: Sequence[str]) -> dict[str, Any]:
    """Return what the picture, the filters and the list need of a stretch."""
    texts = Texts(languages)
    return {"things": _things(things, texts), "relations": _relations(relations, texts), **texts.columns()}


def announcements(rows: Sequence[tuple[str, str, str, str]], languages: Sequence[str]) -> dict[str, Any]:
    """Return what is shown of announcements, given their ids, headlines, days and addresses."""
    texts = Texts(languages)
    columns = {
        "id": [row[0] for row in rows],
        "headline": [row[1] for row in rows],
        "url": [row[3] for row in rows],
        "published": [texts.day(row[2]) for row in rows],
        "day": [days(row[2]).first for row in rows],
    }
    return {"announcements": columns, **texts.columns()}


def names(things: Sequence[Thing], languages: Sequence[str]) -> list[list[str]]:
    """Return the names of every thing that are no label in a language of the page, for search and cards."""
    return [[name for lang, name in thing.names if lang not in languages] for thing in things]


def details(
    values: Iterable[Sequence[Value]], quotes: Iterable[Sequence[Quote]], languages: Sequence[str]
) -> dict[str, Any]:
    """Return what cards say of a stretch: for each relation its ``quotes``, for each thing its ``values`` with theirs.

    A quote names its announcement by its number in the list of these, so that a stretch depends on nothing else.
    """
    numbers: dict[str, int] = {}
    told = [[_quote(quote, numbers) for quote in some] for some in quotes]
    held = [[_value(value, numbers, languages) for value in some] for some in values]
    return {"announcements": list(numbers), "quotes": told, "values": held}


def _things(things: Sequence[Thing], texts: Texts) -> dict[str, Any]:
    return {
        "iri": [thing.iri for thing in things],
        "kind": [KINDS.index(style.look(thing.kind).kind) for thing in things],
        "label": [texts.saying(thing.labels) for thing in things],
        "known": [_known(thing, texts.languages) for thing in things],
        "when": [_when(thing, texts) for thing in things],
        "first": [thing.span.first for thing in things],
        "last": [thing.span.last for thing in things],
        "status": [STATUSES.index(thing.status) if thing.status in STATUSES else 0 for thing in things],
    }


def _relations(relations: Sequence[Relation], texts: Texts) -> dict[str, Any]:
    return {
        "predicate": [texts.text(relation.predicate) for relation in relations],
        "words": [texts.saying(relation.words) for relation in relations],
        "when": [texts.period(relation.start, relation.end) for relation in relations],
        "dated": [int(bool(relation.start or relation.end)) for relation in relations],
        "first": [relation.span.first for relation in relations],
        "last": [relation.span.last for relation in relations],
        "sure": [100 if relation.sure is None else round(100 * relation.sure) for relation in relations],
        "said": [len(relation.said) for relation in relations],
    }


def _known(thing: Thing, languages: Sequence[str]) -> int:
    """Return in which languages a thing has a name of its own, as bits in their order."""
    own = {lang for lang, _ in thing.names}
    return sum(1 << number for number, lang in enumerate(languages) if lang in own)


def _when(thing: Thing, texts: Texts) -> int:
    if thing.kind in style.POINTS and not thing.end:
        return texts.day(thing.start)
    return texts.period(thing.start, thing.end)


def _quote(quote: Quote, numbers: dict[str, int]) -> list[Any]:
    sure = round(100 * quote.confidence)
    marked = int(quoted_itself(quote.text))
    number = numbers.setdefault(quote.announcement, len(numbers))
    return [number, quote.start, quote.end, sure, quote.rule, marked, quote.text]


def _value(value: Value, numbers: dict[str, int], languages: Sequence[str]) -> list[Any]:
    labels = [value.labels[lang] for lang in languages]
    return [value.predicate, labels, [_quote(quote, numbers) for quote in value.quotes]]
