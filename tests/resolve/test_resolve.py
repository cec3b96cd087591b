"""Who is one and who is not, across announcements."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import build
from kg.extract import extract
from kg.read import read_text
from kg.records import Claim, Entity, Extraction, Literal, Name, Resolution, Thing
from kg.resolve import resolve
from kg.resolve.human_name import name_score
from kg.resolve.person import _named
from tests.benchmarks.synthetic import Synthetic
from tests.extract.read_cases import cases

DIRECTOR = "Арқа мұрағатының директоры Сәуле Ниязова көрмені ашты."
MET = "2021 жылғы 4 наурызда Арқа мұрағатының директоры Сәуле Ниязова профессор Дамир Кенжинмен кездесті."


def understood(*texts: str) -> list[Extraction]:
    """Return what Kazakh announcements called a1, a2, … say, all published on one day."""
    return [
        extract(replace(read_text(text, id=f"a{number}", lang="kk"), published="2021-03-05"))
        for number, text in enumerate(texts, 1)
    ]


def resolved(*texts: str, kind: str) -> list[Entity]:
    """Return the entities of a class in Kazakh announcements, sorted by slug."""
    return [entity for entity in resolve(understood(*texts)).entities if entity.type == kind]


def calls(entity: Entity) -> set[str]:
    """Return the names of an entity."""
    return {name.text for name in entity.names}


def homes(entity: Entity) -> set[str]:
    """Return the ids of the announcements that speak of an entity."""
    return {announcement for announcement, _ in entity.members}


def test_the_same_full_name_is_one_person() -> None:
    """Two announcements that name a person in full, in different cases, speak of one, and say why."""
    [person] = resolved(DIRECTOR, "Кеше Сәуле Ниязованың мақаласы шықты. Мақаланы Сәуле Ниязова жазған.", kind="Person")
    assert homes(person) == {"a1", "a2"}
    assert person.slug == "person/saule-niyazova"
    assert any("same full name" in reason for reason in person.reasons)


def test_namesakes_with_other_patronymics_stay_apart() -> None:
    """The same given name and surname at different bodies, with different patronymics, is two people."""
    people = resolved(
        "Арқа мұрағатының директоры Асқар Серікұлы Беделов көрмені ашты.",
        "Іле геология институтының директоры Асқар Нұрланұлы Беделов көрмені ашты.",
        kind="Person",
    )
    assert [homes(person) for person in people] == [{"a1"}, {"a2"}]


def test_other_given_names_stay_apart() -> None:
    """A surname in common makes no one person, even at one body."""
    people = resolved(DIRECTOR, "Арқа мұрағатының директоры Дамир Ниязов көрмені ашты.", kind="Person")
    assert len(people) == 2


def test_a_short_name_joins_at_the_same_body() -> None:
    """С.Ниязова at the archive is Сәуле Ниязова of the archive, and her short name becomes one of hers."""
    [person] = resolved(DIRECTOR, "Арқа мұрағатының директоры С.Ниязова есеп берді.", kind="Person")
    assert homes(person) == {"a1", "a2"}
    assert "С. Ниязова" in calls(person)
    assert any("same body" in reason for reason in person.reasons)


@pytest.mark.parametrize(
    "other",
    [
        "Іле геология институтының директоры С.Ниязова есеп берді.",  # at another body
        "Арқа мұрағатының директоры Д.Ниязова есеп берді.",  # with another initial
        "С.Ниязова есеп берді.",  # nobody says where
    ],
)
def test_a_short_name_joins_nowhere_else(other: str) -> None:
    """A short name that only might be someone's stays by itself."""
    people = resolved(DIRECTOR, other, kind="Person")
    assert all(len(homes(person)) == 1 for person in people)
    assert len(people) == 2


def test_a_short_name_that_fits_two_joins_neither() -> None:
    """Where two people of a body fit a short name, it is neither's."""
    people = resolved(
        DIRECTOR,
        "Арқа мұрағатының хатшысы Сабина Ниязова есеп берді.",
        "Арқа мұрағатының өкілі С.Ниязова сөз сөйледі.",
        kind="Person",
    )
    assert sorted((homes(person) for person in people), key=sorted) == [{"a1"}, {"a2"}, {"a3"}]


def test_one_tenure_in_two_announcements() -> None:
    """Who, where and as what are the same, so the membership is one, with the words of both."""
    [tenure] = resolved(DIRECTOR, MET, kind="Membership")
    assert homes(tenure) == {"a1", "a2"}
    assert tenure.slug == "membership/saule-niyazova--director--arka-muragaty"


def test_another_post_is_another_tenure() -> None:
    """One person with two posts at one body has two memberships."""
    tenures = resolved(DIRECTOR, "Арқа мұрағатының бас маманы Сәуле Ниязова есеп берді.", kind="Membership")
    assert len(tenures) == 2


def test_one_meeting_in_two_announcements() -> None:
    """The same people on the same day met once, whoever tells of it."""
    [meeting] = resolved(MET, "Профессор Дамир Кенжин 2021 жылғы 4 наурызда Сәуле Ниязовамен кездесті.", kind="Meeting")
    assert homes(meeting) == {"a1", "a2"}
    assert meeting.slug == "meeting/2021-03-04-kenzhin-niyazova"


@pytest.mark.parametrize(
    "other",
    [
        "2021 жылғы 3 наурызда Сәуле Ниязова профессор Дамир Кенжинмен кездесті.",  # on another day
        "2021 жылғы 4 наурызда Ирина Зорина профессор Дамир Кенжинмен кездесті.",  # of other people
        "2021 жылғы 4 наурызда Сәуле Ниязова профессор Дамир Кенжинді қабылдады.",  # of another kind
    ],
)
def test_other_meetings_stay_apart(other: str) -> None:
    """What differs in its day, its kind or its people is another encounter."""
    assert len(resolved(MET, other, kind="Meeting")) == 2


def test_the_gazetteer_ties_names_that_share_no_word() -> None:
    """ОСК, ҚР ОСК and Орталық сайлау комиссиясы are one body, with its names in three languages."""
    bodies = resolved(
        "Орталық сайлау комиссиясы есеп берді.",
        "ҚР ОСК есеп берді.",
        "ОСК-ның отырысы өтті.",
        kind="Organization",
    )
    [body] = [body for body in bodies if body.known == "cec-kz"]
    assert bodies == [body]
    assert homes(body) == {"a1", "a2", "a3"}
    assert body.slug == "organization/cec-kz"
    assert {"ОСК", "Центральная избирательная комиссия Республики Казахстан"} <= calls(body)
    assert {name.lang for name in body.names} == {"kk", "ru", "en"}


def test_an_unknown_body_is_tied_by_its_name_only() -> None:
    """Bodies that the gazetteer lacks are one when they bear one name, and two when they don't."""
    bodies = resolved(DIRECTOR, "Арқа мұрағаты жабылды.", "Орда мұрағаты жабылды.", kind="Organization")
    assert sorted((homes(body) for body in bodies), key=sorted) == [{"a1", "a2"}, {"a3"}]


def known(id_: str, row: str | None) -> Extraction:
    """Return an announcement that speaks of a body called Даму, which may be a row of the gazetteer."""
    [said] = understood("Даму есеп берді.")
    thing = Thing("organization-1", "Organization", (Name("Даму", "kk"),), row)
    claim = Claim("organization-1", "kg:memberCount", Literal("3", "integer"), (), "by-hand")
    return Extraction(replace(said.announcement, id=id_), (thing,), (), (claim,))


def test_the_gazetteer_keeps_apart_what_it_knows_apart() -> None:
    """Two rows of one name stay two bodies, and a third of that name joins neither."""
    rows = [known("a1", "damu-kz"), known("a2", "development-bank-kz"), known("a3", None)]
    assert sorted((homes(entity) for entity in resolve(rows).entities), key=sorted) == [{"a1"}, {"a2"}, {"a3"}]


def test_a_name_that_only_one_row_bears_joins_it() -> None:
    """What bears the name of the one row that is known is that row's body."""
    [body] = resolve([known("a1", "damu-kz"), known("a2", None)]).entities
    assert body.known == "damu-kz"


def test_what_is_denied_ties_nothing() -> None:
    """A post that an announcement denies is no body in common."""
    extractions = understood(DIRECTOR, "Арқа мұрағатының директоры С.Ниязова есеп берді.")
    denied = tuple(replace(claim, modality="denied") for claim in extractions[1].claims)
    people = [
        e for e in resolve([extractions[0], replace(extractions[1], claims=denied)]).entities if e.type == "Person"
    ]
    assert len(people) == 2


def test_a_denied_membership_is_kept_as_a_claim() -> None:
    """What an announcement denies can be asked for, with its words, though it is no fact."""
    text = "Арқа мұрағаты Еуразия мұрағаттар қауымдастығының мүшесі емес."
    denied = "ASK { GRAPH ?g { ?claim kg:modality 'denied' ; rdf:predicate org:member ; kg:evidence ?words } }"
    assert bool(build(read_text(text, id="a1", lang="kk")).dataset.query(denied))


def test_no_announcements_no_entities() -> None:
    """Nothing comes of nothing."""
    assert resolve([]) == Resolution(())


@cache
def corpus() -> tuple[Extraction, ...]:
    """Return what the golden cases of one announcement say, each an announcement of its own."""
    return tuple(understood(*(case.text for case in cases()[::4])))


def test_every_thing_is_one_entity() -> None:
    """No thing is lost or is two entities; IRIs are plain and no two are alike."""
    entities = resolve(corpus()).entities
    things = {(e.announcement.id, thing.key): thing for e in corpus() for thing in e.things}
    members = [member for entity in entities for member in entity.members]
    assert sorted(members) == sorted(things)
    assert all(things[member].type == entity.type for entity in entities for member in entity.members)
    slugs = [entity.slug for entity in entities]
    assert len(slugs) > 50
    assert slugs == sorted(set(slugs))
    assert all(re.fullmatch(r"[a-z]+/[a-z0-9]+(-{1,2}[a-z0-9]+)*", slug) for slug in slugs)


@given(st.permutations(range(len(corpus()))))
@settings(deadline=None, max_examples=20)
def test_order_changes_nothing(order: list[int]) -> None:
    """Announcements in any order give the same entities with the same slugs, names and reasons."""
    assert resolve([corpus()[number] for number in order]) == resolve(corpus())


@given(st.sets(st.integers(0, len(corpus()) - 1), max_size=8))
@settings(deadline=None, max_examples=20)
def test_slugs_outlive_other_announcements(left_out: set[int]) -> None:
    """What a person, body or post is called in IRIs does not hang on announcements that don't speak of it."""
    fewer = resolve([extraction for number, extraction in enumerate(corpus()) if number not in left_out]).entities
    named = {"Person", "Organization", "Role", "Country", "Place"}
    slugs = {entity.members: entity.slug for entity in resolve(corpus()).entities}
    unchanged = [entity for entity in fewer if entity.type in named and entity.members in slugs]
    assert len(unchanged) > 10
    for entity in unchanged:
        # a number behind a slug tells it from another's, which may have been left out
        assert re.sub(r"-\d+$", "", entity.slug) == re.sub(r"-\d+$", "", slugs[entity.members])


@cache
def made_up() -> tuple[Extraction, ...]:
    """Return a few announcements in three languages, the earliest first, made as for the benchmarks."""
    return tuple(sorted(Synthetic(60), key=lambda e: (e.announcement.published or "", e.announcement.id)))


@given(st.permutations(range(60)))
@settings(max_examples=5)
def test_order_changes_nothing_in_three_languages(order: list[int]) -> None:
    """Entities, slugs, names, reasons and doubts are the same for a stream of announcements in any order."""
    assert resolve(made_up()[number] for number in order) == resolve(made_up())


@given(st.integers(1, 59))
@settings(max_examples=8)
def test_later_announcements_change_no_slug(known: int) -> None:
    """What later announcements neither join with something told of earlier nor part keeps its slug."""
    early = {extraction.announcement.id for extraction in made_up()[:known]}
    before = {entity.members: entity.slug for entity in resolve(made_up()[:known]).entities}
    after = {
        tuple(member for member in entity.members if member[0] in early): entity.slug
        for entity in resolve(made_up()).entities
    }
    unchanged = before.keys() & after.keys()
    assert len(unchanged) >= len(before) * 0.7
    for members in unchanged:
        # a number tells two of one name apart, and what was parted from the first of them gets one
        assert re.sub(r"-\d+$", "", before[members]) == re.sub(r"-\d+$", "", after[members])


def test_the_made_up_announcements_are_understood_rightly() -> None:
    """Nobody is two people's entity, and nearly all bodies and meetings are one entity each."""
    synthetic = Synthetic(400)
    truth = {(e.announcement.id, key): who for e, told in synthetic.told() for key, who in told.items()}
    for entity in resolve(synthetic).entities:
        if entity.type in ("Person", "Organization", "Meeting"):
            assert len({truth[member] for member in entity.members}) == 1, entity


def test_of_many_nothing_is_remembered_of_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was remembered of names is let go of when people are done, which changes nothing of who is who."""
    extractions = list(Synthetic(120))
    before = resolve(extractions)
    assert _named.cache_info().currsize
    assert name_score.cache_info().currsize
    monkeypatch.setattr(sys.modules["kg.resolve.resolve"], "_MANY", 100)
    assert resolve(extractions) == before
    assert not _named.cache_info().currsize + name_score.cache_info().currsize
