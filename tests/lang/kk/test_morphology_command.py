"""`kg morphology`: one word a line in, one JSON line out."""

from __future__ import annotations

import json

from click.testing import CliRunner

from kg.cli.morphology import command


def _run(text: str | bytes) -> list[dict[str, object]]:
    result = CliRunner().invoke(command, ["--lang", "kk"], input=text)
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.output.splitlines()]


def test_each_word_gives_a_line() -> None:
    """Each word gives its form and its readings; empty lines give nothing."""
    lines = _run("комиссиясында\n\nҚР-дың\n")
    assert [line["form"] for line in lines] == ["комиссиясында", "ҚР-дың"]
    assert lines[0]["readings"] == [
        {
            "lemma": "комиссия",
            "pos": "NOUN",
            "case": "Loc",
            "number": "Sing",
            "possessor": "3",
            "nominative": "комиссиясы",
        }
    ]


def test_the_five_features_are_always_there() -> None:
    """A reading without case, number or possessor has them empty, and verbs say more."""
    (line,) = _run("қатыспады\n")
    readings = line["readings"]
    assert isinstance(readings, list)
    assert readings[0] == {
        "lemma": "қатысу",
        "pos": "VERB",
        "case": "",
        "number": "",
        "possessor": "",
        "verb_form": "Fin",
        "tense": "Past",
        "polarity": "Neg",
    }


def test_bytes_that_are_no_text_are_survived() -> None:
    """Bytes that are not UTF-8 are read as unknown signs, and the next word is still read."""
    lines = _run(b"\xff\xfe\n" + "ел\n".encode())
    assert [line["form"] for line in lines][1:] == ["ел"]
