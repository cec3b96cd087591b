"""What a graph says, as flat facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import product

import pyoxigraph as ox

from kg.evaluate.facts import CANCELLED, PLANNED, Fact, Part
from kg.graph.dataset import order
from kg.graph.iris import BASE
from kg.ontology import KG, ORG, RDF, SCHEMA, SKOS

Node = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


def facts_of(quads: Iterable[ox.Quad], lang: str = "") -> tuple[Fact, ...]:
    """Return the facts of a graph's knowledge (its default graph), those of one meeting or membership together.

    Two memberships that say the same are two facts. All places of a meeting are one fact, since a building and its town
    are both its place. The key of a meeting is its IRI, without the base that IRIs have unless another is chosen. Names
    in ``lang`` stand first.
    """
    knowledge = _Knowledge(quads, lang)
    meetings = (fact for node in knowledge.instances(KG.Meeting) for fact in _of_meeting(node, knowledge))
    memberships = (fact for node in knowledge.instances(KG.Membership) for fact in _of_membership(node, knowledge))
    return (*meetings, *memberships, *_of_programs(knowledge), *_counts(knowledge))


class _Knowledge:
    """The default graph, by subject and predicate; what it gives is sorted."""

    def __init__(self, quads: Iterable[ox.Quad], lang: str) -> None:
        self._lang = lang
        self._objects: dict[tuple[Node, str], list[Node]] = defaultdict(list)
        self._subjects: dict[tuple[str, Node], list[Node]] = defaultdict(list)
        for quad in sorted({quad for quad in quads if isinstance(quad.graph_name, ox.DefaultGraph)}, key=order):
            self._objects[quad.subject, quad.predicate.value].append(quad.object)
            self._subjects[quad.predicate.value, quad.object].append(quad.subject)

    def instances(self, class_: str) -> list[Node]:
        return self._subjects.get((RDF.type, ox.NamedNode(class_)), [])

    def objects(self, node: Node, predicate: str) -> list[Node]:
        return self._objects.get((node, predicate), [])

    def values(self, node: Node, predicate: str) -> list[Part]:
        return [(_value(one),) for one in self.objects(node, predicate)]

    def names(self, node: Node) -> Part:
        """Return the labels of a thing, or its IRI when it has none."""
        found = [
            (rank, one)
            for rank, label in enumerate((SKOS.prefLabel, SKOS.altLabel))
            for one in self.objects(node, label)
        ]
        found.sort(key=lambda ranked: (not self._is_own(ranked[1]), ranked[0]))
        return tuple(dict.fromkeys(_value(one) for _, one in found)) or (_value(node),)

    def named(self, node: Node, predicate: str) -> list[Part]:
        return [self.names(one) for one in self.objects(node, predicate)]

    def said(self, predicate: str) -> Iterator[tuple[Node, Node]]:
        for (subject, of), objects in self._objects.items():
            if of == predicate:
                yield from ((subject, one) for one in objects)

    def _is_own(self, label: Node) -> bool:
        return isinstance(label, ox.Literal) and label.language == self._lang


def _value(node: Node) -> str:
    return node.value if isinstance(node, ox.NamedNode | ox.Literal) else str(node)


def _of_meeting(node: Node, knowledge: _Knowledge) -> Iterator[Fact]:
    key = _value(node).removeprefix(BASE)
    yield from (Fact("meeting.date", (day,), key) for day in knowledge.values(node, SCHEMA.startDate))
    yield from (Fact("meeting.participant", (who,), key) for who in knowledge.named(node, KG.participant))
    places = knowledge.named(node, SCHEMA.location)
    if places:
        yield Fact("meeting.place", (tuple(dict.fromkeys(name for place in places for name in place)),), key)
    for (status,) in knowledge.values(node, SCHEMA.eventStatus):
        if status == SCHEMA.EventScheduled:
            yield Fact(PLANNED, (), key)
        elif status == SCHEMA.EventCancelled:
            yield Fact(CANCELLED, (), key)


def _of_membership(node: Node, knowledge: _Knowledge) -> Iterator[Fact]:
    ended = bool(knowledge.objects(node, SCHEMA.endDate))
    roles = knowledge.named(node, ORG.role)
    since = knowledge.values(node, SCHEMA.startDate)
    people = set(knowledge.instances(KG.Person))
    for member, body in product(knowledge.objects(node, ORG.member), knowledge.named(node, ORG.organization)):
        who = knowledge.names(member)
        if member in people:
            yield from (Fact("role", (who, role, body), ended=ended) for role in roles)
            continue
        yield Fact("memberOf", (who, body), ended=ended)
        yield from (Fact("memberOf.role", (who, body, role), ended=ended) for role in roles)
        yield from (Fact("memberOf.since", (who, body, day), ended=ended) for day in since)


def _of_programs(knowledge: _Knowledge) -> Iterator[Fact]:
    for node in knowledge.instances(KG.Program):
        yield from (Fact("program", (knowledge.names(node), who)) for who in knowledge.named(node, KG.participant))


def _counts(knowledge: _Knowledge) -> Iterator[Fact]:
    for body, number in knowledge.said(KG.memberCount):
        yield Fact("memberCount", (knowledge.names(body), (_value(number),)))
