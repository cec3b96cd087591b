"""Who bears one name and is one, and who bears it and is another."""

from __future__ import annotations

import pytest

from kg.resolve import resolve
from kg.resolve.human_name import name_score
from kg.resolve.score import DOUBTFUL, JOINS
from tests.resolve.announced import announced, homes, of

JUDGE = announced("a1", ("Қанат Ибраев", "Судья", "Қостанай облыстық соты"), day="2021-03-05")
RECTOR = announced("a2", ("Қанат Ибраев", "Ректор", "Мұғалжар университеті"), day="2021-03-20")


def test_namesakes_at_bodies_that_have_nothing_in_common_stay_apart_and_are_listed() -> None:
    """A judge in one region and a rector in another may be one man, which a person must say; the doubt says why."""
    found = resolve([JUDGE, RECTOR])
    assert homes(found, "Person") == ["a1", "a2"]
    [doubt] = found.doubts
    assert (doubt.one, doubt.other) == ("person/kanat-ibraev", "person/kanat-ibraev-2")
    assert DOUBTFUL <= doubt.score < JOINS
    assert ("same_full_name", 0.6) in doubt.features


def test_who_changes_post_stays_one() -> None:
    """Who is said to have left one post when the other is told of is the same man."""
    moved = announced(
        "a2",
        ("Қанат Ибраев", "Ректор", "Мұғалжар университеті", "2021-09-01"),
        ended=[("Қанат Ибраев", "Судья", "Қостанай облыстық соты")],
        day="2021-09-02",
    )
    assert homes(resolve([JUDGE, moved]), "Person") == ["a1 a2"]


def test_who_rises_in_one_body_stays_one() -> None:
    """Another post at the same body is a career."""
    chair = announced("a2", ("Қанат Ибраев", "Төраға", "Қостанай облыстық соты"), day="2023-03-20")
    assert homes(resolve([JUDGE, chair]), "Person") == ["a1 a2"]


def test_a_name_alone_goes_with_the_only_bearer() -> None:
    """Nothing is said against it; but where two bear the name it is neither's."""
    bare = announced("a3", people=["Қанат Ибраев"])
    assert homes(resolve([JUDGE, bare]), "Person") == ["a1 a3"]
    assert homes(resolve([JUDGE, RECTOR, bare]), "Person") == ["a1", "a2", "a3"]


def test_brothers_in_one_office_are_two() -> None:
    """Surname, father, body and company in common say nothing where the given names differ; it isn't even a doubt."""
    beside = ("Жанар Сейтова", "Дана Оразова", "Ерлан Тілеуов")
    told = [
        announced(
            f"a{n}", (f"{name} Серікұлы Беделов", "Директор", "Арқа мұрағаты"), people=beside, day=f"202{n}-03-05"
        )
        for n, name in enumerate(("Асқар", "Нұрлан"), 1)
    ]
    found = resolve(told)
    assert len([one for one in of(found, "Person") if "bedelov" in one.slug]) == 2
    assert not found.doubts


@pytest.mark.parametrize(("one", "other", "people"), [("Серікұлы", "Серікұлы", 1), ("Серікұлы", "Маратұлы", 2)])
def test_patronymics_tell(one: str, other: str, people: int) -> None:
    """Name, patronymic and surname in common make one person at two bodies; another patronymic makes two at one."""
    bodies = ("Қостанай облыстық соты", "Мұғалжар университеті") if people == 1 else ("Арқа мұрағаты",) * 2
    told = [
        announced(f"a{n}", (f"Қанат {father} Ибраев", "Директор", body), day=f"202{n}-03-05")
        for n, (father, body) in enumerate(zip((one, other), bodies, strict=True), 1)
    ]
    assert len(of(resolve(told), "Person")) == people


def test_two_people_of_one_announcement_stay_two_everywhere() -> None:
    """А. Жұмабеков of another announcement can't make one of Асқар and Арман, who are both told of in the first."""
    both = announced(
        "a1", ("Асқар Жұмабеков", "Төраға", "Арқа мұрағаты"), ("Арман Жұмабеков", "Директор", "Арқа мұрағаты")
    )
    short = announced("a2", ("А. Жұмабеков", "Өкіл", "Арқа мұрағаты"))
    found = resolve([both, short])
    assert homes(found, "Person") == ["a1", "a1", "a2"]
    assert len([d for d in found.doubts if d.one.startswith("person/")]) == 2


def test_a_name_that_thousands_bear() -> None:
    """Each of 1,000 namesakes at a body of his own stays by himself, and the doubts listed are few, not millions."""
    told = [
        announced(f"a{n:04}", ("Нұрлан Ахметов", "Директор", f"№ {n} мектеп"), day=f"20{n % 20:02}-03-05")
        for n in range(1_000)
    ]
    found = resolve(told)
    assert len(of(found, "Person")) == 1_000
    assert len(found.doubts) < 10 * 1_000


def test_what_is_told_many_times_is_one_node() -> None:
    """Five thousand announcements that name one man at one post are one man with five thousand members."""
    told = (
        announced(f"a{n:05}", ("Нұрлан Ахметов", "Директор", "Арқа мұрағаты"), day="2021-03-05") for n in range(5_000)
    )
    [person] = of(resolve(told), "Person")
    assert len(person.members) == 5_000


@pytest.mark.parametrize(
    ("russian", "english", "one"),
    [
        ("Ван Цян", "Wang Qiang", True),
        ("Ван Цянь", "Wang Qian", True),
        ("Ван Цян", "Wang Qian", False),
        ("Ван Цянь", "Wang Qiang", False),
        ("Чжао Лэцзи", "Zhao Leji", True),
        ("Анна Ли", "Anna Li", True),
        ("Алан Ли", "Alan Li", True),
    ],
)
def test_chinese_names_answer_syllable_by_syllable(russian: str, english: str, one: bool) -> None:
    """Pinyin and Palladius' system answer exactly, so a soft sign tells two people apart; Анна Ли is no pinyin."""
    assert (name_score(russian, english) >= JOINS) is one
    assert (name_score(english, russian) >= JOINS) is one
