"""What is equal is held once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.run.pack import pack, unpack_half
from kg.run.sharing import Sharing
from tests import examples

EXTRACTIONS = st.lists(st.sampled_from(examples.extractions()), min_size=1, max_size=6)


@given(EXTRACTIONS)
def test_nothing_changes(extractions: list) -> None:  # type: ignore[type-arg]
    """What comes out equals what went in, whatever was there before, down to the types of values."""
    shared = Sharing()
    for extraction in extractions:
        assert repr(shared(extraction)) == repr(extraction)


def test_what_two_announcements_have_in_common_is_there_once() -> None:
    """Read twice from a cache, the same things, values and rules are the same objects."""
    packed = pack(examples.extractions()[0])
    shared = Sharing()
    one, other = (shared(unpack_half(packed.said).extraction) for _ in range(2))
    assert all(first is second for first, second in zip(one.things, other.things, strict=True))
    for first, second in zip(one.claims, other.claims, strict=True):
        assert first.rule is second.rule
        assert first.object is second.object
        assert first.confidence is second.confidence
