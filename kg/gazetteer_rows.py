"""The rows of the gazetteer's CSV files, as they stand, and what is wrong with them.

A row is one thing: `id,kind,kk,ru,en,acronyms_kk,acronyms_ru,acronyms_en,parent,state,source`. Several names in a cell
are separated by `|`; the first is the one to show. A name marked with a final `*` may belong to several rows. A line that
begins with `#` is a comment.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import KgError
from kg.records import LANGUAGES

COLUMNS = ("id", "kind", "kk", "ru", "en", "acronyms_kk", "acronyms_ru", "acronyms_en", "parent", "state", "source")
KINDS = ("Organization", "Country", "Place", "Role", "Program", "Agreement", "Election")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_STATE = re.compile(r"[A-Z]{2}")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a file: its cells by column, and where it stands."""

    cells: dict[str, str]
    file: Path
    line: int

    @property
    def place(self) -> str:
        """Where the row is, as an error names it: `bodies-kz.csv, line 7`."""
        return f"{self.file.name}, line {self.line}"

    def names(self, column: str) -> list[str]:
        """Return the names of a cell without the mark of ambiguity."""
        return [name.rstrip("*").strip() for name in self.cells[column].split("|") if name.strip(" *")]

    def ambiguous(self) -> set[str]:
        """Return the names that the row itself marks as belonging to others too."""
        cells = (name.strip() for column in name_columns() for name in self.cells[column].split("|"))
        return {name.rstrip("*").strip() for name in cells if name.endswith("*")}


def name_columns() -> tuple[str, ...]:
    """Return the columns that hold names: three of full names, three of acronyms."""
    return (*LANGUAGES, *(f"acronyms_{lang}" for lang in LANGUAGES))


def csv_files(path: Path) -> list[Path]:
    """Return the CSV files of a folder in order, or the file itself; KgError when there is none."""
    if path.is_file():
        return [path]
    found = sorted(path.glob("*.csv")) if path.is_dir() else []
    if not found:
        raise KgError(f"{path} is neither a CSV file nor a folder of them; name one that holds gazetteer rows")
    return found


def read_table(file: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, list[str]]]:
    """Yield (line number, cells) of a CSV file after its header; KgError when it can't be read or the header differs."""
    lines = _lines(file)
    numbers: list[int] = []

    def rows() -> Iterator[str]:
        for number, line in enumerate(lines, start=1):
            if line.strip() and not line.startswith("#"):
                numbers.append(number)
                yield line

    header = None
    try:
        for cells in csv.reader(rows(), strict=True):
            if header is None:
                header = tuple(cells)
                if header != columns:
                    raise KgError(f"{file.name}, line {numbers[-1]}: the header must be {','.join(columns)}")
                continue
            yield numbers[-1], [cell.strip() for cell in cells]
    except csv.Error as error:
        line = numbers[-1] if numbers else 1
        raise KgError(
            f"{file.name}, line {line}: this is not CSV ({error}); put quotes around cells with commas"
        ) from None
    if header is None:
        raise KgError(f"{file.name} is empty; its first line must be {','.join(columns)}")


def read_rows(file: Path, problems: list[str]) -> list[Row]:
    """Return the rows of one file that have the right shape; what is wrong with others is added to ``problems``."""
    rows: list[Row] = []
    for line, cells in read_table(file, COLUMNS):
        if len(cells) != len(COLUMNS):
            problems.append(f"{file.name}, line {line}: {len(cells)} cells where {len(COLUMNS)} belong; add what lacks")
            continue
        row = Row(dict(zip(COLUMNS, cells, strict=True)), file, line)
        wrong = list(_wrong_with(row))
        problems += [f"{row.place}: {what}" for what in wrong]
        if not wrong:
            rows.append(row)
    return rows


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise KgError(f"{file} is not in UTF-8; save it as UTF-8") from None
    except OSError as error:
        raise KgError(f"{file} can't be read ({error.strerror}); check the path and its permissions") from None


def _wrong_with(row: Row) -> Iterator[str]:
    """Say what is wrong with one row by itself."""
    cells = row.cells
    if not _ID.fullmatch(cells["id"]):
        yield f"the id {cells['id']!r} must be lower-case Latin letters and digits joined by hyphens"
    if cells["kind"] not in KINDS:
        yield f"the kind {cells['kind']!r} is none of {', '.join(KINDS)}"
    if cells["state"] and not _STATE.fullmatch(cells["state"]):
        yield f"the state {cells['state']!r} must be a code of two capitals as in ISO 3166, or empty"
    if not any(row.names(column) for column in LANGUAGES):
        yield "no name in any of kk, ru, en; give at least one"
    for column in name_columns():
        if cells[column] and any(not name.strip(" *") for name in cells[column].split("|")):
            yield f"an empty name in column {column}; remove the extra |"
        if _CONTROL.search(cells[column]):
            yield f"a control character in column {column}; remove it"
