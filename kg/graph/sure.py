"""SPARQL constraints of the shapes whose outcome can be told without asking: nodes that surely give no row."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pyoxigraph as ox

from kg.graph.constraints import Data, Said, Term, integer
from kg.ontology import KG, PREFIXES, SCHEMA

_OF_EVIDENCE = [PREFIXES["oa"] + name for name in ("hasSource", "exact", "start", "end")]

# The query as ontology/shapes.ttl has it, in one line: if it asks anything else there, it is asked.
_QUOTES_STAND_IN_THE_TEXT = """
    $this ?value WHERE {
        ?value a $this ; oa:hasSource ?source ; oa:exact ?exact ; oa:start ?start ; oa:end ?end .
        OPTIONAL { ?source kg:textLength ?length }
        OPTIONAL { ?source schema:text ?text }
        FILTER (
            STRLEN(?exact) != ?end - ?start
            || (BOUND(?length) && ?end > ?length)
            || (BOUND(?text) && SUBSTR(STR(?text), ?start + 1, ?end - ?start) != STR(?exact))
        )
    }"""


def _stand_in_the_text(data: Data, nodes: Iterable[Term]) -> bool:
    """Tell whether all that quotes words surely does so at their offsets in the text of its announcement."""
    texts: dict[Term, str | None] = {}
    for node in nodes:
        said = data.said(node)
        if not all(name in said for name in _OF_EVIDENCE):
            continue  # without one of them there is no row
        if any(len(said[name]) != 1 for name in _OF_EVIDENCE):
            return False
        (source,), (exact,), (start,), (end,) = (said[name] for name in _OF_EVIDENCE)
        if source not in texts:
            texts[source] = _text(data.said(source))
        text, first, last = texts[source], integer(start), integer(end)
        if text is None or first is None or last is None or not isinstance(exact, ox.Literal):
            return False
        if not (0 <= first <= last <= len(text) and text[first:last] == exact.value):
            return False
    return True


def _text(said: Said) -> str | None:
    """Return the text of an announcement, None unless there is one as long as it is said to be."""
    texts, lengths = said.get(SCHEMA.text, ()), said.get(KG.textLength, ())
    if len(texts) == len(lengths) == 1 and isinstance(texts[0], ox.Literal):
        text = texts[0].value
        return text if integer(lengths[0]) == len(text) else None
    return None


SURE: dict[str, Callable[[Data, Iterable[Term]], bool]] = {
    " ".join(_QUOTES_STAND_IN_THE_TEXT.split()): _stand_in_the_text
}
"""By what a query selects, in one line: whether no node gives a row, beyond doubt."""
