"""Turtle and TriG as a person would write them: prefixed, by class then subject, the same bytes for the same quads.

pyoxigraph writes faster but neither groups nor sorts; every term is still escaped by it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, Generic, TypeVar

import pyoxigraph as ox

from kg.graph.iris import BASE
from kg.ontology import PREFIXES, class_order, compact

Block = tuple[int, str, str]
"""A subject's section in Turtle, how it is written, and all that is said of it."""
T = TypeVar("T")
Triples = dict[str, dict[str, list[str]]]
"""Subject -> predicate -> objects, all as they are written."""


def turtle(quads: Iterable[ox.Quad], base: str = BASE) -> str:
    """Return the default graph in Turtle."""
    terms = Terms(base)
    graph = [quad for quad in quads if isinstance(quad.graph_name, ox.DefaultGraph)]
    body = list(_sections(graph, terms))
    return terms.header() + "".join(body)


def trig(quads: Iterable[ox.Quad], base: str = BASE) -> str:
    """Return the whole dataset in TriG: the default graph, then each named graph by IRI."""
    terms = Terms(base)
    graphs: defaultdict[str, list[ox.Quad]] = defaultdict(list)
    for quad in quads:
        named = not isinstance(quad.graph_name, ox.DefaultGraph)
        graphs[terms.write(quad.graph_name) if named else ""].append(quad)
    body = list(_sections(graphs.pop("", []), terms))
    for name in sorted(graphs):
        body.append(named_graph(name, graphs[name], terms))
    return terms.header() + "".join(body)


def named_graph(name: str, quads: Iterable[ox.Quad], terms: Terms) -> str:
    """Return one named graph in TriG; ``name`` is its IRI as it is written."""
    return "".join([f"\n{name} {{\n", *_blocks(_by_subject(quads, terms)), "}\n"])


def graphs_of(graphs: Iterable[tuple[str, Mapping[ox.NamedNode, Mapping[str, Sequence[object]]]]], terms: Terms) -> str:
    """Return named graphs in TriG: the IRI of each as it is written, and what is said of each node in it.

    What is said is by the IRI of the predicate.
    """
    # tables that fill themselves: most terms come up several times, and a look-up is quicker than a call
    written, in_order = _Table(terms.write), _Table(lambda iris: _lined_up(iris, terms))
    text = []
    for name, nodes in graphs:
        blocks = []
        for node, said in nodes.items():
            lines = [
                start + written[said[iri][0]]
                if len(said[iri]) == 1
                else start + ", ".join(sorted({written[each] for each in said[iri]}))
                for iri, start in in_order[tuple(said)]
            ]
            blocks.append((written[node], " ;\n    ".join(lines)))
        blocks.sort()
        text.append(f"\n{name} {{\n")
        text.append("\n".join([f"{subject} {said} .\n" for subject, said in blocks]))
        text.append("}\n")
    return "".join(text)


def _lined_up(iris: Iterable[str], terms: Terms) -> list[tuple[str, str]]:
    """Return predicates in the order in which they are written, each with how it begins a line."""
    written = {terms.predicate(iri): iri for iri in iris}
    return [(written[predicate], predicate + " ") for predicate in in_order(tuple(written))]


class _Table(dict[Any, T], Generic[T]):
    """What a function gives, asked once for each argument."""

    def __init__(self, function: Callable[[Any], T]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, key: Any) -> T:
        found = self[key] = self._function(key)
        return found


def described(quads: Iterable[ox.Quad], terms: Terms) -> Block:
    """Return where a subject stands in Turtle (section, then as it is written), and all that is said of it."""
    ((subject, said),) = _by_subject(quads, terms).items()
    classes = [quad.object.value for quad in quads if quad.predicate == _TYPE and isinstance(quad.object, ox.NamedNode)]
    last = len(class_places())
    return min((class_places().get(iri, last) for iri in classes), default=last), subject, _block(subject, said)


def sections(blocks: Iterable[Block]) -> Iterator[str]:
    """Write what ``described`` gives, sorted, under a heading for each class."""
    headings = [compact(iri) for iri in class_places()] + ["other"]
    last = None
    for place, _, block in blocks:
        yield "\n" if place == last else f"\n# {headings[place]}\n\n"
        yield block
        last = place


@cache
def class_places() -> dict[str, int]:
    """Return the places of the sections by the IRIs of their classes."""
    return {iri: place for place, iri in enumerate(class_order())}


def _sections(quads: Iterable[ox.Quad], terms: Terms) -> Iterator[str]:
    """Write the subjects under a heading for their class, in the order of the ontology."""
    return by_class(_by_subject(quads, terms), terms)


def by_class(triples: Triples, terms: Terms) -> Iterator[str]:
    """Write subjects under headings, sorted; all in ``triples`` is as ``terms`` writes it."""
    others = Terms(terms.base)  # what isn't in the graph uses no prefixes
    places = {others.write(ox.NamedNode(iri)): place for iri, place in class_places().items()}
    of_class: defaultdict[int, dict[str, dict[str, list[str]]]] = defaultdict(dict)
    last = len(class_places())
    for subject, said in triples.items():
        place = min((places.get(each, last) for each in said.get("a", ())), default=last)
        of_class[place][subject] = said
    headings = [compact(iri) for iri in class_places()] + ["other"]
    for place in sorted(of_class):
        yield f"\n# {headings[place]}\n\n"
        yield from _blocks(of_class[place])


def _by_subject(quads: Iterable[ox.Quad], terms: Terms) -> Triples:
    triples: Triples = {}
    for quad in quads:
        said = triples.setdefault(terms.write(quad.subject), {})
        said.setdefault(terms.predicate(quad.predicate.value), []).append(terms.write(quad.object))
    return triples


def _blocks(triples: Mapping[str, Mapping[str, list[str]]]) -> Iterator[str]:
    for place, subject in enumerate(sorted(triples)):
        yield "\n" if place else ""
        yield _block(subject, triples[subject])


def _block(subject: str, said: Mapping[str, list[str]]) -> str:
    lines = [
        f"{predicate} {said[predicate][0] if len(said[predicate]) == 1 else ', '.join(sorted(set(said[predicate])))}"
        for predicate in in_order(tuple(said))
    ]
    return f"{subject} " + " ;\n    ".join(lines) + " .\n"


@lru_cache(maxsize=4096)
def in_order(predicates: tuple[str, ...]) -> list[str]:
    """Return predicates, as they are written, in the order in which they are."""
    return sorted(predicates, key=_place)


def _place(predicate: str) -> tuple[int, str]:
    return _FIRST.get(predicate, len(_FIRST)), predicate


_FIRST = {"a": 0, "skos:prefLabel": 1, "skos:altLabel": 2}
_TYPE = ox.NamedNode(PREFIXES["rdf"] + "type")
_REMEMBERED = 100_000  # terms: so that memory stays flat in a large graph
_LOCAL = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_RELATIVE = re.compile(r"[\w~%-][\w~%.-]*(/[\w~%-][\w~%.-]*)*", re.ASCII)


class Terms:
    """Writes terms, and remembers which prefixes it ``used``."""

    def __init__(self, base: str) -> None:
        self.base = base
        self._base = base if base.endswith("/") else None
        # what is under the base has no prefix then, and most IRIs are under it
        self._apart = not any(base.startswith(space) or space.startswith(base) for space in PREFIXES.values())
        self._written: dict[object, tuple[str, str]] = {}  # how it is written, and the prefix in it
        self._predicates: dict[str, tuple[str, str]] = {}  # there are few
        self.used: set[str] = set()

    def write(self, term: object) -> str:
        """Return a term as it is written."""
        found = self._written.get(term)
        if found is None:
            if len(self._written) > _REMEMBERED:
                self._written.clear()
            found = self._written[term] = self._fresh(term)
        if found[1]:
            self.used.add(found[1])
        return found[0]

    def predicate(self, iri: str) -> str:
        """Return a predicate as it is written."""
        found = self._predicates.get(iri)
        if found is None:
            found = self._predicates[iri] = ("a", "") if iri == _TYPE.value else self._iri(iri)
        if found[1]:
            self.used.add(found[1])
        return found[0]

    def header(self, used: Iterable[str] = ()) -> str:
        """Return the lines that declare the base, the prefixes used here, and those ``used`` elsewhere."""
        base = f"@base <{self._base}> .\n" if self._base else ""
        prefixes = sorted(self.used.union(used))
        return base + "".join(f"@prefix {prefix}: <{PREFIXES[prefix]}> .\n" for prefix in prefixes)

    def _fresh(self, term: object) -> tuple[str, str]:
        if isinstance(term, ox.NamedNode):
            return self._iri(term.value)
        if isinstance(term, ox.Literal) and not term.language and (datatype := term.datatype.value) != _STRING:
            if datatype == _INTEGER and _DIGITS.fullmatch(term.value):
                return term.value, ""
            shown, prefix = self._iri(datatype)
            return f"{ox.Literal(term.value)}^^{shown}", prefix
        return str(term), ""

    def _iri(self, iri: str) -> tuple[str, str]:
        if self._apart and (relative := self._relative(iri)):
            return relative, ""
        curie, prefix = _curie(iri)
        return curie or self._relative(iri) or str(ox.NamedNode(iri)), prefix

    def _relative(self, iri: str) -> str:
        if self._base and iri.startswith(self._base) and _RELATIVE.fullmatch(local := iri.removeprefix(self._base)):
            return f"<{local}>"
        return ""


@lru_cache(maxsize=4096)
def _curie(iri: str) -> tuple[str, str]:
    """Return an IRI of a known namespace as a prefixed name, and the prefix in it; two empty strings for others."""
    prefix, colon, local = compact(iri).partition(":")
    if colon and prefix in PREFIXES and _LOCAL.fullmatch(local) and iri == PREFIXES[prefix] + local:
        return f"{prefix}:{local}", prefix
    return "", ""


_INTEGER = PREFIXES["xsd"] + "integer"
_STRING = PREFIXES["xsd"] + "string"
_DIGITS = re.compile(r"-?[0-9]+")
