"""Whose state an announcement speaks from, and which state a name speaks of."""

from __future__ import annotations

import pytest

from kg.gazetteer import load
from kg.publisher import home_of, named_state
from kg.read import read_text


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Верховный суд Республики Узбекистан", "uz"),
        ("Национальный банк Кыргызской Республики", "kg"),
        ("Өзбекстан Республикасының Жоғарғы Соты", "uz"),
        ("Германиядағы елшілік", "de"),
        ("Embassy of the United States", "us"),
        ("посольство Южной Кореи", "kr"),
        ("Объединённых Арабских Эмиратов", "ae"),
        ("МИД РФ", "ru"),
        ("Посольство США в Казахстане", "us"),
        ("АҚШ-тың елшілігі", "us"),
        ("«ҚР ОСК» баспасөз қызметі", "kz"),
        ("Кубок мира", ""),
        ("write to us", ""),
    ],
)
def test_the_state_of_a_name(name: str, state: str) -> None:
    """A state is told in any case and language, in full or by its letters; a word that only begins like one is none."""
    assert named_state(name, load()) == state


@pytest.mark.parametrize(
    ("lines", "state"),
    [
        (("ВЕРХОВНЫЙ СУД УЗБЕКИСТАНА", "1 июня 2024 г.", "Поездка завершилась", "Суд рассказал о поездке."), "uz"),
        (("Поездка завершилась", "1 июня 2024 г.", "Суд рассказал о поездке.", "Пресс-служба МИД РФ"), "ru"),
        (("Верховный суд Узбекистана", "1 июня 2024 г.", "Поездка завершилась", "Суд рассказал о поездке."), "uz"),
        (("Банк Молдовы", "Пресс-релиз", "14.06.2023", "Визит завершён", "Министр рассказал о поездке."), "md"),
        (("Посол Германии уехал", "Проводы", "1 июня 2024 г.", "Посол простился с министром и уехал домой."), ""),
        (("Посол Германии, как сообщалось, уехал", "1 июня 2024 г.", "Проводы", "Посол простился."), ""),
        (("ПРЕЗИДЕНТ ПРИНЯЛ ПОСЛА ГЕРМАНИИ", "1 июня 2024 г.", "Президент рассказал о поездке."), ""),
        (("Визит", "Ташкент, 1 июня 2024 года – Министр принял посла Чешской Республики."), "uz"),
        (("Визит", "Ташкент, 1 июня 2024 года – Министр принял посла РК."), ""),
    ],
)
def test_the_home_of_an_announcement(lines: tuple[str, ...], state: str) -> None:
    """The letterhead over a headline and the footer tell who publishes; a headline in capitals does not."""
    assert home_of(read_text("\n".join(lines), id="a", lang="ru"), load()) == state
