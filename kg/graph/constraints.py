"""What SHACL's constraints ask of values, as quick tests: true where they are kept beyond doubt."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

import pyoxigraph as ox

from kg.ontology import PREFIXES

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Said = Mapping[str, Sequence[Term]]
"""Predicate IRI -> objects, all that is said of a node."""


class Data(Protocol):
    """What is looked at: all that is said of a node, and its classes (IRIs)."""

    def said(self, node: Term) -> Said: ...  # noqa: D102

    def classes(self, node: Term) -> Collection[str]: ...  # noqa: D102


Check = Callable[[Data, Term, Sequence[Term]], bool]
"""Whether the values (of a focus node, the second) conform beyond doubt."""

SH = "http://www.w3.org/ns/shacl#"
_RDF = PREFIXES["rdf"]
_XSD = PREFIXES["xsd"]


def never(data: Data, focus: Term, values: Sequence[Term]) -> bool:
    """Conform to what is not known: never beyond doubt."""
    return False


def value_of(term: Term) -> str:
    """Return a term as text, without its datatype or language."""
    return term.value if isinstance(term, ox.NamedNode | ox.Literal | ox.BlankNode) else str(term)


@dataclass(frozen=True, slots=True, eq=False)
class All:
    """All of some checks."""

    checks: tuple[Check, ...]

    def __call__(self, data: Data, focus: Term, values: Sequence[Term]) -> bool:
        """Return whether the values conform beyond doubt."""
        for check in self.checks:  # noqa: SIM110
            if not check(data, focus, values):
                return False
        return True


@dataclass(frozen=True, slots=True, eq=False)
class Along:
    """Checks of what is said of each of the values with a predicate."""

    predicate: str
    checks: tuple[Check, ...]

    def __call__(self, data: Data, focus: Term, values: Sequence[Term]) -> bool:
        """Return whether the values conform beyond doubt."""
        for value in values:
            objects = data.said(value).get(self.predicate, ())
            for check in self.checks:
                if not check(data, value, objects):
                    return False
        return True


@dataclass(frozen=True, slots=True, eq=False)
class Each:
    """A test of each of the values."""

    test: Callable[[Term], bool]

    def __call__(self, data: Data, focus: Term, values: Sequence[Term]) -> bool:
        """Return whether the values conform beyond doubt."""
        for value in values:  # noqa: SIM110
            if not self.test(value):
                return False
        return True


@dataclass(frozen=True, slots=True, eq=False)
class MinCount:
    """At least so many values."""

    number: int

    def __call__(self, data: Data, focus: Term, values: Sequence[Term]) -> bool:
        """Return whether the values conform beyond doubt."""
        return len(values) >= self.number and (self.number <= 1 or len(set(values)) >= self.number)


@dataclass(frozen=True, slots=True, eq=False)
class MaxCount:
    """At most so many values."""

    number: int

    def __call__(self, data: Data, focus: Term, values: Sequence[Term]) -> bool:
        """Return whether the values conform beyond doubt."""
        return len(values) <= self.number or len(set(values)) <= self.number


def _datatype(iri: str) -> Check:
    if iri not in _FORMS:
        return never
    form, datatype = _FORMS[iri], ox.NamedNode(iri)
    return Each(lambda value: isinstance(value, ox.Literal) and value.datatype == datatype and form(value))


def _is_date(value: ox.Literal) -> bool:
    try:
        return len(value.value) == 10 and bool(date.fromisoformat(value.value))
    except ValueError:
        return False


def _like(pattern: str) -> Callable[[ox.Literal], bool]:
    compiled = re.compile(pattern)
    return lambda value: bool(compiled.fullmatch(value.value))


# What is surely well written; anything else of the datatype is left to pySHACL.
_FORMS: dict[str, Callable[[ox.Literal], bool]] = {
    _XSD + "string": lambda value: True,
    _RDF + "langString": lambda value: bool(value.language),
    _XSD + "integer": _like(r"-?[0-9]{1,18}"),
    _XSD + "decimal": _like(r"-?[0-9]{1,18}(\.[0-9]{1,18})?"),
    _XSD + "date": _is_date,
    _XSD + "gYearMonth": _like(r"[1-9][0-9]{3}-(0[1-9]|1[0-2])"),
    _XSD + "gYear": _like(r"[1-9][0-9]{3}"),
}


def _pattern(pattern: str) -> Check:
    compiled = re.compile(pattern)
    return Each(lambda value: not isinstance(value, ox.BlankNode) and bool(compiled.search(value_of(value))))


def _class(iri: str) -> Check:
    return lambda data, focus, values: all(iri in data.classes(value) for value in values)


def _node_kind(kind: str) -> Check:
    kinds = _KINDS.get(kind.removeprefix(SH), ())
    return Each(lambda value: isinstance(value, kinds))


_KINDS: dict[str, tuple[type, ...]] = {
    "IRI": (ox.NamedNode,),
    "Literal": (ox.Literal,),
    "IRIOrLiteral": (ox.NamedNode, ox.Literal),
}


def _unique_lang(flag: str) -> Check:
    def check(data: Data, focus: Term, values: Sequence[Term]) -> bool:
        languages = [value.language.lower() for value in values if isinstance(value, ox.Literal) and value.language]
        return flag != "true" or len(set(languages)) == len(languages)

    return check


def _disjoint(predicate: str) -> Check:
    return lambda data, focus, values: not set(values) & set(data.said(focus).get(predicate, ()))


def _less_than(predicate: str) -> Check:
    def check(data: Data, focus: Term, values: Sequence[Term]) -> bool:
        others = data.said(focus).get(predicate, ())
        if not all(is_number(each) for each in (*values, *others)):
            return False
        return all(Decimal(value_of(one)) < Decimal(value_of(other)) for one in values for other in others)

    return check


def is_number(value: Term) -> bool:
    """Tell whether a value is surely a well written number."""
    return isinstance(value, ox.Literal) and value.datatype in _NUMBERS and _NUMBERS[value.datatype](value)


def is_integer(value: Term) -> bool:
    """Tell whether a value is surely a well written xsd:integer."""
    return isinstance(value, ox.Literal) and value.datatype == _INTEGER and _FORMS[_XSD + "integer"](value)


_INTEGER = ox.NamedNode(_XSD + "integer")
_NUMBERS = {ox.NamedNode(_XSD + name): _FORMS[_XSD + name] for name in ("integer", "decimal")}


def _at_least(number: str) -> Check:
    least = Decimal(number)
    return Each(lambda value: is_number(value) and Decimal(value_of(value)) >= least)


def _at_most(number: str) -> Check:
    most = Decimal(number)
    return Each(lambda value: is_number(value) and Decimal(value_of(value)) <= most)


def _min_length(number: str) -> Check:
    return Each(lambda value: isinstance(value, ox.Literal) and len(value.value) >= int(number))


CONSTRAINTS: dict[str, Callable[[str], Check]] = {
    "minCount": lambda number: MinCount(int(number)),
    "maxCount": lambda number: MaxCount(int(number)),
    "datatype": _datatype,
    "pattern": _pattern,
    "class": _class,
    "nodeKind": _node_kind,
    "uniqueLang": _unique_lang,
    "disjoint": _disjoint,
    "lessThan": _less_than,
    "minInclusive": _at_least,
    "maxInclusive": _at_most,
    "minLength": _min_length,
}
"""By the local names of SHACL's words: what makes a check of the value that a shape gives."""
