"""What several announcements leave standing: the finer of two dates that agree, the latest word on a meeting."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import pyoxigraph as ox

from kg.graph.statements import Node, Statement
from kg.ontology import SCHEMA

Triple = tuple[ox.NamedNode, ox.NamedNode, Node]


def settle(asserted: Iterable[Statement]) -> set[Triple]:
    """Return the triples of the knowledge itself.

    Left out is what is said by other triples better or is past: "2013" beside "2013-10" for the same thing, and that
    a meeting is planned when a later announcement says that it was held or cancelled. Each stays in the graph of
    its announcement and in its claims.
    """
    statements = list(asserted)
    return {statement.triple for statement in statements} - _coarse_dates(statements) - _old_statuses(statements)


def _coarse_dates(statements: list[Statement]) -> set[Triple]:
    dated = {SCHEMA.startDate, SCHEMA.endDate, SCHEMA.dateCreated}
    dates: defaultdict[tuple[ox.NamedNode, ox.NamedNode], set[Node]] = defaultdict(set)
    for statement in statements:
        if statement.predicate.value in dated:
            dates[statement.subject, statement.predicate].add(statement.object)
    return {
        (subject, predicate, coarse)
        for (subject, predicate), found in dates.items()
        for coarse in found
        if any(finer.value.startswith(coarse.value + "-") for finer in found)
    }


def _old_statuses(statements: list[Statement]) -> set[Triple]:
    """Find the statuses that an announcement other than the latest gives a meeting; held is said by silence."""
    status = SCHEMA.eventStatus
    with_status = {statement.subject for statement in statements if statement.predicate.value == status}
    said: defaultdict[ox.NamedNode, dict[tuple[str, str], set[Node]]] = defaultdict(lambda: defaultdict(set))
    for statement in statements:
        if statement.subject in with_status:
            found = said[statement.subject][statement.announcement.published or "", statement.announcement.id]
            found |= {statement.object} if statement.predicate.value == status else set()
    return {
        (meeting, ox.NamedNode(status), old)
        for meeting, by_document in said.items()
        for old in set().union(*by_document.values()) - _latest(by_document)
    }


def _latest(by_document: dict[tuple[str, str], set[Node]]) -> set[Node]:
    """Return what the latest day's announcements say; on one day held outweighs cancelled, cancelled planned."""
    day = max(published for published, _ in by_document)
    ranked = sorted(
        (sorted(found, key=str) for (published, _), found in by_document.items() if published == day),
        key=lambda found: (bool(found), [node.value for node in found]),
    )
    return set(ranked[0][:1])
