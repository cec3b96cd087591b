"""What the picture of a build shows, from the things and announcements in the cache."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

import msgspec

from kg.records import LANGUAGES
from kg.run import program
from kg.run.cache import Cache
from kg.run.pack import UnreadableError, squeeze_bytes, unsqueeze_bytes
from kg.run.parts import Head
from kg.run.things import Described, Things
from kg.run.understand import Entry
from kg.view.shown import Document, Shown, Sketch, borders, detailed, sketched
from kg.view.things import Relation, Thing, clean, web_address


@dataclass(frozen=True, slots=True)
class Pictured:
    """The picture of a build: a hash of all that it shows, and the keys of what it was put together of in the cache."""

    key: bytes = b""
    used: tuple[bytes, ...] = ()


def key_of(things: Things, documents: Mapping[str, Document], disputed: object, doubts: object) -> bytes:
    """Return a hash of all that a picture shows: things with their ties and quotes, announcements, contradictions."""
    digest = sha256(program.whole().encode())
    digest.update(msgspec.json.encode((list(documents.items()), disputed, doubts)))
    for key in things.keys:
        digest.update(key)
    return digest.digest()


def document_of(entry: Entry, head: Head) -> tuple[str, Document]:
    """Return what cards show of an announcement, behind its id."""
    headline = head.headline if head.headline.strip() else ""
    return clean(entry.id), (clean(headline), clean(head.published), web_address(clean(head.url)))


class Picture:
    """Collects what is shown while it passes; ``shown`` gives it when all has.

    ``documents`` are the announcements, by id; ``used`` the keys of what was read from the cache for it, or put there.
    """

    def __init__(self, documents: Mapping[str, Document], announcements: int) -> None:
        self.used: set[bytes] = set()
        self._places: list[int] = []
        self._documents, self._announcements = documents, announcements

    def take(self, place: int, described: Described) -> None:
        """Take up the thing at a place among all."""
        if described.pictured:
            self._places.append(place)

    def shown(self, things: Things, cache: Cache) -> Shown:
        """Return all that is shown."""
        places = sorted(self._places, key=things.iris.__getitem__)
        memory = _InCache(cache, self.used)
        iris = [things.iris[place] for place in places]
        stretches = [_Stretch(places[first:end], things, memory) for first, end in borders(iris)]
        return Shown(stretches, LANGUAGES, self._documents, self._announcements, memory)


class _InCache:
    """What was worked out for earlier pictures."""

    def __init__(self, cache: Cache, used: set[bytes]) -> None:
        self._used, self._cache, self._salt = used, cache, program.whole().encode()

    def recall(self, key: bytes) -> bytes | None:
        key = self._salted(key)
        self._used.add(key)
        packed = self._cache.stretch(key)
        try:
            return unsqueeze_bytes(packed) if packed else None
        except UnreadableError:
            return None

    def remember(self, key: bytes, data: bytes) -> None:
        self._cache.put("stretch", [(self._salted(key), squeeze_bytes(data))])

    def _salted(self, key: bytes) -> bytes:
        return sha256(self._salt + key).digest()[:20]


class _Stretch:
    """The things at some places: read one by one only where their stretch is not in the cache as a whole."""

    def __init__(self, places: Sequence[int], things: Things, memory: _InCache) -> None:
        self._places, self._things, self._memory = places, things, memory
        self._key = sha256(b"".join(things.keys[place] for place in places)).digest()

    def sketch(self) -> Sketch:
        known = self._memory.recall(b"sketch" + self._key)
        try:
            return msgspec.msgpack.decode(known or b"", type=Sketch)
        except msgspec.DecodeError:
            return self._made()[0]

    def details(self) -> bytes:
        return self._memory.recall(b"details" + self._key) or self._made()[1]

    def thing(self, iri: str) -> Thing:
        place = next(place for place in self._places if self._things.iris[place] == iri)
        node = next(self._things.details([place])).shown
        assert node, f"{iri} is no node of the picture"
        return node

    def relations(self) -> Sequence[Relation]:
        return [tie for one in self._things.details(self._places) for tie in one.ties]

    def _made(self) -> tuple[Sketch, bytes]:
        found = list(self._things.details(self._places))
        nodes, ties = [one.shown for one in found if one.shown], [tie for one in found for tie in one.ties]
        sketch, details = sketched(nodes, ties, LANGUAGES), detailed(nodes, ties, LANGUAGES)
        self._memory.remember(b"sketch" + self._key, msgspec.msgpack.encode(sketch))
        self._memory.remember(b"details" + self._key, details)
        return sketch, details
