"""CSV tables that a spreadsheet opens: one for each class, names in three languages."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from pyoxigraph import Store

from kg.export.columns import TABLES, Column, Table
from kg.export.nodes import Nodes
from kg.export.quads import Term

# Excel computes a cell that begins so, and an announcement could give it something to compute.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def tables(store: Store, evidence: bool) -> dict[str, bytes]:
    """Write a table for each class in UTF-8; claims.csv, with the quotes, only as evidence.

    There is no byte order mark: tools that turn CSV into RDF (RML mappers, tarql) take it for a part of the first
    column's name.
    """
    return {name: _written(rows, ",").encode("utf-8") for name, rows in _all(store, evidence)}


def excel(store: Store, evidence: bool) -> dict[str, bytes]:
    """Write the same tables so that a double click opens them in Excel.

    Excel guesses UTF-8 without a mark to be of the region, and in Kazakh and Russian regions doesn't part cells at
    commas; UTF-16 with its mark and tabs it reads alike everywhere. What it would compute begins with an apostrophe.
    """
    return {
        name: ("\ufeff" + _written([list(map(_no_formula, row)) for row in rows], "\t")).encode("utf-16-le")
        for name, rows in _all(store, evidence)
    }


def _all(store: Store, evidence: bool) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield each table's file name and its rows, the header first."""
    nodes = Nodes(store)
    for table in TABLES:
        if evidence or not table.evidence:
            header = [column.header for column in table.columns]
            yield f"{table.name}.csv", [header, *sorted(_rows(table, nodes))]


def _no_formula(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


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


def _written(rows: list[list[str]], delimiter: str) -> str:
    content = StringIO()
    writer = csv.writer(content, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows(rows)
    return content.getvalue()
