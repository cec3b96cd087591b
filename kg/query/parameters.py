"""Turns what the user typed for a question's parameters into typed RDF terms; nothing is pasted into a query."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from difflib import get_close_matches

from pyoxigraph import Literal, NamedNode, Store

from kg.errors import KgError
from kg.ontology import PREFIXES, label
from kg.query.catalogue import Question
from kg.query.display import readable, short
from kg.query.naming import AmbiguousError, expand, find
from kg.query.run import Term

LANGUAGES = ("kk", "ru", "en")

_DATATYPES = {4: "gYear", 7: "gYearMonth", 10: "date"}
_RDF_PREDICATE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate")


def bindings(store: Store, question: Question, given: Mapping[str, str], lang: str = "kk") -> dict[str, Term]:
    """Return the terms for a question's parameters and for the order of languages.

    ``given`` maps parameter names to what the user typed. Raises KgError for a missing or unknown parameter and for
    a name or date that means nothing.
    """
    wanted = {parameter.name: parameter for parameter in question.parameters}
    for name in given:
        if name not in wanted:
            raise KgError(f"The question {question.name} has no parameter {readable(name)}; {_takes(question)}.")
    missing = [p.name for p in question.parameters if p.required and p.name not in given]
    if missing:
        raise KgError(f"The question {question.name} needs --param {missing[0]}=…; {_takes(question)}.")
    terms = {name: term(store, wanted[name].kind, text) for name, text in given.items()}
    return {**terms, **_languages(question, lang)}


def term(store: Store, kind: str, text: str) -> Term:
    """Return the term that ``text`` means as a parameter of this kind (see catalogue.Parameter)."""
    if not text.strip():
        raise KgError("A parameter is empty; leave it out or give a name.")
    reader = _READERS.get(kind)
    return reader(store, text.strip()) if reader else find(store, text.strip(), kind)


def preference(lang: str) -> Literal:
    """Return the order in which names are preferred: the language asked for, then kk, ru, en."""
    return Literal(" ".join([lang, *(other for other in LANGUAGES if other != lang)]))


def _date(_: Store, text: str) -> Literal:
    if len(text) not in _DATATYPES or not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", text):
        raise KgError(f"«{readable(text)}» is not a date; write 2021-03-04, 2021-03 or 2021.")
    try:
        date.fromisoformat((text + "-01-01")[:10])
    except ValueError as error:
        raise KgError(f"There is no such date as {text}.") from error
    return Literal(text, datatype=NamedNode(PREFIXES["xsd"] + _DATATYPES[len(text)]))


def _predicate(store: Store, text: str) -> NamedNode:
    claimed = (quad.object for quad in store.quads_for_pattern(None, _RDF_PREDICATE, None, None))
    used = sorted({node.value for node in claimed if isinstance(node, NamedNode)})
    names = {name.casefold(): iri for iri in used for name in _names_of_predicate(iri)}
    if text.casefold() in names:
        return NamedNode(names[text.casefold()])
    near = get_close_matches(text.casefold(), names, n=1, cutoff=0.5)
    known = f"did you mean {short(names[near[0]])}?" if near else f"it has {', '.join(map(short, used)) or 'none'}."
    raise KgError(f"No claim in the graph has the predicate {readable(text)}; {known}")


def _names_of_predicate(iri: str) -> list[str]:
    """Return what a user may call a predicate, the surest last: its labels, its local name, its CURIE, its IRI."""
    return [*(label(iri, lang) for lang in LANGUAGES), short(iri).partition(":")[2], short(iri), iri]


def _value(store: Store, text: str) -> Term:
    curie = expand(text)
    if curie:
        return curie
    try:
        return find(store, text)
    except KgError as error:
        if isinstance(error, AmbiguousError):
            raise
    return Literal(text)


_READERS: Mapping[str, Callable[[Store, str], Term]] = {
    "thing": find,
    "date": _date,
    "predicate": _predicate,
    "value": _value,
}


def _languages(question: Question, lang: str) -> dict[str, Term]:
    return {"languages": preference(lang)} if "VALUES ?languages" in question.sparql else {}


def _takes(question: Question) -> str:
    names = [p.name if p.required else f"[{p.name}]" for p in question.parameters]
    return f"it takes {', '.join(names)}" if names else "it takes none"
