"""What a person decided is obeyed, and what has no effect is listed."""

from __future__ import annotations

import pytest

from kg.records import Judgement, Resolution
from kg.resolve import resolve
from tests.resolve.announced import announced, homes, of

JUDGE = announced("a1", ("Қанат Ибраев", "Судья", "Қостанай облыстық соты"))
RECTOR = announced("a2", ("Қанат Ибраев", "Ректор", "Мұғалжар университеті"), day="2021-03-20")
OTHER = announced("a3", ("Дамир Кенжин", "Төраға", "Арқа мұрағаты"), day="2021-04-01")


def judged(*judgements: tuple[str, ...]) -> Resolution:
    """Return who is who when this is judged; the lines are numbered from 2."""
    lines = [
        Judgement(verdict, subject, "", object_, *rest, source="judgements.csv", line=number)
        for number, (verdict, subject, object_, *rest) in enumerate(judgements, 2)
    ]
    return resolve([JUDGE, RECTOR, OTHER], judgements=lines)


ONE, TWO, THIRD = "person/kanat-ibraev", "person/kanat-ibraev-2", "person/damir-kenzhin"


@pytest.mark.parametrize("one", [ONE, f"https://w3id.org/habar/id/{ONE}", "Қанат Ибраев @ a1"])
def test_same(one: str) -> None:
    """Two that would stay apart are one, meant by slug, by IRI or by a name in one announcement."""
    found = judged(("same", one, TWO))
    assert homes(found, "Person") == ["a1 a2", "a3"]
    assert not found.idle
    assert any("judged" in reason for reason in found.entities[[e.slug for e in found.entities].index(ONE)].reasons)


def test_even_people_of_other_names() -> None:
    """A person knows better: a maiden name, a pen name."""
    assert homes(judged(("same", ONE, "Дамир Кенжин")), "Person") == ["a1 a3", "a2"]


def test_different() -> None:
    """Two that would be one are two, each meant by a name and the announcement."""
    told = [JUDGE, announced("a2", ("Қанат Ибраев", "Судья", "Қостанай облыстық соты"), day="2021-03-20")]
    assert homes(resolve(told), "Person") == ["a1 a2"]
    line = Judgement("different", "Қанат Ибраев @ a1", "", "Қанат Ибраев @ a2")
    found = resolve(told, judgements=[line])
    assert homes(found, "Person") == ["a1", "a2"]
    assert not found.idle


def test_different_holds_through_others() -> None:
    """What is different stays so through a third that either could be joined with, and through judgements."""
    found = judged(("different", ONE, TWO), ("same", ONE, THIRD), ("same", TWO, THIRD))
    assert homes(found, "Person") == ["a1 a3", "a2"]
    [idle] = found.idle
    assert idle.source == "judgements.csv"
    assert "judgements.csv:4" in idle.reason
    assert "line 2" in idle.reason


def test_opposites_cancel_out() -> None:
    """Same and different of one pair: neither is obeyed, and each names the other's line."""
    found = judged(("same", ONE, TWO), ("different", TWO, ONE))
    assert homes(found, "Person") == homes(judged(), "Person")
    assert [("line 3" in idle.reason, "line 2" in idle.reason) for idle in found.idle] == [(True, False), (False, True)]


def test_rename() -> None:
    """The name given is the first in its language; the others stay, and so does the slug."""
    found = judged(("rename", THIRD, "Дәмір Кенжин", "kk"))
    [person] = [entity for entity in of(found, "Person") if entity.slug == THIRD]
    assert [name.text for name in person.names] == ["Дәмір Кенжин", "Дамир Кенжин"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (("same", "person/nobody", ONE), "names nothing"),
        (("same", "Асан Үсенов", ONE), "names nothing"),
        (("different", "Қанат Ибраев", THIRD), f"ambiguous: Қанат Ибраев may be {ONE}, {TWO}"),
        (("same", ONE, "Арқа мұрағаты"), "one class"),
        (("different", ONE, ONE), "names one thing twice"),
        (("rename", THIRD, "Дәмір Кенжин", "xx"), "kk, ru, en"),
        (("reject", "person/nobody", "Дамир Кенжин"), "names nothing"),
    ],
)
def test_what_has_no_effect_is_listed(line: tuple[str, ...], reason: str) -> None:
    """A judgement that can't be obeyed changes nothing and says why, with its file and line."""
    found = judged(line)
    [idle] = found.idle
    assert reason in idle.reason
    assert "judgements.csv:2" in idle.reason
    assert found.entities == judged().entities


def test_a_slug_of_the_present_resolution_is_understood() -> None:
    """A line may speak of what another line has made: the second half of what was one."""
    told = [JUDGE, announced("a2", ("Қанат Ибраев", "Судья", "Қостанай облыстық соты"), day="2021-03-20")]
    lines = [
        Judgement("different", "Қанат Ибраев @ a1", "", "Қанат Ибраев @ a2", line=2),
        Judgement("rename", TWO, "", "Қанат Маратұлы Ибраев", "kk", line=3),
    ]
    found = resolve(told, judgements=lines)
    assert not found.idle
    [second] = [entity for entity in found.entities if entity.slug == TWO]
    assert second.names[0].text == "Қанат Маратұлы Ибраев"
    assert [home for home, _ in second.members] == ["a2"]
