"""Files that are as they were are not read again, and whatever is changed is."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from kg.read.document import Document, Unread
from kg.read.documents import documents
from kg.read.stamps import Stamp, Stamps, trusted
from kg.records import Refusal

TEXT = "14.05.2021 |\nАуыл мұғалімдері форумы өтті\nБүгін Қарағандыда ауыл мұғалімдерінің форумы өтті.\n"
OTHER = TEXT.replace("Бүгін", "Бұрын")  # as long


@pytest.fixture
def at_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take files for being at rest at once, since nobody wants to wait for that."""
    monkeypatch.setattr("kg.read.stamps._AT_REST", 0)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give an announcement that was written a little while ago."""
    path = tmp_path / "форум.txt"
    path.write_text(TEXT, "utf-8")
    time.sleep(0.02)  # a tick of the kernel's clock is up to 10 ms
    return path


def read(path: Path, known: Mapping[str, Stamp] | None = None) -> tuple[list[Document | Unread | Refusal], Stamps]:
    """Return what is found at a path by one who knows some stamps, and what he knows then."""
    stamps = Stamps(known or {})
    return list(documents([path], stamps=stamps)), stamps


def text_of(found: list[Document | Unread | Refusal]) -> str:
    """Return the text of the only document that is found, "" if it was not read."""
    (one,) = found
    assert isinstance(one, Document | Unread)
    return one.text if isinstance(one, Document) else ""


@pytest.mark.usefixtures("at_rest")
def test_a_file_at_rest_is_not_read_again(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It comes with the hashes that it had when it was read, and is not opened."""
    (document,), first = read(file)
    monkeypatch.setattr("kg.read.find._bytes", lambda _: pytest.fail("it is read"))
    (unread,), second = read(file, first.now)
    assert isinstance(document, Document)
    assert isinstance(unread, Unread)
    assert (unread.id, unread.source, unread.digest) == (document.id, document.source, document.digest)
    assert second.now == first.now


@pytest.mark.usefixtures("at_rest")
def test_a_change_that_hides_is_seen(file: Path) -> None:
    """A text as long as the old one, with the old time of change: when its status changed tells."""
    before, known = file.stat(), read(file)[1].now
    file.write_text(OTHER, "utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (file.stat().st_size, file.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    assert text_of(read(file, known)[0]) == OTHER


@pytest.mark.usefixtures("at_rest")
def test_another_file_in_its_place_is_seen(file: Path) -> None:
    """An older file that was moved there, with the time and the size of the one that was read."""
    before, known = file.stat(), read(file)[1].now
    other = file.with_name("other")
    other.write_text(OTHER, "utf-8")
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.replace(file)
    assert text_of(read(file, known)[0]) == OTHER


def test_a_change_within_a_tick_of_the_clock_is_seen(file: Path) -> None:
    """A file that was changed shortly before it was read is not taken for unchanged, whatever its times say."""
    found, stamps = read(file)
    assert text_of(found) == TEXT
    assert not stamps.now
    assert text_of(read(file, stamps.now)[0]) == TEXT


@pytest.mark.parametrize(("seconds", "is_trusted"), [(-3600, False), (0, False), (2, False), (3, True), (9999, True)])
def test_how_long_a_file_must_be_at_rest(file: Path, seconds: int, is_trusted: bool) -> None:
    """Longer than the coarsest clock of a file system, two seconds; a time that is yet to come says nothing."""
    status = file.stat()
    assert trusted(status, max(status.st_mtime_ns, status.st_ctime_ns) + seconds * 10**9) is is_trusted


def test_only_a_file_is_trusted(tmp_path: Path) -> None:
    """What else may be read (a pipe, a terminal) has no content that stays."""
    os.mkfifo(tmp_path / "pipe.txt")
    assert not trusted((tmp_path / "pipe.txt").stat(), 2**63)


@pytest.mark.usefixtures("at_rest")
@pytest.mark.parametrize("other", [TEXT, OTHER], ids=["a copy", "another text"])
def test_two_of_one_name(file: Path, other: str) -> None:
    """The later gets its own id, or is refused as a copy, whether they are read or known."""
    (file.parent / "я").mkdir()
    (file.parent / "я" / file.name).write_text(other, "utf-8")
    first, stamps = read(file.parent)
    again = read(file.parent, stamps.now)[0]
    assert isinstance(again[0], Unread)
    assert again[1] == first[1]


@pytest.mark.usefixtures("at_rest")
def test_what_changed_while_it_was_read(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is written while it is read is read again the next time."""
    import kg.read.find

    old = kg.read.find._bytes

    def written(path: str | os.PathLike[str]) -> bytes:
        data = old(path)
        file.write_text(OTHER, "utf-8")
        return data

    with monkeypatch.context() as patch:
        patch.setattr("kg.read.find._bytes", written)
        known = read(file)[1].now
    assert text_of(read(file, known)[0]) == OTHER
