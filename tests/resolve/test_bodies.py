"""Which bodies are one and which are not."""

from __future__ import annotations

import pytest

from kg.extract import extract
from kg.read import read_text
from kg.records import Announcement, Extraction, Name, Thing
from kg.resolve import resolve
from kg.resolve.body_name import JOINS, name_score
from tests.resolve.announced import announced, homes, of


@pytest.mark.parametrize(
    ("where", "row"),
    [
        ({}, "foreign-ministry-kz"),
        ({"publisher": "Министерство иностранных дел Турции"}, "foreign-ministry-tr"),
        ({"url": "https://mfa.gov.tr/news/1"}, "foreign-ministry-tr"),
        ({"url": "https://mfa.gov.kz/news/1"}, "foreign-ministry-kz"),
    ],
)
def test_a_bare_name_is_meant_in_the_state_of_the_publisher(where: dict[str, str], row: str) -> None:
    """Министерство иностранных дел is that of whoever publishes; by itself it is Kazakhstan's."""
    [body] = of(resolve([announced("a1", lang="ru", bodies=["Министерство иностранных дел"], **where)]), "Organization")
    assert body.known == row


def test_two_bodies_called_cec() -> None:
    """CEC is Kazakhstan's in one announcement and Uzbekistan's in another, so they are two."""
    told = [
        announced("a1", lang="en", bodies=["CEC"]),
        announced("a2", lang="en", bodies=["CEC"], publisher="Central Election Commission of Uzbekistan"),
    ]
    assert {body.known for body in of(resolve(told), "Organization")} == {"cec-kz", "cec-uz"}


def test_what_is_called_by_its_kind_alone_is_another_in_each_announcement() -> None:
    """Облыстық сот of two announcements is two courts, until something else makes them one."""
    told = [announced("a1", bodies=["Облыстық сот"]), announced("a2", bodies=["Облыстық сот"])]
    assert homes(resolve(told), "Organization") == ["a1", "a2"]


@pytest.mark.parametrize(
    ("name", "lang"),
    [
        ("Совет директоров", "ru"),
        ("Supervisory Board", "en"),
        ("Партияның Саяси кеңесі", "kk"),
        ("Embassy of Kazakhstan", "en"),
        ("Посольство Казахстана", "ru"),
        ("Семей филиалы", "kk"),
        ("Юридический департамент", "ru"),
        ("Федерация Казахстана", "ru"),
        ("Қазақстан қауымдастығы", "kk"),
        ("Agency of Kazakhstan", "en"),
        ("Бюро МОТ", "ru"),
        ("UNESCO Office", "en"),
    ],
)
def test_what_many_have_is_another_in_each_announcement(name: str, lang: str) -> None:
    """The boards of directors, branches and embassies of two announcements are two, where it is not said whose."""
    told = [announced(f"a{n}", lang=lang, bodies=[name], publisher="Министерство культуры Казахстана") for n in (1, 2)]
    assert homes(resolve(told), "Organization") == ["a1", "a2"]


def test_the_embassy_of_another_state_is_one_at_home() -> None:
    """The Embassy of Hungary, told of in Kazakhstan, is its embassy in Kazakhstan, and not the one in Uzbekistan."""
    names = ["Embassy of Hungary", "Embassy of Hungary in Kazakhstan", "Embassy of Hungary in Uzbekistan"]
    told = [
        announced(f"a{n}", lang="en", bodies=[name], publisher="Ministry of Culture of Kazakhstan")
        for n, name in enumerate(names)
    ]
    found = {entity.members for entity in of(resolve(told), "Organization")}
    assert sorted(sorted({member[0] for member in members}) for members in found) == [["a0", "a1"], ["a2"]]


def test_one_short_name_of_two_bodies() -> None:
    """«Байтақ» is a credit partnership in one announcement and a fund for nature in another: they are two."""
    told = [
        extract(read_text(text, id=f"a{n}", lang="kk"))
        for n, text in enumerate(
            (
                "«Байтақ» несие серіктестігінің директоры Асқар Беделов есеп берді. «Байтақ» 40 мүшеден тұрады.",
                "«Байтақ» табиғат қорының директоры Сәуле Ниязова есеп берді. «Байтақ» 12 мүшеден тұрады.",
            )
        )
    ]
    assert homes(resolve(told), "Organization") == ["a0", "a1"]


def test_a_short_form_of_one_announcement() -> None:
    """Regional Court is the one regional court that the announcement names in full; with two of them it is neither."""
    one = announced("a1", lang="en", bodies=["Tobyl Regional Court", "Regional Court"])
    two = announced("a2", lang="en", bodies=["Tobyl Regional Court", "Arka Regional Court", "Regional Court"])
    assert len(of(resolve([one]), "Organization")) == 1
    assert len(of(resolve([two]), "Organization")) == 3


@pytest.mark.parametrize(
    ("one", "one_lang", "other", "other_lang"),
    [
        ("НИИ сейсмологии", "ru", "Сейсмология ғылыми-зерттеу институты", "kk"),
        ("МВД Грузии", "ru", "Ministry of Internal Affairs of Georgia", "en"),
        ("ТПП Кыргызстана", "ru", "Қырғызстан Сауда-өнеркәсіп палатасы", "kk"),
        ("Банковская ассоциация Эстонии", "ru", "Estonian Banking Association", "en"),
        ("ХЕҰ-ның Мәскеудегі бюросы", "kk", "ILO Moscow Office", "en"),
        ("«Кенші» кәсіподағы", "kk", "Kenshi trade union", "en"),
        ("Грузинская железная дорога", "ru", "Грузин темір жолы компаниясы", "kk"),
    ],
)
def test_a_body_in_two_languages(one: str, one_lang: str, other: str, other_lang: str) -> None:
    """Letters, adjectives of states, cities that languages call otherwise and phrases of two words mean the same."""
    told = [announced("a1", lang=one_lang, bodies=[one]), announced("a2", lang=other_lang, bodies=[other])]
    assert len(of(resolve(told), "Organization")) == 1


@pytest.mark.parametrize(
    ("names", "count"),
    [
        (["Asian Football Confederation", "Asian Confederation"], 1),
        (["International Labour Organization Office in Moscow", "ILO Moscow Office"], 1),
        (["KazSuArna Water Company", "KazSuArna"], 1),
        (["University of Warsaw", "Warsaw University of Technology"], 2),
        (["Medical Institute of Orda", "Orda Technical Institute"], 2),
    ],
)
def test_two_names_in_one_announcement(names: list[str], count: int) -> None:
    """A shorter name or another order of words is the same body; another university of the same city is not."""
    assert len(of(resolve([announced("a1", lang="en", bodies=names)]), "Organization")) == count


def test_a_brand_is_told_by_its_sound() -> None:
    """Kazhydromet is Қазгидромет, though neither has a word that means something; Uzhydromet is another."""
    told = [
        announced("a1", lang="en", bodies=["Kazhydromet"]),
        announced("a2", lang="kk", bodies=["Қазгидромет"]),
        announced("a3", lang="en", bodies=["Uzhydromet"]),
    ]
    assert len(of(resolve(told), "Organization")) == 2


def test_a_member_is_not_a_short_form_of_what_it_is_a_member_of() -> None:
    """The chamber of a region is another than the republic's, which admits it and is called the Chamber afterwards."""
    text = (
        "The board of the Republican Notary Chamber met on 19 February.\n"
        "The Notary Chamber of Aqqaiyn Region was admitted as a member of the Republican Notary Chamber."
    )
    told = extract(read_text(text, id="a1", lang="en"))
    assert [body.slug for body in of(resolve([told]), "Organization")] == [
        "organization/board-of-the-republican-notary-chamber",
        "organization/notary-chamber-kz",
        "organization/notary-chamber-of-aqqaiyn-region",
    ]


def test_a_part_is_not_the_whole() -> None:
    """A branch, a committee and a faculty stay apart from what they are parts of."""
    names = ["Тобыл университеті", "Тобыл университетінің филиалы", "Тобыл университетінің Тарих факультеті"]
    assert len(of(resolve([announced(f"a{n}", bodies=[name]) for n, name in enumerate(names)]), "Organization")) == 3


def test_a_body_that_only_means_a_row_is_that_row() -> None:
    """A name that the gazetteer lacks but whose words mean what a row's name means is the row."""
    told = announced("a1", lang="ru", bodies=["Сенат Олий Мажлиса Узбекистана"])
    assert [body.known for body in of(resolve([told]), "Organization")] == ["senate-uz"]


def test_an_embassy_in_a_state_and_in_its_capital() -> None:
    """The embassy in Germany is the one in Berlin, and not the one in Japan."""
    told = [
        announced("a1", lang="en", bodies=["Embassy of Kazakhstan in Berlin"]),
        announced("a2", lang="ru", bodies=["Посольство Казахстана в Германии"]),
        announced("a3", lang="ru", bodies=["Посольство Казахстана в Японии"]),
    ]
    assert homes(resolve(told), "Organization") == ["a1 a2", "a3"]


def test_an_acronym_of_two_bodies_joins_neither() -> None:
    """ТҚА may be the one or the other, so it stays apart from both."""
    told = [
        announced("a1", bodies=["Тобыл қолөнер академиясы"]),
        announced("a2", bodies=["Тобыл құқық академиясы"]),
        announced("a3", bodies=["ТҚА"]),
    ]
    assert homes(resolve(told), "Organization") == ["a1", "a2", "a3"]


def test_what_stands_in_brackets_is_explained() -> None:
    """Where a name ends with (ICOM), what else is called ICOM in the announcement is that body."""
    told = announced("a1", lang="ru", bodies=["Международный совет музеев (ICOM)", "ICOM"])
    assert len(of(resolve([told]), "Organization")) == 1


AT_HOME = {"publisher": "Министерство юстиции Казахстана"}
NEXT_DOOR = {"publisher": "Министерство юстиции Узбекистана"}


@pytest.mark.parametrize(
    ("here", "there", "bodies"),
    [
        ("Верховный суд Республики Узбекистан", "Верховный суд Узбекистана", ["a1 a2"]),
        ("Союз художников", "Союз художников", ["a1", "a2"]),
        ("Союз художников", "Союз художников Казахстана", ["a1 a2"]),
        ("Союз художников Казахстана", "Союз художников Узбекистана", ["a1", "a2"]),
        ("Международный совет архивов", "Международный совет архивов", ["a1 a2"]),
        ("Тобольский союз художников", "Тобольский союз художников", ["a1 a2"]),
    ],
)
def test_bodies_of_two_states(here: str, there: str, bodies: list[str]) -> None:
    """The state in a name counts for more than who publishes; what every state may have is the publisher's own."""
    told = [
        announced("a1", lang="ru", bodies=[here], **AT_HOME),
        announced("a2", lang="ru", bodies=[there], **NEXT_DOOR),
    ]
    assert homes(resolve(told), "Organization") == bodies


def test_a_state_in_a_name_is_one_in_all_languages() -> None:
    """A body's state is told by its name in any case and language; the neighbour's body of that name is another."""
    told = [
        announced("a1", bodies=["Өзбекстан Республикасының Суретшілер одағы"]),
        announced("a2", lang="ru", bodies=["Союз художников Узбекистана"]),
        announced("a3", lang="en", bodies=["Union of Artists of the Republic of Uzbekistan"]),
        announced("a4", lang="en", bodies=["Union of Artists of the Kyrgyz Republic"]),
    ]
    assert homes(resolve(told), "Organization") == ["a1 a2 a3", "a4"]


def test_a_bare_name_is_no_short_form_of_the_neighbours_body() -> None:
    """Constitutional Court in a release from Budapest is Hungary's, also where Kazakhstan's is the only one named."""
    names = ["Constitutional Court of Kazakhstan", "Constitutional Court"]
    told = announced("a1", lang="en", bodies=names, publisher="Constitutional Court of Hungary, Press Office")
    assert len(of(resolve([told]), "Organization")) == 2


@pytest.mark.parametrize(
    ("names", "lang", "count"),
    [
        (["IndustriALL Global Union", "IndustriALL"], "en", 1),
        (["Tobyl Opera Theatre", "Tobyl Opera"], "en", 1),
        (["State Revenue Department for Mangystau", "Mangystau department"], "en", 1),
        (["Всемирная федерация йоги", "Федерация йоги"], "ru", 2),
        (["Казгидромет", "Мангистауский филиал РГП «Казгидромет»"], "ru", 2),
    ],
)
def test_what_a_body_is_called_for_short(names: list[str], lang: str, count: int) -> None:
    """A brand, a name without its kind and a description are the body; one without its reach and a branch are not."""
    assert len(of(resolve([announced("a1", lang=lang, bodies=names)]), "Organization")) == count


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("Департамент доходов по Мангистауской области", "Revenue Department for Mangystau", 1),
        ("Больница города Тараз", "Hospital of Taraz", 1),
        ("Больница Алматинской области", "Hospital of Almaty", 2),
    ],
)
def test_a_region_that_no_city_is_called_by(one: str, other: str, count: int) -> None:
    """A city need not be called one, nor a region that shares its name with no city; Almaty and its region are two."""
    told = [announced("a1", lang="ru", bodies=[one]), announced("a2", lang="en", bodies=[other])]
    assert len(of(resolve(told), "Organization")) == count


def test_letters_beside_another_state_are_no_name_of_a_row() -> None:
    """НАН РА, taken for Kazakhstan's academy in a text, leaves no Armenian name with it."""
    names = (Name("Национальная академия наук Казахстана", "ru"), Name("НАН РА", "ru", "acronym"))
    thing = Thing("organization-1", "Organization", names, "academy-of-sciences-kz")
    [body] = resolve([Extraction(Announcement("a1", "text", "ru", "2021-03-05"), (thing,))]).entities
    assert "НАН РА" not in {name.text for name in body.names}


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Кардиологический центр Иргизской больницы", "Кардиологический центр"),
        ("Посольство Казахстана в Португалии", "Посольство Казахстана"),
    ],
)
def test_a_short_name_of_one_is_not_another_that_has_no_other(full: str, short: str) -> None:
    """A cardiology centre of which no more is told is no centre of a hospital, though that is called so in its text."""
    names = (Name(full, "ru", "full"), Name(short, "ru", "full"))
    told = [
        Extraction(Announcement("a1", "", "ru", "2024-05-02"), (Thing("body-1", "Organization", names),), (), ()),
        announced("a2", lang="ru", bodies=[short]),
    ]
    assert len(of(resolve(told), "Organization")) == 2


def test_a_region_s_body_is_no_row_by_its_short_name() -> None:
    """The Spiritual Administration of Muslims of a region is not the country's, which is called so."""
    full, short = "Духовное управление мусульман Иргизской области", "Духовное управление мусульман"
    names = (Name(full, "ru", "full"), Name(short, "ru", "short"))
    thing = Thing("body-1", "Organization", names)
    [body] = of(resolve([Extraction(Announcement("a1", "", "ru", "2024-05-02"), (thing,), (), ())]), "Organization")
    assert body.known is None


def test_letters_of_another_row_are_no_name_of_a_row() -> None:
    """FAO, in brackets behind the United Nations whose organization it is, names the organization alone."""
    names = (Name("United Nations", "en", "full"), Name("FAO", "en", "acronym"))
    thing = Thing("body-1", "Organization", names, "un")
    [body] = of(resolve([Extraction(Announcement("a1", "", "en", "2024-05-02"), (thing,), (), ())]), "Organization")
    assert "FAO" not in [name.text for name in body.names]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (
            "Kazakhstan Resident Mission of the Asian Development Bank",
            "Азия даму банкінің Қазақстандағы тұрақты өкілдігі",
            1,
        ),
        ("UNICEF Kazakhstan Country Office", "ЮНИСЕФ-тің Қазақстандағы кеңсесі", 1),
        ("UNICEF Tajikistan Country Office", "ЮНИСЕФ-тің Қазақстандағы кеңсесі", 0),
        ("Kazakh-Turkish Business Council", "Қазақстан-Түрік іскерлік кеңесі", 1),
        ("Business Council of Kazakhstan", "Қазақстан-Түрік іскерлік кеңесі", 0),
        ("Ekibastuz GRES-1", "Екібастұз МАЭС-1", 1),
        ("Ekibastuz GRES-2", "Екібастұз МАЭС-1", 0),
        ("28th Criminal Court of Shymkent", "Шымкент қаласының 28-қылмыстық соты", 1),
        ("29th Criminal Court of Shymkent", "Шымкент қаласының 28-қылмыстық соты", 0),
    ],
)
def test_hosts_pairs_of_states_and_numbers(one: str, other: str, same: int) -> None:
    """Where an office is may stand before it; a body of two states is none of one; numbers count behind hyphens too."""
    assert (name_score(one, "en", other, "kk") >= JOINS) == bool(same)


def test_letters_of_any_region_join_nothing() -> None:
    """ДЧС is the emergency department of any region, so that of one is not what another text calls so."""
    full = "Департамент по чрезвычайным ситуациям Мангистауской области"
    names = (Name(full, "ru", "full"), Name("ДЧС", "ru", "acronym"))
    told = [
        Extraction(Announcement(id_, "", "ru", "2024-05-02"), (Thing("body-1", "Organization", called),), (), ())
        for id_, called in (("a1", names), ("a2", names[1:]))
    ]
    assert len(of(resolve(told), "Organization")) == 2
