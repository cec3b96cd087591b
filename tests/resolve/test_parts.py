"""Departments and other parts, which every body has."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from kg.records import Announcement, Claim, Extraction, Name, Thing
from kg.resolve import resolve
from tests.resolve.announced import homes


def told(id_: str, part: str, whole: str, *, lang: str = "en", owned: bool = True) -> Extraction:
    """Return an announcement that tells of a part and of a body, and whether the one is the other's."""
    things = (
        Thing("organization-1", "Organization", (Name(part, lang),)),
        Thing("organization-2", "Organization", (Name(whole, lang),)),
    )
    of = Claim("organization-1", "org:subOrganizationOf", "organization-2", (), "by-hand")
    return Extraction(Announcement(id_, f"text of {id_}", lang, "2021-03-05"), things, (), (of,) if owned else ())


def departments(extractions: Iterable[Extraction]) -> list[str]:
    """Return which announcements tell of each part."""
    parts = [
        (" ".join(sorted(home for home, key in entity.members if key == "organization-1")))
        for entity in resolve(list(extractions)).entities
        if any(key == "organization-1" for _, key in entity.members)
    ]
    return sorted(parts)


def test_a_department_of_two_bodies_is_two() -> None:
    """The Department of Cartography of one library is not that of another."""
    both = [
        told("a1", "Department of Cartography", "Hagenburg Library"),
        told("a2", "Department of Cartography", "Orda Library"),
    ]
    assert departments(both) == ["a1", "a2"]


def test_a_department_is_one_in_two_languages() -> None:
    """A department of one body is one by its name without the body's, whatever the language."""
    both = [
        told("a1", "Department of Marine Mammals of the Tobyl Institute of Fisheries", "Tobyl Institute of Fisheries"),
        told("a2", "Отдел морских млекопитающих", "Тобольский институт рыбного хозяйства", lang="ru"),
    ]
    assert departments(both) == ["a1 a2"]


@pytest.mark.parametrize(("whole", "parts"), [("Hagenburg Library", ["a1 a2"]), ("Orda Library", ["a1", "a2"])])
def test_whose_a_department_is_may_be_told_elsewhere(whole: str, parts: list[str]) -> None:
    """Where nobody says whose it is, it is that of the only body told of beside it that has such a department."""
    both = [
        told("a1", "Department of Cartography", "Hagenburg Library"),
        told("a2", "Department of Cartography", whole, owned=False),
    ]
    assert departments(both) == parts


def test_a_national_laboratory_is_no_part() -> None:
    """What is a nation's is one by its name, wherever it is told of."""
    both = [
        told("a1", "National Laboratory of Rare Earth Metals", "Hagenburg Library", owned=False),
        told("a2", "Сирек жер металдары ұлттық зертханасы", "Орда кітапханасы", lang="kk", owned=False),
    ]
    assert "a1 a2" in homes(resolve(both), "Organization")
