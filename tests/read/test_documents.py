"""From paths to announcements and refusals: real files on disk, standard input, and bad input."""

from __future__ import annotations

import io
import os
import sys
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace

import pytest

from kg.errors import KgError
from kg.read import read_path, read_text, sources
from kg.read.find import LIMIT
from kg.records import Announcement, Refusal

TEXT = "14.05.2021 |\nАуыл мұғалімдері форумы өтті\nБүгін Қарағандыда ауыл мұғалімдерінің форумы өтті.\n"
OTHER = TEXT.replace("Қарағандыда", "Семейде")
LATIN = "Búgin Astanada mınıstrdiń tóraǵalyǵymen otyrys ótti, onda bul másele týraly aıtyldy.\n"


def write(path: Path, text: str = TEXT) -> Path:
    """Write an announcement and return where."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def ids(*paths: str | Path) -> list[str]:
    """Return the ids of what is read, with "!" for each refusal."""
    return [one.id if isinstance(one, Announcement) else "!" for one in sources(paths)]


def reason(path: str | Path) -> str:
    """Return why a path is refused."""
    (refusal,) = sources([path])
    assert isinstance(refusal, Refusal)
    return refusal.reason


def test_a_file(tmp_path: Path) -> None:
    """The id is the file's name without ending; language, day, title and content are those of the file."""
    found = read_path(write(tmp_path / "2021-05-14-форум.txt"))
    assert (found.id, found.lang, found.published) == ("2021-05-14-форум", "kk", "2021-05-14")
    assert found.headline == "Ауыл мұғалімдері форумы өтті"
    assert found.source == str(tmp_path / "2021-05-14-форум.txt")
    assert found.text == TEXT
    assert found.notes == ()


def test_a_folder(tmp_path: Path) -> None:
    """All .txt files of a folder and the folders in it, sorted; other files are left alone."""
    for name in ("b.txt", "a/z.txt", "a/c.TXT", "a/notes.md", "report.json"):
        write(tmp_path / name, TEXT + name)
    assert ids(tmp_path) == ["c", "z", "b"]


def test_the_order_of_the_disk_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that lists its files in another order gives the same announcements in the same order."""
    for name in ("a.txt", "b.txt", "c/a.txt"):
        write(tmp_path / name, TEXT + name)
    usual = list(sources([tmp_path]))
    rglob = Path.rglob
    monkeypatch.setattr(Path, "rglob", lambda self, pattern: reversed(list(rglob(self, pattern))))
    assert list(sources([tmp_path])) == usual


def test_a_pattern(tmp_path: Path) -> None:
    """A pattern that the shell left alone is resolved; one without matches is refused."""
    write(tmp_path / "kk/a.txt")
    write(tmp_path / "ru/b.txt", OTHER)
    assert ids(f"{tmp_path}/*/[ab].txt") == ["a", "b"]
    assert ids(f"{tmp_path}/**/*.txt") == ["a", "b"]
    assert reason(f"{tmp_path}/*.nothing") == f"no file matches {tmp_path}/*.nothing; check the pattern"


def test_a_file_whose_name_looks_like_a_pattern(tmp_path: Path) -> None:
    """A file that exists is that file, whatever its name."""
    assert ids(write(tmp_path / "a[1]*.txt")) == ["a[1]*"]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """The path "-" is standard input; its id is the beginning of the hash of its content."""
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(TEXT.encode())))
    (found,) = sources(["-"])
    assert isinstance(found, Announcement)
    assert found.id == sha256(TEXT.encode()).hexdigest()[:16]
    assert found.source == "standard input"


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    """A file, the folder that it is in, and a link to it are one."""
    file = write(tmp_path / "a.txt")
    (tmp_path / "b.txt").symlink_to(file)
    assert ids(file, tmp_path, f"{tmp_path}/*.txt") == ["a"]


def test_two_files_of_one_name(tmp_path: Path) -> None:
    """The later gets a hash in its id and a note; a third with the same text is refused as a copy."""
    write(tmp_path / "1/a.txt")
    write(tmp_path / "2/a.txt", OTHER)
    write(tmp_path / "3/a.txt", OTHER)
    first, second, third = sources([tmp_path])
    assert isinstance(first, Announcement)
    assert first.id == "a"
    assert isinstance(second, Announcement)
    assert second.id == f"a-{sha256(OTHER.encode()).hexdigest()[:8]}"
    assert "has the same name" in second.notes[-1]
    assert isinstance(third, Refusal)
    assert "copy" in third.reason


def test_a_name_that_is_no_unicode(tmp_path: Path) -> None:
    """A file whose name is broken is read under an id made of its content."""
    path = os.fsencode(tmp_path) + b"/\xff.txt"
    with open(path, "wb") as file:  # noqa: PTH123 - a Path cannot be made of it
        file.write(TEXT.encode())
    (found,) = sources([tmp_path])
    assert isinstance(found, Announcement)
    assert found.id == sha256(TEXT.encode()).hexdigest()[:16]
    assert (found.id + found.source).encode("utf-8")


def test_bad_paths(tmp_path: Path) -> None:
    """Each gives one sentence that names the path and what to do; none stops the others."""
    empty, folder, page = write(tmp_path / "e/empty.txt", " \n"), tmp_path / "folder", write(tmp_path / "p/page.html")
    folder.mkdir()
    good = write(tmp_path / "good.txt")
    assert ids(tmp_path / "missing.txt", empty, folder, page, good) == ["!", "!", "!", "!", "good"]
    assert reason(tmp_path / "missing.txt") == f"{tmp_path}/missing.txt does not exist; check the path"
    assert reason(empty) == f"{empty} is empty; give a file with the text of an announcement"
    assert reason(folder) == f"{folder} holds no announcements; put .txt files there or give another folder"
    assert reason(page) == f"{page} is a .html file, which is not read yet; save its text as a .txt file"
    assert "does not exist" in reason("x" * 5000) or "cannot be looked at" in reason("x" * 5000)
    assert "does not exist" in reason("a\0b") or "cannot be looked at" in reason("a\0b")


def test_a_file_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the system says is in the sentence."""

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    file = write(tmp_path / "a.txt")
    monkeypatch.setattr(Path, "open", refuse)
    assert reason(file) == f"{file} cannot be read (Permission denied); check its permissions"


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    """A file over the limit is refused, without being read whole."""
    file = tmp_path / "a.txt"
    with file.open("wb") as out:
        out.truncate(LIMIT * 100)
    assert reason(file) == f"{file} is larger than 20 MB, too large for one announcement; split it"


def test_languages_that_are_not_read(tmp_path: Path) -> None:
    """Kazakh in Latin script is refused by name, an unknown language with the remedy."""
    assert "in Kazakh in Latin script, which is not read yet" in reason(write(tmp_path / "a.txt", LATIN))
    assert "say which it is with --lang" in reason(write(tmp_path / "b.txt", "ОК\n"))


def test_the_language_may_be_given(tmp_path: Path) -> None:
    """A text that is too short to tell is read when its language is given; a wrong one is refused."""
    assert read_path(write(tmp_path / "b.txt", "ОК\n"), lang="ru").lang == "ru"
    with pytest.raises(KgError, match="'de' is no language"):
        read_text(TEXT, id="a", lang="de")


@pytest.mark.parametrize(
    ("head", "published", "note"),
    [
        ("", None, "no date line"),
        ("31.02.2020 |\n", None, "“31.02.2020” names a day that the calendar does not have"),
        ("14.05.2021 |\n15.05.2021 |\n", "2021-05-14", "two date lines differ (2021-05-14 and 2021-05-15)"),
        ("14.05.2021 |\n14 мамыр 2021\n", "2021-05-14", ""),
    ],
)
def test_notes_on_dates(head: str, published: str | None, note: str) -> None:
    """A missing date, one that cannot be, and two that differ are noted, and the rest is read."""
    found = read_text(head + TEXT.partition("\n")[2], id="a")
    assert found.published == published
    assert (note in found.notes[0]) if note else found.notes == ()


def test_announcements_are_completed() -> None:
    """An Announcement made by hand gets its lines and its day; what it has is kept."""
    (found,) = sources([Announcement("a", TEXT, "kk")])
    assert isinstance(found, Announcement)
    assert found.headline == "Ауыл мұғалімдері форумы өтті"
    assert found.published == "2021-05-14"
    (kept,) = sources([Announcement("a", TEXT, "kk", published="2020-01-01")])
    assert isinstance(kept, Announcement)
    assert kept.published == "2020-01-01"
    assert kept.notes == ()
