"""Reads cases.txt: announcements in a few words, and what contradicts what in them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg.records import Entity, Extraction
from tests.said import announced


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
    extractions, entities = announced(line for line in lines if line and line[0] != "=")
    return Case(name, extractions, entities, tuple(line[2:] for line in lines if line[:1] == "="))
