"""Announcements in a few words, as tables of data tell them: for what needs many of them and no understanding.

A line is: day of publication ("-" for none), language, subject, predicate, value, and a modality if it is no fact; or:
day, language, "post", member, post, body, and "from DAY", "to DAY" or a modality. What is said on one day in one
language is one announcement.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.records import Announcement, Claim, Entity, Extraction, Literal, Name, Span, Thing

PREFIXES = ("person/", "organization/", "role/", "place/", "membership/", "meeting/", "program/", "agreement/")
DATATYPES = {4: "gYear", 7: "gYearMonth", 10: "date"}


def announced(lines: Iterable[str]) -> tuple[tuple[Extraction, ...], tuple[Entity, ...]]:
    """Return what the announcements of some lines say, and the things in them, each with its slug for a key."""
    said: defaultdict[str, list[tuple[str, str, str, str]]] = defaultdict(list)
    for line in lines:
        day, lang, *words = line.split()
        said[f"{day} {lang}"] += _triples(words)
    extractions = tuple(_extraction(announcement, triples) for announcement, triples in said.items())
    return extractions, _entities(extractions)


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
