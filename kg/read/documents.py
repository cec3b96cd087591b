"""From paths to announcements, one refusal for each that can't be read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path

from kg.errors import KgError
from kg.read.announce import laid_out, read_text
from kg.read.decode import decode
from kg.read.find import STDIN, content, each
from kg.records import Announcement, Refusal

# What each kind of file is read with, by the ending of its name; other endings are tried as plain text.
FORMATS: dict[str, Callable[[bytes, str], str]] = {".txt": decode}
_NOT_YET = {".html", ".htm", ".xml", ".json", ".jsonl", ".csv", ".pdf", ".doc", ".docx", ".odt", ".rtf"}


def read_path(path: str | os.PathLike[str], *, lang: str | None = None) -> Announcement:
    """Return the announcement in a file, or on standard input for "-".

    Its id is the file's name without ending; that of standard input the first 16 hexadecimal digits of the content's
    hash. ``lang`` ("kk", "ru", "en") overrides detection. Raises KgError with one sentence when it can't be read.
    """
    name = _name(path)
    ending = Path(path).suffix.lower()
    if Path(path).is_dir():
        raise KgError(f"{path} is a folder; give one of its files")
    if os.fspath(path) != STDIN and not Path(path).exists():
        raise KgError(f"{path} does not exist; check the path")
    if ending in _NOT_YET:
        raise KgError(f"{name} is a {ending} file, which is not read yet; save its text as a .txt file")
    text = FORMATS.get(ending, decode)(content(path), name)
    # A pipe (<(curl …)) has a number for a name, and a name that is no Unicode can be no part of an IRI.
    named = os.fspath(path) != STDIN and Path(path).is_file() and Path(name).exists()
    return read_text(text, id=Path(path).stem if named else _digest(text)[:16], source=name, lang=lang)


def sources(
    given: Sequence[str | os.PathLike[str] | Announcement], *, lang: str | None = None
) -> Iterator[Announcement | Refusal]:
    """Yield what files, folders (all their .txt files), patterns and "-" hold; a Refusal for what can't be read.

    A file that is named twice is read once. Of two files with one name the later gets an id with a hash in it.
    An Announcement is completed with what it lacks: lines, day of publication.
    """
    seen: dict[str, Announcement] = {}
    for name, read in _readers(given, lang):
        try:
            announcement = _distinct(read(), seen)
        except KgError as error:
            yield Refusal(name, str(error))
        else:
            seen[announcement.id] = announcement
            yield announcement


def _readers(
    given: Sequence[str | os.PathLike[str] | Announcement], lang: str | None
) -> Iterator[tuple[str, Callable[[], Announcement]]]:
    """Yield what each source is called and a function that reads it or raises the KgError that says why not."""
    seen: set[Path] = set()
    for one in given:
        if isinstance(one, Announcement):
            yield one.source or one.id, partial(laid_out, one)
            continue
        try:
            files = each(one, seen)
        except KgError as error:
            yield _name(one), partial(_refuse, error)
            continue
        for file in files:
            yield _name(file), partial(read_path, file, lang=lang)


def _refuse(error: KgError) -> Announcement:
    raise error


def _distinct(announcement: Announcement, seen: dict[str, Announcement]) -> Announcement:
    """Return the announcement under an id that none of ``seen`` has; raises KgError when it is a copy of one."""
    other = seen.get(announcement.id)
    if other is None:
        return announcement
    name = f"{announcement.id}-{_digest(announcement.text)[:8]}"
    if other.text == announcement.text or name in seen:
        raise KgError(
            f"{announcement.source or announcement.id} is a copy of {other.source or other.id}, which was read already"
        )
    note = f"called {name} because {other.source or 'another announcement'} has the same name"
    return replace(announcement, id=name, notes=(*announcement.notes, note))


def _name(path: str | os.PathLike[str]) -> str:
    return "standard input" if os.fspath(path) == STDIN else os.fsencode(path).decode("utf-8", "replace")


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8")).hexdigest()
