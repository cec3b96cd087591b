"""What is understood of hundreds of texts makes one graph that is what the shapes demand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg import build, read_text
from kg.records import LANGUAGES
from tests.extract.read_cases import cases

TOWNS = {
    "en": "On 2 March the guests were joined by Aidar Sultan, Akim of Ekibastuz, and Asel Nur, Director of the Museum.",
    "ru": "Проект «Дети двух рек» ведут сообща Усть-Каменогорск и Барнаул.",
}


@pytest.mark.parametrize("lang", sorted(TOWNS))
def test_a_town_that_acts_is_a_body(lang: str) -> None:
    """A town that has an akim or takes part in a programme is an organisation in the graph."""
    assert build([read_text(TOWNS[lang], id="a", lang=lang)], picture=False).report["validation"]["results"] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_all_cases_together_make_a_valid_graph(lang: str) -> None:
    """The golden cases of a language in one graph: towns that act, bodies that speak and members fit their places."""
    texts = [
        replace(read_text(case.text, id=f"case{number}", lang=lang), published=case.published)
        for number, case in enumerate(cases())
        if case.lang == lang
    ]
    validation = build(texts, picture=False).report["validation"]
    assert [one for one in validation["results"] if one["severity"] == "Violation"] == []
    assert validation["checked"] > len(texts)
