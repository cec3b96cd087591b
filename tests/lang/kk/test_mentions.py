"""The tagger and grammar together: each rule on a sentence where the tagger is wrong as it has been seen to be."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.lang.kk import mentions as subject
from kg.lang.kk.mentions import RULES, mentions
from kg.lang.kk.tagger import TaggedSpan, Tagger


class Says(Tagger):
    """A tagger that says what it was told to: "words=Type; words=Type"."""

    def __init__(self, answer: str) -> None:
        self.answer = [part.split("=") for part in answer.split("; ") if part]

    def spans(self, words: Sequence[str]) -> list[TaggedSpan]:
        """Return the spans that the answer names, where they stand among the words."""
        found = []
        for name, kind in self.answer:
            span = name.split()
            at = next(i for i in range(len(words)) if list(words[i : i + len(span)]) == span)
            found.append(TaggedSpan(at, at + len(span) - 1, kind, 0.5))
        return sorted(found, key=lambda span: span.first)


def found(text: str, answer: str) -> str:
    """Return the mentions of a text as the answer is written."""
    return "; ".join(f"{mention.text}={mention.type}" for mention in mentions(text, Says(answer)))


CASES = [
    ("dates_that_were_missed", "Жиын 2019 жылы өтті.", "", "2019 жылы=Date"),
    ("dates_that_were_missed", "Жиын 2019 жылы өтті.", "Жиын 2019=Event", "Жиын 2019=Event"),
    (
        "dates_from_to",
        "27 наурыз бен 4 сәуір аралығында өтті.",
        "27 наурыз=Date; 4 сәуір=Date",
        "27 наурыз бен 4 сәуір аралығында=Date",
    ),
    (
        "places_with_long_names",
        "Ол Біріккен Араб Әмірліктеріне барды.",
        "Біріккен Араб=Person",
        "Біріккен Араб Әмірліктеріне=Place",
    ),
    ("places_with_long_names", "Делегация Оттавадан оралды.", "Оттавадан=Person", "Оттавадан=Place"),
    ("places_with_long_names", "Делегация Оттавадан оралды.", "Оттавадан=Program", "Оттавадан=Program"),
    (
        "bodies_with_long_names",
        "Бүгін Қарағанды облысы әкімдігі есеп берді.",
        "Бүгін=Date; Қарағанды облысы=Place",
        "Бүгін=Date; Қарағанды облысы әкімдігі=Organization",
    ),
    ("people_that_were_missed", "Кеше Асқар Бедеев келді.", "Кеше=Date", "Кеше=Date; Асқар Бедеев=Person"),
    (
        "posts_with_their_bodies",
        "Кітап палатасының төрағасы келді.",
        "Кітап палатасының=Organization; төрағасы=Role",
        "Кітап палатасының төрағасы=Role",
    ),
    (
        "posts_with_their_bodies",
        "Кітап палатасының кеше төрағасы келді.",
        "Кітап палатасының=Organization; кеше=Date; төрағасы=Role",
        "Кітап палатасының=Organization; кеше=Date; төрағасы=Role",
    ),
]


@pytest.mark.parametrize(("rule", "text", "tagged", "expected"), CASES)
def test_rule(rule: str, text: str, tagged: str, expected: str) -> None:
    """All rules together make of the tagger's answer what is expected."""
    assert found(text, tagged) == expected


@pytest.mark.parametrize(("rule", "text", "tagged", "expected"), [case for case in CASES if case[2] != case[3]])
def test_rule_is_needed(monkeypatch: pytest.MonkeyPatch, rule: str, text: str, tagged: str, expected: str) -> None:
    """Without the rule that a case is for, the answer is another."""
    monkeypatch.setattr(subject, "RULES", tuple(one for one in RULES if one.__name__ != rule))
    assert found(text, tagged) != expected


def test_every_rule_has_a_case() -> None:
    """No rule is without a case."""
    assert {rule.__name__ for rule in RULES} == {case[0] for case in CASES}


def test_labels_and_rules() -> None:
    """A label is in the nominative, a date stays as it stands, and each mention says what found it and how surely."""
    first, second = mentions("Кеше Павлодарға бардық.", Says("Павлодарға=Place"))
    assert (first.text, first.label, first.rule.split(".")[0]) == ("Кеше", "Кеше", "date")
    assert (second.text, second.label, second.rule, second.confidence) == ("Павлодарға", "Павлодар", "tagger", 0.5)


@given(st.text(alphabet=st.sampled_from('Қазақстан Б.Имашев «ОСК-ның» 21.12.2017 жылғы\n\t\ud800—"”'), max_size=80))
def test_no_text_makes_mentions_fail(text: str) -> None:
    """Whatever the text, mentions come in order with their own words."""
    ends = 0
    for mention in mentions(text):
        assert ends <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        ends = mention.end
