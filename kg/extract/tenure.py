"""A post that someone holds, held or got: as it is read, and as it is claimed."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.reader import Reader
from kg.lang.syntax import Chunk
from kg.records import Literal, Span

PUBLIC = {"head", "deputy", "envoy"}  # posts whose holder speaks for the body


@dataclass(slots=True)
class Post:
    """A post that someone holds, held or got, before it becomes claims."""

    person: str
    role: Chunk
    body: str
    evidence: Span
    rule: str
    ended: bool = False
    start: str = ""
    end: str = ""
    confidence: float = 0.9
    modality: str = "asserted"


def claim_tenure(reader: Reader, post: Post) -> None:
    """Claim that a person has a post at a body, from when to when, with the words that say so."""
    draft = reader.draft
    role = reader.register.role(post.role)
    post.role.thing = role
    modality = post.modality
    if post.ended and not post.end and modality == "asserted":
        modality = "ended"
    key = membership(reader, post.person, post.body, role)
    for predicate, value in (("org:member", post.person), ("org:organization", post.body), ("org:role", role)):
        draft.claim(key, predicate, value, [post.evidence], post.rule, confidence=post.confidence, modality=modality)
    for predicate, day in (("schema:startDate", post.start), ("schema:endDate", post.end)):
        if day:
            draft.claim(key, predicate, _date(day), [post.evidence], post.rule, confidence=0.85, modality=modality)


def _date(day: str) -> Literal:
    from kg.lang.dates import datatype

    return Literal(day, datatype(day))


def membership(reader: Reader, member: str, body: str, role: str) -> str:
    """Return the key of the membership of someone in a body in a role; the same three give the same key."""
    identity = ("Membership", f"{member}|{body}|{role}")
    named = reader.register.named
    if identity not in named:
        named[identity] = reader.draft.thing("Membership")
    return named[identity]
