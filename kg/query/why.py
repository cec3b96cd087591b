"""Why the graph says something: each fact about a thing, the words behind it in their sentence, and who wrote them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from shlex import quote

import pyoxigraph as ox

from kg.errors import KgError
from kg.graph.trace import Quote, Term, Triple, claimed
from kg.lang.tokens import sentences
from kg.ontology import KG, ORG, RDF, SCHEMA, SKOS, class_order
from kg.query.display import in_quotes
from kg.query.naming import find
from kg.query.parameters import term
from kg.query.titles import Titles
from kg.records import Span

# Words that end in a stop and end no sentence, beside those that the splitter knows.
_ABBREVIATIONS = frozenset(["т.б", "ж", "жж", "г", "гг", "им", "Mr", "Mrs", "Ms", "Dr", "Prof", "Ye", "Yu", "Ya", "Zh"])
_NAMING = (SKOS.prefLabel, SKOS.altLabel)


@dataclass(frozen=True, slots=True)
class Told:
    """Words that say a fact, and the sentence around them, as offsets in the text of their announcement."""

    quote: Quote
    lang: str
    before: str
    after: str

    @property
    def sentence(self) -> str:
        """The sentence in which the words stand, on one line."""
        return " ".join((self.before + self.quote.text + self.after).split())


@dataclass(frozen=True, slots=True)
class Fact:
    """A triple and all the words that say it, or that say it is none (``modality``)."""

    triple: Triple
    modality: str
    told: tuple[Told, ...]

    @property
    def naming(self) -> bool:
        """Whether the fact is only what its subject is called."""
        return isinstance(self.triple[1], ox.NamedNode) and self.triple[1].value in _NAMING


@dataclass(frozen=True, slots=True)
class Why:
    """All behind a thing: its names by language, its class (an IRI), why it is taken for one thing, and its facts."""

    iri: str
    names: dict[str, str]
    kind: str
    reasons: tuple[str, ...]
    facts: tuple[Fact, ...]


def why(store: ox.Store, subject: str, predicate: str = "", object_: str = "") -> Why:
    """Return what stands behind a thing, or behind what is said of it with a predicate and object.

    ``subject`` is an IRI, its part after the base, or a name in any language; ``predicate`` a term of the ontology or
    its label; ``object_`` a thing or a value. Of a person, body or state the facts of its memberships can be asked
    too (``why(store, "Берік Имашев", "role")``). Without a predicate, facts are given in which the thing is the
    object as well. Raises KgError for a name that means nothing or several things, and when nobody says such a thing.
    """
    thing = find(store, subject)
    found = _claims(store, thing, predicate, object_)
    if not found and (predicate or object_):
        what = " ".join(part for part in (subject, predicate, object_) if part)
        raise KgError(f"No announcement says {in_quotes(what)}; `kg why {quote(subject)}` shows what is said.")
    texts = _Texts(store)
    facts = (fact for triple, quotes in found.items() for fact in _facts(triple, quotes, texts))
    titles = Titles(store)
    return Why(
        iri=thing.value,
        names=titles.names(thing.value),
        kind=_class(store, thing),
        reasons=tuple(sorted(_values(store, thing, KG.mergeReason))),
        facts=tuple(sorted(facts, key=lambda fact: _order(fact, thing))),
    )


def told_of(store: ox.Store, thing: ox.NamedNode, few: int) -> list[Told]:
    """Return a few sentences that name a thing, or that say something of it where none names it.

    They are of as many announcements as can be.
    """
    found = claimed(store, thing)
    naming = [quotes for (_, predicate, _), quotes in found.items() if getattr(predicate, "value", "") in _NAMING]
    texts = _Texts(store)
    quotes = _each_announcement_first(quote for quotes in naming or found.values() for quote in quotes)
    return [texts.told(quote) for quote in quotes[:few]]


def _claims(store: ox.Store, thing: ox.NamedNode, predicate: str, object_: str) -> dict[Triple, list[Quote]]:
    relation = term(store, "predicate", predicate) if predicate else None
    value = _value(store, object_)
    found = claimed(store, thing, relation)
    if not predicate:
        found |= claimed(store, None, None, thing)
    if predicate and not found:
        for membership in store.quads_for_pattern(None, ox.NamedNode(ORG.member), thing, ox.DefaultGraph()):
            found |= claimed(store, membership.subject, relation)
    return {triple: quotes for triple, quotes in found.items() if value is None or _same(triple[2], value)}


def _value(store: ox.Store, text: str) -> Term | None:
    return term(store, "value", text) if text else None


def _same(one: Term, other: Term) -> bool:
    return getattr(one, "value", one) == getattr(other, "value", other)


def _facts(triple: Triple, quotes: Iterable[Quote], texts: _Texts) -> Iterable[Fact]:
    for modality, same in groupby(sorted(quotes, key=_modality), _modality):
        yield Fact(triple, modality, tuple(texts.told(one) for one in _each_announcement_first(same)))


def _each_announcement_first(quotes: Iterable[Quote]) -> list[Quote]:
    """Order quotes by day, the first of every announcement before the second of any."""
    found: list[tuple[int, str, Quote]] = []
    for _, of_one in groupby(sorted(quotes), lambda one: one.announcement):
        found += [(number, one.published, one) for number, one in enumerate(of_one)]
    return [one for _, _, one in sorted(found)]


def _modality(one: Quote) -> str:
    return one.modality


def _order(fact: Fact, thing: ox.NamedNode) -> tuple[bool, bool, str, str, str, str]:
    """Put what the thing itself is the subject of first, and what it is called last."""
    subject, predicate, object_ = (str(part) for part in fact.triple)
    return fact.naming, fact.triple[0] != thing, subject, predicate, object_, fact.modality


def _class(store: ox.Store, thing: ox.NamedNode) -> str:
    classes = {quad.object for quad in store.quads_for_pattern(thing, ox.NamedNode(RDF.type), None, ox.DefaultGraph())}
    return next((class_ for class_ in class_order() if ox.NamedNode(class_) in classes), "")


def _values(store: ox.Store, thing: ox.NamedNode, predicate: str) -> Iterable[str]:
    quads = store.quads_for_pattern(thing, ox.NamedNode(predicate), None, ox.DefaultGraph())
    return (quad.object.value for quad in quads if isinstance(quad.object, ox.Literal))


class _Texts:
    """The texts of announcements, read when they are first asked for."""

    def __init__(self, store: ox.Store) -> None:
        self._store = store
        self._read: dict[str, ox.Literal | None] = {}

    def told(self, quote: Quote) -> Told:
        """Put a quote back into its sentence; where the store holds no text it stands alone."""
        literal = self._text(quote.announcement)
        if literal is None or literal.value[quote.start : quote.end] != quote.text:
            return Told(quote, literal.language or "" if literal else "", "", "")
        around = sentence_around(literal.value, Span(quote.start, quote.end))
        before, after = literal.value[around.start : quote.start], literal.value[quote.end : around.end]
        return Told(quote, literal.language or "", before, after)

    def _text(self, announcement: str) -> ox.Literal | None:
        if announcement not in self._read:
            found = self._store.quads_for_pattern(ox.NamedNode(announcement), ox.NamedNode(SCHEMA.text), None, None)
            texts = (quad.object for quad in found)
            self._read[announcement] = next((text for text in texts if isinstance(text, ox.Literal)), None)
        return self._read[announcement]


def sentence_around(text: str, words: Span) -> Span:
    """Return the sentence, or the sentences, in which words stand; never beyond the lines that they are in."""
    first = text.rfind("\n", 0, words.start) + 1
    last = text.find("\n", words.end)
    last = len(text) if last < 0 else last
    touched = [one for one in sentences(text, first, last, _ABBREVIATIONS) if one.end > words.start]
    touched = [one for one in touched if one.start < words.end] or [words]
    return Span(min(touched[0].start, words.start), max(touched[-1].end, words.end))
