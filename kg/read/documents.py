"""From paths to documents and announcements, one refusal for each that can't be read."""

from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, overload

from kg.errors import KgError
from kg.read import archive, json_lines
from kg.read.announce import checked, read_text
from kg.read.decode import decode
from kg.read.document import Distinct, Document, Unread, of_announcement
from kg.read.find import LIMIT, STDIN, Lookup, content
from kg.read.stamps import Stamps
from kg.read.unpack import bare, unpacked, unpacking
from kg.records import Announcement, Refusal

Given = str | os.PathLike[str] | Announcement
Documents = Iterator[Document | Refusal]

_NOT_YET = {".html", ".htm", ".xml", ".json", ".csv", ".pdf", ".doc", ".docx", ".odt", ".rtf"}
FORMATS = ("txt", "jsonl")
"""What standard input may hold: one text, or JSON lines."""


def read_path(path: str | os.PathLike[str], *, lang: str | None = None) -> Announcement:
    """Return the announcement in a text file, or on standard input for "-".

    Its id is the file's name without ending; that of standard input the first 16 hexadecimal digits of the content's
    hash. ``lang`` ("kk", "ru", "en") overrides detection. Raises KgError with one sentence when it can't be read.
    """
    if Path(path).is_dir():
        raise KgError(f"{path} is a folder; give one of its files")
    if os.fspath(path) != STDIN and not Path(path).exists():
        raise KgError(f"{path} does not exist; check the path")
    if _ending(path) in _MANY:
        raise KgError(f"{_name(path)} holds many announcements; kg build reads them, or give a file with one")
    for one in _read(Path(path), lang, "txt"):
        if isinstance(one, Document):
            return read_text(one.text, id=one.id, source=one.source, lang=lang)
        raise KgError(one.reason)
    raise KgError(f"{path} holds no announcement; check the path")


@overload
def documents(given: Iterable[Given], *, lang: str | None = None, format: str = "txt") -> Documents: ...


@overload
def documents(
    given: Iterable[Given],
    *,
    lang: str | None = None,
    format: str = "txt",
    stamps: Stamps | None,
    lookup: Lookup | None = None,
) -> Iterator[Document | Unread | Refusal]: ...


def documents(
    given: Iterable[Given],
    *,
    lang: str | None = None,
    format: str = "txt",  # noqa: A002 - what the command calls it
    stamps: Stamps | None = None,
    lookup: Lookup | None = None,
) -> Iterator[Document | Unread | Refusal]:
    """Yield what files, folders, patterns and "-" hold, one after the other; a Refusal for what can't be read.

    ``lang`` overrides what is found or said of their language, ``format`` ("txt" or "jsonl") is that of standard input.
    A file that is named twice is read once. Of two documents with one name the later gets an id with a hash in it.
    With ``stamps`` a text file that is as it was when it was last read comes as it stands there, Unread. ``lookup``
    knows what was looked up already.
    Raises KgError for a language that isn't read.
    """
    return Distinct(read_again)(_found(given, checked(lang) if lang else None, format, stamps, lookup or Lookup()))


def sources(given: Iterable[Given], *, lang: str | None = None) -> Iterator[Announcement | Refusal]:
    """Yield the announcements that ``documents`` finds; a Refusal for what can't be read.

    An Announcement is completed with what it lacks: lines, day of publication.
    """
    for one in documents(given, lang=lang):
        try:
            yield one if isinstance(one, Refusal) else one.announcement()
        except KgError as error:
            yield Refusal(one.source or getattr(one, "id", ""), str(error))


def of_file(raw: BinaryIO, size: int, file: str, name: str, lang: str | None = None) -> Documents:
    """Yield what an open file of ``size`` bytes holds, by the ending of what it is called, ``file``.

    It may lie anywhere; ``name`` is what a user knows it as. A Refusal comes for what can't be read.
    """
    return _or_refused(name, _of_open(raw, size, file, name, lang))


def _of_open(raw: BinaryIO, size: int, file: str, name: str, lang: str | None) -> Documents:
    _checked_kind(file, name)
    with unpacking(raw, size, name) as stream:
        yield from _of_stream(stream, file, name, lang)


def read_again(unread: Unread) -> Document | Refusal:
    """Return what a file holds now that was not read; a Refusal if it can't be read."""
    (found,) = _or_refused(unread.source, _read(Path(unread.source), unread.lang, "txt"))
    return found


def _found(
    given: Iterable[Given], lang: str | None, format_: str, stamps: Stamps | None, lookup: Lookup
) -> Iterator[Document | Unread | Refusal]:
    seen: set[str] = set()
    for one in given:
        if isinstance(one, Announcement):
            yield of_announcement(one)
            continue
        try:
            files = lookup.each(one, seen)
        except KgError as error:
            yield Refusal(_name(one), str(error))
            continue
        for file in files:
            if stamps and (path := _plain(file)):
                yield _if_changed(file, path, lang, stamps)
            else:
                yield from _or_refused(_name(file), _read(file, lang, format_))


def _plain(file: Path) -> str:
    """Return the name of a file that holds one text, not packed, "" for others."""
    name = os.fspath(file)
    return name if name.lower().endswith(".txt") and _name(file) == name else ""


def _if_changed(file: Path, path: str, lang: str | None, stamps: Stamps) -> Document | Unread | Refusal:
    """Return a file's document, without reading it if it is as it was."""
    began = time.time_ns()
    try:
        before = os.stat(path)  # noqa: PTH116 - asked of each of very many files
    except OSError:
        before = None
    if before and stat.S_ISREG(before.st_mode) and (unread := stamps.unread(file.stem, path, before, lang)):
        return unread
    (found,) = _or_refused(path, _read(file, lang, "txt"))
    if before and isinstance(found, Document):
        stamps.read(found, file, before, began)
    return found


def _or_refused(name: str, found: Documents) -> Documents:
    """Pass on what is found; the error that ends it becomes a refusal."""
    try:
        yield from found
    except KgError as error:
        yield Refusal(name, str(error))


def _read(path: Path, lang: str | None, format_: str) -> Documents:
    name = _name(path)
    if os.fspath(path) == STDIN:
        yield from _standard_input(lang, format_)
        return
    if not path.exists():
        raise KgError(f"{path} does not exist; check the path")
    ending = _ending(path)
    _checked_kind(path, name)
    if ending not in _MANY and bare(path.name) == path.name:
        yield _text(content(path), name, _id(path), lang)
        return
    with unpacked(path, name) as stream:
        yield from _of_stream(stream, path.name, name, lang)


def _checked_kind(path: str | os.PathLike[str], name: str) -> None:
    ending = _ending(path)
    if ending in _NOT_YET:
        raise KgError(f"{name} is a {ending} file, which is not read yet; save its text as a .txt file")


def _standard_input(lang: str | None, format_: str) -> Documents:
    if format_ == "jsonl":
        yield from json_lines.documents(sys.stdin.buffer, "standard input", lang)
    else:
        yield _text(content(STDIN), "standard input", None, lang)


def _of_stream(stream: BinaryIO, file: str, name: str, lang: str | None) -> Documents:
    """Yield what a stream holds, by the ending of its file's name."""
    many = _MANY.get(_ending(file))
    if many:
        yield from many(stream, name, lang)
        return
    data = stream.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise KgError(f"{name} is larger than {LIMIT // 1_000_000} MB, too large for one announcement; split it")
    yield _text(data, name, Path(bare(file)).stem, lang)


def _of_archive(stream: BinaryIO, name: str, lang: str | None) -> Documents:
    def read(content: BinaryIO, file: str, called: str) -> Documents:
        return _or_refused(called, _of_stream(content, file, called, lang))

    return archive.members(stream, name, (".txt", ".jsonl", ".ndjson"), read)


# Files that hold many announcements, by the ending of their names; others hold one text.
_MANY: dict[str, Callable[[BinaryIO, str, str | None], Documents]] = {
    ".jsonl": json_lines.documents,
    ".ndjson": json_lines.documents,
    ".tar": _of_archive,
}


def _text(data: bytes, name: str, id_: str | None, lang: str | None) -> Document:
    text = decode(data, name)
    return Document(id_ or _digest(text)[:16], text, name, lang)


def _id(path: Path) -> str | None:
    # A pipe (<(curl …)) has a number for a name, and a name that is no Unicode can be no part of an IRI.
    return path.stem if path.is_file() and _name(path) == os.fspath(path) else None


def _ending(path: str | os.PathLike[str]) -> str:
    return os.path.splitext(bare(os.fspath(path)))[1].lower()  # noqa: PTH122 - asked of each of very many files


def _name(path: str | os.PathLike[str]) -> str:
    return "standard input" if os.fspath(path) == STDIN else os.fsencode(path).decode("utf-8", "replace")


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8")).hexdigest()
