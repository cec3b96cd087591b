"""Names of bodies and people in three languages: what is one, and what only comes near."""

from __future__ import annotations

import csv
from collections import defaultdict
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from kg.gazetteer import load
from kg.lang.person_names import split_name
from kg.records import LANGUAGES
from kg.resolve import human_name, resolve
from kg.resolve.body_name import JOINS, body_name, name_score
from kg.resolve.body_words import class_of, meaning
from tests.resolve.announced import announced, of

HERE = Path(__file__).parent
SAME = 0.85
"""The score from which on the names alone join bodies in two languages."""


def rows(file: str) -> list[dict[str, str]]:
    """Return the rows of a table of cases."""
    lines = (HERE / file).read_text("utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


BODIES = rows("bodies_in_three_languages.csv")
PEOPLE = rows("people_in_three_languages.csv")


def test_there_are_as_many_cases_as_were_written() -> None:
    """No case gets lost on the way from its file."""
    assert (len(BODIES) > 500, len(PEOPLE) > 50, len(rows("near_rows.csv")) > 10) == (True, True, True)


def marked(row: dict[str, str]) -> Any:
    """Return a row of the table as a case, which fails for a reason if the table gives one."""
    missed = row["missed"]
    return pytest.param(row, marks=[pytest.mark.xfail(reason=missed, strict=True)] if missed else [], id=row["en"])


@pytest.mark.parametrize("row", [marked(row) for row in BODIES])
def test_a_body_of_any_field_is_one_in_three_languages(row: dict[str, str]) -> None:
    """Hospitals, funds, federations, institutes and companies that no gazetteer knows mean the same in each."""
    scores = {(one, other): name_score(row[one], one, row[other], other) for one, other in combinations(LANGUAGES, 2)}
    assert min(scores.values()) >= SAME, scores


def test_bodies_of_two_rows_are_two() -> None:
    """No name of a body may be taken for another's, though most have words in common."""
    named = [(number, row[lang], lang) for number, row in enumerate(BODIES) for lang in LANGUAGES]
    sharing: dict[str, list[int]] = defaultdict(list)
    for place, (_, name, lang) in enumerate(named):
        for mark in told_by(name, lang):
            sharing[mark].append(place)
    pairs = {pair for places in sharing.values() for pair in combinations(places, 2)}
    near = [
        (named[one][1], named[other][1])
        for one, other in sorted(pairs)
        if named[one][0] != named[other][0] and name_score(*named[one][1:], *named[other][1:]) >= JOINS
    ]
    assert not near


def told_by(name: str, lang: str) -> set[str]:
    """Return what a name shares with any that it could be joined with: what it is for, or how its own words begin.

    Of a name that only says what kind of body it is, the kinds.
    """
    words = [word for word in body_name(name, lang, phrases=False).words if word.weight != "light"]
    telling = [word for word in words if word.weight != "kind"] or words
    return {mark for word in telling for mark in (*map(class_of, word.ids), word.begins)}


@pytest.mark.parametrize("row", PEOPLE, ids=lambda row: row["en"])
def test_a_person_is_one_in_three_languages(row: dict[str, str]) -> None:
    """Names of many peoples, in either order, are one whatever language spells them."""
    scores = {pair: human_name.name_score(*pair) for pair in combinations(row.values(), 2)}
    assert min(scores.values()) >= human_name.JOINS, scores


def test_people_of_two_rows_are_two() -> None:
    """No spelling of one name is taken for another name."""
    spelled = [(number, name) for number, row in enumerate(PEOPLE) for name in row.values()]
    near = [
        (one, other)
        for (mine, one), (theirs, other) in combinations(spelled, 2)
        if mine != theirs and human_name.name_score(one, other) >= human_name.JOINS
    ]
    assert not near


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("kk", "Судьялар одағы"), ("en", "Union of Arbiters")),
        (("kk", "Әділет академиясы"), ("ru", "Академия справедливости")),
        (("kk", "Мұғалімдер қауымдастығы"), ("ru", "Ассоциация преподавателей")),
        (("kk", "Балықшылар одағы"), ("ru", "Союз рыбоводов")),
        (("kk", "Физика институты"), ("en", "Institute of Physiology")),
        (("kk", "Химия институты"), ("ru", "Институт химиотерапии")),
        (("kk", "Жол полициясы"), ("en", "Transport Police")),
        (("kk", "Хоккей федерациясы"), ("ru", "Федерация хоккея на траве")),
        (("kk", "Әйелдер одағы"), ("ru", "Союз матерей")),
        (("kk", "Электроника зауыты"), ("en", "Electrical Plant")),
        (("ru", "Фонд «Весна»"), ("kk", "«Бұлақ» қоры")),
        (("en", "Golden Wing"), ("kk", "Алтын ұя")),
    ],
)
def test_words_of_one_field_are_not_one(one: tuple[str, str], other: tuple[str, str]) -> None:
    """Judges are no arbiters, physics is no physiology, and a wing is no nest."""
    assert name_score(one[1], one[0], other[1], other[0]) < JOINS


@pytest.mark.parametrize(
    ("word", "lang", "meant"),
    [
        ("жүректің", "kk", "heart"),
        ("Жүрекбаев", "kk", None),
        ("лунная", "ru", "moon"),
        ("Лунин", "ru", None),
        ("lakes", "en", "lake"),
        ("Lakeland", "en", None),
    ],
)
def test_a_short_stem_has_its_own_endings_only(word: str, lang: str, meant: str | None) -> None:
    """A stem that begins many names is a word's only with the endings of nouns and their adjectives."""
    found = meaning(word, lang)
    assert (meant in found.ids if found else None) == (True if meant else None)


@pytest.mark.parametrize("name", ["Лев Гай", "Eva Hauge", "Яков Цой", "Гаев Лев"])
def test_a_given_name_that_ends_as_surnames_do(name: str) -> None:
    """Лев is a given name, though it ends as surnames do, wherever it stands."""
    assert split_name(name).given in ("Лев", "Eva", "Яков")


@pytest.mark.parametrize("row", rows("near_rows.csv"), ids=lambda row: row["name"])
def test_what_comes_near_a_row_is_not_the_row(row: dict[str, str]) -> None:
    """A name of common words is the gazetteer's only if it is the row's in its own language, word for word."""
    assert row["row"] in load()
    [body] = of(resolve([announced("a1", lang=row["lang"], bodies=[row["name"]])]), "Organization")
    assert body.known != row["row"]


@pytest.mark.parametrize(
    ("label", "lang", "meant"),
    [
        ("Ассоциация ветроэнергетики", "ru", {"association", "wind", "energy"}),
        ("Автошеберхана", "kk", {"car", "workshop-house"}),
        ("Военно-морская академия", "ru", {"naval", "academy"}),
        ("Мұнай-газ геологиясы институты", "kk", {"oil", "gas", "geology", "institute"}),
        ("IndustriALL Global Union", "en", {"world", "union"}),
    ],
)
def test_compounds_are_all_of_their_parts(label: str, lang: str, meant: set[str]) -> None:
    """What grows together or stands with a hyphen means all its parts; a brand in mixed letters means nothing."""
    words = body_name(label, lang).words
    assert all(any(id_ in word.ids for word in words) for id_ in meant)
    assert not any("industry" in word.ids for word in words if word.text == "IndustriALL")
