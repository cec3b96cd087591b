"""CSV tables that a spreadsheet opens: one for each class, names in three languages."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO

from pyoxigraph import Store

from kg.export.columns import TABLES, Column, Table
from kg.export.nodes import Nodes
from kg.export.quads import Term


def tables(store: Store, evidence: bool) -> dict[str, bytes]:
    """Write a table for each class; claims.csv, with the quotes, only as evidence."""
    nodes = Nodes(store)
    return {
        f"{table.name}.csv": _written(table, sorted(_rows(table, nodes))).encode("utf-8")
        for table in TABLES
        if evidence or not table.evidence
    }


def _rows(table: Table, nodes: Nodes) -> Iterable[list[str]]:
    subjects = nodes.members(table.of)
    if table.each is None:
        return ([_cell(nodes, [subject], column) for column in table.columns] for subject in subjects)
    pairs = ((subject, value) for subject in subjects for value in nodes.values(subject, table.each))
    return ([_cell(nodes, list(pair), column) for column in table.columns] for pair in pairs)


def _cell(nodes: Nodes, row: list[Term], column: Column) -> str:
    """Return what stands in a cell; several values are sorted and set apart by "; "."""
    found = [row[column.start]]
    for predicate in column.path:
        found = [value for node in found for value in nodes.values(node, predicate)]
    if column.form == "value":
        texts = {nodes.text(term) for term in found}
    else:
        texts = {name for term in found for name in nodes.names(term, column.form)}
    return "; ".join(sorted(texts))


def _written(table: Table, rows: list[list[str]]) -> str:
    content = StringIO()
    writer = csv.writer(content, lineterminator="\r\n")
    writer.writerow([column.header for column in table.columns])
    writer.writerows(rows)
    return content.getvalue()
