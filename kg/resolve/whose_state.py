"""Which state a body is said to be of, and in which it is: two bodies of two states are never one.

Only what names say counts, and rows of the gazetteer: «МВД Грузии» is of Georgia, an embassy in Finland is there.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.gazetteer import Gazetteer
from kg.records import Name
from kg.resolve.body_name import body_name
from kg.resolve.told import Node

Whose = tuple[str, str]
"""The state that a body is of and the one that it is in, "" for what nothing says."""


def whose_states(nodes: Iterable[Node], gazetteer: Gazetteer) -> dict[int, Whose]:
    """Return of which state and in which one bodies are by their names or their rows, for those of which it is told."""
    found: dict[int, Whose] = {}
    for node in nodes:
        if node.type != "Organization":
            continue
        if node.known:
            state = (gazetteer.by_id(node.known).state or "") if node.known in gazetteer else ""
            whose = state.lower(), ""
        else:
            whose = _named(node.names)
        if any(whose):
            found[node.number] = whose
    return found


def clash(one: Whose, other: Whose) -> bool:
    """Tell whether two bodies are of two states or in two."""
    return any(mine and theirs and mine != theirs for mine, theirs in zip(one, other, strict=True))


def both(one: Whose, other: Whose) -> Whose:
    """Return what is told of a body by what is told of it here and there."""
    return one[0] or other[0], one[1] or other[1]


def _named(names: Iterable[Name]) -> Whose:
    apart = [body_name(name.text, name.lang) for name in names]
    states = {state for name in apart for state in name.states}
    hosts = {state for name in apart for state in name.hosts}
    return min(states) if len(states) == 1 else "", min(hosts) if len(hosts) == 1 else ""
