"""What the graph says of a thing, in the order in which a page tells it, each fact with the words that say it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

import pyoxigraph as ox

from kg.graph.trace import Quote, Term, Triple, quotes
from kg.ontology import KG, ORG, RDF, SCHEMA, SKOS, class_order, compact, label
from kg.query.titles import Titles
from kg.serve.opened import Opened

MOST_ROWS = 200
"""Facts shown in one section; a body with a million members is not one page."""
_MOST_READ = 5000
_MOST_QUOTES = 3
_NOT_TOLD = frozenset({RDF.type, KG.mergeReason, SCHEMA.text, SKOS.prefLabel, SKOS.altLabel})
_NAMES = (SKOS.prefLabel, SKOS.altLabel)
_STATUS = (SCHEMA.EventScheduled, SCHEMA.EventCancelled)

# Section -> the relations by which other things point at this one.
_POINTING = {
    "meetings": (KG.participant, SCHEMA.organizer, SCHEMA.location),
    "agreements": (KG.party,),
    "parts": (ORG.subOrganizationOf, KG.country),
    "holders": (ORG.role,),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One fact: when, what the relation or post is, the thing or value at its other end, and who says so."""

    day: str
    until: str
    what: str
    text: str
    iri: str
    status: str
    quotes: tuple[Quote, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Section:
    """Facts of one kind, newest first; ``total`` is how many there are, perhaps more than ``rows``."""

    key: str
    rows: tuple[Row, ...]
    total: int


@dataclass(frozen=True, slots=True)
class About:
    """A thing: its class (a local name), what it is called, its names by language, why names were joined, its facts."""

    iri: str
    kind: str
    title: str
    names: tuple[tuple[str, str], ...]
    reasons: tuple[str, ...]
    sections: tuple[Section, ...]

    def timeline(self) -> list[Row]:
        """Return the facts that have a day, the earliest first."""
        rows = [row for section in self.sections for row in section.rows if row.day]
        return sorted(rows, key=lambda row: (row.day, row.text))

    def others(self) -> list[Row]:
        """Return the facts whose other end is a thing, those that have a day first."""
        rows = [row for section in self.sections for row in section.rows if row.iri]
        return sorted(rows, key=lambda row: (not row.day, row.text))


def about(opened: Opened, iri: str, lang: str) -> About | None:
    """Return what the graph says of a thing, named in a language; None if it says nothing."""
    node = ox.NamedNode(iri)
    direct = list(opened.store.quads_for_pattern(node, None, None, ox.DefaultGraph()))
    if not direct:
        return None
    told = _Telling(opened.store, opened.titles(), lang)
    sections = [told.direct(direct), *told.memberships(node), *(told.pointing(node, key) for key in _POINTING)]
    return About(
        iri,
        kind=kind_of(opened.store, node),
        title=told.titles.of(node, lang),
        names=tuple(sorted((one.language or "", one.value) for one in _literals(direct, *_NAMES))),
        reasons=tuple(sorted(one.value for one in _literals(direct, KG.mergeReason))),
        sections=tuple(section for section in sections if section.rows),
    )


def kind_of(store: ox.Store, node: ox.NamedNode) -> str:
    """Return the local name of a thing's class, the first in the ontology's order; "" if it has none."""
    found = {q.object for q in store.quads_for_pattern(node, ox.NamedNode(RDF.type), None, ox.DefaultGraph())}
    return next((compact(one).partition(":")[2] for one in class_order() if ox.NamedNode(one) in found), "")


def _literals(quads: Iterable[ox.Quad], *predicates: str) -> list[ox.Literal]:
    said = (quad.object for quad in quads if quad.predicate.value in predicates)
    return [one for one in said if isinstance(one, ox.Literal)]


class _Telling:
    def __init__(self, store: ox.Store, titles: Titles, lang: str) -> None:
        self.store, self.titles, self.lang = store, titles, lang

    def direct(self, said: Iterable[ox.Quad]) -> Section:
        triples: list[Triple] = [(q.subject, q.predicate, q.object) for q in said if q.predicate.value not in _NOT_TOLD]
        rows = [self._row(self.titles.of(p, self.lang), o, [(s, p, o)]) for s, p, o in triples[:MOST_ROWS]]
        return Section("facts", tuple(rows), len(triples))

    def memberships(self, node: ox.NamedNode) -> Iterator[Section]:
        """Tell of the posts and memberships that a thing has, and of those in it."""
        for key, mine, theirs in (("posts", ORG.member, ORG.organization), ("members", ORG.organization, ORG.member)):
            found = [one for one in self._subjects(mine, node) if self._parts(one, theirs)]
            rows = [self._membership(one, theirs) for one in self._newest(found)]
            yield Section(key, _in_order(rows), len(found))

    def _membership(self, node: ox.NamedNode, theirs: str) -> Row:
        other = self._parts(node, theirs)[0]
        triples: list[Triple] = [
            (node, ox.NamedNode(predicate), part)
            for predicate in (ORG.role, ORG.organization, SCHEMA.startDate, SCHEMA.endDate)
            for part in self._parts(node, predicate)
        ]
        posts = [self.titles.of(part, self.lang) for part in self._parts(node, ORG.role)]
        return self._row(", ".join(posts), other, triples, dated=node)

    def pointing(self, node: ox.NamedNode, key: str) -> Section:
        """Tell of the things that point at one."""
        found = [(one, predicate) for predicate in _POINTING[key] for one in self._subjects(predicate, node)]
        relations = dict(found)
        rows = [
            self._row(label(relations[one], self.lang), one, [(one, ox.NamedNode(relations[one]), node)], dated=one)
            for one in self._newest(list(relations))
        ]
        return Section(key, _in_order(rows), len(relations))

    def _newest(self, found: list[ox.NamedNode]) -> list[ox.NamedNode]:
        """Return as many as a section shows, those with the latest days: quotes are looked up for these only."""
        return sorted(found, key=lambda one: (self._day(one), one.value), reverse=True)[:MOST_ROWS]

    def _day(self, node: ox.NamedNode | None) -> str:
        return self._value(node, SCHEMA.startDate) or self._value(node, SCHEMA.dateCreated)

    def _row(self, what: str, other: Term, triples: list[Triple], dated: ox.NamedNode | None = None) -> Row:
        said = list(dict.fromkeys(one for triple in triples for one in quotes(self.store, *triple)))
        spans = {(one.announcement, one.start, one.end): one for one in said if one.modality == "asserted"}
        kept = list(spans.values())
        status = self._value(dated, SCHEMA.eventStatus)
        return Row(
            day=self._day(dated),
            until=self._value(dated, SCHEMA.endDate),
            what=what,
            text=self.titles.of(other, self.lang),
            iri=other.value if isinstance(other, ox.NamedNode) else "",
            status=label(status, self.lang) if status in _STATUS else "",
            quotes=tuple(kept[:_MOST_QUOTES]),
            more=max(len(kept) - _MOST_QUOTES, 0),
        )

    def _value(self, node: ox.NamedNode | None, predicate: str) -> str:
        parts = self._parts(node, predicate) if node is not None else []
        return parts[0].value if parts else ""

    def _parts(self, node: ox.NamedNode, predicate: str) -> list[ox.NamedNode | ox.Literal]:
        return list(self.titles.parts(node.value, predicate))

    def _subjects(self, predicate: str, node: ox.NamedNode) -> list[ox.NamedNode]:
        quads = self.store.quads_for_pattern(None, ox.NamedNode(predicate), node, ox.DefaultGraph())
        return [q.subject for q in islice(quads, _MOST_READ) if isinstance(q.subject, ox.NamedNode)]


def _in_order(rows: list[Row]) -> tuple[Row, ...]:
    return tuple(sorted(sorted(rows, key=lambda one: (one.text, one.what)), key=lambda one: one.day, reverse=True))
