"""Says what is wrong with a SPARQL query in one sentence with its line and column."""

from __future__ import annotations

import re

from kg.errors import KgError
from kg.ontology import PREFIXES
from kg.query.display import readable

_OPAQUE = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'(?:[^'\\\n]|\\.)*'"
    r'|<[^<>"{}|^`\\\s]*>'
    r"|\#[^\n]*",
    re.DOTALL,
)
_PROLOGUE = re.compile(r"\s*(?:PREFIX\s+[\w.-]*:|BASE)\s*", re.IGNORECASE)
_UPDATES = {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"}
_DECLARED = re.compile(r"PREFIX\s+([\w.-]*):", re.IGNORECASE)
_USED = re.compile(r"(?<![\w:?$@.-])([^\W\d_][\w.-]*|):[\w%\\]")
_VARIABLE = re.compile(r"[?$]\w+")
_CODEPOINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_POSITION = re.compile(r"error at (\d+):(\d+): ")
# Oxigraph ends the process by a stack overflow at some thousands of these; queries of people have some dozens
_DEEPEST = 200
_MOST_PARTS = 1000
_MOST_VALUES = 5000
_PREFIXED = re.compile(r"[\w.-]*:[\w.:%-]*")
_PARTS = re.compile(r"[-+*/|&^!=<>{.;]|\b(?:BIND|AS|FILTER|OPTIONAL|UNION|MINUS)\b", re.IGNORECASE)


def refuse(sparql: str) -> None:
    """Raise KgError for a text that would change the graph, ask another host, or overflow the parser by its depth."""
    bare = _without_text(_CODEPOINT.sub(_character, sparql))
    first = re.match(r"\s*(\w+)", _after_prologue(bare))
    if first and first[1].upper() in _UPDATES:
        raise KgError(
            f"{first[1].upper()} would change the graph; ask with SELECT, ASK, CONSTRUCT or DESCRIBE instead."
        )
    if "SERVICE" in _VARIABLE.sub(" ", bare).upper():  # Oxigraph reads it in SERVICEex:host too
        raise KgError(
            "SERVICE would ask another host, and only this graph is asked; leave it out (in a name: write the IRI)."
        )
    named = _PREFIXED.sub(" ", bare)
    if _depth(bare) > _DEEPEST or len(_PARTS.findall(named)) > _MOST_PARTS or named.count(",") > _MOST_VALUES:
        raise KgError(
            f"The query is too big (more than {_DEEPEST} levels, {_MOST_PARTS} parts or {_MOST_VALUES} listed values); "
            "ask in several smaller ones."
        )


def _character(match: re.Match[str]) -> str:
    """Return what a codepoint escape stands for: SPARQL reads escapes before anything else (u+0053 and ERVICE)."""
    number = int(match[1] or match[2], 16)
    return chr(number) if number < 0x110000 else match[0]


def explain(sparql: str, message: str) -> str:
    """Return Oxigraph's complaint about a query as a sentence, with line and column or the unknown prefix."""
    position = _POSITION.match(message)
    unknown = _unknown_prefixes(sparql)
    if unknown:
        known = ", ".join(f"{prefix}:" for prefix in sorted(PREFIXES))
        return f"The query uses the prefix {unknown[0]}: without declaring it (bound already: {known})."
    if not position:
        return f"The query is not SPARQL: {message}."
    line, column = int(position[1]), int(position[2])
    return f"The query is wrong at line {line}, column {column}, {_near(sparql, line, column)}."


def _near(sparql: str, line: int, column: int) -> str:
    """Say what stands there; what Oxigraph expected instead is a list of its grammar's odd ends, no help to people."""
    lines = sparql.split("\n")
    rest = lines[line - 1][column - 1 :].strip() if line <= len(lines) else ""
    return f"before «{readable(rest[:30])}»" if rest else "where it ends" if line >= len(lines) else "at the line's end"


def _without_text(sparql: str) -> str:
    """Blank out strings, IRIs and comments, keeping every position."""
    return _OPAQUE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), sparql)


def _after_prologue(bare: str) -> str:
    start = 0
    while match := _PROLOGUE.match(bare, start):
        start = match.end()
    return bare[start:]


def _depth(bare: str) -> int:
    deepest = depth = 0
    for character in bare:
        if character in "({[":
            depth += 1
            deepest = max(deepest, depth)
        elif character in ")}]":
            depth -= 1
    return deepest


def _unknown_prefixes(sparql: str) -> list[str]:
    bare = _without_text(sparql)
    known = {*PREFIXES, *_DECLARED.findall(bare)}
    return [prefix for prefix in _USED.findall(bare) if prefix not in known]
