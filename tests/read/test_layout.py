"""What each line of an announcement is for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read.layout import layout

KINDS = {"date", "image", "title", "paragraph", "footer"}


def kinds(text: str) -> list[tuple[str, str]]:
    """Return kind and words of each line."""
    return [(line.kind, text[line.start : line.end]) for line in layout(text)]


def test_an_announcement_in_full() -> None:
    """Date line, image line, title, paragraphs and footers are told apart, with exact offsets."""
    text = (
        "14.05.2021 18:00 |\n![](photo.jpg) |\nМинистр ауыл мұғалімдерімен кездесті\n\n"
        "  Бүгін министр Қарағандыда мұғалімдермен кездесті.\nАнықтама: облыста 12 мың мұғалім бар.\n"
        "Министрліктің баспасөз қызметі\nТел.: 8 (7172) 00-00-00\n"
    )
    assert kinds(text) == [
        ("date", "14.05.2021 18:00"),
        ("image", "![](photo.jpg)"),
        ("title", "Министр ауыл мұғалімдерімен кездесті"),
        ("paragraph", "Бүгін министр Қарағандыда мұғалімдермен кездесті."),
        ("paragraph", "Анықтама: облыста 12 мың мұғалім бар."),
        ("footer", "Министрліктің баспасөз қызметі"),
        ("footer", "Тел.: 8 (7172) 00-00-00"),
    ]


def test_a_date_under_the_title() -> None:
    """English announcements put place and date under the title."""
    text = "Council meets teachers\nSemey, 14.05.2021\nThe Council met rural teachers today.\nThey talked about roads."
    assert [kind for kind, _ in kinds(text)] == ["title", "date", "paragraph", "paragraph"]


def test_a_headline_under_a_letterhead() -> None:
    """Short lines without a stop under the first title are titles too; a sentence or what a colon ends is none."""
    text = "Пресс-служба суда\n14 октября 2022 года\nСудьи учились писать\nСегодня прошёл семинар.\nБыло так:\nВсё."
    assert [kind for kind, _ in kinds(text)] == ["title", "date", "title", "paragraph", "paragraph", "paragraph"]


def test_a_date_at_the_end() -> None:
    """A date alone on the last line is the date line of the announcement."""
    text = "Кеңес отырысы\nБүгін кеңес отырысы өтті.\nОған он адам қатысты.\nҮш мәселе қаралды.\nШешім жоқ.\n14.05.2021"
    assert kinds(text)[-1] == ("date", "14.05.2021")


def test_a_date_in_the_middle_belongs_to_the_story() -> None:
    """A line with a date alone, far from both ends, is no date line."""
    story = ["Кеңес отырысы", *["Бүгін кеңес отырысы өтті."] * 6, "14.05.2021", "Онда үш мәселе қаралды."]
    assert ("paragraph", "14.05.2021") in kinds("\n".join(story))


@pytest.mark.parametrize("line", ["![]() |", "![сурет](a.png)", '<img src="a.png">', "| ![a](b) | ![c](d) |"])
def test_image_lines(line: str) -> None:
    """Images in Markdown, in a table or in HTML are image lines."""
    assert kinds(f"{line}\nТақырып\nМәтін.")[0][0] == "image"


def test_words_beside_an_image() -> None:
    """A line with an image and words is no image line."""
    assert kinds("![](a.png) Тақырып осы\nМәтін.")[0][0] == "title"


@pytest.mark.parametrize("piece", ["![](", "<img ", "![](a)  ", "2017 ", "а-", "| "])
def test_lines_made_to_take_long(piece: str) -> None:
    """A long line of anything is laid out at once: a pattern that tries every way would not end."""
    assert len(layout(piece * 20_000 + "x")) == 1


def test_a_single_line_is_no_title() -> None:
    """A title is the title of something."""
    assert kinds("Бүгін кеңес отырысы өтті.") == [("paragraph", "Бүгін кеңес отырысы өтті.")]


def test_a_long_first_line_is_no_title() -> None:
    """An announcement may begin with its first paragraph."""
    assert kinds("Бүгін кеңес отырысы өтті. " * 20 + "\nОнда үш мәселе қаралды.")[0][0] == "paragraph"


def test_the_mark_of_a_heading_is_left_out() -> None:
    """The title is the words without Markdown's #."""
    assert kinds("# Кеңес отырысы\nБүгін өтті.")[0] == ("title", "Кеңес отырысы")


@pytest.mark.parametrize(
    "line",
    [
        "Пресс-служба акимата района",
        "г. Семей, ул. Абая, 5",
        "Contacts: Village Library, 5 Abay St., Semey",
        "press@example.kz",
        "Ақпарат көзі: кеңестің баспасөз қызметі",
        "Сілтеме: https://example.kz/1",
    ],
)
def test_footers(line: str) -> None:
    """Contacts, addresses and press services at the end are footers."""
    assert kinds(f"Тақырып\nБүгін отырыс өтті.\n{line}")[-1] == ("footer", line)


@pytest.mark.parametrize(
    "line",
    [
        "Для справки: в совете двенадцать членов.",
        "Телеарна басшысы Асан Беков отырысқа қатысты.",
        "Как сообщила пресс-служба акимата, дорогу к школе откроют в сентябре этого года.",
    ],
)
def test_last_paragraphs_that_tell_something(line: str) -> None:
    """A reference, or a sentence that names a press service, is part of the story."""
    assert kinds(f"Тақырып\nБүгін отырыс өтті.\n{line}")[-1] == ("paragraph", line)


@given(st.text(alphabet=st.sampled_from("аб .|\n\t#!1230:@\u00a0"), max_size=200))
def test_lines_hold_all_that_is_written(text: str) -> None:
    """Lines come in order, don't overlap, have no blank edges, and nothing but blanks, bars and # lies between them."""
    at = 0
    for line in layout(text):
        assert line.kind in KINDS
        assert at <= line.start < line.end
        assert not set(text[at : line.start]) - set(" |\n\t#\u00a0")
        words = text[line.start : line.end]
        assert words == words.strip(" |\t\u00a0")
        assert "\n" not in words
        at = line.end
    assert not set(text[at:]) - set(" |\n\t#\u00a0")


@pytest.mark.parametrize("line", ["[Фото: пресс-служба]", "[изображение]", "[photo]"])
def test_lines_that_stand_for_a_picture(line: str) -> None:
    """Words in square brackets where a picture was are an image line."""
    assert kinds(f"Тақырып\n{line}\nМәтін бар.\nТағы бар.")[1][0] == "image"
