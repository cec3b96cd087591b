"""Which files the user means: a file, a folder with .txt files in it, a pattern, or "-" for standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from glob import glob, has_magic
from pathlib import Path

from kg.errors import KgError

LIMIT = 20_000_000  # bytes; the longest announcement seen has 40,000
STDIN = "-"


def files(path: str | Path) -> list[Path]:
    """Return the files that one argument stands for, sorted.

    Raises KgError when there is nothing there: a missing path, a folder without .txt files, a pattern without matches.
    """
    given = Path(path)
    try:
        if given.is_dir():
            return _in_folder(given)
        if given.exists():
            return [given]
    except OSError as error:  # a name that is too long, a folder that may not be entered
        raise KgError(f"{path} cannot be looked at ({error.strerror}); check the name and its permissions") from None
    if has_magic(str(path)):
        found = sorted(Path(match) for match in glob(str(path), recursive=True))  # noqa: PTH207 - Path.glob takes no absolute patterns
        if texts := [file for match in found for file in (_txt(match) if match.is_dir() else [match])]:
            return list(dict.fromkeys(texts))
        raise KgError(f"no file matches {path}; check the pattern")
    raise KgError(f"{path} does not exist; check the path")


def _in_folder(folder: Path) -> list[Path]:
    if texts := _txt(folder):
        return texts
    raise KgError(f"{folder} holds no announcements; put .txt files there or give another folder")


def _txt(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.suffix.lower() == ".txt" and file.is_file())


def content(path: str | Path) -> bytes:
    """Return the bytes of a file or, for "-", of standard input; KgError if they can't be had or are too many."""
    name = "standard input" if str(path) == STDIN else str(path)
    try:
        data = _bytes(path)
    except OSError as error:
        raise KgError(f"{name} cannot be read ({error.strerror}); check its permissions") from None
    if len(data) > LIMIT:
        raise KgError(f"{name} is larger than {LIMIT // 1_000_000} MB, too large for one announcement; split it")
    return data


def _bytes(path: str | Path) -> bytes:
    if str(path) == STDIN:
        return sys.stdin.buffer.read(LIMIT + 1)
    with Path(path).open("rb") as file:
        return file.read(LIMIT + 1)


def each(paths: Iterator[str | Path]) -> Iterator[Path | str | KgError]:
    """Yield every file of every argument once, "-" as it is, and the error of an argument that stands for nothing."""
    seen = set()
    for path in paths:
        try:
            found: list[Path | str] = [STDIN] if str(path) == STDIN else list(files(path))
        except KgError as error:
            yield error
            continue
        for file in found:
            key = file if file == STDIN else Path(file).resolve()
            if key not in seen:
                seen.add(key)
                yield file
