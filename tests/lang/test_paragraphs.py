"""Which language each paragraph is in, and what an announcement in two languages says."""

from __future__ import annotations

import pytest

from kg.extract import extract
from kg.lang.likeness import likeness
from kg.lang.packs import read
from kg.lang.paragraphs import foreign_paragraphs
from kg.read import read_text

ENGLISH = "On 4 March 2021 Berik Imashev met Jens Holm, Head of the Baltic Press Institute, in Astana."
RUSSIAN = (
    "3 марта 2021 года Берик Имашев принял в Астане директора Музея Тобола Айгуль Оспанову, и они обсудили выставку."
)
KAZAKH = "2021 жылғы 4 наурызда Мәдениет министрі Айгүл Оспанова Астанада Ержан Мұқановпен кездесті."


@pytest.mark.parametrize(
    ("own", "lines", "foreign"),
    [
        ("en", [ENGLISH, RUSSIAN], {2: "ru"}),
        ("en", [ENGLISH, KAZAKH], {2: "kk"}),
        ("kk", [KAZAKH, RUSSIAN], {2: "ru"}),
        ("kk", [KAZAKH, KAZAKH], {}),
        ("ru", [RUSSIAN, ENGLISH], {2: "en"}),
        ("ru", [RUSSIAN, KAZAKH], {2: "kk"}),
        ("ru", [RUSSIAN, "Айгүл Оспанова, Ержан Мұқанов, Қайрат Нұрғалиев."], {}),
        ("en", [ENGLISH, "Музей Тобола"], {}),
        ("en", [ENGLISH, "The motto of the museum is Музей Тобола, and it stands above the door of the hall."], {}),
        ("kk", [KAZAKH, "Tobyl Museum, Baltic Press Institute"], {}),
    ],
)
def test_paragraphs_of_another_language(own: str, lines: list[str], foreign: dict[int, str]) -> None:
    """A paragraph is of another language when most of its words are; short lines and names stay with the whole."""
    announcement = read_text("\n".join(["Title", *lines]), id="case", lang=own)
    assert foreign_paragraphs(announcement) == foreign


def test_sentences_stay_in_the_order_of_the_text() -> None:
    """Whatever reads them, sentences come in order, with the number of their line and the language of their words."""
    announcement = read_text("\n".join(["Title", ENGLISH, RUSSIAN, ENGLISH]), id="case", lang="en")
    sentences = read(announcement)
    assert [s.start for s in sentences] == sorted(s.start for s in sentences)
    assert [s.line for s in sentences] == [0, 1, 2, 3]
    assert {chunk.lang for s in sentences if s.line == 2 for chunk in s.chunks} == {"ru"}
    assert {chunk.lang for s in sentences if s.line == 1 for chunk in s.chunks} == {""}


def test_one_person_in_two_alphabets() -> None:
    """Berik Imashev and Берик Имашев of one announcement are one person, with a name in each language."""
    told = extract(read_text("\n".join(["Title", ENGLISH, RUSSIAN]), id="case", lang="en"))
    people = {
        frozenset((name.text, name.lang) for name in thing.names) for thing in told.things if thing.type == "Person"
    }
    assert frozenset({("Berik Imashev", "en"), ("Берик Имашев", "ru")}) in people
    met = {claim.subject for claim in told.claims if claim.predicate == "kg:participant"}
    assert len(met) == 2


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Berik Imashev", "Берик Имашев", True),
        ("Yerzhan Mukanov", "Ержан Мұқанов", True),
        ("Kassym Zhomartov", "Қасым Жомартов", True),
        ("B. Imashev", "Б. Имашев", True),
        ("Berik Imashev", "Берик Ибрашев", False),
        ("Aigul Ospanova", "Айгерим Оспанова", False),
    ],
)
def test_spellings_of_a_name(one: str, other: str, alike: bool) -> None:
    """The spellings of a name in two alphabets come out alike, those of two names do not."""
    assert (likeness(one) == likeness(other)) == alike
