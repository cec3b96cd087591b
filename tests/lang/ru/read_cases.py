"""Reads the golden tables beside it and writes what the pack makes of a sentence in the same form."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kg.lang.ru.parse import read
from kg.lang.syntax import Chunk, Clause, Sentence
from kg.read import read_text


def rows(name: str) -> list[tuple[str, ...]]:
    """Return the rows of a table, each split where its form says."""
    mark = " => " if name != "names.txt" else " | "
    lines = (Path(__file__).parent / name).read_text("utf-8").splitlines()
    return [tuple(part.strip() for part in line.split(mark)) for line in lines if line and not line.startswith("#")]


def understood(text: str) -> tuple[str, Sentence]:
    """Return an announcement's text and the sentence that a text of one sentence is in it."""
    announcement = replace(read_text(f"Новости\n\n{text}", id="case", lang="ru"), published="2021-03-05")
    return announcement.text, next(s for s in read(announcement) if announcement.text[s.start : s.end] == text)


def chunks_of(sentence: Sentence) -> str:
    """Write the outermost chunks of a sentence, dates and numbers left out."""
    return "; ".join(_chunk(c) for c in sentence.chunks if c.inside is None and c.kind not in ("Date", "Number"))


def _chunk(chunk: Chunk) -> str:
    posts = ", ".join(f"{p.label} < {p.owner.label}" if p.owner else p.label for p in chunk.posts)
    return f'{chunk.kind} "{chunk.label}" {chunk.function}' + (f" [{posts}]" if posts else "")


def clauses_of(text: str, sentence: Sentence) -> str:
    """Write the clauses of a sentence."""
    return "; ".join(_clause(text, sentence, c) for c in sentence.clauses)


def _clause(text: str, sentence: Sentence, clause: Clause) -> str:
    first, last = (sentence.tokens[i] for i in clause.predicate)
    told = [f'{clause.form} "{text[first.start : last.end]}"', *sorted(clause.concepts)]
    names = ("negated", "neg"), ("passive", "passive"), ("future", "future"), ("past", "past")
    told += [word for attribute, word in names if getattr(clause, attribute)]
    return " ".join(told + ([clause.modality] if clause.modality != "asserted" else []))
