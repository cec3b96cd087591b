"""Many announcements in one file: JSON lines, archives, compressed; and what is wrong with such files."""

from __future__ import annotations

import gzip
import io
import json
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from backports import zstd

from kg.errors import KgError
from kg.read import Document, documents, read_path
from kg.read.find import count
from kg.records import Refusal

TEXT = "14.05.2021 |\nАуыл мұғалімдері форумы өтті\nБүгін Қарағандыда ауыл мұғалімдерінің форумы өтті.\n"
PACK: dict[str, Callable[[bytes], bytes]] = {"": bytes, ".gz": gzip.compress, ".zst": zstd.compress}


def row(**fields: Any) -> bytes:
    """Return a line of JSON."""
    return json.dumps(fields, ensure_ascii=False).encode() + b"\n"


def found(*paths: str | Path, **options: Any) -> tuple[list[Document], list[str]]:
    """Return the documents, and the reasons of the refusals."""
    all_of_it = list(documents(paths, **options))
    read = [one for one in all_of_it if isinstance(one, Document)]
    return read, [one.reason for one in all_of_it if isinstance(one, Refusal)]


def tar(path: Path, files: dict[str, bytes], mode: str = "w") -> Path:
    """Write an archive."""
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for name, data in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return path


@pytest.mark.parametrize("packing", PACK)
def test_json_lines(tmp_path: Path, packing: str) -> None:
    """What a line says of an announcement is taken; what it doesn't is found from the text, as in a file."""
    data = row(id="a/1", text=TEXT, lang="kk", published="2021-05-15T10:00:00Z", url="https://e.kz/1", publisher="П")
    data += b"\n" + row(text=TEXT, title="Форум", extra=[1])
    file = tmp_path / f"news.jsonl{packing}"
    file.write_bytes(PACK[packing](data))
    (first, second), refused = found(file)
    assert refused == []
    announcement = first.announcement()
    assert (announcement.id, announcement.lang, announcement.published) == ("a/1", "kk", "2021-05-15")
    assert (announcement.url, announcement.publisher, announcement.source) == ("https://e.kz/1", "П", f"{file}, line 1")
    assert second.text == "Форум\n" + TEXT
    assert second.announcement().published == "2021-05-14"
    assert second.id == found(file)[0][1].id, "the id is made of the text"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "is no JSON"),
        (b"[" * 100_000, "is no JSON (too deep)"),
        (b'{"text": "\xff"}', "is no JSON (bytes that are not UTF-8)"),
        (b"[1]", "is no JSON object"),
        (row(id="a"), 'has no text; give it as "text"'),
        (row(text=" \n"), "has no text"),
        (row(text=["a"]), '"text" is no string'),
        (row(text=TEXT, id={}), '"id" is no string'),
        (row(text=TEXT, id="a\n"), None),
        (row(text=TEXT, id="a\nb"), "control characters"),
        (row(text=TEXT, id="a" * 201), "longer than 200"),
        (row(text=TEXT, lang="de"), "'de' is no language that is read"),
        (row(text=TEXT + "\0"), "binary data"),
        (b'{"text": "a\\ud800"}', "half a character"),
    ],
)
def test_a_broken_line(tmp_path: Path, line: bytes, reason: str | None) -> None:
    """It is refused with the file and its number; the lines around it are read."""
    file = tmp_path / "a.jsonl"
    file.write_bytes(row(text=TEXT + "1", id="1") + line.rstrip(b"\n") + b"\n" + row(text=TEXT + "3", id="3"))
    read, refused = found(file)
    assert [one.id for one in read] == (["1", "3"] if reason else ["1", "a", "3"])
    assert len(refused) == bool(reason)
    for one in refused:
        assert one.startswith(f"{file}, line 2")
        assert reason is not None
        assert reason in one


def test_a_line_that_is_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is passed over without being held."""
    monkeypatch.setattr("kg.read.json_lines.LONGEST", 1000)
    file = tmp_path / "a.jsonl"
    file.write_bytes(row(text=TEXT, id="1") + row(text=TEXT * 5_000_0) + row(text=TEXT + "3", id="3"))
    read, refused = found(file)
    assert [one.id for one in read] == ["1", "3"]
    assert "line 2 is longer than" in refused[0]


def test_what_is_odd_is_noted(tmp_path: Path) -> None:
    """A day or an address that is none costs only itself."""
    (tmp_path / "a.jsonl").write_bytes(row(text=TEXT, published="31.02.2020", url="javascript:alert(1)"))
    ((document,), _) = found(tmp_path / "a.jsonl")
    announcement = document.announcement()
    assert (announcement.published, announcement.url) == ("2021-05-14", None)
    assert announcement.notes == (
        "“31.02.2020” is no day of publication",
        "“javascript:alert(1)” is no address of a page",
    )


def test_standard_input_of_json_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the format jsonl "-" holds many."""
    data = io.BytesIO(row(text=TEXT, id="a") + row(text=TEXT + ".", id="b"))
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=data))
    assert [one.id for one in found("-", format="jsonl")[0]] == ["a", "b"]


@pytest.mark.parametrize("packing", PACK)
def test_a_compressed_text(tmp_path: Path, packing: str) -> None:
    """It is the text that is in it, under the name without endings."""
    file = tmp_path / f"forum.txt{packing}"
    file.write_bytes(PACK[packing](TEXT.encode()))
    (document,) = found(file)[0]
    assert (document.id, document.text) == ("forum", TEXT)
    assert read_path(file).text == TEXT
    assert count([file]) == 1


@pytest.mark.parametrize("name", ["a.tar", "a.tar.gz", "a.tgz", "a.tar.zst"])
def test_an_archive(tmp_path: Path, name: str) -> None:
    """All texts and JSON lines in it, in its order; other files are passed over, and nothing is unpacked."""
    plain = tar(
        tmp_path / "plain",
        {
            "x/one.txt": TEXT.encode(),
            "x/picture.png": b"\x89PNG",
            "two.TXT": (TEXT + ".").encode(),
            "many.jsonl": row(text=TEXT + "..", id="three") + b"{\n",
            "empty.txt": b"",
        },
    )
    packing = {"tar": "", "gz": ".gz", "tgz": ".gz", "zst": ".zst"}[name.rpartition(".")[2]]
    file = tmp_path / name
    file.write_bytes(PACK[packing](plain.read_bytes()))
    read, refused = found(file)
    assert [one.id for one in read] == ["one", "two", "three"]
    assert read[0].source == f"{file}: x/one.txt"
    assert [one.partition(" is ")[0] for one in refused] == [f"{file}: many.jsonl, line 2", f"{file}: empty.txt"]
    assert count([file]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([name, "plain"])


def test_a_hostile_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Names that lead elsewhere are only names; links and devices are nothing."""
    monkeypatch.chdir(tmp_path)
    file = tar(tmp_path / "a.tar", {"../../up.txt": TEXT.encode(), "/etc/passwd.txt": (TEXT + ".").encode()})
    with tarfile.open(file, "a") as archive:
        for name, kind in (
            ("link.txt", tarfile.SYMTYPE),
            ("hard.txt", tarfile.LNKTYPE),
            ("pipe.txt", tarfile.FIFOTYPE),
        ):
            member = tarfile.TarInfo(name)
            member.type, member.linkname = kind, "/etc/hostname"
            archive.addfile(member)
    read, refused = found("a.tar")
    assert [one.id for one in read] == ["up", "passwd"]
    assert refused == []
    assert [path.name for path in tmp_path.iterdir()] == ["a.tar"]


@pytest.mark.parametrize("name", ["a.txt.gz", "a.jsonl.zst", "a.tar.gz"])
def test_a_file_that_is_cut_off(tmp_path: Path, name: str) -> None:
    """What can be read of it is, and a sentence says that it is cut off."""
    lines = b"".join(row(text=f"{TEXT}{number}", id=str(number)) for number in range(2000))
    plain = tar(tmp_path / "t", {"a.jsonl": lines}).read_bytes() if "tar" in name else lines
    packed = PACK["." + name.rpartition(".")[2]](plain if "txt" not in name else TEXT.encode())
    (tmp_path / name).write_bytes(packed[: len(packed) * 2 // 3])
    _, refused = found(tmp_path / name)
    assert any("is cut off" in one or "broken" in one for one in refused)
    assert all(str(tmp_path / name) in one for one in refused)


@pytest.mark.parametrize("name", ["a.txt.gz", "a.jsonl.gz", "a.jsonl.zst", "a.tar.gz", "a.tar"])
def test_rubbish(tmp_path: Path, name: str) -> None:
    """A file that isn't what its name says is refused in one sentence."""
    (tmp_path / name).write_bytes(b"rubbish " * 100)
    _, refused = found(tmp_path / name)
    assert len(refused) == 1
    assert "broken" in refused[0]


@pytest.mark.parametrize("packing", [".gz", ".zst"])
def test_a_bomb(tmp_path: Path, packing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small file that unpacks to a huge one is given up early, whatever it holds."""
    monkeypatch.setattr("kg.read.unpack._ALWAYS_ALLOWED", 100_000)
    lines = b"\n" * 5_000_000
    (tmp_path / f"a.jsonl{packing}").write_bytes(PACK[packing](lines))
    _, refused = found(tmp_path / f"a.jsonl{packing}")
    assert refused == [f"{tmp_path}/a.jsonl{packing} unpacks to more than 200 times its size; check where it is from"]
    (tmp_path / f"b.txt{packing}").write_bytes(PACK[packing](lines))
    assert len(found(tmp_path / f"b.txt{packing}")[1]) == 1


def test_one_is_asked_for_and_many_are_there(tmp_path: Path) -> None:
    """Commands that look at one announcement say what to do."""
    (tmp_path / "a.jsonl").write_bytes(row(text=TEXT))
    with pytest.raises(KgError, match="holds many announcements; kg build reads them"):
        read_path(tmp_path / "a.jsonl")


def test_an_archive_without_any(tmp_path: Path) -> None:
    """It is refused like an empty folder."""
    assert "holds no announcements" in found(tar(tmp_path / "a.tar", {"a.md": b"x"}))[1][0]


def test_a_million_are_not_held(tmp_path: Path) -> None:
    """Documents come one by one while the file is read."""
    file = tmp_path / "a.jsonl"
    with file.open("wb") as out:
        for number in range(3000):
            out.write(row(text=f"{TEXT}{number}", id=str(number)))
    stream = documents([file])
    assert isinstance(next(stream), Document)
    with file.open("ab") as out:
        out.write(row(text=TEXT, id="appended while it is read"))
    assert [one.id for one in stream if isinstance(one, Document)][-1] == "appended while it is read"
