"""Reads answers.txt: what each named question must answer."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Case:
    """A question asked in a language with parameters, and the table that it answers."""

    question: str
    lang: str
    parameters: tuple[tuple[str, str], ...]
    table: str

    def __str__(self) -> str:
        return "|".join([self.question, self.lang, *(f"{name}={value}" for name, value in self.parameters)])


def cases(file: str = "answers.txt") -> list[Case]:
    """Return the cases of answers.txt, or of another file of its form, in its order."""
    text = (Path(__file__).parent / file).read_text(encoding="utf-8")
    return [_case(part) for part in text.split("\n## ")[1:]]


def _case(part: str) -> Case:
    head, _, table = part.partition("\n")
    question, lang, *given = head.split("|")
    pairs = [pair.partition("=") for pair in given]
    return Case(question, lang, tuple((name, value) for name, _, value in pairs), table.rstrip("\n") + "\n")
