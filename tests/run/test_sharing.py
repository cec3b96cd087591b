"""What is equal is held once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.graph.dataset import quads
from kg.graph.network import network
from kg.records import LANGUAGES
from kg.run.pack import pack, squeeze, unpack_half, unsqueeze
from kg.run.sharing import SharedPicture, Sharing
from kg.view.things import Relation, Thing, edges, things
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


def test_a_picture_shares_what_its_relations_have_in_common() -> None:
    """Read from a cache, things and relations stay equal, and words, addresses and announcements are there once."""
    graph = network(quads(examples.extractions(), examples.entities()))
    shared = SharedPicture()
    for thing in things(graph, LANGUAGES):
        assert shared.thing(unsqueeze(squeeze(thing), Thing)) == thing
    relations = edges(graph, LANGUAGES)
    for relation in relations:
        one, other = (shared.relation(unsqueeze(squeeze(relation), Relation)) for _ in range(2))
        assert one == other == relation
        assert one.words is other.words
        assert one.said is other.said
        assert one.source is other.source
