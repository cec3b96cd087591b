"""SPARQL constraints of the shapes whose outcome can be told without asking: nodes that surely give no row."""

from __future__ import annotations

from collections.abc import Callable

import pyoxigraph as ox

from kg.graph.constraints import Data, Term, is_integer
from kg.ontology import KG, PREFIXES, SCHEMA

_OA = PREFIXES["oa"]

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


def _stands_in_the_text(data: Data, node: Term) -> bool:
    """Tell whether words surely stand at their offsets in the text of their announcement."""
    said = data.said(node)
    found = [said.get(_OA + name, ()) for name in ("hasSource", "exact", "start", "end")]
    if any(len(objects) != 1 for objects in found):
        return not all(found)  # without one of them there is no row
    (source,), (exact,), (start,), (end,) = found
    of_source = data.said(source)
    texts, lengths = of_source.get(SCHEMA.text, ()), of_source.get(KG.textLength, ())
    if not (len(texts) == len(lengths) == 1 and is_integer(start) and is_integer(end) and is_integer(lengths[0])):
        return False
    if not (isinstance(exact, ox.Literal) and isinstance(texts[0], ox.Literal)):
        return False
    first, last = int(start.value), int(end.value)  # type: ignore[union-attr]
    return 0 <= first <= last <= int(lengths[0].value) and texts[0].value[first:last] == exact.value  # type: ignore[union-attr]


SURE: dict[str, Callable[[Data, Term], bool]] = {" ".join(_QUOTES_STAND_IN_THE_TEXT.split()): _stands_in_the_text}
"""By what a query selects, in one line: whether a node gives no row beyond doubt."""
