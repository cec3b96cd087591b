"""Reads cases.txt: announcements in a few words, and what contradicts what in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.records import Announcement, Claim, Entity, Extraction, Literal, Name, Span, Thing

PREFIXES = ("person/", "organization/", "role/", "place/", "membership/", "meeting/", "program/", "agreement/")
DATATYPES = {4: "gYear", 7: "gYearMonth", 10: "date"}


@dataclass(frozen=True)
class Case:
    """Announcements and what is found in them."""

    name: str
    extractions: tuple[Extraction, ...]
    entities: tuple[Entity, ...]
    found: tuple[str, ...]

    def __str__(self) -> str:
        return self.name


def cases() -> list[Case]:
    """Return the cases of cases.txt in its order."""
    text = (Path(__file__).parent / "cases.txt").read_text("utf-8")
    return [_case(part) for part in text.split("\n## ")[1:]]


def _case(part: str) -> Case:
    name, *lines = part.strip().split("\n")
    said: defaultdict[str, list[tuple[str, str, str, str]]] = defaultdict(list)
    for line in (line for line in lines if line and line[0] != "="):
        day, lang, *words = line.split()
        said[f"{day} {lang}"] += _triples(words)
    extractions = tuple(_extraction(announcement, triples) for announcement, triples in said.items())
    return Case(name, extractions, _entities(extractions), tuple(line[2:] for line in lines if line[:1] == "="))


def _triples(words: list[str]) -> Iterator[tuple[str, str, str, str]]:
    """Yield subject, predicate, value and modality."""
    if words[0] != "post":
        subject, predicate, value, *modality = words
        yield subject, predicate, value, modality[0] if modality else "asserted"
        return
    _, person, role, body, *more = words
    membership = "membership/" + "--".join(part.partition("/")[2] for part in (person, role, body))
    modality = more[0] if len(more) == 1 else "asserted"
    for predicate, value in (("org:member", person), ("org:organization", body), ("org:role", role)):
        yield membership, predicate, value, modality
    if len(more) == 2:
        yield membership, f"schema:{'startDate' if more[0] == 'from' else 'endDate'}", more[1], modality


def _extraction(announcement: str, triples: list[tuple[str, str, str, str]]) -> Extraction:
    """Make an announcement whose text is what it says, one triple a line, so that each has its words."""
    day, lang = announcement.split()
    lines = [" ".join(triple) for triple in triples]
    starts = [sum(len(line) + 1 for line in lines[:number]) for number in range(len(lines))]
    claims = tuple(
        Claim(subject, predicate, _value(predicate, value), (Span(at, at + len(line)),), "test", modality=modality)
        for (subject, predicate, value, modality), line, at in zip(triples, lines, starts, strict=True)
    )
    slugs = {slug for subject, _, value, _ in triples for slug in (subject, value) if slug.startswith(PREFIXES)}
    published = None if day == "-" else day
    return Extraction(
        Announcement(f"{day}-{lang}", "\n".join(lines), lang, published),
        things=tuple(Thing(slug, slug.partition("/")[0].capitalize()) for slug in sorted(slugs)),
        claims=claims,
    )


def _value(predicate: str, value: str) -> str | Literal:
    if value.startswith(PREFIXES):
        return value
    if predicate.endswith(("Date", "Created")):
        return Literal(value, DATATYPES[len(value)])
    return Literal(value, "integer" if value.isdigit() else "iri")


def _entities(extractions: tuple[Extraction, ...]) -> tuple[Entity, ...]:
    """Make an entity of each slug, named by its words; the posts of the gazetteer know their rows."""
    members: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for extraction in extractions:
        for thing in extraction.things:
            members[thing.key].append((extraction.announcement.id, thing.key))
    return tuple(_entity(slug, tuple(of_one)) for slug, of_one in sorted(members.items()))


def _entity(slug: str, members: tuple[tuple[str, str], ...]) -> Entity:
    kind, _, words = slug.partition("/")
    text = {"ministr-vodnykh-resursov": "Министр водных ресурсов", "a-omarov": "A. Omarov"}.get(
        words, words.replace("-", " ").title()
    )
    named = kind not in ("membership", "meeting")
    known = words if kind == "role" and not words.startswith("ministr-") else None
    names = (Name(text, "ru" if text[0] > "z" else "en"),) if named else ()
    return Entity(slug, kind.capitalize(), names, members, known)
