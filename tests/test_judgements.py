"""The file of judgements: read line by line, written a whole line at a time."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import KgError
from kg.judgements import COLUMNS, VERDICTS, append_judgement, line, read_judgements
from kg.records import Judgement

HEADER = "verdict,subject,predicate,object,lang,why\n"


def written(folder: Path, text: str) -> Path:
    """Write a file of judgements."""
    file = folder / "judgements.csv"
    file.write_text(text, "utf-8")
    return file


def test_each_verdict_is_read(tmp_path: Path) -> None:
    """A line becomes a Judgement that knows where it stands; comments and empty lines are passed over."""
    file = written(
        tmp_path,
        "# whom we know\n"
        + HEADER
        + "same,person/aset-omarov,,Асет Омаров,,he told us\n"
        + "\n"
        + "different,person/a,,person/b\n"
        + 'reject,A-WEB,kg:memberCount,106,,"a slip, mended the day after"\n'
        + "rename,organization/su-kenesi,,Су кеңесі,kk,\n",
    )
    found, refused = read_judgements(file)
    assert refused == ()
    assert [one.verdict for one in found] == list(VERDICTS)
    assert found[0] == Judgement(
        "same", "person/aset-omarov", "", "Асет Омаров", "", "he told us", source=str(file), line=3
    )
    assert [one.line for one in found] == [3, 5, 6, 7]
    assert found[2].why == "a slip, mended the day after"


WRONG = {
    "merge,a,,b,,": "the verdict 'merge' is none of same, different, reject, rename",
    "same,a,,,,": "same needs two things",
    "different,,,b,,": "different needs two things",
    "same,Асет Омаров,,АСЕТ ОМАРОВ,,": "subject and object are the same words",
    "reject,,kg:participant,,,": "reject needs a subject or an object",
    "reject,a,kg:likes,,,": "the predicate 'kg:likes' is no term of the ontology",
    "reject,a,participant,,,": "the predicate 'participant' is no term of the ontology",
    "rename,a,,,kk,": "rename needs the thing",
    "rename,a,,b,kz,": "rename needs the language of the name in the column lang: kk, ru, en",
    "same,a,,b,,why,more": "7 cells where 6 belong",
    'same,"a,,b,,': "this is not CSV",
}


@pytest.mark.parametrize(("row", "sentence"), WRONG.items(), ids=list(WRONG))
def test_a_wrong_line_costs_only_itself(row: str, sentence: str, tmp_path: Path) -> None:
    """It is named with file and line in one sentence; those before and after it are read."""
    file = written(tmp_path, f"{HEADER}same,a,,b,,\n{row}\nsame,c,,d,,\n")
    found, refused = read_judgements(file)
    assert [one.subject for one in found] == ["a", "c"]
    assert [one.source for one in refused] == [str(file)]
    assert refused[0].reason.startswith(f"{file}:3: {sentence}")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"same,a,,b,,\n", "line 1: the header must be verdict,subject"),
        (b"\xff\xfeverdict", "is not in UTF-8"),
    ],
)
def test_a_file_of_another_kind_is_refused(data: bytes, sentence: str, tmp_path: Path) -> None:
    """A file that holds no judgements at all is one sentence that names it."""
    file = tmp_path / "judgements.csv"
    file.write_bytes(data)
    with pytest.raises(KgError, match=sentence) as caught:
        read_judgements(file)
    assert str(file) in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """Whoever names a file that isn't there is told so."""
    with pytest.raises(KgError, match=r"none\.csv can't be read \(no such file"):
        read_judgements(tmp_path / "none.csv")


def test_an_empty_file_holds_none(tmp_path: Path) -> None:
    """Nothing has been decided yet."""
    assert read_judgements(written(tmp_path, "")) == ((), ())


@pytest.mark.parametrize("before", ["", HEADER, HEADER + "same,a,,b,,", HEADER + "same,a,,b,,\n"])
def test_a_line_is_added(before: str, tmp_path: Path) -> None:
    """What stood there stays; a header is written where there is none, a missing line end is mended."""
    file = written(tmp_path, before) if before else tmp_path / "new" / "judgements.csv"
    append_judgement(file, Judgement("different", "c", object="d", why="two, not one"))
    text = file.read_text("utf-8")
    assert text == HEADER + ("same,a,,b,,\n" if "same" in before else "") + 'different,c,,d,,"two, not one"\n'


def test_a_folder_cannot_be_written(tmp_path: Path) -> None:
    """The error names the file and the remedy."""
    with pytest.raises(KgError, match=r"can't be written .*--judgements"):
        append_judgement(tmp_path, Judgement("same", "a", object="b"))


def test_no_half_line_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk takes only a part of a line, the file is what it was."""
    file = written(tmp_path, HEADER)
    write = os.write
    monkeypatch.setattr(os, "write", lambda fd, data: write(fd, data[:7]))
    with pytest.raises(KgError, match="no space left"):
        append_judgement(file, Judgement("same", "a", object="b"))
    assert file.read_text("utf-8") == HEADER


cell = st.text(max_size=20).map(lambda text: text.strip() or "x")


@given(subject=cell, object_=cell, why=cell)
def test_what_is_written_is_one_line_that_can_be_read(subject: str, object_: str, why: str) -> None:
    """Quotes, commas, line ends and control characters in a name break neither the line nor the file."""
    text = line(Judgement("same", subject, object=object_, why=why))
    assert len(text.splitlines()) == 1
    cells = next(csv.reader([text], strict=True))
    assert len(cells) == len(COLUMNS)
    assert cells[0] == "same"
