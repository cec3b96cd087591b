"""Invented sentences with their labels, in brackets as a linguist would mark them, for training in a moment."""

from __future__ import annotations

import re

PATTERNS = (
    "[PERSON {person}] [DATE бүгін] [GPE {town}] қаласына келді .",
    "[GPE {town}] қаласында [PERSON {person}] сөз сөйледі .",
    "[DATE Ертең] [ORGANISATION {body}] жиын өткізеді .",
    "Жиынға [ORGANISATION {body}] мен [PERSON {person}] қатысты .",
    "Залда [CARDINAL үш] орындық пен [CARDINAL екі] үстел тұр .",
)
PEOPLE = ("Айбек Сағынов", "Дана Ержанова", "Марат Төленов", "Сәуле Бекова", "Нұрлан Қасенов")
TOWNS = ("Сарыбел", "Көктас", "Ақбұлақ", "Жаңабел", "Қызылсай")
BODIES = ("Балық шаруашылығы одағы", "Мұғалімдер қауымдастығы", "Тау спорты федерациясы", "Кітап палатасы")

_MARKED = re.compile(r"\[(\w+) ([^\]]+)\]|(\S+)")


def iob2() -> str:
    """Return all the sentences in the form that kg.train reads."""
    return "\n\n".join("\n".join(_rows(sentence)) for sentence in _sentences()) + "\n"


def _sentences() -> list[str]:
    return [
        pattern.format(person=person, town=town, body=body)
        for pattern in PATTERNS
        for person, town in zip(PEOPLE, TOWNS, strict=True)
        for body in BODIES
    ]


def _rows(sentence: str) -> list[str]:
    found = []
    for kind, words, other in _MARKED.findall(sentence):
        if other:
            found.append(f"{other} O")
        found += [f"{word} {'I' if i else 'B'}-{kind}" for i, word in enumerate(words.split())]
    return found
