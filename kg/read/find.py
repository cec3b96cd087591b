"""Which files the user means: a file, a folder with announcements in it, a pattern, or "-" for standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path

from kg.errors import KgError

LIMIT = 20_000_000  # bytes; the longest announcement seen has 40,000
STDIN = "-"
_PACKINGS = ("", ".gz", ".zst")
ONE = tuple(".txt" + packing for packing in _PACKINGS)  # files that hold one announcement
# What is taken from a folder without being named.
ENDINGS = (*(kind + packing for kind in (".txt", ".jsonl", ".ndjson", ".tar") for packing in _PACKINGS), ".tgz")


class Lookup:
    """What arguments stand for, looked up once though several ask: how many files there are, and which."""

    def __init__(self) -> None:
        self._found: dict[str, dict[str, Path]] = {}

    def each(self, path: str | os.PathLike[str], seen: set[str]) -> list[Path]:
        """Return the files that one argument stands for ("-" as it is) but for those ``seen``, and add them to these.

        Raises KgError as ``files`` does.
        """
        name = os.fspath(path)
        if name not in self._found:
            self._found[name] = _by_place([Path(STDIN)] if name == STDIN else files(path))
        new = {real: file for real, file in self._found[name].items() if real not in seen}
        seen.update(new)
        return list(new.values())


def count(given: Iterable[object], lookup: Lookup | None = None) -> int:
    """Return how many documents there are, 0 when that is known only when all have been read."""
    lookup, seen = lookup or Lookup(), set[str]()
    number = 0
    for one in given:
        if not isinstance(one, str | os.PathLike):
            number += 1
            continue
        try:
            found = lookup.each(one, seen)
        except KgError:
            continue
        if any(file.name == STDIN or not file.name.lower().endswith(ONE) for file in found):
            return 0
        number += len(found)
    return number


def files(path: str | os.PathLike[str]) -> list[Path]:
    """Return the files that one argument stands for, sorted.

    Raises KgError when nothing is there: a missing path, a folder without announcements, a pattern without matches.
    """
    given = Path(path)
    try:
        if given.is_dir():
            return _in_folder(given)
        if given.exists():
            return [given]
    except OSError as error:  # a name that is too long, a folder that may not be entered
        raise KgError(f"{path} cannot be looked at ({error.strerror}); check the name and its permissions") from None
    if has_magic(os.fspath(path)):
        found = sorted(Path(match) for match in glob(os.fspath(path), recursive=True))  # noqa: PTH207 - Path.glob takes no absolute patterns
        if texts := [file for match in found for file in (_texts(match) if match.is_dir() else [match])]:
            return list(dict.fromkeys(texts))
        raise KgError(f"no file matches {path}; check the pattern")
    raise KgError(f"{path} does not exist; check the path")


def _in_folder(folder: Path) -> list[Path]:
    if texts := _texts(folder):
        return texts
    raise KgError(f"{folder} holds no announcements; put .txt files there or give another folder")


def _texts(folder: Path) -> list[Path]:
    return [Path(file) for file in _walked(os.fspath(folder))]


def _walked(folder: str) -> Iterator[str]:
    """Yield the files of a folder and of those in it, sorted by each part of their paths; links to folders are passed.

    Not with Path.rglob, which takes eight times as long for very many files.
    """
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except PermissionError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _walked(entry.path)
        elif entry.name.lower().endswith(ENDINGS) and _is_file(entry):
            yield entry.path


def _is_file(entry: os.DirEntry[str]) -> bool:
    # a link may lead in a circle, of which only os.path makes no error
    return os.path.isfile(entry.path) if entry.is_symlink() else entry.is_file()  # noqa: PTH113


def content(path: str | os.PathLike[str]) -> bytes:
    """Return the bytes of a file or, for "-", of standard input; KgError if they can't be had or are too many."""
    name = "standard input" if os.fspath(path) == STDIN else os.fspath(path)
    try:
        data = _bytes(path)
    except OSError as error:
        raise KgError(f"{name} cannot be read ({error.strerror}); check its permissions") from None
    if len(data) > LIMIT:
        raise KgError(f"{name} is larger than {LIMIT // 1_000_000} MB, too large for one announcement; split it")
    return data


def _bytes(path: str | os.PathLike[str]) -> bytes:
    if os.fspath(path) == STDIN:
        return sys.stdin.buffer.read(LIMIT + 1)
    with Path(path).open("rb") as file:
        return file.read(LIMIT + 1)


def _by_place(found: Iterable[Path]) -> dict[str, Path]:
    """Return files by where they really are."""
    folders: dict[str, str] = {}
    return {_real(file, folders): file for file in found}


def _real(file: Path, folders: dict[str, str]) -> str:
    """Return where a file really is; ``folders`` remembers it of the folders, of which there are few."""
    place, name = os.path.split(os.fspath(file))
    if name in ("", os.curdir, os.pardir) or os.path.islink(file):  # noqa: PTH114 - ten times quicker, for each of many files
        return os.path.realpath(file)
    if place not in folders:
        folders[place] = os.path.realpath(place)
    return os.path.join(folders[place], name)  # noqa: PTH118
