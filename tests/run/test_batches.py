"""Records are kept many together: they come back as they were, and only what changed is read again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.run.batches import batched
from kg.run.cache import Cache

RECORDS = st.dictionaries(st.integers(0, 400).map(str), st.integers(0, 3), min_size=1, max_size=300)


def gone_through(cache: Cache, records: dict[str, int], read: list[str]) -> list[str]:
    """Return the records in the order of their ids; ``read`` gets the ids of those that are not kept."""
    ids = sorted(records)

    def of(places: Sequence[int]) -> Iterator[str]:
        for place in places:
            read.append(ids[place])
            yield f"{ids[place]} is {records[ids[place]]}"

    keys = [f"{id_}={records[id_]};".encode() for id_ in ids]
    return list(batched(cache, list[str], ids, keys, of))


@settings(max_examples=30, deadline=None)
@given(st.lists(RECORDS, min_size=1, max_size=4))
def test_they_come_back(worlds: list[dict[str, int]]) -> None:
    """Whatever was kept of other records before, all are there, in order, with their values."""
    cache = Cache()
    for records in worlds:
        assert gone_through(cache, records, []) == [f"{id_} is {records[id_]}" for id_ in sorted(records)]
        again: list[str] = []
        gone_through(cache, records, again)
        assert not again


def test_little_is_read_again() -> None:
    """A record that changes, comes or goes costs its own batch and no other."""
    cache, records = Cache(), dict.fromkeys(map(str, range(3000)), 0)
    gone_through(cache, records, [])
    changes = ({**records, "1500": 1}, {**records, "1500a": 1}, {key: 0 for key in records if key != "1500"})
    for changed in changes:
        read: list[str] = []
        gone_through(cache, changed, read)
        assert 0 < len(read) < 600
        assert read == sorted(read)


def test_what_is_broken_is_read_again() -> None:
    """Bytes that are not what was put there are no batch."""
    cache, records = Cache(), dict.fromkeys(map(str, range(100)), 0)
    whole = gone_through(cache, records, [])
    cache._db.execute("UPDATE stretch SET packed = substr(packed, 2)")
    read: list[str] = []
    assert gone_through(cache, records, read) == whole
    assert len(read) == 100
