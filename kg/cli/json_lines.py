"""Mentions and claims as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TypedDict

from kg.records import Claim, Extraction, Mention, Thing


class MentionRow(TypedDict):
    """What is printed of a mention."""

    start: int
    end: int
    type: str
    text: str
    label: str
    rule: str
    confidence: float


class QuoteRow(TypedDict):
    """Words of the announcement that state a fact."""

    start: int
    end: int
    text: str


class ClaimRow(TypedDict):
    """What is printed of a claim: labels that people read, and the keys that are the same in all rows of one text."""

    announcement: str
    subject: str
    predicate: str
    object: str
    modality: str
    said_by: str | None
    confidence: float
    rule: str
    evidence: list[QuoteRow]
    subject_key: str
    object_key: str | None


def dump(row: Mapping[str, object]) -> str:
    """Return one JSON line: letters of every alphabet as they are, control characters escaped."""
    return (
        json.dumps(row, ensure_ascii=False)
        .replace("\x7f", "\\u007f")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )


def mention_row(mention: Mention) -> MentionRow:
    """Return what is printed of a mention."""
    return {
        "start": mention.start,
        "end": mention.end,
        "type": mention.type,
        "text": mention.text,
        "label": mention.label,
        "rule": mention.rule,
        "confidence": mention.confidence,
    }


def claim_rows(extraction: Extraction) -> Iterator[ClaimRow]:
    """Yield what is printed of each claim, in the order of the announcement's words."""
    names = labels(extraction)
    for claim in sorted(extraction.claims, key=lambda claim: claim.evidence[:1]):
        yield {
            "announcement": extraction.announcement.id,
            "subject": names[claim.subject],
            "predicate": claim.predicate,
            "object": _object(claim, names),
            "modality": claim.modality,
            "said_by": names.get(claim.said_by or ""),
            "confidence": claim.confidence,
            "rule": claim.rule,
            "evidence": [
                {"start": span.start, "end": span.end, "text": span.of(extraction.announcement.text)}
                for span in claim.evidence
            ],
            "subject_key": claim.subject,
            "object_key": claim.object if isinstance(claim.object, str) else None,
        }


def labels(extraction: Extraction) -> dict[str, str]:
    """Return a readable label for every thing's key: its name, or for a meeting or membership what it ties together."""
    things = {thing.key: thing for thing in extraction.things}
    named = {key: _name(thing, extraction.announcement.lang) for key, thing in things.items()}
    return {key: name or _described(things[key], extraction, named) for key, name in named.items()}


def _name(thing: Thing, lang: str) -> str:
    ranked = sorted(thing.names, key=lambda name: (name.lang != lang, name.kind != "full", -len(name.text), name.text))
    return ranked[0].text if ranked else ""


# What a thing without a name of its own is told by, most telling first.
_TELLING = ("schema:startDate", "org:member", "org:role", "org:organization", "kg:participant")


def _described(thing: Thing, extraction: Extraction, named: dict[str, str]) -> str:
    """Return for example "Meeting 2017-12-21 (Берік Имашев, Ёнг-Хи Ким)"."""
    own = [claim for claim in extraction.claims if claim.subject == thing.key and claim.predicate in _TELLING]
    own.sort(key=lambda claim: _TELLING.index(claim.predicate))
    parts = list(dict.fromkeys(_object(claim, named) for claim in own))
    return f"{thing.type} ({', '.join(part for part in parts if part)})" if parts else thing.key


def _object(claim: Claim, names: dict[str, str]) -> str:
    return names.get(claim.object, claim.object) if isinstance(claim.object, str) else claim.object.value
