"""Rows as a table: plain columns for a file or pipe, a drawn one that fits a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from io import StringIO

from kg.query.display import cell, readable

_WORD = 14


def table(
    columns: Sequence[str], rows: Sequence[Sequence[object]], *, lang: str = "en", width: int | None = None
) -> str:
    """Return rows of RDF terms as a table; terms of the ontology are named in ``lang``.

    With a ``width`` (columns of a terminal) it is drawn and its cells are wrapped to fit, or each row becomes a block
    of lines when there are too many columns. Without one each cell is whole and columns are set apart by two spaces.
    """
    head = [readable(column) for column in columns]
    cells = [[cell(term, lang) for term in row] for row in rows]
    if width is None:
        return _plain(head, cells)
    return _drawn(head, cells, width) if _fits(head, cells, width) else _records(head, cells)


def _plain(head: list[str], rows: list[list[str]]) -> str:
    from rich.cells import cell_len

    widths = [max(map(cell_len, column)) for column in zip(head, *rows, strict=True)]
    lines = [
        "  ".join(text + " " * (width - cell_len(text)) for text, width in zip(row, widths, strict=True)).rstrip()
        for row in (head, ["-" * width for width in widths], *rows)
    ]
    return "".join(line + "\n" for line in lines)


def _fits(head: list[str], rows: list[list[str]], width: int) -> bool:
    """Say whether each column gets the room that it needs, or at least room for a word."""
    from rich.cells import cell_len

    needs = [max(map(cell_len, column)) for column in zip(head, *rows, strict=True)]
    return sum(min(need, _WORD) + 3 for need in needs) + 1 <= width


def _records(head: list[str], rows: list[list[str]]) -> str:
    """Write each row as lines of "column  value", for rows too wide to stand side by side."""
    widest = max(map(len, head), default=0)
    blocks = [[f"{name:<{widest}}  {text}" for name, text in zip(head, row, strict=True) if text] for row in rows]
    return "".join(f"-- {number}\n" + "".join(f"{line}\n" for line in block) for number, block in enumerate(blocks, 1))


def _drawn(head: list[str], rows: list[list[str]], width: int) -> str:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    drawn = Table(box=box.ROUNDED, caption=f"{len(rows)} row{'' if len(rows) == 1 else 's'}", caption_justify="right")
    for name in head:
        drawn.add_column(Text(name), overflow="fold")
    for row in rows:
        drawn.add_row(*map(Text, row))
    console = Console(file=StringIO(), width=width, force_terminal=True, highlight=False)
    with console.capture() as captured:
        console.print(drawn)
    return captured.get()
