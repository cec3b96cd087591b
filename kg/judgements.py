"""What a person decided against or without the program, as lines of a CSV file that anyone can read and write.

The file (data/judgements.csv unless another is named) has the header ``verdict,subject,predicate,object,lang,why``. A
line that begins with ``#`` is a comment. See kg.records.Judgement for what each verdict means, docs/asking.md for
examples.
"""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from kg.errors import KgError
from kg.names import fold
from kg.ontology import expand
from kg.records import LANGUAGES, Judgement, Refusal

COLUMNS = ("verdict", "subject", "predicate", "object", "lang", "why")
VERDICTS = ("same", "different", "reject", "rename")
_HEADER = ",".join(COLUMNS)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


class _WrongLineError(ValueError):
    """What is wrong with one line."""


def read_judgements(path: Path | str) -> tuple[tuple[Judgement, ...], tuple[Refusal, ...]]:
    """Return the judgements of a file in its order, and one sentence for each line that is none.

    Raises KgError when the file can't be read, is not UTF-8 or has another header.
    """
    path = Path(path)
    found: list[Judgement] = []
    refused: list[Refusal] = []
    for number, cells in _lines(path):
        try:
            found.append(_judgement(cells, str(path), number))
        except _WrongLineError as wrong:
            refused.append(Refusal(str(path), f"{path}:{number}: {wrong}"))
    return tuple(found), tuple(refused)


def append_judgement(path: Path | str, judgement: Judgement) -> None:
    """Add one line to a file, which is made with its header when it isn't there.

    The line is written in one piece at the end of the file, so that whatever happens it is there whole or not at all,
    and two people may write into one file. Raises KgError that names the file when that can't be done.
    """
    path = Path(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o666)
        try:
            _append(file, judgement)
        finally:
            os.close(file)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise KgError(f"{path} can't be written ({reason}); name another file with --judgements") from error


def line(judgement: Judgement) -> str:
    """Return a judgement as a line of the file, without its end; what would break a line becomes a space."""
    cells = [getattr(judgement, column) for column in COLUMNS]
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow([_CONTROL.sub(" ", cell).strip() for cell in cells])
    return out.getvalue()


def _append(file: int, judgement: Judgement) -> None:
    size = os.fstat(file).st_size
    os.lseek(file, max(size - 1, 0), os.SEEK_SET)
    begun = f"{_HEADER}\n" if size == 0 else "" if os.read(file, 1) == b"\n" else "\n"
    data = f"{begun}{line(judgement)}\n".encode()
    if os.write(file, data) < len(data):  # the disk is full: take back what is there of the line
        os.ftruncate(file, size)
        raise OSError(28, "No space left on device")
    os.fsync(file)


def _lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield the number and cells of each line below the header; a line that is no CSV comes as no cells."""
    rows = ((number, text) for number, text in zip(count(1), _text(path)) if text.strip() and text[:1] != "#")
    header = next(rows, None)
    if header is None:
        return
    if tuple(_cells(header[1])) != COLUMNS:
        raise KgError(f"{path}, line {header[0]}: the header must be {_HEADER}")
    yield from ((number, _cells(text)) for number, text in rows)


def _text(path: Path) -> list[str]:
    try:
        return re.split(r"\r\n|\n|\r", path.read_text("utf-8-sig"))
    except UnicodeDecodeError:
        raise KgError(f"{path} is not in UTF-8; save it as UTF-8") from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise KgError(f"{path} can't be read ({reason}); check the path and its permissions") from None


def _cells(text: str) -> list[str]:
    try:
        return [cell.strip() for cell in next(csv.reader([text], strict=True))]
    except csv.Error:
        return []


def _judgement(cells: list[str], source: str, number: int) -> Judgement:
    if not cells:
        raise _WrongLineError('this is not CSV; put quotes around cells with commas and double the quotes inside ("")')
    if len(cells) > len(COLUMNS):
        raise _WrongLineError(f"{len(cells)} cells where {len(COLUMNS)} belong; put quotes around cells with commas")
    verdict, subject, predicate, object_, lang, why = cells + [""] * (len(COLUMNS) - len(cells))
    judgement = Judgement(verdict, subject, predicate, object_, lang, why, source, number)
    if judgement.verdict not in VERDICTS:
        raise _WrongLineError(f"the verdict {judgement.verdict!r} is none of {', '.join(VERDICTS)}")
    _CHECKS[judgement.verdict](judgement)
    return judgement


def _pair(judgement: Judgement) -> None:
    if not (judgement.subject and judgement.object):
        raise _WrongLineError(f"{judgement.verdict} needs two things, in the columns subject and object")
    if fold(judgement.subject) == fold(judgement.object):
        raise _WrongLineError("subject and object are the same words; tell the two apart by their slugs or IRIs")


def _reject(judgement: Judgement) -> None:
    if not (judgement.subject or judgement.object):
        raise _WrongLineError("reject needs a subject or an object; by itself it would reject everything")
    if judgement.predicate:
        try:
            expand(judgement.predicate)
        except KeyError:
            wrong = f"{judgement.predicate!r} is no term of the ontology; write it like kg:participant"
            raise _WrongLineError(f"the predicate {wrong}") from None


def _rename(judgement: Judgement) -> None:
    if not (judgement.subject and judgement.object):
        raise _WrongLineError("rename needs the thing in the column subject and its name in the column object")
    if judgement.lang not in LANGUAGES:
        raise _WrongLineError(f"rename needs the language of the name in the column lang: {', '.join(LANGUAGES)}")


_CHECKS = {"same": _pair, "different": _pair, "reject": _reject, "rename": _rename}
