"""`kg review`: a person at the keys, here through a pipe."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.graph.dataset import quads
from kg.graph.store import write_store
from kg.judgements import read_judgements
from kg.rejections import Rejections
from tests import examples
from tests.said import announced

LINES = """\
2021-03-04 kk post person/aset-omarov role/chair organization/union from 2020-05
2021-03-04 ru post person/gulnar-bektasova role/chair organization/union
2021-03-04 kk organization/union kg:memberCount 104
2021-03-04 ru organization/union kg:memberCount 106
2021-03-04 kk meeting/forum kg:participant person/aset-omarov
2021-03-04 ru meeting/forum kg:participant person/aset-omarov denied
2022-03-04 en post person/a-omarov role/chair organization/union
""".splitlines()
EXTRACTIONS, ENTITIES = announced(LINES)
DOUBTS = [
    {"one": "person/aset-omarov", "other": "person/gone", "score": 0.9, "features": {}},
    {"one": "role/chair", "other": "organization/union", "score": 0.4, "features": {"far": 0.4}},
    {
        "one": "person/a-omarov",
        "other": "person/aset-omarov",
        "score": 0.71,
        "features": {"initials": 0.4, "same post": 0.31},
    },
]
HEADER = "verdict,subject,predicate,object,lang,why"


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """Return a build's folder with two doubts that can be asked, one about what is gone, and three contradictions."""
    write_store(quads(EXTRACTIONS, ENTITIES), tmp_path)
    (tmp_path / "report.json").write_text(json.dumps({"doubts": DOUBTS}), "utf-8")
    return tmp_path


def review(built: Path, typed: str, *more: str) -> str:
    """Run `kg review` with what a person types and return what it shows."""
    file = built / "judgements.csv"
    done = CliRunner().invoke(
        main, ["review", str(built), "--judgements", str(file), "--lang", "en", *more], input=typed
    )
    assert done.exit_code == 0, done.output
    return done.stdout


def lines(built: Path) -> list[str]:
    """Return the lines of the file that was written."""
    return (built / "judgements.csv").read_text("utf-8").splitlines()


def test_a_pair_is_shown_with_what_is_known(built: Path) -> None:
    """Names, posts with their dates, meetings, the score and its parts; the surest doubt comes first."""
    shown = review(built, "q\n")
    page = shown.partition("\n\ns the same")[0].strip()
    assert page == (
        "1/5. one or two? 0.71 (initials +0.40, same post +0.31)\n"
        " A person/a-omarov\n"
        "     en: A. Omarov\n"
        "     A. Omarov, Chair, Union\n"
        " B person/aset-omarov\n"
        "     en: Aset Omarov\n"
        "     Aset Omarov, Chair, Union, since 2020-05\n"
        "     Meeting: Aset Omarov"
    )
    assert shown.endswith("0 decided, 0 skipped, 5 left.\n")
    assert not (built / "judgements.csv").exists()


def test_every_answer_is_written(built: Path) -> None:
    """Same, different, the rejection of a denial, a number and a holder become lines, with a reason if one is typed."""
    shown = review(built, "s told by phone\nd\nr2\nr1 a slip\nr 2\n")
    header, same, different, denial, number, holder = lines(built)
    assert header == HEADER
    assert same == "same,person/a-omarov,,person/aset-omarov,,told by phone"
    assert different == "different,role/chair,,organization/union,,Chair / Union"
    assert denial.startswith("reject,https://w3id.org/habar/id/claim/")
    assert number == "reject,organization/union,kg:memberCount,104,,a slip"
    assert holder == (
        "reject,membership/gulnar-bektasova--chair--union,org:member,person/gulnar-bektasova,,"
        '"Gulnar Bektasova, Chair, Union: Gulnar Bektasova"'
    )
    assert shown.count("run kg build again") == 1
    assert "5 decided, 0 skipped, 0 left." in shown


def test_what_is_written_is_obeyed(built: Path) -> None:
    """The lines are read without a fault and each rejection takes effect."""
    review(built, "k\nk\nr2\nr1\nr2\n")
    judgements, refused = read_judgements(built / "judgements.csv")
    assert (len(judgements), refused) == (3, ())
    rejections = Rejections(ENTITIES, judgements, "https://w3id.org/habar/id/")
    assert all(rejections.of(extraction) for extraction in EXTRACTIONS[:2])
    assert rejections.idle() == ()


def test_it_is_resumed(built: Path) -> None:
    """What was answered isn't asked again, what was skipped is; an input that ends is a person who quits."""
    assert "1 decided, 1 skipped, 3 left." in review(built, "s\nk\n")
    shown = review(built, "d\n")
    assert "person/a-omarov" not in shown.partition("s the same")[0]
    assert "1 decided, 0 skipped, 3 left, 1 settled before." in shown
    assert [line.split(",")[0] for line in lines(built)] == ["verdict", "same", "different"]
    assert "0 decided, 0 skipped, 0 left, 5 settled before." in review(review_rest(built), "")


def review_rest(built: Path) -> Path:
    """Answer what is left."""
    review(built, "r1\nr1\nr1\n")
    return built


@pytest.mark.parametrize(
    "line",
    [
        "different,A. Omarov,,ASET OMAROV,,",
        "same,person/aset-omarov,,https://w3id.org/habar/id/person/a-omarov,,",
        "same,<https://w3id.org/habar/id/person/a-omarov>,,Aset Omarov,,",
    ],
)
def test_a_line_by_hand_counts(line: str, built: Path) -> None:
    """A pair that a line judges, by names or IRIs in either order, isn't asked."""
    (built / "judgements.csv").write_text(f"{HEADER}\n{line}\n", "utf-8")
    assert review(built, "q\n").strip().startswith("1/4. one or two? 0.40")


@pytest.mark.parametrize(
    "line", ["reject,Union,kg:memberCount,106,,", "reject,organization/union,,,,", "reject,,kg:memberCount,104,,"]
)
def test_a_rejection_by_hand_counts(line: str, built: Path) -> None:
    """A contradiction of which at most one side stands isn't asked."""
    (built / "judgements.csv").write_text(f"{HEADER}\n{line}\n", "utf-8")
    shown = review(built, "k\nk\nk\nk\n")
    assert "different numbers" not in shown
    assert "0 decided, 4 skipped, 0 left, 1 settled before." in shown


def test_keys_that_mean_nothing(built: Path) -> None:
    """They are told, and the question stays; r needs the number of a side that is there."""
    shown = review(built, "x\nr1\nsame\n\nk\nk\nr\nr3\nd\nr2\nq\n")
    assert shown.count("is none of the keys") == 6
    assert len(lines(built)) == 2


def test_a_bad_line_is_told(built: Path) -> None:
    """It costs only itself."""
    (built / "judgements.csv").write_text(f"{HEADER}\nmerge,a,,b,,\n", "utf-8")
    done = CliRunner().invoke(main, ["review", str(built), "--judgements", str(built / "judgements.csv")], input="q\n")
    assert done.exit_code == 0
    assert "judgements.csv:2: the verdict 'merge' is none of" in done.stderr


@pytest.mark.parametrize(
    ("content", "sentence"), [(None, "can't be read"), ("{", "is no report"), ("[]", "is no report")]
)
def test_a_folder_without_a_report(content: str | None, sentence: str, built: Path) -> None:
    """It is named with the remedy, and the exit code is 2."""
    (built / "report.json").unlink()
    if content is not None:
        (built / "report.json").write_text(content, "utf-8")
    done = CliRunner().invoke(main, ["review", str(built)])
    assert done.exit_code == 2
    assert done.stderr.startswith("kg: ")
    assert sentence in done.stderr


def test_quotes_of_a_real_pair(tmp_path: Path) -> None:
    """Of things that announcements name, sentences with the names are shown, of different announcements."""
    write_store(quads(examples.extractions(), examples.entities()), tmp_path)
    doubts = [{"one": "person/asqar-bedelov", "other": "person/maria-lindgren", "score": 0.5, "features": {}}]
    (tmp_path / "report.json").write_text(json.dumps({"doubts": doubts}), "utf-8")
    shown = review(tmp_path, "d\n")
    assert "kk: Асқар Беделов · ru: Аскар Беделов · en: Askar Bedelov" in shown
    assert "2021-03-15  kk  su-kenesi kk" in shown
    assert "[Askar Bedelov], chairman of the Water Council." in shown


def test_a_real_process(built: Path) -> None:
    """Each answer is in the file before the next question is asked, so that a person may leave at any time."""
    run = [sys.executable, "-c", "from kg.cli import main; main(prog_name='kg')", "review", str(built)]
    with subprocess.Popen(
        [*run, "--judgements", str(built / "judgements.csv")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        running.stdin.write("s\n")
        running.stdin.flush()
        while "2/5" not in running.stdout.readline():
            pass
        assert lines(built)[1].startswith("same,person/a-omarov")
        running.kill()
    assert (built / "judgements.csv").read_text("utf-8").endswith("\n")
