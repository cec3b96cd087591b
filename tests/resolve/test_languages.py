"""Who is one and who is not, across languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.extract import extract
from kg.read import read_text
from kg.records import Entity
from kg.resolve import resolve
from kg.resolve.sound import sound, sound_of_name, sound_of_title

KAZAKH = "Арқа мұрағатының директоры Сәуле Ниязова мен Тобыл университетінің ректоры Асқар Беделов көрмені ашты."
RUSSIAN = "Директор Аркинского архива Сауле Ниязова и ректор Тобольского университета Аскар Беделов открыли выставку."
ENGLISH = "Saule Niyazova, Director of the Arka Archive, and Askar Bedelov, Rector of Tobyl University, opened a show."


def resolved(kind: str, **texts: tuple[str, str]) -> list[tuple[str, ...]]:
    """Return, for each entity of a class, the languages that name it; each text is (words, day of publication)."""
    entities: tuple[Entity, ...] = resolve(
        [
            extract(replace(read_text(text, id=lang, lang=lang), published=day))
            for lang, (text, day) in sorted(texts.items())
        ]
    ).entities
    return [tuple(sorted({home for home, _ in e.members})) for e in entities if e.type == kind]


@pytest.mark.parametrize(
    "spellings",
    [
        ("Имашев", "Imashev"),
        ("Жақсылықов", "Жаксылыков", "Zhaksylykov"),
        ("Ерболат", "Yerbolat", "Erbolat"),
        ("Рахымбаева", "Rakhymbayeva", "Rakhymbaeva"),
        ("Қасым", "Касым", "Qasym", "Kassym"),
        ("Лусия", "Lucía"),
        ("Ёнг-Хи", "Yong-Hi"),
    ],
)
def test_spellings_of_one_sound(spellings: tuple[str, ...]) -> None:
    """The spellings of a name in three languages sound alike."""
    assert len({sound(word) for word in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("Марат", "Мұрат"), ("Асан", "Асхат"), ("Серікова", "Серіков"), ("Ким", "Кин")]
)
def test_other_names_sound_otherwise(one: str, other: str) -> None:
    """Names that only look alike don't sound alike."""
    assert sound(one) != sound(other)


def test_a_name_of_one_word_has_no_sound_to_join_by() -> None:
    """A surname with an initial is compared with nobody in another language; a patronymic is no surname."""
    assert sound_of_name("Б. Имашев") == sound_of_name("Имашев") == ""
    assert sound_of_name("Берік Мәжитұлы Имашев") == sound_of_name("Имашев Берик Мажитович") != ""


def test_a_person_is_one_in_all_languages() -> None:
    """Given name and surname join the announcements in three languages, whatever their days."""
    found = resolved("Person", kk=(KAZAKH, "2021-03-05"), ru=(RUSSIAN, "2021-03-05"), en=(ENGLISH, "2021-04-01"))
    assert found == [("en", "kk", "ru")] * 2


def test_a_body_is_one_where_the_same_people_head_it() -> None:
    """Two bodies with names in two languages are one: the same day tells the same two people at the same posts."""
    found = resolved("Organization", kk=(KAZAKH, "2021-03-05"), ru=(RUSSIAN, "2021-03-05"), en=(ENGLISH, "2021-03-05"))
    assert found == [("en", "kk", "ru")] * 2


def test_names_that_mean_the_same_join_on_any_day() -> None:
    """Арқа мұрағаты is Аркинский архив by what the words mean, whoever heads it then."""
    kazakh = "Арқа мұрағатының директоры Сәуле Ниязова көрмені ашты."
    russian = "Директор Аркинского архива Аскар Беделов открыл выставку."
    assert resolved("Organization", kk=(kazakh, "2021-03-05"), ru=(russian, "2022-03-05")) == [("kk", "ru")]


@pytest.mark.parametrize(("day", "bodies"), [("2021-03-05", 1), ("2022-03-05", 2)])
def test_a_name_that_says_nothing_joins_on_the_same_day(day: str, bodies: int) -> None:
    """Two names without a word in common are one body's in versions of one announcement, on another day two bodies'."""
    kazakh = "Таңшолпан мектебінің директоры Сәуле Ниязова мен профессор Дамир Кенжин көрмені ашты."
    russian = "Директор школы «Восход» Сауле Ниязова и профессор Дамир Кенжин открыли выставку."
    assert len(resolved("Organization", kk=(kazakh, "2021-03-05"), ru=(russian, day))) == bodies


def test_one_person_in_common_is_not_enough() -> None:
    """One director in two announcements of a day may head two bodies."""
    alone = "Директор Аркинского музея Сауле Ниязова открыла выставку."
    assert len(resolved("Organization", kk=(KAZAKH, "2021-03-05"), ru=(alone, "2021-03-05"))) == 3


def test_a_programme_is_one_in_any_alphabet() -> None:
    """A title that is only spelled, not translated, joins the programmes; a short one does not."""
    assert sound_of_title("Шәкірт") == sound_of_title("Shakirt") != ""
    assert sound_of_title("Нұр") == ""
    kazakh = "2021 жылы Тобыл университеті «Шәкірт» бағдарламасына қосылды."
    english = "In 2021 Tobyl University joined the Shakirt programme."
    assert resolved("Program", kk=(kazakh, "2021-03-05"), en=(english, "2022-03-05")) == [("en", "kk")]


def test_initials_that_are_introduced_before_a_namesake_are_another() -> None:
    """A. Nurov, Secretary of one body, and then Alan Nurov, Director of another: nobody is introduced twice."""
    two = (
        "A. Nurov, Executive Secretary of the Tobyl Commission, met Saule Niyazova, Director of the Arka Archive. "
        "Alan Nurov, Director of the Kostanay Museum, took part in the meeting."
    )
    assert len(resolved("Person", en=(two, "2021-03-05"))) == 3
    again = (
        "Alan Nurov, Executive Secretary of the Tobyl Commission, met Saule Niyazova, Director of the Arka Archive. "
        "A. Nurov thanked her."
    )
    assert len(resolved("Person", en=(again, "2021-03-05"))) == 2


def test_korean_names_that_differ_in_a_syllable_are_two() -> None:
    """Where no word is known to be the surname each must answer: Ким Ён Хи is not Ким Ён Хо."""
    text = "Ректор Университета Ханыль Ким Ён Хи и директор Аркинского архива Ким Ён Хо открыли выставку."
    assert len(resolved("Person", ru=(text, "2021-03-05"))) == 2


def test_committees_of_one_name_in_two_chambers_are_two() -> None:
    """What a body is part of tells it apart though its own words are the same."""
    text = (
        "Мәжілістің Аграрлық мәселелер комитетінің төрағасы Асқар Беделов Тәжікстан Намояндагон палатасының "
        "Аграрлық мәселелер комитетінің төрағасы Фаррух Назаровпен кездесті."
    )
    entities = resolve([extract(replace(read_text(text, id="a", lang="kk"), published="2021-03-05"))]).entities
    assert len([e for e in entities if any(n.text.endswith("Аграрлық мәселелер комитеті") for n in e.names)]) == 2


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            "Alan Nurov, Director of the Tobyl Water Museum (until September 2025, the Tobyl Irrigation Museum), came.",
        ),
        ("ru", "Директор Тобольского музея воды (до сентября 2025 года — Музей орошения) Алан Нуров открыл выставку."),
        ("kk", "Тобыл су мұражайының (2025 жылға дейін – Тобыл суару мұражайы) директоры Алан Нұров көрмені ашты."),
    ],
)
def test_a_name_in_brackets_that_a_body_had_is_the_bodys(lang: str, text: str) -> None:
    """Until a day, formerly: what stands so behind a body's name is an older name of it, not another body."""
    assert resolved("Organization", **{lang: (text, "2025-11-05")}) == [(lang,)]


def test_a_programme_with_translated_title_is_one_where_it_is_the_only_one() -> None:
    """Егінші is Ploughman where the same branch joins the only programme that either version tells of."""
    kazakh = KAZAKH + " Арқа мұрағаты «Егінші» бағдарламасына қосылды."
    english = ENGLISH + " The Arka Archive joined the Ploughman programme."
    assert resolved("Program", kk=(kazakh, "2021-03-05"), en=(english, "2021-03-05")) == [("en", "kk")]
    two = english + " The Kostanay Museum joined the Beekeeper programme."
    assert len(resolved("Program", kk=(kazakh, "2021-03-05"), en=(two, "2021-03-05"))) == 3


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "ru",
            "В Ташкенте председатель ЦИК Улугбек Назиров встретился с председателем Центральной избирательной "
            "комиссии Казахстана Ержаном Сартаевым.",
        ),
        (
            "en",
            "Ulugbek Nazirov, Chairman of the CEC, met in Tashkent with Yerzhan Sartayev, Chairman of the Central "
            "Election Commission of Kazakhstan.",
        ),
    ],
)
def test_two_heads_head_two_bodies(lang: str, text: str) -> None:
    """A body has one chair: the commission without a state is that of the other state the text speaks of."""
    found = resolve([extract(replace(read_text(text, id="a", lang=lang), published="2025-03-13"))])
    assert {e.known for e in found.entities if e.type == "Organization"} == {"cec-kz", "cec-uz"}


@pytest.mark.parametrize(
    ("publisher", "bodies"),
    [("Республики Узбекистан", {"cec-kz", "cec-uz"}), ("Республики Казахстан", {"cec-kz"})],
)
def test_bare_letters_mean_the_publishers_body(publisher: str, bodies: set[str]) -> None:
    """What a publisher calls ЦИК is that of its own state, also beside another state's."""
    text = (
        "В ЦИК подвели итоги года. Члены ЦИК поблагодарили председателя Центральной избирательной комиссии Республики "
        f"Казахстан Ержана Сартаева за приезд.\nПресс-служба Центральной избирательной комиссии {publisher}"
    )
    found = resolve([extract(replace(read_text(text, id="a", lang="ru"), published="2025-03-13"))])
    assert {e.known for e in found.entities if e.type == "Organization"} == bodies


def test_two_heads_at_home_stay_at_one_body() -> None:
    """Where no other state is spoken of, one has followed the other, and the commission is one."""
    text = (
        "Председатель ЦИК Улугбек Назиров поблагодарил бывшего председателя Центральной избирательной комиссии "
        "Казахстана Ержана Сартаева."
    )
    found = resolve([extract(replace(read_text(text, id="a", lang="ru"), published="2025-03-13"))])
    assert [e.known for e in found.entities if e.type == "Organization"] == ["cec-kz"]


def test_a_surname_in_another_case_is_nobody_new() -> None:
    """Where initials stand before a surname that stays in the accusative, it is hers whom the text names."""
    text = (
        "Председатель Аркинского архива Гаухар Сарсенбаева побывала в Кишинёве. "
        "Г. Сарсенбаеву приняла директор Тобольского музея Виорика Руссу."
    )
    found = resolve([extract(replace(read_text(text, id="a", lang="ru"), published="2025-03-13"))])
    assert len([e for e in found.entities if e.type == "Person"]) == 2


MET = (
    "4 наурызда Арқа мұрағатының директоры Сәуле Ниязова Таразда "
    "Хагенбург сыбызғы институтының директоры Юрген Вайсманмен кездесті.",
    "On 4 March Saule Niyazova, Director of the Arka Archive, met Jürgen Weissmann, Director of the Hagenburg Bagpipe "
    "Institute, in Taraz.",
)


@pytest.mark.parametrize(("day", "one"), [("2021-03-12", True), ("2021-03-30", False)])
def test_a_guest_tells_of_the_encounter_a_week_later(day: str, one: bool) -> None:
    """Announcements that date an encounter of the same people alike are versions though days lie between them."""
    found = resolved("Organization", kk=(MET[0], "2021-03-05"), en=(MET[1], day))
    assert (("en", "kk") in found and len(found) == 2) is one
