"""Which facts are the same: rules one by one, and what holds of any graph."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.evaluate import Fact, compare, counted, facts_of, hasty, labelled
from kg.graph.iris import BASE
from kg.ontology import KG, ORG, RDF, SCHEMA, SKOS

DAY, NEXT = ("2021-05-12",), ("2021-05-13",)
AHEAD, OFF = "meeting.planned", "meeting.cancelled"
A, B, C = ("Асқар Беделов", "А. Беделов"), ("Дина Сейтқалиева",), ("Ауыл кітапханалары қауымдастығы",)


def meeting(key: str, *who: tuple[str, ...], day: tuple[str, ...] = DAY, status: str = "") -> list[Fact]:
    """Return the facts of a meeting."""
    facts = [Fact("meeting.date", (day,), key), *(Fact("meeting.participant", (one,), key) for one in who)]
    return [*facts, *([Fact(status, (), key)] if status else [])]


@pytest.mark.parametrize(
    ("relation", "one", "other"),
    [
        ("memberOf", (("„Дәнекер” қоры",), C), (("ДӘНЕКЕР ҚОРЫ",), C)),
        ("memberOf", (("Ёлка-плюс", "x"), C), (("y", "елка плюс"), C)),
        ("role", (A, ("мектеп директоры директор",), C), (A, ("директор",), C)),
    ],
)
def test_same_facts(relation: str, one: tuple[tuple[str, ...], ...], other: tuple[tuple[str, ...], ...]) -> None:
    """Case, quotes, punctuation and ё tell no names apart, one name in common is enough, a post may be fuller."""
    assert len(compare([Fact(relation, one)], [Fact(relation, other)]).right) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Fact("memberOf", (A, C)), Fact("memberOf", (B, C))),
        (Fact("memberOf", (C, B)), Fact("memberOf", (B, C))),
        (Fact("memberOf.role", (A, C, ("толық мүше",))), Fact("memberOf.role", (A, C, ("мүше",)))),
        (Fact("memberOf.since", (A, C, ("2015",))), Fact("memberOf.since", (A, C, ("2015-03",)))),
        (Fact("role", (A, ("директор орынбасары",), C)), Fact("role", (A, ("бас директор",), C))),
    ],
)
def test_other_facts(one: Fact, other: Fact) -> None:
    """Another member, the other way round, another kind of membership, another day or post is another fact."""
    told = compare([one], [other])
    assert (told.right, told.missed, told.extra) == ((), (one,), (other,))


def test_a_post_is_no_fuller_where_facts_are_compared_exactly() -> None:
    """So that a case shows what a post is called."""
    full, short = Fact("role", (A, ("бас директор",), C)), Fact("role", (A, ("директор",), C))
    assert compare([full], [short]).right
    assert not compare([full], [short], exactly=True).right


def test_meetings_are_paired_by_what_they_share() -> None:
    """Not by their order."""
    told = compare([*meeting("1", A), *meeting("2", A, B)], [*meeting("x", A, B), *meeting("y", A)])
    assert told.pairs == (("1", "y"), ("2", "x"))
    assert not told.missed + told.extra


def test_of_two_alike_the_planned_one_is_the_planned_one() -> None:
    """Whether it lies ahead decides only between meetings that share as much."""
    told = compare(
        [*meeting("1", A), *meeting("2", A, status=AHEAD)], [*meeting("x", A, status=AHEAD), *meeting("y", A)]
    )
    assert told.pairs == (("1", "y"), ("2", "x"))
    held = compare(meeting("1", A, B), [*meeting("x", A, B, status=AHEAD), *meeting("y", A)])
    assert held.pairs == (("1", "x"),)


def test_meetings_that_share_nothing_are_two() -> None:
    """Their facts are missed and extra."""
    told = compare(meeting("1", A), meeting("x", B, day=NEXT))
    assert (len(told.right), len(told.missed), len(told.extra)) == (0, 2, 2)


def test_what_is_called_off_is_not_too_much() -> None:
    """Nor is it that a meeting lies ahead: only what it is said to be counts."""
    got = [*meeting("x", A, status=OFF), *meeting("y", B, status=AHEAD)]
    assert {fact.meeting for fact in counted(compare([], got), got)} == {"y"}
    assert len(counted(compare([], got), got)) == 2


def hard(negative: Fact, wanted: Iterable[Fact], got: list[Fact]) -> bool:
    """Say whether a fact that is not stated was given."""
    return bool(hasty([negative], compare(wanted, got), got))


def test_a_negative_of_a_meeting_is_asked_of_that_meeting() -> None:
    """Another meeting may have it."""
    negative = Fact("meeting.participant", (C,), "1")
    assert hard(negative, meeting("1", A), meeting("x", A, C))
    assert not hard(negative, [*meeting("1", A), *meeting("2", B, C)], [*meeting("x", A), *meeting("y", B, C)])
    assert not hard(negative, meeting("1", A), meeting("x", B, C, day=NEXT))


def test_a_place_that_is_not_stated_goes_by_its_own_name() -> None:
    """The hall of a town is not the town: a negative is given only by one of its names."""
    hall = [*meeting("x", A), Fact("meeting.place", (("Астана операсы",),), "x")]
    assert hard(Fact("meeting.place", (("Астана операсы", "опера"),), "1"), meeting("1", A), hall)
    assert not hard(Fact("meeting.place", (("Астана",),), "1"), meeting("1", A), hall)


@pytest.mark.parametrize(("status", "given"), [("", True), (AHEAD, False), (OFF, False)])
def test_a_meeting_that_never_was(status: str, given: bool) -> None:
    """It is given if one that none of the labels is has it and was taken for held."""
    negative = Fact("meeting.date", (NEXT,), "never")
    got = [*meeting("x", A), *meeting("y", B, day=NEXT, status=status)]
    assert hard(negative, meeting("1", A), got) == given
    assert not hard(negative, [*meeting("1", A), *meeting("2", B, day=NEXT)], got)


def test_what_has_ended_is_not_asserted() -> None:
    """A post that somebody left is no post that they hold."""
    post = (A, ("директор",), C)
    assert hard(Fact("role", post), [], [Fact("role", post)])
    assert not hard(Fact("role", post), [], [Fact("role", post, ended=True)])


# Things of each class, each with two names, as a graph has them.
THINGS = {
    f"{class_}/{number}": (f"{class_} «{word}»", f"{word}.{class_}")
    for class_ in ("Person", "Organization", "Program", "Role", "Place")
    for number, word in enumerate(("Бір", "Екі", "Үш"))
}
DAYS = st.sampled_from(["2021-05-12", "2021-05-13", "2022"])


def some(class_: str) -> st.SearchStrategy[str]:
    """Draw a thing of a class."""
    return st.sampled_from([key for key in THINGS if key.startswith(f"{class_}/")])


def iri(key: str) -> ox.NamedNode:
    """Return the IRI of a thing."""
    return ox.NamedNode(BASE + key)


@st.composite
def graphs(draw: st.DrawFn) -> list[ox.Quad]:
    """Draw a graph: meetings with a day, posts and memberships, some of them over, programmes and numbers."""
    said: list[tuple[str, str, ox.NamedNode | ox.Literal]] = []
    who = some("Person") | some("Organization")

    def classes(class_: str, most: int = 3) -> list[str]:
        keys = [f"{class_}s/{number}" for number in range(draw(st.integers(0, most)))]
        said.extend((key, RDF.type, ox.NamedNode(KG[class_])) for key in keys)
        return keys

    for key in classes("Meeting"):
        said.append((key, SCHEMA.startDate, ox.Literal(draw(DAYS))))
        said.extend((key, KG.participant, iri(one)) for one in draw(st.sets(who, max_size=3)))
        said.extend((key, SCHEMA.location, iri(one)) for one in draw(st.sets(some("Place"), max_size=2)))
        if draw(st.booleans()):
            said.append((key, SCHEMA.eventStatus, ox.NamedNode(SCHEMA.EventScheduled)))
    for key in classes("Membership"):
        said.append((key, ORG.member, iri(draw(who))))
        said.append((key, ORG.organization, iri(draw(some("Organization")))))
        said.extend((key, ORG.role, iri(one)) for one in draw(st.sets(some("Role"), max_size=2)))
        said.extend((key, SCHEMA.startDate, ox.Literal(day)) for day in draw(st.sets(DAYS, max_size=1)))
        said.extend((key, SCHEMA.endDate, ox.Literal(day)) for day in draw(st.sets(DAYS, max_size=1)))
    for key in draw(st.sets(some("Program"))):
        said.append((key, KG.participant, iri(draw(some("Organization")))))
    for key in draw(st.sets(some("Organization"))):
        said.append((key, KG.memberCount, ox.Literal(draw(st.integers(0, 200)))))
    for key, (full, short) in THINGS.items():
        class_ = key.split("/")[0]
        said.append((key, RDF.type, ox.NamedNode(SCHEMA.Place if class_ == "Place" else KG[class_])))
        said += [(key, SKOS.prefLabel, ox.Literal(full, language="kk")), (key, SKOS.altLabel, ox.Literal(short))]
    return [ox.Quad(iri(subject), ox.NamedNode(predicate), value) for subject, predicate, value in said]


def as_labels(facts: Iterable[Fact]) -> dict[str, object]:
    """Return facts in the form of labels: each thing by its second name, a meeting's places by all of theirs."""
    facts = list(facts)
    meetings = {fact.meeting: {"type": "Meeting", "names": ["кездесу"]} for fact in facts if fact.meeting}
    parts = [part for fact in facts if fact.relation != "meeting.place" for part in fact.parts]
    things = {part[0]: {"type": part[0].split()[0], "names": [part[-1]]} for part in parts}
    planned = [fact.meeting for fact in facts if fact.relation == AHEAD]
    rows = [as_row(fact) for fact in facts if fact.relation != AHEAD]
    return {"lang": "kk", "entities": {**things, **meetings}, "facts": rows, "not": [], "planned": planned}


def as_row(fact: Fact) -> list[object]:
    """Return a fact as labels write it."""
    if fact.relation == "meeting.place":
        return [fact.meeting, "place", list(fact.parts[0])]
    keys = [part[0] for part in fact.parts]
    if fact.meeting:
        return [fact.meeting, fact.relation.removeprefix("meeting."), *keys]
    return [keys[0], "participant" if fact.relation == "program" else fact.relation, *keys[1:]]


@settings(deadline=None)
@given(graphs())
def test_a_graph_is_right_by_its_own_facts(quads: list[ox.Quad]) -> None:
    """Labels that say what a graph says have found it all and nothing else, whatever order the graph has."""
    got = facts_of(quads)
    wanted = labelled(as_labels(got), "own")
    told = compare(wanted.facts, got)
    assert len(told.right) == len(got)
    assert told.missed == told.extra == ()
    assert facts_of(reversed(quads)) == got


@settings(deadline=None)
@given(graphs(), graphs())
def test_nothing_is_counted_twice_or_lost(wanted: list[ox.Quad], got: list[ox.Quad]) -> None:
    """Every expected fact is right or missed, and of what was found no more is extra than there is."""
    told = compare(facts_of(wanted), facts_of(got))
    assert sorted(told.right + told.missed) == sorted(facts_of(wanted))
    assert set(told.extra) <= set(facts_of(got))
    assert bool(told.right) == (len(told.extra) < len(facts_of(got)))
