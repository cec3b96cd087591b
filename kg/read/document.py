"""A document as it was found: all that its Announcement is made of, and nothing of that worked out yet.

Finding documents is quick and happens in one process; telling their language and lines is slower and happens where
they are understood, or not at all when that was done before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TypeVar

from kg.read.announce import laid_out, language
from kg.records import Announcement, Line, Refusal

T = TypeVar("T", bound="Unread")


@dataclass(frozen=True, slots=True)
class Document:
    r"""One text with what is known of it from outside.

    ``text`` has newlines as "\n" and no byte order mark. ``lang`` ("kk", "ru", "en"), ``published`` (an ISO day) and
    ``lines`` are None or empty where they are to be found from the text.
    """

    id: str
    text: str
    source: str = ""
    lang: str | None = None
    published: str | None = None
    url: str | None = None
    publisher: str | None = None
    lines: tuple[Line, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def digest(self) -> bytes:
        """A hash of everything but the source: where a document lies says nothing of what it says."""
        lines = tuple((line.start, line.end, line.kind) for line in self.lines)
        about = (self.lang, self.published, self.url, self.publisher, lines, self.notes)
        return sha256(repr((self.id, self.text, "", *about)).encode("utf-8", "surrogatepass")).digest()

    def announcement(self) -> Announcement:
        """Return it as an Announcement; raises KgError when its language isn't one that is read."""
        lang = self.lang or language(self.text, self.source or self.id)
        return laid_out(
            Announcement(
                id=self.id,
                text=self.text,
                lang=lang,
                published=self.published,
                lines=self.lines,
                source=self.source,
                url=self.url,
                publisher=self.publisher,
                notes=self.notes,
            )
        )


@dataclass(frozen=True, slots=True)
class Unread:
    """A document that need not be read, since its file is as it was; ``digest`` and ``text`` are what they were.

    ``digest`` is the Document's, ``text`` that of its text alone.
    """

    id: str
    source: str
    digest: bytes
    text: bytes
    lang: str | None = None


def of_announcement(announcement: Announcement) -> Document:
    """Return what a user's own Announcement was made of."""
    return Document(
        id=announcement.id,
        text=announcement.text,
        source=announcement.source,
        lang=announcement.lang,
        published=announcement.published,
        url=announcement.url,
        publisher=announcement.publisher,
        lines=announcement.lines,
        notes=announcement.notes,
    )


class Distinct:
    """Gives each document an id of its own: a later one of the same name gets a hash in it, a copy is refused."""

    def __init__(self, read: Callable[[Unread], Document | Refusal] | None = None) -> None:
        """``read`` reads what was not read and must be, since it gets another id."""
        self._read = read
        self._seen: dict[str, tuple[bytes, str]] = {}  # id -> (hash of the text, source)

    def __call__(self, found: Iterator[Document | Refusal | T]) -> Iterator[Document | Refusal | T]:
        """Yield what is found, with no id twice."""
        for given in found:
            one = self._read(given) if isinstance(given, Unread) and given.id in self._seen and self._read else given
            if isinstance(one, Unread):
                self._seen[one.id] = (one.text, one.source)
            yield self._named(one) if isinstance(one, Document) else one

    def _named(self, document: Document) -> Document | Refusal:
        named = self.name(document.id, document.source, text_digest(document))
        return named if isinstance(named, Refusal) else renamed(document, *named)

    def name(self, id_: str, source: str, digest: bytes) -> tuple[str, str] | Refusal:
        """Return the id of its own that a document gets, and a note ("" when it is the one that it has)."""
        name, note = id_, ""
        if name in self._seen:
            same, where = self._seen[name]
            name = f"{id_}-{digest.hex()[:8]}"
            if same == digest or name in self._seen:
                return Refusal(source or id_, f"{source or id_} is a copy of {where or id_}, which was read already")
            note = f"called {name} because {where or 'another announcement'} has the same name"
        self._seen[name] = (digest, source)
        return name, note


def text_digest(document: Document) -> bytes:
    """Return 16 bytes that tell a text from others."""
    return sha256(document.text.encode("utf-8", "surrogatepass")).digest()[:16]


def renamed(document: Document, id_: str, note: str) -> Document:
    """Return a document under the id that it gets."""
    return replace(document, id=id_, notes=(*document.notes, note)) if note else document
