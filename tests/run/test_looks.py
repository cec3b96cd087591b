"""What is looked at in announcements is kept as hashes: what is the same is not read again, what differs is noticed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.records import Announcement, Claim, Extraction, Literal, Name, Span, Thing
from kg.run.cache import Cache
from kg.run.extractions import LostError
from kg.run.looks import Look, looks
from kg.run.pack import pack
from kg.run.said import Said
from kg.run.understand import Entry

TEXT = "Мұражайда 12 маман бар."
SAID = Extraction(
    Announcement("a1", TEXT, "kk", "2021-03-05"),
    (Thing("organization-1", "Organization", (Name("Тобыл мұражайы", "kk"),)),),
    (),
    (Claim("organization-1", "kg:memberCount", Literal("12", "integer"), (Span(10, 12),), "counted"),),
)


def put(cache: Cache, extraction: Extraction, key: bytes) -> Entry:
    """Put an extraction into the cache."""
    packed = pack(extraction)
    cache.put("extraction", [(key, packed.said, packed.rest)])
    return Entry(extraction.announcement.id, "", key)


def look(extraction: Extraction) -> Look:
    """Return what is looked at in an announcement."""
    cache = Cache()
    entries = [put(cache, extraction, b"k" * 20)]
    return looks(cache, entries, Said(cache, entries))[0]


def test_only_what_is_new_is_read() -> None:
    """The hashes outlive what they were made of; a new announcement's are made of it."""
    cache = Cache()
    others = [replace(SAID, announcement=replace(SAID.announcement, id=id_)) for id_ in ("a2", "a3")]
    old = [put(cache, SAID, b"1" * 20), put(cache, others[0], b"2" * 20)]
    before = looks(cache, old, Said(cache, old))
    cache.forget([one.key for one in old])
    now = [*old, put(cache, others[1], b"3" * 20)]
    after = looks(cache, now, Said(cache, now))
    assert after[:2] == before
    assert len(set(after)) == 3
    lost = Entry("a4", "", b"4" * 20)
    with pytest.raises(LostError):
        looks(cache, [lost], Said(cache, [lost]))


def test_what_differs_is_noticed() -> None:
    """Another word changes only that something else is said, another quote also what is disputed, a name all."""
    first = look(SAID)
    word = look(replace(SAID, announcement=replace(SAID.announcement, text=TEXT + " Бәрі де.")))
    quote = look(replace(SAID, announcement=replace(SAID.announcement, text=TEXT.replace("12", "13"))))
    name = look(replace(SAID, things=(replace(SAID.things[0], names=(Name("Есіл мұражайы", "kk"),)),)))
    assert (word.resolved, word.disputed) == (first.resolved, first.disputed)
    assert quote.resolved == first.resolved
    assert quote.disputed != first.disputed
    assert name.resolved != first.resolved
    assert len({first.said, word.said, quote.said, name.said}) == 4
