"""Runs a SPARQL query on a store: prefixes bound, parameters put in as typed terms, errors in one sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pyoxigraph import Literal, NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Store

from kg.errors import KgError
from kg.graph.iris import BASE
from kg.ontology import PREFIXES
from kg.query.faults import explain, refuse

Result = QuerySolutions | QueryBoolean | QueryTriples
Term = NamedNode | Literal

_VALUES = re.compile(r"VALUES\s+\?(\w+)\s*\{[^{}]*\}")


def run(
    store: Store,
    sparql: str,
    bindings: Mapping[str, Term] | None = None,
    *,
    default_graphs: Sequence[NamedNode] | None = None,
    named_graphs: Sequence[NamedNode] | None = None,
) -> Result:
    """Run a SELECT, ASK, CONSTRUCT or DESCRIBE query and return what Oxigraph gives.

    The contract's prefixes are bound and relative IRIs (``<person/berik-imashev>``) are individuals. The default graph
    is the knowledge; the named graphs hold what each announcement says. ``bindings`` replaces what stands between the
    braces of ``VALUES ?name { ... }``. ``default_graphs`` (their union) and ``named_graphs`` are asked instead of the
    store's own where they are given. Raises KgError for a malformed query, an update, or a binding without VALUES.
    """
    refuse(sparql)
    try:
        return store.query(
            bind(sparql, bindings or {}),
            base_iri=BASE,
            prefixes=dict(PREFIXES),
            default_graph=list(default_graphs) if default_graphs is not None else None,
            named_graphs=list(named_graphs) if named_graphs is not None else None,
        )
    except SyntaxError as error:
        raise KgError(explain(sparql, str(error))) from error
    except (RuntimeError, ValueError, OSError) as error:
        raise KgError(f"The query can't be answered: {error}.") from error


def bind(sparql: str, bindings: Mapping[str, Term]) -> str:
    """Return the query with each ``VALUES ?name { ... }`` holding the term bound to that name.

    One pass over the original text: a bound value that itself looks like VALUES is never read again.
    """
    found = set(_VALUES.findall(sparql))
    for name in bindings:
        if name not in found:
            raise KgError(f"The query has no `VALUES ?{name} {{ … }}` that could hold the parameter {name}.")

    def fill(match: re.Match[str]) -> str:
        name = match[1]
        return f"VALUES ?{name} {{ {bindings[name]} }}" if name in bindings else match[0]

    return _VALUES.sub(fill, sparql)
