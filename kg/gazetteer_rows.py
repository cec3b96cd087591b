"""The rows of the gazetteer's CSV files, as they stand, and what is wrong with them.

A row is one thing: `id,kind,kk,ru,en,acronyms_kk,acronyms_ru,acronyms_en,parent,state,source`. Several names in a cell
are separated by `|`; the first is the one to show. A name marked with a final `*` may belong to several rows. A line
that begins with `#` is a comment. In a user's own file a row may bear an id of ours: each cell that it fills takes the
place of ours, `+Name|Name` adds to ours, `-` empties ours, and an empty one leaves it.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import KgError
from kg.names import fold, of_two_alphabets
from kg.records import LANGUAGES

COLUMNS = ("id", "kind", "kk", "ru", "en", "acronyms_kk", "acronyms_ru", "acronyms_en", "parent", "state", "source")
EMPTIED, ADDED = "-", "+"
NAME_COLUMNS = (*LANGUAGES, *(f"acronyms_{lang}" for lang in LANGUAGES))
KINDS = ("Organization", "Country", "Place", "Role", "Program", "Agreement", "Election")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_STATE = re.compile(r"[A-Z]{2}")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
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
        if not self.cells[column]:
            return []
        return [name.rstrip("*").strip() for name in self.cells[column].split("|") if name.strip(" *")]

    def ambiguous(self) -> set[str]:
        """Return the names that the row itself marks as belonging to others too."""
        cells = (name.strip() for column in NAME_COLUMNS for name in self.cells[column].split("|") if "*" in name)
        return {name.rstrip("*").strip() for name in cells if name.endswith("*")}


def csv_files(path: Path) -> list[Path]:
    """Return the CSV files of a folder in order, or the file itself; KgError when there is none."""
    if path.is_file():
        return [path]
    found = sorted(path.glob("*.csv")) if path.is_dir() else []
    if not found:
        raise KgError(f"{path} is neither a CSV file nor a folder of them; name one that holds gazetteer rows")
    return found


def read_table(file: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, list[str]]]:
    """Yield (line number, cells) below the header of a CSV file; KgError when it can't be read or that differs."""
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


def repeated_ids(rows: list[Row]) -> Iterator[str]:
    """Say which ids stand in two rows."""
    seen: dict[str, Row] = {}
    for row in rows:
        first = seen.setdefault(row.cells["id"], row)
        if first is not row:
            yield f"{row.place}: the id {row.cells['id']} is taken by {first.place}; choose another"


def changed_kinds(rows: list[Row]) -> Iterator[str]:
    """Say which rows of one id are of different kinds."""
    first: dict[str, Row] = {}
    for row in rows:
        earlier = first.setdefault(row.cells["id"], row)
        if earlier.cells["kind"] != row.cells["kind"]:
            kind = earlier.cells["kind"]
            yield f"{row.place}: {row.cells['id']} is of kind {kind} in {earlier.place}; give the same kind"


def wrong_together(rows: list[Row]) -> Iterator[str]:
    """Say what is wrong when all rows are there: no name, a parent that is not there, a name that two rows claim."""
    first: dict[str, Row] = {}
    claimed: dict[tuple[str, str], tuple[Row, str, bool]] = {}
    for row in rows:
        first.setdefault(row.cells["id"], row)
        if not any(row.names(column) for column in LANGUAGES):
            yield f"{row.place}: no name in any of kk, ru, en; give at least one"
    for row in rows:
        parent = row.cells["parent"]
        if parent and parent not in first:
            yield f"{row.place}: the parent {parent} is no id of the gazetteer; add its row or empty the cell"
        elif parent and row.cells["id"] in _ancestors(row, first):
            yield f"{row.place}: {row.cells['id']} is its own ancestor; mend the parent"
    for row in rows:
        ambiguous = row.ambiguous()
        for name in (name for column in NAME_COLUMNS for name in row.names(column)):
            key, free = (row.cells["kind"], fold(name)), name in ambiguous
            other, other_name, other_free = claimed.setdefault(key, (row, name, free))
            if other.cells["id"] != row.cells["id"] and not (free and other_free):
                same = f"{name!r}" if name == other_name else f"{name!r}, the same as {other_name!r},"
                yield f"{row.place}: the name {same} belongs to {other.place} too; {_remedy(row, other)}"


def overridden(rows: list[Row], own: list[Row]) -> list[Row]:
    """Return our rows and the user's together, the user's last: of one id, the cells that it fills are the user's.

    ``rows`` may hold two of one id (states.csv and CLDR); a cell of the user's takes the place of both.
    """
    by_id = {row.cells["id"]: row for row in own}
    known = {row.cells["id"] for row in rows}
    replaced = [_filled(row, by_id[row.cells["id"]]) for row in rows if row.cells["id"] in by_id]
    new = [_filled(row, row) for row in own if row.cells["id"] not in known]
    return [row for row in rows if row.cells["id"] not in by_id] + replaced + new


def _filled(row: Row, own: Row) -> Row:
    cells = {column: _replaced(row.cells[column], cell) for column, cell in own.cells.items() if cell}
    return Row({**row.cells, **cells}, own.file, own.line)


def _replaced(cell: str, own: str) -> str:
    if own.startswith(ADDED):
        return f"{cell}|{own[1:]}" if cell and cell != own else own[1:]
    return "" if own == EMPTIED else own


def _remedy(row: Row, other: Row) -> str:
    if row.file.parent == other.file.parent:
        return "drop one or mark both with *"
    known = other.cells["id"]
    return f"give your row the id {known} if it is the same thing; if not, name {known} otherwise in a row of your own"


def _ancestors(row: Row, first: dict[str, Row]) -> list[str]:
    """Return the ids of the row's parent, its parent's parent and so on, as far as they are known and differ."""
    found: list[str] = []
    parent = row.cells["parent"]
    while parent in first and parent not in found:
        found.append(parent)
        parent = first[parent].cells["parent"]
    return found


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
    for column in NAME_COLUMNS:
        yield from _wrong_letters(row, column)
        if "|" in cells[column] and any(not name.strip(" *") for name in cells[column].split("|")):
            yield f"an empty name in column {column}; remove the extra |"
        if cells[column] and _CONTROL.search(cells[column]):
            yield f"a control character in column {column}; remove it"


def _wrong_letters(row: Row, column: str) -> Iterator[str]:
    """Say which names hold letters that only look right: Latin K in `Kазақстан`, Cyrillic letters in English."""
    for name in row.names(column):
        for word in of_two_alphabets(name):
            latin = "".join(dict.fromkeys(re.findall(r"[A-Za-zƏəƟɵ]", word)))
            yield f"Latin and Cyrillic letters in one word of column {column}, {word!r} (Latin: {latin}); type it anew"
        if column.endswith("en") and _CYRILLIC.search(name) and not of_two_alphabets(name):
            yield f"Cyrillic letters in column {column}, {name!r}; put the name into the column of its language"
