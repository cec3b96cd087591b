"""A document as it was found: all that its Announcement is made of, and nothing of that worked out yet.

Finding documents is quick and happens in one process; telling their language and lines is slower and happens where
they are understood, or not at all when that was done before.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple, dataclass, replace
from hashlib import sha256

from kg.read.announce import laid_out, language
from kg.records import Announcement, Line, Refusal


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
        return sha256(repr(astuple(replace(self, source=""))).encode("utf-8", "surrogatepass")).digest()

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

    def __init__(self) -> None:
        self._seen: dict[str, tuple[bytes, str]] = {}  # id -> (hash of the text, source)

    def __call__(self, found: Iterator[Document | Refusal]) -> Iterator[Document | Refusal]:
        """Yield what is found, with no id twice."""
        for one in found:
            yield self._named(one) if isinstance(one, Document) else one

    def _named(self, document: Document) -> Document | Refusal:
        digest = sha256(document.text.encode("utf-8", "surrogatepass"))
        name, notes = document.id, document.notes
        if name in self._seen:
            same, where = self._seen[name]
            name = f"{document.id}-{digest.hexdigest()[:8]}"
            source = document.source or document.id
            if same == digest.digest()[:16] or name in self._seen:
                return Refusal(source, f"{source} is a copy of {where or document.id}, which was read already")
            notes = (*notes, f"called {name} because {where or 'another announcement'} has the same name")
        self._seen[name] = (digest.digest()[:16], document.source)
        return replace(document, id=name, notes=notes)
