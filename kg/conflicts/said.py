"""The small records of this room: what was said by whom, of what, and which of it can't stand together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any

# How many quotes of a side are kept for the reader; how many there are is kept too.
_SHOWN = 5

STATED_AND_DENIED = "stated and denied"
"""The kind of contradictions between what some state and others deny, which may be of several things."""


@dataclass(frozen=True, slots=True, order=True)
class Saying:
    """A claim of one announcement about a thing, with its words.

    ``subject`` and, if it is a thing, ``value`` are slugs; a value is as the claim has it ("2013-10", "104").
    ``published`` is an ISO day or "".
    """

    published: str
    announcement: str
    start: int
    end: int
    subject: str
    predicate: str
    value: str
    modality: str = "asserted"
    lang: str = ""
    quote: str = ""
    rule: str = ""
    confidence: float = 1.0
    claim: str = ""

    @property
    def triple(self) -> tuple[str, str, str]:
        """What is said."""
        return self.subject, self.predicate, self.value


IN_ORDER = attrgetter(*(field.name for field in fields(Saying)))
"""The key by which sayings are sorted: the order that they have themselves, many times quicker."""


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a thing: its class ("Meeting"), the id of its row in the gazetteer, and its names."""

    type: str
    known: str = ""
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """All that was said, and the things it is about, by slug."""

    sayings: tuple[Saying, ...]
    things: Mapping[str, About]

    def type_of(self, slug: str) -> str:
        """Return the class of a thing, "" for one that is not known."""
        return self.things[slug].type if slug in self.things else ""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a contradiction: a value, of which thing, and who says so (``modality``: "asserted" or "denied")."""

    value: str
    about: str
    sayings: tuple[Saying, ...]
    modality: str = "asserted"

    def row(self) -> dict[str, Any]:
        """Return the side as report.json holds it: the first quotes, and how many there are."""
        return {
            "value": self.value,
            "modality": self.modality,
            "about": self.about,
            "times": len(self.sayings),
            "quotes": [
                {
                    "announcement": one.announcement,
                    "published": one.published or None,
                    "lang": one.lang,
                    "quote": one.quote,
                    "start": one.start,
                    "end": one.end,
                    "rule": one.rule,
                    "confidence": one.confidence,
                }
                for one in self.sayings[:_SHOWN]
            ],
        }


@dataclass(frozen=True, slots=True)
class Conflict:
    """Sides that can't all be right.

    ``kind`` is "different dates", "different numbers", "different statuses", "stated and denied" or "two holders".
    ``subject`` is the thing that it is about (of two holders the body), ``predicate`` a CURIE. ``when`` is the day, or
    the first and last joined by "/", on which a post had two holders; ``role`` is that post.
    """

    kind: str
    subject: str
    predicate: str
    sides: tuple[Side, ...]
    when: str = ""
    role: str = ""

    @property
    def place(self) -> tuple[object, ...]:
        """By what contradictions are sorted; no two have the same."""
        sides = tuple((one.value, one.about, one.modality) for one in self.sides)
        return self.subject, self.predicate, self.kind, self.role, self.when, sides

    def row(self) -> dict[str, Any]:
        """Return the conflict as report.json holds it."""
        more = {"role": self.role, "when": self.when} if self.role else {}
        said = [side.row() for side in self.sides]
        return {"kind": self.kind, "subject": self.subject, "predicate": self.predicate, **more, "said": said}


def place_of(row: Mapping[str, Any]) -> tuple[object, ...]:
    """Return the place of a contradiction that is a row of report.json."""
    sides = tuple((one["value"], one["about"], one["modality"]) for one in row["said"])
    return row["subject"], row["predicate"], row["kind"], row.get("role", ""), row.get("when", ""), sides


def side(value: str, about: str, sayings: Iterable[Saying], modality: str = "asserted") -> Side:
    """Return a side with its sayings in order: the first of each announcement, by day, then the others."""
    first: dict[str, Saying] = {}
    others = []
    for one in sorted(sayings, key=IN_ORDER):
        if first.setdefault(one.announcement, one) is not one:
            others.append(one)
    return Side(value, about, (*first.values(), *others), modality)
