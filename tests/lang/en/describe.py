"""How English sentences are understood, written so that a linguist can read and edit it in one line."""

from __future__ import annotations

from kg.lang.en.parse import read
from kg.lang.syntax import Chunk, Clause
from kg.read import read_text

_SILENT = ("Number", "Date")


def phrases(text: str) -> str:
    """Return the phrases of a sentence that are part of no other: "Person Nurlan Abdirov [Chairman @ CEC]"."""
    sentences = read(read_text(f"2 March 2021\nA title\n{text}", id="case", lang="en"))
    chunks = [c for s in sentences if not s.title for c in s.chunks if c.inside is None and c.kind not in _SILENT]
    return "; ".join(f"{chunk.kind} {_name(chunk)}" for chunk in chunks)


def clauses(text: str) -> str:
    """Return the clauses of a text: "receive: subject=Abdirov, object=Lindgren (planned)"."""
    sentences = read(read_text(f"2 March 2021\nA title\n{text}", id="case", lang="en"))
    return "; ".join(_clause(c) for s in sentences if not s.title for c in s.clauses if c.lemma)


def _name(chunk: Chunk) -> str:
    posts = ", ".join(_name(post) for post in chunk.posts)
    owner = f" @ {chunk.owner.label}" if chunk.owner is not None and chunk.kind in ("Role", "Delegation") else ""
    acronym = f" ({chunk.acronym})" if chunk.acronym and chunk.acronym != chunk.label else ""
    flags = "".join(f" !{flag}" for flag in sorted(chunk.flags & {"former", "acting", "draft"}))
    common = "~" if not chunk.proper and chunk.kind != "Role" else ""
    return f"{common}{chunk.label}{acronym}{owner}{flags}" + (f" [{posts}]" if posts else "")


def _clause(clause: Clause) -> str:
    parts = [f"{c.function}={c.value or c.label}" for c in clause.chunks if c.function]
    parts += [f"subject<{c.label}" for c in clause.inherited]
    head = f" of {clause.head.label}" if clause.head is not None else ""
    marks = [clause.modality] if clause.modality != "asserted" else []
    marks += [name for name in ("negated", "passive", "future") if getattr(clause, name)]
    return f"{clause.lemma}{head}: {', '.join(parts)}" + (f" ({', '.join(marks)})" if marks else "")
