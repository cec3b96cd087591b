"""What contradicts what."""

from __future__ import annotations

from kg.conflicts import conflicts
from kg.records import Announcement, Claim, Entity, Extraction, Literal


def said(id_: str, *claims: Claim) -> Extraction:
    """Return an extraction with these claims."""
    return Extraction(Announcement(id_, "", "kk"), claims=claims)


def claim(predicate: str, value: str | Literal, modality: str = "asserted") -> Claim:
    """Return a claim about the thing "x"."""
    return Claim("x", predicate, value, (), "test", modality=modality)


ENTITIES = (
    Entity("meeting/forum", "Meeting", (), (("a", "x"), ("b", "x"))),
    Entity("person/aset", "Person", (), (("a", "p"), ("b", "q"))),
)
COARSE, FINE, OTHER = Literal("2021-05", "gYearMonth"), Literal("2021-05-14", "date"), Literal("2021-05-15", "date")


def test_two_dates_of_one_meeting() -> None:
    """Different days contradict each other; the row says who says what."""
    rows = conflicts(
        [said("a", claim("schema:startDate", FINE)), said("b", claim("schema:startDate", OTHER))], ENTITIES
    )
    assert rows == [
        {
            "kind": "different values",
            "subject": "meeting/forum",
            "predicate": "schema:startDate",
            "said": [
                {"value": "2021-05-14", "announcements": ["a"]},
                {"value": "2021-05-15", "announcements": ["b"]},
            ],
        }
    ]


def test_a_month_and_a_day_in_it_agree() -> None:
    """A coarser date contradicts nothing."""
    assert not conflicts(
        [said("a", claim("schema:startDate", FINE)), said("b", claim("schema:startDate", COARSE))], ENTITIES
    )


def test_several_topics_are_no_conflict() -> None:
    """Only what can have one value can contradict itself."""
    topics = [claim("kg:topic", Literal(words, "string", "kk")) for words in ("жол", "мектеп")]
    assert not conflicts([said("a", *topics)], ENTITIES)


def test_what_is_not_asserted_counts_for_nothing() -> None:
    """A planned or proposed day contradicts no day that was."""
    assert not conflicts(
        [said("a", claim("schema:startDate", FINE)), said("b", claim("schema:startDate", OTHER, "proposed"))], ENTITIES
    )


def test_stated_and_denied() -> None:
    """Taking part, stated in one announcement and denied in another, is a conflict, whatever the keys there."""
    rows = conflicts(
        [said("a", claim("kg:participant", "p")), said("b", claim("kg:participant", "q", "denied"))], ENTITIES
    )
    assert rows == [
        {
            "kind": "stated and denied",
            "subject": "meeting/forum",
            "predicate": "kg:participant",
            "said": [{"value": "person/aset", "stated": ["a"], "denied": ["b"]}],
        }
    ]


def test_a_denial_alone_is_no_conflict() -> None:
    """What nobody states may be denied."""
    assert not conflicts([said("b", claim("kg:participant", "q", "denied"))], ENTITIES)
