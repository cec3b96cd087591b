"""JSON Lines: one announcement a line, {"id", "text", "lang", "published", "url", "title", "publisher"}."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from kg.errors import KgError
from kg.read.announce import checked
from kg.read.document import Document
from kg.records import Refusal

LONGEST = 20_000_000  # bytes of a line
_FIELDS = ("id", "text", "lang", "published", "url", "title", "publisher")
_LONGEST_ID = 200


def documents(stream: BinaryIO, source: str, lang: str | None = None) -> Iterator[Document | Refusal]:
    """Yield the documents of a stream of JSON lines, and a refusal that names the line for each that is broken."""
    number = 0
    while line := stream.readline(LONGEST + 1):
        number += 1
        where = f"{source}, line {number}"
        if len(line) > LONGEST and not line.endswith(b"\n"):
            _skip_line(stream)
            yield Refusal(where, f"{where} is longer than {LONGEST // 1_000_000} MB; split it")
        elif line.strip():
            try:
                yield _document(line, where, lang)
            except KgError as error:
                yield Refusal(where, str(error))


def _skip_line(stream: BinaryIO) -> None:
    while (part := stream.readline(1 << 20)) and not part.endswith(b"\n"):
        pass


def _document(line: bytes, where: str, lang: str | None) -> Document:
    row = _row(line, where)
    text = (row["text"] or "").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    title = " ".join((row["title"] or "").split())
    if not text.strip():
        raise KgError(f'{where} has no text; give it as "text"')
    if "\0" in text:
        raise KgError(f"{where} holds binary data, not a text; mend it there")
    if title and not text.lstrip().startswith(title):
        text = f"{title}\n{text}"
    notes: list[str] = []
    return Document(
        id=_id(row["id"], text, where),
        text=text,
        source=where,
        lang=lang or _lang(row["lang"], where),
        published=_day(row["published"], notes),
        url=_url(row["url"], notes),
        publisher=row["publisher"] or None,
        notes=tuple(notes),
    )


def _row(line: bytes, where: str) -> dict[str, str | None]:
    try:
        row: Any = json.loads(line)
    except (ValueError, RecursionError) as error:
        reason = getattr(error, "msg", "bytes that are not UTF-8" if isinstance(error, UnicodeError) else "too deep")
        raise KgError(f"{where} is no JSON ({reason}); mend it there") from None
    if not isinstance(row, dict):
        raise KgError(f'{where} is no JSON object; give {{"id": …, "text": …}}')
    found = {name: str(row[name]) if type(row.get(name)) is int else row.get(name) for name in _FIELDS}
    for name, value in found.items():
        if value is not None and not isinstance(value, str):
            raise KgError(f'{where}: "{name}" is no string; mend it there')
        if value and not value.isascii() and not _is_unicode(value):
            raise KgError(f'{where}: "{name}" holds half a character (a lone surrogate); mend it there')
    return found


def _is_unicode(value: str) -> bool:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _id(given: str | None, text: str, where: str) -> str:
    name = (given or "").strip()
    if len(name) > _LONGEST_ID or not name.isprintable():
        raise KgError(f'{where}: "id" is longer than {_LONGEST_ID} or holds control characters; give another')
    return name or sha256(text.encode("utf-8")).hexdigest()[:16]


def _lang(given: str | None, where: str) -> str | None:
    try:
        return checked(given) if given else None
    except KgError as error:
        raise KgError(f'{where}: "lang": {error}') from None


def _day(given: str | None, notes: list[str]) -> str | None:
    """Return the day of "2021-05-14" or "2021-05-14T10:00:00Z"; what is no day is noted, and the text is asked."""
    try:
        return date.fromisoformat((given or "")[:10]).isoformat() if given else None
    except ValueError:
        notes.append(f"“{given[:40] if given else ''}” is no day of publication")
        return None


def _url(given: str | None, notes: list[str]) -> str | None:
    if not given:
        return None
    if _is_address(given):
        return given
    notes.append(f"“{given[:80]}” is no address of a page")
    return None


def _is_address(given: str) -> bool:
    """Say whether it is the address of a page."""
    try:
        parts = urlsplit(given)
    except ValueError:
        return False
    bad = any(letter.isspace() or letter in '<>"{}|\\^`' or not letter.isprintable() for letter in given)
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not bad
