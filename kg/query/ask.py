"""Asks a named question: the one call that `kg query NAME` and a Python program need."""

from __future__ import annotations

from collections.abc import Mapping

from pyoxigraph import Store

from kg.query.catalogue import question
from kg.query.parameters import bindings
from kg.query.run import Result, run


def ask(store: Store, name: str, parameters: Mapping[str, str] | None = None, *, lang: str = "kk") -> Result:
    """Return the answer to a named question, its parameters given as a person types them.

    ``ask(store, "members-of", {"organization": "A-WEB"}, lang="en")``. Names in the answer are in ``lang`` or else in
    kk, ru, en. Raises KgError for an unknown question, parameter or name.
    """
    asked = question(name)
    return run(store, asked.sparql, bindings(store, asked, parameters or {}, lang))
