"""What a cluster is to read: files by path or address, told apart here, opened and read on any machine."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from kg import places
from kg.errors import KgError
from kg.read import Document
from kg.read.documents import of_file
from kg.read.find import ENDINGS, ONE, STDIN, Lookup
from kg.records import Refusal

Position = tuple[int, int]
"""The number of a file, and of a document in it."""
Numbered = tuple[Position, Document | Refusal]

_TOGETHER = 64  # texts that one machine reads after another: opening a file takes longer than passing a list of them


@dataclass(frozen=True, slots=True)
class File:
    """A file to read: its place, where any machine finds it, and the name that the user knows it by."""

    number: int
    place: str
    name: str


def files(given: Sequence[str | os.PathLike[str]]) -> tuple[list[File], list[Refusal]]:
    """Return the files that paths, patterns and addresses stand for, in the order of a build on one machine.

    What is not there is refused. Raises KgError for standard input, which no other machine can read.
    """
    found: list[File] = []
    refused: list[Refusal] = []
    seen: set[str] = set()
    for one in (os.fspath(place) for place in given):
        if one == STDIN:
            raise KgError("a cluster can't read standard input; give a path or address that all its machines reach")
        try:
            for place, name in _at_address(one) if places.is_address(one) else _on_disk(one, seen):
                found.append(File(len(found), place, name))
        except KgError as error:
            refused.append(Refusal(places.shown(one), str(error)))
    return found, refused


def units(files: Sequence[File]) -> list[list[File]]:
    """Return what is read at one go: a file that holds many announcements, or some with one each."""
    found: list[list[File]] = []
    for file in files:
        small = file.name.lower().endswith(ONE)
        if small and found and len(found[-1]) < _TOGETHER and found[-1][-1].name.lower().endswith(ONE):
            found[-1].append(file)
        else:
            found.append([file])
    return found


def expected(files: Sequence[File]) -> int:
    """Return how many documents there are, 0 when that is known only when all have been read."""
    return len(files) if all(file.name.lower().endswith(ONE) for file in files) else 0


def read(unit: Iterable[File], lang: str | None) -> Iterator[Numbered]:
    """Yield the documents of some files, numbered, and a Refusal for each that can't be read."""
    return chain.from_iterable(_read(file, lang) for file in unit)


def _read(file: File, lang: str | None) -> Iterator[Numbered]:
    number = 0
    try:
        with places.reading(file.place) as (raw, size):
            for one in of_file(raw, size, file.name.rpartition("/")[2], file.name, lang):
                yield (file.number, number), one
                number += 1
    except (OSError, KgError) as error:
        reason = f"{file.name} cannot be read ({getattr(error, 'strerror', None) or error}); must every machine see it?"
        yield (file.number, number), Refusal(file.name, reason)


def _at_address(address: str) -> Iterator[tuple[str, str]]:
    found = places.files_under(address)
    if found != [address]:
        found = [place for place in found if places.shown(place).lower().endswith(ENDINGS)]
    if not found:
        raise KgError(f"{places.shown(address)} holds no announcements; put .txt files there or give another folder")
    return ((place, places.shown(place)) for place in found)


def _on_disk(path: str, seen: set[str]) -> Iterator[tuple[str, str]]:
    return ((str(file.absolute()), os.fsencode(file).decode("utf-8", "replace")) for file in Lookup().each(path, seen))
