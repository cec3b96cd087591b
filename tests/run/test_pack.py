"""An extraction as bytes and back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.records import Announcement, Claim, Extraction, Literal, Mention, Name, Span, Thing
from kg.run.pack import Packed, UnreadableError, pack, squeeze_large, unpack, unpack_half, unsqueeze
from tests import examples

# any text that is Unicode; what holds half a character is refused when it is read
WORDS = st.text(st.characters(exclude_categories=["Cs"]))
SPANS = st.builds(Span, st.integers(0, 10**6), st.integers(0, 10**6))
LITERALS = st.builds(Literal, WORDS, st.sampled_from(["date", "string", "iri"]), st.sampled_from(["", "kk"]))
CLAIMS = st.builds(Claim, WORDS, WORDS, WORDS | LITERALS, st.lists(SPANS).map(tuple), WORDS, st.floats(0, 1))
THINGS = st.builds(Thing, WORDS, WORDS, st.lists(st.builds(Name, WORDS, WORDS)).map(tuple))
EXTRACTIONS = st.builds(
    Extraction,
    st.builds(Announcement, WORDS, WORDS, st.sampled_from(["kk", "ru", "en"])),
    st.lists(THINGS).map(tuple),
    st.lists(st.builds(Mention, st.integers(), st.integers(), WORDS, WORDS, WORDS, WORDS)).map(tuple),
    st.lists(CLAIMS).map(tuple),
    st.lists(WORDS).map(tuple),
)


@given(EXTRACTIONS)
def test_there_and_back(extraction: Extraction) -> None:
    """What is packed comes back as it was; the source comes from where the document lies now."""
    packed = pack(replace(extraction, announcement=replace(extraction.announcement, source="elsewhere")))
    assert unpack(packed) == extraction
    assert pack(unpack(packed)) == packed


def test_half_of_it() -> None:
    """The first half has all that is said but the mentions; it knows what meetings are called."""
    (kazakh, _, english) = examples.extractions()
    half = unpack_half(pack(kazakh).said, "a.txt")
    assert half.extraction.claims == kazakh.claims
    assert half.extraction.things == kazakh.things
    assert half.extraction.announcement == replace(kazakh.announcement, source="a.txt")
    assert half.extraction.mentions == ()
    meetings = {thing.key for thing in english.things if thing.type == "Meeting" and thing.names}
    called = {(one.thing, one.label) for one in english.mentions if one.thing in meetings}
    assert set(unpack_half(pack(english).said).called) == called


@pytest.mark.parametrize("place", range(0, 200, 7))
def test_changed_bytes_are_noticed(place: int) -> None:
    """A byte that changed on the disk is an error, never another fact."""
    packed = pack(examples.extractions()[0])
    data = bytearray(packed.said)
    data[place] ^= 0x55
    with pytest.raises(UnreadableError):
        unpack(Packed(bytes(data), packed.rest))


def test_bytes_of_another_record_are_noticed() -> None:
    """Well packed bytes that hold something else are an error too."""
    packed = pack(examples.extractions()[0])
    with pytest.raises(UnreadableError):
        unpack(Packed(packed.rest, packed.said))


@pytest.mark.parametrize("at_once", [1, 3, 1000])
@given(extraction=EXTRACTIONS, table=st.dictionaries(st.binary(), st.lists(WORDS).map(tuple)))
def test_large_records_are_packed_by_pieces(
    extraction: Extraction, table: dict[bytes, tuple[str, ...]], at_once: int
) -> None:
    """What comes back is what was packed, however many rows are packed at once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kg.run.pack._AT_ONCE", at_once)
        assert unsqueeze(squeeze_large(extraction), Extraction) == extraction
        assert unsqueeze(squeeze_large(table), dict[bytes, tuple[str, ...]]) == table
