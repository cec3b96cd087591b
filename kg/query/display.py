"""Terms as people read them: short IRIs, plain literals, nothing that a terminal would obey."""

from __future__ import annotations

import re

from pyoxigraph import Literal, NamedNode

from kg.graph.iris import BASE
from kg.ontology import compact, label, terms

# C0 and C1 controls drive terminals; the bidirectional ones let a text show in another order than it is.
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069]")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def cell(term: object, lang: str = "en") -> str:
    """Return a term, or "" for an unbound one, as one line for a table.

    A term of the ontology (kg:Seminar) is shown by its label in ``lang``, an individual by its IRI after the base.
    """
    if term is None:
        return ""
    if isinstance(term, NamedNode):
        return readable(label(term.value, lang) if term.value in terms() else short(term.value))
    return readable(term.value if isinstance(term, Literal) else str(term))


def short(iri: str) -> str:
    """Return an IRI without the base of individuals, or as a CURIE, or as it is."""
    return iri.removeprefix(BASE) if iri != BASE and iri.startswith(BASE) else compact(iri)


def readable(text: str) -> str:
    """Return the text on one line, each control character replaced by its picture (ESC by ␛) or by �."""
    return _CONTROLS.sub(_picture, text)


def in_quotes(text: str) -> str:
    """Return the text on one line between quotation marks other than those that it begins or ends with itself."""
    line = readable(text)
    return f"“{line}”" if line.startswith("«") or line.endswith("»") else f"«{line}»"


def safe_for_xml(text: str) -> str:
    """Return the text without the characters that XML 1.0 forbids; each becomes �."""
    return _NOT_XML.sub("\ufffd", text)


def _picture(match: re.Match[str]) -> str:
    character = match[0]
    if character in "\t\n\r\x85\u2028\u2029":
        return " "
    if character < " ":
        return chr(0x2400 + ord(character))
    return "\ufffd"
