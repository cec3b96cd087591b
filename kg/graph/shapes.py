"""A sieve of SHACL: tells quickly, from the shapes themselves, which nodes conform beyond doubt.

pySHACL takes a tenth of a second for one announcement, this some thousandths. It says nothing of what is wrong: a
node that it lets pass conforms, and any other is for pySHACL to judge. A shape with a word of SHACL in it that this
doesn't know lets nothing pass, so it can be slow but not wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Protocol

import pyoxigraph as ox

from kg.ontology import PREFIXES
from kg.resources import resource

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Said = Mapping[str, Sequence[Term]]
"""Predicate IRI -> objects, all that is said of a node."""


class Data(Protocol):
    """What is looked at: all that is said of a node, and its classes (IRIs)."""

    def said(self, node: Term) -> Said: ...  # noqa: D102

    def classes(self, node: Term) -> Collection[str]: ...  # noqa: D102


Check = Callable[[Data, Term, Sequence[Term]], bool]
"""Whether the values (of a focus node, the second) conform beyond doubt."""

_SH = "http://www.w3.org/ns/shacl#"
_RDF = PREFIXES["rdf"]
_XSD = PREFIXES["xsd"]
_MOST_REMEMBERED = 10_000  # kinds of nodes, by their classes and predicates; there are some dozens
_NO_CONSTRAINT = {"message", "severity", "name", "description", "path", "targetClass", "targetSubjectsOf"}
_NO_CONSTRAINT |= {"targetObjectsOf", "targetNode", "prefixes", "select", "sparql"}


@dataclass(frozen=True, slots=True)
class Query:
    """A SPARQL constraint: its rows are what is wrong with ``node``."""

    node: ox.NamedNode
    select: str
    named: frozenset[str] | None

    def needs(self, predicate: str) -> bool:
        """Return whether triples with this predicate can change the rows; ``named`` is None where all may."""
        return self.named is None or predicate in self.named


@dataclass(frozen=True, slots=True)
class Shapes:
    """The shapes by what they are for: a class, or whatever is subject or object of a predicate."""

    of_class: Mapping[str, tuple[Check, ...]]
    of_subjects: Mapping[str, tuple[Check, ...]]
    of_objects: Mapping[str, tuple[Check, ...]]
    queries: tuple[Query, ...]
    remembered: dict[tuple[tuple[str, ...], tuple[str, ...]], Sequence[Check]] = field(default_factory=dict)

    def doubtful(self, data: Data, node: Term) -> Iterator[Term]:
        """Yield the node itself, and objects of what is said of it, unless they conform beyond doubt."""
        said = data.said(node)
        itself = (node,)
        for check in self._checks(tuple(data.classes(node)), tuple(said)):
            if not check(data, node, itself):
                yield node
                break
        for predicate in self.of_objects.keys() & said.keys():
            for check in self.of_objects[predicate]:
                yield from (value for value in said[predicate] if not check(data, value, (value,)))

    def _checks(self, classes: tuple[str, ...], predicates: tuple[str, ...]) -> Sequence[Check]:
        """Return what is checked of a node in these classes that is the subject of these predicates."""
        key = classes, predicates
        if key not in self.remembered:
            if len(self.remembered) > _MOST_REMEMBERED:
                self.remembered.clear()
            found = [check for class_ in classes for check in self.of_class.get(class_, ())]
            found += [check for predicate in predicates for check in self.of_subjects.get(predicate, ())]
            self.remembered[key] = tuple(dict.fromkeys(found))
        return self.remembered[key]


@cache
def shapes() -> Shapes:
    """Return what ontology/shapes.ttl demands."""
    said: dict[Term, dict[str, list[Term]]] = {}
    for quad in ox.parse(path=resource("ontology/shapes.ttl"), format=ox.RdfFormat.TURTLE):
        said.setdefault(quad.subject, {}).setdefault(quad.predicate.value, []).append(quad.object)
    return _Reader(said).shapes()


class _Reader:
    """Makes checks of the triples of a shapes graph."""

    def __init__(self, said: Mapping[Term, Said]) -> None:
        self._said = said
        self._made: dict[Term, Check] = {}

    def shapes(self) -> Shapes:
        targets: dict[str, dict[str, list[Check]]] = {"targetClass": {}, "targetSubjectsOf": {}, "targetObjectsOf": {}}
        queries = []
        for shape, said in self._said.items():
            for name, found in targets.items():
                for target in said.get(_SH + name, ()):
                    found.setdefault(_value(target), []).append(self.check(shape))
            for node in said.get(_SH + "targetNode", ()):
                selects = [self._select(each) for each in said[_SH + "sparql"]]
                queries += [Query(node, select, _named(select)) for select in selects]  # type: ignore[arg-type]
        of = {name: {key: tuple(each) for key, each in found.items()} for name, found in targets.items()}
        return Shapes(of["targetClass"], of["targetSubjectsOf"], of["targetObjectsOf"], tuple(queries))

    def check(self, shape: Term) -> Check:
        if shape not in self._made:
            self._made[shape] = self._of_shape(shape)
        return self._made[shape]

    def _of_shape(self, shape: Term) -> Check:
        said = self._said[shape]
        found = [self._constraint(predicate, value) for predicate, values in said.items() for value in values]
        checks = [check for check in found if check]
        path = said.get(_SH + "path")
        if not path:
            return _all_of(checks)
        if not isinstance(path[0], ox.NamedNode):
            return _never
        predicate = path[0].value

        def along(data: Data, focus: Term, values: Sequence[Term]) -> bool:
            for value in values:
                objects = data.said(value).get(predicate, ())
                for check in checks:
                    if not check(data, value, objects):
                        return False
            return True

        return along

    def _constraint(self, predicate: str, value: Term) -> Check | None:
        name = predicate.removeprefix(_SH)
        if name == predicate or name in _NO_CONSTRAINT:
            return None
        if name == "property":
            return self.check(value)  # it goes along its path from each of the values
        if name == "node":
            inner = self.check(value)
            return lambda data, focus, values: all(inner(data, each, (each,)) for each in values)
        if name == "or":
            choices = [self.check(each) for each in self._list(value)]
            return lambda data, focus, values: all(any(c(data, each, (each,)) for c in choices) for each in values)
        if name == "in":
            allowed = set(self._list(value))
            return lambda data, focus, values: all(each in allowed for each in values)
        return _CONSTRAINTS[name](_value(value)) if name in _CONSTRAINTS else _never

    def _list(self, head: Term) -> Iterator[Term]:
        while head in self._said and _RDF + "first" in self._said[head]:
            yield self._said[head][_RDF + "first"][0]
            head = self._said[head][_RDF + "rest"][0]

    def _select(self, constraint: Term) -> str:
        prefixes = ""
        for ontology in self._said[constraint].get(_SH + "prefixes", ()):
            for each in self._said.get(ontology, {}).get(_SH + "declare", ()):
                prefix, space = (_value(self._said[each][_SH + name][0]) for name in ("prefix", "namespace"))
                prefixes += f"PREFIX {prefix}: <{space}>\n"
        return prefixes + _value(self._said[constraint][_SH + "select"][0])


# A variable as predicate, or a path that may go along what is not named.
_ANY_PREDICATE = re.compile(r"[?$]\w+\s+[?$]\w+\s|!\s*[^=\s]|\^|[:\w>)][*+?]|\bNOT\b|\bMINUS\b")


def _named(select: str) -> frozenset[str] | None:
    """Return the predicates that a query names; None when it may look along others too."""
    prologue, _, pattern = select.partition("WHERE")
    if not pattern or _ANY_PREDICATE.search(pattern):
        return None
    spaces = dict(re.findall(r"PREFIX\s+([\w-]*):\s*<([^>]*)>", prologue))
    names = re.findall(r"([\w-]*):([\w-]+)", pattern)
    return frozenset({spaces.get(prefix, "") + local for prefix, local in names}) | {_RDF + "type"}


def _never(data: Data, focus: Term, values: Sequence[Term]) -> bool:
    return False


def _value(term: Term) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal | ox.BlankNode) else str(term)


def _all_of(checks: Sequence[Check]) -> Check:
    # the loops here run some hundred times for each announcement: plain ones are twice as fast as all(…)
    def check(data: Data, focus: Term, values: Sequence[Term]) -> bool:
        for each in checks:  # noqa: SIM110
            if not each(data, focus, values):
                return False
        return True

    return check


def _each(test: Callable[[Term], bool]) -> Check:
    def check(data: Data, focus: Term, values: Sequence[Term]) -> bool:
        for value in values:  # noqa: SIM110
            if not test(value):
                return False
        return True

    return check


def _min_count(number: str) -> Check:
    least = int(number)
    return lambda data, focus, values: len(values) >= least and (least <= 1 or len(set(values)) >= least)


def _max_count(number: str) -> Check:
    most = int(number)
    return lambda data, focus, values: len(values) <= most or len(set(values)) <= most


def _datatype(iri: str) -> Check:
    if iri not in _FORMS:
        return _never
    form = _FORMS[iri]
    return _each(lambda value: isinstance(value, ox.Literal) and value.datatype.value == iri and form(value))


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
    return _each(lambda value: not isinstance(value, ox.BlankNode) and bool(compiled.search(_value(value))))


def _class(iri: str) -> Check:
    return lambda data, focus, values: all(iri in data.classes(value) for value in values)


def _node_kind(kind: str) -> Check:
    kinds = _KINDS.get(kind.removeprefix(_SH), ())
    return _each(lambda value: isinstance(value, kinds))


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
        if not all(_is_number(each) for each in (*values, *others)):
            return False
        return all(Decimal(_value(one)) < Decimal(_value(other)) for one in values for other in others)

    return check


def _is_number(value: Term) -> bool:
    return isinstance(value, ox.Literal) and value.datatype.value in _NUMBERS and _FORMS[value.datatype.value](value)


_NUMBERS = (_XSD + "integer", _XSD + "decimal")


def _at_least(number: str) -> Check:
    return _each(lambda value: _is_number(value) and Decimal(_value(value)) >= Decimal(number))


def _at_most(number: str) -> Check:
    return _each(lambda value: _is_number(value) and Decimal(_value(value)) <= Decimal(number))


def _min_length(number: str) -> Check:
    return _each(lambda value: isinstance(value, ox.Literal) and len(value.value) >= int(number))


_CONSTRAINTS: dict[str, Callable[[str], Check]] = {
    "minCount": _min_count,
    "maxCount": _max_count,
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
