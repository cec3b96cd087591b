"""`kg evaluate`: labelled announcements whose right, wrong and missed facts were counted by hand.

In labelled/ some labels are wrong on purpose, so that there is something to miss and something too much.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from kg.cli import main
from kg.evaluate import Evaluated, evaluate

FOLDER = Path(__file__).with_name("labelled")
TABLE = Path(__file__).with_name("table.txt").read_text("utf-8")


def run(*args: str | Path) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["evaluate", *map(str, args)])


def data(*args: str | Path) -> dict[str, Any]:
    """Return what the command prints with --json."""
    found: dict[str, Any] = json.loads(run("--json", *args).stdout)
    return found


def of(name: str) -> Evaluated:
    """Return how one of the announcements was evaluated."""
    return next(one for one in evaluate([FOLDER]).documents if one.labels.id == name)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with the labelled announcements that may be spoilt."""
    return Path(shutil.copytree(FOLDER, tmp_path / "labelled"))


def test_the_table() -> None:
    """It has the counts that were made by hand, relation by relation."""
    done = run(FOLDER)
    assert done.exit_code == 0
    assert done.stdout == TABLE


def test_two_meetings_on_one_day_are_told_apart() -> None:
    """Who took part in one of them only is neither missed there nor too much elsewhere."""
    found = of("day")
    assert [str(fact) for fact in found.right if fact.relation == "meeting.date"] == [
        "FIRST | meeting.date | 2021-05-12",
        "SECOND | meeting.date | 2021-05-12",
    ]
    assert [fact.parts[0] for fact in found.extra if fact.meeting] == [("«Дәнекер» қоры", "Дәнекер")]
    assert [str(fact) for fact in found.missed if fact.meeting] == ["SECOND | meeting.place | Астана"]


def test_any_name_will_do() -> None:
    """The fund goes by its second name, in other quotes and capitals; the chair is called more fully."""
    right = [str(fact) for fact in of("day").right]
    assert "FIRST | meeting.participant | Дәнекер қоғамдық бірлестігі" in right
    assert "role | Дина Сейтқалиева | қауымдастық төрағасы | Ауыл кітапханалары қауымдастығы" in right


def test_what_is_planned_counts_as_planned() -> None:
    """A meeting that lies ahead is right only if it is known to."""
    assert "SESSION | meeting.planned" in map(str, of("ahead").right)


def test_hard_negatives_that_are_given_are_told() -> None:
    """Of two facts that the labels forbid one is given."""
    assert [str(fact) for fact in of("day").hasty] == ["SECOND | meeting.participant | Дәнекер қоғамдық бірлестігі"]


def test_show_lists_what_differs() -> None:
    """Each announcement has its figures and its facts above the table."""
    shown, _, table = run(FOLDER, "--show").stdout.partition(f"\n\n{TABLE[:20]}")
    assert TABLE.endswith(table)
    assert [line.split()[0] for line in shown.splitlines() if line[:1].strip()] == ["ahead", "day", "notice"]
    assert "  missed   SECOND | meeting.place | Астана" in shown.splitlines()
    assert "  asserted SECOND | meeting.participant | Дәнекер қоғамдық бірлестігі" in shown.splitlines()
    kinds = [line.split()[0] for line in shown.splitlines() if line.startswith("  ")]
    assert (kinds.count("missed"), kinds.count("extra"), kinds.count("asserted")) == (5, 3, 1)


def test_json_says_the_same() -> None:
    """Figures and facts of each announcement are one JSON object."""
    found = data(FOLDER)
    assert found["all"] == {"precision": 0.8571, "recall": 0.7826, "f1": 0.8182, "tp": 18, "fp": 3, "fn": 5}
    assert found["relations"]["role"]["fp"] == 1
    assert found["languages"]["ru"]["fn"] == 1
    assert found["negatives"] == {"asserted": 1, "of": 4}
    assert found["refused"] == []
    ahead, day, notice = found["announcements"]
    assert (ahead["tp"], day["tp"], notice["tp"]) == (6, 12, 0)
    assert notice["missed"] == ["memberCount | Библиотека | 5"]


def test_the_day_of_publication_comes_from_the_labels(folder: Path) -> None:
    """A text without a date line is read as published when its labels say so, and one with its own is not."""
    (folder / "kk" / "ahead.txt").rename(folder / "ahead.txt")
    (folder / "kk" / "ahead.json").rename(folder / "ahead.json")
    text = (folder / "ahead.txt").read_text("utf-8")
    dated = text.partition("\n")[0]
    (folder / "ahead.txt").write_text(text.replace(dated, "Хабарландыру"), "utf-8")
    without = next(one for one in evaluate([folder]).documents if one.labels.id == "ahead")
    assert without.labels.published == "2022-03-03"
    assert "SESSION | meeting.date | 2022-03-10" in map(str, without.right)


def test_a_language_alone() -> None:
    """With --lang only the announcements labelled so are read."""
    assert [one["id"] for one in data(FOLDER, "--lang", "ru")["announcements"]] == ["notice"]


def test_what_is_named_twice_counts_once() -> None:
    """A folder and one inside it hold the same announcements, whichever is named first."""
    assert run(FOLDER, FOLDER / "kk", FOLDER / "ru" / "..").stdout == TABLE
    assert data(FOLDER / "kk", FOLDER)["all"] == data(FOLDER)["all"]


WRONG = {
    '{"id": "day",\n "lang"}': "line 2: Expecting ':' delimiter; mend the JSON there",
    "[]": "labels are an object with “entities” and “facts”; data/gold/README.md has the form",
    '{"lang": "tt"}': '“lang” is "tt", not one of kk, ru, en; data/gold/README.md has the form',
    '{"lang": "kk"}': "“entities” is no object of things by their keys; data/gold/README.md has the form",
    '{"lang": "kk", "entities": {"A": {"type": "Person"}}}': (
        'the thing "A" needs a “type” and “names”, a list of texts; data/gold/README.md has the form'
    ),
    '{"lang": "kk", "entities": {}}': "“facts” is no list; data/gold/README.md has the form",
    '{"lang": "kk", "entities": {}, "facts": [["A", "date"]]}': (
        'the fact ["A", "date"] is no list of a key, a relation and values; data/gold/README.md has the form'
    ),
    '{"lang": "kk", "entities": {}, "facts": [["A", "date", "2021"]]}': (
        'the fact ["A", "date", "2021"] has a relation or number of values that a name can\'t have; '
        "data/gold/README.md has the form"
    ),
    '{"lang": "kk", "entities": {}, "facts": [["A", "memberCount", {}]]}': (
        'the fact ["A", "memberCount", {}] has a value that is neither text nor a list of names; '
        "data/gold/README.md has the form"
    ),
    '{"lang": "kk", "published": "soon", "entities": {}, "facts": []}': (
        '“published” is "soon", no day like 2024-03-29; data/gold/README.md has the form'
    ),
    '{"lang": "kk", "entities": {}, "facts": [], "planned": ["A"]}': (
        '“planned” names "A", which is no meeting among the “entities”; data/gold/README.md has the form'
    ),
}


@pytest.mark.parametrize(("text", "reason"), WRONG.items())
def test_bad_labels_cost_only_themselves(text: str, reason: str, folder: Path) -> None:
    """One sentence names the file and what to do, the exit code is 2, and the others are evaluated."""
    labels = folder / "ru" / "notice.json"
    labels.write_text(text, "utf-8")
    done = run(folder, "--quiet")
    assert done.exit_code == 2
    assert done.stderr.startswith(f"kg: {labels}")
    assert done.stderr.rstrip("\n").endswith(reason)
    assert done.stderr.count("\n") == 1
    assert "in kk                   0.857  0.818  0.837     18      3      4\n" in done.stdout


def test_labels_in_another_encoding(folder: Path) -> None:
    """Labels are UTF-8."""
    labels = folder / "ru" / "notice.json"
    labels.write_bytes("{библиотека}".encode("cp1251"))
    done = run(folder, "--quiet")
    assert (done.exit_code, done.stderr) == (2, f"kg: {labels} is not UTF-8; save it in that encoding\n")


def test_labels_without_their_text(folder: Path) -> None:
    """The missing file is named."""
    (folder / "ru" / "notice.txt").unlink()
    done = run(folder, "--quiet")
    labels = folder / "ru" / "notice.json"
    said = f"kg: {labels} has no notice.txt beside it; put the announcement there or remove the labels\n"
    assert (done.exit_code, done.stderr) == (2, said)


def test_a_text_that_is_refused_has_missed_everything(folder: Path) -> None:
    """What the program can't read is no way to better figures."""
    (folder / "kk" / "day.txt").write_text("", "utf-8")
    found = data(folder)
    assert [(one["id"], one["tp"], one["fn"]) for one in found["announcements"]][1] == ("day", 0, 14)
    assert [one["source"] for one in found["refused"]] == [str(folder / "kk" / "day.txt")]
    assert run(folder).exit_code == 2


def test_folders_without_labels(tmp_path: Path) -> None:
    """Each is named with the remedy, and there is no table of nothing."""
    missing, file = tmp_path / "missing", tmp_path / "file.txt"
    file.touch()
    done = run(tmp_path, missing, file, "--quiet")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == (
        f"kg: {tmp_path} holds no labels; put a NAME.json beside each NAME.txt or give another folder\n"
        f"kg: {missing} does not exist; give a folder of labelled announcements\n"
        f"kg: {file} is not a folder; give a folder of labelled announcements\n"
    )
