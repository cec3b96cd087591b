"""A graph as the page's script reads it: columns of numbers, and every text once.

A text in the languages of the page is a "saying": a row of as many texts. Columns hold numbers of sayings and texts.
What cards say (quotes and values) is apart, by stretches of things, which are read when a card needs them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from kg.view import style
from kg.view.groups import Plan
from kg.view.labels import date_text, period_text
from kg.view.memory import Memory, recalled
from kg.view.quoting import quoted_itself
from kg.view.shown import Document, Stretch
from kg.view.things import Quote, Relation, Thing, Value
from kg.view.times import days

STATUSES = ("", "planned", "cancelled")
KINDS = tuple(look.kind for look in style.LOOKS)


class Texts:
    """Numbers for texts and sayings, in the order in which they are first needed, and for announcements, sorted."""

    def __init__(
        self,
        languages: Sequence[str],
        documents: Mapping[str, Document],
        said: Iterable[str] = (),
        known: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        """Start with the empty text and the empty saying, whose number is 0.

        ``said`` are announcements' ids, ``known`` has days in words, in every language.
        """
        self.languages = languages
        self.texts = {"": 0}
        self.sayings = {(0,) * len(languages): 0}
        self.announcements = {id_: number for number, id_ in enumerate(sorted(set(said)))}
        self._documents, self._known = documents, known or {}
        self._sayings: dict[tuple[str, ...], int] = {}
        self._periods: dict[tuple[str, str], int] = {("", ""): 0}

    def text(self, text: str) -> int:
        """Return the number of a text."""
        return self.texts.setdefault(text, len(self.texts))

    def saying(self, labels: Mapping[str, str]) -> int:
        """Return the number of a text that is there in every language."""
        return self._row(tuple(labels[lang] for lang in self.languages))

    def _row(self, given: tuple[str, ...]) -> int:
        if given not in self._sayings:
            row = tuple(self.text(each) for each in given)
            self._sayings[given] = self.sayings.setdefault(row, len(self.sayings))
        return self._sayings[given]

    def period(self, start: str, end: str) -> int:
        """Return the number of a span of time in words."""
        if (start, end) not in self._periods:
            self._periods[start, end] = self.saying({lang: period_text(start, end, lang) for lang in self.languages})
        return self._periods[start, end]

    def day(self, iso: str) -> int:
        """Return the number of a day in words."""
        return self._row(tuple(self._known.get(iso) or (date_text(iso, lang) for lang in self.languages)))

    def columns(self) -> dict[str, Any]:
        """Return all texts, sayings and announcements that have a number."""
        rows = [(id_, *self._documents.get(id_, ("", "", ""))) for id_ in self.announcements]
        published = [self.day(row[2]) for row in rows]
        return {
            "announcements": {
                "id": [row[0] for row in rows],
                "headline": [row[1] for row in rows],
                "url": [row[3] for row in rows],
                "published": published,
                "day": [days(row[2]).first for row in rows],
            },
            "texts": list(self.texts),
            "sayings": [number for row in self.sayings for number in row],
        }


def in_words(isos: Iterable[str], languages: Sequence[str], memory: Memory) -> dict[str, list[str]]:
    """Return days, months and years in words of every language, year by year from the memory."""
    found: dict[str, list[str]] = {}
    for _, some in groupby(sorted(set(isos)), key=lambda iso: iso[:4]):
        of_year = list(some)
        rows = recalled(memory, "days", [of_year, list(languages)], lambda: _in_words(of_year, languages))  # noqa: B023
        found |= dict(zip(of_year, rows, strict=True))
    return found


def _in_words(isos: Iterable[str], languages: Sequence[str]) -> list[list[str]]:
    return [[date_text(iso, lang) for lang in languages] for iso in isos]


def core(
    things: Sequence[Thing],
    relations: Sequence[Relation],
    plan: Plan,
    texts: Texts,
    stretches: Sequence[Stretch],
    disputed: frozenset[int],
) -> dict[str, Any]:
    """Return what the picture, the filters and the list need; ``disputed`` are the things that texts differ on."""
    return {
        "things": _things(things, texts, disputed),
        "relations": _relations(relations, texts),
        "shelves": {
            "first": [one.first for one in plan.shelves],
            "end": [one.end for one in plan.shelves],
            "parent": [one.parent for one in plan.shelves],
        },
        "stretches": {"thing": [one.first for one in stretches], "tie": [one.first_relation for one in stretches]},
        **texts.columns(),
    }


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


def _things(things: Sequence[Thing], texts: Texts, disputed: frozenset[int]) -> dict[str, Any]:
    base = _common_base(thing.iri for thing in things)
    place = {thing.iri: number for number, thing in enumerate(sorted(things, key=lambda thing: thing.iri))}
    return {
        "base": base,
        "place": [place[thing.iri] for thing in things],
        "iri": [thing.iri.removeprefix(base) for thing in things],
        "kind": [KINDS.index(style.look(thing.kind).kind) for thing in things],
        "label": [texts.saying(thing.labels) for thing in things],
        "known": [_known(thing, texts.languages) for thing in things],
        "when": [_when(thing, texts) for thing in things],
        "first": [thing.span.first for thing in things],
        "last": [thing.span.last for thing in things],
        "status": [STATUSES.index(thing.status) if thing.status in STATUSES else 0 for thing in things],
        "disputed": [int(number in disputed) for number in range(len(things))],
    }


def _relations(relations: Sequence[Relation], texts: Texts) -> dict[str, Any]:
    numbers = texts.announcements
    return {
        "from": [int(relation.source[1:]) for relation in relations],
        "to": [int(relation.target[1:]) for relation in relations],
        "predicate": [texts.text(relation.predicate) for relation in relations],
        "words": [texts.saying(relation.words) for relation in relations],
        "when": [texts.period(relation.start, relation.end) for relation in relations],
        "first": [relation.span.first for relation in relations],
        "last": [relation.span.last for relation in relations],
        "sure": [100 if relation.sure is None else round(100 * relation.sure) for relation in relations],
        "said": [len(relation.said) for relation in relations],
        "saidIn": [numbers[id_] for relation in relations for id_ in relation.said],
    }


def _known(thing: Thing, languages: Sequence[str]) -> int:
    """Return in which languages a thing has a name of its own, as bits in their order."""
    own = {lang for lang, _ in thing.names}
    return sum(1 << number for number, lang in enumerate(languages) if lang in own)


def _when(thing: Thing, texts: Texts) -> int:
    if thing.kind in style.POINTS and not thing.end:
        return texts.day(thing.start)
    return texts.period(thing.start, thing.end)


def _common_base(iris: Iterable[str]) -> str:
    """Return what all IRIs begin with, up to a slash: what is common to the first and the last in order is to all."""
    order = sorted(iris)
    first, last = order[0], order[-1]
    same = next(
        (place for place, (one, other) in enumerate(zip(first, last, strict=False)) if one != other), len(first)
    )
    return first[: first.rfind("/", 0, same) + 1]


def _quote(quote: Quote, numbers: dict[str, int]) -> list[Any]:
    sure = round(100 * quote.confidence)
    marked = int(quoted_itself(quote.text))
    number = numbers.setdefault(quote.announcement, len(numbers))
    return [number, quote.start, quote.end, sure, quote.rule, marked, quote.text]


def _value(value: Value, numbers: dict[str, int], languages: Sequence[str]) -> list[Any]:
    labels = [value.labels[lang] for lang in languages]
    return [value.predicate, labels, [_quote(quote, numbers) for quote in value.quotes]]
