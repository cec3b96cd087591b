"""What the picture of a build shows, from the things and announcements in the cache."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

import msgspec

from kg.run import program
from kg.run.cache import Cache
from kg.run.pack import UnreadableError, squeeze_bytes, unsqueeze_bytes
from kg.run.parts import Head
from kg.run.sharing import SharedPicture
from kg.run.things import Described, Things
from kg.run.understand import Entry
from kg.view.shown import Document, Shown, Stretch
from kg.view.things import Quote, Relation, Thing, Value, clean, ends, web_address

_REMEMBERED = 2000  # things whose details are held, since those of a stretch are asked for together


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
        self._share = SharedPicture()
        self._nodes: list[tuple[Thing, int]] = []
        self._ties: list[tuple[Relation, int, int]] = []
        self._documents, self._announcements = documents, announcements

    def take(self, place: int, described: Described) -> None:
        """Take up the thing at a place among all."""
        if described.shown:
            self._nodes.append((self._share.thing(described.shown), place))
        self._ties += [(self._share.relation(tie), place, number) for number, tie in enumerate(described.ties)]

    def shown(self, things: Things, cache: Cache) -> Shown:
        """Return all that is shown."""
        nodes = sorted(self._nodes, key=lambda pair: pair[0].iri)
        ties = sorted(self._ties, key=lambda row: ends(row[0]))
        details = _InCache(nodes, ties, things, cache, self.used)
        self._nodes, self._ties = [], []
        shown, relations = [node for node, _ in nodes], [tie for tie, _, _ in ties]
        return Shown(shown, relations, self._documents, self._announcements, len(ties), details, details)


def _salted(key: bytes) -> bytes:
    return sha256(program.showing().encode() + key).digest()[:20]


class _InCache:
    """Quotes and values read from the cache, and what was worked out of them for earlier pictures."""

    def __init__(
        self,
        nodes: Sequence[tuple[Thing, int]],
        ties: Sequence[tuple[Relation, int, int]],
        things: Things,
        cache: Cache,
        used: set[bytes],
    ) -> None:
        self._used = used
        self._things, self._cache = things, cache
        self._places = array("L", [place for _, place in nodes])
        self._made = array("L", [place for _, place, _ in ties])  # at which thing each tie was made
        self._its = array("L", [its for _, _, its in ties])  # and which of that thing's it is
        self._details = lru_cache(maxsize=_REMEMBERED)(things.details)

    def values(self, number: int) -> tuple[Value, ...]:
        return self._details(self._places[number]).values

    def quotes(self, number: int) -> tuple[Quote, ...]:
        return self._details(self._made[number]).quotes[self._its[number]]

    def kept(self, stretch: Stretch) -> str | None:
        packed = self._kept(self._key(stretch))
        return packed.decode("ascii") if packed else None

    def keep(self, stretch: Stretch, packed: str) -> None:
        self._keep(self._key(stretch), packed.encode("ascii"))

    def recall(self, key: bytes) -> bytes | None:
        return self._kept(_salted(key))

    def remember(self, key: bytes, data: bytes) -> None:
        self._keep(_salted(key), data)

    def _kept(self, key: bytes) -> bytes | None:
        self._used.add(key)
        packed = self._cache.stretch(key)
        try:
            return unsqueeze_bytes(packed) if packed else None
        except UnreadableError:
            return None

    def _keep(self, key: bytes, data: bytes) -> None:
        self._cache.put("stretch", [(key, squeeze_bytes(data))])

    def _key(self, stretch: Stretch) -> bytes:
        """Return a hash of the things in a stretch and of those whose descriptions make the relations in it."""
        own = self._places[stretch.first : stretch.end]
        made = self._made[stretch.first_relation : stretch.end_relation]
        return sha256(b"stretch" + b"".join(self._keys(own)) + b"|" + b"".join(self._keys(made))).digest()[:20]

    def _keys(self, places: Iterable[int]) -> Iterable[bytes]:
        return (self._things.keys[place] for place in places)
