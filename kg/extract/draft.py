"""The Extraction while it is being written: things, mentions and claims, each numbered as it comes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace

from kg.lang.syntax import Chunk
from kg.names import fold
from kg.records import Announcement, Claim, Extraction, Literal, Mention, Name, Span, Thing

# What only a person, body or state can be the object of (see ontology/shapes.ttl).
_ACTS = frozenset({"kg:participant", "kg:party", "org:member", "org:organization", "schema:organizer"})
_SPEAKERS = frozenset({"Person", "Organization", "Country"})


class Draft:
    """Collects what one announcement says and hands it over as an Extraction."""

    def __init__(self, announcement: Announcement) -> None:
        self.announcement = announcement
        self.text = announcement.text
        self.lang = announcement.lang
        self._counts: Counter[str] = Counter()
        self._names: dict[str, list[Name]] = {}
        self._types: dict[str, str] = {}
        self._known: dict[str, str | None] = {}
        self._claims: dict[tuple[object, ...], Claim] = {}
        self._mentions: dict[tuple[int, int, str], Mention] = {}

    def thing(self, kind: str, names: Iterable[Name] = (), known: str | None = None) -> str:
        """Make a new thing and return its key."""
        self._counts[kind] += 1
        key = f"{kind.lower()}-{self._counts[kind]}"
        self._types[key], self._known[key] = kind, known
        self._names[key] = []
        if names:
            self.name(key, *names)
        return key

    def name(self, key: str, *names: Name) -> None:
        """Add names to a thing; one that it has already is left out."""
        known = {fold(name.text) for name in self._names[key]}
        for name in names:
            if name.text.strip() and fold(name.text) not in known:
                known.add(fold(name.text))
                self._names[key].append(name)

    def unname(self, key: str, names: Iterable[str]) -> None:
        """Take names from a thing that turned out to be another's; the last one stays."""
        folded = {fold(name) for name in names}
        self._names[key] = [n for n in self._names[key] if fold(n.text) not in folded] or self._names[key]

    def names(self, key: str) -> tuple[Name, ...]:
        """Return the names of a thing, the preferred one first."""
        return tuple(self._names[key])

    def type_of(self, key: str) -> str:
        """Return the class of a thing."""
        return self._types[key]

    def known(self, key: str) -> str | None:
        """Return the gazetteer row that a thing is."""
        return self._known[key]

    def recognise(self, key: str, known: str | None) -> None:
        """Note the gazetteer row that a thing is, if it had none yet."""
        self._known[key] = self._known[key] or known

    def retype(self, key: str, kind: str) -> None:
        """Change the class of a thing (a region that acts is an organisation)."""
        self._types[key] = kind

    def mention(self, chunk: Chunk, key: str = "", kind: str | None = None) -> None:
        """Note the words that speak of a thing."""
        kind = kind or chunk.kind
        self._mentions[chunk.start, chunk.end, kind] = Mention(
            chunk.start,
            chunk.end,
            kind,
            self.text[chunk.start : chunk.end],
            chunk.label,
            chunk.rule,
            chunk.confidence,
            key,
        )

    def claim(
        self,
        subject: str,
        predicate: str,
        value: str | Literal,
        evidence: Iterable[Span],
        rule: str,
        *,
        confidence: float = 0.9,
        modality: str = "asserted",
        said_by: str | None = None,
    ) -> None:
        """Note a triple with its words; the same triple said twice keeps the evidence of both."""
        spans = tuple(dict.fromkeys(map(self._tidy, evidence)))
        identity = (subject, predicate, value, modality)
        old = self._claims.get(identity)
        if old is not None:
            spans = tuple(dict.fromkeys((*old.evidence, *spans)))
            rule, confidence = (old.rule, old.confidence) if old.confidence >= confidence else (rule, confidence)
            said_by = old.said_by or said_by
        self._claims[identity] = Claim(subject, predicate, value, spans, rule, round(confidence, 2), modality, said_by)

    def joined_on(self, member: str, days: Collection[str]) -> list[str]:
        """Return the bodies of which something has become a member on one of some days."""
        told = [c for c in self._claims.values() if c.modality == "asserted"]
        its = {c.subject for c in told if c.predicate == "org:member" and c.object == member}
        its &= {c.subject for c in told if isinstance(c.object, Literal) and c.object.value in days}
        wholes = [c.object for c in told if c.subject in its and c.predicate == "org:organization"]
        return [whole for whole in wholes if isinstance(whole, str)]

    def _tidy(self, span: Span) -> Span:
        """Leave spaces and line ends out of a quote's edges."""
        start, end = span.start, span.end
        text = self.text
        if 0 <= start < end <= len(text) and not (text[start].isspace() or text[end - 1].isspace()):
            return span
        start, end = max(0, start), min(end, len(text))
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return Span(start, end) if (start, end) != (span.start, span.end) else span

    def _fitting(self, claim: Claim) -> Claim:
        """Take a town that takes part, joins or has posts for the body that it is; only who can speak says anything."""
        for key in (claim.object if claim.predicate in _ACTS else None, claim.said_by):
            if isinstance(key, str) and self._types[key] == "Place":
                self.retype(key, "Organization")
        if claim.said_by is not None and self._types[claim.said_by] not in _SPEAKERS:
            return replace(claim, said_by=None)
        return claim

    def finish(self, notes: Iterable[str] = ()) -> Extraction:
        """Return the Extraction: only things that are mentioned or claimed of, mentions in the order of the text."""
        claims = tuple(self._fitting(claim) for claim in self._claims.values())
        used = {c.subject for c in claims} | {c.object for c in claims if isinstance(c.object, str)}
        used |= {m.thing for m in self._mentions.values()}
        things = tuple(
            Thing(key, kind, tuple(self._names[key]), self._known[key])
            for key, kind in self._types.items()
            if key in used
        )
        mentions = tuple(sorted(self._mentions.values(), key=lambda m: (m.start, m.end, m.type)))
        return Extraction(self.announcement, things, mentions, claims, tuple(notes))


def cover(*parts: Chunk | Span | None) -> Span:
    """Return the one span that covers all the parts."""
    spans = [p for p in parts if p is not None]
    return Span(min([p.start for p in spans]), max([p.end for p in spans]))
