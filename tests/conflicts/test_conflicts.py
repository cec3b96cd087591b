"""What contradicts what, and what only follows the course of things."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.conflicts import Conflict, conflicts, conflicts_in
from kg.conflicts.days import agree, earliest, latest
from kg.conflicts.said import About
from kg.conflicts.sole import is_sole
from kg.gazetteer import load
from kg.graph.dataset import BASE, quads
from kg.graph.store import in_memory
from tests.conflicts.cases import Case, cases

CASES = cases()


def told(row: dict[str, Any]) -> str:
    """Return a row in the words of cases.txt."""
    kind = f"{row['kind']} on {row['when']}" if "when" in row else row["kind"]
    sides = " | ".join(("not " if side["modality"] == "denied" else "") + side["value"] for side in row["said"])
    return f"{kind}, {row['subject']}, {row['predicate']}: {sides}"


def test_case_count() -> None:
    """All cases were collected, and a good part of them are no contradictions."""
    assert len(CASES) == 42
    assert len([case for case in CASES if not case.found]) >= 20


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(case: Case) -> None:
    """Each case of cases.txt gives what stands under it."""
    assert tuple(told(row) for row in conflicts(case.extractions, case.entities)) == case.found


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_graph_tells_the_same(case: Case) -> None:
    """`kg conflicts` finds in the graph what the report of its build lists, with the same quotes."""
    store = in_memory(quads(case.extractions, case.entities))
    assert [conflict.row() for conflict in conflicts_in(store, BASE)] == conflicts(case.extractions, case.entities)


@pytest.mark.parametrize("case", [case for case in CASES if case.found], ids=str)
def test_the_order_of_announcements_changes_nothing(case: Case) -> None:
    """The same announcements in another order give the same rows."""
    backwards = conflicts(case.extractions[::-1], case.entities[::-1])
    assert backwards == conflicts(case.extractions, case.entities)


def test_a_side_has_its_quotes() -> None:
    """Each side of a row says which announcements, of which day and language, say it in which words."""
    case = next(case for case in CASES if case.name == "104 and 106 members on one day")
    (row,) = conflicts(case.extractions, case.entities)
    assert row["said"][1] == {
        "value": "106",
        "modality": "asserted",
        "about": "organization/aweb",
        "times": 1,
        "quotes": [
            {
                "announcement": "2017-12-21-ru",
                "published": "2017-12-21",
                "lang": "ru",
                "quote": "organization/aweb kg:memberCount 106 asserted",
                "start": 0,
                "end": 45,
                "rule": "test",
                "confidence": 1.0,
            }
        ],
    }


def test_texts_are_asked_for_when_they_are_quoted() -> None:
    """Extractions without their texts give the same rows when the texts of the quoted announcements can be had."""
    case = next(case for case in CASES if case.name == "104 and 106 members on one day")
    texts = {one.announcement.id: one.announcement.text for one in case.extractions}
    bare = [replace(one, announcement=replace(one.announcement, text="")) for one in case.extractions]
    asked: list[str] = []

    def text_of(announcement: str) -> str:
        asked.append(announcement)
        return texts[announcement]

    assert conflicts(bare, case.entities, text_of) == conflicts(case.extractions, case.entities)
    assert sorted(asked) == sorted(texts)


def test_a_graph_knows_the_claims() -> None:
    """Of a conflict in a graph each saying bears the IRI of its claim, by which it can be rejected."""
    case = next(case for case in CASES if case.name == "Took part and did not")
    (conflict,) = conflicts_in(in_memory(quads(case.extractions, case.entities)), BASE)
    assert isinstance(conflict, Conflict)
    claims = {one.claim for side in conflict.sides for one in side.sayings}
    assert len(claims) == 2
    assert all(claim.startswith(f"{BASE}claim/") for claim in claims)


def test_many_quotes_are_counted_and_the_first_shown() -> None:
    """A side that hundreds of announcements repeat shows a few quotes, of different announcements, and their number."""
    case = next(case for case in CASES if case.name == "104 and 106 members on one day")
    kk, ru = case.extractions
    again = tuple(replace(kk, announcement=replace(kk.announcement, id=f"{n:03}")) for n in range(300))
    entities = tuple(
        replace(entity, members=(*entity.members, *((one.announcement.id, entity.slug) for one in again)))
        for entity in case.entities
    )
    (row,) = conflicts((kk, ru, *again), entities)
    assert [(side["value"], side["times"], len(side["quotes"])) for side in row["said"]] == [
        ("104", 301, 5),
        ("106", 1, 1),
    ]


@pytest.mark.parametrize(
    ("post", "body", "sole"),
    [
        ("chair", "Су кеңесі", True),
        ("rector", "Нұра университеті", True),
        ("minister", "Су шаруашылығы министрлігі", True),
        ("minister", "Ministry of Water", True),
        ("minister", "Қазақстан Республикасының Үкіметі", False),
        ("deputy-chair", "Су кеңесі", False),
        ("co-chair", "Су кеңесі", False),
        ("first-deputy-prime-minister", "Үкімет", False),
        ("member", "Су кеңесі", False),
        ("head", "Әкімдік", False),
        ("director", "Департамент", False),
        ("ambassador", "Қазақстан", False),
    ],
)
def test_posts_of_the_gazetteer(post: str, body: str, sole: bool) -> None:
    """Heads are sole; deputies, members, and heads of units that go unnamed are not."""
    names = tuple(name.text for name in load().by_id(post).all_names)
    assert is_sole(About("Role", post, names), About("Organization", "", (body,))) is sole


@pytest.mark.parametrize(
    ("name", "sole"),
    [
        ("Су шаруашылығы министрі", True),
        ("Министр водных ресурсов", True),
        ("Minister for Water", True),
        ("Су шаруашылығы министрінің орынбасары", False),
        ("Заместитель министра водных ресурсов", False),
        ("Deputy Minister of Water", False),
        ("Министрліктің өкілі", False),
    ],
)
def test_posts_without_a_row(name: str, sole: bool) -> None:
    """A minister of something is told by the form of the name."""
    assert is_sole(About("Role", "", (name,)), About("Organization", "", ("Үкімет",))) is sole


def test_every_sole_post_has_a_row() -> None:
    """The list names only posts that the gazetteer has."""
    from kg.conflicts.sole import _posts

    assert set(_posts().known) <= {entry.id for entry in load().of_kind("Role")}
    assert len(_posts().known) >= 20


dates = st.dates().map(str).flatmap(lambda day: st.sampled_from([day, day[:7], day[:4]]))


@given(dates, dates)
def test_dates_that_agree_share_a_day(one: str, other: str) -> None:
    """Two dates agree exactly when some day is in both."""
    shared = max(earliest(one), earliest(other)) <= min(latest(one), latest(other))
    assert agree(one, other) == agree(other, one) == shared
