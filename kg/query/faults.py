"""Says what is wrong with a SPARQL query in one sentence with its line and column."""

from __future__ import annotations

import re

from kg.errors import KgError
from kg.ontology import PREFIXES

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
_POSITION = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_DEEPEST = 200


def refuse(sparql: str) -> None:
    """Raise KgError for a text that would change the graph or is so deep that it would end the parser's stack."""
    bare = _without_text(sparql)
    first = re.match(r"\s*(\w+)", _after_prologue(bare))
    if first and first[1].upper() in _UPDATES:
        raise KgError(
            f"{first[1].upper()} would change the graph; ask with SELECT, ASK, CONSTRUCT or DESCRIBE instead."
        )
    if _depth(bare) > _DEEPEST:
        raise KgError(f"The query is nested more than {_DEEPEST} levels deep; make it simpler.")


def explain(sparql: str, message: str) -> str:
    """Return Oxigraph's complaint about a query as a sentence, with line and column or the unknown prefix."""
    position = _POSITION.match(message)
    unknown = _unknown_prefixes(sparql)
    if unknown:
        known = ", ".join(f"{prefix}:" for prefix in sorted(PREFIXES))
        return f"The query uses the prefix {unknown[0]}: without declaring it (bound already: {known})."
    if not position:
        return f"The query is not SPARQL: {message}."
    line, column, expected = position.groups()
    return f"The query is wrong at line {line}, column {column}: {_readable(expected)}."


def _readable(expected: str) -> str:
    """Drop the parser's character classes, which tell people nothing: "one of ASK, [_]" -> "ASK"."""
    head, _, rest = expected.partition("expected one of ")
    if head or not rest:
        return expected.strip()
    words = sorted(word for word in rest.split(", ") if not word.startswith("["))
    return "expected " + (" or ".join(words) if words else "something else")


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
