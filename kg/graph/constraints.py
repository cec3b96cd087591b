"""What SHACL's constraints ask of values, as quick tests: true where they are kept beyond doubt."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
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
_REMEMBERED = 20_000  # values: offsets, counts, days and names come up again and again


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
class OfKind:
    """A kind of node that each of the values is."""

    kinds: tuple[type, ...]

    def __call__(self, data: Data, focus: Term, values: Sequence[Term]) -> bool:
        """Return whether the values conform beyond doubt."""
        for value in values:  # noqa: SIM110
            if not isinstance(value, self.kinds):
                return False
        return True


class Passed(dict[Term, bool]):
    """Which values pass all of some tests, each asked once: a look-up is several times as quick as a test."""

    def __init__(self, tests: Sequence[Callable[[Term], bool]]) -> None:
        super().__init__()
        self._tests = tests

    def __missing__(self, value: Term) -> bool:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[value] = all(test(value) for test in self._tests)
        return found


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


@dataclass(frozen=True, slots=True, eq=False)
class InClass:
    """A class that each of the values is in."""

    iri: str

    def __call__(self, data: Data, focus: Term, values: Sequence[Term]) -> bool:
        """Return whether the values conform beyond doubt."""
        for value in values:  # noqa: SIM110
            if self.iri not in data.classes(value):
                return False
        return True


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


def _node_kind(kind: str) -> Check:
    return OfKind(_KINDS.get(kind.removeprefix(SH), ()))


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
        ours, others = [number(one) for one in values], [number(one) for one in data.said(focus).get(predicate, ())]
        least, most = [one for one in others if one is not None], [one for one in ours if one is not None]
        if len(least) < len(others) or len(most) < len(ours):
            return False
        return not least or not most or max(most) < min(least)

    return check


@lru_cache(maxsize=_REMEMBERED)
def number(value: Term) -> Decimal | None:
    """Return what is surely a well written number, else None."""
    known = isinstance(value, ox.Literal) and value.datatype in _NUMBERS and _NUMBERS[value.datatype](value)
    return Decimal(value_of(value)) if known else None


@lru_cache(maxsize=_REMEMBERED)
def integer(value: Term) -> int | None:
    """Return what is surely a well written xsd:integer, else None."""
    known = isinstance(value, ox.Literal) and value.datatype == _INTEGER and _FORMS[_XSD + "integer"](value)
    return int(value_of(value)) if known else None


_INTEGER = ox.NamedNode(_XSD + "integer")
_NUMBERS = {ox.NamedNode(_XSD + name): _FORMS[_XSD + name] for name in ("integer", "decimal")}


def _at_least(least: str) -> Check:
    bound = Decimal(least)
    return Each(lambda value: (found := number(value)) is not None and found >= bound)


def _at_most(most: str) -> Check:
    bound = Decimal(most)
    return Each(lambda value: (found := number(value)) is not None and found <= bound)


def _min_length(number: str) -> Check:
    return Each(lambda value: isinstance(value, ox.Literal) and len(value.value) >= int(number))


CONSTRAINTS: dict[str, Callable[[str], Check]] = {
    "minCount": lambda number: MinCount(int(number)),
    "maxCount": lambda number: MaxCount(int(number)),
    "datatype": _datatype,
    "pattern": _pattern,
    "class": InClass,
    "nodeKind": _node_kind,
    "uniqueLang": _unique_lang,
    "disjoint": _disjoint,
    "lessThan": _less_than,
    "minInclusive": _at_least,
    "maxInclusive": _at_most,
    "minLength": _min_length,
}
"""By the local names of SHACL's words: what makes a check of the value that a shape gives."""
