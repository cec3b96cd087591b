"""What all announcements say, gone through several times: the first 5,000 are held, the others read again.

So memory stays flat, and a small build reads each announcement from the cache once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from kg.records import Extraction
from kg.rejections import marked
from kg.run.cache import Cache
from kg.run.extractions import read_half
from kg.run.pack import Half
from kg.run.sharing import Sharing
from kg.run.understand import Entry

_HELD = 5_000  # announcements, at 7 KB each; reading one again takes a tenth of a millisecond


class Said:
    """The halves of all extractions in the order of the entries, each as often as it is asked for.

    The claims that are ``rejected`` (by their places, by the announcement's id) are marked so.
    """

    def __init__(self, cache: Cache, entries: Sequence[Entry], held: int = _HELD) -> None:
        self._cache, self._entries, self._most = cache, entries, held
        self._places = {entry.id: place for place, entry in enumerate(entries)}
        self._held: list[Half] = []
        self._share = Sharing()
        self._rejected: Mapping[str, Collection[int]] = {}

    def __iter__(self) -> Iterator[Half]:
        """Go through all of them."""
        yield from map(self._marked, self._unmarked())

    def of(self, ids: Collection[str]) -> Iterator[Half]:
        """Go through those of the announcements with these ids, in the same order."""
        places, held = sorted(self._places[id_] for id_ in ids), len(self._held)
        for half in chain(
            (self._held[place] for place in places if place < held),
            self._read([self._entries[place] for place in places if place >= held]),
        ):
            yield self._marked(half)

    def reject(self, places: Callable[[Extraction], Collection[int]]) -> None:
        """Mark the claims at the places that are told for each extraction."""
        found = ((half.extraction.announcement.id, places(half.extraction)) for half in self._unmarked())
        self._rejected = {id_: tuple(sorted(some)) for id_, some in found if some}

    def let_go(self) -> None:
        """Hold none any more, since hardly one will be asked for again."""
        self._held, self._most, self._share = [], 0, Sharing()

    @property
    def rejected(self) -> Mapping[str, Collection[int]]:
        """The places of the claims that are rejected, by the announcement's id."""
        return self._rejected

    def _unmarked(self) -> Iterator[Half]:
        yield from self._held
        start = len(self._held)
        for half in self._read(self._entries[start:]):
            if len(self._held) == start and start < self._most:
                shared = replace(half, extraction=self._share(half.extraction))
                self._held.append(shared)
                start += 1
                yield shared
            else:
                yield half

    def _read(self, entries: Sequence[Entry]) -> Iterator[Half]:
        halves = self._cache.first("extraction", (entry.key for entry in entries))
        for entry, packed in zip(entries, halves, strict=True):
            yield read_half(entry, packed)

    def _marked(self, half: Half) -> Half:
        places = self._rejected.get(half.extraction.announcement.id)
        return replace(half, extraction=marked(half.extraction, places)) if places else half
