"""A sieve of SHACL: tells quickly, from the shapes themselves, which nodes conform beyond doubt.

pySHACL takes a tenth of a second for one announcement, this some thousandths. It says nothing of what is wrong: a
node that it lets pass conforms, and any other is for pySHACL to judge. A shape with a word of SHACL in it that this
doesn't know lets nothing pass, so it can be slow but not wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

import pyoxigraph as ox

from kg.graph.constraints import (
    CONSTRAINTS,
    SH,
    All,
    Along,
    Check,
    Data,
    Each,
    InClass,
    MaxCount,
    MinCount,
    OfKind,
    Passed,
    Said,
    Term,
    never,
    value_of,
)
from kg.graph.sure import SURE
from kg.ontology import PREFIXES
from kg.resources import resource

_RDF = PREFIXES["rdf"]
_ANY_NUMBER = 1 << 30
_ANY_KIND = (ox.NamedNode, ox.BlankNode, ox.Literal, ox.Triple)
_MOST_REMEMBERED = 10_000  # kinds of nodes, by their classes and predicates; there are some dozens
_NO_CONSTRAINT = {"message", "severity", "name", "description", "path", "targetClass", "targetSubjectsOf"}
_NO_CONSTRAINT |= {"targetObjectsOf", "targetNode", "prefixes", "select", "sparql"}


@dataclass(frozen=True, slots=True)
class Query:
    """A SPARQL constraint: its rows are what is wrong with ``node``.

    ``sure`` tells, where there is such a way, that none of some nodes of data gives a row, beyond doubt.
    """

    node: ox.NamedNode
    select: str
    named: frozenset[str] | None
    sure: Callable[[Data, Iterable[Term]], bool] | None = None

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
    remembered: dict[tuple[tuple[str, ...], tuple[str, ...]], Plan] = field(default_factory=dict)

    def doubtful(self, data: Data, node: Term) -> Iterator[Term]:
        """Yield the node itself, and objects of what is said of it, unless they conform beyond doubt."""
        said = data.said(node)
        plan = self._plan(tuple(data.classes(node)), tuple(said))
        if not plan.conforms(data, node, said):
            yield node
        for predicate, values in plan.of_objects:
            if values is None or not values.conform(data, said[predicate]):
                for check in self.of_objects[predicate]:
                    yield from (value for value in said[predicate] if not check(data, value, (value,)))

    def _plan(self, classes: tuple[str, ...], predicates: tuple[str, ...]) -> Plan:
        """Return what is checked of a node in these classes that is the subject of these predicates."""
        key = classes, predicates
        found = self.remembered.get(key)
        if found is None:
            if len(self.remembered) > _MOST_REMEMBERED:
                self.remembered.clear()
            checks = [check for class_ in classes for check in self.of_class.get(class_, ())]
            checks += [check for predicate in predicates for check in self.of_subjects.get(predicate, ())]
            on_objects = [(each, _quick(each, self.of_objects[each])) for each in predicates if each in self.of_objects]
            found = self.remembered[key] = _planned(dict.fromkeys(checks), predicates, tuple(on_objects))
        return found


@dataclass(frozen=True, slots=True)
class Values:
    """What is checked of the values of a predicate: how many they are, their kind, tests of each, their classes."""

    predicate: str
    most: int
    kinds: tuple[type, ...]
    passed: Passed | None
    classes: tuple[str, ...]

    def conform(self, data: Data, values: Sequence[Term]) -> bool:
        """Return whether the values conform beyond doubt."""
        # the loops run some hundred times for each announcement: plain ones are twice as fast as all(…)
        if len(values) > self.most and len(set(values)) > self.most:
            return False
        for value in values:
            if not isinstance(value, self.kinds) or (self.passed is not None and not self.passed[value]):
                return False
            for class_ in self.classes:
                if class_ not in data.classes(value):
                    return False
        return True


@dataclass(frozen=True, slots=True)
class Plan:
    """What is checked of nodes in the same classes and with the same predicates, laid out for speed.

    ``others`` is all that is not about the values of one predicate. ``of_objects`` are the predicates whose values
    are looked at too, with a quick way to do it if there is one.
    """

    values: tuple[Values, ...]
    others: tuple[Check, ...]
    of_objects: tuple[tuple[str, Values | None], ...]

    def conforms(self, data: Data, node: Term, said: Said) -> bool:
        """Return whether a node conforms beyond doubt."""
        for each in self.values:
            if not each.conform(data, said[each.predicate]):
                return False
        for check in self.others:  # noqa: SIM110
            if not check(data, node, (node,)):
                return False
        return True


def _planned(
    checks: Iterable[Check], predicates: Collection[str], of_objects: tuple[tuple[str, Values | None], ...]
) -> Plan:
    """Return a plan of checks, without what surely holds for what has these predicates and no others."""
    values: list[Values] = []
    others: list[Check] = []
    left = list(checks)
    while left:
        check = left.pop(0)
        if isinstance(check, All):
            left = [*check.checks, *left]
        elif not isinstance(check, Along):
            others.append(check)
        elif check.predicate in predicates:
            values.append(_of_values(check))
            rest = tuple(one for one in check.checks if not (isinstance(one, _OF_VALUES) or _is_one(one)))
            if rest:
                others.append(Along(check.predicate, rest))
        elif any(isinstance(one, MinCount) or one is never for one in check.checks):
            others.append(check)
    return Plan(tuple(values), tuple(others), of_objects)


_OF_VALUES = Each | MaxCount | OfKind | InClass


def _quick(predicate: str, checks: Iterable[Check]) -> Values | None:
    """Return checks of all objects of a predicate in one, None if there are others among them."""
    left = [one for check in checks for one in (check.checks if isinstance(check, All) else (check,))]
    if all(isinstance(one, Each | OfKind | InClass) for one in left):
        return _of_values(Along(predicate, tuple(left)))
    return None


def _of_values(check: Along) -> Values:
    most = min((one.number for one in check.checks if isinstance(one, MaxCount)), default=_ANY_NUMBER)
    kinds = [one.kinds for one in check.checks if isinstance(one, OfKind)]
    tests = [one.test for one in check.checks if isinstance(one, Each)]
    classes = tuple(one.iri for one in check.checks if isinstance(one, InClass))
    narrow = tuple(set[type].intersection(*map(set, kinds))) if kinds else _ANY_KIND
    return Values(check.predicate, most, narrow, Passed(tests) if tests else None, classes)


def _is_one(check: Check) -> bool:
    """Tell whether a check asks for one value, which a predicate that is there has."""
    return isinstance(check, MinCount) and check.number <= 1


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
                for target in said.get(SH + name, ()):
                    found.setdefault(value_of(target), []).append(self.check(shape))
            for node in said.get(SH + "targetNode", ()):
                selects = [self._select(each) for each in said[SH + "sparql"]]
                queries += [_query(node, select) for select in selects]  # type: ignore[arg-type]
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
        path = said.get(SH + "path")
        if not path:
            return All(tuple(checks))
        if not isinstance(path[0], ox.NamedNode):
            return never
        return Along(path[0].value, tuple(checks))

    def _constraint(self, predicate: str, value: Term) -> Check | None:
        name = predicate.removeprefix(SH)
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
        return CONSTRAINTS[name](value_of(value)) if name in CONSTRAINTS else never

    def _list(self, head: Term) -> Iterator[Term]:
        while head in self._said and _RDF + "first" in self._said[head]:
            yield self._said[head][_RDF + "first"][0]
            head = self._said[head][_RDF + "rest"][0]

    def _select(self, constraint: Term) -> str:
        prefixes = ""
        for ontology in self._said[constraint].get(SH + "prefixes", ()):
            for each in self._said.get(ontology, {}).get(SH + "declare", ()):
                prefix, space = (value_of(self._said[each][SH + name][0]) for name in ("prefix", "namespace"))
                prefixes += f"PREFIX {prefix}: <{space}>\n"
        return prefixes + value_of(self._said[constraint][SH + "select"][0])


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


def _query(node: ox.NamedNode, select: str) -> Query:
    return Query(node, select, _named(select), SURE.get(" ".join(select.partition("SELECT")[2].split())))
