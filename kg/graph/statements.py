"""What one announcement says, in RDF terms: claims, names, headline and date, each with the words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

import pyoxigraph as ox

from kg.graph import iris
from kg.ontology import KG, PREFIXES, SCHEMA, SKOS, expand
from kg.records import Announcement, Claim, Entity, Extraction, Literal, Mention, Name, Span

Node = ox.NamedNode | ox.Literal
Placed = Mapping[tuple[str, str], tuple[ox.NamedNode, Entity]]
"""(announcement id, Thing key) -> the entity that the Thing is, and its IRI."""


class Statement(NamedTuple):
    """One triple that one announcement says or, by its modality, doesn't quite say; the words; what found it."""

    # a frozen dataclass takes four times as long to make, and there are some hundred for each announcement

    announcement: Announcement
    subject: ox.NamedNode
    predicate: ox.NamedNode
    object: Node
    evidence: tuple[Span, ...]
    rule: str
    confidence: float
    modality: str = "asserted"
    said_by: ox.NamedNode | None = None

    @property
    def triple(self) -> tuple[ox.NamedNode, ox.NamedNode, Node]:
        """The triple itself."""
        return self.subject, self.predicate, self.object


def place(entities: tuple[Entity, ...] | list[Entity], base: str) -> Placed:
    """Return which entity each Thing of each announcement is."""
    return {
        member: (iris.thing(base, entity.slug), entity)
        for entity in sorted(entities, key=lambda entity: entity.slug)
        for member in entity.members
    }


def statements(extraction: Extraction, placed: Placed, base: str) -> Iterator[Statement]:
    """Yield all that an announcement says; claims about Things without an entity are left out (see unplaced)."""
    yield from of_claims(extraction.announcement, extraction.claims, placed)
    yield from _of_names(extraction, placed)
    yield from _of_document(extraction.announcement, base)


def unplaced(extraction: Extraction, placed: Placed) -> list[Claim]:
    """Return the claims whose subject or object has no entity, so that they can't be in the graph."""
    return [claim for claim in extraction.claims if not _is_placed(claim, extraction.announcement.id, placed)]


def value(literal: Literal) -> Node:
    """Return the RDF term of a value; raises KeyError for a CURIE or datatype that the contract lacks."""
    if literal.datatype == "iri":
        return ox.NamedNode(expand(literal.value))
    if literal.datatype == "string":
        return text(literal.value, literal.lang) if literal.lang else ox.Literal(literal.value)
    content = str(int(literal.value)) if literal.datatype == "integer" else literal.value
    return ox.Literal(content, datatype=_DATATYPES[literal.datatype])


def text(content: str, lang: str) -> ox.Literal:
    """Return text in a language; "und" stands for one that isn't known, since a label must have a language."""
    return ox.Literal(content, language=lang or "und")


def labels(names: tuple[Name, ...]) -> dict[ox.Literal, str]:
    """Return each label of a thing and whether it is the skos:prefLabel or a skos:altLabel.

    The preferred one of a language is its first full name, else its first short one, else its first acronym.
    """
    found: dict[ox.Literal, str] = {}
    preferred = set()
    for name in in_rank(names):
        first = name.lang not in preferred
        preferred.add(name.lang)
        found.setdefault(text(name.text, name.lang), SKOS.prefLabel if first else SKOS.altLabel)
    return found


def in_rank(names: Iterable[Name]) -> list[Name]:
    """Return the names that can be labels: full ones first, then short ones, then acronyms."""
    return sorted((name for name in names if name.text.strip()), key=lambda name: _KINDS.get(name.kind, 1))


_KINDS = {"full": 0, "short": 1, "acronym": 2}
_DATATYPES = {name: ox.NamedNode(PREFIXES["xsd"] + name) for name in ("date", "gYearMonth", "gYear", "integer")}


def _is_placed(claim: Claim, id_: str, placed: Placed) -> bool:
    """Tell whether a claim is about things, and two: nothing is part of itself, once two names are one body's."""
    if (id_, claim.subject) not in placed:
        return False
    if not isinstance(claim.object, str):
        return True
    return (id_, claim.object) in placed and placed[id_, claim.object][0] != placed[id_, claim.subject][0]


def of_claims(announcement: Announcement, claims: Iterable[Claim], placed: Placed) -> Iterator[Statement]:
    """Yield what the claims of an announcement say; those about Things without an entity are left out."""
    id_ = announcement.id
    for claim in claims:
        if _is_placed(claim, id_, placed):
            object_ = placed[id_, claim.object][0] if isinstance(claim.object, str) else value(claim.object)
            said_by = placed.get((id_, claim.said_by or ""))
            yield Statement(
                announcement,
                placed[id_, claim.subject][0],
                _predicate(claim.predicate),
                object_,
                claim.evidence,
                claim.rule,
                claim.confidence,
                claim.modality,
                said_by[0] if said_by else None,
            )


@cache
def _predicate(curie: str) -> ox.NamedNode:
    return ox.NamedNode(expand(curie))


def _of_names(extraction: Extraction, placed: Placed) -> Iterator[Statement]:
    """Yield that a thing has a name, for the mentions that give it, so that labels lead to the words too."""
    announcement = extraction.announcement
    names: dict[str, dict[ox.Literal, str]] = {}
    for mention in extraction.mentions:
        if found := placed.get((announcement.id, mention.thing)):
            iri, entity = found
            known = names.setdefault(entity.slug, labels(entity.names))
            if predicate := known.get(text(mention.label, announcement.lang)):
                yield _naming(announcement, iri, predicate, mention)


def naming(announcement: Announcement, iri: ox.NamedNode, entity: Entity, called: Iterable[str]) -> Iterator[Statement]:
    """Yield that an announcement gives a thing those of its names, without the words."""
    known = labels(entity.names)
    for one in called:
        if predicate := known.get(text(one, announcement.lang)):
            yield _naming(announcement, iri, predicate, Mention(0, 0, "", "", one, ""))


def _naming(announcement: Announcement, iri: ox.NamedNode, predicate: str, mention: Mention) -> Statement:
    name = text(mention.label, announcement.lang)
    words = (Span(mention.start, mention.end),)
    return Statement(announcement, iri, ox.NamedNode(predicate), name, words, mention.rule, mention.confidence)


def _of_document(announcement: Announcement, base: str) -> Iterator[Statement]:
    iri = iris.announcement(base, announcement.id)
    parts = {line.kind: Span(line.start, line.end) for line in reversed(announcement.lines)}
    for kind, predicate, object_ in described(announcement):
        if kind in parts and parts[kind].start < parts[kind].end:
            yield Statement(announcement, iri, ox.NamedNode(predicate), object_, (parts[kind],), f"{kind}-line", 1.0)


def described(announcement: Announcement) -> Iterator[tuple[str, str, Node]]:
    """Yield what is known of a document itself: (kind of line that may say it, predicate, object)."""
    if announcement.headline and announcement.headline.strip():
        yield "title", SCHEMA.headline, text(announcement.headline, announcement.lang)
    if announcement.published:
        yield "date", SCHEMA.datePublished, ox.Literal(announcement.published, datatype=_DATATYPES["date"])
    yield "", SCHEMA.inLanguage, ox.Literal(announcement.lang)
    if announcement.url:
        yield "", SCHEMA.url, ox.Literal(announcement.url, datatype=ox.NamedNode(PREFIXES["xsd"] + "anyURI"))
    if announcement.publisher:
        yield "", SCHEMA.publisher, ox.Literal(announcement.publisher)
    yield "", KG.contentHash, ox.Literal(announcement.content_hash)
    yield "", KG.textLength, ox.Literal(len(announcement.text))
