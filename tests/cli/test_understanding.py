"""`kg mentions`, `kg extract` and `kg explain`, with an ideal extraction (see tests/conftest.py)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from rich.console import Console

from kg.cli import main
from kg.cli.explain import explanation
from kg.gazetteer_rows import COLUMNS
from kg.records import Announcement, Claim, Extraction, Line, Literal, Mention, Name, Span, Thing
from tests import examples


def rows(*args: str, given: str | None = None) -> list[dict[str, Any]]:
    """Run a command and return the JSON lines that it prints."""
    done = CliRunner().invoke(main, args, input=given)
    assert done.exit_code == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_mentions(ideal: Path) -> None:
    """Each mention is a JSON line whose offsets give its words."""
    found = rows("mentions", str(ideal / "su-kenesi kk.txt"))
    assert len(found) == len(examples.extractions()[0].mentions)
    assert all(examples.KAZAKH[row["start"] : row["end"]] == row["text"] for row in found)
    assert {"type": "Person", "text": "Мария Линдгренмен", "label": "Мария Линдгрен"}.items() <= found[1].items()


def test_mentions_of_lines(monkeypatch: pytest.MonkeyPatch, ideal: Path) -> None:
    """With --lines every line is a text of its own, numbered from 0; offsets are those of the line."""

    def extract(announcement: Announcement) -> Extraction:
        at = announcement.text.index("Асан")
        mention = Mention(at, at + 4, "Person", "Асан", "Асан", "test")
        assert announcement.lines == (Line(0, len(announcement.text), "paragraph"),)
        return Extraction(announcement, mentions=(mention,))

    monkeypatch.setattr("kg.extract.extract", extract)
    found = rows("mentions", "--lines", "--lang", "ru", "-", given="Асан приехал.\n\nВчера Асан уехал.\n")
    assert [(row["line"], row["start"], row["end"], row["type"]) for row in found] == [
        (0, 0, 4, "Person"),
        (2, 6, 10, "Person"),
    ]


def test_mentions_of_kazakh_lines() -> None:
    """Lines in Kazakh are read by the tagger and grammar together; offsets are those of the line."""
    lines = ["Ертең Астанаға ұшамыз.", "", "Қазақстан Республикасының Президенті Қасым-Жомарт Тоқаев келді."]
    found = rows("mentions", "--lines", "--lang", "kk", "-", given="\n".join(lines))
    assert all(lines[row["line"]][row["start"] : row["end"]] == row["text"] for row in found)
    assert [(row["line"], row["type"], row["label"]) for row in found] == [
        (0, "Date", "Ертең"),
        (0, "Place", "Астана"),
        (2, "Role", "Қазақстан Республикасының Президенті"),
        (2, "Person", "Қасым-Жомарт Тоқаев"),
    ]


def test_mentions_of_lines_in_no_language(ideal: Path) -> None:
    """Lines whose language can't be told need --lang."""
    done = CliRunner().invoke(main, ["mentions", "--lines", "-"], input="12 34\n")
    assert done.exit_code == 2
    assert "say which with --lang" in done.stderr


def test_claims(ideal: Path) -> None:
    """Each claim is a JSON line with labels that people read, offsets that give the quotes, and its modality."""
    found = rows("extract", str(ideal / "su-kenesi en.txt"))
    assert len(found) == len(examples.extractions()[2].claims)
    quotes = [quote for row in found for quote in row["evidence"]]
    assert all(examples.ENGLISH[quote["start"] : quote["end"]] == quote["text"] for quote in quotes)
    (denied,) = (row for row in found if row["modality"] == "denied")
    assert denied["object"] == "Maria Lindgren"
    assert denied["predicate"] == "kg:participant"
    assert denied["said_by"] == "World Water Association"
    assert denied["subject"].startswith("Meeting (2021-05-20, ")
    (post,) = (row for row in found if row["predicate"] == "org:role")
    assert post["subject"] == "Membership (Askar Bedelov, Chairman, Water Council)"


def test_claims_stand_in_the_order_of_the_text(ideal: Path) -> None:
    """What is said first comes first."""
    starts = [row["evidence"][0]["start"] for row in rows("extract", str(ideal / "su-kenesi ru.txt"))]
    assert starts == sorted(starts)


def test_explain(ideal: Path) -> None:
    """The text with what was found in brackets, then each mention and each fact with its rule and quote."""
    done = CliRunner().invoke(main, ["explain", str(ideal / "su-kenesi en.txt")])
    assert done.exit_code == 0, done.stderr
    assert "attended by [Askar Bedelov]," in done.output
    assert "by-hand 0.95" in done.output
    assert "\n  Meeting (2021-05-20" in done.output
    assert "\n    denied: kg:participant  Maria Lindgren" in done.output
    assert "“Maria Lindgren did not take part in the seminar”" in done.output


def test_explain_says_what_was_not_understood(ideal: Path) -> None:
    """Notes of reading and extraction are shown."""
    done = CliRunner().invoke(main, ["explain", "-"], input="Бүгін ауыл кітапханасында кеш өтті.\n")
    assert "Note: not understood: no example" in done.output
    assert "Note: no date line" in done.output


def hostile() -> Extraction:
    """Return an extraction in which every text tries to seize the terminal or to be markup."""
    text = "[red]Асан[/red]\x1b[2J\u202e келді"
    things = (Thing("person-1", "Person", (Name(text, "kk"),)),)
    claim = Claim("person-1", "kg:topic", Literal(text), (Span(0, len(text)),), "rule[bold]")
    mention = Mention(0, 9, "Person", text, text, "rule[bold]")
    return Extraction(Announcement("a\x1b", text, "kk"), things, (mention,), (claim,), ("a note\x1b",))


@pytest.mark.parametrize("brackets", [True, False])
def test_hostile_text_is_only_text(brackets: bool) -> None:
    """Control characters are neutralised and square brackets are no markup."""
    console = Console(record=True, width=200, force_terminal=False)
    for part in explanation(hostile(), brackets=brackets):
        console.print(part)
    said = console.export_text()
    assert "\x1b" not in said
    assert "\u202e" not in said
    assert "[red]Асан[/red]\ufffd[2J\ufffd келді" in said
    assert "rule[bold]" in said


def test_colours_on_a_terminal(ideal: Path) -> None:
    """On a terminal what was found is coloured, and there are no brackets."""
    console = Console(record=True, width=200, force_terminal=True, color_system="standard", file=open("/dev/null", "w"))  # noqa: PTH123, SIM115
    for part in explanation(examples.extractions()[2], brackets=False):
        console.print(part)
    assert "attended by \x1b[1;34mAskar Bedelov\x1b[0m" in console.export_text(styles=True)


@pytest.mark.parametrize("command", ["mentions", "extract"])
def test_json_lines_are_one_line_each(monkeypatch: pytest.MonkeyPatch, ideal: Path, command: str) -> None:
    """Whatever the text holds, no control character is printed raw."""
    monkeypatch.setattr("kg.extract.extract", lambda announcement, _=None: hostile())
    done = CliRunner().invoke(main, [command, str(ideal / "su-kenesi kk.txt")])
    assert len(done.stdout.splitlines()) == 1
    assert "\x1b" not in done.stdout
    assert json.loads(done.stdout)


@pytest.mark.parametrize("command", ["mentions", "extract", "explain"])
def test_your_own_names(command: str, tmp_path: Path) -> None:
    """With --gazetteer a name that only the user knows is found, as long as the command runs; a bad row is told."""
    text = "Қарлы шың Жасыл дала бастамасына қосылды. Қарлы шың төрағасы Асқар Беделов жиналыс өткізді."
    (tmp_path / "a.txt").write_text(f"Жаңалық\n2021 жылғы 14 мамырда {text}\n", "utf-8")
    own = tmp_path / "own.csv"
    own.write_text(",".join(COLUMNS) + "\nsnowy-peak,Organization,Қарлы шың,,,,,,,KZ,test\n", "utf-8")
    ask = [command, str(tmp_path / "a.txt"), "--lang", "kk"]
    plain, known = (CliRunner().invoke(main, [*ask, *more]).stdout for more in ([], ["--gazetteer", str(own)]))
    assert known.count("Қарлы шың") > plain.count("Қарлы шың")
    own.write_text(",".join(COLUMNS) + "\nx,Planet,Шолпан,,,,,,,,t\n", "utf-8")
    failed = CliRunner().invoke(main, [*ask, "--gazetteer", str(own)])
    assert failed.exit_code == 2
    assert failed.stderr.startswith("kg: own.csv, line 2: the kind 'Planet'")
